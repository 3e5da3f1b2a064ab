/* The graph of prerequisites. Pure. */

import type { TopicGraph } from "./types.ts";

/** What a topic or task costs if the roadmap does not say it, when alternatives are compared, in hours. */
const DEFAULT_HOURS = 2;

/** @param needs the numbers of the direct prerequisites of each topic */
export const topicGraph = (
  needs: number[][],
  hours: (number | null)[],
  taskHours: Record<string, number>,
): TopicGraph => {
  const neededBy: number[][] = needs.map(() => []);
  needs.forEach((before, topic) => {
    for (const need of before) neededBy[need].push(topic);
  });
  return { needs, neededBy, hours, taskHours };
};

/**
 * Add up the hours of some topics, exercises and projects; two for each without hours. Adds whole minutes: a sum of
 * fractions depends on their order, and equal alternatives would differ.
 */
export const cost = (graph: TopicGraph, topics: Iterable<number>, tasks: Iterable<string> = []): number => {
  const minutes = (hours: number | null | undefined) => Math.floor((hours ?? DEFAULT_HOURS) * 60 + 0.5);
  let sum = 0;
  for (const topic of topics) sum += minutes(graph.hours[topic]);
  for (const task of tasks) sum += minutes(graph.taskHours[task]);
  return sum / 60;
};

/**
 * List some nodes in ascending order, but each after its prerequisites. A prerequisite that would close a cycle is ignored.
 * O(nodes + prerequisites) steps.
 * @param nodes ascending
 */
export const inOrder = (nodes: number[], needs: (node: number) => number[]): number[] => {
  const ordered = new Set<number>();
  for (const start of nodes) {
    if (ordered.has(start)) continue;
    const waiting = new Set([start]);
    const stack = [{ node: start, before: needs(start), next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const isPassed = (need: number) => ordered.has(need) || waiting.has(need);
      while (top.next < top.before.length && isPassed(top.before[top.next])) top.next += 1;
      if (top.next < top.before.length) {
        const need = top.before[top.next];
        waiting.add(need);
        stack.push({ node: need, before: needs(need), next: 0 });
      } else {
        ordered.add(top.node);
        stack.pop();
      }
    }
  }
  return [...ordered];
};
