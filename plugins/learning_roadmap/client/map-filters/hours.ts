/* How many hours are left, as `model/counting.py` defines it: those of topics and exercises, without projects. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { text } from "../core/strings.ts";
import { store } from "../storage/store.ts";

const { exercises } = map.tasks;
/** The hours of topics and exercises, and the own hours of topics with subtopics. */
const hours: Map<string, number> = new Map([
  ...(map.hours ?? []).map((one, at): [string, number] => [map.leaves[at], one]),
  ...(exercises.hours ?? []).map((one, at): [string, number] => [exercises.ids[at], one]),
  ...Object.entries(map.parentHours ?? {}),
]);
const isOpen = (id: string) => ["todo", "learning"].includes(store.state(id));

/**
 * The hours of what is neither done nor skipped, in words; empty if there are none.
 * @param topics without subtopics. The own hours of a topic that contains them count until all of them are done.
 * @param tasks exercises; projects among them have no hours here
 */
export const hoursLeft = (topics: string[], tasks: string[]): string => {
  const open = topics.filter(isOpen);
  const ids = new Set([...open, ...open.flatMap(counts.parentsOf), ...tasks.filter(isOpen)]);
  const left = [...ids].reduce((sum, id) => sum + (hours.get(id) ?? 0), 0);
  return left > 0 ? text("map.hours_left", { hours: Math.max(Math.round(left), 1) }) : "";
};
