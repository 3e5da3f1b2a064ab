import assert from "node:assert/strict";
import { test } from "node:test";
import { planOrder } from "../../plugins/learning_roadmap/client/dashboard/plan-order.ts";
import { topicGraph } from "../../plugins/learning_roadmap/client/graph/topic-graph.ts";

/** 0 ← 1 ← 2, and 3 on its own, and 4 that needs 2 and 3. */
const GRAPH = topicGraph([[], [0], [1], [], [2, 3]], [null, null, null, null, null], {});
const nothing = () => false;

test("a topic before what it needs is a problem", () => {
  assert.deepEqual(planOrder.problems(GRAPH, [1, 0, 3], nothing), {
    early: [{ topic: 1, need: 0 }],
    missing: [],
    added: [],
  });
});

test("a topic without what it needs is a problem, with all that would have to be added", () => {
  assert.deepEqual(planOrder.problems(GRAPH, [3, 4], nothing), {
    early: [],
    missing: [{ topic: 4, need: 2 }],
    added: [0, 1, 2],
  });
});

test("what is known is no problem", () => {
  const { early, missing, added } = planOrder.problems(GRAPH, [4, 2, 3], (topic) => topic === 2 || topic === 3);
  assert.deepEqual([early, missing, added], [[], [], []]);
});

test("a plan without the rules keeps its order", () => {
  assert.deepEqual(planOrder.arranged(GRAPH, [4, 1, 0], nothing, {}), [4, 1, 0]);
});

test("prerequisites first: nothing is added, and no topic comes before what it needs", () => {
  const order = planOrder.arranged(GRAPH, [4, 3, 1, 0], nothing, { first: true });
  assert.deepEqual(order, [3, 4, 0, 1]);
  assert.deepEqual(planOrder.problems(GRAPH, order, nothing).early, []);
});

test("topics that are needed are added before those that need them", () => {
  assert.deepEqual(planOrder.arranged(GRAPH, [3, 4], nothing, { needs: true }), [3, 0, 1, 2, 4]);
  assert.deepEqual(planOrder.problems(GRAPH, [3, 0, 1, 2, 4], nothing), { early: [], missing: [], added: [] });
});

test("an added topic stays in the plan when it is done, and what only it needs is not added", () => {
  const order = planOrder.arranged(GRAPH, [3, 4], (topic) => topic === 2, { needs: true });
  assert.deepEqual(order, [3, 2, 4]);
});

test("both rules leave no problem", () => {
  const order = planOrder.arranged(GRAPH, [4, 1, 3], nothing, { needs: true, first: true });
  assert.deepEqual(planOrder.problems(GRAPH, order, nothing), { early: [], missing: [], added: [] });
});
