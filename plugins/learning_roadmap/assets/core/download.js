/* A text becomes a file on the learner's disk. */
"use strict";
(() => {
  /** @param {string} name @param {string} text @param {string} type */
  globalThis.roadmap.download = (name, text, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
})();
