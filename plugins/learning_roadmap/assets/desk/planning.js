/* The learner's plan, put together with what is done: the schedules and milestones that the views show. */
"use strict";
(() => {
  const { atlas, counts, days, schedule, store, updates } = globalThis.roadmap;
  const { data, leaves } = atlas;
  const sets = globalThis.roadmapMap.sets;

  /** @type {Road} */
  const road = {
    parts: data.phases.map((/** @type {any} */ phase) => ({ id: phase.id, weeks: phase.weeks, spans: sets[`phase:${phase.id}`] ?? [] })),
    hours: data.hours,
    order: data.order,
    documents: data.documents,
  };
  const isOptional = (/** @type {number} */ at) => counts.isOptional(leaves[at]);
  const isOpen = (/** @type {number} */ at) => ["todo", "learning"].includes(store.state(leaves[at])) && !counts.isOffBranch(leaves[at]);
  const isBegun = (/** @type {number} */ at) => store.state(leaves[at]) === "learning";

  /** @param {any} goal @param {{isOpen: (at: number) => boolean}} topics what of a goal is done, and what is open */
  const progressOf = (goal, topics) => {
    const [covered, others] = [/** @type {number[]} */ (goal.topics), goal.others];
    const doneOthers = others.filter((/** @type {string} */ id) => store.state(id) === "done").length;
    const open = covered.filter(topics.isOpen);
    const size = goal.count || covered.length + others.length;
    const done = Math.min(covered.filter((at) => store.state(leaves[at]) === "done").length + doneOthers, size);
    const isReached = size > 0 ? (goal.count ? done >= goal.count : open.length === 0 && doneOthers === others.length && done > 0) : store.state(goal.id) === "done";
    return { done, size, open, isReached: isReached || store.state(goal.id) === "done" };
  };

  globalThis.roadmap.planning = {
    road,
    /** @returns {Plan | null} */
    plan: () => {
      const plan = /** @type {any} */ (store.read("plan/current"));
      return !plan || plan.none ? null : updates.plan(plan);
    },
    /** What to do next, in the order of the plan or of the map: what is begun comes first. @returns {string[]} ids */
    next() {
      const plan = this.plan();
      const order = (plan ? schedule.chosen(plan, road, isOptional) : road.order.filter((at) => !isOptional(at))).filter(isOpen);
      return [...order.filter(isBegun), ...order.filter((at) => !isBegun(at))].map((at) => leaves[at]);
    },
    /** Schedules of what is left, from today. @param {Plan} plan */
    ahead: (plan) => schedule.make(plan, road, { isOptional, isOpen, isBegun }, days.today()),
    /** The schedules as they would have been at the start, with nothing done. What is skipped is not planned. @param {Plan} plan */
    whole: (plan) => schedule.make(plan, road, { isOptional, isOpen: (at) => store.state(leaves[at]) !== "skipped" }, plan.start),
    progressOf: (/** @type {any} */ goal) => progressOf(goal, { isOpen }),
    /**
     * Milestones with their days, and whether the plan keeps them.
     * @param {Plan} plan
     */
    milestones(plan) {
      const ahead = this.ahead(plan);
      return data.milestones.map((/** @type {any} */ milestone) => {
        const until = days.addMonths(plan.start, milestone.months);
        const goals = milestone.goals.map((/** @type {any} */ goal) => {
          const progress = progressOf(goal, { isOpen });
          const judged = progress.isReached || progress.open.length === 0 ? null : schedule.judge(ahead, progress.open, until);
          return { ...goal, ...progress, judged };
        });
        return { ...milestone, until, goals };
      });
    },
  };
})();
