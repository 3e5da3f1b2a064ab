/* The plan as a calendar file: iCalendar, RFC 5545. The same week keeps its UID, so that a newer file replaces the
   older. */

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

/**
 * @param events whole days; `to` is the last of them
 * @param calendar the stamp is the time of the file, in ms since 1970
 */
export const calendar = (
  events: { uid: string; from: string; to: string; title: string; text: string; isCancelled?: boolean }[],
  { name, stamp }: { name: string; stamp: number },
): string => {
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
      `DTSTART;VALUE=DATE:${compact(event.from)}`,
      `DTEND;VALUE=DATE:${compact(days.day(days.number(event.to) + 1))}`,
      `SUMMARY:${escapeText(event.title)}`,
      ...(event.text ? [`DESCRIPTION:${escapeText(event.text)}`] : []),
      ...(event.isCancelled ? ["STATUS:CANCELLED"] : []),
      "TRANSP:TRANSPARENT",
      `SEQUENCE:${Math.floor(stamp / 1000) % 2 ** 31}`,
      "END:VEVENT",
    );
  }
  return `${[...lines, "END:VCALENDAR"].map(fold).join("\r\n")}\r\n`;
};
