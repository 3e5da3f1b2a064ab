/* Files in and out: downloads, imports with a look before and a way back, restore points. */

import { progress } from "./progress-file.ts";
import { withTimeout } from "./timeout.ts";
import { backups } from "../core/backups.ts";
import { download } from "../core/download.ts";
import { map } from "../core/map.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import type { PointLabel } from "../core/types.ts";
import { updates } from "../core/updates.ts";
import { database } from "../storage/indexeddb.ts";
import { localStore } from "../storage/local-storage.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

let known: PointLabel[] | null = null;

const stamp = () => new Date().toISOString().slice(0, 10);
const site = map.site;

/**
 * Put records in place after a restore point, so that it can be undone.
 * @param make says which, once the point is made: other tabs go on meanwhile
 * @param isLoss whether a change removes something: what the records have as a
 * consequence elsewhere (an id that is gone hands on what was said of it) does so only if it is among them
 */
const apply = async (
  make: () => Map<string, Item>,
  why: string,
  isLoss?: (path: string, before: Item, after: Item) => boolean,
) => {
  let point = 0;
  let reason = "";
  try {
    point = await withTimeout(backups.point(why));
  } catch {
    // No second storage, or none that answers: it goes on, and cannot be undone by a click. The page has said so.
  }
  const items = make();
  const before = isLoss ? progress.everything() : new Map();
  const isDone = store.put(items);
  if (isDone) {
    updates.apply();
    if (isLoss) takeBack(before, items, isLoss);
    const saved = await withTimeout(store.settled()).catch(() => null);
    reason = saved?.reason ?? "";
  } else sayUnsaved("It");
  return { isDone, point, reason };
};

const takeBack = (
  before: Map<string, Item>,
  items: Map<string, Item>,
  isLoss: (path: string, before: Item, after: Item) => boolean,
) => {
  const back: Map<string, Item> = new Map();
  for (const [path, was] of before) {
    const now = items.has(path) ? null : store.read(path);
    if (!now || !isLoss(path, was, now)) continue;
    const at = Math.max(Date.now(), now.at + 1);
    const by = records.kindOf(path)?.merge === "multiValue" ? { by: { ...now.by, ...was.by, restored: at } } : {};
    back.set(path, { ...was, ...by, ...(path.startsWith("state/") ? { since: was.since ?? was.at } : {}), at });
  }
  store.put(back);
};

/** The records that make everything what it was. */
const asItWas = (items: Record<string, string>): Map<string, Item> => {
  const now = Date.now();
  const found: Map<string, Item> = new Map();
  const said = (item: any) =>
    merging.canonical({ ...item, at: 0, since: 0, by: {}, after: 0, parts: [], from: "", before: 0, said: 0 });
  // What was said of what is gone, or has subtopics now, was said of those that took its place.
  const all = updates.handedOn(
    new Map(
      Object.entries(items).flatMap(([path, raw]) => {
        const item = records.parse(path, raw);
        return item ? [[path, item] as [string, Item]] : [];
      }),
    ),
  );
  for (const path of new Set([...store.paths(), ...all.keys()])) {
    const was = all.get(path) ?? null;
    const current = store.read(path);
    const then = (was ?? records.BLANK.get(path.split("/")[0])) as any;
    // What happened to the roadmap has happened.
    if (!then || path.startsWith("update/") || (current && said(current) === said(then))) continue;
    const at = Math.max(now, (current?.at ?? 0) + 1);
    const by =
      records.kindOf(path)?.merge === "multiValue"
        ? { by: { ...current?.by, restored: Math.max(at, (current?.by?.restored ?? 0) + 1) } }
        : {};
    // The day on which something was done is not that of going back.
    const since = /^(?:state|review)\//.test(path) && was ? { since: was.since ?? was.at } : {};
    // A day's habits are told apart by their times: what is to be gone is said to be.
    const habits = new Set([...Object.keys(current?.ticks ?? {}), ...Object.keys(then.ticks ?? {})]);
    const ticks = path.startsWith("day/")
      ? {
          ticks: Object.fromEntries(
            [...habits].map((habit) => {
              const time = Math.max(at, Math.abs(current?.ticks[habit] ?? 0) + 1);
              return [habit, then.ticks[habit] > 0 ? time : -time];
            }),
          ),
        }
      : {};
    found.set(path, { ...then, at, ...since, ...by, ...ticks });
  }
  return found;
};

export const files = {
  apply,
  /** All progress as a file. */
  async save() {
    download(
      `${site}-progress-${stamp()}.json`,
      store.refusal() ? await progress.newer() : await progress.write(progress.everything()),
      "application/json",
    );
    backups.exported();
    backups.askToPersist(true);
    say("Exported to a file.");
  },
  /** What was damaged, as it was found. */
  saveDamaged() {
    const found = Object.fromEntries(store.damaged().map((path) => [path, localStore.get(path)]));
    download(`${site}-damaged-${stamp()}.json`, `${JSON.stringify(found, null, 1)}\n`, "application/json");
    localStore.set("meta/damage", String(Object.keys(found).length));
  },
  /** @returns newest first */
  async points(): Promise<PointLabel[]> {
    known = (await withTimeout(backups.points())).reverse();
    return known;
  },
  /** As they were read last: to be shown until they are read again. */
  knownPoints: () => known,
  /** @returns whether a restore point can be made: not without IndexedDB, nor when it does not answer */
  canUndo: (): Promise<boolean> =>
    withTimeout(files.points(), 2500).then(
      () => true,
      () => false,
    ),
  /** Make everything what it was. What came later is in the restore point of just now. */
  async restore({ at }: { at: number }) {
    const point = await database.point(at);
    return point ? apply(() => asItWas(point.items), "before a restore") : { isDone: false, point: 0, reason: "" };
  },
};
