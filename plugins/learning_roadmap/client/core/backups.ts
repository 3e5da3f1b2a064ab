/* So that nothing is lost: restore points are kept, and a copy elsewhere is recommended. */

import { notice } from "./notices.ts";
import { load } from "./parts.ts";
import type { PointLabel } from "./types.ts";
import { database } from "../storage/indexeddb.ts";
import { localStore } from "../storage/local-storage.ts";
import { persistence } from "../storage/persistence.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

const DAY = 86_400_000;
const POINTS = 10;
const AFTER = { days: 7, changes: 25 };
/** Where the browser may delete what it stores. */
const SOONER = { days: 3, changes: 10 };
const LATERS = 4;
const UNSAVED = "meta/unsaved";
const LABELS = "meta/points";

/** What has changed since the last export, and what had when the learner said "later". */
const unsaved = () => {
  const found = { since: 0, changes: 0, laterAt: 0, laterChanges: 0, laters: 0 };
  try {
    const value = JSON.parse(localStore.get(UNSAVED) ?? "");
    for (const name of Object.keys(found) as (keyof typeof found)[])
      if (Number.isFinite(records.own(value, name))) found[name] = value[name];
  } catch {
    // Nothing counted yet, or nothing that can be read.
  }
  return found;
};

/** What the restore points are, without what they hold: that is thousands of records. */
const labels = (): Record<string, [string, number]> => {
  try {
    const value = JSON.parse(localStore.get(LABELS) ?? "");
    return records.isRecord(value) ? value : {};
  } catch {
    return {};
  }
};

/** @returns restore points without what they hold, oldest first */
const points = async (): Promise<PointLabel[]> => {
  const times = await database.times();
  const known = labels();
  const found: Record<string, [string, number]> = {};
  for (const at of times) {
    const label = records.own(known, String(at));
    if (Array.isArray(label)) found[at] = [String(label[0]), Number(label[1])];
    else {
      const point = await database.point(at);
      if (point) found[at] = [point.why, Object.keys(point.items).length];
    }
  }
  if (JSON.stringify(found) !== JSON.stringify(known)) localStore.set(LABELS, JSON.stringify(found));
  return Object.entries(found).map(([at, [why, size]]) => ({ at: Number(at), why, size }));
};

/**
 * What is stored now, as a restore point.
 * @returns its time, which names it
 */
const point = async (why: string): Promise<number> => {
  const items: Record<string, string> = {};
  const paths = store.paths();
  for (let at = 0; at < paths.length; at += 1000) {
    for (const path of paths.slice(at, at + 1000)) items[path] = localStore.get(path) ?? "";
    await store.yieldToMain();
  }
  const known = await database.times();
  const at = Math.max(Date.now(), (known.at(-1) ?? 0) + 1);
  await database.keep({ at, why, items }, known.slice(0, Math.max(0, known.length + 1 - POINTS)));
  localStore.set(LABELS, JSON.stringify({ ...labels(), [at]: [why, paths.length] }));
  return at;
};

/** Whether a file that the learner has chosen is saved by itself, and could be the last time. */
const isFollowed = () => {
  const raw = localStore.get("meta/backup") ?? "";
  return raw.includes('"auto":true') && raw.includes('"problem":""');
};
/** Only then is that part fetched. */
const follow = () =>
  void load("files").then(
    ({ backup }) => backup.soon(),
    () => {},
  );

const isSameDay = (one: number, other: number) => new Date(one).toDateString() === new Date(other).toDateString();

export const backups = {
  point,
  points,
  /** Once a day, before anything changes. */
  async daily() {
    if (store.refusal() !== "" || store.paths().length === 0) return;
    if (!(await database.times()).some((at) => isSameDay(at, Date.now()))) await point("start of the day");
  },
  /** To be called when the learner has changed something. */
  changed() {
    const known = unsaved();
    localStore.set(UNSAVED, JSON.stringify({ ...known, since: known.since || Date.now(), changes: known.changes + 1 }));
    persistence.changed();
    if (isFollowed()) follow();
  },
  /** After an export, or when it is asked for: a click is behind it, so a browser may show a question. */
  askToPersist(isClick: boolean) {
    if (isClick && persistence.canAsk()) void persistence.ask();
  },
  /** Everything has a copy elsewhere: the counting starts anew. */
  exported() {
    if (store.refusal() !== "") return;
    localStore.set(UNSAVED, null);
    localStore.set("meta/exported", String(Date.now()));
  },
  unsaved,
  remind(save: () => void) {
    const known = unsaved();
    void persistence.look();
    if (isFollowed()) {
      if (known.changes > 0) follow();
      return;
    }
    const after = persistence.isFragile() ? SOONER : AFTER;
    // Who says "later" again and again is asked less often.
    const patience = 1 + Math.min(known.laters, LATERS);
    const isDue =
      known.changes - known.laterChanges >= after.changes * patience ||
      (known.since > 0 && Date.now() - Math.max(known.since, known.laterAt) > after.days * DAY * patience);
    if (!isDue || store.refusal() !== "") return;
    const later = () =>
      localStore.set(
        UNSAVED,
        JSON.stringify({
          ...unsaved(),
          laterAt: Date.now(),
          laterChanges: unsaved().changes,
          laters: unsaved().laters + 1,
        }),
      );
    notice(
      "export",
      `Your progress is in this browser only. ${persistence.isFragile() ? "This browser may delete it. " : ""}A copy as a file keeps it safe.`,
      [
        ["Save a copy", save],
        ["Later", later],
      ],
    );
  },
};
