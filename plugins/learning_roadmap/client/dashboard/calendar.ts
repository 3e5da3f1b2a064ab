/* The plan as a calendar file: iCalendar, RFC 5545. The same day or week keeps its UID, so that a newer file replaces
   the older. */

import { days } from "./days.ts";

const OCTETS = 74;

/** @returns TEXT of section 3.3.11 */
const escapeText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "")
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r?\n/g, "\\n");

/** Fold a line after at most 75 octets, but never within a character: section 3.1. */
const fold = (line: string) => {
  const encoder = new TextEncoder();
  let [folded, current, size] = ["", "", 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > OCTETS) {
      folded += `${current}\r\n `;
      [current, size] = ["", 1];
    }
    current += character;
    size += octets;
  }
  return folded + current;
};

export interface CalendarEvent {
  uid: string;
  /** The first day */
  from: string;
  /** The last day */
  to: string;
  title: string;
  text: string;
  /** When it begins, and how long it lasts, in minutes. Without it, the event lasts whole days. */
  time?: { start: number; length: number };
  /** The page that it is about */
  url?: string;
  /** How long before it begins to remind of it, as a duration such as -PT10M */
  alarm?: string;
  isCancelled?: boolean;
}

/** @returns a time of the learner's day, wherever the learner is: form 1 of section 3.3.5 */
const localTime = (day: string, minutes: number): string => {
  const [date, rest] = [days.day(days.number(day) + Math.floor(minutes / 1440)), minutes % 1440];
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.replaceAll("-", "")}T${two(Math.floor(rest / 60))}${two(rest % 60)}00`;
};

/**
 * @param events whole days, or slots of the first day
 * @param calendar the stamp is the time of the file, in ms since 1970
 */
export const calendar = (events: CalendarEvent[], { name, stamp }: { name: string; stamp: number }): string => {
  const compact = (day: string) => day.replaceAll("-", "");
  const time = `${new Date(stamp).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//mkdocs-learning-roadmap//Plan//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
  ];
  for (const event of events) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:${event.uid}`,
      `DTSTAMP:${time}`,
      ...(event.time
        ? [
            `DTSTART:${localTime(event.from, event.time.start)}`,
            `DTEND:${localTime(event.from, event.time.start + event.time.length)}`,
          ]
        : [
            `DTSTART;VALUE=DATE:${compact(event.from)}`,
            `DTEND;VALUE=DATE:${compact(days.day(days.number(event.to) + 1))}`,
          ]),
      `SUMMARY:${escapeText(event.title)}`,
      ...(event.text ? [`DESCRIPTION:${escapeText(event.text)}`] : []),
      ...(event.url ? [`URL:${event.url}`] : []),
      ...(event.isCancelled ? ["STATUS:CANCELLED"] : []),
      `TRANSP:${event.time ? "OPAQUE" : "TRANSPARENT"}`,
      `SEQUENCE:${Math.floor(stamp / 1000) % 2 ** 31}`,
      ...(event.alarm
        ? [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            `TRIGGER:${event.alarm}`,
            `DESCRIPTION:${escapeText(event.title)}`,
            "END:VALARM",
          ]
        : []),
      "END:VEVENT",
    );
  }
  return `${[...lines, "END:VCALENDAR"].map(fold).join("\r\n")}\r\n`;
};
