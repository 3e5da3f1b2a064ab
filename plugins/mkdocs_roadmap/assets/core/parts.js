/* Parts of the client that only some pages need: fetched when they are. */
"use strict";
(() => {
  const folder = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  /** @type {Map<string, Promise<void>>} */
  const parts = new Map();

  /** @param {string} name of a script beside this one @returns {Promise<void>} kept when it has run */
  const load = (name) => {
    const known = parts.get(name);
    if (known) return known;
    /** @type {Promise<void>} */
    const coming = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, folder).href;
      script.onload = () => resolve();
      script.onerror = () => {
        parts.delete(name);
        reject(new Error(`${name}.js is missing`));
      };
      document.head.append(script);
    });
    parts.set(name, coming);
    return coming;
  };
  /** What a part builds on. */
  const NEEDS = { panel: [], topics: [], places: [], desk: ["topics"], files: ["topics", "desk"] };

  /** @param {"panel" | "topics" | "places" | "desk" | "files"} name @returns {Promise<void>} kept when it and what it needs have run */
  globalThis.roadmap.need = async (name) => {
    for (const other of [...NEEDS[name], name]) await load(other);
  };
})();
