/* What changed: how updates of the roadmap affected the learner's topics, newest first. */

import { element } from "../core/elements.ts";
import { text } from "../core/strings.ts";
import type { Change } from "../core/types.ts";
import { updates } from "../upkeep/updates.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";

dashboard.views.set("changes", () => {
  const newTopics = updates.newLeaves();
  const log = updates.log();
  const line = (change: Change) =>
    element(
      "li",
      {},
      ...updates.phrase(change).map((part) => (typeof part === "string" ? part : roadmapIndex.link(part.id))),
    );
  return [
    newTopics.length > 0
      ? element(
          "section.rm-dashboard-card",
          {},
          element("h2", {}, text("dashboard.changes.new_topics")),
          element("ul.rm-list", {}, ...newTopics.map((id) => roadmapIndex.row(id))),
        )
      : null,
    ...[...new Set(log.map(({ day }) => day))]
      .reverse()
      .map((day) =>
        element(
          "section.rm-dashboard-card.rm-update",
          {},
          element("h2", {}, days.words(day)),
          element("ul", {}, ...log.filter((one) => one.day === day).map(({ change }) => line(change))),
        ),
      ),
    log.length === 0 ? element("p", {}, text("dashboard.changes.none")) : null,
  ];
});
