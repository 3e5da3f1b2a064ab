/* What to learn next. Pure. */

import { inOrder } from "./topic-graph.ts";
import type { TopicGraph } from "./types.ts";

/** Topics that are counted in one pass, as the bits of a number. */
const BLOCK = 32;

/**
 * Count how many of some topics need each of those that can be learned now, directly or through others.
 *
 * Each of them has a bit. A topic gets the bits of its prerequisites, in one pass over the graph for 32 topics. One
 * search for each of them would visit the graph as often as there are topics.
 */
export const openedBy = (graph: TopicGraph, ready: number[], among: Set<number>): Map<number, number> => {
  const needs = (topic: number) => graph.needs[topic].filter((need) => among.has(need));
  const order = inOrder(
    [...among].sort((one, other) => one - other),
    needs,
  );
  const place = new Map(order.map((topic, at) => [topic, at]));
  const at = (topic: number) => place.get(topic) as number;
  // The places of all prerequisites one after the other; those of a topic end where those of the next one begin.
  const first = new Int32Array(order.length + 1);
  const edges: number[] = [];
  order.forEach((topic, position) => {
    for (const need of needs(topic)) edges.push(at(need));
    first[position + 1] = edges.length;
  });
  const sources = Int32Array.from(edges);
  const counts = new Map<number, number>();
  for (let start = 0; start < ready.length; start += BLOCK) {
    const block = ready.slice(start, start + BLOCK);
    const bits = new Int32Array(order.length);
    const opened = new Int32Array(BLOCK);
    block.forEach((topic, bit) => {
      bits[at(topic)] = 1 << bit;
    });
    for (let position = 0; position < order.length; position += 1) {
      let reached = 0;
      for (let edge = first[position]; edge < first[position + 1]; edge += 1) reached |= bits[sources[edge]];
      bits[position] |= reached;
      for (; reached !== 0; reached &= reached - 1) opened[31 - Math.clz32(reached & -reached)] += 1;
    }
    block.forEach((topic, bit) => {
      counts.set(topic, opened[bit]);
    });
  }
  return counts;
};

/**
 * The wanted topics that can be learned now: all their prerequisites are known. Those that open up more of the wanted
 * topics, directly or through others, come first; among equals the order of the map decides.
 * O(topics that can be learned now × prerequisites / 32) steps, and one for each topic that each of them opens up.
 * @param graph prerequisites, without cycles
 * @param wanted the topics to choose from, such as those of a path; known ones are left out
 */
export const nextTopics = (graph: TopicGraph, isKnown: (topic: number) => boolean, wanted: number[]): number[] => {
  const open = new Set(wanted.filter((topic) => !isKnown(topic)));
  const ready = [...open].filter((topic) => graph.needs[topic].every(isKnown));
  const opened = openedBy(graph, ready, open);
  const opens = (topic: number) => opened.get(topic) as number;
  return ready.sort((one, other) => opens(other) - opens(one) || one - other);
};
