/* Parts of the client that only some pages need: fetched when they are. */
"use strict";
(() => {
  const folder = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  /** @type {Map<string, Promise<void>>} */
  const parts = new Map();

  /** @param {string} name of a script beside this one @returns {Promise<void>} kept when it has run */
  globalThis.roadmap.need = (name) => {
    const known = parts.get(name);
    if (known) return known;
    const coming = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, folder).href;
      script.onload = () => resolve(undefined);
      script.onerror = () => reject(new Error(`${name}.js is missing`));
      document.head.append(script);
    });
    parts.set(name, /** @type {Promise<void>} */ (coming));
    return /** @type {Promise<void>} */ (coming);
  };
})();
