import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { clear } from "./browser.mjs";

const { counts } = await import("../../plugins/learning_roadmap/client/core/counts.ts");
const { branches } = await import("../../plugins/learning_roadmap/client/dashboard/branches.ts");
const { store } = await import("../../plugins/learning_roadmap/client/storage/store.ts");

const mark = (states) =>
  assert.ok(store.write(Object.entries(states).map(([id, state]) => [`state/${id}`, { state }])));

beforeEach(() => {
  clear();
  store.refresh();
});

test("optional topics and other branches are not counted", () => {
  assert.deepEqual(counts.of("all"), { done: 0, size: 5, skipped: 0, learning: 0, extra: 0, optional: 3 });
  assert.deepEqual(counts.of("phase:one"), { done: 0, size: 3, skipped: 0, learning: 0, extra: 0, optional: 1 });
  assert.deepEqual(counts.of("phase:two"), { done: 0, size: 2, skipped: 0, learning: 0, extra: 0, optional: 2 });
});

test("optional topics that are done count as extra", () => {
  mark({ a: "done", c: "done", d: "learning" });
  assert.deepEqual(counts.of("phase:one"), { done: 1, size: 3, skipped: 0, learning: 1, extra: 1, optional: 1 });
});

test("what is known already counts as done", () => {
  assert.ok(
    store.write([
      ["state/a", { state: "done", known: true }],
      ["state/c", { state: "done", known: true }],
    ]),
  );
  assert.deepEqual(counts.of("phase:one"), { done: 1, size: 3, skipped: 0, learning: 0, extra: 1, optional: 1 });
});

test("skipped topics are not counted", () => {
  mark({ a: "skipped", b: "done" });
  assert.deepEqual(counts.of("phase:one"), { done: 1, size: 2, skipped: 1, learning: 0, extra: 0, optional: 1 });
});

test("of two branches, the one with more progress counts", () => {
  mark({ g: "done" });
  assert.deepEqual(counts.of("phase:two"), { done: 1, size: 2, skipped: 0, learning: 0, extra: 0, optional: 2 });
  assert.equal(counts.isOffBranch("e"), true);
  assert.equal(counts.isOffBranch("h"), false);
  assert.equal(branches.isNeedless("e"), false);
  mark({ h: "done" });
  assert.equal(branches.isNeedless("e"), true);
  assert.equal(branches.isNeedless("h"), false);
});

test("a skipped branch is not done, and a branch without its skipped topics is", () => {
  mark({ g: "skipped", h: "skipped" });
  assert.equal(branches.isNeedless("e"), false);
  mark({ g: "done" });
  assert.equal(branches.isNeedless("e"), true);
});

test("other states are counted without a trace", () => {
  mark({ a: "done" });
  const own = counts.of("all");
  const others = (id) => (id === "g" ? "done" : id === "b" ? "skipped" : "todo");
  assert.deepEqual(
    counts.withStates(others, () => counts.of("all")),
    { done: 1, size: 4, skipped: 1, learning: 0, extra: 0, optional: 3 },
  );
  assert.throws(() => counts.withStates(others, () => assert.fail()));
  assert.deepEqual(counts.of("all"), own);
});

test("the state of a parent is that of its subtopics", () => {
  assert.equal(counts.isParent("letters"), true);
  assert.deepEqual(counts.leavesOf("letters"), ["a", "b"]);
  assert.deepEqual(counts.leavesOf("d"), ["d"]);
  assert.deepEqual(counts.parentsOf("b"), ["letters"]);
  assert.deepEqual(counts.parentsOf("d"), []);
});

test("an unknown set is empty", () => {
  assert.deepEqual(counts.of("phase:none"), { done: 0, size: 0, skipped: 0, learning: 0, extra: 0, optional: 0 });
  assert.deepEqual(counts.leavesIn("phase:none"), []);
});

test("exercises and projects have counts of their own", () => {
  mark({ x: "done", p: "done", q: "skipped" });
  assert.deepEqual(counts.tasks("all"), { exercises: { done: 1, size: 2 }, projects: { done: 1, size: 2 } });
  assert.deepEqual(counts.tasks("phase:one"), { exercises: { done: 1, size: 1 }, projects: { done: 0, size: 0 } });
  assert.deepEqual(counts.tasksIn("phase:two"), ["y", "p", "q", "r"]);
});

test("for any states, every topic is counted once, and what is open is what is not done", () => {
  let seed = 1;
  const random = (size) => {
    seed = (seed * 48271) % 2147483647;
    return seed % size;
  };
  for (let run = 0; run < 300; run += 1) {
    const states = [..."abcdefgh"].map((id) => [id, ["todo", "learning", "done", "skipped"][random(4)]]);
    mark(Object.fromEntries(states));
    for (const scope of ["all", "phase:one", "phase:two", "topic:letters"]) {
      const { done, size, skipped, extra, optional } = counts.of(scope);
      const inside = new Set(counts.leavesIn(scope));
      const having = (...some) => states.filter(([id, state]) => inside.has(id) && some.includes(state)).length;
      assert.equal(size + optional + skipped, inside.size);
      assert.equal(done + extra, having("done"));
      assert.equal(skipped, having("skipped"));
      assert.equal(counts.open(scope).length, size - done);
      assert.ok(counts.open(scope).every((id) => !counts.isOptional(id)));
    }
    const [one, two, all] = ["phase:one", "phase:two", "all"].map((scope) => counts.of(scope));
    for (const name of Object.keys(all)) assert.equal(one[name] + two[name], all[name], name);
    const off = counts.offBranch([0, 1, 2, 3, 4, 5, 6, 7]);
    assert.deepEqual(
      [...off],
      [..."abcdefgh"].flatMap((id, at) => (counts.isOffBranch(id) ? [at] : [])),
    );
  }
});
