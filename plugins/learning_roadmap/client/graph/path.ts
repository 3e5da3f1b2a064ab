/* The path to a goal: the smallest set of topics that leads there, in an order in which they can be learned. Pure. */

import { cost, inOrder } from "./topic-graph.ts";
import type { Choice, LearningPath, Requirements, TopicGraph } from "./types.ts";

/** Topics with all that leads to them, and tasks. */
interface Resolved {
  topics: Set<number>;
  tasks: string[];
}

const ascending = (one: number, other: number) => one - other;

/**
 * Topics and all that leads to them, except what is known and what only leads to that. O(topics + prerequisites) steps.
 * @param isKnown whether a topic is known
 */
export const closure = (graph: TopicGraph, topics: number[], isKnown: (topic: number) => boolean): Set<number> => {
  const reached = new Set<number>();
  const waiting = topics.filter((topic) => !isKnown(topic));
  for (let topic = waiting.pop(); topic !== undefined; topic = waiting.pop()) {
    if (reached.has(topic)) continue;
    reached.add(topic);
    for (const need of graph.needs[topic]) if (!isKnown(need) && !reached.has(need)) waiting.push(need);
  }
  return reached;
};

/**
 * The path to a goal for someone who knows some topics and has done some exercises and projects.
 *
 * What leads to a known topic is not needed, even if it is not known itself. Where some of several entries are enough,
 * those that add the fewest hours are taken, one after the other; finding the cheapest combination is a set-cover
 * problem, and NP-hard.
 *
 * The order is that of the map, but each topic comes after its prerequisites. Without choices it takes
 * O(topics + prerequisites) steps, and as much again for each alternative.
 */
export const pathTo = (
  graph: TopicGraph,
  goal: Requirements,
  isKnown: (topic: number) => boolean,
  isDone: (task: string) => boolean = () => false,
): LearningPath => {
  const cheapest = (choice: Choice, begun: Set<number>): Resolved[] => {
    const chosen: Resolved[] = [];
    const rest = [...choice.among];
    const onPath = new Set(begun);
    while (chosen.length < choice.count && rest.length > 0) {
      const options = rest.map((alternative) => resolve(alternative, onPath));
      const costs = options.map(({ topics, tasks }) =>
        cost(graph, [...topics].filter((topic) => !onPath.has(topic)).sort(ascending), tasks),
      );
      const best = costs.indexOf(Math.min(...costs));
      chosen.push(options[best]);
      for (const topic of options[best].topics) onPath.add(topic);
      rest.splice(best, 1);
    }
    return chosen;
  };
  /** @param begun topics that are on the path anyway */
  const resolve = (one: Requirements, begun: Set<number>): Resolved => {
    const topics = closure(graph, one.topics ?? [], isKnown);
    const tasks = new Set((one.tasks ?? []).filter((task) => !isDone(task)));
    for (const choice of one.choices ?? [])
      for (const chosen of cheapest(choice, new Set([...begun, ...topics]))) {
        for (const topic of chosen.topics) topics.add(topic);
        for (const task of chosen.tasks) tasks.add(task);
      }
    return { topics, tasks: [...tasks] };
  };
  const { topics, tasks } = resolve(goal, new Set());
  const needsOnPath = new Map(
    [...topics].map((topic) => [topic, graph.needs[topic].filter((need) => topics.has(need))]),
  );
  const order = inOrder([...topics].sort(ascending), (topic) => needsOnPath.get(topic) ?? []);
  const position = new Map(order.map((topic, at) => [topic, at]));
  const at = (topic: number) => position.get(topic) as number;
  const steps = order.map((topic) => ({
    topic,
    opens: graph.neededBy[topic].filter((other) => position.has(other)).sort((one, other) => at(one) - at(other)),
  }));
  const before = order.flatMap((topic) => graph.needs[topic]).concat(goal.topics ?? []);
  return { steps, tasks, known: [...new Set(before.filter(isKnown))].sort(ascending) };
};
