/* What to learn next. Pure. */

import { inOrder } from "./topic-graph.ts";
import type { TopicGraph } from "./types.ts";

/** Topics that are counted in one pass, as the bits of a number. */
const BLOCK = 32;

const bitCount = (bits: number): number => {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/**
 * Count how many of some topics need each of them, directly or through others of them.
 *
 * Counts descendants with bit sets: a bit for each topic of a block, and the bits of a topic are those of its dependents
 * together. One search for each topic would take O(topics × prerequisites) steps.
 */
const openedBy = (graph: TopicGraph, among: Set<number>): Map<number, number> => {
  const order = inOrder(
    [...among].sort((one, other) => one - other),
    (topic) => graph.needs[topic].filter((need) => among.has(need)),
  );
  const place = new Map(order.map((topic, at) => [topic, at]));
  // The places of all dependents one after the other; those of a topic end where those of the next one begin.
  const first = new Int32Array(order.length + 1);
  const dependents: number[] = [];
  order.forEach((topic, at) => {
    for (const other of graph.neededBy[topic]) {
      const position = place.get(other);
      if (position !== undefined) dependents.push(position);
    }
    first[at + 1] = dependents.length;
  });
  const targets = Int32Array.from(dependents);
  const counts = new Int32Array(order.length);
  for (let start = 0; start < order.length; start += BLOCK) {
    const bits = new Int32Array(order.length);
    // What comes later in the order than a block leads to none of its topics.
    for (let at = Math.min(start + BLOCK, order.length) - 1; at >= 0; at -= 1) {
      let reached = 0;
      for (let edge = first[at]; edge < first[at + 1]; edge += 1) reached |= bits[targets[edge]];
      counts[at] += bitCount(reached);
      bits[at] = at >= start ? reached | (1 << (at - start)) : reached;
    }
  }
  return new Map(order.map((topic, at) => [topic, counts[at]]));
};

/**
 * The wanted topics that can be learned now: all their prerequisites are known. Those that open up more of the wanted
 * topics, directly or through others, come first; among equals the order of the map decides.
 * O(topics × prerequisites / 32) steps.
 * @param graph prerequisites, without cycles
 * @param wanted the topics to choose from, such as those of a path; known ones are left out
 */
export const nextTopics = (graph: TopicGraph, isKnown: (topic: number) => boolean, wanted: number[]): number[] => {
  const open = new Set(wanted.filter((topic) => !isKnown(topic)));
  const opened = openedBy(graph, open);
  const opens = (topic: number) => opened.get(topic) as number;
  return [...open]
    .filter((topic) => graph.needs[topic].every(isKnown))
    .sort((one, other) => opens(other) - opens(one) || one - other);
};
