/* localStorage, where the truth is: one key for each record, so that tabs never overwrite one another. */
"use strict";
(() => {
  const { prefix } = globalThis.roadmap.scope;

  globalThis.roadmap.disk = {
    prefix,
    /** @returns {string[]} the paths of all that is stored for this site; none where storage is blocked */
    paths() {
      try {
        return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      } catch {
        return [];
      }
    },
    /** @param {string} path @returns {string | null} */
    get(path) {
      try {
        return localStorage.getItem(prefix + path);
      } catch {
        return null;
      }
    },
    /**
     * @param {string} path
     * @param {string | null} raw null removes it
     * @returns {boolean} false when the browser would not; then the old value is still there
     */
    set(path, raw) {
      try {
        if (raw === null) localStorage.removeItem(prefix + path);
        else localStorage.setItem(prefix + path, raw);
        return true;
      } catch {
        return false;
      }
    },
    /** @returns {boolean} whether anything can be stored at all */
    works() {
      return this.holds(1);
    },
    /** @param {number} more characters @returns {boolean} whether so many can be stored */
    holds(more) {
      try {
        localStorage.setItem(`${prefix}meta/probe`, "1".repeat(more));
        localStorage.removeItem(`${prefix}meta/probe`);
        return true;
      } catch {
        return false;
      }
    },
    /** @param {(path: string | null, raw: string | null) => void} heard what another tab has changed, and to what; no path for everything */
    listen(heard) {
      globalThis.addEventListener("storage", (event) => {
        if (event.key === null) heard(null, null);
        else if (event.key.startsWith(prefix) && !event.key.startsWith(`${prefix}meta/`)) heard(event.key.slice(prefix.length), event.newValue);
      });
    },
  };
})();
