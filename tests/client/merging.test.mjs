import assert from "node:assert/strict";
import { test } from "node:test";
import { merging } from "../../plugins/learning_roadmap/client/storage/merging.ts";
import { records } from "../../plugins/learning_roadmap/client/storage/records.ts";

const { merge, canonical, threeWay } = merging;

/** Numbers that look like chance and are the same in every run: mulberry32. */
const numbers = (seed) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};
const one = (chance, ...values) => values[chance(values.length)];
const vector = (chance) =>
  Object.fromEntries(["x", "y", "z"].filter(() => chance(2) === 1).map((name) => [name, 1 + chance(4)]));
const MAKERS = {
  "state/a": (chance) => ({
    ...records.ofChoice(one(chance, "known", ...records.STATES)),
    at: chance(3),
    ...(chance(2) ? { parts: [one(chance, "b", "c")] } : {}),
  }),
  "phase/a": (chance) => ({ status: one(chance, "auto", "in-progress", "completed"), at: chance(3) }),
  "day/2026-01-01": (chance) => ({
    ticks: Object.fromEntries(["walk", "run"].filter(() => chance(2)).map((name) => [name, chance(7) - 3])),
    at: chance(3),
  }),
  "update/2026-01-01": (chance) => ({
    changes: ["a", "b", "c"].filter(() => chance(2)).map((id) => ({ what: "new", id, to: [] })),
    at: chance(3),
  }),
};

for (const [path, make] of Object.entries(MAKERS)) {
  test(`${path}: any order and any repetition gives the same`, () => {
    const chance = numbers(7);
    for (let turn = 0; turn < 3000; turn += 1) {
      const [a, b, c] = [make(chance), make(chance), make(chance)];
      const shown = JSON.stringify([a, b, c]);
      assert.equal(records.check(path, merge(path, a, b)), "", shown);
      assert.equal(canonical(merge(path, a, b)), canonical(merge(path, b, a)), `commutes: ${shown}`);
      assert.equal(
        canonical(merge(path, a, merge(path, b, c))),
        canonical(merge(path, merge(path, a, b), c)),
        `associates: ${shown}`,
      );
      assert.equal(canonical(merge(path, merge(path, a, b), b)), canonical(merge(path, a, b)), `repeats: ${shown}`);
    }
  });
}

test("texts merge to the same in any order, and no unread text is lost", () => {
  const chance = numbers(11);
  for (let turn = 0; turn < 3000; turn += 1) {
    const make = () => ({ text: one(chance, "p", "q", "r"), at: chance(4), by: vector(chance) });
    const [a, b] = [make(), make()];
    const merged = merge("note/a", a, b);
    assert.equal(canonical(merged), canonical(merge("note/a", b, a)));
    assert.equal(canonical(merge("note/a", merged, merged)), canonical(merged));
    const isConcurrent = merging.dominates(a, b) === merging.dominates(b, a);
    const parts = merged.text.split(records.BETWEEN);
    if (isConcurrent) assert.ok(parts.includes(a.text) && parts.includes(b.text), JSON.stringify([a, b, merged]));
  }
});

test("a text written after reading another replaces it", () => {
  const first = { text: "old", at: 1, by: { x: 1 } };
  const second = { text: "new", at: 2, by: { x: 1, y: 2 } };
  assert.deepEqual(merge("note/a", first, second), second);
  assert.deepEqual(merge("note/a", second, first), second);
});

test("concurrent texts are both kept", () => {
  const merged = merge("note/a", { text: "mine", at: 1, by: { x: 1 } }, { text: "yours", at: 2, by: { y: 2 } });
  assert.deepEqual(merged, { text: ["mine", "yours"].join(records.BETWEEN), at: 2, by: { x: 1, y: 2 } });
});

test("of states set at the same time, the more complete one wins", () => {
  for (const [less, more] of [
    ["todo", "learning"],
    ["learning", "skipped"],
    ["skipped", "done"],
  ]) {
    assert.equal(merge("state/a", { state: more, at: 1 }, { state: less, at: 1 }).state, more);
  }
  assert.equal(merge("state/a", { state: "done", at: 1 }, { state: "todo", at: 2 }).state, "todo");
});

test("the newest state says whether a topic is known already", () => {
  const known = { state: "done", known: true, at: 2 };
  assert.deepEqual(merge("state/a", known, { state: "done", at: 1 }), known);
  assert.deepEqual(merge("state/a", known, { state: "skipped", at: 2 }), known);
  assert.deepEqual(merge("state/a", known, { state: "done", at: 3 }), { state: "done", at: 3 });
});

test("a text edited while it changed keeps both versions", () => {
  assert.equal(threeWay("base", "base", "theirs"), "theirs");
  assert.equal(threeWay("base", "mine", "base"), "mine");
  assert.equal(threeWay("base", "same", "same"), "same");
  assert.deepEqual(threeWay("base", "mine", "theirs").split(records.BETWEEN), ["mine", "theirs"]);
});
