/* What to learn next. Pure. */

import type { TopicGraph } from "./types.ts";

/** Count how many of some topics need a topic, directly or through others of them. */
const openedBy = (graph: TopicGraph, start: number, among: Set<number>): number => {
  const reached = new Set<number>();
  const waiting = [start];
  for (let topic = waiting.pop(); topic !== undefined; topic = waiting.pop()) {
    for (const dependent of graph.neededBy[topic]) {
      if (!among.has(dependent) || reached.has(dependent)) continue;
      reached.add(dependent);
      waiting.push(dependent);
    }
  }
  return reached.size;
};

/**
 * The wanted topics that can be learned now: all their prerequisites are known. Those that open up more of the wanted
 * topics, directly or through others, come first; among equals the order of the map decides.
 * O(topics that can be learned now × prerequisites) steps.
 * @param wanted the topics to choose from, such as those of a path; known ones are left out
 */
export const nextTopics = (graph: TopicGraph, isKnown: (topic: number) => boolean, wanted: number[]): number[] => {
  const open = new Set(wanted.filter((topic) => !isKnown(topic)));
  return [...open]
    .filter((topic) => graph.needs[topic].every(isKnown))
    .map((topic) => ({ topic, opens: openedBy(graph, topic, open) }))
    .sort((one, other) => other.opens - one.opens || one.topic - other.topic)
    .map(({ topic }) => topic);
};
