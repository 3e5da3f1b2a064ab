import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar } from "../../plugins/learning_roadmap/client/dashboard/calendar.ts";

const EVENT = { uid: "week-1@letters.roadmap", from: "2026-01-05", to: "2026-01-11", title: "10 h: a", text: "" };
const STAMP = Date.UTC(2026, 0, 2, 3, 4, 5);
const linesOf = (event, name = "Plan") => calendar([{ ...EVENT, ...event }], { name, stamp: STAMP }).split("\r\n");

test("an event lasts whole days, and ends before the next one begins", () => {
  const lines = linesOf({});
  assert.ok(lines.includes("DTSTART;VALUE=DATE:20260105"));
  assert.ok(lines.includes("DTEND;VALUE=DATE:20260112"));
  assert.ok(lines.includes("DTSTAMP:20260102T030405Z"));
  assert.equal(lines[0], "BEGIN:VCALENDAR");
  assert.deepEqual(lines.slice(-2), ["END:VCALENDAR", ""]);
});

test("texts are escaped (RFC 5545, 3.3.11)", () => {
  const lines = linesOf({ title: "a, b; c\\d", text: "one\ntwo\u0007" });
  assert.ok(lines.includes("SUMMARY:a\\, b\\; c\\\\d"));
  assert.ok(lines.includes("DESCRIPTION:one\\ntwo"));
});

test("lines have at most 75 octets, and no character is split (RFC 5545, 3.1)", () => {
  const title = "Ümläute 漢字 🎓 ".repeat(20);
  const folded = calendar([{ ...EVENT, title }], { name: title, stamp: STAMP });
  for (const line of folded.split("\r\n")) assert.ok(new TextEncoder().encode(line).length <= 75, line);
  assert.ok(folded.replaceAll("\r\n ", "").includes(`SUMMARY:${title}`));
  assert.ok(!folded.includes("\uFFFD"));
});

test("events that are no longer planned are cancelled", () => {
  assert.ok(linesOf({ isCancelled: true }).includes("STATUS:CANCELLED"));
  assert.ok(!linesOf({}).includes("STATUS:CANCELLED"));
});

test("a slot begins at a time of the learner's day, and may end after midnight", () => {
  const lines = linesOf({ time: { start: 23 * 60 + 30, length: 90 } });
  assert.ok(lines.includes("DTSTART:20260105T233000"));
  assert.ok(lines.includes("DTEND:20260106T010000"));
  assert.ok(lines.includes("TRANSP:OPAQUE"));
  assert.ok(linesOf({}).includes("TRANSP:TRANSPARENT"));
});

test("an alarm stands within its event", () => {
  const lines = linesOf({ alarm: "-PT10M", url: "https://example.org/plan/" });
  const alarm = lines.slice(lines.indexOf("BEGIN:VALARM"), lines.indexOf("END:VALARM"));
  assert.deepEqual(alarm, ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DESCRIPTION:10 h: a"]);
  assert.ok(lines.indexOf("END:VALARM") < lines.indexOf("END:VEVENT"));
  assert.ok(lines.includes("URL:https://example.org/plan/"));
  assert.ok(!linesOf({}).some((line) => /^(?:URL|BEGIN:VALARM)/.test(line)));
});
