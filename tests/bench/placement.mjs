/*
 * Simulates placements of learners whose knowledge is closed under prerequisites. A part of their answers is wrong.
 * `python -m tests.bench.placement` runs it on the published map.
 */

import { readFileSync } from "node:fs";
import { imagineLearners } from "../../plugins/learning_roadmap/client/graph/imagined-learners.ts";
import { place } from "../../plugins/learning_roadmap/client/graph/placement.ts";
import { MODELS, randomNumbers } from "./learners.mjs";

/** An answer: with some probability the opposite; and 3 of 10 times "roughly" if only what the topic needs is known. */
const answer = (map, known, topic, { next }, wrong) => {
  if (next() < wrong) return known[topic] ? "no" : "yes";
  if (known[topic]) return "yes";
  return map.needs[topic].every((need) => known[need]) && next() < 0.3 ? "roughly" : "no";
};

/** What became of one placement; shares of all topics, and the share of known topics that are recognized. */
const simulate = (map, sample, model, numbers, wrong) => {
  const known = MODELS[model](map, numbers);
  const options = { questions: new Set(map.questions ?? map.needs.keys()) };
  const answers = new Map();
  let now = place(sample, answers, options);
  while (now.question !== null) {
    answers.set(now.question, answer(map, known, now.question, numbers, wrong));
    now = place(sample, answers, options);
  }
  const part = (matches) =>
    now.verdicts.filter((verdict, topic) => matches(verdict, known[topic])).length / known.length;
  const recognized = part((verdict, isKnown) => verdict === "known" && isKnown);
  const all = part((_, isKnown) => isKnown);
  return {
    questions: answers.size,
    settled: part((verdict) => verdict !== "undecided"),
    wronglyKnown: part((verdict, isKnown) => verdict === "known" && !isKnown),
    wronglyUnknown: part((verdict, isKnown) => verdict === "unknown" && isKnown),
    reportedKnown: part((verdict) => verdict === "known"),
    known: all,
    recognized: all ? recognized / all : 1,
  };
};

/** The placements of some learners of each model. */
export const simulations = (map, models, count, seed, wrong) => {
  const sample = imagineLearners(map);
  return models.map((model, number) =>
    [...Array(count)].map((_, learner) =>
      simulate(map, sample, model, randomNumbers((seed * 10 + number) * 100003 + learner * 7 + 1), wrong),
    ),
  );
};

const mean = (results, name) => results.reduce((sum, result) => sum + result[name], 0) / results.length;
const quantile = (results, name, part) =>
  results.map((result) => result[name]).sort((a, b) => a - b)[Math.floor(part * (results.length - 1))];

/** The figures of a row of the table. */
export const figures = (results) => ({
  questions: quantile(results, "questions", 0.5),
  settled: mean(results, "settled"),
  leastSettled: quantile(results, "settled", 0.1),
  wronglyKnown: mean(results, "wronglyKnown"),
  mostWronglyKnown: quantile(results, "wronglyKnown", 0.9),
  wronglyUnknown: mean(results, "wronglyUnknown"),
  known: mean(results, "known"),
  reportedKnown: mean(results, "reportedKnown"),
  recognized: mean(results, "recognized"),
});

const COLUMNS = {
  questions: "questions",
  settled: "settled",
  leastSettled: "decile",
  wronglyKnown: "w.known",
  mostWronglyKnown: "decile",
  wronglyUnknown: "w.unknown",
  known: "true",
  reportedKnown: "reported",
  recognized: "recognized",
};

const printRow = (name, row) =>
  console.log(
    `  ${name.padEnd(26)}` +
      Object.keys(COLUMNS)
        .map((column) =>
          (column === "questions" ? String(row[column]) : `${(100 * row[column]).toFixed(1)} %`).padStart(11),
        )
        .join(""),
  );

const printTable = (map, count, seed, wrong) => {
  const models = Object.keys(MODELS);
  const results = simulations(map, models, count, seed, wrong);
  console.log(`${count} learners of each model, ${100 * wrong} % wrong answers`);
  console.log(
    `  ${"".padEnd(26)}${Object.values(COLUMNS)
      .map((title) => title.padStart(11))
      .join("")}`,
  );
  models.forEach((model, number) => {
    printRow(model, figures(results[number]));
  });
  // As many of each of the first four models as make up the count.
  const mixed = results.slice(0, 4).flatMap((rows) => rows.slice(0, count / 4));
  printRow(`${mixed.length} of the first four`, figures(mixed));
};

/** A map many times over, with its last topics before the first ones of the next copy. */
const times = (map, factor) => {
  const size = map.needs.length;
  const count = { sections: Math.max(...map.sections) + 1, phases: Math.max(...map.phases) + 1 };
  const copies = [...Array(factor).keys()];
  return {
    needs: copies.flatMap((copy) => map.needs.map((needs) => needs.map((need) => need + copy * size))),
    sections: copies.flatMap((copy) => map.sections.map((section) => section + copy * count.sections)),
    phases: copies.flatMap((copy) => map.phases.map((phase) => phase + copy * count.phases)),
  };
};

const printTimes = (name, map) => {
  const start = performance.now();
  const sample = imagineLearners(map);
  const imagined = performance.now();
  const options = { questions: new Set(map.needs.keys()) };
  const answers = new Map();
  let [slowest, rounds] = [0, 0];
  for (let now = place(sample, answers, options); now.question !== null; rounds++) {
    answers.set(now.question, rounds % 2 ? "no" : "yes");
    const before = performance.now();
    now = place(sample, answers, options);
    if (rounds > 2) slowest = Math.max(slowest, performance.now() - before);
  }
  const edges = map.needs.reduce((sum, needs) => sum + needs.length, 0);
  const total = performance.now() - imagined;
  console.log(
    `${name}: ${map.needs.length} topics, ${edges} edges: sample ${(imagined - start).toFixed(0)} ms, ` +
      `an answer ${(total / (rounds + 1)).toFixed(1)} ms, at most ${slowest.toFixed(1)} ms`,
  );
};

if (process.argv[1] === import.meta.filename) {
  const [, , file, count = "1000", seed = "2"] = process.argv;
  const map = JSON.parse(readFileSync(file, "utf8"));
  const before = place(imagineLearners(map), new Map(), { questions: new Set() });
  console.log(
    `Settled before the first question: ${before.verdicts.filter((verdict) => verdict !== "undecided").length} of ${map.needs.length}`,
  );
  printTable(map, Number(count), Number(seed), 0.05);
  printTimes("This map", map);
  printTimes("Many times over", times(map, Math.ceil(10_000 / map.needs.length)));
}
