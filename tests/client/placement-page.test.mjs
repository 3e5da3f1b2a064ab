import "./browser.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isProposed, reasonsOf } from "../../plugins/learning_roadmap/client/paths/placement-result.ts";

// 0 ← 1 ← 2, and 3 ← 4; nothing leads to 5.
const NEEDS = [[], [0], [1], [], [3], []];
const ALL = ["known", "known", "known", "undecided", "unknown", "known"];

test("the reason for a topic is the answer, what needs it, or only likelihood", () => {
  const answers = new Map([
    [2, "yes"],
    [4, "no"],
  ]);
  assert.deepEqual(reasonsOf(NEEDS, ALL, answers, new Set()), ["needed", "needed", "yes", "unsure", "no", "likely"]);
});

test("what a topic needs that is done is needed, too; a topic that is only roughly known implies nothing", () => {
  const verdicts = ["known", "known", "undecided", "known", "unknown", "undecided"];
  const reasons = reasonsOf(NEEDS, verdicts, new Map([[4, "roughly"]]), new Set([1]));
  assert.deepEqual(reasons, ["needed", "likely", "unsure", "likely", "roughly", "unsure"]);
});

test("prerequisites in a circle come to an end", () => {
  assert.deepEqual(reasonsOf([[1], [0]], ["known", "known"], new Map([[0, "yes"]]), new Set()), ["yes", "needed"]);
});

test("what the learner claims is proposed, and what is not sure is not", () => {
  assert.equal(isProposed("undecided", "yes"), true);
  assert.equal(isProposed("known", "likely"), true);
  assert.equal(isProposed("undecided", "unsure"), false);
  assert.equal(isProposed("unknown", "roughly"), false);
});

test("a stored session is read again, and what is damaged is ignored", async () => {
  const { parseSession, formatSession } = await import(
    "../../plugins/learning_roadmap/client/paths/placement-session.ts"
  );
  const session = {
    scope: "phase:one",
    answers: new Map([
      ["b", "no"],
      ["a", "yes"],
    ]),
    isStopped: true,
    corrections: new Map([["__proto__", true]]),
    marked: { topic: "a", count: 2 },
  };
  assert.deepEqual(parseSession(formatSession(session)), session);
  for (const raw of [null, "", "{", "3", "null", "[]", '{"answers":[]}']) assert.equal(parseSession(raw), null);
  assert.deepEqual(parseSession('{"scope":"all","answers":[["a","maybe"],["b","yes"],7],"corrections":{"a":1}}'), {
    scope: "all",
    answers: new Map([["b", "yes"]]),
    isStopped: false,
    corrections: new Map(),
    marked: null,
  });
});
