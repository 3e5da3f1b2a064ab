/* A new release of the roadmap: what was said is handed on, and what happened is written down and told until it is
   read. */

import { counts } from "./counts.ts";
import { map } from "./map.ts";
import { notice } from "./notices.ts";
import { load, loader, need } from "./parts.ts";
import { releaseOf } from "./release.ts";
import { successors } from "./successors.ts";
import type { Change, Release } from "./types.ts";
import type { Plan } from "../dashboard/types.ts";
import { localStore } from "../storage/local-storage.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

const SEEN = "meta/seen";
const NEWS = "meta/news";
/** The ids whose end an older version of this client told, in a notice that kept nothing. */
const TOLD = "meta/told";
const MOST = 6;
const { root } = loader;

let made: Release | null = null;
const shape = () => (made ??= releaseOf(map));

const remembered = (path: string): any => {
  try {
    return JSON.parse(localStore.get(path) ?? "null");
  } catch {
    return null;
  }
};

/** What is remembered of a release: enough to see later what became of it. It is written when it changes. */
const sight = () => {
  const { leaves, sets } = map;
  return JSON.stringify({
    leaves,
    sets: Object.fromEntries(Object.entries(sets).filter(([name]) => /^(?:phase|topic):/.test(name))),
  });
};

/** @returns the release that this browser saw last */
const seen = (): Release | null => {
  if (localStore.get(SEEN) === sight()) return shape();
  const value = remembered(SEEN);
  const isId = (id: unknown) => typeof id === "string" && records.ID.test(id);
  const isRange = (range: unknown) => Array.isArray(range) && range.length === 2 && range.every(Number.isInteger);
  const isKnown =
    records.isRecord(value) &&
    Array.isArray(value.leaves) &&
    value.leaves.every(isId) &&
    records.isRecord(value.sets) &&
    Object.values(value.sets).every((spans) => Array.isArray(spans) && spans.every(isRange));
  return isKnown ? releaseOf({ leaves: value.leaves, sets: value.sets, history: {} }) : null;
};

/** Every change that was written down, oldest first, each once. */
const log = (): { day: string; change: Change }[] => {
  const keys = new Set();
  const changesOf = (path: string): Change[] => store.read(path)?.changes ?? [];
  return store
    .paths()
    .filter((path) => path.startsWith("update/"))
    .flatMap((path) => changesOf(path).map((change) => ({ day: path.slice(7), change })))
    .filter(({ change }) => !keys.has(keyOf(change)) && keys.add(keyOf(change)));
};
/** The end of an id is one event, wherever its successors went since. */
const keyOf = ({ what, id, to }: Change) =>
  ["merged", "split", "retired"].includes(what) ? `end ${id}` : [what, id, ...to].join(" ");

/** What happened to phases that the plan or the focus names. */
const plans = (): Change[] => {
  const [plan, focus] = [store.read("plan/current"), store.read("focus/current")];
  const parts: string[] = (plan?.parts ?? []).filter(
    (id: string) => records.ID.test(id) && !shape().phases.has(id) && shape().isGone(id),
  );
  const found: Change[] = parts.map((id) => ({ what: "plan", id, to: shape().phasesFor(id) }));
  for (const id of [focus?.phase, focus?.topic])
    if (id && records.ID.test(id) && shape().isGone(id))
      found.push({ what: "focus", id, to: shape().successorsOf(id).slice(0, 1) });
  return found;
};

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/** Write events down that are not yet; the ones that this browser has to tell go to its news. */
const keep = (events: Change[]) => {
  const known = new Set(log().map(({ change }) => keyOf(change)));
  const fresh = [...new Map(events.map((change) => [keyOf(change), change])).values()].filter(
    (change) => !known.has(keyOf(change)),
  );
  if (fresh.length === 0) return;
  const path = `update/${today()}`;
  const item = { at: Date.now(), changes: fresh.slice(0, records.MOST.changes) };
  const now = store.read(path);
  if (!store.put(new Map([[path, merging.merge(path, now ?? item, item)]]))) return;
  const told = new Set(remembered(TOLD) ?? []);
  const news = fresh.filter((change) => !(keyOf(change).startsWith("end ") && told.has(change.id)));
  if (news.length > 0) localStore.set(NEWS, JSON.stringify([...pending(), ...news].slice(0, 100)));
};

/** @returns what is still to be told here */
const pending = (): Change[] => {
  const value = remembered(NEWS);
  return Array.isArray(value) && records.check("update/2026-01-01", { at: 0, changes: value }) === "" ? value : [];
};

