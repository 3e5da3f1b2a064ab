/* Choices of one branch of several. */

import { map } from "../core/map.ts";
import type { Ranges } from "../core/types.ts";
import { store } from "../storage/store.ts";

const topicsIn = (branch: Ranges) => branch.flatMap(([from, to]) => map.leaves.slice(from, to));
const groups = map.branches.map((one) => one.map(topicsIn));
/** Skipped topics are not needed, but skipping all of a branch does not finish it. */
const isDone = (topics: string[]) => {
  const states = topics.map(store.state).filter((state) => state !== "skipped");
  return states.length > 0 && states.every((state) => state === "done");
};

export const branches = {
  /** @returns whether a topic is on a branch that is no longer needed: another one is done */
  isNeedless(id: string): boolean {
    const group = groups.find((one) => one.some((topics) => topics.includes(id)));
    return group?.some((topics) => !topics.includes(id) && isDone(topics)) ?? false;
  },
};
