/* The sentences above a path: how much there is to learn, how long it takes, and how much is known. */

import { paragraph, text } from "../core/strings.ts";
import { planning } from "../dashboard/planning.ts";
import { prerequisites } from "../dashboard/prerequisites.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import type { Plan } from "../dashboard/types.ts";
import type { PathCounts } from "../graph/path-counts.ts";

/** Hours per week; without a plan as many as a new plan has. */
const paceOf = (plan: Plan | null): number =>
  plan?.week ? plan.week.reduce((sum, hours) => sum + hours, 0) : (plan?.hours ?? roadmapIndex.data.pace);

/** @returns hours as a number to show: whole ones from ten on */
export const rounded = (hours: number): number => (hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours));

const timeOf = (hours: number): string => {
  const plan = planning.plan();
  const pace = paceOf(plan);
  const total = text("paths.hours", { count: rounded(hours) });
  if (pace <= 0) return total;
  return text(plan ? "paths.time_in_plan" : "paths.time", {
    hours: total,
    // Rounded as on the pages of phases and roles.
    weeks: text("paths.weeks", { count: Math.max(1, Math.round(hours / pace)) }),
    pace: text("paths.pace", { count: rounded(pace) }),
  });
};

const toLearn = ({ open, hours, withoutHours, skipped }: PathCounts): string[] => {
  const count = open.length;
  if (count === 0) return [text(skipped > 0 ? "paths.none_left" : "paths.all_known")];
  if (hours === 0) return [text("paths.topics", { count }), text("paths.no_hours")];
  return [
    text("paths.topics_time", { count, time: timeOf(hours) }),
    withoutHours > 0 ? text("paths.without_hours", { count: withoutHours }) : "",
  ];
};

/**
 * @param openTasks how many exercises and projects are not done
 * @param taskHours how long these take
 * @param hasChoices whether some of several entries are enough
 */
export const pathSummary = (counts: PathCounts, openTasks: number, taskHours: number, hasChoices: boolean): string => {
  const { open, hours, known, skipped, size, implied } = counts;
  const isAllKnown = open.length === 0;
  const sentences = [
    ...(isAllKnown && openTasks === 0 ? [text("paths.reached")] : []),
    ...(size > 0 ? toLearn(counts) : []),
    hours > 0 && taskHours > 0 ? text("paths.with_tasks", { time: timeOf(hours + taskHours) }) : "",
    isAllKnown ? "" : known === 0 ? text("paths.none_known") : text("paths.known", { known, count: size - skipped }),
    !isAllKnown && skipped > 0 ? text("paths.skipped", { count: skipped }) : "",
    !isAllKnown && implied > 0 ? text("paths.implied", { count: implied }) : "",
    isAllKnown && openTasks > 0 ? text("paths.tasks_left") : "",
    hasChoices && open.length > 0 ? text("paths.choices") : "",
    prerequisites.hasAny ? "" : text("paths.no_prerequisites"),
  ];
  return paragraph(sentences);
};
