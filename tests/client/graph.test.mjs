import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nextTopics } from "../../plugins/learning_roadmap/client/graph/next-topics.ts";
import { pathTo } from "../../plugins/learning_roadmap/client/graph/path.ts";
import { topicGraph } from "../../plugins/learning_roadmap/client/graph/topic-graph.ts";

const cases = (name) => JSON.parse(readFileSync(new URL(`../data/graph/${name}.json`, import.meta.url), "utf8"));
const graphOf = ({ needs, hours = [], task_hours = {} }) => topicGraph(needs, hours, task_hours);
const among = (values = []) => {
  const set = new Set(values);
  return (value) => set.has(value);
};

for (const one of cases("paths"))
  test(`path: ${one.name}`, () => {
    const { steps, tasks, known } = pathTo(graphOf(one), one.goal, among(one.known), among(one.done));
    assert.deepEqual(
      { steps: steps.map(({ topic, opens }) => [topic, opens]), tasks, known },
      { steps: one.steps, tasks: one.tasks ?? [], known: one.builds_on ?? [] },
    );
  });

for (const one of cases("next"))
  test(`next: ${one.name}`, () => {
    const wanted = one.wanted ?? [...one.needs.keys()];
    assert.deepEqual(nextTopics(graphOf(one), among(one.known), wanted), one.next);
  });

for (const [name, need] of [
  ["the order of the map", (topic) => topic - 1],
  ["the opposite order", (topic) => topic + 1],
])
  test(`a chain of 100,000 topics in ${name}`, () => {
    const size = 100_000;
    const all = Array.from({ length: size }, (_, topic) => topic);
    const graph = topicGraph(
      all.map((topic) => [need(topic)].filter((other) => other >= 0 && other < size)),
      all.map(() => null),
      {},
    );
    const start = graph.needs.findIndex((needs) => needs.length === 0);
    const nobody = () => false;
    const path = pathTo(graph, { topics: [size - 1 - start] }, nobody).steps.map(({ topic }) => topic);
    assert.equal(path.length, size);
    assert.equal(path[0], start);
    assert.deepEqual(nextTopics(graph, nobody, path.slice(0, 10_000)), [start]);
  });
