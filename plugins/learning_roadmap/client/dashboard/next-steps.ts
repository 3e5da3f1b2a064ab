/* What can be learned next, and how many topics each of it opens up. Pure. */

import { closure } from "../graph/path.ts";
import { inOrder } from "../graph/topic-graph.ts";
import type { TopicGraph } from "../graph/types.ts";

/** A topic that can be learned now. */
export interface NextStep {
  topic: number;
  /** How many of the wanted topics need it, directly or through others. */
  opens: number;
}

/** The number of bits that are set. */
const bitCount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/**
 * Count for each of some topics how many others of them need it, directly or through others. Each topic has a set of
 * bits, the union of the sets of those that need it: O(prerequisites × topics / 32) steps.
 * @param topics each after its prerequisites
 * @returns a function that counts
 */
const openedBy = (graph: TopicGraph, topics: number[]): ((topic: number) => number) => {
  const number = new Map(topics.map((topic, at) => [topic, at]));
  const words = Math.ceil(topics.length / 32);
  const bits = new Int32Array(words * topics.length);
  for (let at = topics.length - 1; at >= 0; at -= 1) {
    const start = at * words;
    for (const dependent of graph.neededBy[topics[at]]) {
      const other = number.get(dependent);
      // The order breaks a cycle at one of its prerequisites.
      if (other === undefined || other <= at) continue;
      for (let word = other >>> 5; word < words; word += 1) bits[start + word] |= bits[other * words + word];
      bits[start + (other >>> 5)] |= 1 << (other & 31);
    }
  }
  return (topic) => {
    const start = (number.get(topic) as number) * words;
    return bits.subarray(start, start + words).reduce((sum, word) => sum + bitCount(word), 0);
  };
};

/**
 * The topics that can be learned now on the way to some topics: all their prerequisites are known. Those that open up
 * most come first, as in `nextTopics`, which does not say how much; among equals the order of the map decides.
 *
 * Topics that the wanted ones need are wanted too, so nothing is blocked for good. If prerequisites form a cycle, the first
 * topic of the map's order that is left can be learned.
 * @param wanted known topics are left out
 * @param order positions in an order to keep instead, such as that of a document
 */
export const nextSteps = (
  graph: TopicGraph,
  isKnown: (topic: number) => boolean,
  wanted: number[],
  order: number[] | null = null,
): NextStep[] => {
  const open = closure(graph, wanted, isKnown);
  const topics = inOrder(
    order ? [...order.filter((topic) => open.has(topic)), ...open] : [...open].sort((one, other) => one - other),
    (topic) => graph.needs[topic].filter((need) => open.has(need)),
  );
  const opens = openedBy(graph, topics);
  const step = (topic: number): NextStep => ({ topic, opens: opens(topic) });
  const steps = topics.filter((topic) => graph.needs[topic].every(isKnown)).map(step);
  if (steps.length === 0) return topics.slice(0, 1).map(step);
  return order ? steps : steps.sort((one, other) => other.opens - one.opens || one.topic - other.topic);
};
