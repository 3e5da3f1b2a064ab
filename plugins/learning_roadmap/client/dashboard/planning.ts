/* Combines the learner's plan with the topics that are done: the schedules and milestones that the views show. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { updates } from "../upkeep/updates.ts";
import { advice } from "./advice.ts";
import { days } from "./days.ts";
import { goal } from "./goal.ts";
import { type NextStep, nextSteps } from "./next-steps.ts";
import { planOrder } from "./plan-order.ts";
import { prerequisites } from "./prerequisites.ts";
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
  tasks: roadmapIndex.taskIds.map((id, at) => ({
    at: leaves.length + at,
    hours: prerequisites.graph.taskHours[id] ?? schedule.UNKNOWN,
    topics: data.tasks.get(id) ?? [],
  })),
  prerequisites,
};
const { isOptional } = prerequisites;
const { idAt } = roadmapIndex;
const isOpen = (at: number) => ["todo", "learning"].includes(store.state(idAt(at)));
const isBegun = (at: number) => store.state(idAt(at)) === "learning";
const isOffBranch = (at: number) => counts.isOffBranch(leaves[at]);
const isLeft = (at: number) => isOpen(at) && !isOffBranch(at);
const taskPosition = new Map(roadmapIndex.taskIds.map((id, at) => [id, leaves.length + at]));

/** The branches that a plan leaves out: of a document, those that count for it. */
const offBranchOf = (plan: Plan): ((at: number) => boolean) => {
  const document = data.documents.find((one) => one.id === plan.order);
  if (!document) return isOffBranch;
  const others = counts.offBranch(document.order);
  return (at) => others.has(at);
};

/**
 * Count how much of a goal is done, and list what is open of it. Like a bar, it counts neither what is skipped nor other
 * branches; if some of several are enough, each that is done counts.
 */
const progressOf = (goal: Goal<number[]>) => {
  const off = goal.count > 0 ? new Set() : counts.offBranch(goal.topics);
  const topics = goal.topics.filter((at) => !off.has(at) && store.state(leaves[at]) !== "skipped");
  const others = goal.others.filter((id) => store.state(id) !== "skipped");
  const size = goal.count || topics.length + others.length;
  const isDone = (id: string) => store.state(id) === "done";
  const done = Math.min(topics.filter((at) => isDone(leaves[at])).length + others.filter(isDone).length, size);
  const tasks = others.map((id) => taskPosition.get(id)).filter((at) => at !== undefined);
  const open = [...topics, ...tasks].filter(isOpen);
  return { done, size, open, isReached: (size > 0 && done >= size) || isDone(goal.id) };
};

/** What to learn next. */
export interface Next {
  /** What the topics are chosen from: the path to the goal, the plan, or all required topics. */
  scope: "goal" | "plan" | "roadmap";
  /** The open topics of the scope, in its order. */
  wanted: number[];
  /** All topics in progress. */
  begun: number[];
  /** What can be learned now. */
  steps: NextStep[];
  /** The exercises and projects that are left, once nothing is left to learn for the goal. */
  tasks: string[];
}

export const planning = {
  road,
  plan: (): Plan | null => {
    const plan = store.read("plan/current") as any;
    return !plan || plan.none ? null : updates.plan(plan);
  },
  /** The topics of a plan, also those that are done. */
  topics: (plan: Plan) => schedule.chosen(plan, road, isOptional, offBranchOf(plan)),
  /** The topics in progress, and those that can be learned next, for the goal, the plan or the whole roadmap. */
  next(): Next {
    const plan = this.plan();
    const path = goal.path();
    const scope = path && path.steps.length > 0 ? "goal" : plan ? "plan" : "roadmap";
    const wanted =
      path && scope === "goal"
        ? path.steps.map(({ topic }) => topic)
        : plan
          ? planning.topics(plan).filter(isOpen)
          : road.order.filter((at) => !isOptional(at) && isLeft(at));
    const keepsOrder = scope === "plan" && !plan?.goal && road.documents.some((one) => one.id === plan?.order);
    return {
      scope,
      wanted,
      tasks: path && scope !== "goal" ? path.tasks : [],
      begun: leaves.flatMap((_, at) => (isBegun(at) ? [at] : [])),
      steps: nextSteps(prerequisites.graph, knownNow(), wanted, keepsOrder ? wanted : null),
    };
  },
  /** The topics of a plan that come before what they need. */
  orderProblems: (plan: Plan) =>
    planOrder.problems(prerequisites.graph, planning.topics(plan).filter(isOpen), knownNow()),
  /** Schedule the remaining topics, from today. */
  ahead: (plan: Plan) =>
    schedule.make(plan, road, { isOptional, isOpen, isBegun, isOffBranch: offBranchOf(plan) }, days.today()),
  /** Schedule all topics from the start of the plan, as if none was done. What is skipped or was known already takes no time. */
  whole: (plan: Plan) =>
    schedule.make(
      plan,
      road,
      {
        isOptional,
        isOpen: (at) => store.state(idAt(at)) !== "skipped" && !store.isKnown(idAt(at)),
        isOffBranch: offBranchOf(plan),
      },
      plan.start,
    ),
  progressOf,
  /** The milestones with their dates, whether the plan meets them, and what would. */
  milestones(plan: Plan) {
    const ahead = this.ahead(plan);
    const today = days.today();
    const from = today > plan.start ? today : plan.start;
    const planned = new Set(ahead.order);
    return data.milestones.map((milestone) => {
      const until = days.addMonths(plan.start, milestone.months);
      const goals = milestone.goals.map((goal) => {
        const progress = progressOf(goal);
        const { isReached, done, size } = progress;
        // Of several that are enough, those that the plan reaches first.
        const first = ahead.order.filter((at) => progress.open.includes(at)).slice(0, size - done);
        const open = goal.count > 0 && first.length === size - done ? first : progress.open;
        const judged = isReached || open.length === 0 ? null : schedule.judge(ahead, open, until);
        const isImpossible = judged?.verdict === "late" || judged?.verdict === "tight";
        return {
          ...goal,
          ...progress,
          judged,
          needed: isImpossible ? advice.hoursToMeet(plan, ahead, open, from, until) : null,
          unplanned: open.filter((at) => !planned.has(at)),
        };
      });
      return { ...milestone, until, goals };
    });
  },
};

/** What is known now: states are read once for each topic, not once for each that needs it. */
const knownNow = (): ((at: number) => boolean) => {
  const known = leaves.map((_, at) => prerequisites.isKnown(at));
  return (at) => known[at];
};
