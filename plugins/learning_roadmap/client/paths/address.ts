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

/** A link on this page must reach the browser: Material would change the address without an event. */
const leaveToBrowser = (event: MouseEvent) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || !document.querySelector(PAGE)) return;
  if (link.origin !== location.origin || link.pathname !== location.pathname) return;
  event.stopPropagation();
  const opensHere = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (opensHere && link.hash.startsWith("#goal=")) headingFocus.expect();
};
document.addEventListener("click", leaveToBrowser, true);
// Even while a field has the focus or a panel is open, which delay other updates.
globalThis.addEventListener("hashchange", () => {
  if (document.querySelector(PAGE)) dashboard.show();
});

export const address = {
  /** @returns the id in the address, and whether the address has one; an empty id asks for the list of goals */
  wanted,
  hash: (id: string) => `#goal=${encodeURIComponent(id)}`,
  /** @returns the address of a page of the dashboard with a goal */
  of: (page: "path" | "plan", id: string): string => roadmapIndex.at(roadmapIndex.data.pages[page]) + address.hash(id),
};
