/* Files in and out: downloads, imports with a look before and a way back, restore points. */
"use strict";
(() => {
  const { merging, records, store, disk, mirror, keeping, heirs, say, sayUnsaved, progress, download } = globalThis.roadmap;

  const stamp = () => new Date().toISOString().slice(0, 10);
  const site = globalThis.roadmapMap.site;

  /** Put records in place after a restore point, so that it can be undone. @param {Map<string, Item>} items @param {string} why */
  const apply = async (items, why) => {
    let point = 0;
    try {
      point = await keeping.point(why);
    } catch {
      // No second storage: it goes on, and cannot be undone by a click. The page says so.
    }
    const isDone = store.put(items);
    if (isDone) {
      heirs.apply();
      await store.settled();
    } else sayUnsaved("It");
    return { isDone, point };
  };

  globalThis.roadmap.files = {
    apply,
    /** All progress as a file. */
    async save() {
      download(`${site}-progress-${stamp()}.json`, await progress.write(progress.everything()), "application/json");
      keeping.exported();
      say("Your progress was saved as a file.");
    },
    /** What was damaged, as it was found. */
    saveDamaged() {
      const found = Object.fromEntries(store.damaged().map((path) => [path, disk.get(path)]));
      download(`${site}-damaged-${stamp()}.json`, `${JSON.stringify(found, null, 1)}\n`, "application/json");
      disk.set("meta/damage", String(Object.keys(found).length));
    },
    /** @returns {Promise<{at: number, why: string, items: Record<string, string>}[]>} newest first */
    points: async () => (await mirror.points()).reverse(),
    /**
     * Make everything what it was. What came later is not removed from memory: it is in the restore point of just now.
     * @param {{items: Record<string, string>}} point
     */
    async restore(point) {
      const now = Date.now();
      /** @type {Map<string, Item>} */
      const items = new Map();
      const blank = new Map(Object.entries({ state: { state: "todo" }, note: { text: "" }, links: { links: [] }, phase: { status: "auto" }, day: { ticks: {} }, month: {}, focus: {} }));
      for (const path of new Set([...store.paths(), ...Object.keys(point.items)])) {
        const then = Object.hasOwn(point.items, path) ? records.parse(path, point.items[path]) : blank.get(path.split("/")[0]) ?? null;
        const current = store.read(path);
        const said = (/** @type {any} */ item) => merging.canonical({ ...item, at: 0, by: {} });
        if (then === null || (current && said(current) === said(then))) continue;
        const at = Math.max(now, (current?.at ?? 0) + 1);
        const by = records.kindOf(path)?.merge === "written" ? { by: { ...current?.by, restored: at } } : {};
        // A day's habits are told apart by their times: what is to be gone is said to be.
        const ticks = path.startsWith("day/") ? { ticks: Object.fromEntries([...new Set([...Object.keys(current?.ticks ?? {}), ...Object.keys(/** @type {any} */ (then).ticks)])].map((habit) => [habit, /** @type {any} */ (then).ticks[habit] > 0 ? at : -at])) } : {};
        items.set(path, { .../** @type {any} */ (then), at, ...by, ...ticks });
      }
      return apply(items, "before going back");
    },
  };
})();
