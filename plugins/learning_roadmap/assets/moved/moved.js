/* On a page that only leads on: go to the first heir, and take along which row was meant. That page knows where it stands now. */
"use strict";
(() => {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("li a"));
  if (!link) return;
  const there = new URL(link.href);
  if (location.hash.length > 1) there.hash = location.hash;
  location.replace(there);
})();
