/* A new release of the roadmap: records move to successors; what happened is logged, and shown until the learner has
   read it. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { notice } from "../core/notices.ts";
import { load, loader, need } from "../core/parts.ts";
import { releaseOf } from "./release.ts";
import { nodes, paragraph, text } from "../core/strings.ts";
import { successors } from "./successors.ts";
import type { Change, Release } from "../core/types.ts";
import type { Plan } from "../dashboard/types.ts";
import { localStore } from "../storage/local-storage.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

const SEEN = "meta/seen";
const NEWS = "meta/news";
/** The removed ids that an older version of this client reported, in a notice that was not logged. */
const REPORTED = "meta/told";
const MOST = 6;
const { root } = loader;

let release: Release | null = null;
const shape = () => (release ??= releaseOf(map));

const remembered = (path: string): any => {
  try {
    return JSON.parse(localStore.get(path) ?? "null");
  } catch {
    return null;
  }
};

/** What is remembered of a release: enough to compare a later one with it. */
const summary = () => {
  const { leaves, sets } = map;
  return JSON.stringify({
    leaves,
    sets: Object.fromEntries(Object.entries(sets).filter(([name]) => /^(?:phase|topic):/.test(name))),
  });
};

/** @returns the release that this browser saw last */
const seen = (): Release | null => {
  if (localStore.get(SEEN) === summary()) return shape();
  const value = remembered(SEEN);
  const isId = (id: unknown) => typeof id === "string" && records.ID.test(id);
  const isRange = (range: unknown) => Array.isArray(range) && range.length === 2 && range.every(Number.isInteger);
  const isValid =
    records.isRecord(value) &&
    Array.isArray(value.leaves) &&
    value.leaves.every(isId) &&
    records.isRecord(value.sets) &&
    Object.values(value.sets).every((spans) => Array.isArray(spans) && spans.every(isRange));
  return isValid ? releaseOf({ leaves: value.leaves, sets: value.sets, history: {} }) : null;
};

/** Every logged change, oldest first, each once. */
const log = (): { day: string; change: Change }[] => {
  const keys = new Set();
  const changesOf = (path: string): Change[] => store.read(path)?.changes ?? [];
  return store
    .paths()
    .filter((path) => path.startsWith("update/"))
    .flatMap((path) => changesOf(path).map((change) => ({ day: path.slice(7), change })))
    .filter(({ change }) => !keys.has(keyOf(change)) && keys.add(keyOf(change)));
};
/** The removal of an id is one event, whatever its successors became later. */
const keyOf = ({ what, id, to }: Change) =>
  ["merged", "split", "retired"].includes(what) ? `end/${id}` : [what, id, ...to].join(" ");

/** What happened to the phases and topics of the plan and the focus. */
const plans = (): Change[] => {
  const [plan, focus] = [store.read("plan/current"), store.read("focus/current")];
  const parts: string[] = (plan?.parts ?? []).filter(
    (id: string) => records.ID.test(id) && !shape().phases.has(id) && shape().isGone(id),
  );
  const changes: Change[] = parts.map((id) => ({ what: "plan", id, to: shape().phasesFor(id) }));
  const follow = (what: string, id: string | undefined) => {
    if (id && records.ID.test(id) && shape().isGone(id))
      changes.push({ what, id, to: shape().successorsOf(id).slice(0, 1) });
  };
  follow("plan", plan?.goal);
  follow("focus", focus?.phase);
  follow("focus", focus?.topic);
  follow("goal", focus?.goal);
  return changes;
};

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/** Log new events; those that this browser has to show are added to its news. */
const logEvents = (events: Change[]) => {
  if (events.length === 0) return;
  const logged = new Set(log().map(({ change }) => keyOf(change)));
  const fresh = [...new Map(events.map((change) => [keyOf(change), change])).values()].filter(
    (change) => !logged.has(keyOf(change)),
  );
  if (fresh.length === 0) return;
  const path = `update/${today()}`;
  const item = { at: Date.now(), changes: fresh.slice(0, records.MOST.changes) };
  const now = store.read(path);
  if (!store.put(new Map([[path, merging.merge(path, now ?? item, item)]]))) return;
  const reported = new Set(remembered(REPORTED) ?? []);
  const news = fresh.filter((change) => !(keyOf(change).startsWith("end/") && reported.has(change.id)));
  if (news.length > 0) localStore.set(NEWS, JSON.stringify([...pending(), ...news].slice(0, 100)));
};

/** @returns what is still to be shown here */
const pending = (): Change[] => {
  const value = remembered(NEWS);
  return Array.isArray(value) && records.check("update/2026-01-01", { at: 0, changes: value }) === "" ? value : [];
};

type Phrase = (string | { id: string })[];
const quoted = (id: string): Phrase => nodes("updates.entry", { name: { id } });

