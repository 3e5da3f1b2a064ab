/* After a goal is chosen, the focus moves to its heading: screen readers read it out, and the next Tab leads into the path. */

let isAwaited = false;

export const headingFocus = {
  /** To be called before the address changes. A focused field would delay the update. */
  expect() {
    isAwaited = true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  },
  /** To be called with the heading of the new content, before it is in the page. */
  take(heading: HTMLElement) {
    if (!isAwaited) return;
    isAwaited = false;
    heading.tabIndex = -1;
    setTimeout(() => heading.focus());
  },
};
