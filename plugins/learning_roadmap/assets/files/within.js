/* An answer within a time: IndexedDB may hang for ever (a profile on a lost disk, another process that holds it), and nothing here may hang with it. */
"use strict";
(() => {
  /**
   * @template T
   * @param {Promise<T>} answer
   * @param {number} [most] in ms
   * @returns {Promise<T>} fails when there is none in time
   */
  globalThis.roadmap.within = (answer, most = 4000) => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error("no answer")), most); });
    return Promise.race([answer, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
  };
})();
