/* Two records of the same thing become one. Whatever the order, and however often, the result is the same. */

import { records } from "./records.ts";
import type { Item, Kind } from "./types.ts";

/** @returns JSON with sorted keys: the same for equal values */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    records.isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

/** The newest wins. At the same time: what is more of a tick, and then whatever, but always the same. */
const lastWriterWins = (one: Item, other: Item) => {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  const ranks = [one, other].map((item) => records.STATES.indexOf(item.state));
  if (ranks[0] !== ranks[1]) return ranks[0] > ranks[1] ? one : other;
  return canonical(one) >= canonical(other) ? one : other;
};

/**
 * Whether the one was written by someone who had seen the other. Of what does not say who wrote it, nobody can tell.
 */
const dominates = (one: Item, other: Item) => {
  const theirs = Object.entries<number>(other.by ?? {});
  return theirs.length > 0 && theirs.every(([device, at]) => (records.own(one.by ?? {}, device) ?? -1) >= at);
};

/** Both lists, once each: the one that holds the other stays as it is, else they are put in order. */
const mergeLists = (one: string[], other: string[]) => {
  const [ones, others] = [new Set(one), new Set(other)];
  const [holdsOther, holdsOne] = [other.every((part) => ones.has(part)), one.every((part) => others.has(part))];
  if (holdsOther !== holdsOne) return holdsOther ? one : other;
  return one.join() === other.join() ? one : [...new Set([...one, ...other])].sort();
};

/** Both kept: texts one below the other, lists side by side. */
const mergeValues = (one: any, other: any) => {
  if (typeof one === "string" && typeof other === "string") {
    if (one === "" || other === "") return one || other;
    return mergeLists(one.split(records.BETWEEN), other.split(records.BETWEEN)).join(records.BETWEEN);
  }
  if (Array.isArray(one) && Array.isArray(other))
    return mergeLists(one.map(canonical), other.map(canonical)).map((text) => JSON.parse(text));
  return canonical(one) >= canonical(other) ? one : other;
};

const hasSameContent = (one: Item, other: Item) => {
  const [said, alsoSaid] = [one, other].map((item) => canonical({ ...item, at: 0, by: {}, after: 0 }));
  return said === alsoSaid;
};

/** Both, whoever knew of whom. */
const mergeConcurrent = (one: Item, other: Item) => {
  const said: Record<string, any> = {};
  for (const name of [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()) {
    said[name] = !Object.hasOwn(one, name)
      ? other[name]
      : !Object.hasOwn(other, name)
        ? one[name]
        : mergeValues(one[name], other[name]);
  }
  return withMergedVersions(one, other, said);
};

/** What someone wrote is replaced only by who had read it; else both are kept. Version vectors tell the two apart. */
const multiValue = (one: Item, other: Item) => {
  const [oneKnows, otherKnows] = [dominates(one, other), dominates(other, one)];
  if (oneKnows !== otherKnows) return oneKnows ? one : other;
  return hasSameContent(one, other) ? withMergedVersions(one, other, one) : mergeConcurrent(one, other);
};

const withMergedVersions = (one: Item, other: Item, said: Record<string, any>) => {
  const by: Record<string, number> = {};
  for (const [device, at] of [
    ...Object.entries<number>(one.by ?? {}),
    ...Object.entries<number>(other.by ?? {}),
  ].sort())
    by[device] = Math.max(by[device] ?? 0, at);
  // Of two records that replaced different ones there is no one time to name.
  const { after: _, ...rest } = said;
  const after = one.after !== undefined && one.after === other.after ? { after: one.after } : {};
  return { ...rest, at: Math.max(one.at, other.at), ...(one.by || other.by ? { by } : {}), ...after };
};

/** A day's habits, each for itself. A negative time says: not done after all. */
const ticks = (one: Item, other: Item) => {
  const both: Map<string, number> = new Map(Object.entries(one.ticks));
  for (const [habit, at] of Object.entries<number>(other.ticks)) {
    const known = both.get(habit);
    const isNewer =
      known === undefined || Math.abs(at) > Math.abs(known) || (Math.abs(at) === Math.abs(known) && at > known);
    if (isNewer) both.set(habit, at);
  }
  return { ...lastWriterWins(one, other), ticks: Object.fromEntries([...both].sort()), at: Math.max(one.at, other.at) };
};

/** A state: the newest wins, and what both know of where it went is put together. */
const state = (one: Item, other: Item): Item => {
  const bare = ({ parts: _, ...rest }: Item): Item => rest;
  const winner = lastWriterWins(bare(one), bare(other));
  const parts = [one, other]
    .filter((item) => canonical(bare(item)) === canonical(winner))
    .flatMap((item) => item.parts ?? []);
  return parts.length > 0 ? { ...winner, parts: [...new Set(parts)].sort() } : winner;
};

/** What was written down of a day, on whatever device: all of it, once. */
const union = (one: Item, other: Item) => ({
  at: Math.max(one.at, other.at),
  changes: [...new Set([...one.changes, ...other.changes].map(canonical))].sort().map((text) => JSON.parse(text)),
});

const strategies = { lastWriterWins, multiValue, ticks, state, union };

export const merging = {
  canonical,
  mergeConcurrent,
  dominates,
  hasSameContent,
  /**
   * What a text becomes that someone was writing while it changed elsewhere: nothing of either is lost.
   * @param base what stood there when they began
   * @param now what stands there now
   */
  threeWay: (base: string, mine: string, now: string) =>
    mine === base ? now : now === base || now === mine ? mine : mergeValues(now, mine),
  /** @param path of a kind that can be stored */
  merge: (path: string, one: Item, other: Item): Item => strategies[(records.kindOf(path) as Kind).merge](one, other),
};
