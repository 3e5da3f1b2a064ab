/* The learner's goal: one entry of the roadmap, stored with the current focus. */

import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { updates } from "../core/updates.ts";
import { store } from "../storage/store.ts";
import { prerequisites } from "./prerequisites.ts";

export const goal = {
  /** @returns the id of the goal; empty if there is none */
  id: (): string => prerequisites.goal((store.read("focus/current") as { goal?: string } | null)?.goal ?? "")?.id ?? "",
  /**
   * Choose a goal, as an act that can be undone. The other fields of the focus stay.
   * @param id empty for no goal
   * @returns whether it was stored
   */
  choose(id: string): boolean {
    const { at: _at, goal: _goal, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
    const title = prerequisites.goal(id)?.title;
    return undo.act(
      title ? text("dashboard.goal.chosen", { goal: title }) : text("dashboard.goal.removed"),
      [["focus/current", title ? { ...rest, goal: id } : rest]],
      { undone: text("dashboard.goal.undone") },
    );
  },
};
