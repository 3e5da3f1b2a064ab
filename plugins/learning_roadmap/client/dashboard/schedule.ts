/* Distributes topics over the learner's days, by their order and hours. Pure: the same input gives the same weeks. */

import { days } from "./days.ts";
import { planOrder } from "./plan-order.ts";
import type { Effort, Part, Plan, PlannedTopics, Road, Schedule, Schedules, Week } from "./types.ts";

/** In days. */
const LIMIT = 40 * 366;
/** Hours of a topic if the roadmap has no durations at all. */
const UNKNOWN = 2;
/** Hours in one week of the roadmap's durations, unless the learner sets another number. */
const PACE = 10;

const inside = (part: Part) =>
  part.spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));

/**
 * Estimate the hours of each topic: its own if the data has them, else an equal share of its phase's duration. In a
 * document that counts weeks, it is a share of the week.
 * @returns by position
 */
const efforts = (plan: Plan, road: Road): Map<number, Effort> => {
  const pace = plan.pace ?? PACE;
  const own = (at: number) => road.hours[at] ?? 0;
  const byTopic: Map<number, Effort> = new Map();
  const share = (topics: number[], weeks: [number, number]) => {
    const open = topics.filter((at) => own(at) === 0);
    const spent = topics.reduce((all, at) => all + own(at), 0);
    const each = (number: number) => Math.max(number * pace - spent, 0) / Math.max(open.length, 1);
    for (const at of open)
      byTopic.set(at, { least: each(weeks[0]), likely: each((weeks[0] + weeks[1]) / 2), most: each(weeks[1]) });
  };
  const document = road.documents.find((one) => one.id === plan.order);
  if (document && document.weeks.length > 0) {
    for (const week of new Set(document.weeks))
      share(
        document.order.filter((_, at) => document.weeks[at] === week),
        [1, 1],
      );
  } else {
    for (const part of road.parts) if (part.weeks) share(inside(part), part.weeks);
  }
  const shares = [...byTopic.values()];
  const typical = shares.length > 0 ? shares.reduce((all, effort) => all + effort.likely, 0) / shares.length : UNKNOWN;
  for (const { at, hours } of road.tasks ?? []) byTopic.set(at, { least: hours, likely: hours, most: hours });
  for (const at of road.parts.flatMap(inside)) {
    const hours = own(at) || (byTopic.has(at) ? 0 : typical);
    if (hours > 0) byTopic.set(at, { least: hours, likely: hours, most: hours });
  }
  return byTopic;
};

/** List the topics of a plan in its order: those of the path to its goal, of a document, or of phases. */
const chosen = (plan: Plan, road: Road, isOptional: (at: number) => boolean, isOffBranch = (_at: number) => false) => {
  const before = road.prerequisites;
  const goal = (plan.goal && before?.goal(plan.goal)) || null;
  if (before && goal) return planOrder.ofGoal(before.graph, goal.needs, before.isKnown, before.isDone);
  const order = usual(plan, road).filter((at) => (plan.optional !== false || !isOptional(at)) && !isOffBranch(at));
  return before ? planOrder.arranged(before.graph, order, before.isKnown, plan) : order;
};

/**
 * Put each exercise and project after the last of its topics, if none of them is still to be learned outside of the plan.
 * @param order the topics of the plan, also those that are done
 */
const withTasks = (plan: Plan, road: Road, order: number[], isMissing: (at: number) => boolean): number[] => {
  if (!plan.tasks) return order;
  const position = new Map(order.map((topic, at) => [topic, at]));
  const after: Map<number, number[]> = new Map();
  // What uses no topic of the roadmap comes last.
  const rest = (road.tasks ?? []).filter(({ topics }) => topics.length === 0).map(({ at }) => at);
  for (const { at, topics } of road.tasks ?? []) {
    const last = Math.max(...topics.map((topic) => position.get(topic) ?? -1));
    if (last < 0 || topics.some((topic) => !position.has(topic) && isMissing(topic))) continue;
    after.set(order[last], [...(after.get(order[last]) ?? []), at]);
  }
  return [...order.flatMap((topic) => [topic, ...(after.get(topic) ?? [])]), ...rest];
};

