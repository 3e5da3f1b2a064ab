/* Records of the same roadmap that lie elsewhere on this origin: from before the path belonged to the keys, or of
   another path. */

import { backups } from "./backups.ts";
import { plural } from "./elements.ts";
import { map } from "./map.ts";
import { notice, say } from "./notices.ts";
import { load } from "./parts.ts";
import type { OtherScope } from "./types.ts";
import { clock } from "../storage/clock.ts";
import { database } from "../storage/indexeddb.ts";
import { localStore } from "../storage/local-storage.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { scope } from "../storage/scope.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";
import { writeQueue } from "../storage/write-queue.ts";

const site = map.site;
const KEY = /^roadmap\/([a-z0-9-]+)(?:@([^/]*))?\/(.+)$/;
const isOld = scope.prefix === scope.LEGACY;
const dated = (at: number) => new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }).format(at);

/**
 * Asked at once, before anything is written: was there a second copy of this scope when records were copied into it?
 */
const wasEmpty = scope.copied.length > 0 ? database.isEmpty().catch(() => true) : null;

/**
 * What another scope holds in both copies.
 * @returns paths and raw texts
 */
const rawOf = async (prefix: string): Promise<[string, string][]> => {
  const found: [string, string][] = [];
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix)) found.push([key.slice(prefix.length), localStorage.getItem(key) ?? ""]);
  } catch {
    // The storage is blocked.
  }
  try {
    found.push(...((await database.peek(prefix.slice(0, -1)))?.items ?? []));
  } catch {
    // There is no second copy, or it does not answer.
  }
  return found;
};

/**
 * @param prefix of another scope
 * @returns its records, of both copies, as they would be here
 */
const read = async (prefix: string): Promise<Map<string, Item>> => {
  const items: Map<string, Item> = new Map();
  for (const [path, raw] of await rawOf(prefix)) {
    // The first format kept a topic's state under its bare id.
    const to = path.includes("/") ? path : `state/${path}`;
    const item = records.parseOld(to, raw);
    if (!item) continue;
    const known = items.get(to);
    items.set(to, known ? merging.merge(to, known, clock.timely(item)) : clock.timely(item));
  }
  return new Map([...items].sort(([one], [other]) => (one < other ? -1 : 1)));
};

/** @returns the other scopes of this roadmap that hold anything, newest first */
const others = async (): Promise<OtherScope[]> => {
  const prefixes: Set<string> = new Set();
  try {
    for (const key of Object.keys(localStorage)) {
      const [, id, path] = KEY.exec(key) ?? [];
      if (id === site) prefixes.add(path === undefined ? scope.LEGACY : `roadmap/${site}@${path}/`);
    }
    for (const { name = "" } of (await globalThis.indexedDB?.databases?.()) ?? [])
      if (name === `roadmap/${site}` || name.startsWith(`roadmap/${site}@`)) prefixes.add(`${name}/`);
  } catch {
    // What cannot be read is not offered.
  }
  prefixes.delete(localStore.prefix);
  const found = [];
  for (const prefix of prefixes) {
    const items = await read(prefix);
    if (items.size === 0) continue;
    const [, , path = ""] = KEY.exec(`${prefix}x`) ?? [];
    found.push({
      prefix,
      path: decodeURIComponent(path),
      records: items.size,
      newest: Math.max(...[...items.values()].map(({ at }) => at)),
    });
  }
  return found.sort((one, other) => other.newest - one.newest);
};

/** The second copy and the restore points of the older scope come along as well. */
const bringMirror = async () => {
  const found = await database.peek(scope.LEGACY.slice(0, -1));
  if (found) await database.fill(found.items, found.points);
  return (found?.items.length ?? 0) > 0;
};

/** The first copy was copied when the page started; finish it, or take it back. Before anything else is reconciled. */
const settle = async () => {
  if (isOld || store.refusal() !== "" || database.isMissing()) return;
  try {
    if (wasEmpty && !(await wasEmpty)) {
      // This scope has records, and the browser had lost their first copy. They are not mixed with others.
      for (const path of scope.copied)
        if (localStore.get(path) === localStorage.getItem(scope.LEGACY + path)) localStore.set(path, null);
      scope.setMark("own");
      store.refresh();
    } else if (scope.mark().state === "taken" && localStore.get("meta/scope-mirror") === null) {
      await bringMirror();
      localStore.set("meta/scope-mirror", "taken");
    } else if (
      scope.mark().state === "" &&
      store.paths().length === 0 &&
      (await database.isEmpty()) &&
      (await bringMirror())
    ) {
      scope.setMark("taken", Date.now());
      localStore.set("meta/scope-mirror", "taken");
    }
  } catch {
    // Tried again when the next page starts.
  }
};

/** Leave the older records where they are. What this scope holds now is in a restore point. */
const startEmpty = async () => {
  try {
    if (!database.isMissing()) {
      await backups.point("before starting empty");
      await writeQueue.settled();
      writeQueue.forget();
      await database.empty();
    }
  } catch {
    say("This did not work: the browser's database does not answer. Nothing was changed.", true);
    return;
  }
  for (const path of localStore.paths())
    if (!/^meta\/(?:device|format|persist|points|scope)/.test(path)) localStore.set(path, null);
  scope.setMark("empty", Date.now());
  location.reload();
};

const openBackup = () =>
  load("desk").then(
    ({ roadmapIndex }) => {
      location.assign(roadmapIndex.at(roadmapIndex.data.pages.keep));
    },
    () => say("This part could not be loaded. Reload the page, please.", true),
  );

/** Once the learner has answered, it is not said again: until there is more. */
const wasTold = (one: OtherScope) =>
  Number(localStore.get(`meta/scope-told/${encodeURIComponent(one.path)}`) ?? 0) >= one.newest;
const setTold = (one: OtherScope) =>
  localStore.set(`meta/scope-told/${encodeURIComponent(one.path)}`, String(one.newest));

/** Say what was taken over, or what could be. */
const tell = async () => {
  if (isOld || store.refusal() !== "") return;
  const { state, at } = scope.mark();
  if (state === "taken") {
    notice(
      "scope",
      "Progress that an earlier version of this site saved in this browser was taken over. If it belongs to another site at this address, you can start empty instead.",
      [
        ["Start empty instead", () => void startEmpty()],
        ["Keep it", () => scope.setMark("kept")],
      ],
    );
    return;
  }
  const isEmpty = store.paths().length === 0;
  // An older page may still be open in another tab, and go on writing where it always did.
  if (!isEmpty && state !== "kept") return;
  const found = (await others()).filter(
    (one) =>
      (isEmpty
        ? !(state === "empty" && one.prefix === scope.LEGACY)
        : one.prefix === scope.LEGACY && one.newest > at) && !wasTold(one),
  );
  if (found.length === 0) return;
  const [one] = found;
  const place = one.path === "" ? "by an earlier version of this site" : `under ${one.path}`;
  const words = isEmpty
    ? `Nothing is saved here yet. Progress of the same roadmap was saved ${place}: ${plural(one.records, "entry")}, last changed on ${dated(one.newest)}. You can look at it and import it.`
    : `A page that was still open has saved progress ${place}, on ${dated(one.newest)}. It is not part of your progress here; you can look at it and import it.`;
  notice("scope", words, [
    ["Look at it", openBackup],
    ["Later", () => found.forEach(setTold)],
  ]);
};

export const otherScopes = { others, read, settle, tell };
