/* How many topics of a set are done. A set is a few ranges of the map's order, so running totals answer at once. */
"use strict";
(() => {
  const { leaves, sets } = globalThis.roadmapMap;
  const { store } = globalThis.roadmap;
  /** @type {Map<string, [number, number][]>} */
  const ranges = new Map(Object.entries(sets));
  /** @type {Map<string, number>} */
  const position = new Map(leaves.map((id, at) => [id, at]));
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
  /** @type {Uint32Array | null} how many are done before each position; null when that has to be counted again */
  let totals = null;

  const running = () => {
    if (totals === null) {
      totals = new Uint32Array(leaves.length + 1);
      for (let at = 0; at < leaves.length; at += 1) totals[at + 1] = totals[at] + (store.isDone(leaves[at]) ? 1 : 0);
    }
    return totals;
  };
  store.listen(() => { totals = null; });

  globalThis.roadmap.counts = {
    /**
     * @param {string} scope such as "all" or "phase:foundation"
     * @returns {{done: number, size: number}}
     */
    of(scope) {
      const sums = running();
      let done = 0;
      let size = 0;
      for (const [from, to] of ranges.get(scope) ?? []) {
        done += sums[to] - sums[from];
        size += to - from;
      }
      return { done, size };
    },
    /** @param {string} id @returns {boolean} whether it is a topic that holds topics */
    isParent: (id) => ranges.has(`topic:${id}`),
    /** @param {string} id @returns {string[]} the ids that count for an entry: a parent's topics, else itself */
    leavesOf: (id) => (ranges.get(`topic:${id}`) ?? []).flatMap(([from, to]) => leaves.slice(from, to)).concat(ranges.has(`topic:${id}`) ? [] : [id]),
    /** @param {string} id @returns {string[]} the topics that hold a topic */
    parentsOf: (id) => parents.get(position.get(id) ?? -1) ?? [],
  };
})();
