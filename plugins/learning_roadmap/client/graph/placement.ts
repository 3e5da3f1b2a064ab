/* Where a learner stands: the next question, and what the answers settle. The same as graph/placement.py, which explains
   it and gives sources. The weights are integers below 2^53, so that both have the same results;
   tests/data/graph/placement ensures it. */

import { LEARNERS, reached, type Sample, type TopicOrder } from "./imagined-learners.ts";

export type Answer = "yes" | "roughly" | "no";
export type Verdict = "known" | "unknown" | "undecided";

/** The next question, or null at the end; the most questions that there will be; and what is settled about each topic. */
export type Placement = { question: number | null; mostQuestions: number; verdicts: Verdict[] };

export type PlacementOptions = {
  /** The topics that can be asked about. */
  questions: ReadonlySet<number>;
  /** The topics that the placement is about; by default all. Of the others, only the prerequisites of known topics are settled. */
  scope?: ReadonlySet<number>;
  /** The topics that the learner has done: they and their prerequisites are known. */
  ticked?: ReadonlySet<number>;
};

const MOST_QUESTIONS = 25;
/** What a contradiction divides the weight of a learner by. */
const FACTOR = 3;
/** How many times an answer counts for the topics of its phase. */
const NEARBY = 3;
/** Who is contradicted this many times more often than another has no weight: all weights together stay below 2^53. */
const MOST_CONTRADICTIONS = 20;
/** Settled at 4/5 of the weight. */
const SETTLED = 0.8;
/** Finished when less than 1/32 of the topics is undecided, but not before 3/5 of the most questions. */
const LEFT_OVER = 32;
const FEWEST = 3;
const FEWEST_OF = 5;

/** The weight of each imagined learner, and their sum. */
type Weights = { each: Float64Array; total: number };

const dependentsOf = ({ needs }: TopicOrder) => {
  const dependents: number[][] = needs.map(() => []);
  needs.forEach((list, topic) => {
    for (const need of list) dependents[need].push(topic);
  });
  return dependents;
};

/** The learners who agree with an answer, as flags. "Roughly" fits who knows what the topic needs, but not the topic. */
const agreeing = ({ order, knowing }: Sample, topic: number, answer: Answer, certain: Uint8Array) => {
  const knows = new Uint8Array(LEARNERS);
  for (const learner of knowing[topic]) knows[learner] = 1;
  if (answer === "yes") return knows;
  const agree = knows.map((flag) => 1 - flag);
  if (answer === "no") return agree;
  for (const need of order.needs[topic]) {
    if (certain[need]) continue;
    const ready = new Uint8Array(LEARNERS);
    for (const learner of knowing[need]) ready[learner] = agree[learner];
    agree.set(ready);
  }
  return agree;
};

/** The weights of the imagined learners for the topics of each phase: powers of three. */
const weightsOf = (sample: Sample, answers: ReadonlyMap<number, Answer>, certain: Uint8Array) => {
  const { phases } = sample.order;
  const everywhere = new Uint32Array(LEARNERS);
  const nearby = new Map([...new Set(phases)].map((phase) => [phase, new Uint32Array(LEARNERS)]));
  for (const [topic, answer] of answers) {
    const agree = agreeing(sample, topic, answer, certain);
    const near = nearby.get(phases[topic]) as Uint32Array;
    for (let learner = 0; learner < LEARNERS; learner++) {
      everywhere[learner] += 1 - agree[learner];
      near[learner] += (NEARBY - 1) * (1 - agree[learner]);
    }
  }
  const powers = [1];
  while (powers.length <= MOST_CONTRADICTIONS) powers.push(powers[powers.length - 1] * FACTOR);
  const weights = new Map<number, Weights>();
  for (const [phase, near] of nearby) {
    let least = Number.POSITIVE_INFINITY;
    for (let learner = 0; learner < LEARNERS; learner++) {
      near[learner] += everywhere[learner];
      least = Math.min(least, near[learner]);
    }
    const each = new Float64Array(LEARNERS);
    let total = 0;
    for (let learner = 0; learner < LEARNERS; learner++) {
      each[learner] = powers[MOST_CONTRADICTIONS + least - near[learner]] ?? 0;
      total += each[learner];
    }
    weights.set(phase, { each, total });
  }
  return weights;
};

/** Where a learner stands after some answers, in any order. Time: O(1024 × (topics + answers × phases) + prerequisites). */
export const place = (
  sample: Sample,
  answered: ReadonlyMap<number, Answer>,
  { questions, scope, ticked = new Set() }: PlacementOptions,
): Placement => {
  const { order, knowing } = sample;
  const topics = order.needs.map((_, topic) => topic);
  const certain = reached([...ticked], order.needs);
  const about = topics.filter((topic) => !certain[topic] && (!scope || scope.has(topic)));
  const isAbout = new Uint8Array(topics.length);
  for (const topic of about) isAbout[topic] = 1;
  const answers = new Map([...answered].filter(([topic]) => !certain[topic]));

  const weights = weightsOf(sample, answers, certain);
  /** The share of the weight that knows a topic; a quotient of integers is rounded equally everywhere. */
  const shares = knowing.map((learners, topic) => {
    if (certain[topic]) return 1;
    const { each, total } = weights.get(order.phases[topic]) as Weights;
    let weight = 0;
    for (let index = 0; index < learners.length; index++) weight += each[learners[index]];
    return weight / total;
  });

  // A topic that is unlikely, or denied, and all that needs it.
  const others = topics.filter((topic) => shares[topic] < SETTLED || (answers.get(topic) ?? "yes") !== "yes");
  const isOther = reached(others, dependentsOf(order));
  const confirmed = reached(
    topics.filter((topic) => certain[topic] || (isAbout[topic] && !isOther[topic])),
    order.needs,
  );
  const verdicts = topics.map((topic): Verdict => {
    if (confirmed[topic]) return "known";
    if (!isAbout[topic]) return "undecided";
    const answer = answers.get(topic);
    if (answer) return answer === "yes" ? "undecided" : "unknown";
    return 1 - shares[topic] >= SETTLED ? "unknown" : "undecided";
  });

  const mostQuestions = Math.min(MOST_QUESTIONS, Math.floor((about.length + 2) / 3));
  const undecided = about.filter((topic) => verdicts[topic] === "undecided").length;
  const count = about.filter((topic) => answers.has(topic)).length;
  const isDoubtful = LEFT_OVER * undecided >= about.length || FEWEST_OF * count < FEWEST * mostQuestions;
  let question: number | null = null;
  if (count < mostQuestions && isDoubtful) {
    let evenness = Number.POSITIVE_INFINITY;
    for (const topic of about) {
      const difference = Math.abs(shares[topic] - 0.5);
      if (difference < evenness && questions.has(topic) && !answers.has(topic)) {
        question = topic;
        evenness = difference;
      }
    }
  }
  return { question, mostQuestions, verdicts };
};
