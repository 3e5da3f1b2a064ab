/* How much of what leads to a goal is known, and how long the rest takes. Pure. */

import { closure, pathTo } from "../graph/path.ts";
import type { LearningPath, Requirements, TopicGraph } from "../graph/types.ts";

export interface PathCounts {
  /** The topics to learn, ascending by their place on the path. */
  open: number[];
  /** The hours of those that have them. */
  hours: number;
  /** How many of the open topics have no hours. */
  withoutHours: number;
  /** All topics that lead to the goal. */
  size: number;
  known: number;
  /** How many are neither known nor on the path, because what builds on them is known. */
  implied: number;
}

/** @param path to the goal; what is known is not on it, except what was ticked since it was opened */
export const countPath = (
  graph: TopicGraph,
  needs: Requirements,
  path: LearningPath,
  isKnown: (topic: number) => boolean,
): PathCounts => {
  const steps = path.steps.map(({ topic }) => topic);
  const fromNothing = pathTo(graph, needs, () => false).steps.map(({ topic }) => topic);
  // Of alternatives, those of this path, and those that are known.
  const all = closure(graph, [...steps, ...path.known, ...fromNothing.filter(isKnown)], () => false);
  const open = steps.filter((topic) => !isKnown(topic));
  const known = [...all].filter(isKnown).length;
  const hours = open.map((topic) => graph.hours[topic]).filter((one) => one !== null);
  return {
    open,
    hours: hours.reduce((sum, one) => sum + one, 0),
    withoutHours: open.length - hours.length,
    size: all.size,
    known,
    implied: all.size - open.length - known,
  };
};
