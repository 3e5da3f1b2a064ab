import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";
import { records } from "../../plugins/learning_roadmap/client/storage/records.ts";

const SOUND = {
  "state/dropout": { state: "done", at: 5 },
  "state/vectors": { state: "done", known: true, at: 5 },
  "state/matrices": {
    state: "done",
    known: true,
    at: 5,
    before: { said: 4, parts: ["rank"], state: "todo", known: false },
  },
  "note/dropout": { text: "Zero some units.", at: 5, by: { abc: 5 }, after: 0 },
  "links/dropout": { links: [{ title: "", url: "https://example.org/a" }], at: 5 },
  "phase/basics": { status: "auto", at: 5 },
  "review/dropout": { reps: 1, ease: 2.5, days: 1, due: "2026-01-02", at: 5 },
  "day/2026-01-31": { ticks: { walk: 5, run: -5 }, at: 5 },
  "month/2026-01": { learned: "Much", at: 5 },
  "update/2026-01-31": { changes: [{ what: "split", id: "a", to: ["b", "c"] }], at: 5 },
  "focus/current": { phase: "basics", start: "2026-01-31", target: "", goal: "bread", at: 5 },
  "plan/current": {
    start: "2026-01-31",
    hours: 10,
    off: [["2026-12-24", "2027-01-01"]],
    goal: "bread",
    needs: true,
    first: false,
    at: 5,
  },
};

for (const [path, record] of Object.entries(SOUND)) {
  test(`${path} can be stored and read again`, () => {
    assert.equal(records.check(path, record), "");
    assert.deepEqual(records.parse(path, JSON.stringify(record)), record);
  });
  test(`${path} needs a time`, () => {
    for (const at of [undefined, "5", -1, 8.64e15 + 1, Number.NaN]) {
      assert.equal(records.check(path, { ...record, at }), "at must be a time in milliseconds");
    }
  });
}

const BAD = {
  "a state that there is not": ["state/a", { state: "finished", at: 1 }],
  "a state that is inherited": ["state/a", Object.assign(Object.create({ state: "done" }), { at: 1 })],
  "a topic to do that is known": ["state/a", { state: "todo", known: true, at: 1 }],
  "something known that is neither true nor false": ["state/a", { state: "done", known: "yes", at: 1 }],
  "an earlier state to do that is known": [
    "state/a",
    { state: "done", at: 1, before: { said: 0, parts: [], state: "todo", known: true } },
  ],
  "a link that runs a script": ["links/a", { links: [{ title: "", url: "javascript:alert(1)" }], at: 1 }],
  "a day that the calendar lacks": ["focus/current", { start: "2026-02-30", at: 1 }],
  "a plan without hours": ["plan/current", { start: "2026-01-01", week: [0, 0, 0, 0, 0, 0, 0], at: 1 }],
  "a goal that is no text": ["focus/current", { goal: ["a"], at: 1 }],
  "a plan for a goal with too long an id": ["plan/current", { start: "2026-01-01", goal: "x".repeat(81), at: 1 }],
  "a plan that adds some topics": ["plan/current", { start: "2026-01-01", needs: "some", at: 1 }],
  "a text that is too long": ["note/a", { text: "x".repeat(records.MOST.text + 1), at: 1 }],
  "a list in place of a record": ["note/a", [1]],
};
for (const [name, [path, record]] of Object.entries(BAD)) {
  test(`${name} is refused`, () => {
    assert.notEqual(records.check(path, record), "");
    assert.equal(records.parse(path, JSON.stringify(record)), null);
  });
}

test("what is known already is a kind of done, and can be told from it", () => {
  assert.deepEqual(records.ofChoice("known"), { state: "done", known: true });
  for (const choice of ["known", ...records.STATES]) {
    assert.equal(records.choiceOf(records.ofChoice(choice)), choice);
    assert.equal(records.check("state/a", { ...records.ofChoice(choice), at: 1 }), "");
  }
  assert.equal(records.choiceOf({ state: "learning", known: false }), "learning");
  assert.equal(records.choiceOf(null), "todo");
});

test("texts joined by a merge may be longer than the limit of one", () => {
  const text = "x".repeat(records.MOST.text);
  assert.equal(records.check("note/a", { text: [text, text].join(records.BETWEEN), at: 1 }), "");
});

test("paths that are not records have no kind", () => {
  for (const path of [
    "",
    "state",
    "state/",
    "state/A",
    "state/a--b",
    "state/../a",
    "other/a",
    "plan/next",
    "day/2026-1-1",
    `state/${"a".repeat(81)}`,
  ]) {
    assert.equal(records.kindOf(path), undefined, path);
  }
});

test("damaged data is not a record, and throws nothing", () => {
  for (const raw of [null, "", "{", "null", "[]", '"done"', '{"state":"done"}'])
    assert.equal(records.parse("state/a", raw), null);
});

test("a tick of the first format has no time", () => {
  assert.deepEqual(records.parseOld("state/a", '{"state":"done"}'), { state: "done", at: 0 });
  assert.equal(records.parseOld("state/a", '{"state":"gone"}'), null);
});
