/* The plan: what was asked, what comes out, and what cannot be. */

import { element, plural } from "../core/elements.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import type { Plan, Schedules, Week } from "./types.ts";
import { saveCalendar } from "./plan-calendar.ts";
import { planForm } from "./plan-form.ts";

/** How long it takes, in words. */
const summary = (ahead: Schedules, plan: Plan) => {
  if (ahead.order.length === 0) return element("p", {}, "Nothing of it is left to do.");
  if (ahead.most.isEndless || ahead.likely.isEndless)
    return element("p", {}, element("strong.rm-late", {}, "At this pace it does not end within 40 years."));
  const [from, to] = [ahead.least.finish, ahead.most.finish].map((day) => days.number(day as string));
  const start = Math.max(days.number(plan.start), days.number(days.today()));
  const [least, most] = [from, to].map((day) => Math.ceil((day - start + 1) / 7));
  const [low, high] = [ahead.least.hours, ahead.most.hours].map(Math.round);
  const span = (one: number, other: number) => (one === other ? String(one) : `${one}–${other}`);
  return element(
    "p",
    {},
    `${plural(ahead.order.length, "topic")} left, about ${span(low, high)} hours: `,
    element("strong", {}, `${span(least, most)} weeks`),
    `, until ${from === to ? days.words(days.day(to)) : `${days.words(days.day(from))} at best, ${days.words(days.day(to))} at worst`}.`,
  );
};

const VERDICTS: Record<string, string> = {
  kept: "will be met",
  tight: "can be met, at the quick end",
  late: "cannot be met",
  unplanned: "is not in this plan",
};

const milestones = (plan: Plan) =>
  planning
    .milestones(plan)
    .map((one) => {
      const judged = one.goals.flatMap(({ title, judged }) => (judged ? [{ title, ...judged }] : []));
      if (judged.length === 0) return null;
      return element(
        "li",
        {},
        element("strong", {}, one.title),
        ` by ${days.words(one.until)}`,
        element(
          "ul",
          {},
          ...judged.map((goal) =>
            element(
              "li",
              {},
              `${goal.title}: `,
              element(goal.verdict === "late" ? "strong.rm-late" : "span", {}, VERDICTS[goal.verdict]),
              goal.verdict === "late" || goal.verdict === "tight"
                ? ` (done between ${days.words(goal.least)} and ${days.words(goal.most)})`
                : "",
            ),
          ),
        ),
      );
    })
    .filter((item) => item !== null);

dashboard.views.set("plan", () => {
  const plan = planning.plan();
  if (!plan) return [planForm(plan)];
  const ahead = planning.ahead(plan);
  const kept = milestones(plan);
  const week = (one: Week) =>
    element(
      "li.rm-week",
      {},
      element(
        "h3",
        {},
        `Week of ${days.words(one.monday)} `,
        element("small", {}, `${Math.round(one.hours * 10) / 10} h`),
      ),
      element(
        "ul.rm-list",
        {},
        ...one.items.map((item) =>
          element(
            "li",
            {},
            element(
              "div.rm-row",
              {},
              roadmapIndex.box(roadmapIndex.leaves[item.at]),
              element("span.rm-home", {}, roadmapIndex.link(roadmapIndex.leaves[item.at], "open")),
              !item.ends && element("small.rm-kind", {}, "goes on"),
            ),
          ),
        ),
      ),
    );
  return [
    planForm(plan),
    element("h2", {}, "What comes out"),
    summary(ahead, plan),
    element(
      "p.rm-line",
      {},
      `Effort: a topic's own hours where the roadmap has them; else its share of its phase's (or its document's week's) time, at ${plan.pace ?? schedule.PACE} hours a week.`,
    ),
    kept.length > 0 ? element("ul", {}, ...kept) : null,
    element(
      "p",
      {},
      element(
        "button.rm-button",
        { type: "button", id: "save-calendar", onclick: () => saveCalendar(plan, ahead) },
        "Save as calendar (.ics)",
      ),
    ),
    element("h2", {}, "Week by week"),
    element("ol.rm-list", {}, ...ahead.likely.weeks.slice(0, 8).map(week)),
    ahead.likely.weeks.length > 8
      ? element(
          "details.rm-fold",
          {},
          element("summary", {}, `All ${ahead.likely.weeks.length} weeks`),
          element("ol.rm-list.rm-long", {}, ...ahead.likely.weeks.slice(8).map(week)),
        )
      : null,
  ];
});
