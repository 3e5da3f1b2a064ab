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

test("optional topics and the other branch do not count", () => {
  assert.deepEqual(counts.of("all"), { done: 0, size: 5, skipped: 0, learning: 0, extra: 0 });
  assert.deepEqual(counts.of("phase:one"), { done: 0, size: 3, skipped: 0, learning: 0, extra: 0 });
  assert.deepEqual(counts.of("phase:two"), { done: 0, size: 2, skipped: 0, learning: 0, extra: 0 });
});

test("what is optional counts as extra", () => {
  mark({ a: "done", c: "done", d: "learning" });
  assert.deepEqual(counts.of("phase:one"), { done: 1, size: 3, skipped: 0, learning: 1, extra: 1 });
});

test("what is skipped leaves what there is to do", () => {
  mark({ a: "skipped", b: "done" });
  assert.deepEqual(counts.of("phase:one"), { done: 1, size: 2, skipped: 1, learning: 0, extra: 0 });
});

test("of two branches the one that is further counts", () => {
  mark({ g: "done" });
  assert.deepEqual(counts.of("phase:two"), { done: 1, size: 2, skipped: 0, learning: 0, extra: 0 });
  assert.equal(counts.isOffBranch("e"), true);
  assert.equal(counts.isOffBranch("h"), false);
  assert.equal(counts.isNeedless("e"), false);
  mark({ h: "done" });
  assert.equal(counts.isNeedless("e"), true);
  assert.equal(counts.isNeedless("h"), false);
});

test("a parent stands for its parts", () => {
  assert.equal(counts.isParent("letters"), true);
  assert.deepEqual(counts.leavesOf("letters"), ["a", "b"]);
  assert.deepEqual(counts.leavesOf("d"), ["d"]);
  assert.deepEqual(counts.parentsOf("b"), ["letters"]);
  assert.deepEqual(counts.parentsOf("d"), []);
});

test("a set that there is not is empty", () => {
  assert.deepEqual(counts.of("phase:none"), { done: 0, size: 0, skipped: 0, learning: 0, extra: 0 });
  assert.deepEqual(counts.leavesIn("phase:none"), []);
});
