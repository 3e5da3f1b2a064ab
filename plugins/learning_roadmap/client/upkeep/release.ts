/* A release of the roadmap as stored records need it: which topics can be ticked, their parents, and the successors
   of ids. */

import type { Ranges, Release } from "../core/types.ts";

export const releaseOf = ({
  leaves,
  sets,
  history,
}: {
  leaves: string[];
  sets: Record<string, Ranges>;
  history: Record<string, [string, string][]>;
}): Release => {
  /** The leaves of each parent; outer parents come first */
  const parents: Map<string, string[]> = new Map();
  const phases: Map<string, string[]> = new Map();
  const sections: Map<string, string> = new Map();
  /** The ancestors of each topic, outermost first */
  const above: Map<string, string[]> = new Map(leaves.map((id) => [id, []]));
  const phaseOf: Map<string, string> = new Map();
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
      // The ancestors of its leaves so far are its own: the sets come outermost first.
      above.set(id, [...(above.get(inside[0]) ?? [])]);
      for (const leaf of inside) (above.get(leaf) as string[]).push(id);
    }
  }
  for (const [id, inside] of parents) phaseOf.set(id, phaseOf.get(inside[0]) ?? "");
  for (const [id, leaf] of sections) phaseOf.set(id, phaseOf.get(leaf) ?? "");

  const successorsOf = (id: string) => (Object.hasOwn(history, id) ? history[id].map(([successor]) => successor) : []);
  const isThere = (id: string) => above.has(id);
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
    successorsOf,
    /** The phase itself, or its successors. */
    phasesFor: (id) =>
      phases.has(id)
        ? [id]
        : [
            ...new Set(
              successorsOf(id)
                .map((successor) => (phases.has(successor) ? successor : (phaseOf.get(successor) ?? "")))
                .filter(Boolean),
            ),
          ],
    phaseOf: (id) => phaseOf.get(id) ?? "",
  };
};
