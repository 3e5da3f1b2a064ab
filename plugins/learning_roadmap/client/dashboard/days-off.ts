/* Days off, as learners write them: on each line one date, or the first and the last of several days. Pure. */

import { records } from "../storage/records.ts";

/** The months by the first three letters of their English names; others are written as numbers. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Between two dates. A hyphen needs spaces, because dates contain hyphens. */
const BETWEEN = /\s+(?:to|until|till|-)\s+|\s*(?:–|—|\.\.\.?|…+|~|～|至|到)\s*/;

/** What is wrong with a line. */
export type LineProblem = "no_date" | "ambiguous" | "order";

const joined = (year: string, month: number, day: string): string =>
  `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;

/** @returns the month of an English name, or of its beginning, from 1; 0 if there is none */
const monthOf = (name: string) => (name.length >= 3 ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : 0);

/** Read a date; with slashes, only one of which day and month cannot be confused. */
const readDate = (written: string): string | LineProblem => {
  const value = written.trim();
  const check = (date: string) => (records.isDate(date) ? date : "no_date");
  let match = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日$/.exec(value);
  if (match) return check(joined(match[1], Number(match[2]), match[3]));
  match = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(value);
  if (match) return check(joined(match[1], Number(match[2]), match[3]));
  // With points or hyphens, the day comes first.
  match = /^(\d{1,2})([-./])\s?(\d{1,2})\2\s?(\d{4})$/.exec(value);
  if (match) {
    const [, one, separator, other, year] = match;
    if (separator !== "/") return check(joined(year, Number(other), one));
    if (Number(one) <= 12 && Number(other) <= 12 && one !== other) return "ambiguous";
    return Number(one) > 12 ? check(joined(year, Number(other), one)) : check(joined(year, Number(one), other));
  }
  match = /^(\d{1,2})\.?\s+([A-Za-z]+)\.?,?\s+(\d{4})$/.exec(value);
  if (match) return check(joined(match[3], monthOf(match[2]), match[1]));
  match = /^([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(value);
  if (match) return check(joined(match[3], monthOf(match[1]), match[2]));
  return "no_date";
};

/** @returns the days off; if a line cannot be read, that line and why */
const read = (value: string): { spans: [string, string][]; problem: { line: string; reason: LineProblem } | null } => {
  const spans: [string, string][] = [];
  for (const line of value
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const dates = line.split(BETWEEN).map(readDate);
    const reason = dates.length > 2 ? "no_date" : dates.find((date) => !records.isDate(date));
    if (reason !== undefined) return { spans, problem: { line, reason: reason as LineProblem } };
    const [from, to = from] = dates;
    if (to < from) return { spans, problem: { line, reason: "order" } };
    spans.push([from, to]);
  }
  return { spans, problem: null };
};

/** @returns one line for each span */
const write = (spans: [string, string][]): string =>
  spans.map(([from, to]) => (from === to ? from : `${from} – ${to}`)).join("\n");

export const daysOff = { read, write };
