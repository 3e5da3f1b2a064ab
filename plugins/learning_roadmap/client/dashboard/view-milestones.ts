/* The page of milestones: their dates, counted from the start of the plan, and the progress of their goals. */

import { element } from "../core/elements.ts";
import { nodes, text } from "../core/strings.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";

dashboard.views.set("milestones", () => {
  const plan = planning.plan();
  const dated = new Map((plan ? planning.milestones(plan) : []).map((one) => [one.id, one]));
  for (const line of document.querySelectorAll<HTMLElement>("[data-rm-milestone]")) {
    const one = dated.get(line.dataset.rmMilestone ?? "");
    line.querySelector(".rm-due-date")?.remove();
    if (one)
      line.append(element("span.rm-due-date", {}, text("dashboard.milestones.by", { date: days.words(one.until) })));
  }
  for (const goal of roadmapIndex.data.milestones.flatMap((one) => one.goals)) {
    const place = document.querySelector(`[data-rm-goal="${CSS.escape(goal.id)}"]`);
    if (!place) continue;
    const { done, size, isReached } = planning.progressOf(goal);
    place.textContent =
      size > 0
        ? text(isReached ? "dashboard.milestones.reached" : "dashboard.milestones.progress", { done, size })
        : "";
  }
  const link = element("a", { href: roadmapIndex.at(roadmapIndex.data.pages.plan) }, text("dashboard.milestones.plan"));
  return [
    element(
      "p.rm-line",
      {},
      ...nodes(plan ? "dashboard.milestones.dates" : "dashboard.milestones.no_dates", { plan: link }),
    ),
  ];
});
