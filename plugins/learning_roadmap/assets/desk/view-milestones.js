/* The milestones' page: their days from the plan's start, and what the ticks make of their goals. */
"use strict";
(() => {
  const { element, atlas, days, planning, desk } = globalThis.roadmap;

  desk.views.set("milestones", () => {
    const plan = planning.plan();
    const dated = new Map((plan ? planning.milestones(plan) : []).map((/** @type {any} */ one) => [one.id, one]));
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-rm-milestone]"))) {
      const one = dated.get(line.dataset.rmMilestone ?? "");
      line.querySelector(".rm-until")?.remove();
      if (one) line.append(element("span.rm-until", {}, `by ${days.words(one.until)}`));
    }
    for (const goal of atlas.data.milestones.flatMap((/** @type {any} */ one) => one.goals)) {
      const place = document.querySelector(`[data-rm-goal="${CSS.escape(goal.id)}"]`);
      if (!place) continue;
      const { done, size, isReached } = planning.progressOf(goal);
      place.textContent = size > 0 ? `${done} of ${size}${isReached ? ", reached" : ""}` : "";
    }
    const link = element("a", { href: atlas.at(atlas.data.pages.plan) }, "plan");
    return [element("p.rm-line", {}, plan ? "Days count from the start of your " : "With a ", link, plan ? "." : ", each has its day.")];
  });
})();
