/* How much of a set is done. A set is a few ranges of the map's order, so running totals answer at once. */
"use strict";
(() => {
  const { leaves, sets, optional, branches } = globalThis.roadmapMap;
  const { store } = globalThis.roadmap;
  /** @type {Map<string, Ranges>} */
  const ranges = new Map(Object.entries(sets));
  /** @type {Map<string, number>} */
  const position = new Map(leaves.map((id, at) => [id, at]));
  const isOptional = new Uint8Array(leaves.length);
  for (const [from, to] of optional) isOptional.fill(1, from, to);

  /** @type {Map<number, string[]>} parents by the position of a topic they hold */
  const parents = new Map();
  for (const [name, spans] of ranges) {
    if (!name.startsWith("topic:")) continue;
    for (const [from, to] of spans) {
      for (let at = from; at < to; at += 1) {
        const known = parents.get(at);
        if (known) known.push(name.slice(6));
        else parents.set(at, [name.slice(6)]);
      }
    }
  }

  /** Running totals before each position: what must be done, what is, and the rest. Null when they have to be counted again. */
  const TOTALS = ["size", "done", "skipped", "learning", "extraSize", "extra"];
  /** @type {Record<string, Uint32Array> | null} */
  let totals = null;
  const running = () => {
    if (totals) return totals;
    totals = Object.fromEntries(TOTALS.map((name) => [name, new Uint32Array(leaves.length + 1)]));
    for (let at = 0; at < leaves.length; at += 1) {
      const state = store.state(leaves[at]);
      const isExtra = isOptional[at] === 1;
      for (const name of TOTALS) totals[name][at + 1] = totals[name][at];
      // Skipped is not done: it leaves what there is to do.
      if (state === "skipped") totals.skipped[at + 1] += 1;
      else totals[isExtra ? "extraSize" : "size"][at + 1] += 1;
      if (state === "done") totals[isExtra ? "extra" : "done"][at + 1] += 1;
      if (state === "learning") totals.learning[at + 1] += 1;
    }
    return totals;
  };
  store.listen(() => { totals = null; });

  /** @param {Ranges} spans @returns {Record<string, number>} */
  const sum = (spans) => {
    const sums = running();
    return Object.fromEntries(TOTALS.map((name) => [name, spans.reduce((all, [from, to]) => all + sums[name][to] - sums[name][from], 0)]));
  };

  /** @param {Ranges} spans @param {Ranges} others @returns {Ranges} what both hold */
  const common = (spans, others) => spans.flatMap(([from, to]) => others.map(([start, end]) => /** @type {[number, number]} */ ([Math.max(from, start), Math.min(to, end)])).filter(([start, end]) => start < end));

  /** Of branches one is enough: the furthest counts, and what is done of the others is extra. */
  const choose = (/** @type {Record<string, number>} */ whole, /** @type {Ranges} */ spans, /** @type {Ranges[]} */ group) => {
    const counted = group.map((branch) => sum(common(spans, branch))).filter((branch) => branch.size > 0);
    if (counted.length < 2) return;
    const share = (/** @type {Record<string, number>} */ branch) => branch.done / branch.size;
    const [, ...rest] = counted.sort((one, other) => share(other) - share(one) || other.done - one.done || one.size - other.size);
    whole.size -= rest.reduce((all, branch) => all + branch.size, 0);
    whole.extra += rest.reduce((all, branch) => all + branch.done, 0);
    whole.done = whole.done - rest.reduce((all, branch) => all + branch.done, 0);
  };

  globalThis.roadmap.counts = {
    /**
     * What is optional, skipped or a branch not taken holds no count back; where all is optional, all counts.
     * @param {string} scope such as "all" or "phase:foundation"
     * @returns {Count}
     */
    of(scope) {
      const spans = ranges.get(scope) ?? [];
      const whole = sum(spans);
      for (const group of branches) choose(whole, spans, group);
      const { done, size, skipped, learning, extra, extraSize } = whole;
      return size > 0 || extraSize === 0 ? { done, size, skipped, learning, extra } : { done: extra, size: extraSize, skipped, learning, extra: 0 };
    },
    /** @param {string} id @returns {boolean} whether it is a topic that holds topics */
    isParent: (id) => ranges.has(`topic:${id}`),
    /** @param {string} scope @returns {string[]} the ids of the topics in a set, in the map's order */
    leavesIn: (scope) => (ranges.get(scope) ?? []).flatMap(([from, to]) => leaves.slice(from, to)),
    /** @param {string} id @returns {string[]} the ids that count for an entry: a parent's topics, else itself */
    leavesOf: (id) => (ranges.get(`topic:${id}`) ?? []).flatMap(([from, to]) => leaves.slice(from, to)).concat(ranges.has(`topic:${id}`) ? [] : [id]),
    /** @param {string} id @returns {string[]} the topics that hold a topic */
    parentsOf: (id) => parents.get(position.get(id) ?? -1) ?? [],
    /** @param {string} id @returns {boolean} whether it stands on another branch than the one that counts, where one is enough */
    isOffBranch(id) {
      const at = position.get(id) ?? -1;
      const holds = (/** @type {Ranges} */ branch) => branch.some(([from, to]) => at >= from && at < to);
      const group = branches.find((/** @type {Ranges[]} */ one) => one.some(holds));
      if (!group) return false;
      const progress = (/** @type {Ranges} */ branch) => {
        const { size, done, extraSize, extra, learning } = sum(branch);
        return size + extraSize > 0 ? (done + extra + learning / 2) / (size + extraSize) : -1;
      };
      const best = group.reduce((one, other) => (progress(other) > progress(one) ? other : one));
      return !holds(best);
    },
    /** @param {string} id @returns {boolean} whether it stands on a branch that is not needed any more: another one is done */
    isNeedless(id) {
      const at = position.get(id) ?? -1;
      const holds = (/** @type {Ranges} */ branch) => branch.some(([from, to]) => at >= from && at < to);
      const group = branches.find((/** @type {Ranges[]} */ one) => one.some(holds));
      return group !== undefined && group.some((/** @type {Ranges} */ branch) => {
        if (holds(branch)) return false;
        const { size, done, extraSize, extra } = sum(branch);
        return size + extraSize > 0 && size === done && extraSize === extra;
      });
    },
    /** @param {string} id @returns {boolean} */
    isOptional: (id) => isOptional[position.get(id) ?? -1] === 1,
  };
})();
