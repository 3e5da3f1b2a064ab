/* Against loss of data: restore points, and a reminder to export. */

import { notice } from "../core/notices.ts";
import { load } from "../core/parts.ts";
import { text } from "../core/strings.ts";
import type { PointLabel } from "../core/types.ts";
import { database } from "./indexeddb.ts";
import { localStore } from "../storage/local-storage.ts";
import { persistence } from "./persistence.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

const DAY = 86_400_000;
const POINTS = 10;
/** The reminder is due after so many days or changes. */
const REMIND_AFTER = { days: 7, changes: 25 };
/** The same where the browser may delete what it stores. */
const REMIND_SOONER = { days: 3, changes: 10 };
const MOST_LATERS = 4;
const UNSAVED = "meta/unsaved";
const LABELS = "meta/points";

/** How much has changed since the last export, and how much had when the learner chose "Later". */
const unsaved = () => {
  const counters = { since: 0, changes: 0, laterAt: 0, laterChanges: 0, laters: 0 };
  try {
    const value = JSON.parse(localStore.get(UNSAVED) ?? "");
    for (const name of Object.keys(counters) as (keyof typeof counters)[])
      if (Number.isFinite(records.own(value, name))) counters[name] = value[name];
  } catch {
    // Nothing counted yet, or damaged.
  }
  return counters;
};

/** The labels of the restore points, without their thousands of records. */
const labels = (): Record<string, [string, number]> => {
  try {
    const value = JSON.parse(localStore.get(LABELS) ?? "");
    return records.isRecord(value) ? value : {};
  } catch {
    return {};
  }
};

/** @returns restore points without their records, oldest first */
const points = async (): Promise<PointLabel[]> => {
  const times = await database.times();
  const stored = labels();
  const current: Record<string, [string, number]> = {};
  for (const at of times) {
    const label = records.own(stored, String(at));
    if (Array.isArray(label)) current[at] = [String(label[0]), Number(label[1])];
    else {
      const point = await database.point(at);
      if (point) current[at] = [point.why, Object.keys(point.items).length];
    }
  }
  if (JSON.stringify(current) !== JSON.stringify(stored)) localStore.set(LABELS, JSON.stringify(current));
  return Object.entries(current).map(([at, [why, size]]) => ({ at: Number(at), why, size }));
};

/**
 * Store all records as a restore point.
 * @param why its label
 * @returns its time, which identifies it
 */
const point = async (why: string): Promise<number> => {
  const items: Record<string, string> = {};
  const paths = store.paths();
  for (let at = 0; at < paths.length; at += 1000) {
    for (const path of paths.slice(at, at + 1000)) items[path] = localStore.get(path) ?? "";
    await store.yieldToMain();
  }
  const times = await database.times();
  const at = Math.max(Date.now(), (times.at(-1) ?? 0) + 1);
  await database.keep({ at, why, items }, times.slice(0, Math.max(0, times.length + 1 - POINTS)));
  localStore.set(LABELS, JSON.stringify({ ...labels(), [at]: [why, paths.length] }));
  return at;
};

/** Whether the learner has chosen a backup file that is saved automatically, and the last save succeeded. */
const hasBackupFile = () => {
  const raw = localStore.get("meta/backup") ?? "";
  return raw.includes('"auto":true') && raw.includes('"problem":""');
};
/** The part that does it is loaded only now. */
const saveBackupFile = () =>
  void load("backup").then(
    ({ backup }) => backup.soon(),
    () => {},
  );

const isSameDay = (one: number, other: number) => new Date(one).toDateString() === new Date(other).toDateString();

const REMINDED = `${localStore.prefix}reminded`;
/** The reminder was answered: the next one may be shown. */
const forgetReminder = () => {
  try {
    sessionStorage.removeItem(REMINDED);
  } catch {
    // Nothing was stored.
  }
};
/** Once a visit: an unanswered reminder does not come back on every page. */
const wasReminded = () => {
  try {
    const was = sessionStorage.getItem(REMINDED) !== null;
    sessionStorage.setItem(REMINDED, "1");
    return was;
  } catch {
    // Then it is shown on every page.
    return false;
  }
};

export const backups = {
  point,
  points,
  /** Once a day, before anything changes. */
  async daily() {
    if (store.refusal() !== "" || store.isEmpty()) return;
    if (!(await database.times()).some((at) => isSameDay(at, Date.now()))) await point(text("restore_points.daily"));
  },
  /** To be called after every change of the learner. */
  changed() {
    const counters = unsaved();
    const since = counters.since || Date.now();
    localStore.set(UNSAVED, JSON.stringify({ ...counters, since, changes: counters.changes + 1 }));
    persistence.changed();
    if (hasBackupFile()) saveBackupFile();
  },
  /** @param isClick only then may a browser ask the learner for permission */
  askToPersist(isClick: boolean) {
    if (isClick && persistence.canAsk()) void persistence.ask();
  },
  /** Everything has a copy elsewhere: start counting again. */
  exported() {
    if (store.refusal() !== "") return;
    forgetReminder();
    localStore.set(UNSAVED, null);
    localStore.set("meta/exported", String(Date.now()));
  },
  unsaved,
  /** @param exportAll what the notice's button does */
  remind(exportAll: () => void) {
    const counters = unsaved();
    void persistence.look();
    if (hasBackupFile()) {
      if (counters.changes > 0) saveBackupFile();
      return;
    }
    const after = persistence.isFragile() ? REMIND_SOONER : REMIND_AFTER;
    // Each "Later" makes the reminder rarer.
    const patience = 1 + Math.min(counters.laters, MOST_LATERS);
    const isDue =
      counters.changes - counters.laterChanges >= after.changes * patience ||
      (counters.since > 0 && Date.now() - Math.max(counters.since, counters.laterAt) > after.days * DAY * patience);
    if (!isDue || store.refusal() !== "" || wasReminded()) return;
    const later = () => {
      forgetReminder();
      localStore.set(
        UNSAVED,
        JSON.stringify({
          ...unsaved(),
          laterAt: Date.now(),
          laterChanges: unsaved().changes,
          laters: unsaved().laters + 1,
        }),
      );
    };
    notice(
      "export",
      text(persistence.isFragile() ? "reminder.fragile" : "reminder.usual"),
      [[text("notices.export"), exportAll]],
      [text("notices.later"), later],
    );
  },
};
