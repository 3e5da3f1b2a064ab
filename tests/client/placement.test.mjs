import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { imagineLearners } from "../../plugins/learning_roadmap/client/graph/imagined-learners.ts";
import { place } from "../../plugins/learning_roadmap/client/graph/placement.ts";
import { figures, simulations } from "../bench/placement.mjs";

const FOLDER = new URL("../data/graph/placement/", import.meta.url);
const LETTERS = { known: "k", unknown: "u", undecided: "?" };
const read = (file) => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));

for (const file of readdirSync(FOLDER)) {
  test(`Python and the client agree on ${file}`, () => {
    const { needs, sections, phases, questions, scope, ticked, ...expected } = read(file);
    const sample = imagineLearners({ needs, sections, phases });
    const options = { questions: new Set(questions), scope: scope && new Set(scope), ticked: new Set(ticked) };
    const answers = new Map();
    const verdicts = [];
    const next = () => {
      const placement = place(sample, answers, options);
      verdicts.push(placement.verdicts.map((verdict) => LETTERS[verdict]).join(""));
      assert.equal(placement.mostQuestions, expected.mostQuestions);
      return placement.question;
    };
    for (const [topic, answer] of expected.answers) {
      assert.equal(next(), topic);
      answers.set(topic, answer);
    }
    assert.equal(next(), null);
    assert.deepEqual(verdicts, expected.verdicts);
  });
}

test("an answer that is changed replaces the first one, and the order of answers does not matter", () => {
  const { needs, sections, phases, questions } = read("many-prerequisites.json");
  const sample = imagineLearners({ needs, sections, phases });
  const options = { questions: new Set(questions) };
  const first = new Map([
    [54, "no"],
    [12, "yes"],
  ]).set(54, "yes");
  const second = new Map([
    [12, "yes"],
    [54, "yes"],
  ]);
  assert.deepEqual(place(sample, first, options), place(sample, second, options));
});

test("simulated learners are recognized: enough is settled, and little is wrongly known", () => {
  for (const [file, most] of [
    ["many-prerequisites.json", 25],
    ["few-prerequisites.json", 10],
  ]) {
    const results = simulations(read(file), ["goals", "progress", "sections"], 40, 3, 0.05).flat();
    const { questions, settled, wronglyKnown, recognized } = figures(results);
    assert.ok(questions <= most, `${file}: ${questions} questions`);
    assert.ok(settled >= 0.8, `${file}: ${settled} settled`);
    assert.ok(wronglyKnown <= 0.03, `${file}: ${wronglyKnown} wrongly known`);
    assert.ok(recognized >= 0.6, `${file}: ${recognized} of what is known is recognized`);
  }
});

test("without wrong answers, hardly anything is wrongly known", () => {
  const { wronglyKnown } = figures(
    simulations(read("many-prerequisites.json"), ["goals", "progress", "sections"], 40, 3, 0).flat(),
  );
  assert.ok(wronglyKnown <= 0.015, String(wronglyKnown));
});
