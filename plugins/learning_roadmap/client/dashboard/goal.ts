/* The learner's goal: one entry of the roadmap, stored with the current focus. */

import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { updates } from "../upkeep/updates.ts";
import { pathTo } from "../graph/path.ts";
import type { LearningPath } from "../graph/types.ts";
import { store } from "../storage/store.ts";
import { type PathGoal, prerequisites } from "./prerequisites.ts";

/** @returns what leads to an entry, for what the learner knows now; null if it cannot be a goal */
const pathOf = (id: string): LearningPath | null => {
  const entry = prerequisites.goal(id);
  return entry && pathTo(prerequisites.graph, entry.needs, prerequisites.isKnown, prerequisites.isDone);
};

export const goal = {
  /** @returns the id of the goal, or of its successor; empty if there is none */
  id: (): string => goal.entry()?.id ?? "",
  /** @returns the goal, or its successor; null if there is none */
  entry(): PathGoal | null {
    const stored = store.read("focus/current");
    return stored?.goal ? prerequisites.goal(updates.focus(stored).goal) : null;
  },
  /**
   * Choose a goal, as an act that can be undone. The other fields of the focus stay.
   * @param id empty for no goal
   * @returns whether it was stored; not if the roadmap has no such goal
   */
  choose(id: string): boolean {
    const entry = prerequisites.goal(id);
    if (id !== "" && !entry) return false;
    const { at: _at, goal: _goal, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
    return undo.act(
      entry ? text("dashboard.goal.chosen", { goal: entry.title }) : text("dashboard.goal.removed"),
      [["focus/current", entry ? { ...rest, goal: id } : rest]],
      { undone: text("dashboard.goal.undone") },
    );
  },
  /** @returns the path to the goal; null if there is no goal */
  path: (): LearningPath | null => pathOf(goal.id()),
  pathOf,
};
