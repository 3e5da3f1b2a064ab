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

/** @returns the hours of some topics, exercises and projects; two for each without hours */
export const cost = (graph: TopicGraph, topics: number[], tasks: string[] = []): number =>
  topics.reduce((sum, topic) => sum + (graph.hours[topic] ?? DEFAULT_HOURS), 0) +
  tasks.reduce((sum, task) => sum + (graph.taskHours[task] ?? DEFAULT_HOURS), 0);

/**
 * List some nodes in ascending order, but each after its prerequisites. A prerequisite that would close a cycle is ignored.
 * @param nodes ascending
 */
export const inOrder = (nodes: number[], needs: (node: number) => number[]): number[] => {
  const ordered = new Set<number>();
  for (const start of nodes) {
    const waiting = new Set([start]);
    const stack = [{ node: start, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const before = needs(top.node);
      while (top.next < before.length && (ordered.has(before[top.next]) || waiting.has(before[top.next])))
        top.next += 1;
      if (ordered.has(top.node) || top.next >= before.length) {
        ordered.add(top.node);
        stack.pop();
      } else {
        waiting.add(before[top.next]);
        stack.push({ node: before[top.next], next: 0 });
      }
    }
  }
  return [...ordered];
};
