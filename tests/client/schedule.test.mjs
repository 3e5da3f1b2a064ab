import assert from "node:assert/strict";
import { test } from "node:test";
import { schedule } from "../../plugins/learning_roadmap/client/dashboard/schedule.ts";
import { topicGraph } from "../../plugins/learning_roadmap/client/graph/topic-graph.ts";

/** Two phases: four topics in 2 to 4 weeks, and two topics whose hours are known. */
const ROAD = {
  parts: [
    { id: "one", weeks: [2, 4], spans: [[0, 4]] },
    { id: "two", weeks: null, spans: [[4, 6]] },
  ],
  hours: { 4: 5, 5: 7 },
  order: [0, 1, 2, 3, 4, 5],
  documents: [{ id: "book", order: [2, 0, 5], weeks: [1, 1, 2] }],
};
const PLAN = { start: "2026-01-05", hours: 7, pace: 10 };
const OPEN = { isOptional: () => false, isOpen: () => true };

test("a topic takes its own hours, or its share of its phase's weeks", () => {
  const efforts = schedule.efforts(PLAN, ROAD);
  assert.deepEqual(efforts.get(0), { least: 5, likely: 7.5, most: 10 });
  assert.deepEqual(efforts.get(4), { least: 5, likely: 5, most: 5 });
});

test("in a document with weeks, a topic takes its share of its week", () => {
  const efforts = schedule.efforts({ ...PLAN, order: "book" }, ROAD);
  assert.deepEqual(efforts.get(2), { least: 5, likely: 5, most: 5 });
});

test("phases without a duration are planned only if selected", () => {
  assert.deepEqual(
    schedule.chosen(PLAN, ROAD, () => false),
    [0, 1, 2, 3],
  );
  assert.deepEqual(
    schedule.chosen({ ...PLAN, parts: ["two"] }, ROAD, () => false),
    [4, 5],
  );
  assert.deepEqual(
    schedule.chosen({ ...PLAN, order: "book" }, ROAD, () => false),
    [2, 0, 5],
  );
  assert.deepEqual(
    schedule.chosen({ ...PLAN, optional: false }, ROAD, (at) => at === 1),
    [0, 2, 3],
  );
});

test("hours are distributed over days, and weeks begin on Monday", () => {
  const { likely } = schedule.make(PLAN, ROAD, OPEN, "2026-01-01");
  // Four topics of 7.5 hours at one hour a day.
  assert.equal(likely.hours, 30);
  assert.equal(likely.finish, "2026-02-03");
  assert.deepEqual(
    likely.weeks.map(({ monday, hours }) => [monday, Math.round(hours * 10) / 10]),
    [
      ["2026-01-05", 7],
      ["2026-01-12", 7],
      ["2026-01-19", 7],
      ["2026-01-26", 7],
      ["2026-02-02", 2],
    ],
  );
  assert.equal(likely.weeks.flatMap(({ items }) => items).filter(({ ends }) => ends).length, 4);
});

test("days off are skipped", () => {
  const plan = { ...PLAN, off: [["2026-01-05", "2026-01-11"]] };
  assert.equal(schedule.make(plan, ROAD, OPEN, "2026-01-01").likely.finish, "2026-02-10");
});

test("only days with hours are used", () => {
  const plan = { start: "2026-01-05", week: [0, 0, 0, 0, 0, 15, 15] };
  const { likely } = schedule.make(plan, ROAD, OPEN, "2026-01-05");
  assert.deepEqual([...likely.ends.values()], ["2026-01-10", "2026-01-10", "2026-01-11", "2026-01-11"]);
});

test("topics in progress come first, and done topics are not planned", () => {
  const topics = { ...OPEN, isOpen: (at) => at !== 0, isBegun: (at) => at === 3 };
  assert.deepEqual(schedule.make(PLAN, ROAD, topics, "2026-01-05").order, [3, 1, 2]);
});

test("a schedule without an end is reported as endless", () => {
  const never = { ...PLAN, off: [["2026-01-05", "2099-12-31"]] };
  const { likely } = schedule.make(never, ROAD, OPEN, "2026-01-05");
  assert.equal(likely.isEndless, true);
  assert.equal(likely.finish, null);
});

test("a deadline is met by the longest, only by the shortest, or by no estimate", () => {
  const schedules = schedule.make(PLAN, ROAD, OPEN, "2026-01-05");
  const verdict = (until) => schedule.judge(schedules, [0, 1, 2, 3], until).verdict;
  assert.equal(verdict("2026-03-01"), "met");
  assert.equal(verdict("2026-01-30"), "tight");
  assert.equal(verdict("2026-01-10"), "late");
  assert.equal(schedule.judge(schedules, [5], "2026-03-01").verdict, "unplanned");
});

test("without an end, a deadline is late, and the topics are in the plan", () => {
  const never = { ...PLAN, off: [["2026-01-05", "2099-12-31"]] };
  const schedules = schedule.make(never, ROAD, OPEN, "2026-01-05");
  assert.deepEqual(schedule.judge(schedules, [0], "2026-03-01"), { verdict: "late", least: "", most: "" });
});

/** 3 needs 5, and 1 needs 0. */
const GRAPH = topicGraph([[], [0], [], [5], [], []], [null, null, null, null, 5, 7], {});
const withGraph = (known = []) => ({
  ...ROAD,
  prerequisites: {
    graph: GRAPH,
    goal: (id) => (id === "third" ? { needs: { topics: [3] } } : null),
    isKnown: (topic) => known.includes(topic),
    isDone: () => false,
  },
});
const chosen = (plan, road, ...more) => schedule.chosen({ ...PLAN, ...plan }, road, () => false, ...more);

test("a plan for a goal has the topics of its path, known ones included", () => {
  assert.deepEqual(chosen({ goal: "third" }, withGraph()), [5, 3]);
  assert.deepEqual(chosen({ goal: "third" }, withGraph([5])), [5, 3]);
  assert.deepEqual(chosen({ goal: "third" }, withGraph([3])), [3]);
  assert.deepEqual(chosen({ goal: "removed" }, withGraph()), [0, 1, 2, 3]);
  assert.deepEqual(schedule.make({ ...PLAN, goal: "third" }, withGraph(), OPEN, "2026-01-05").order, [5, 3]);
});

test("topics that are needed are added if the plan says so, and branches that do not count are left out", () => {
  assert.deepEqual(chosen({ parts: ["one"], needs: true }, withGraph()), [0, 1, 2, 5, 3]);
  assert.deepEqual(
    chosen({ parts: ["one"], needs: true }, withGraph(), (topic) => topic === 3),
    [0, 1, 2],
  );
});
