/* The plan: its form, the schedule, and whether the milestones can be met. */

import { counts } from "../core/counts.ts";
import { element } from "../core/elements.ts";
import { rows } from "../core/rows.ts";
import { nodes, paragraph, text } from "../core/strings.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import type { Plan, Schedules, Week } from "./types.ts";
import { exportCalendar, lastStart } from "./plan-calendar.ts";
import { planForm } from "./plan-form.ts";
import { planMilestones } from "./plan-milestones.ts";
import { planWarnings } from "./plan-warnings.ts";
import { store } from "../storage/store.ts";

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
      count: ahead.order.filter(roadmapIndex.isTopicAt).length,
      hours: range(low, high),
      weeks: element("strong", {}, weeks),
    }),
    text("lists.sentences"),
    from === to
      ? text("dashboard.plan.finish", { date: days.words(days.day(to)) })
      : text("dashboard.plan.finish_between", { from: days.words(days.day(from)), to: days.words(days.day(to)) }),
  );
};

/** Say where the plan's number of topics differs from the one of the whole roadmap, and what it has besides. */
const differences = (ahead: Schedules, plan: Plan) => {
  const planned = ahead.order.filter(roadmapIndex.isTopicAt);
  const inPlan = new Set(planned.map(roadmapIndex.idAt));
  const open = counts.open("all");
  const toGo = new Set(open);
  const missing = open.filter((id) => !inPlan.has(id)).length;
  const extra = planned.filter((at) => !toGo.has(roadmapIndex.idAt(at))).length;
  const tasks = ahead.order.length - planned.length;
  const leftOut = counts.tasksIn("all").filter((id) => ["todo", "learning"].includes(store.state(id))).length - tasks;
  const lines = [
    extra > 0 && text("dashboard.plan.extra", { count: extra }),
    missing > 0 && text("dashboard.plan.missing", { count: open.length, missing }),
    tasks > 0 && text("dashboard.plan.with_tasks", { count: tasks }),
    leftOut > 0 &&
      (plan.tasks
        ? text("dashboard.plan.other_tasks", { count: leftOut })
        : text("dashboard.plan.without_tasks", { count: leftOut })),
  ].filter((line) => line !== false);
  return lines.length > 0 ? element("p.rm-line", { id: "plan-differences" }, paragraph(lines)) : null;
};

const FIRST_WEEKS = 8;

const weekItem = (week: Week) =>
  element(
    "li.rm-week",
    {},
    element(
      "h3",
      {},
      ...nodes("dashboard.plan.week", {
        date: days.words(week.monday),
        hours: element("small", {}, text("dashboard.plan.hours_short", { hours: Math.round(week.hours * 10) / 10 })),
      }),
    ),
    element(
      "ul.rm-list",
      {},
      ...week.items.map((item) =>
        roadmapIndex.row(
          roadmapIndex.idAt(item.at),
          !item.ends && element("small.rm-kind", {}, text("dashboard.plan.continues")),
        ),
      ),
    ),
  );

/** The weeks after the first ones. They are many: their rows are built when they are opened. */
const laterWeeks = (weeks: Week[]) => {
  const list = element("ol.rm-list.rm-long");
  const open = () => {
    if (list.childElementCount > 0) return;
    list.append(...weeks.map(weekItem));
    rows.bind();
  };
  return element(
    "details.rm-fold",
    { ontoggle: open },
    element("summary", {}, text("dashboard.plan.later_weeks", { count: weeks.length })),
    list,
  );
};

dashboard.views.set("plan", () => {
  const plan = planning.plan();
  if (!plan) return [planForm(plan)];
  const ahead = planning.ahead(plan);
  const judged = planMilestones(plan);
  const { weeks } = ahead.likely;
  const start = element("input.rm-field", {
    type: "time",
    name: "calendar-start",
    value: lastStart(),
    autocomplete: "off",
  });
  return [
    planForm(plan),
    element("h2", {}, text("dashboard.plan.schedule")),
    summary(ahead, plan),
    differences(ahead, plan),
    ...planWarnings(plan),
    element("p.rm-line", {}, text("dashboard.plan.effort", { count: plan.pace ?? schedule.PACE })),
    judged.length > 0 ? element("ul", {}, ...judged) : null,
    element(
      "p",
      {},
      element("label.rm-label", {}, text("dashboard.calendar.start"), start),
      " ",
      element(
        "button.rm-button",
        { type: "button", id: "save-calendar", onclick: () => exportCalendar(plan, ahead, start.value || lastStart()) },
        text("dashboard.calendar.export"),
      ),
    ),
    element("p.rm-line", {}, text("dashboard.calendar.about")),
    element("h2", {}, text("dashboard.plan.week_by_week")),
    element("ol.rm-list", {}, ...weeks.slice(0, FIRST_WEEKS).map(weekItem)),
    weeks.length > FIRST_WEEKS ? laterWeeks(weeks.slice(FIRST_WEEKS)) : null,
  ];
});
