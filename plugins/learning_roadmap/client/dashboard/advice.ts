/* What would make a date possible: how many hours of study it takes. Pure. */

import { days } from "./days.ts";
import { schedule } from "./schedule.ts";
import type { Plan, Schedules } from "./types.ts";

const MOST_A_WEEK = 168;
const MOST_A_DAY = 24;
const roundUp = (hours: number, step: number) => Math.ceil(hours / step - 1e-9) * step;

/** Count the days of each weekday, Monday first, on which the learner could study. */
const freeDays = (plan: Plan, from: string, until: string): number[] => {
  const isFree = schedule.capacity({ start: plan.start, hours: 7, off: plan.off });
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let day = days.number(from); day <= days.number(until); day += 1)
    if (isFree(day) > 0) counts[days.weekday(day)] += 1;
  return counts;
};

/** The hours of the slowest schedule until the last of some topics is done. */
const workUntil = (schedules: Schedules, topics: number[]): number => {
  const wanted = new Set(topics);
  const last = schedules.order.findLastIndex((topic) => wanted.has(topic));
  return schedules.order
    .slice(0, last + 1)
    .reduce((sum, topic) => sum + (schedules.efforts.get(topic)?.most ?? schedule.UNKNOWN), 0);
};

/** Weekdays in their proportions, rounded up to quarters of an hour; a day that is full stays so. */
const scaledWeek = (week: number[], counts: number[], work: number): number[] | null => {
  const scaled = [...week];
  const possible = () => scaled.reduce((sum, hours, day) => sum + hours * counts[day], 0);
  // Each round fills at least one day, or ends.
  for (let round = 0; round < 7; round += 1) {
    const isGrowing = scaled.map((hours) => hours > 0 && hours < MOST_A_DAY);
    const share = scaled.reduce((sum, hours, day) => sum + (isGrowing[day] ? hours * counts[day] : 0), 0);
    if (share === 0) break;
    const factor = 1 + (work - possible()) / share;
    isGrowing.forEach((grows, day) => {
      if (grows) scaled[day] = Math.min(roundUp(scaled[day] * factor, 0.25), MOST_A_DAY);
    });
    if (possible() >= work - 1e-6) return scaled;
  }
  return null;
};

/**
 * The least hours of study with which even the slowest schedule does some topics by a day: half hours a week, or the
 * plan's weekdays in their proportions.
 * @param from the first day of the schedules
 * @returns the fields of a plan; null if no day is long enough
 */
const hoursToMeet = (
  plan: Plan,
  schedules: Schedules,
  topics: number[],
  from: string,
  until: string,
): Pick<Plan, "hours" | "week"> | null => {
  const work = workUntil(schedules, topics);
  const counts = freeDays(plan, from, until);
  if (plan.week) {
    const week = scaledWeek(plan.week, counts, work);
    return week && { week };
  }
  const free = counts.reduce((sum, count) => sum + count, 0);
  const hours = roundUp((work * 7) / free, 0.5);
  return hours <= MOST_A_WEEK ? { hours } : null;
};

export const advice = { hoursToMeet };
