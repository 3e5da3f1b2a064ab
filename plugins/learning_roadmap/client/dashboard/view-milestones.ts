/* The milestones' page: their days from the plan's start, and what the ticks make of their goals. */

import { element } from "../core/elements.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";

dashboard.views.set("milestones", () => {
  const plan = planning.plan();
  const dated = new Map((plan ? planning.milestones(plan) : []).map((one) => [one.id, one]));
  for (const line of document.querySelectorAll<HTMLElement>("[data-rm-milestone]")) {
    const one = dated.get(line.dataset.rmMilestone ?? "");
    line.querySelector(".rm-until")?.remove();
    if (one) line.append(element("span.rm-until", {}, `by ${days.words(one.until)}`));
  }
  for (const goal of roadmapIndex.data.milestones.flatMap((one) => one.goals)) {
    const place = document.querySelector(`[data-rm-goal="${CSS.escape(goal.id)}"]`);
    if (!place) continue;
    const { done, size, isReached } = planning.progressOf(goal);
    place.textContent = size > 0 ? `${done} of ${size}${isReached ? ", reached" : ""}` : "";
  }
  const link = element("a", { href: roadmapIndex.at(roadmapIndex.data.pages.plan) }, "plan");
  return [
    element(
      "p.rm-line",
      {},
      plan ? "Days count from the start of your " : "With a ",
      link,
      plan ? "." : ", each has its day.",
    ),
  ];
});
