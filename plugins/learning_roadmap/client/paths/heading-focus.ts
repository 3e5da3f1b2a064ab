/* After a goal is chosen, the focus moves to its heading: screen readers read it out, and the next Tab leads into the path. */

import { element } from "../core/elements.ts";

let isAwaited = false;

export const headingFocus = {
  /** To be called before the address changes. */
  expect() {
    isAwaited = true;
  },
  /** @returns the heading of the content; it gets the focus if that is expected, and keeps it when the page is shown again */
  heading(...content: (Node | string)[]): HTMLElement {
    // By its id: the page may be shown once more before it gets the focus.
    if (isAwaited) setTimeout(() => document.getElementById("path-heading")?.focus());
    isAwaited = false;
    return element("h2", { id: "path-heading", tabindex: -1 }, ...content);
  },
};
