/* How much of a set is done. A set is a few ranges of the map's order, so running totals answer in constant time.
   What counts is defined in `model/counting.py`; here it is the same, for what the learner has done. */

import { map } from "./map.ts";
import type { Count, Ranges } from "./types.ts";
import { store } from "../storage/store.ts";
import type { State } from "../storage/types.ts";

const { leaves, sets, optional, branches } = map;
const ranges: Map<string, Ranges> = new Map(Object.entries(sets));
const position: Map<string, number> = new Map(leaves.map((id, at) => [id, at]));
const isOptional = new Uint8Array(leaves.length);
for (const [from, to] of optional) isOptional.fill(1, from, to);

/** The parents of each topic, by its position */
const parents: Map<number, string[]> = new Map();
/** The ids of all parents */
const parentIds: Set<string> = new Set();
for (const [name, spans] of ranges) {
  if (!name.startsWith("topic:")) continue;
  parentIds.add(name.slice(6));
  for (const [from, to] of spans) {
    for (let at = from; at < to; at += 1) {
      const others = parents.get(at);
      if (others) others.push(name.slice(6));
      else parents.set(at, [name.slice(6)]);
    }
  }
}

const TOTALS = ["required", "size", "done", "skipped", "learning", "extraSize", "extra"] as const;
type Totals = Record<(typeof TOTALS)[number], number>;
/** Running totals before each position; null when they have to be counted again. */
let totals: Record<string, Uint32Array> | null = null;
/** The branches that are not needed for the whole roadmap; null when they have to be chosen again. */
let offBranch: Ranges | null = null;
/** What is counted: the learner's own states, unless `counts.withStates` says otherwise. */
let stateOf: (id: string) => State = store.state;
const runningTotals = () => {
  if (totals) return totals;
  totals = Object.fromEntries(TOTALS.map((name) => [name, new Uint32Array(leaves.length + 1)]));
  // Before a page is shown, this is done once for each of its thousands of topics, and not compiled yet: each step counts.
  const { required, size, done, skipped, learning, extraSize, extra } = totals;
  for (let at = 0; at < leaves.length; at += 1) {
    const state = stateOf(leaves[at]);
    const isExtra = isOptional[at];
    const isNeeded = 1 - isExtra;
    // A skipped topic does not count as done; it is no longer part of what is to do.
    const isOpen = state === "skipped" ? 0 : 1;
    const isDone = state === "done" ? 1 : 0;
    required[at + 1] = required[at] + isNeeded;
    size[at + 1] = size[at] + isNeeded * isOpen;
    done[at + 1] = done[at] + isNeeded * isDone;
    extraSize[at + 1] = extraSize[at] + isExtra * isOpen;
    extra[at + 1] = extra[at] + isExtra * isDone;
    skipped[at + 1] = skipped[at] + 1 - isOpen;
    learning[at + 1] = learning[at] + (state === "learning" ? 1 : 0);
  }
  return totals;
};
const forget = () => {
  totals = offBranch = null;
};
store.listen(forget);

const sum = (spans: Ranges): Totals => {
  const sums = runningTotals();
  return Object.fromEntries(
    TOTALS.map((name) => [name, spans.reduce((all, [from, to]) => all + sums[name][to] - sums[name][from], 0)]),
  ) as Totals;
};

/** @returns the intersection */
const intersection = (spans: Ranges, others: Ranges): Ranges =>
  spans.flatMap(([from, to]) =>
    others
      .map(([start, end]) => [Math.max(from, start), Math.min(to, end)] as [number, number])
      .filter(([start, end]) => start < end),
  );

/** @returns the share of a branch that is done; less than nothing if all of it is skipped */
const progressOf = (branch: Ranges) => {
  const { size, done, extraSize, extra, learning } = sum(branch);
  return size + extraSize > 0 ? (done + extra + learning / 2) / (size + extraSize) : -1;
};
/** One branch is enough: the one with the most progress counts, or the first. @returns all others in a set */
const otherBranches = (spans: Ranges): Ranges =>
  branches.flatMap((group) => {
    const inside = group.map((branch) => intersection(spans, branch)).filter((branch) => branch.length > 0);
    if (inside.length < 2) return [];
    const best = inside.reduce((one, other) => (progressOf(other) > progressOf(one) ? other : one));
    return inside.filter((branch) => branch !== best).flat();
  });
const holds = (spans: Ranges, at: number) => spans.some(([from, to]) => at >= from && at < to);
const isOpen = (id: string) => ["todo", "learning"].includes(stateOf(id));

