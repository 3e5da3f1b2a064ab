/* Topics that were added to the roadmap since the learner's last visit are new for two weeks. */

import { map } from "../core/map.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";

/** When this browser first saw each added topic, in ms since 1970; 0 for those that were there at the first visit. */
const PATH = "meta/added";
const TIME = 14 * 86_400_000;

const days: Map<string, string> = new Map(
  (map.added ?? []).flatMap(([day, spans]) =>
    spans.flatMap(([from, to]) => map.leaves.slice(from, to).map((id): [string, string] => [id, day])),
  ),
);

const stored = (): Map<string, number> | null => {
  try {
    const times = Object.entries(JSON.parse(localStore.get(PATH) ?? "null") as object);
    return new Map(times.filter((one): one is [string, number] => Number.isFinite(one[1])));
  } catch {
    return null;
  }
};

/** The topics that are new, with the time at which they were first seen; null before that is known. */
let times: Map<string, number> | null = null;
const seen = () => {
  if (times) return times;
  const now = Date.now();
  const before = stored();
  times = new Map(before);
  for (const id of days.keys()) if (!times.has(id)) times.set(id, before ? now : 0);
  // A clock was ahead: otherwise they would be new until then.
  for (const [id, time] of times) if (time > now) times.set(id, now);
  const raw = JSON.stringify(Object.fromEntries(times));
  // What other builds have written stays: they may have other topics.
  if (raw !== localStore.get(PATH) && store.refusal() === "") localStore.set(PATH, raw);
  return times;
};

const isNew = (id: string): boolean => {
  if (!days.has(id) || store.state(id) !== "todo") return false;
  const time = seen().get(id) ?? 0;
  return time > 0 && Date.now() - time < TIME;
};

export const recent = {
  /** Remember what is there. To be called on every page. */
  look: () => void seen(),
  /** @returns whether a topic to do was added since the last visit, two weeks ago at most */
  isNew,
  /** @returns the number of such topics, and the day on which the first of them was added */
  summary(): { count: number; since: string } {
    const ids = [...days.keys()].filter(isNew);
    return { count: ids.length, since: ids.map((id) => days.get(id) as string).sort()[0] ?? "" };
  },
};
