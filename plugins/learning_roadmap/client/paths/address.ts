/* The address of the page of a path: `#goal=ID`. */

import { dashboard } from "../dashboard/dashboard.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { headingFocus } from "./heading-focus.ts";

const PAGE = '[data-rm-desk="path"]';
/** Another anchor, such as that of "Skip to content", does not change the goal. */
let last: { id: string; isChosen: boolean } = { id: "", isChosen: false };

const wanted = (): { id: string; isChosen: boolean } => {
  const id = new URLSearchParams(location.hash.slice(1)).get("goal");
  if (id !== null) last = { id, isChosen: true };
  else if (location.hash === "") last = { id: "", isChosen: false };
  return last;
};

/**
 * Go to another goal. Not by the browser's own navigation: it would take the focus from the heading, because the address
 * names no element of the page.
 */
const open = (href: string) => {
  history.pushState(null, "", href);
  headingFocus.expect();
  dashboard.show();
};
/** @returns the clicked link if it leads to this page; then Material must not see the click: it would only change the address */
const linkHere = (event: MouseEvent): HTMLAnchorElement | null => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link?.origin !== location.origin || link.pathname !== location.pathname) return null;
  event.stopPropagation();
  return link;
};
const follow = (event: MouseEvent) => {
  const link = linkHere(event);
  if (!link?.hash.startsWith("#goal=") || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link.href);
};
// The navigation's link to this page, which is outside the view.
document.addEventListener(
  "click",
  (event) => {
    if (document.querySelector(PAGE)?.contains(event.target as Node) === false) linkHere(event);
  },
  true,
);
// Back and Forward. Even while a field has the focus or a panel is open, which delay other updates.
globalThis.addEventListener("hashchange", () => {
  if (document.querySelector(PAGE)) dashboard.show();
});

export const address = {
  /** @returns the id in the address, and whether the address has one; an empty id asks for the list of goals */
  wanted,
  open,
  /** For clicks in the view. */
  follow,
  hash: (id: string) => `#goal=${encodeURIComponent(id)}`,
  /** @returns the address of a page of the dashboard with a goal */
  of: (page: "path" | "plan", id: string): string => roadmapIndex.at(roadmapIndex.data.pages[page]) + address.hash(id),
};
