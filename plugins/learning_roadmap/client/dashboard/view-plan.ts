/* The plan: its form, the schedule, and whether the milestones can be met. */

import { element } from "../core/elements.ts";
import { nodes, text } from "../core/strings.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import type { Plan, Schedules, Week } from "./types.ts";
import { exportCalendar } from "./plan-calendar.ts";
import { planForm } from "./plan-form.ts";

/** Describe how long the plan takes. */
const summary = (ahead: Schedules, plan: Plan) => {
  if (ahead.order.length === 0) return element("p", {}, text("dashboard.plan.nothing_left"));
  if (ahead.most.isEndless || ahead.likely.isEndless)
    return element("p", {}, element("strong.rm-late", {}, text("dashboard.plan.endless")));
  const [from, to] = [ahead.least.finish, ahead.most.finish].map((day) => days.number(day as string));
  const start = Math.max(days.number(plan.start), days.number(days.today()));
  const [least, most] = [from, to].map((day) => Math.ceil((day - start + 1) / 7));
  const [low, high] = [ahead.least.hours, ahead.most.hours].map(Math.round);
  const range = (from: number, to: number) => (from === to ? String(from) : text("dashboard.plan.range", { from, to }));
  const weeks = text("dashboard.plan.weeks", { weeks: range(least, most), count: most });
  return element(
    "p",
    {},
    ...nodes("dashboard.plan.summary", {
      count: ahead.order.length,
      hours: range(low, high),
      weeks: element("strong", {}, weeks),
    }),
    " ",
    from === to
      ? text("dashboard.plan.finish", { date: days.words(days.day(to)) })
      : text("dashboard.plan.finish_between", { from: days.words(days.day(from)), to: days.words(days.day(to)) }),
  );
};

type JudgedGoal = { title: string } & ReturnType<typeof schedule.judge>;

const goalLine = ({ title, verdict, least, most }: JudgedGoal) => {
  const label = element(verdict === "late" ? "strong.rm-late" : "span", {}, text(`dashboard.plan.verdicts.${verdict}`));
  const line =
    verdict === "late" || verdict === "tight"
      ? nodes("dashboard.plan.goal_between", {
          goal: title,
          verdict: label,
          from: days.words(least),
          to: days.words(most),
        })
      : nodes("dashboard.plan.goal", { goal: title, verdict: label });
  return element("li", {}, ...line);
};

/** The milestones with goals that are not reached yet, and whether the plan meets them. */
const milestones = (plan: Plan) =>
  planning
    .milestones(plan)
    .map((one) => {
      const judged = one.goals.flatMap(({ title, judged }) => (judged ? [{ title, ...judged }] : []));
      if (judged.length === 0) return null;
      return element(
        "li",
        {},
        ...nodes("dashboard.plan.milestone", {
          milestone: element("strong", {}, one.title),
          date: days.words(one.until),
        }),
        element("ul", {}, ...judged.map(goalLine)),
      );
    })
    .filter((item) => item !== null);

dashboard.views.set("plan", () => {
  const plan = planning.plan();
  if (!plan) return [planForm(plan)];
  const ahead = planning.ahead(plan);
  const judged = milestones(plan);
  const week = (one: Week) =>
    element(
      "li.rm-week",
      {},
      element(
        "h3",
        {},
        ...nodes("dashboard.plan.week", {
          date: days.words(one.monday),
          hours: element("small", {}, text("dashboard.plan.hours_short", { hours: Math.round(one.hours * 10) / 10 })),
        }),
      ),
      element(
        "ul.rm-list",
        {},
        ...one.items.map((item) =>
          roadmapIndex.row(
            roadmapIndex.leaves[item.at],
            !item.ends && element("small.rm-kind", {}, text("dashboard.plan.continues")),
          ),
        ),
      ),
    );
  return [
    planForm(plan),
    element("h2", {}, text("dashboard.plan.schedule")),
    summary(ahead, plan),
    element("p.rm-line", {}, text("dashboard.plan.effort", { count: plan.pace ?? schedule.PACE })),
    judged.length > 0 ? element("ul", {}, ...judged) : null,
    element(
      "p",
      {},
      element(
        "button.rm-button",
        { type: "button", id: "save-calendar", onclick: () => exportCalendar(plan, ahead) },
        text("dashboard.calendar.export"),
      ),
    ),
    element("h2", {}, text("dashboard.plan.week_by_week")),
    element("ol.rm-list", {}, ...ahead.likely.weeks.slice(0, 8).map(week)),
    ahead.likely.weeks.length > 8
      ? element(
          "details.rm-fold",
          {},
          element("summary", {}, text("dashboard.plan.later_weeks", { count: ahead.likely.weeks.length - 8 })),
          element("ol.rm-list.rm-long", {}, ...ahead.likely.weeks.slice(8).map(week)),
        )
      : null,
  ];
});
