/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // redirect/redirect.ts
  var link = document.querySelector("li a");
  if (link) {
    const there = new URL(link.href);
    if (location.search.length > 1) there.search = location.search;
    if (location.hash.length > 1) there.hash = location.hash;
    location.replace(there);
  }
})();
