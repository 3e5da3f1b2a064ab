/* Exports progress to a file, applies imports, and makes and applies restore points. */

import { progress } from "./progress-file.ts";
import { withTimeout } from "./timeout.ts";
import { backups } from "../upkeep/backups.ts";
import { download } from "../core/download.ts";
import { map } from "../core/map.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { text } from "../core/strings.ts";
import type { PointLabel } from "../core/types.ts";
import { updates } from "../upkeep/updates.ts";
import { database } from "../upkeep/indexeddb.ts";
import { localStore } from "../storage/local-storage.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

let lastPoints: PointLabel[] | null = null;

const stamp = () => new Date().toISOString().slice(0, 10);
const site = map.site;

/**
 * Store records after making a restore point.
 * @param make returns the records; called after the point is made, because other tabs may write meanwhile
 * @param reason of the restore point
 * @param isLoss whether a change removes something. Successors of removed ids also change; such a change is reverted if
 * it is a loss.
 */
const apply = async (
  make: () => Map<string, Item>,
  reason: string,
  isLoss?: (path: string, before: Item, after: Item) => boolean,
) => {
  let point = 0;
  let warning = "";
  try {
    point = await withTimeout(backups.point(reason));
  } catch {
    // IndexedDB is not available or does not respond. The page has said before that this cannot be undone.
  }
  const items = make();
  const before = isLoss ? progress.everything() : new Map();
  const isDone = store.put(items);
  if (isDone) {
    updates.apply();
    if (isLoss) revertLosses(before, items, isLoss);
    const saved = await withTimeout(store.settled()).catch(() => null);
    warning = saved?.reason ?? "";
  } else sayUnsaved(text("dashboard.your_change"));
  return { isDone, point, reason: warning };
};

/** Restore records that lost something without being part of the import. */
const revertLosses = (
  before: Map<string, Item>,
  items: Map<string, Item>,
  isLoss: (path: string, before: Item, after: Item) => boolean,
) => {
  const reverted: Map<string, Item> = new Map();
  for (const [path, was] of before) {
    const now = items.has(path) ? null : store.read(path);
    if (!now || !isLoss(path, was, now)) continue;
    const at = Math.max(Date.now(), now.at + 1);
    const by = records.kindOf(path)?.merge === "multiValue" ? { by: { ...now.by, ...was.by, restored: at } } : {};
    reverted.set(path, { ...was, ...by, ...(path.startsWith("state/") ? { since: was.since ?? was.at } : {}), at });
  }
  store.put(reverted);
};

/** Compute the records that bring back a restore point. They need new times to win over the current ones. */
const recordsToRestore = (items: Record<string, string>): Map<string, Item> => {
  const now = Date.now();
  const changes: Map<string, Item> = new Map();
  const content = (item: any) =>
    merging.canonical({ ...item, at: 0, since: 0, by: {}, after: 0, parts: [], from: "", before: 0, said: 0 });
  // Records of ids that were removed, or have subtopics now, belong to their successors.
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
    // Updates of the roadmap are not reverted.
    if (!then || path.startsWith("update/") || (current && content(current) === content(then))) continue;
    const at = Math.max(now, (current?.at ?? 0) + 1);
    const by =
      records.kindOf(path)?.merge === "multiValue"
        ? { by: { ...current?.by, restored: Math.max(at, (current?.by?.restored ?? 0) + 1) } }
        : {};
    // A topic keeps the day on which it was done.
    const since = /^(?:state|review)\//.test(path) && was ? { since: was.since ?? was.at } : {};
    // Habits of a day are merged one by one. A negative time removes one.
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
    changes.set(path, { ...then, at, ...since, ...by, ...ticks });
  }
  return changes;
};

export const files = {
  apply,
  /** Export all progress to a file. */
  async save() {
    download(
      `${site}-progress-${stamp()}.json`,
      store.refusal() ? await progress.newer() : await progress.write(progress.everything()),
      "application/json",
    );
    backups.exported();
    backups.askToPersist(true);
    say(text("backup.export.exported"));
  },
  /** Export damaged records as they are stored. */
  saveDamaged() {
    const damaged = Object.fromEntries(store.damaged().map((path) => [path, localStore.get(path)]));
    download(`${site}-damaged-${stamp()}.json`, `${JSON.stringify(damaged, null, 1)}\n`, "application/json");
    localStore.set("meta/damage", String(Object.keys(damaged).length));
  },
  /** @returns newest first */
  async points(): Promise<PointLabel[]> {
    lastPoints = (await withTimeout(backups.points())).reverse();
    return lastPoints;
  },
  /** @returns the restore points as last read, to show them at once */
  knownPoints: () => lastPoints,
  /** @returns whether a restore point can be made, that is, whether IndexedDB responds */
  canUndo: (): Promise<boolean> =>
    withTimeout(files.points(), 2500).then(
      () => true,
      () => false,
    ),
  /** Restore a point, after making another one of the current state. */
  async restore({ at }: { at: number }) {
    const point = await database.point(at);
    return point
      ? apply(() => recordsToRestore(point.items), text("backup.restore.reason"))
      : { isDone: false, point: 0, reason: "" };
  },
};
