/* What can be learned next, and how many topics each of it opens up. Pure. */

import { openedBy } from "../graph/next-topics.ts";
import { closure } from "../graph/path.ts";
import { inOrder } from "../graph/topic-graph.ts";
import type { TopicGraph } from "../graph/types.ts";

/** A topic that can be learned now. */
export interface NextStep {
  topic: number;
  /** How many of the wanted topics need it, directly or through others. */
  opens: number;
}

/**
 * The topics that can be learned now on the way to some topics: all their prerequisites are known. Those that open up
 * most come first, as in `nextTopics`; among equals the order of the map decides.
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
  const ready = topics.filter((topic) => graph.needs[topic].every(isKnown));
  const opens = openedBy(graph, ready.length > 0 ? ready : topics.slice(0, 1), open);
  const steps = [...opens].map(([topic, count]): NextStep => ({ topic, opens: count }));
  return order ? steps : steps.sort((one, other) => other.opens - one.opens || one.topic - other.topic);
};
