import assert from "node:assert/strict";
import { test } from "node:test";
import { nextSteps } from "../../plugins/learning_roadmap/client/dashboard/next-steps.ts";
import { closure } from "../../plugins/learning_roadmap/client/graph/path.ts";
import { nextTopics } from "../../plugins/learning_roadmap/client/graph/next-topics.ts";
import { topicGraph } from "../../plugins/learning_roadmap/client/graph/topic-graph.ts";

const graphOf = (needs) =>
  topicGraph(
    needs,
    needs.map(() => null),
    {},
  );
const all = (needs) => [...needs.keys()];
const knows =
  (...topics) =>
  (topic) =>
    topics.includes(topic);

/** A generator of numbers from 0 to 1 that gives the same ones each time. */
const randomNumbers = (seed) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
};
/** Topics of which each needs up to two of the `span` before it. */
const randomNeeds = (random, size, span) =>
  Array.from({ length: size }, (_, topic) =>
    topic === 0 || random() < 0.2
      ? []
      : [...new Set([1, 2].map(() => topic - 1 - Math.floor(random() * Math.min(topic, span))))].sort((a, b) => a - b),
  );

test("topics that open up more come first", () => {
  const needs = [[], [], [1], [2], [0]];
  assert.deepEqual(nextSteps(graphOf(needs), knows(), all(needs)), [
    { topic: 1, opens: 2 },
    { topic: 0, opens: 1 },
  ]);
});

test("the steps are those of nextTopics, in the same order", () => {
  const random = randomNumbers(7);
  for (let round = 0; round < 100; round += 1) {
    const needs = randomNeeds(random, 1 + Math.floor(random() * 80), 12);
    const graph = graphOf(needs);
    const known = new Set(all(needs).filter(() => random() < 0.3));
    const isKnown = (topic) => known.has(topic);
    const wanted = all(needs).filter(() => random() < 0.5);
    assert.deepEqual(
      nextSteps(graph, isKnown, wanted).map(({ topic }) => topic),
      nextTopics(graph, isKnown, [...closure(graph, wanted, isKnown)]),
    );
  }
});

test("topics that are not wanted come in if a wanted one needs them", () => {
  assert.deepEqual(nextSteps(graphOf([[], [0], [1]]), knows(), [2]), [{ topic: 0, opens: 2 }]);
});

test("an order of one's own is kept, except that no blocked topic comes", () => {
  const needs = [[], [], [0], []];
  const steps = nextSteps(graphOf(needs), knows(), all(needs), [3, 2, 1, 0]);
  assert.deepEqual(
    steps.map(({ topic }) => topic),
    [3, 0, 1],
  );
});

test("without prerequisites, the order is that of the map, or the one to keep", () => {
  const graph = graphOf([[], [], []]);
  const topics = (order) => nextSteps(graph, knows(0), [2, 1, 0], order).map(({ topic }) => topic);
  assert.deepEqual(topics(null), [1, 2]);
  assert.deepEqual(topics([2, 1, 0]), [2, 1]);
});

test("a cycle does not block", () => {
  assert.equal(nextSteps(graphOf([[1], [0]]), knows(), [0, 1]).length, 1);
});

test("the prerequisites of 10,000 topics are looked up a few times each", () => {
  const needs = randomNeeds(randomNumbers(1), 10_000, 200);
  let lookups = 0;
  const counted = new Proxy(needs, {
    get: (target, key) => {
      lookups += 1;
      return target[key];
    },
  });
  nextSteps({ ...graphOf(needs), needs: counted }, knows(), all(needs));
  assert.ok(lookups <= 5 * needs.length, `${lookups} lookups`);
});
