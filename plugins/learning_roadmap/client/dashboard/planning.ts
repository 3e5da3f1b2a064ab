/* Combines the learner's plan with the topics that are done: the schedules and milestones that the views show. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { updates } from "../core/updates.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import type { Goal, Plan, Road } from "./types.ts";
import { store } from "../storage/store.ts";

const { data, leaves } = roadmapIndex;
const sets = map.sets;

const road: Road = {
  parts: data.phases.map((phase) => ({
    id: phase.id,
    weeks: phase.weeks,
    spans: sets[`phase:${phase.id}`] ?? [],
  })),
  hours: data.hours,
  order: data.order,
  documents: data.documents,
};
const isOptional = (at: number) => counts.isOptional(leaves[at]);
const isOpen = (at: number) =>
  ["todo", "learning"].includes(store.state(leaves[at])) && !counts.isOffBranch(leaves[at]);
const isBegun = (at: number) => store.state(leaves[at]) === "learning";

/** Count how much of a goal is done, and list its open topics. */
const progressOf = (goal: Goal<number[]>, topics: { isOpen: (at: number) => boolean }) => {
  const { topics: covered, others } = goal;
  const doneOthers = others.filter((id) => store.state(id) === "done").length;
  const open = covered.filter(topics.isOpen);
  const size = goal.count || covered.length + others.length;
  const done = Math.min(covered.filter((at) => store.state(leaves[at]) === "done").length + doneOthers, size);
  const isReached =
    size > 0
      ? goal.count
        ? done >= goal.count
        : open.length === 0 && doneOthers === others.length && done > 0
      : store.state(goal.id) === "done";
  return { done, size, open, isReached: isReached || store.state(goal.id) === "done" };
};

export const planning = {
  road,
  plan: (): Plan | null => {
    const plan = store.read("plan/current") as any;
    return !plan || plan.none ? null : updates.plan(plan);
  },
  /**
   * List the topics to do next in the order of the plan or the roadmap; those in progress come first.
   * @returns ids
   */
  next(): string[] {
    const plan = this.plan();
    const order = (plan ? schedule.chosen(plan, road, isOptional) : road.order.filter((at) => !isOptional(at))).filter(
      isOpen,
    );
    return [...order.filter(isBegun), ...order.filter((at) => !isBegun(at))].map((at) => leaves[at]);
  },
  /** Schedule the remaining topics, from today. */
  ahead: (plan: Plan) => schedule.make(plan, road, { isOptional, isOpen, isBegun }, days.today()),
  /** Schedule all topics from the start of the plan, as if none was done. What is skipped or was known already takes no time. */
  whole: (plan: Plan) =>
    schedule.make(
      plan,
      road,
      { isOptional, isOpen: (at) => store.state(leaves[at]) !== "skipped" && !store.isKnown(leaves[at]) },
      plan.start,
    ),
  progressOf: (goal: Goal<number[]>) => progressOf(goal, { isOpen }),
  /** The milestones with their dates, and whether the plan meets them. */
  milestones(plan: Plan) {
    const ahead = this.ahead(plan);
    return data.milestones.map((milestone) => {
      const until = days.addMonths(plan.start, milestone.months);
      const goals = milestone.goals.map((goal) => {
        const progress = progressOf(goal, { isOpen });
        const judged =
          progress.isReached || progress.open.length === 0 ? null : schedule.judge(ahead, progress.open, until);
        return { ...goal, ...progress, judged };
      });
      return { ...milestone, until, goals };
    });
  },
};
