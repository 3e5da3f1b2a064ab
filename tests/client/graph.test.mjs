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
