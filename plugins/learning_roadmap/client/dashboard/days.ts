/* Days in the learner's time zone, as strings such as 2026-01-31. They are counted in whole days, so daylight saving
   time cannot shift them. */

import { locale } from "../core/strings.ts";

const DAY = 86_400_000;
const two = (number: number) => String(number).padStart(2, "0");

/** @returns days since 1970-01-01 */
const number = (day: string): number => Date.parse(day) / DAY;
/** @param days since 1970-01-01 */
const day = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
/**
 * @param time in ms since 1970
 * @returns the day in the learner's time zone
 */
const dayOf = (time: number | Date): string => {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
/** @returns 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday */
const weekday = (days: number): number => (((days + 3) % 7) + 7) % 7;

export const days = {
  number,
  day,
  dayOf,
  weekday,
  today: () => dayOf(Date.now()),
  /** @returns the Monday of its week */
  monday: (days: number): number => days - weekday(days),
  /** @returns the day that many months later, or the last day of that month if it is shorter */
  addMonths(start: string, months: number): string {
    const [year, month, date] = start.split("-").map(Number);
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return day(Date.UTC(year, month - 1 + months, Math.min(date, last)) / DAY);
  },
  /** @returns the day in the format of the page's language */
  words: (day: string): string =>
    new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day)),
  /** @returns a month such as 2026-01 in the format of the page's language */
  monthWords: (month: string): string =>
    new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric", timeZone: "UTC" }).format(
      Date.parse(`${month}-01`),
    ),
};
