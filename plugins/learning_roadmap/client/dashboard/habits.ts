/* The routine: lists that start fresh every day, days in a row, and a year at a glance. */

import { undo } from "../core/undo.ts";
import { days } from "./days.ts";
import { store } from "../storage/store.ts";
import type { RoutineBlock } from "./types.ts";

/** @returns the habits of that day */
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
    const words = [`${title}: not done`, `${title}: done`];
    if (!isDone) words.reverse();
    return undo.act(words[1], [[`day/${day}`, { ticks: { ...ticks, [habit]: isDone ? at : -at } }]], {
      undone: words[0],
    });
  },
  /** @returns the blocks of a day: at the weekend its own as well */
  blocksOf: (blocks: RoutineBlock[], day: string): RoutineBlock[] =>
    blocks.filter((block) => !block.weekend || days.weekday(days.number(day)) >= 5),
  /** Days in a row with at least one habit. Today counts when it has one, and breaks nothing while it has none. */
  streak(isKept: (day: string) => boolean, today: string) {
    let day = days.number(today);
    if (!isKept(today)) day -= 1;
    let found = 0;
    while (isKept(days.day(day))) {
      found += 1;
      day -= 1;
    }
    return found;
  },
};
