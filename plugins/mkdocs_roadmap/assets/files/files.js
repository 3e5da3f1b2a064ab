/* Files in and out: downloads, imports with a look before and a way back, restore points. */
"use strict";
(() => {
  const { merging, records, counts, store, disk, mirror, keeping, heirs, say, sayUnsaved, progress, download, within } = globalThis.roadmap;

  /** @type {RestorePoint[] | null} */
  let known = null;

  const stamp = () => new Date().toISOString().slice(0, 10);
  const site = globalThis.roadmapMap.site;

  /**
   * Put records in place after a restore point, so that it can be undone.
   * @param {() => Map<string, Item>} make says which, once the point is made: other tabs go on meanwhile
   * @param {string} why
   * @param {(path: string, before: Item, after: Item) => boolean} [isLoss] whether a change removes something: what the records have as a
   * consequence elsewhere (an id that is gone hands on what was said of it) does so only if it is among them
   */
  const apply = async (make, why, isLoss) => {
    let point = 0;
    let reason = "";
    try {
      point = await within(keeping.point(why));
    } catch {
      // No second storage, or none that answers: it goes on, and cannot be undone by a click. The page has said so.
    }
    const items = make();
    const before = isLoss ? progress.everything() : new Map();
    const isDone = store.put(items);
    if (isDone) {
      heirs.apply();
      if (isLoss) takeBack(before, items, isLoss);
      const saved = /** @type {any} */ (await within(store.settled()).catch(() => null));
      reason = saved?.reason ?? "";
    } else sayUnsaved("It");
    return { isDone, point, reason };
  };

  /** @param {Map<string, Item>} before @param {Map<string, Item>} items @param {(path: string, before: Item, after: Item) => boolean} isLoss */
  const takeBack = (before, items, isLoss) => {
    /** @type {Map<string, Item>} */
    const back = new Map();
    for (const [path, was] of before) {
      const now = items.has(path) ? null : store.read(path);
      if (!now || !isLoss(path, was, now)) continue;
      const at = Math.max(Date.now(), now.at + 1);
      const by = records.kindOf(path)?.merge === "written" ? { by: { ...now.by, ...was.by, restored: at } } : {};
      back.set(path, { ...was, ...by, ...(path.startsWith("state/") ? { since: was.since ?? was.at } : {}), at });
    }
    store.put(back);
  };

  /** What stands for "nothing was said". */
  const BLANK = new Map(Object.entries({
    state: { state: "todo" }, note: { text: "" }, links: { links: [] }, phase: { status: "auto" }, day: { ticks: {} }, month: {}, focus: {},
    plan: { none: true }, review: { reps: 0, ease: 2.5, days: 0, due: "1970-01-01" },
  }));

  /** Whether something came to an entry from one that is gone, and that was there then. */
  const isInherited = (/** @type {string} */ path, /** @type {Record<string, string>} */ then) => {
    const [kind, id] = path.split("/");
    return Object.entries(globalThis.roadmapMap.history).some(([gone, heirs]) => Object.hasOwn(then, `${kind}/${gone}`) && heirs.some(([heir]) => counts.leavesOf(heir).includes(id) || heir === id));
  };

  /** The records that make everything what it was. @param {Record<string, string>} items @returns {Map<string, Item>} */
  const asItWas = (items) => {
    const now = Date.now();
    /** @type {Map<string, Item>} */
    const found = new Map();
    const said = (/** @type {any} */ item) => merging.canonical({ ...item, at: 0, since: 0, by: {}, after: 0 });
    for (const path of new Set([...store.paths(), ...Object.keys(items)])) {
      const was = Object.hasOwn(items, path) ? records.parse(path, items[path]) : null;
      const current = store.read(path);
      const then = /** @type {any} */ (was ?? BLANK.get(path.split("/")[0]));
      if (!then || (current && said(current) === said(then)) || (was === null && isInherited(path, items))) continue;
      const at = Math.max(now, (current?.at ?? 0) + 1);
      const by = records.kindOf(path)?.merge === "written" ? { by: { ...current?.by, restored: at } } : {};
      // The day on which something was done is not that of going back.
      const since = path.startsWith("state/") && was ? { since: was.since ?? was.at } : {};
      // A day's habits are told apart by their times: what is to be gone is said to be.
      const habits = new Set([...Object.keys(current?.ticks ?? {}), ...Object.keys(then.ticks ?? {})]);
      const ticks = path.startsWith("day/") ? { ticks: Object.fromEntries([...habits].map((habit) => {
        const time = Math.max(at, Math.abs(current?.ticks[habit] ?? 0) + 1);
        return [habit, then.ticks[habit] > 0 ? time : -time];
      })) } : {};
      found.set(path, { ...then, at, ...since, ...by, ...ticks });
    }
    return found;
  };

  globalThis.roadmap.files = {
    apply,
    /** All progress as a file. */
    async save() {
      download(`${site}-progress-${stamp()}.json`, store.refusal() ? await progress.newer() : await progress.write(progress.everything()), "application/json");
      keeping.exported();
      keeping.askToPersist(true);
      say("Exported to a file.");
    },
    /** What was damaged, as it was found. */
    saveDamaged() {
      const found = Object.fromEntries(store.damaged().map((path) => [path, disk.get(path)]));
      download(`${site}-damaged-${stamp()}.json`, `${JSON.stringify(found, null, 1)}\n`, "application/json");
      disk.set("meta/damage", String(Object.keys(found).length));
    },
    /** @returns {Promise<{at: number, why: string, items: Record<string, string>}[]>} newest first */
    async points() {
      known = (await within(mirror.points())).reverse();
      return known;
    },
    /** As they were read last: to be shown until they are read again. */
    knownPoints: () => known,
    /** @returns {Promise<boolean>} whether a restore point can be made: not without IndexedDB, nor when it does not answer */
    canUndo: () => within(globalThis.roadmap.files.points(), 2500).then(() => true, () => false),
    /**
     * Make everything what it was. What came later is in the restore point of just now.
     * @param {{items: Record<string, string>}} point
     */
    restore: (point) => apply(() => asItWas(point.items), "before a restore"),
  };
})();
