/* Everything a learner has said is erased, in all open tabs: each stops storing first, so that none writes back what it remembers. */
"use strict";
(() => {
  const { disk, mirror, saving, scope } = globalThis.roadmap;
  /**
   * Stands while it goes on, so that a browser that is closed meanwhile goes on with it: "all", or "copy" when only the second copy is left, which
   * did not answer. The other tabs hear of it as of any change in this storage.
   */
  const MARK = "meta/erasing";
  const { set } = disk;
  /** Until every tab has heard. In ms. */
  const HEARD = 250;
  const MOST = 5000;
  const HANDLES = `${disk.prefix}backup-file`;
  let isShut = false;

  /** From now on this page stores nothing. */
  const shut = () => {
    isShut = true;
    disk.set = () => false;
    saving.forget();
    mirror.put = mirror.keep = () => Promise.reject(new Error("erased"));
  };
  const wait = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
  /** @param {Promise<unknown>} work @returns {Promise<boolean>} whether it was done in time */
  const inTime = (work) => Promise.race([work.then(() => true, () => false), wait(MOST).then(() => false)]);

  /** Records of the older scope that were taken over are the learner's, too: left there, they would be taken over again. */
  const isLegacyOurs = disk.prefix !== scope.LEGACY && ["copying", "taken", "kept"].includes(scope.mark().state);
  const legacyKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(scope.LEGACY));

  const dropFirst = () => {
    for (const path of disk.paths()) if (path !== MARK) set(path, null);
    if (isLegacyOurs) for (const key of legacyKeys()) localStorage.removeItem(key);
    // Somebody else's, then: not to be taken over by a storage that is empty now.
    else if (disk.prefix !== scope.LEGACY && legacyKeys().length > 0) scope.setMark("empty");
  };
  const dropDatabase = (/** @type {string} */ name) => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  const dropCopies = async () => {
    if (!globalThis.indexedDB) return true;
    // Where the backup file is goes too. The file itself stays where the learner put it.
    const databases = [HANDLES, ...(isLegacyOurs ? [scope.LEGACY.slice(0, -1)] : [])];
    const done = await Promise.all([inTime(mirror.clear()), ...databases.map((name) => inTime(dropDatabase(name)))]);
    return done.every(Boolean);
  };
  /** Caches bear the name of the site that made them: others of this origin are not ours. */
  const dropCaches = async () => {
    const names = await globalThis.caches?.keys() ?? [];
    await Promise.all(names.filter((name) => name.startsWith(disk.prefix)).map((name) => caches.delete(name)));
  };

  /** @returns {Promise<boolean>} whether all of it is gone; if not, the rest goes when the site is opened next */
  const erase = async () => {
    // A full storage has no room for the mark; what is in its way is to go anyway.
    for (const path of [null, ...disk.paths()]) {
      if (path) set(path, null);
      if (set(MARK, "all")) break;
    }
    shut();
    await wait(HEARD);
    dropFirst();
    const isWhole = await dropCopies();
    await inTime(dropCaches());
    // What a tab wrote that had not heard yet.
    dropFirst();
    set(MARK, isWhole ? null : "copy");
    return isWhole;
  };

  globalThis.addEventListener("storage", (event) => {
    if (event.key !== disk.prefix + MARK) return;
    if (event.newValue === "all") shut();
    else if (isShut) location.reload();
  });

  const mark = disk.get(MARK);
  // Nothing else is drawn of what is to be gone; before the copies are compared, so that none comes back.
  if (mark === "all") void erase().then(() => location.reload());
  else if (mark === "copy") void dropCopies().then((isWhole) => isWhole && set(MARK, null));

  globalThis.roadmap.erase = erase;
})();
