/* The topics of this roadmap, as a placement needs them. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { need } from "../core/parts.ts";
import { prerequisites } from "../dashboard/prerequisites.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { imagineLearners, type Sample, type TopicOrder } from "../graph/imagined-learners.ts";
import { type Answer, type Placement, place } from "../graph/placement.ts";
import { store } from "../storage/store.ts";
import type { Session } from "./placement-session.ts";

const { leaves, position } = roadmapIndex;
const { phases } = roadmapIndex.data;
const { needs } = prerequisites.graph;

/** The number of the set that each topic is in. Topics outside all of them have one together. */
const numbered = (names: string[]): number[] => {
  const numbers = leaves.map(() => names.length);
  names.forEach((name, number) => {
    for (const [from, to] of map.sets[name] ?? []) numbers.fill(number, from, to);
  });
  return numbers;
};

/** The sections with their titles, in the order of the map. */
const sections = phases.flatMap((phase) =>
  phase.sections.map(([id, title]) => ({ id, title, name: `section:${id}`, phase: phase.title })),
);
const order: TopicOrder = {
  needs,
  sections: numbered(sections.map(({ name }) => name)),
  phases: numbered(phases.map(({ id }) => `phase:${id}`)),
};
/** Of a sample without learners, only the number of questions is true; it takes no time. */
const NOBODY: Sample = { order, knowing: leaves.map(() => new Uint16Array()) };
let sample: Sample | null = null;

const numbersIn = (scope: string): number[] => counts.leavesIn(scope).map((id) => position.get(id) as number);
const hasQuestion = (topic: number) => (globalThis.roadmapQuestions?.[leaves[topic]] ?? []).length > 0;
const isOpen = (topic: number) => !["done", "skipped"].includes(store.state(leaves[topic]));

/** The open topics that a placement is about, and those of them that it can ask about: those with a check question, if any has one. */
const topicsIn = (scope: string): { open: number[]; questions: Set<number> } => {
  const open = numbersIn(scope).filter(isOpen);
  const asked = open.filter(hasQuestion);
  return { open, questions: new Set(asked.length > 0 ? asked : open) };
};

const done = (): Set<number> =>
  new Set(leaves.map((_, topic) => topic).filter((topic) => store.state(leaves[topic]) === "done"));

const placementOf = (learners: Sample, scope: string, answers: ReadonlyMap<number, Answer>): Placement => {
  const { open, questions } = topicsIn(scope);
  const placement = place(learners, answers, { questions, scope: new Set(open), ticked: done() });
  return { ...placement, mostQuestions: Math.min(placement.mostQuestions, questions.size) };
};

export const placementTopics = {
  needs,
  phases,
  sections,
  order,
  isOpen,
  done,
  /** Whether few topics say what they need: then an answer says little about other topics. */
  hasFewPrerequisites: needs.filter((list) => list.length > 0).length * 3 < leaves.length,
  /** Whether the next placement takes so long to prepare that the page should say so. */
  isSlow: (): boolean => sample === null && leaves.length > 1000,
  /** Load the check questions; and the summaries, if there are no questions. */
  async load() {
    await need("questions");
    if (!leaves.some((_, topic) => hasQuestion(topic))) await need("summaries");
  },
  topicsIn,
  mostQuestions: (scope: string): number => placementOf(NOBODY, scope, new Map()).mostQuestions,
  /** The answers about topics of this roadmap. Those that were removed since then are left out. */
  answersOf: ({ answers }: Session): Map<number, Answer> =>
    new Map(
      [...answers].flatMap(([id, answer]): [number, Answer][] => {
        const topic = position.get(id);
        return topic === undefined ? [] : [[topic, answer]];
      }),
    ),
  /** Where the learner of a session stands. The first time, it takes as long as imagining the learners. */
  place(session: Session): Placement {
    sample ??= imagineLearners(order);
    return placementOf(sample, session.scope, this.answersOf(session));
  },
};
