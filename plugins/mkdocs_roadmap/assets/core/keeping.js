/* So that nothing is lost: lasting storage is asked for, restore points are kept, and a copy elsewhere is recommended. */
"use strict";
(() => {
  const { records, disk, mirror, store, notice } = globalThis.roadmap;
  const DAY = 86_400_000;
  const POINTS = 10;
  const AFTER = { days: 7, changes: 25 };
  const UNSAVED = "meta/unsaved";

  /** @returns {{since: number, changes: number}} what has changed since the last export */
  const unsaved = () => {
    try {
      const value = JSON.parse(disk.get(UNSAVED) ?? "");
      if (records.isRecord(value) && Number.isFinite(value.since) && Number.isFinite(value.changes)) return value;
    } catch {
      // Nothing counted yet, or nothing that can be read.
    }
    return { since: 0, changes: 0 };
  };

  /** What is stored now, as a restore point. @param {string} why @returns {Promise<number>} its time, which names it */
  const point = async (why) => {
    /** @type {Record<string, string>} */
    const items = {};
    const paths = store.paths();
    for (let at = 0; at < paths.length; at += 1000) {
      for (const path of paths.slice(at, at + 1000)) items[path] = disk.get(path) ?? "";
      await store.breathe();
    }
    const known = await mirror.points();
    const at = Math.max(Date.now(), (known.at(-1)?.at ?? 0) + 1);
    await mirror.keep({ at, why, items }, known.slice(0, Math.max(0, known.length + 1 - POINTS)).map((old) => old.at));
    return at;
  };

  const isSameDay = (/** @type {number} */ one, /** @type {number} */ other) => new Date(one).toDateString() === new Date(other).toDateString();

  globalThis.roadmap.keeping = {
    point,
    /** Once a day, before anything changes. */
    async daily() {
      if (store.refusal() !== "" || store.paths().length === 0) return;
      const known = await mirror.points();
      if (!known.some((/** @type {{at: number}} */ old) => isSameDay(old.at, Date.now()))) await point("start of the day");
    },
    /** To be called when the learner has changed something. */
    changed() {
      const { since, changes } = unsaved();
      disk.set(UNSAVED, JSON.stringify({ since: since || Date.now(), changes: changes + 1 }));
      if (disk.get("meta/persist") === null) {
        disk.set("meta/persist", "asked");
        // Without an answer the browser may clear a site's storage when the disk is full.
        navigator.storage?.persist?.().then((isGranted) => disk.set("meta/persist", isGranted ? "granted" : "refused"), () => {});
      }
    },
    /** Everything has a copy elsewhere: the counting starts anew. */
    exported() {
      disk.set(UNSAVED, null);
      disk.set("meta/exported", String(Date.now()));
    },
    unsaved,
    /** @param {() => void} save */
    remind(save) {
      const { since, changes } = unsaved();
      const isDue = changes >= AFTER.changes || (since > 0 && Date.now() - since > AFTER.days * DAY);
      if (!isDue || store.refusal() !== "") return;
      const later = () => disk.set(UNSAVED, JSON.stringify({ since: Date.now(), changes: 0 }));
      notice("export", "Your progress is in this browser only. A copy as a file keeps it safe.", [["Save a copy", save], ["Later", later]]);
    },
  };
})();
