/* Days of the learner's own calendar, as texts such as 2026-01-31. Counted in whole days, so that summer time cannot
   shift them. */

const DAY = 86_400_000;
const two = (number: number) => String(number).padStart(2, "0");

/** @returns days since 1970-01-01 */
const number = (day: string): number => Date.parse(day) / DAY;
/** @param days since 1970-01-01 */
const day = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
/**
 * @param time in ms since 1970
 * @returns the day that it is there and then, by the learner's clock
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
  /** @returns that many months later; the last day of a month stays one */
  addMonths(start: string, months: number): string {
    const [year, month, date] = start.split("-").map(Number);
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return day(Date.UTC(year, month - 1 + months, Math.min(date, last)) / DAY);
  },
  /** @returns in the reader's language and order */
  words: (text: string): string =>
    new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(text)),
};
