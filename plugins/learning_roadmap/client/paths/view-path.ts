/* The path to a goal. */

import { element } from "../core/elements.ts";
import { text } from "../core/strings.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { prerequisites } from "../dashboard/prerequisites.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { pathTo } from "../graph/path.ts";

dashboard.views.set("path", () => {
  const goal = prerequisites.goal(new URLSearchParams(location.hash.slice(1)).get("goal") ?? "");
  if (!goal) return [element("p", {}, text("paths.choose"))];
  const path = pathTo(prerequisites.graph, goal.needs, prerequisites.isKnown, prerequisites.isDone);
  return [
    element("h2", {}, goal.title),
    element("ol.rm-list", {}, ...path.steps.map(({ topic }) => roadmapIndex.row(roadmapIndex.leaves[topic]))),
  ];
});
