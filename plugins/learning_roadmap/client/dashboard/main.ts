/* The part for the dashboard's pages. */

import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { dashboard } from "./dashboard.ts";
import { schedule } from "./schedule.ts";
import { planning } from "./planning.ts";
import { review } from "./review.ts";
import { habits } from "./habits.ts";
import { calendar } from "./calendar.ts";
import { burnUp, chart } from "./chart.ts";
import { habitList } from "./view-dashboard.ts";
import "./view-remaining.ts";
import "./view-plan.ts";
import "./view-journal.ts";
import "./view-changes.ts";
import "./view-routine.ts";
import "./view-milestones.ts";
import "./view-print.ts";

export const shared = {
  days,
  roadmapIndex,
  dashboard,
  schedule,
  planning,
  review,
  habits,
  calendar,
  burnUp,
  chart,
  habitList,
};
Object.assign(globalThis.roadmap ?? {}, shared);
