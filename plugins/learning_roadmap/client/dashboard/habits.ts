/* The routine: the habits of each day, and how many days in a row had one. */

import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { days } from "./days.ts";
import { store } from "../storage/store.ts";
import type { RoutineBlock } from "./types.ts";

/** @returns the ids of the habits that are done on that day */
const doneOn = (day: string): Set<string> =>
  new Set(
    Object.entries(store.read(`day/${day}`)?.ticks ?? {})
      .filter(([, at]) => Number(at) > 0)
      .map(([habit]) => habit),
  );

export const habits = {
  doneOn,
  /** @returns whether it was stored */
  tick(day: string, habit: string, isDone: boolean, title: string): boolean {
    const ticks = store.read(`day/${day}`)?.ticks ?? {};
    const at = Math.max(Date.now(), Math.abs(ticks[habit] ?? 0) + 1);
    const labels = [text("dashboard.routine.not_done", { title }), text("dashboard.routine.done", { title })];
    if (!isDone) labels.reverse();
    return undo.act(labels[1], [[`day/${day}`, { ticks: { ...ticks, [habit]: isDone ? at : -at } }]], {
      undone: labels[0],
    });
  },
  /** @returns the blocks of a day; some are for weekends only */
  blocksOf: (blocks: RoutineBlock[], day: string): RoutineBlock[] =>
    blocks.filter((block) => !block.weekend || days.weekday(days.number(day)) >= 5),
  /** Count the days in a row with at least one habit. Today does not end a streak, even without a habit so far. */
  streak(isActive: (day: string) => boolean, today: string) {
    let day = days.number(today);
    if (!isActive(today)) day -= 1;
    let length = 0;
    while (isActive(days.day(day))) {
      length += 1;
      day -= 1;
    }
    return length;
  },
};
