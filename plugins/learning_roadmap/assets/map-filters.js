/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // map-filters/map-filters.ts
  var mapFilters = { bind() {
  } };

  // map-filters/main.ts
  var shared = { mapFilters };
  Object.assign(globalThis.roadmap, shared);
})();
