/* Days of the learner's own calendar, as texts such as 2026-01-31. Counted in whole days, so that summer time cannot shift them. */
"use strict";
(() => {
  const DAY = 86_400_000;
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

  /** @param {string} day @returns {number} days since 1970-01-01 */
  const number = (day) => Date.parse(day) / DAY;
  /** @param {number} days since 1970-01-01 @returns {string} */
  const day = (days) => new Date(days * DAY).toISOString().slice(0, 10);
  /** @param {number | Date} time in ms since 1970 @returns {string} the day that it is there and then, by the learner's clock */
  const dayOf = (time) => {
    const date = new Date(time);
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  /** @param {number} days @returns {number} 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday */
  const weekday = (days) => (((days + 3) % 7) + 7) % 7;

  globalThis.roadmap.days = {
    number,
    day,
    dayOf,
    weekday,
    today: () => dayOf(Date.now()),
    /** @param {number} days @returns {number} the Monday of its week */
    monday: (days) => days - weekday(days),
    /** @param {string} start @param {number} months @returns {string} that many months later; the last day of a month stays one */
    addMonths(start, months) {
      const [year, month, date] = start.split("-").map(Number);
      const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
      return day(Date.UTC(year, month - 1 + months, Math.min(date, last)) / DAY);
    },
    /** @param {string} text @returns {string} in the reader's language and order */
    words: (text) => new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(text)),
  };
})();
