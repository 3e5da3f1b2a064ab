/* The hours of a plan as slots: one for each day of study, with what is learned in it. Pure. */

import { days } from "./days.ts";
import { schedule } from "./schedule.ts";
import type { Plan, Week } from "./types.ts";

export interface StudySlot {
  day: string;
  hours: number;
  /** The positions of its topics */
  topics: number[];
}

/**
 * Distribute the topics of each week over its days, as the schedule does.
 * @param from the first day to plan
 */
export const studySlots = (plan: Plan, weeks: Week[], from: string): StudySlot[] => {
  const hoursOf = schedule.capacity(plan);
  const first = days.number(from > plan.start ? from : plan.start);
  return weeks.flatMap((week) => {
    const slots: StudySlot[] = [];
    const monday = days.number(week.monday);
    const items = week.items.map(({ at, hours }) => ({ at, hours }));
    for (let day = Math.max(monday, first); day < monday + 7; day += 1) {
      const slot: StudySlot = { day: days.day(day), hours: 0, topics: [] };
      let left = hoursOf(day);
      // The tolerance keeps rounding errors from moving a minute to another day.
      while (items.length > 0 && left > 1e-6) {
        const spent = Math.min(items[0].hours, left);
        slot.topics.push(items[0].at);
        slot.hours += spent;
        left -= spent;
        items[0].hours -= spent;
        if (items[0].hours <= 1e-6) items.shift();
      }
      if (slot.topics.length > 0) slots.push(slot);
    }
    return slots;
  });
};
