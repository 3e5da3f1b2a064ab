/* Everything a learner has said is erased, in all open tabs: each stops storing first, so that none writes back what
   it remembers. */

import { database } from "./indexeddb.ts";
import { localStore } from "./local-storage.ts";
import { scope } from "./scope.ts";
import { writeQueue } from "./write-queue.ts";

/**
 * Stands while it goes on, so that a browser that is closed meanwhile goes on with it: "all", "older" with what an
 * earlier version has saved, or
 * "copy" (or "older-copy") when only what is in IndexedDB is left, which did not answer. The other tabs hear of it as
 * of any change in this storage.
 */
const MARK = "meta/erasing";
const { set } = localStore;
/** Until every tab has heard. In ms. */
const HEARD = 250;
const MOST = 5000;
/** Where the backup file is. The file itself is the learner's. */
const HANDLES = `${localStore.prefix}backup-file`;
let isShut = false;

/** From now on this page stores nothing. */
const shut = () => {
  isShut = true;
  localStore.set = () => false;
  writeQueue.forget();
  for (const write of ["put", "keep", "fill"]) (database as any)[write] = () => Promise.reject(new Error("erased"));
};
const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
/** @returns whether it was done in time */
const inTime = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    wait(MOST).then(() => false),
  ]);

/** What an earlier version of this site has saved, under keys without its path. */
const older = scope.LEGACY;
const olderKeys = () =>
  older === localStore.prefix ? [] : Object.keys(localStorage).filter((key) => key.startsWith(older));

const dropFirst = () => {
  for (const path of localStore.paths()) if (path !== MARK) set(path, null);
};
const drop = (name: string) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
const dropCopies = async (isOlder: boolean) => {
  if (!globalThis.indexedDB) return true;
  const databases = [HANDLES, ...(isOlder && older !== localStore.prefix ? [older.slice(0, -1)] : [])];
  const done = await Promise.all([inTime(database.clear()), ...databases.map((name) => inTime(drop(name)))]);
  return done.every(Boolean);
};
/** Caches bear the name of the site that made them: others of this origin are not ours. */
const dropCaches = async () => {
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter((name) => name.startsWith(localStore.prefix)).map((name) => caches.delete(name)));
};

/**
 * @param how whether that goes, too
 * @returns whether all of it is gone; if not, the rest goes when the site is opened next
 */
export const erase = async ({ isOlder = false }: { isOlder?: boolean } = {}): Promise<boolean> => {
  // A full storage has no room for the mark; what is in its way is to go anyway.
  for (const path of [null, ...localStore.paths()]) {
    if (path) set(path, null);
    if (set(MARK, isOlder ? "older" : "all")) break;
  }
  shut();
  await wait(HEARD);
  dropFirst();
  if (isOlder) for (const key of olderKeys()) localStorage.removeItem(key);
  const isWhole = await dropCopies(isOlder);
  await inTime(dropCaches());
  // What a tab wrote that had not heard yet.
  dropFirst();
  // What is left there is not taken over again.
  scope.setMark("empty", Date.now());
  set(MARK, isWhole ? null : isOlder ? "older-copy" : "copy");
  return isWhole;
};

globalThis.addEventListener("storage", (event) => {
  if (event.key !== localStore.prefix + MARK) return;
  if (event.newValue === "all" || event.newValue === "older") shut();
  else if (isShut) location.reload();
});

// A text that is not saved is to be gone as well: nobody is asked whether to leave it.
globalThis.addEventListener("beforeunload", (event) => {
  if (isShut) event.stopImmediatePropagation();
});

const mark = localStore.get(MARK);
// Nothing else is drawn of what is to be gone; before the copies are compared, so that none comes back.
if (mark === "all" || mark === "older") void erase({ isOlder: mark === "older" }).then(() => location.reload());
else if (mark === "copy" || mark === "older-copy")
  void dropCopies(mark === "older-copy").then((isWhole) => isWhole && set(MARK, null));

/** Whether there is any of it, in either copy. What cannot be looked at may be there. */
export const hasOlder = async () => {
  if (older === localStore.prefix) return false;
  try {
    if (olderKeys().some((key) => !key.startsWith(`${older}meta/`))) return true;
    const found = database.isMissing() ? null : await database.peek(older.slice(0, -1));
    return found !== null && found.items.length + found.points.length > 0;
  } catch {
    return true;
  }
};
