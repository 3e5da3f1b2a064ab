/* How much of a set is done. A set is a few ranges of the map's order, so running totals answer at once. */

import { map } from "./map.ts";
import type { Count, Ranges } from "./types.ts";
import { store } from "../storage/store.ts";

const { leaves, sets, optional, branches } = map;
const ranges: Map<string, Ranges> = new Map(Object.entries(sets));
const position: Map<string, number> = new Map(leaves.map((id, at) => [id, at]));
const isOptional = new Uint8Array(leaves.length);
for (const [from, to] of optional) isOptional.fill(1, from, to);

/** Parents by the position of a topic they hold */
const parents: Map<number, string[]> = new Map();
for (const [name, spans] of ranges) {
  if (!name.startsWith("topic:")) continue;
  for (const [from, to] of spans) {
    for (let at = from; at < to; at += 1) {
      const known = parents.get(at);
      if (known) known.push(name.slice(6));
      else parents.set(at, [name.slice(6)]);
    }
  }
}

/**
 * Running totals before each position: what must be done, what is, and the rest. Null when they have to be counted
 * again.
 */
const TOTALS = ["size", "done", "skipped", "learning", "extraSize", "extra"];
let totals: Record<string, Uint32Array> | null = null;
const running = () => {
  if (totals) return totals;
  totals = Object.fromEntries(TOTALS.map((name) => [name, new Uint32Array(leaves.length + 1)]));
  for (let at = 0; at < leaves.length; at += 1) {
    const state = store.state(leaves[at]);
    const isExtra = isOptional[at] === 1;
    for (const name of TOTALS) totals[name][at + 1] = totals[name][at];
    // Skipped is not done: it leaves what there is to do.
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
  const sums = running();
  return Object.fromEntries(
    TOTALS.map((name) => [name, spans.reduce((all, [from, to]) => all + sums[name][to] - sums[name][from], 0)]),
  );
};

/** @returns what both hold */
const common = (spans: Ranges, others: Ranges): Ranges =>
  spans.flatMap(([from, to]) =>
    others
      .map(([start, end]) => [Math.max(from, start), Math.min(to, end)] as [number, number])
      .filter(([start, end]) => start < end),
  );

/** Of branches one is enough: the furthest counts, and what is done of the others is extra. */
const choose = (whole: Record<string, number>, spans: Ranges, group: Ranges[]) => {
  const counted = group.map((branch) => sum(common(spans, branch))).filter((branch) => branch.size > 0);
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
   * What is optional, skipped or a branch not taken holds no count back; where all is optional, all counts.
   * @param scope such as "all" or "phase:foundation"
   */
  of(scope: string): Count {
    const spans = ranges.get(scope) ?? [];
    const whole = sum(spans);
    for (const group of branches) choose(whole, spans, group);
    const { done, size, skipped, learning, extra, extraSize } = whole;
    return size > 0 || extraSize === 0
      ? { done, size, skipped, learning, extra }
      : { done: extra, size: extraSize, skipped, learning, extra: 0 };
  },
  /** @returns whether it is a topic that holds topics */
  isParent: (id: string): boolean => ranges.has(`topic:${id}`),
  /** @returns the ids of the topics in a set, in the map's order */
  leavesIn: (scope: string): string[] => (ranges.get(scope) ?? []).flatMap(([from, to]) => leaves.slice(from, to)),
  /** @returns the ids that count for an entry: a parent's topics, else itself */
  leavesOf: (id: string): string[] =>
    (ranges.get(`topic:${id}`) ?? [])
      .flatMap(([from, to]) => leaves.slice(from, to))
      .concat(ranges.has(`topic:${id}`) ? [] : [id]),
  /** @returns the topics that hold a topic */
  parentsOf: (id: string): string[] => parents.get(position.get(id) ?? -1) ?? [],
  /** @returns whether it stands on another branch than the one that counts, where one is enough */
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
  /** @returns whether it stands on a branch that is not needed any more: another one is done */
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
