/* What the learner has done: one localStorage key for each entry, so that tabs never overwrite one another. */
"use strict";
(() => {
  const map = globalThis.roadmapMap;
  const prefix = `roadmap/${map.site}/`;
  /** @type {Set<string>} ids of what is done; the memory of this page, filled from storage */
  const done = new Set();
  /** @type {Set<(ids: string[]) => void>} */
  const listeners = new Set();

  /**
   * @param {string | null} raw a stored value
   * @returns {boolean} whether it says "done"; what is damaged or unknown says nothing and stays where it is
   */
  const saysDone = (raw) => {
    try {
      const value = JSON.parse(raw ?? "null");
      return typeof value === "object" && value !== null && Object.hasOwn(value, "state") && value.state === "done";
    } catch {
      return false;
    }
  };

  /** Read all of it anew. A site's other keys and other sites' keys are none of our business. */
  const read = () => {
    done.clear();
    try {
      for (let at = 0; at < localStorage.length; at += 1) {
        const key = localStorage.key(at);
        if (key !== null && key.startsWith(prefix) && saysDone(localStorage.getItem(key))) {
          done.add(key.slice(prefix.length));
        }
      }
    } catch {
      // Storage is blocked: nothing is known, and the first tick will say so.
    }
  };

  /**
   * Remember that entries are done or not. All are stored or none.
   * @param {string[]} ids
   * @param {boolean} isDone
   * @returns {boolean} false when the browser would not store it; then nothing has changed
   */
  const set = (ids, isDone) => {
    const text = JSON.stringify({ state: isDone ? "done" : "todo", at: Date.now() });
    /** @type {[string, string | null][]} */
    const before = [];
    try {
      for (const id of ids) {
        const key = prefix + id;
        before.push([key, localStorage.getItem(key)]);
        localStorage.setItem(key, text);
      }
    } catch {
      for (const [key, raw] of before) {
        try {
          if (raw === null) localStorage.removeItem(key);
          else localStorage.setItem(key, raw);
        } catch {
          // A value that could not be written could not change either.
        }
      }
      return false;
    }
    for (const id of ids) {
      if (isDone) done.add(id);
      else done.delete(id);
    }
    tell(ids);
    return true;
  };

  /** @param {string[]} ids */
  const tell = (ids) => listeners.forEach((listener) => listener(ids));

  globalThis.addEventListener("storage", (event) => {
    if (event.key === null) {
      const before = [...done];
      read();
      tell([...new Set([...before, ...done])]);
    } else if (event.key.startsWith(prefix)) {
      const id = event.key.slice(prefix.length);
      if (saysDone(event.newValue)) done.add(id);
      else done.delete(id);
      tell([id]);
    }
  });

  // A page that comes back from the browser's cache has slept through what other tabs did.
  globalThis.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      read();
      tell([...map.leaves]);
    }
  });

  read();
  globalThis.roadmap = {
    store: { set, isDone: (/** @type {string} */ id) => done.has(id), listen: (/** @type {(ids: string[]) => void} */ listener) => listeners.add(listener) },
  };
})();
