/* Parts of the client that only some pages need are fetched when they are: the loader knows their names. */
"use strict";
(() => {
  globalThis.roadmap.need = globalThis.roadmapLoader.need;
})();
