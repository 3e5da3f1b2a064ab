/* The path to a goal: the smallest set of topics that leads there, in an order in which they can be learned. Pure. */

import { cost, inOrder } from "./topic-graph.ts";
import type { Choice, LearningPath, Requirements, TopicGraph } from "./types.ts";

/** What is learned and done for a goal. */
interface Selection {
  /** The topics to learn, with all that leads to them. */
  topics: Set<number>;
  /** The topics that the goal itself asks for, and those of the chosen alternatives; known ones, too. */
  aims: Set<number>;
  /** The exercises and projects to do, in their order. */
  tasks: Set<string>;
}

const nothing = (): Selection => ({ topics: new Set(), aims: new Set(), tasks: new Set() });

const include = (selection: Selection, other: Selection): Selection => {
  for (const topic of other.topics) selection.topics.add(topic);
  for (const topic of other.aims) selection.aims.add(topic);
  for (const task of other.tasks) selection.tasks.add(task);
  return selection;
};

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
 * problem, and NP-hard. An alternative whose exercise or project is done, or on the path anyway, adds nothing.
 *
 * The order is that of the map, but each topic comes after its prerequisites. Without choices it takes
 * O(topics + prerequisites) steps; a choice takes as much again for each alternative, as many times as alternatives are
 * chosen.
 */
export const pathTo = (
  graph: TopicGraph,
  goal: Requirements,
  isKnown: (topic: number) => boolean,
  isDone: (task: string) => boolean = () => false,
): LearningPath => {
  /**
   * What a goal adds to what is known, done or on the path anyway. The path contains what its topics need, except what
   * only leads to known ones, so that only new topics are visited.
   */
  const addition = ({ topics = [], choices = [], tasks = [] }: Requirements, path: Selection): Selection => {
    const isReached = (topic: number) => isKnown(topic) || path.topics.has(topic);
    const isToDo = (task: string) => !isDone(task) && !path.tasks.has(task);
    const added = {
      topics: closure(graph, topics, isReached),
      aims: new Set(topics),
      tasks: new Set(tasks.filter(isToDo)),
    };
    for (const choice of choices)
      for (const chosen of cheapest(choice, include(include(nothing(), path), added))) include(added, chosen);
    return added;
  };
  /** The alternatives that are chosen, in the order in which they are. */
  const cheapest = ({ count, among }: Choice, path: Selection): Selection[] => {
    const chosen: Selection[] = [];
    const rest = [...among];
    while (rest.length > 0 && chosen.length < count) {
      const options = rest.map((alternative) =>
        isReachedBy(alternative, path) ? nothing() : addition(alternative, path),
      );
      const costs = options.map(({ topics, tasks }) => cost(graph, topics, tasks));
      const best = costs.indexOf(Math.min(...costs));
      chosen.push(options[best]);
      include(path, options[best]);
      rest.splice(best, 1);
    }
    return chosen;
  };
  const isReachedBy = ({ tasks = [] }: Requirements, path: Selection) =>
    tasks.length > 0 && tasks.every((task) => isDone(task) || path.tasks.has(task));
  const { topics, aims, tasks } = addition(goal, nothing());
  const order = inOrder([...topics].sort(ascending), (topic) => graph.needs[topic].filter((need) => topics.has(need)));
  const position = new Map(order.map((topic, at) => [topic, at]));
  const at = (topic: number) => position.get(topic) as number;
  const steps = order.map((topic) => ({
    topic,
    opens: graph.neededBy[topic].filter((other) => position.has(other)).sort((one, other) => at(one) - at(other)),
  }));
  const before = new Set([...aims, ...order.flatMap((topic) => graph.needs[topic])]);
  return { steps, tasks: [...tasks], known: [...before].filter(isKnown).sort(ascending) };
};
