/* Adds the records of successors to an import. Once a record of a removed id is stored, it is passed on to the
   successors, so the preview includes them. */

import { progress } from "./progress-file.ts";
import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { merging } from "../storage/merging.ts";
import type { Item } from "../storage/types.ts";

const { history } = map;

/** @returns the paths of the successors that a record is passed on to */
const targets = (path: string): string[] => {
  const [kind, id] = path.split("/");
  if ((kind !== "state" && kind !== "review") || !Object.hasOwn(history, id)) return [];
  return history[id].flatMap(([successor]) => counts.leavesOf(successor)).map((leaf) => `${kind}/${leaf}`);
};

export const redirects = {
  targets,
  /** @returns the records, with those of successors */
  all(items: Map<string, Item>): Map<string, Item> {
    const all = new Map(items);
    const current = progress.everything();
    for (const [path, item] of items) {
      for (const target of targets(path)) {
        const record = all.get(target) ?? current.get(target);
        if (record || item.state !== "todo") all.set(target, record ? merging.merge(target, record, item) : item);
      }
    }
    return all;
  },
};
