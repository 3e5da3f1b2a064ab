/* What a release of the roadmap looks like to what is stored: which topics can be ticked, what holds them, what became of ids. */
"use strict";
(() => {
  /**
   * @param {{leaves: string[], sets: Record<string, Ranges>, history: Record<string, [string, string][]>}} map
   * @returns {Shape}
   */
  const shapeOf = ({ leaves, sets, history }) => {
    /** @type {Map<string, string[]>} the leaves of each parent; parents before the parents that they hold */
    const parents = new Map();
    /** @type {Map<string, string[]>} */
    const phases = new Map();
    /** @type {Map<string, string>} */
    const sections = new Map();
    /** @type {Map<string, string[]>} the topics that hold a topic, outermost first */
    const above = new Map(leaves.map((id) => [id, []]));
    /** @type {Map<string, string>} */
    const phaseOf = new Map();
    for (const [name, spans] of Object.entries(sets)) {
      const colon = name.indexOf(":");
      const [kind, id] = [name.slice(0, colon), name.slice(colon + 1)];
      if (!["topic", "phase", "section"].includes(kind)) continue;
      const inside = spans.flatMap(([from, to]) => leaves.slice(from, to));
      if (kind === "phase") {
        phases.set(id, inside);
        for (const leaf of inside) phaseOf.set(leaf, id);
      } else if (kind === "section") {
        if (inside.length > 0) sections.set(id, inside[0]);
      } else {
        parents.set(id, inside);
        // What holds its leaves so far holds it, too: the sets come outermost first.
        above.set(id, [...(above.get(inside[0]) ?? [])]);
        for (const leaf of inside) /** @type {string[]} */ (above.get(leaf)).push(id);
      }
    }
    for (const [id, inside] of parents) phaseOf.set(id, phaseOf.get(inside[0]) ?? "");
    for (const [id, leaf] of sections) phaseOf.set(id, phaseOf.get(leaf) ?? "");

    /** @param {string} id */
    const heirsOf = (id) => (Object.hasOwn(history, id) ? history[id].map(([heir]) => heir) : []);
    const isThere = (/** @type {string} */ id) => above.has(id);
    return {
      leaves,
      parents,
      phases,
      gone: Object.keys(history),
      isGone: (id) => Object.hasOwn(history, id),
      isThere,
      isLeaf: (id) => above.has(id) && !parents.has(id),
      above: (id) => above.get(id) ?? [],
      leavesOf: (id) => parents.get(id) ?? [id],
      heirsOf,
      /** The phases that stand for a phase: itself, or those that took its place. */
      phasesFor: (id) => (phases.has(id) ? [id] : [...new Set(heirsOf(id).map((heir) => (phases.has(heir) ? heir : phaseOf.get(heir) ?? "")).filter(Boolean))]),
      phaseOf: (id) => phaseOf.get(id) ?? "",
    };
  };

  globalThis.roadmap.shapeOf = shapeOf;
})();
