import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";
import { daysOff } from "../../plugins/learning_roadmap/client/dashboard/days-off.ts";

const READABLE = {
  "2026-12-24": ["2026-12-24", "2026-12-24"],
  "2026-12-24 to 2027-01-01": ["2026-12-24", "2027-01-01"],
  "2026-12-24 – 2027-01-01": ["2026-12-24", "2027-01-01"],
  "2026-12-24–2027-01-01": ["2026-12-24", "2027-01-01"],
  "2026-12-24 - 2027-01-01": ["2026-12-24", "2027-01-01"],
  "2026/2/3": ["2026-02-03", "2026-02-03"],
  "24.12.2026": ["2026-12-24", "2026-12-24"],
  "3. 2. 2026 until 5.2.2026": ["2026-02-03", "2026-02-05"],
  "24/12/2026": ["2026-12-24", "2026-12-24"],
  "12/24/2026": ["2026-12-24", "2026-12-24"],
  "5/5/2026": ["2026-05-05", "2026-05-05"],
  "24 December 2026": ["2026-12-24", "2026-12-24"],
  "24 Dec 2026 to 1 Jan 2027": ["2026-12-24", "2027-01-01"],
  "December 24, 2026": ["2026-12-24", "2026-12-24"],
  "Sept. 3 2026": ["2026-09-03", "2026-09-03"],
};
for (const [line, span] of Object.entries(READABLE))
  test(`“${line}” is read`, () => {
    assert.deepEqual(daysOff.read(line), { spans: [span], problem: null });
  });

const UNREADABLE = {
  "2026-02-30": "no_date",
  "30.2.2026": "no_date",
  "24.12.": "no_date",
  "next week": "no_date",
  "24 Smarch 2026": "no_date",
  "13/13/2026": "no_date",
  "2026-01-01 to 2026-01-02 to 2026-01-03": "no_date",
  "2/3/2026": "ambiguous",
  "2026-01-05 to 2026-01-04": "order",
};
for (const [line, reason] of Object.entries(UNREADABLE))
  test(`“${line}” is refused`, () => {
    assert.deepEqual(daysOff.read(`2026-01-01\n${line}`).problem, { line, reason });
  });

test("what is written is read again", () => {
  const spans = [
    ["2026-02-02", "2026-02-08"],
    ["2026-03-02", "2026-03-02"],
  ];
  assert.deepEqual(daysOff.read(daysOff.write(spans)), { spans, problem: null });
  assert.deepEqual(daysOff.read(" \n"), { spans: [], problem: null });
});
