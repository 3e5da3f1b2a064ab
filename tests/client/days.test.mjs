import assert from "node:assert/strict";
import { test } from "node:test";
import { days } from "../../plugins/learning_roadmap/client/dashboard/days.ts";

test("day numbers convert to days and back", () => {
  for (const day of ["1970-01-01", "2024-02-29", "2026-03-29", "2026-10-25", "2199-12-31"]) {
    assert.equal(days.day(days.number(day)), day);
  }
  assert.equal(days.number("1970-01-02"), 1);
});

test("1970-01-01 was a Thursday, and a week begins on Monday", () => {
  assert.equal(days.weekday(0), 3);
  assert.equal(days.weekday(-1), 2);
  assert.equal(days.day(days.monday(days.number("2026-11-22"))), "2026-11-16");
  assert.equal(days.day(days.monday(days.number("2026-11-16"))), "2026-11-16");
});

test("adding months keeps the day of the month, or takes the last one", () => {
  assert.equal(days.addMonths("2026-01-31", 1), "2026-02-28");
  assert.equal(days.addMonths("2024-01-31", 1), "2024-02-29");
  assert.equal(days.addMonths("2026-11-15", 3), "2027-02-15");
  assert.equal(days.addMonths("2026-11-15", 0), "2026-11-15");
});

test("the day of a time is local", () => {
  assert.equal(days.dayOf(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
  assert.equal(days.dayOf(new Date(2026, 0, 6, 0, 0)), "2026-01-06");
});
