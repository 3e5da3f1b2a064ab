/* The order of a plan and the prerequisites of its topics. Pure. */

import { closure, pathTo } from "../graph/path.ts";
import { inOrder } from "../graph/topic-graph.ts";
import type { Requirements, TopicGraph } from "../graph/types.ts";

/** A topic that is planned, and one that it needs, which comes later or not at all. */
export interface OrderProblem {
  topic: number;
  need: number;
}

/** What is wrong with the order of a plan. */
export interface OrderProblems {
  /** The topic that is needed is planned too, but later. */
  early: OrderProblem[];
  /** The topic that is needed is not planned. */
  missing: OrderProblem[];
  /** All topics to add, so that none is missing, with those that they need themselves, ascending. */
  added: number[];
}

/**
 * Find the topics of a plan that come before what they need. O(topics + prerequisites) steps.
 * @param order the topics that are planned; known ones do not matter
 */
const problems = (graph: TopicGraph, order: number[], isKnown: (topic: number) => boolean): OrderProblems => {
  const open = order.filter((topic) => !isKnown(topic));
  const position = new Map(open.map((topic, at) => [topic, at]));
  const early: OrderProblem[] = [];
  const missing: OrderProblem[] = [];
  open.forEach((topic, at) => {
    for (const need of graph.needs[topic]) {
      if (isKnown(need)) continue;
      const other = position.get(need);
      if (other === undefined) missing.push({ topic, need });
      else if (other > at) early.push({ topic, need });
    }
  });
  const added = [...closure(graph, open, isKnown)].filter((topic) => !position.has(topic));
  return { early, missing, added: added.sort((one, other) => one - other) };
};

/**
 * Arrange the topics of a plan.
 * @param order as it is without the rules
 * @param rules whether to add the topics that others need, each before the first that needs it, and whether to put each
 *     topic after those that it needs
 */
const arranged = (
  graph: TopicGraph,
  order: number[],
  isKnown: (topic: number) => boolean,
  rules: { needs?: boolean; first?: boolean },
): number[] => {
  if (!rules.needs && !rules.first) return order;
  const own = new Set(order);
  // Known topics stay in a plan, and so do those that were added to it before they were known.
  const known = rules.needs ? [...closure(graph, order, () => false)].filter(isKnown) : [];
  const open = rules.needs ? [...closure(graph, order, isKnown)] : [];
  const added = new Set([...known, ...open].filter((topic) => !own.has(topic)));
  const moves = (need: number) => added.has(need) || (rules.first === true && own.has(need));
  return inOrder(order, (topic) => graph.needs[topic].filter(moves));
};

/**
 * The topics of the path to a goal, with the known ones that a learner who knows nothing would need: a plan holds what is
 * done, too.
 * @returns each topic after its prerequisites
 */
const ofGoal = (
  graph: TopicGraph,
  goal: Requirements,
  isKnown: (topic: number) => boolean,
  isDone: (task: string) => boolean,
): number[] => {
  const path = pathTo(graph, goal, isKnown, isDone).steps.map(({ topic }) => topic);
  const whole = pathTo(graph, goal, () => false).steps.map(({ topic }) => topic);
  const topics = new Set([...path, ...whole.filter(isKnown)]);
  return inOrder(
    [...topics].sort((one, other) => one - other),
    (topic) => graph.needs[topic].filter((need) => topics.has(need)),
  );
};

export const planOrder = { problems, arranged, ofGoal };
