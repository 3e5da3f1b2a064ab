/*
 * Simulates placements of learners whose knowledge is closed under prerequisites. A part of their answers is wrong.
 * `python -m tests.bench.placement` runs it on the published map.
 */

import { readFileSync } from "node:fs";
import { imagineLearners, place } from "../../plugins/learning_roadmap/client/graph/placement.ts";

/** Marsaglia's xorshift with 32 bits: another generator than that of the algorithm. */
export const randomNumbers = (seed) => {
  let state = Math.imul(seed + 1, 2654435761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 10; round++) next();
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    normal: () => [...Array(12)].reduce((sum) => sum + next(), -6),
  };
};

const closed = (map, topics) => {
  const known = new Uint8Array(map.needs.length);
  const stack = [...topics];
  while (stack.length) {
    const topic = stack.pop();
    if (known[topic]) continue;
    known[topic] = 1;
    stack.push(...map.needs[topic]);
  }
  return known;
};

const sectionsOf = (map) => {
  const members = [...Array(Math.max(...map.sections) + 1)].map(() => []);
  for (const [topic, section] of map.sections.entries()) members[section].push(topic);
  return members;
};

const share = (value) => Math.min(1, Math.max(0, value));

/** What learners know: model by model, a function of the map and random numbers. */
export const MODELS = {
  /** The prerequisites of 1 to 6 random goals, half of them topics, half of them whole sections. */
  goals(map, { next, below }) {
    const members = sectionsOf(map);
    const goal = () => (next() < 0.5 ? [below(map.needs.length)] : members[below(members.length)]);
    return closed(map, [...Array(1 + below(6))].flatMap(goal));
  },
  /** The map up to a random topic, with a gap at every tenth topic, unless a later one needs it. */
  progress(map, { next, below }) {
    const reach = below(map.needs.length);
    return closed(
      map,
      [...map.needs.keys()].filter((topic) => topic < reach && next() < 0.9),
    );
  },
  /** The beginning of each section. Its share is normally distributed (0.2) around that of its phase, which is so around a line that falls. */
  sections(map, { next, normal }) {
    const first = next() * 1.4 - 0.2;
    const fall = next() * 1.5;
    const count = Math.max(...map.phases) + 1;
    const shares = [...Array(count)].map((_, phase) => first - (fall * phase) / count + normal() * 0.2);
    return closed(
      map,
      sectionsOf(map).flatMap((topics) => {
        const part = share(shares[map.phases[topics[0]]] + normal() * 0.2);
        return topics.slice(0, Math.round(part * topics.length));
      }),
    );
  },
  /** One of the five backgrounds: 9 of 10 of its sections, 9 of 10 of their topics, and up to 5 topics of the first half of the map. */
  backgrounds(map, { next, below }) {
    const members = sectionsOf(map);
    const sections = map.backgrounds[below(map.backgrounds.length)].filter(() => next() < 0.9);
    const extra = [...Array(below(6))].map(() => below(Math.ceil(map.needs.length / 2)));
    return closed(map, [...sections.flatMap((section) => members[section].filter(() => next() < 0.9)), ...extra]);
  },
  /** The prerequisites of 1 to 30 random topics. */
  seeds(map, { below }) {
    return closed(
      map,
      [...Array(1 + below(30))].map(() => below(map.needs.length)),
    );
  },
};

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
