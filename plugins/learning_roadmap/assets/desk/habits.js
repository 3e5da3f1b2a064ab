/* The routine: lists that start fresh every day, days in a row, and a year at a glance. */
"use strict";
(() => {
  const { days, store, undo } = globalThis.roadmap;

  /** @param {string} day @returns {Set<string>} the habits of that day */
  const doneOn = (day) => new Set(Object.entries(store.read(`day/${day}`)?.ticks ?? {}).filter(([, at]) => Number(at) > 0).map(([habit]) => habit));

  globalThis.roadmap.habits = {
    doneOn,
    /** @param {string} day @param {string} habit @param {boolean} isDone @param {string} title @returns {boolean} whether it was stored */
    tick(day, habit, isDone, title) {
      const ticks = store.read(`day/${day}`)?.ticks ?? {};
      const at = Math.max(Date.now(), Math.abs(ticks[habit] ?? 0) + 1);
      const words = [`${title}: not done`, `${title}: done`];
      if (!isDone) words.reverse();
      return undo.act(words[1], [[`day/${day}`, { ticks: { ...ticks, [habit]: isDone ? at : -at } }]], { undone: words[0] });
    },
    /** @param {{weekend: boolean}[]} blocks @param {string} day @returns {any[]} the blocks of a day: at the weekend its own as well */
    blocksOf: (blocks, day) => blocks.filter((block) => !block.weekend || days.weekday(days.number(day)) >= 5),
    /**
     * Days in a row with at least one habit. Today counts when it has one, and breaks nothing while it has none.
     * @param {(day: string) => boolean} isKept
     * @param {string} today
     */
    streak(isKept, today) {
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
})();
