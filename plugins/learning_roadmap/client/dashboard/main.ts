/* The part for the dashboard's pages. */

import { codeWords } from "./code-words.ts";
import { days } from "./days.ts";
import { pathTo } from "../graph/path.ts";
import { nextTopics } from "../graph/next-topics.ts";
import { prerequisites } from "./prerequisites.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { dashboard } from "./dashboard.ts";
import { planning } from "./planning.ts";
import { review } from "./review.ts";
import "./view-dashboard.ts";
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
  prerequisites,
  pathTo,
  nextTopics,
};
Object.assign(globalThis.roadmap, shared);