/** A change in words; entries in it are objects with their ids. */
const phrase = ({ what, id, to }: Change): Phrase => {
  const entry = quoted(id);
  const successors = to.flatMap((one, at) => [...(at > 0 ? [text("lists.separator")] : []), ...quoted(one)]);
  const hasSuccessors = to.length > 0;
  switch (what) {
    case "merged":
    case "split":
      return nodes("updates.replaced", { entry, successors });
    case "retired":
      return nodes("updates.retired", { entry });
    case "parts":
      return nodes("updates.parts", { entry, successors });
    case "whole":
      return nodes("updates.whole", { entry });
    case "new":
      return nodes("updates.new", { entry, successors });
    case "moved":
      return nodes("updates.moved", { entry, successors });
    case "plan":
      return hasSuccessors ? nodes("updates.plan", { entry, successors }) : nodes("updates.plan_removed", { entry });
    case "focus":
      return hasSuccessors ? nodes("updates.focus", { entry, successors }) : nodes("updates.focus_removed", { entry });
    case "goal":
      return hasSuccessors ? nodes("updates.goal", { entry, successors }) : nodes("updates.goal_removed", { entry });
    default:
      return hasSuccessors ? nodes("updates.other_to", { entry, successors }) : nodes("updates.other", { entry });
  }
};

const clearNews = () => localStore.set(NEWS, null);
const openChanges = async () => {
  clearNews();
  await need("topics");
  location.assign(new URL(globalThis.roadmapTopics.pages.changes, root));
};

const listeners: Set<() => void> = new Set();
/** The news that this page shows already. */
let shownNews = "";
/** Show the news in a notice that stays until it is answered. */
const showNews = async () => {
  if (pending().length === 0 || JSON.stringify(pending()) === shownNews) return;
  // Only the dashboard knows titles. Without it, an id in words will do.
  const dashboard = await load("dashboard").catch(() => null);
  const title = (id: string) => dashboard?.roadmapIndex.title(id) ?? id.replaceAll("-", " ");
  const news = pending();
  if (news.length === 0) return;
  shownNews = JSON.stringify(news);
  const lines = news.slice(0, MOST).map((change) =>
    phrase(change)
      .map((part) => (typeof part === "string" ? part : title(part.id)))
      .join(""),
  );
  const count = news.length - lines.length;
  if (count > 0) lines.push(text("updates.more", { count }));
  notice(
    "update",
    text("updates.changed", { changes: paragraph(lines) }),
    [[text("updates.show"), () => void openChanges()]],
    [text("notices.close"), clearNews],
  );
};

/** Move records to successors, log what happened, and show it. */
const apply = () => {
  if (store.refusal() !== "") return;
  const before = seen();
  const parted = [...store.states].filter(([, item]) => item.parts || item.before).map(([id]) => id);
  const { changes, events } = successors.handOn({ read: store.read, parted: parted.sort() }, shape(), before);
  if (!store.put(changes)) return;
  const hasRecords = (id: string) => store.state(id) !== "todo" || store.read(`note/${id}`) !== null;
  logEvents([...events, ...(before ? successors.moves(before, shape(), hasRecords) : []), ...plans()]);
  if (localStore.get(SEEN) !== summary()) localStore.set(SEEN, summary());
  if (changes.size > 0) for (const listener of listeners) listener();
  void showNews();
};

/** The leaves that are new since their parent was finished */
let newLeaves: Set<string> | null = null;
const findNewLeaves = () =>
  (newLeaves ??= new Set(
    [...shape().parents.keys()]
      .filter((id) => store.state(id) === "done")
      .flatMap((id) => successors.newIn(id, shape(), store.read)),
  ));
let timer: ReturnType<typeof setTimeout> | undefined;
store.listen((paths) => {
  newLeaves = null;
  // Another tab, of an older release, may store a state for a topic that is no longer a leaf.
  const isSource = (path: string) => {
    const [kind, id] = path.split("/");
    return ["state", "review", "phase"].includes(kind) && (counts.isParent(id) || shape().isGone(id));
  };
  if (!paths.some(isSource)) return;
  clearTimeout(timer);
  timer = setTimeout(apply, 200);
});

export const updates = {
  /** @param listener is called when records were moved to successors */
  listen: (listener: () => void) => listeners.add(listener),
  apply,
  log,
  phrase,
  /** @returns whether it is new since its parent was finished, and has no state */
  isNew: (id: string): boolean => findNewLeaves().has(id),
  newLeaves: (): string[] => [...findNewLeaves()],
  plan: (plan: Plan): Plan => successors.followPlan(plan, shape()),
  focus: (focus: Item): Item => successors.followFocus(focus, shape()),
  /** The records of an earlier release, moved to their successors in this one. */
  handedOn(items: Map<string, Item>): Map<string, Item> {
    const parted = [...items]
      .filter(([path, item]) => path.startsWith("state/") && (item.parts ?? item.before))
      .map(([path]) => path.slice(6));
    return new Map([
      ...items,
      ...successors.handOn({ read: (path) => items.get(path) ?? null, parted }, shape(), null).changes,
    ]);
  },
};
