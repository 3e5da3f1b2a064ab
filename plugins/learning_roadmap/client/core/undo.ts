/* The learner's acts. The part "upkeep" remembers them, shows them, and undoes them. */

import { use } from "./parts.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

/** A record, before and after an act. */
export type StoredChange = { path: string; before: Item | null; after: Item | null };
/** What is true again after undo, and a detail to read out. */
export type ActMessages = { undone?: string; detail?: () => string };

export const undo = {
  /**
   * Write changes as one act that can be undone.
   * @param label what is true now, such as "Dropout: done"
   * @param changes as for `store.write`
   * @returns false when nothing could be stored; then nothing has changed
   */
  act(label: string, changes: Iterable<[string, Record<string, any>]>, messages: ActMessages = {}): boolean {
    const entries = [...changes];
    const before = entries.map(([path]) => store.read(path));
    const isStored = store.write(entries);
    const changed = entries.map(([path], at): StoredChange => ({ path, before: before[at], after: store.read(path) }));
    use("upkeep", ({ acts }) => (isStored ? acts.add(label, changed, messages) : acts.forgetMessage()));
    return isStored;
  },
};

// Until the part is there, which then listens itself.
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !globalThis.roadmap.acts)
    use("upkeep", ({ acts }) => acts.press(event, event.target));
});
