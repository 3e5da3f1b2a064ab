/* Which topics are due for review today: as many a day as the learner wants, and only what can be asked. */

import { days } from "./days.ts";
import { review } from "./review.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { store } from "../storage/store.ts";

/** The choices of reviews a day; 0 turns them off. */
const CHOICES = [0, 5, 10, 20, 50];
const USUAL = 10;

/** A topic that is due, with its review record, which is null before the first review. */
export interface DueReview {
  id: string;
  card: any;
  due: string;
}

/** A topic without a question leaves nothing to recall but its title. Where no topic has any, all can be reviewed. */
const canBeReviewed = (id: string): boolean => {
  const { asked } = roadmapIndex.data;
  return asked.size === 0 || asked.has(roadmapIndex.position.get(id) ?? -1);
};

const limit = (): number => store.read("focus/current")?.reviews ?? USUAL;

/** @returns how many topics were reviewed on a day */
const doneOn = (day: string): number =>
  roadmapIndex.leaves.filter((id) => {
    const card = store.read(`review/${id}`);
    return card !== null && (card as any).reps > 0 && days.dayOf(card.at) === day;
  }).length;

/**
 * The topics that are due, the longest waiting first. What was known already is never due.
 * @returns those for the rest of the day, how many wait in all, and how many were reviewed today
 */
const on = (day: string): { today: DueReview[]; waiting: number; done: number } => {
  const waiting = roadmapIndex.leaves
    .filter((id) => store.state(id) === "done" && !store.isKnown(id) && canBeReviewed(id))
    .map((id) => ({ id, card: store.read(`review/${id}`) }))
    .map((one) => ({ ...one, due: review.due(store.since(one.id), one.card) }))
    .filter((one) => one.due <= day)
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  const done = doneOn(day);
  return { today: waiting.slice(0, Math.max(limit() - done, 0)), waiting: waiting.length, done };
};

export const dueReviews = { CHOICES, on, limit };
