/* The part for the dashboard's pages. */

import { codeWords } from "./code-words.ts";
import { days } from "./days.ts";
import { closure, pathTo } from "../graph/path.ts";
import { nextTopics } from "../graph/next-topics.ts";
import { countPath } from "../graph/path-counts.ts";
import { prerequisites } from "./prerequisites.ts";
import { goal } from "./goal.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { dashboard } from "./dashboard.ts";
import { planning } from "./planning.ts";
import { review } from "./review.ts";
import { schedule } from "./schedule.ts";
import "./view-dashboard.ts";
import "./view-home.ts";
import "./view-remaining.ts";
import "./view-plan.ts";
import "./view-journal.ts";
import "./view-changes.ts";
import "./view-routine.ts";
import "./view-milestones.ts";
import "./view-print.ts";

export const shared = {
  codeWords,
  days,
  roadmapIndex,
  dashboard,
  planning,
  review,
  schedule,
  prerequisites,
  goal,
  closure,
  pathTo,
  nextTopics,
  countPath,
};
Object.assign(globalThis.roadmap, shared);
