/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // redirect/redirect.ts
  var link = document.querySelector("li a");
  if (link) {
    const target = new URL(link.href);
    if (location.search.length > 1) target.search = location.search;
    if (location.hash.length > 1) target.hash = location.hash;
    location.replace(target);
  }
})();
