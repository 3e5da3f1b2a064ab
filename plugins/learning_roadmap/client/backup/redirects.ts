/* What a file says of an id that is gone reaches its successors once it is stored. So it counts as said of them when
   an import is looked at. */

import { progress } from "./progress-file.ts";
import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { merging } from "../storage/merging.ts";
import type { Item } from "../storage/types.ts";

const { history } = map;

/** @returns where the newest would be handed on to */
const targets = (path: string): string[] => {
  const [kind, id] = path.split("/");
  if ((kind !== "state" && kind !== "review") || !Object.hasOwn(history, id)) return [];
  return history[id].flatMap(([successor]) => counts.leavesOf(successor)).map((leaf) => `${kind}/${leaf}`);
};

export const redirects = {
  targets,
  /** @returns with what they come to for the successors */
  all(items: Map<string, Item>): Map<string, Item> {
    const found = new Map(items);
    const current = progress.everything();
    for (const [path, item] of items) {
      for (const target of targets(path)) {
        const known = found.get(target) ?? current.get(target);
        if (known || item.state !== "todo") found.set(target, known ? merging.merge(target, known, item) : item);
      }
    }
    return found;
  },
};
