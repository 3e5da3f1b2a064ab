import assert from "node:assert/strict";
import { test } from "node:test";
import { advice } from "../../plugins/learning_roadmap/client/dashboard/advice.ts";
import { schedule } from "../../plugins/learning_roadmap/client/dashboard/schedule.ts";

/** One phase: six topics in 3 to 6 weeks. */
const ROAD = {
  parts: [{ id: "one", weeks: [3, 6], spans: [[0, 6]] }],
  hours: {},
  order: [0, 1, 2, 3, 4, 5],
  documents: [],
};
const OPEN = { isOptional: () => false, isOpen: () => true };
const START = "2026-01-05";
const verdictOf = (plan, topics, until) =>
  schedule.judge(schedule.make(plan, ROAD, OPEN, START), topics, until).verdict;
const needed = (plan, topics, until) =>
  advice.hoursToMeet(plan, schedule.make(plan, ROAD, OPEN, START), topics, START, until);

test("the advised hours meet the date, and half an hour less does not", () => {
  const plan = { start: START, hours: 5, pace: 10 };
  for (const topics of [[0], [1, 3], [0, 1, 2, 3, 4, 5]])
    for (const until of ["2026-01-07", "2026-01-18", "2026-02-01", "2026-02-14"]) {
      if (verdictOf(plan, topics, until) === "met") continue;
      const advised = needed(plan, topics, until);
      assert.equal(verdictOf({ ...plan, ...advised }, topics, until), "met");
      assert.notEqual(verdictOf({ ...plan, hours: advised.hours - 0.5 }, topics, until), "met");
    }
});

test("days off count", () => {
  const plan = { start: START, hours: 5, off: [["2026-01-12", "2026-01-18"]] };
  const advised = needed(plan, [0, 1, 2], "2026-01-25");
  assert.deepEqual(advised, { hours: 15 });
  assert.equal(verdictOf({ ...plan, ...advised }, [0, 1, 2], "2026-01-25"), "met");
});

test("weekdays grow in their proportions", () => {
  const plan = { start: START, week: [0, 0, 1, 0, 0, 2, 2] };
  const advised = needed(plan, [0, 1, 2], "2026-01-25");
  assert.deepEqual(advised, { week: [0, 0, 2, 0, 0, 4, 4] });
  assert.equal(verdictOf({ ...plan, ...advised }, [0, 1, 2], "2026-01-25"), "met");
});

test("a full day does not grow, the others take the rest", () => {
  const plan = { start: START, week: [0, 0, 0, 0, 0, 20, 5] };
  const { week } = needed(plan, [0, 1, 2], "2026-01-11");
  assert.ok(week[5] <= 24 && week[6] <= 24);
  assert.equal(verdictOf({ ...plan, week }, [0, 1, 2], "2026-01-11"), "met");
});

test("without enough days there is no advice", () => {
  assert.equal(needed({ start: START, hours: 5 }, [0, 1, 2, 3, 4, 5], "2026-01-06"), null);
  assert.equal(needed({ start: START, hours: 5 }, [0], "2026-01-01"), null);
  assert.equal(needed({ start: START, week: [1, 0, 0, 0, 0, 0, 0] }, [0, 1, 2, 3], "2026-01-06"), null);
});
