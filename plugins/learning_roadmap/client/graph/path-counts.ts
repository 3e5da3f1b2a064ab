/* How much of what leads to a goal is known, and how long the rest takes. Pure. */

import { closure, pathTo } from "./path.ts";
import type { LearningPath, Requirements, TopicGraph } from "./types.ts";

export interface PathCounts {
  /** The topics to learn, ascending by their place on the path. */
  open: number[];
  /** The hours of those that have them. */
  hours: number;
  /** How many of the open topics have no hours. */
  withoutHours: number;
  /** All topics that lead to the goal. */
  topics: number[];
  size: number;
  known: number;
  skipped: number;
  /** How many are neither known, skipped nor on the path, because what builds on them is known. */
  implied: number;
}

/**
 * @param path to the goal; what is known is not on it, except what was ticked since it was opened
 * @param isKnown whether a topic is known
 * @param isSkipped whether it is skipped: then it is not known, and needs no learning
 */
export const countPath = (
  graph: TopicGraph,
  needs: Requirements,
  path: LearningPath,
  isKnown: (topic: number) => boolean,
  isSkipped: (topic: number) => boolean = () => false,
): PathCounts => {
  const isSettled = (topic: number) => isKnown(topic) || isSkipped(topic);
  const steps = path.steps.map(({ topic }) => topic);
  const fromNothing = pathTo(graph, needs, () => false).steps.map(({ topic }) => topic);
  // Of alternatives, those of this path, and those that are known.
  const all = closure(graph, [...steps, ...path.known, ...fromNothing.filter(isSettled)], () => false);
  const open = steps.filter((topic) => !isSettled(topic));
  const skipped = [...all].filter(isSkipped).length;
  const known = [...all].filter((topic) => isKnown(topic) && !isSkipped(topic)).length;
  const hours = open.map((topic) => graph.hours[topic]).filter((one) => one !== null);
  return {
    open,
    hours: hours.reduce((sum, one) => sum + one, 0),
    withoutHours: open.length - hours.length,
    topics: [...all],
    size: all.size,
    known,
    skipped,
    implied: all.size - open.length - known - skipped,
  };
};
