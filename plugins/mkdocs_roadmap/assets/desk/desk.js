/* The frame of the desk's pages. */
"use strict";
(() => {
  globalThis.roadmap.desk = { show() {} };
})();
