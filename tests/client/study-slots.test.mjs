import assert from "node:assert/strict";
import { test } from "node:test";
import { studySlots } from "../../plugins/learning_roadmap/client/dashboard/study-slots.ts";

const WEEKS = [
  {
    monday: "2026-01-05",
    hours: 6,
    items: [
      { at: 3, hours: 1, ends: true },
      { at: 7, hours: 4, ends: true },
      { at: 9, hours: 1, ends: false },
    ],
  },
  { monday: "2026-01-12", hours: 2, items: [{ at: 9, hours: 2, ends: true }] },
];
/** 2 h on Monday, 4 h on Saturday. */
const PLAN = { start: "2026-01-05", week: [2, 0, 0, 0, 0, 4, 0] };

test("a week is divided into slots of the days' hours", () => {
  assert.deepEqual(studySlots(PLAN, WEEKS, "2026-01-05"), [
    { day: "2026-01-05", hours: 2, topics: [3, 7] },
    { day: "2026-01-10", hours: 4, topics: [7, 9] },
    { day: "2026-01-12", hours: 2, topics: [9] },
  ]);
});

test("no slot is before the first day, or on a day off", () => {
  const plan = { ...PLAN, off: [["2026-01-12", "2026-01-12"]] };
  assert.deepEqual(
    studySlots(plan, WEEKS, "2026-01-06").map((slot) => slot.day),
    ["2026-01-10", "2026-01-17"],
  );
});

test("without hours for weekdays, every day has its share, and no hour is lost", () => {
  const slots = studySlots({ start: "2026-01-05", hours: 7 }, WEEKS, "2026-01-05");
  assert.equal(slots.length, 8);
  assert.equal(Math.round(slots.reduce((all, slot) => all + slot.hours, 0)), 8);
});
