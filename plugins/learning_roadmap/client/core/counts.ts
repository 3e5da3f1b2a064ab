/* How much of a set is done. A set is a few ranges of the map's order, so running totals answer in constant time. */

import { map } from "./map.ts";
import type { Count, Ranges } from "./types.ts";
import { store } from "../storage/store.ts";

const { leaves, sets, optional, branches } = map;
const ranges: Map<string, Ranges> = new Map(Object.entries(sets));
const position: Map<string, number> = new Map(leaves.map((id, at) => [id, at]));
const isOptional = new Uint8Array(leaves.length);
for (const [from, to] of optional) isOptional.fill(1, from, to);

/** The parents of each topic, by its position */
const parents: Map<number, string[]> = new Map();
for (const [name, spans] of ranges) {
  if (!name.startsWith("topic:")) continue;
  for (const [from, to] of spans) {
    for (let at = from; at < to; at += 1) {
      const others = parents.get(at);
      if (others) others.push(name.slice(6));
      else parents.set(at, [name.slice(6)]);
    }
  }
}

const TOTALS = ["size", "done", "skipped", "learning", "extraSize", "extra"];
/** Running totals before each position; null when they have to be counted again. */
let totals: Record<string, Uint32Array> | null = null;
const runningTotals = () => {
  if (totals) return totals;
  totals = Object.fromEntries(TOTALS.map((name) => [name, new Uint32Array(leaves.length + 1)]));
  for (let at = 0; at < leaves.length; at += 1) {
    const state = store.state(leaves[at]);
    const isExtra = isOptional[at] === 1;
    for (const name of TOTALS) totals[name][at + 1] = totals[name][at];
    // A skipped topic does not count as done; it is no longer part of what is to do.
    if (state === "skipped") totals.skipped[at + 1] += 1;
    else totals[isExtra ? "extraSize" : "size"][at + 1] += 1;
    if (state === "done") totals[isExtra ? "extra" : "done"][at + 1] += 1;
    if (state === "learning") totals.learning[at + 1] += 1;
  }
  return totals;
};
store.listen(() => {
  totals = null;
});

const sum = (spans: Ranges): Record<string, number> => {
  const sums = runningTotals();
  return Object.fromEntries(
    TOTALS.map((name) => [name, spans.reduce((all, [from, to]) => all + sums[name][to] - sums[name][from], 0)]),
  );
};

/** @returns the intersection */
const intersection = (spans: Ranges, others: Ranges): Ranges =>
  spans.flatMap(([from, to]) =>
    others
      .map(([start, end]) => [Math.max(from, start), Math.min(to, end)] as [number, number])
      .filter(([start, end]) => start < end),
  );

/** One branch is enough: the one with the most progress counts, and what is done of the others is extra. */
const chooseBranch = (whole: Record<string, number>, spans: Ranges, group: Ranges[]) => {
  const counted = group.map((branch) => sum(intersection(spans, branch))).filter((branch) => branch.size > 0);
  if (counted.length < 2) return;
  const share = (branch: Record<string, number>) => branch.done / branch.size;
  const [, ...rest] = counted.sort(
    (one, other) => share(other) - share(one) || other.done - one.done || one.size - other.size,
  );
  whole.size -= rest.reduce((all, branch) => all + branch.size, 0);
  whole.extra += rest.reduce((all, branch) => all + branch.done, 0);
  whole.done = whole.done - rest.reduce((all, branch) => all + branch.done, 0);
};

export const counts = {
  /**
   * Optional and skipped topics and other branches are not needed for 100%; where all topics are optional, all count.
   * @param scope such as "all" or "phase:foundation"
   */
  of(scope: string): Count {
    const spans = ranges.get(scope) ?? [];
    const whole = sum(spans);
    for (const group of branches) chooseBranch(whole, spans, group);
    const { done, size, skipped, learning, extra, extraSize } = whole;
    return size > 0 || extraSize === 0
      ? { done, size, skipped, learning, extra }
      : { done: extra, size: extraSize, skipped, learning, extra: 0 };
  },
  /** @returns whether it is a topic with subtopics */
  isParent: (id: string): boolean => ranges.has(`topic:${id}`),
  /** @returns the ids of the topics in a set, in the map's order */
  leavesIn: (scope: string): string[] => (ranges.get(scope) ?? []).flatMap(([from, to]) => leaves.slice(from, to)),
  /** @returns the ids that count for an entry: a parent's leaves, else itself */
  leavesOf: (id: string): string[] =>
    (ranges.get(`topic:${id}`) ?? [])
      .flatMap(([from, to]) => leaves.slice(from, to))
      .concat(ranges.has(`topic:${id}`) ? [] : [id]),
  /** @returns the parents of a topic */
  parentsOf: (id: string): string[] => parents.get(position.get(id) ?? -1) ?? [],
  /** @returns whether it is on a branch that does not count, because one is enough */
  isOffBranch(id: string): boolean {
    const at = position.get(id) ?? -1;
    const holds = (branch: Ranges) => branch.some(([from, to]) => at >= from && at < to);
    const group = branches.find((one: Ranges[]) => one.some(holds));
    if (!group) return false;
    const progress = (branch: Ranges) => {
      const { size, done, extraSize, extra, learning } = sum(branch);
      return size + extraSize > 0 ? (done + extra + learning / 2) / (size + extraSize) : -1;
    };
    const best = group.reduce((one, other) => (progress(other) > progress(one) ? other : one));
    return !holds(best);
  },
  /** @returns whether it is on a branch that is no longer needed: another one is done */
  isNeedless(id: string): boolean {
    const at = position.get(id) ?? -1;
    const holds = (branch: Ranges) => branch.some(([from, to]) => at >= from && at < to);
    const group = branches.find((one: Ranges[]) => one.some(holds));
    const isDone = (branch: Ranges) => {
      const { size, done, extraSize, extra } = sum(branch);
      return size + extraSize > 0 && size === done && extraSize === extra;
    };
    return group?.some((branch: Ranges) => !holds(branch) && isDone(branch)) ?? false;
  },
  isOptional: (id: string): boolean => isOptional[position.get(id) ?? -1] === 1,
};
