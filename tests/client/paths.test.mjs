import assert from "node:assert/strict";
import { test } from "node:test";
import { topicGraph } from "../../plugins/learning_roadmap/client/graph/topic-graph.ts";
import { withoutSkipped } from "../../plugins/learning_roadmap/client/graph/alternatives.ts";
import { pathTo } from "../../plugins/learning_roadmap/client/graph/path.ts";
import { findGoals } from "../../plugins/learning_roadmap/client/paths/goal-search.ts";
import { countPath } from "../../plugins/learning_roadmap/client/graph/path-counts.ts";

const goals = ["Model evaluation", "Value models", "Évaluation (online)", "C++", "Devaluation"].map((title) => ({
  title,
}));
const find = (query) => findGoals(goals, query).map(({ title }) => title);

test("goals are found by all words, without case and accents; beginnings come first", () => {
  assert.deepEqual(find("EVAL"), ["Évaluation (online)", "Model evaluation", "Devaluation"]);
  assert.deepEqual(find(" model  val"), ["Model evaluation", "Value models"]);
  assert.deepEqual(find("c++"), ["C++"]);
  assert.deepEqual(find("(on"), ["Évaluation (online)"]);
  assert.deepEqual(find("nothing"), []);
  assert.deepEqual(find("  "), []);
});

test("goals are found by alternative names", () => {
  const goals = [
    { id: "neighbors", title: "Nearest neighbors" },
    { id: "svm", title: "Support vector machines" },
    { id: "vectors", title: "Vectors" },
  ];
  const also = { neighbors: ["KNN", "k-NN"], svm: ["SVM", "Vector machine"] };
  const find = (query) => findGoals(goals, query, also).map(({ id }) => id);
  assert.deepEqual(find("knn"), ["neighbors"]);
  assert.deepEqual(find("vector"), ["svm", "vectors"]);
  assert.deepEqual(find("knn neighbors"), [], "words of two names are not one name");
});

// 0 ← 1 ← 2 ← 4, 3 ← 4; 5 alone.
const graph = topicGraph([[], [0], [1], [], [2, 3], []], [1, 2, null, 8, 16, 32], {});
const count = (needs, known, ticked = []) => {
  const path = pathTo(graph, needs, (topic) => known.includes(topic));
  const { topics, ...counts } = countPath(
    graph,
    needs,
    path,
    (topic) => known.includes(topic) || ticked.includes(topic),
  );
  assert.equal(topics.length, counts.size);
  return counts;
};

test("a path is counted from nothing", () => {
  assert.deepEqual(count({ topics: [4] }, []), {
    open: [0, 1, 2, 3, 4],
    hours: 27,
    withoutHours: 1,
    size: 5,
    known: 0,
    skipped: 0,
    implied: 0,
  });
});

test("what leads to a known topic is not needed", () => {
  assert.deepEqual(count({ topics: [4] }, [2, 5]), {
    open: [3, 4],
    hours: 24,
    withoutHours: 0,
    size: 5,
    known: 1,
    skipped: 0,
    implied: 2,
  });
});

test("what was ticked since the path was opened is known", () => {
  const { open, known, implied } = count({ topics: [4] }, [1], [3]);
  assert.deepEqual({ open, known, implied }, { open: [2, 4], known: 2, implied: 1 });
});

test("of alternatives the known one counts", () => {
  const needs = { choices: [{ count: 1, among: [{ topics: [4] }, { topics: [5] }] }] };
  const { open, size, known, implied } = count(needs, [4]);
  assert.deepEqual({ open, size, known, implied }, { open: [], size: 5, known: 1, implied: 4 });
});

test("a skipped alternative is not the chosen one", () => {
  const graph = topicGraph([[], [], []], [1, 2, 4], { stall: 1 });
  const oneOf = (...among) => ({ choices: [{ count: 1, among }] });
  const chosen = (needed, ...skipped) => {
    const isSkipped = (entry) => skipped.includes(entry);
    const path = pathTo(graph, withoutSkipped(needed, isSkipped, isSkipped), isSkipped);
    return [...path.steps.map(({ topic }) => topic), ...path.tasks];
  };
  const topics = oneOf({ topics: [0] }, { topics: [1] }, { topics: [2] });
  assert.deepEqual(chosen(topics), [0]);
  assert.deepEqual(chosen(topics, 0), [1]);
  assert.deepEqual(chosen(topics, 0, 1, 2), [], "a choice of which all is skipped");
  const tasks = oneOf({ tasks: ["stall"], topics: [0] }, { topics: [2] });
  assert.deepEqual(chosen(tasks), [0, "stall"]);
  assert.deepEqual(chosen(tasks, "stall"), [2]);
  assert.deepEqual(chosen(oneOf(topics, { topics: [2] }), 0), [1], "choices inside choices");
});
