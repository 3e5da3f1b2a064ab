import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { clear } from "./browser.mjs";

const { counts } = await import("../../plugins/learning_roadmap/client/core/counts.ts");
const { store } = await import("../../plugins/learning_roadmap/client/storage/store.ts");

const mark = (states) =>
  assert.ok(store.write(Object.entries(states).map(([id, state]) => [`state/${id}`, { state }])));

beforeEach(() => {
  clear();
  store.refresh();
});

test("optional topics and other branches are not counted", () => {
  assert.deepEqual(counts.of("all"), { done: 0, size: 5, skipped: 0, learning: 0, extra: 0 });
  assert.deepEqual(counts.of("phase:one"), { done: 0, size: 3, skipped: 0, learning: 0, extra: 0 });
  assert.deepEqual(counts.of("phase:two"), { done: 0, size: 2, skipped: 0, learning: 0, extra: 0 });
});

test("optional topics that are done count as extra", () => {
  mark({ a: "done", c: "done", d: "learning" });
  assert.deepEqual(counts.of("phase:one"), { done: 1, size: 3, skipped: 0, learning: 1, extra: 1 });
});

test("what is known already counts as done", () => {
  assert.ok(
    store.write([
      ["state/a", { state: "done", known: true }],
      ["state/c", { state: "done", known: true }],
    ]),
  );
  assert.deepEqual(counts.of("phase:one"), { done: 1, size: 3, skipped: 0, learning: 0, extra: 1 });
});

test("skipped topics are not counted", () => {
  mark({ a: "skipped", b: "done" });
  assert.deepEqual(counts.of("phase:one"), { done: 1, size: 2, skipped: 1, learning: 0, extra: 0 });
});

test("of two branches, the one with more progress counts", () => {
  mark({ g: "done" });
  assert.deepEqual(counts.of("phase:two"), { done: 1, size: 2, skipped: 0, learning: 0, extra: 0 });
  assert.equal(counts.isOffBranch("e"), true);
  assert.equal(counts.isOffBranch("h"), false);
  assert.equal(counts.isNeedless("e"), false);
  mark({ h: "done" });
  assert.equal(counts.isNeedless("e"), true);
  assert.equal(counts.isNeedless("h"), false);
});

test("the state of a parent is that of its subtopics", () => {
  assert.equal(counts.isParent("letters"), true);
  assert.deepEqual(counts.leavesOf("letters"), ["a", "b"]);
  assert.deepEqual(counts.leavesOf("d"), ["d"]);
  assert.deepEqual(counts.parentsOf("b"), ["letters"]);
  assert.deepEqual(counts.parentsOf("d"), []);
});

test("an unknown set is empty", () => {
  assert.deepEqual(counts.of("phase:none"), { done: 0, size: 0, skipped: 0, learning: 0, extra: 0 });
  assert.deepEqual(counts.leavesIn("phase:none"), []);
});
