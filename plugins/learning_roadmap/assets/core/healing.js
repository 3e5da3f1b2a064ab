/* Both copies get what they lack: the disk what it lost, the mirror what never arrived. */
"use strict";
(() => {
  const { records, merging, clock, disk, mirror } = globalThis.roadmap;
  /** How many records are handled in one task. */
  const SLICE = 500;

  /**
   * @param {Healed} store what it needs of the store
   * @returns {() => Promise<string[]>} heals, and says the paths of what the disk got back
   */
  globalThis.roadmap.healing = ({ read, remember, isRefused, isStuck, tell, breathe }) => {
    return async () => {
      if (isRefused()) return [];
      /** @type {string[]} */
      const healed = [];
      const inMirror = new Set();
      /** @type {[string, string | null, string][]} what the mirror has to get: the path, what the disk holds now, and the text */
      const missing = [];
      const reconcile = (/** @type {string} */ path, /** @type {string} */ copy) => {
        inMirror.add(path);
        const raw = disk.get(path);
        if (raw === copy && !clock.mayBeAhead(copy)) return;
        const [mine, stored] = [raw === null ? null : read(path), records.parse(path, copy)];
        if (stored === null) {
          if (mine) missing.push([path, disk.get(path), JSON.stringify(mine)]);
          return;
        }
        const other = clock.timely(stored);
        const text = JSON.stringify(mine ? merging.merge(path, mine, other) : other);
        if (text !== disk.get(path) && !isStuck(path) && disk.set(path, text)) {
          healed.push(path);
          remember(path);
        }
        if (text !== copy) missing.push([path, disk.get(path), text]);
      };
      await mirror.each((slice) => slice.forEach(([path, copy]) => reconcile(path, copy)));
      const unknown = disk.paths().filter((path) => !inMirror.has(path));
      // In slices, so that no task gets long.
      for (let at = 0; at < unknown.length; at += SLICE) {
        for (const path of unknown.slice(at, at + SLICE)) {
          const item = records.kindOf(path) ? read(path) : null;
          if (item) missing.push([path, disk.get(path), JSON.stringify(item)]);
        }
        await breathe();
      }
      // What was written meanwhile is newer than what was found then, and on its way already.
      const isStill = (/** @type {[string, string | null, string]} */ [path, raw]) => disk.get(path) === raw;
      for (let at = 0; at < missing.length; at += SLICE) {
        await mirror.put(missing.slice(at, at + SLICE).filter(isStill).map(([path, , text]) => [path, text]));
      }
      if (healed.length > 0) tell(healed);
      return healed;
    };
  };
})();
