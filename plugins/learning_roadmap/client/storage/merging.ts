/* Merges two versions of a record. Commutative, associative and idempotent, so that all devices end with the same. */

import { records } from "./records.ts";
import type { Item, Kind } from "./types.ts";

/** @returns JSON with sorted keys: the same for equal values */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    records.isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

/** The newest wins. Of the same time: the state with the higher rank, then any, but always the same. */
const lastWriterWins = (one: Item, other: Item) => {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  const ranks = [one, other].map((item) => records.STATES.indexOf(item.state));
  if (ranks[0] !== ranks[1]) return ranks[0] > ranks[1] ? one : other;
  return canonical(one) >= canonical(other) ? one : other;
};

/** Whether the author of the one had seen the other. Unknown if the other has no version vector. */
const dominates = (one: Item, other: Item) => {
  const theirs = Object.entries<number>(other.by ?? {});
  return theirs.length > 0 && theirs.every(([device, at]) => (records.own(one.by ?? {}, device) ?? -1) >= at);
};

/** The union of two lists: if one contains the other it stays as it is, otherwise the union is sorted. */
const mergeLists = (one: string[], other: string[]) => {
  const [ones, others] = [new Set(one), new Set(other)];
  const [containsOther, containsOne] = [other.every((part) => ones.has(part)), one.every((part) => others.has(part))];
  if (containsOther !== containsOne) return containsOther ? one : other;
  return one.join() === other.join() ? one : [...new Set([...one, ...other])].sort();
};

/** Both are kept: texts one below the other, lists as their union. */
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
  const [content, otherContent] = [one, other].map((item) => canonical({ ...item, at: 0, by: {}, after: 0 }));
  return content === otherContent;
};

/** Keep the content of both, whatever their version vectors say. */
const mergeConcurrent = (one: Item, other: Item) => {
  const merged: Record<string, any> = {};
  for (const name of [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()) {
    merged[name] = !Object.hasOwn(one, name)
      ? other[name]
      : !Object.hasOwn(other, name)
        ? one[name]
        : mergeValues(one[name], other[name]);
  }
  return withMergedVersions(one, other, merged);
};

/**
 * A text is replaced only by an author who had read it; otherwise both are kept. Version vectors tell the two cases
 * apart.
 */
const multiValue = (one: Item, other: Item) => {
  const [oneWins, otherWins] = [dominates(one, other), dominates(other, one)];
  if (oneWins !== otherWins) return oneWins ? one : other;
  return hasSameContent(one, other) ? withMergedVersions(one, other, one) : mergeConcurrent(one, other);
};

const withMergedVersions = (one: Item, other: Item, content: Record<string, any>) => {
  const by: Record<string, number> = {};
  for (const [device, at] of [
    ...Object.entries<number>(one.by ?? {}),
    ...Object.entries<number>(other.by ?? {}),
  ].sort())
    by[device] = Math.max(by[device] ?? 0, at);
  // Two records that replaced different ones have no common time for that.
  const { after: _, ...rest } = content;
  const after = one.after !== undefined && one.after === other.after ? { after: one.after } : {};
  return { ...rest, at: Math.max(one.at, other.at), ...(one.by || other.by ? { by } : {}), ...after };
};

/** The habits of a day, each by itself. A negative time means: unticked at that time. */
const ticks = (one: Item, other: Item) => {
  const both: Map<string, number> = new Map(Object.entries(one.ticks));
  for (const [habit, at] of Object.entries<number>(other.ticks)) {
    const current = both.get(habit);
    const isNewer =
      current === undefined || Math.abs(at) > Math.abs(current) || (Math.abs(at) === Math.abs(current) && at > current);
    if (isNewer) both.set(habit, at);
  }
  return { ...lastWriterWins(one, other), ticks: Object.fromEntries([...both].sort()), at: Math.max(one.at, other.at) };
};

/** A state: the newest wins, and gets the parts of both. */
const state = (one: Item, other: Item): Item => {
  const bare = ({ parts: _, ...rest }: Item): Item => rest;
  const winner = lastWriterWins(bare(one), bare(other));
  const parts = [one, other]
    .filter((item) => canonical(bare(item)) === canonical(winner))
    .flatMap((item) => item.parts ?? []);
  return parts.length > 0 ? { ...winner, parts: [...new Set(parts)].sort() } : winner;
};

/** The changes of a day on all devices: each once. */
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
   * Merge a text that was being edited while it changed elsewhere: nothing of either is lost.
   * @param base the text when editing began
   * @param now the stored text
   */
  threeWay: (base: string, mine: string, now: string) =>
    mine === base ? now : now === base || now === mine ? mine : mergeValues(now, mine),
  /** @param path of a kind that can be stored */
  merge: (path: string, one: Item, other: Item): Item => strategies[(records.kindOf(path) as Kind).merge](one, other),
};