/** A change in words; what stands for an entry is its id. */
const phrase = ({ what, id, to }: Change): (string | { id: string })[] => {
  const names = to.flatMap((one, at) => [at > 0 ? "”, “" : "“", { id: one }]).concat(to.length > 0 ? ["”"] : []);
  const it = ["“", { id }, "”"];
  switch (what) {
    case "merged":
    case "split":
      return [...it, " is now ", ...names, ". Your ticks and notes went along."];
    case "retired":
      return [...it, " was removed from the roadmap. Your notes are kept and exported."];
    case "parts":
      return [...it, " now has subtopics: ", ...names, ". Your state of it was applied to them."];
    case "whole":
      return [...it, " no longer has subtopics. Its state is what theirs came to."];
    case "new":
      return ["New since you finished ", ...it, ": ", ...names, "."];
    case "moved":
      return [...it, " moved to ", ...names, "."];
    case "plan":
      return to.length > 0
        ? ["In your plan, ", ...it, " is now ", ...names, "."]
        : [...it, " was removed from the roadmap and from your plan."];
    case "focus":
      return to.length > 0
        ? ["Your focus ", ...it, " is now ", ...names, "."]
        : ["Your focus ", ...it, " was removed from the roadmap."];
    default:
      return [...it, " has changed", ...(to.length > 0 ? [": ", ...names] : []), "."];
  }
};

const answered = () => localStore.set(NEWS, null);
const open = async () => {
  answered();
  await need("topics");
  location.assign(new URL(globalThis.roadmapTopics.pages.changes, root));
};

const listeners: Set<() => void> = new Set();
/** What the notice on this page says already. */
let told = "";
/** Tell what is to be told; it stays until it is answered. */
const tell = async () => {
  if (pending().length === 0 || JSON.stringify(pending()) === told) return;
  // Names are known to the desk alone. Without it, an id in words says enough.
  const loaded = await load("desk").catch(() => null);
  const title = (id: string) => loaded?.roadmapIndex.title(id) ?? id.replaceAll("-", " ");
  const news = pending();
  if (news.length === 0) return;
  told = JSON.stringify(news);
  const lines = news.slice(0, MOST).map((change) =>
    phrase(change)
      .map((part) => (typeof part === "string" ? part : title(part.id)))
      .join(""),
  );
  if (news.length > lines.length) lines.push(`And ${news.length - lines.length} more.`);
  notice("update", `The roadmap has changed. ${lines.join(" ")}`, [
    ["What changed", () => void open()],
    ["Close", answered],
  ]);
};

/** Hand on what can be, write down what happened, and tell it. */
const apply = () => {
  if (store.refusal() !== "") return;
  const before = seen();
  const parted = store
    .paths()
    .filter((path) => path.startsWith("state/") && /"(?:parts|before)"/.test(localStore.get(path) ?? ""))
    .map((path) => path.slice(6));
  const { changes, events } = successors.handOn({ read: store.read, parted }, shape(), before);
  if (!store.put(changes)) return;
  const isTouched = (id: string) => store.state(id) !== "todo" || store.read(`note/${id}`) !== null;
  keep([...events, ...(before ? successors.moves(before, shape(), isTouched) : []), ...plans()]);
  if (localStore.get(SEEN) !== sight()) localStore.set(SEEN, sight());
  if (changes.size > 0) for (const listener of listeners) listener();
  void tell();
};

/** The leaves that came since what holds them was finished */
let fresh: Set<string> | null = null;
const freshLeaves = () =>
  (fresh ??= new Set(
    [...shape().parents.keys()]
      .filter((id) => store.state(id) === "done")
      .flatMap((id) => successors.newIn(id, shape(), store.read)),
  ));
let soon: ReturnType<typeof setTimeout> | undefined;
store.listen((paths) => {
  fresh = null;
  // Another tab, of an older release, may say something of what is no leaf any more.
  const isSource = (path: string) => {
    const [kind, id] = path.split("/");
    return ["state", "review", "phase"].includes(kind) && (counts.isParent(id) || shape().isGone(id));
  };
  if (!paths.some(isSource)) return;
  clearTimeout(soon);
  soon = setTimeout(apply, 200);
});

export const updates = {
  /** @param listener hears when records were handed on to their successors */
  listen: (listener: () => void) => listeners.add(listener),
  apply,
  log,
  phrase,
  /** @returns whether it came since what holds it was finished, and nothing was said of it */
  isNew: (id: string): boolean => freshLeaves().has(id),
  newLeaves: (): string[] => [...freshLeaves()],
  plan: (plan: Plan): Plan => successors.followPlan(plan, shape()),
  focus: (focus: Item): Item => successors.followFocus(focus, shape()),
  /** What the records of an earlier release come to in this one. */
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
