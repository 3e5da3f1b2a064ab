/* Erases all progress, in all open tabs: each tab stops writing first, so that none writes back what it remembers. */

import { database } from "./indexeddb.ts";
import { map } from "../core/map.ts";
import { loader } from "../core/parts.ts";
import { erasing } from "../storage/erasing.ts";
import { localStore } from "../storage/local-storage.ts";
import { scope } from "../storage/scope.ts";

const { MARK, set } = erasing;
/** The time until every tab is notified, in ms. */
const NOTIFICATION_TIME = 250;
/** The time that a database or cache has to answer, in ms. */
const TIMEOUT = 5000;
/** The database with the handle of the backup file. The file itself belongs to the learner. */
const HANDLES = `${localStore.prefix}backup-file`;

// The database is written by other modules, too.
erasing.listen(() => {
  for (const write of ["put", "keep", "fill"]) (database as any)[write] = () => Promise.reject(new Error("erased"));
});
const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
/** @returns whether it was done in time */
const inTime = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    wait(TIMEOUT).then(() => false),
  ]);

/** The records of an earlier version of this site, whose keys have no path. */
const older = scope.LEGACY;
const olderKeys = () =>
  older === localStore.prefix ? [] : Object.keys(localStorage).filter((key) => key.startsWith(older));

const eraseLocalStorage = () => {
  for (const path of localStore.paths()) if (path !== MARK) set(path, null);
};
const deleteDatabase = (name: string) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
const eraseDatabases = async (isOlder: boolean) => {
  if (!globalThis.indexedDB) return true;
  const databases = [HANDLES, ...(isOlder && older !== localStore.prefix ? [older.slice(0, -1)] : [])];
  const done = await Promise.all([inTime(database.clear()), ...databases.map((name) => inTime(deleteDatabase(name)))]);
  return done.every(Boolean);
};
/** The site's own root, and those of its other languages, which show the same progress. */
const roots = ["", ...(map.languages ?? [])].map((root) => new URL(root, loader.root).href);
/** Caches are named after their site: others of this origin are not ours. The service workers would fill them again. */
const eraseCaches = async () => {
  for (const root of roots) {
    const registration = await navigator.serviceWorker?.getRegistration(root).catch(() => undefined);
    if (registration?.scope === root) await registration.unregister();
  }
  const isOurs = (name: string) =>
    [localStore.prefix, ...roots.map((root) => `roadmap-offline ${root} `)].some((own) => name.startsWith(own));
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter(isOurs).map((name) => caches.delete(name)));
};

/**
 * @param options whether records of an earlier version are erased, too
 * @returns whether everything is erased; if not, the rest is erased when the site is opened next
 */
export const erase = async ({ isOlder = false }: { isOlder?: boolean } = {}): Promise<boolean> => {
  // If the storage is full, erase records until there is room for the mark.
  for (const path of [null, ...localStore.paths()]) {
    if (path) set(path, null);
    if (set(MARK, isOlder ? "older" : "all")) break;
  }
  erasing.stopWriting();
  erasing.eraseSession();
  await wait(NOTIFICATION_TIME);
  eraseLocalStorage();
  if (isOlder) for (const key of olderKeys()) localStorage.removeItem(key);
  const isWhole = await eraseDatabases(isOlder);
  await inTime(eraseCaches());
  // A tab that was not notified yet may have written meanwhile.
  eraseLocalStorage();
  // Records of the older scope are not imported again.
  scope.setMark("empty", Date.now());
  set(MARK, isWhole ? null : isOlder ? "older-copy" : "copy");
  return isWhole;
};

const mark = localStore.get(MARK);
// Before anything is shown or reconciled, so that no record comes back.
if (mark === "all" || mark === "older") void erase({ isOlder: mark === "older" }).then(() => location.reload());
else if (mark === "copy" || mark === "older-copy")
  void eraseDatabases(mark === "older-copy").then((isWhole) => isWhole && set(MARK, null));

/** Whether an earlier version has left records in either copy. What cannot be read may be there. */
export const hasOlder = async () => {
  if (older === localStore.prefix) return false;
  try {
    if (olderKeys().some((key) => !key.startsWith(`${older}meta/`))) return true;
    const copy = database.isMissing() ? null : await database.peek(older.slice(0, -1));
    return copy !== null && copy.items.length + copy.points.length > 0;
  } catch {
    return true;
  }
};
