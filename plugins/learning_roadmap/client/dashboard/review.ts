/* When a topic that is done is due for review, by SM-2: P. A. Woźniak, "Optimization of learning", 1990, section
   3.2. */

import { days } from "./days.ts";
import { records } from "../storage/records.ts";

const FRESH = { reps: 0, ease: 2.5, days: 0 };
/** The learner's answers as SM-2 qualities: 5 is perfect, below 3 is forgotten. */
const GRADES = { forgotten: 1, hard: 3, good: 4, easy: 5 };

/** @param quality 0 to 5 */
const next = (
  card: { reps: number; ease: number; days: number },
  quality: number,
  today: string,
): { reps: number; ease: number; days: number; due: string } => {
  // If it is forgotten, the intervals start over and the ease stays (step 6 of the description).
  const reps = quality < 3 ? 1 : card.reps + 1;
  const wait = reps === 1 ? 1 : reps === 2 ? 6 : Math.ceil(card.days * card.ease - 1e-9);
  const ease = quality < 3 ? card.ease : Math.max(1.3, card.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
  const interval = Math.min(wait, 36_500);
  return { reps, ease: Math.round(ease * 1000) / 1000, days: interval, due: days.day(days.number(today) + interval) };
};

export const review = {
  GRADES,
  FRESH,
  next,
  /**
   * @param card its record, or null
   * @returns the day of its next review
   */
  due: (doneAt: number, card: any): string =>
    card && card.reps > 0 && records.isDate(card.due) && (card.since ?? card.at) > doneAt
      ? card.due
      : days.day(days.number(days.dayOf(doneAt)) + 1),
};
