/* The milestones on the page of the plan: whether it meets them, and what would. */

import { element } from "../core/elements.ts";
import { listed, nodes, text } from "../core/strings.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { studyTime } from "./study-time.ts";
import type { Plan } from "./types.ts";

type JudgedGoal = ReturnType<typeof planning.milestones>[number]["goals"][number];

/** More hours a week than this are no advice. */
const MOST_HOURS = 40;

/** Say what would meet the date: more hours of study, or a later date. */
const hoursAdvice = ({ judged, needed }: JudgedGoal): string => {
  const date = judged?.most ? days.words(judged.most) : "";
  const sum = needed?.week?.reduce((all, one) => all + one, 0) ?? needed?.hours ?? 0;
  if (!needed || sum > MOST_HOURS) return date && text("dashboard.plan.advice.date", { date });
  const hours = needed.week
    ? text("dashboard.plan.week_hours", {
        hours: sum,
        week: studyTime.weekWords(needed.week),
      })
    : text("dashboard.plan.even_hours", { hours: needed.hours ?? 0 });
  return date
    ? text("dashboard.plan.advice.hours_or_date", { hours, date })
    : text("dashboard.plan.advice.hours", { hours });
};

/** Say what to add to the plan. */
const planAdvice = ({ unplanned, count }: JudgedGoal, plan: Plan): string => {
  if (!unplanned.some(roadmapIndex.isTopicAt))
    return plan.tasks
      ? text("dashboard.plan.advice.tasks_topics", { count: count || unplanned.length })
      : text("dashboard.plan.advice.tasks");
  const isOfPhases = !plan.goal && !roadmapIndex.data.documents.some((one) => one.id === plan.order);
  if (!isOfPhases) return text("dashboard.plan.advice.other_plan", { count: unplanned.length });
  const chosen = new Set(plan.parts ?? planning.road.parts.filter((part) => part.weeks).map((part) => part.id));
  const phases = planning.road.parts
    .filter(
      ({ id, spans }) => !chosen.has(id) && spans.some(([from, to]) => unplanned.some((at) => at >= from && at < to)),
    )
    .map(({ id }) => roadmapIndex.title(id));
  return phases.length > 0
    ? text("dashboard.plan.advice.phases", { count: phases.length, phases: listed(phases) })
    : text("dashboard.plan.advice.optional", { count: unplanned.length });
};

const goalLine = (goal: JudgedGoal, plan: Plan) => {
  if (!goal.judged) return null;
  const { verdict, least, most } = goal.judged;
  const label = element(verdict === "late" ? "strong.rm-late" : "span", {}, text(`dashboard.plan.verdicts.${verdict}`));
  const [from, to] = least === "" ? ["", ""] : [days.words(least), days.words(most)];
  const line =
    from === "" || verdict === "met"
      ? nodes("dashboard.plan.goal", { goal: goal.title, verdict: label })
      : from === to
        ? nodes("dashboard.plan.goal_by", { goal: goal.title, verdict: label, date: to })
        : nodes("dashboard.plan.goal_between", { goal: goal.title, verdict: label, from, to });
  const advice = verdict === "met" ? "" : verdict === "unplanned" ? planAdvice(goal, plan) : hoursAdvice(goal);
  return element("li", {}, ...(advice === "" ? line : nodes("dashboard.plan.goal_advice", { line, advice })));
};

/** The milestones with goals that are not reached yet. */
export const planMilestones = (plan: Plan): Node[] =>
  planning.milestones(plan).flatMap((one) => {
    const lines = one.goals.map((goal) => goalLine(goal, plan)).filter((line) => line !== null);
    if (lines.length === 0) return [];
    const title = nodes("dashboard.plan.milestone", {
      milestone: element("strong", {}, one.title),
      date: days.words(one.until),
    });
    return [element("li", {}, ...title, element("ul", {}, ...lines))];
  });