/** The topics of the plan's document or phases, in their order. */
const usual = (plan: Plan, road: Road): number[] => {
  const document = road.documents.find((one) => one.id === plan.order);
  if (document) return document.order;
  // A phase without an end is planned only if the learner has chosen it.
  const parts = road.parts
    .filter((part) => part.weeks !== null || road.parts.every((other) => other.weeks === null))
    .map((part) => part.id);
  const wanted = new Set(road.parts.filter((part) => (plan.parts ?? parts).includes(part.id)).flatMap(inside));
  return road.order.filter((at) => wanted.has(at));
};

/** @returns a function from a day to its hours */
const capacity = (plan: Plan): ((day: number) => number) => {
  const off = (plan.off ?? []).map(([from, to]) => [days.number(from), days.number(to)]);
  return (day) => {
    if (off.some(([from, to]) => day >= from && day <= to)) return 0;
    return plan.week ? plan.week[days.weekday(day)] : (plan.hours ?? PACE) / 7;
  };
};

/**
 * Distribute work over the days.
 * @param work positions and hours, in order
 * @param from the first day
 */
const lay = (plan: Plan, work: [number, number][], from: string): Schedule => {
  const hoursOf = capacity(plan);
  const weeks: Week[] = [];
  const ends = new Map();
  let day = days.number(from);
  const limit = day + LIMIT;
  let left = hoursOf(day);
  const spend = (at: number, hours: number, isLast: boolean) => {
    const monday = days.day(days.monday(day));
    let week = weeks.at(-1);
    if (week?.monday !== monday) {
      week = { monday, hours: 0, items: [] };
      weeks.push(week);
    }
    week.hours += hours;
    const item = week.items.at(-1);
    if (item?.at === at) {
      item.hours += hours;
      item.ends = isLast;
    } else week.items.push({ at, hours, ends: isLast });
  };
  for (const [at, hours] of work) {
    let rest = hours;
    // The tolerance keeps rounding errors from leaving a minute for another day.
    while (rest > 1e-6) {
      while (left <= 1e-6) {
        day += 1;
        if (day > limit) return { weeks, ends, finish: null, hours: 0, isEndless: true };
        left = hoursOf(day);
      }
      const spent = Math.min(rest, left);
      rest -= spent;
      left -= spent;
      spend(at, spent, rest <= 1e-6);
    }
    ends.set(at, days.day(day));
  }
  return {
    weeks,
    ends,
    finish: work.length > 0 ? days.day(day) : null,
    hours: work.reduce((all, [, hours]) => all + hours, 0),
    isEndless: false,
  };
};

/**
 * Make three schedules of the remaining topics: with the least, likely and most hours of the roadmap's durations.
 * @param from the first day to plan
 */
const make = (plan: Plan, road: Road, topics: PlannedTopics, from: string): Schedules => {
  const hours = efforts(plan, road);
  const planned = chosen(plan, road, topics.isOptional, topics.isOffBranch);
  const isMissing = (at: number) => topics.isOpen(at) && !topics.isOptional(at) && !topics.isOffBranch?.(at);
  const order = withTasks(plan, road, planned, isMissing).filter(topics.isOpen);
  const isBegun = topics.isBegun ?? (() => false);
  const sorted = [...order.filter(isBegun), ...order.filter((at) => !isBegun(at))];
  const start = from > plan.start ? from : plan.start;
  const at = (which: keyof Effort) =>
    lay(
      plan,
      sorted.map((topic) => [topic, hours.get(topic)?.[which] ?? UNKNOWN]),
      start,
    );
  return { least: at("least"), likely: at("likely"), most: at("most"), order: sorted, efforts: hours };
};

/**
 * Judge whether the schedules meet a date.
 * @param topics positions of the open topics that have to be done by then
 * @returns the verdict, and the days on which they are done; the days are empty if there is no end
 */
const judge = (
  schedules: Schedules,
  topics: number[],
  until: string,
): { verdict: "met" | "tight" | "late" | "unplanned"; least: string; most: string } => {
  const planned = new Set(schedules.order);
  if (topics.some((at) => !planned.has(at))) return { verdict: "unplanned", least: "", most: "" };
  if (topics.some((at) => !schedules.most.ends.has(at))) return { verdict: "late", least: "", most: "" };
  const last = (schedule: Schedule) =>
    topics
      .map((at) => schedule.ends.get(at) ?? "")
      .sort()
      .at(-1) ?? "";
  const [least, most] = [last(schedules.least), last(schedules.most)];
  return { verdict: most <= until ? "met" : least <= until ? "tight" : "late", least, most };
};

export const schedule = { PACE, UNKNOWN, efforts, chosen, capacity, make, judge };