const countIn = (spans: Ranges): Count => {
  const whole = sum(spans);
  const others = sum(otherBranches(spans));
  const { skipped, learning } = whole;
  // Where all topics are optional, all count.
  const isAllOptional = whole.required === 0;
  const done = isAllOptional ? whole.extra - others.extra : whole.done - others.done;
  const size = isAllOptional ? whole.extraSize - others.extraSize : whole.size - others.size;
  return {
    done,
    size,
    skipped,
    learning,
    extra: whole.done + whole.extra - done,
    optional: whole.size + whole.extraSize - size,
  };
};

/** @returns how many of some exercises or projects are done; skipped ones are not counted */
const countTasks = (kind: "exercises" | "projects", scope: string) => {
  const { ids, sets: taskSets } = map.tasks[kind];
  const states = (taskSets[scope] ?? [])
    .flatMap(([from, to]) => ids.slice(from, to))
    .map((id) => stateOf(id))
    .filter((state) => state !== "skipped");
  return { done: states.filter((state) => state === "done").length, size: states.length };
};

export const counts = {
  /**
   * Optional and skipped topics and other branches are not needed for 100%; where all topics are optional, all count.
   * @param scope such as "all" or "phase:foundation"
   */
  of: (scope: string): Count => countIn(ranges.get(scope) ?? []),
  /** @returns how many of its exercises and projects are done */
  tasks: (scope: string) => ({ exercises: countTasks("exercises", scope), projects: countTasks("projects", scope) }),
  /** @returns whether a scope holds some of these topics, exercises and projects */
  holding(ids: string[]): (scope: string) => boolean {
    const orders = [
      { sets, places: ids.map((id) => position.get(id) ?? -1) },
      ...Object.values(map.tasks).map((tasks) => ({ ...tasks, places: ids.map((id) => tasks.ids.indexOf(id)) })),
    ];
    return (scope) => orders.some((order) => order.places.some((at) => holds(order.sets[scope] ?? [], at)));
  },
  /** @returns the ids of its exercises, then those of its projects */
  tasksIn: (scope: string): string[] =>
    (["exercises", "projects"] as const).flatMap((kind) =>
      (map.tasks[kind].sets[scope] ?? []).flatMap(([from, to]) => map.tasks[kind].ids.slice(from, to)),
    ),
  /** @returns the ids of the topics that `of` counts, in the map's order */
  toLearn(scope: string): string[] {
    const spans = ranges.get(scope) ?? [];
    const others = otherBranches(spans);
    const isAllOptional = sum(spans).required === 0;
    return this.leavesIn(scope).filter((id) => {
      const at = position.get(id) ?? -1;
      return stateOf(id) !== "skipped" && !holds(others, at) && (isAllOptional || isOptional[at] === 0);
    });
  },
  /** @returns the ids of those that are not done */
  open(scope: string): string[] {
    return this.toLearn(scope).filter(isOpen);
  },
  /** @returns those of some positions, in the map's order, that are on a branch that does not count, because one is enough */
  offBranch(positions: number[]): Set<number> {
    const spans: Ranges = [];
    for (const at of [...positions].sort((one, other) => one - other)) {
      const last = spans.at(-1);
      if (last?.[1] === at) last[1] = at + 1;
      else spans.push([at, at + 1]);
    }
    const others = otherBranches(spans);
    return new Set(positions.filter((at) => holds(others, at)));
  },
  /** @returns whether it is a topic with subtopics */
  isParent: (id: string): boolean => parentIds.has(id),
  /** @returns the ids of the topics in a set, in the map's order */
  leavesIn: (scope: string): string[] => (ranges.get(scope) ?? []).flatMap(([from, to]) => leaves.slice(from, to)),
  /** @returns the ids that count for an entry: a parent's leaves, else itself */
  leavesOf: (id: string): string[] => (parentIds.has(id) ? counts.leavesIn(`topic:${id}`) : [id]),
  /** @returns the parents of a topic */
  parentsOf: (id: string): string[] => parents.get(position.get(id) ?? -1) ?? [],
  /** @returns whether it is on a branch that does not count for the whole roadmap, because one is enough */
  isOffBranch(id: string): boolean {
    offBranch ??= otherBranches(ranges.get("all") ?? []);
    return holds(offBranch, position.get(id) ?? -1);
  },
  /** @returns what `count` returns with other states than the learner's own, such as those in a link */
  withStates<T>(states: (id: string) => State, count: () => T): T {
    forget();
    stateOf = states;
    try {
      return count();
    } finally {
      forget();
      stateOf = store.state;
    }
  },
  isOptional: (id: string): boolean => isOptional[position.get(id) ?? -1] === 1,
};
