/* Cards for Anki: one for what a topic is, one for each question, all of them as text. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const TOPICS = { a: "It is a.", b: "", c: "It is c." };
Object.assign(globalThis, {
  roadmapTopics: {
    title: "Letters",
    pages: {},
    ids: Object.keys(TOPICS),
    topics: Object.keys(TOPICS).map((id) => [id.toUpperCase(), `#${id}`]),
    hours: {},
    order: [],
    tasks: {},
    asked: [],
    phases: [{ id: "one", title: "Phase one" }],
    documents: [],
    milestones: [],
    routine: [],
    kinds: [],
    others: {},
  },
  roadmapSummaries: TOPICS,
  roadmapQuestions: {
    a: [
      ["Why a?", "Because {{c1::b}}."],
      ["And then?", "<b>"],
    ],
    b: [["What is b?", "The second."]],
    c: [["Not done yet?", "Yes."]],
  },
});
const { store } = await import("../../plugins/learning_roadmap/client/storage/store.ts");
const { anki } = await import("../../plugins/learning_roadmap/client/backup/anki.ts");

test("a topic that is done gets a card, and one for each question", () => {
  store.write([
    ["state/a", { state: "done" }],
    ["state/b", { state: "done" }],
    ["state/c", { state: "learning" }],
  ]);
  const { text, cards } = anki();
  assert.equal(cards, 4);
  const rows = text
    .trimEnd()
    .split("\n")
    .slice(6)
    .map((line) => line.split("\t").map((field) => field.slice(1, -1)));
  assert.deepEqual(rows, [
    ["letters/a", "A", "It is a.", "letters one", "Letters::Phase one"],
    ["letters/a/1", "A<br><br>Why a?", "Because &#123;&#123;c1::b}}.", "letters one", "Letters::Phase one"],
    ["letters/a/2", "A<br><br>And then?", "&lt;b&gt;", "letters one", "Letters::Phase one"],
    ["letters/b/1", "B<br><br>What is b?", "The second.", "letters one", "Letters::Phase one"],
  ]);
});

test("cards of what was known already have a tag", () => {
  store.write([
    ["state/a", { state: "todo" }],
    ["state/b", { state: "done", known: true }],
  ]);
  assert.match(anki().text, /\t"letters one known-already"\t"Letters::Phase one"\n$/);
  assert.equal(anki().cards, 1);
});
