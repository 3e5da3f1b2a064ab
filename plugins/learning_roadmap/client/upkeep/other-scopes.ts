/* Records of the same roadmap elsewhere on this origin: from before the keys contained the path, or of another path. */

import { backups } from "./backups.ts";
import { map } from "../core/map.ts";
import { notice, say } from "../core/notices.ts";
import { load } from "../core/parts.ts";
import { locale, text } from "../core/strings.ts";
import type { OtherScope } from "../core/types.ts";
import { clock } from "../storage/clock.ts";
import { database } from "./indexeddb.ts";
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
const formatDate = (at: number) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(at);

/** Whether this scope had no second copy when records were copied into it. Read at once, before anything is written. */
const wasEmpty = scope.copied.length > 0 ? database.isEmpty().catch(() => true) : null;

/** @returns the records of both copies of another scope, as paths and raw texts */
const rawOf = async (prefix: string): Promise<[string, string][]> => {
  const entries: [string, string][] = [];
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix)) entries.push([key.slice(prefix.length), localStorage.getItem(key) ?? ""]);
  } catch {
    // The storage is blocked.
  }
  try {
    entries.push(...((await database.peek(prefix.slice(0, -1)))?.items ?? []));
  } catch {
    // There is no second copy, or it does not answer.
  }
  return entries;
};

/**
 * @param prefix of another scope
 * @returns its records of both copies, merged
 */
const read = async (prefix: string): Promise<Map<string, Item>> => {
  const items: Map<string, Item> = new Map();
  for (const [path, raw] of await rawOf(prefix)) {
    // The first format kept a topic's state under its bare id.
    const to = path.includes("/") ? path : `state/${path}`;
    const item = records.parseOld(to, raw);
    if (!item) continue;
    const other = items.get(to);
    items.set(to, other ? merging.merge(to, other, clock.timely(item)) : clock.timely(item));
  }
  return new Map([...items].sort(([one], [other]) => (one < other ? -1 : 1)));
};

/** @returns the other scopes of this roadmap that are not empty, newest first */
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
  const scopes = [];
  for (const prefix of prefixes) {
    const items = await read(prefix);
    if (items.size === 0) continue;
    const [, , path = ""] = KEY.exec(`${prefix}x`) ?? [];
    scopes.push({
      prefix,
      path: decodeURIComponent(path),
      records: items.size,
      newest: Math.max(...[...items.values()].map(({ at }) => at)),
    });
  }
  return scopes.sort((one, other) => other.newest - one.newest);
};

/**
 * Copy the second copy and the restore points of the older scope, too.
 * @returns whether there were any records
 */
const copyMirror = async () => {
  const mirror = await database.peek(scope.LEGACY.slice(0, -1));
  if (mirror) await database.fill(mirror.items, mirror.points);
  return (mirror?.items.length ?? 0) > 0;
};

/**
 * The page started with copying localStorage: finish that, or take it back. To be called before copies are reconciled.
 */
const settle = async () => {
  if (isOld || store.refusal() !== "" || database.isMissing()) return;
  try {
    if (wasEmpty && !(await wasEmpty)) {
      // This scope has records, whose first copy the browser lost. They are not mixed with others.
      for (const path of scope.copied)
        if (localStore.get(path) === localStorage.getItem(scope.LEGACY + path)) localStore.set(path, null);
      scope.setMark("own");
      store.refresh();
    } else if (scope.mark().state === "taken" && localStore.get("meta/scope-mirror") === null) {
      await copyMirror();
      localStore.set("meta/scope-mirror", "taken");
    } else if (scope.mark().state === "" && store.isEmpty() && (await database.isEmpty()) && (await copyMirror())) {
      scope.setMark("taken", Date.now());
      localStore.set("meta/scope-mirror", "taken");
    }
  } catch {
    // Tried again when the next page starts.
  }
};

/** Leave the older records where they are, and keep the present ones in a restore point. */
const startEmpty = async () => {
  try {
    if (!database.isMissing()) {
      await backups.point(text("restore_points.before_empty"));
      await writeQueue.settled();
      writeQueue.forget();
      await database.empty();
    }
  } catch {
    say(text("scope.start_empty_failed"), true);
    return;
  }
  for (const path of localStore.paths())
    if (!/^meta\/(?:device|format|persist|points|scope)/.test(path)) localStore.set(path, null);
  scope.setMark("empty", Date.now());
  location.reload();
};

const openBackup = () =>
  load("dashboard").then(
    ({ roadmapIndex }) => {
      location.assign(roadmapIndex.at(roadmapIndex.data.pages.backup));
    },
    () => say(text("notices.part_missing"), true),
  );

/** Once the learner has answered, the notice does not come back until there is more. */
const isAnswered = (one: OtherScope) =>
  Number(localStore.get(`meta/scope-told/${encodeURIComponent(one.path)}`) ?? 0) >= one.newest;
const setAnswered = (one: OtherScope) =>
  localStore.set(`meta/scope-told/${encodeURIComponent(one.path)}`, String(one.newest));

/** Notify the learner of what was imported, or could be. */
const showNotice = async () => {
  if (isOld || store.refusal() !== "") return;
  const { state, at } = scope.mark();
  if (state === "taken") {
    notice(
      "scope",
      text("scope.imported"),
      [[text("scope.start_empty"), () => void startEmpty()]],
      [text("scope.keep"), () => scope.setMark("kept")],
    );
    return;
  }
  const isEmpty = store.isEmpty();
  // An older page may still be open in another tab, and still write to the older scope.
  if (!isEmpty && state !== "kept") return;
  const scopes = (await others()).filter(
    (one) =>
      (isEmpty
        ? !(state === "empty" && one.prefix === scope.LEGACY)
        : one.prefix === scope.LEGACY && one.newest > at) && !isAnswered(one),
  );
  if (scopes.length === 0) return;
  const [{ path, records: count, newest }] = scopes;
  const date = formatDate(newest);
  const message = !isEmpty
    ? text("scope.late", { date })
    : path === ""
      ? text("scope.earlier", { count, date })
      : text("scope.elsewhere", { count, path, date });
  notice(
    "scope",
    message,
    [[text("scope.preview"), openBackup]],
    [text("notices.later"), () => scopes.forEach(setAnswered)],
  );
};

export const otherScopes = { others, read, settle, showNotice };
