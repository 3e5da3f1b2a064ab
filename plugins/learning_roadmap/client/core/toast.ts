/* A short message about the last change, with buttons. It goes after a while, and takes no focus. */

import { element } from "./elements.ts";
import { placeNotices } from "./notices.ts";

/** The words of a button, what it does, and its keys as `aria-keyshortcuts`. */
export type ToastAction = [string, () => void, string?];

const SHOWN = 10_000;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Where the focus was before it came in here */
let before: HTMLElement | null = null;

const line = element("p", { dir: "auto" });
const buttons = element("span.rm-toast-buttons");
const box = element("div.rm-toast", { role: "group", "aria-label": "Last change" }, line, buttons);

const hasFocus = () => box.contains(document.activeElement);
const close = () => {
  clearTimeout(timer);
  const isLeft = hasFocus();
  box.remove();
  // Whoever works with the keyboard goes back to where they were.
  if (isLeft && before?.isConnected) before.focus({ preventScroll: true });
};
const stay = () => clearTimeout(timer);
const start = () => {
  clearTimeout(timer);
  timer = setTimeout(close, SHOWN);
};
// Nothing goes away that someone is looking at, or is about to press. (WCAG 2.2, success criterion 2.2.1.)
const isHeld = () => box.matches(":hover") || box.querySelector(":focus-visible") !== null;
box.addEventListener("pointerenter", stay);
box.addEventListener("pointerleave", () => {
  if (!isHeld()) start();
});
box.addEventListener("focusin", (event: FocusEvent) => {
  if (event.relatedTarget instanceof HTMLElement && !box.contains(event.relatedTarget)) before = event.relatedTarget;
  if (isHeld()) stay();
});
box.addEventListener("focusout", () =>
  setTimeout(() => {
    if (box.isConnected && !isHeld()) start();
  }),
);

const press = (words: string, act: () => void, more: Record<string, any> = {}) => {
  // Another button comes to stand where the pressed one stood: a double click presses one of them only.
  const onclick = (event: MouseEvent) => {
    if (event.detail < 2) act();
  };
  return element("button.rm-button", { type: "button", onclick, ...more }, words);
};

export const toast = {
  /**
   * Show a message in place of the one before. It is not read out: that is for `say`.
   * @param actions words of buttons, what they do, and their keys as `aria-keyshortcuts`
   */
  show(text: string, actions: ToastAction[] = []) {
    placeNotices();
    const isLeft = hasFocus();
    line.textContent = text;
    buttons.replaceChildren(
      ...actions.map(([words, act, keys]) => press(words, act, { "aria-keyshortcuts": keys })),
      press("✕", close, { "aria-label": "Close", class: "rm-button rm-close" }),
    );
    document.querySelector(".rm-notices")?.append(box);
    // The button that was pressed is gone: its place is taken by the first of the new ones.
    if (isLeft) buttons.querySelector("button")?.focus({ preventScroll: true });
    clearTimeout(timer);
    if (!isHeld()) start();
  },
  /** @param text the same message, with more to say */
  update(text: string) {
    line.textContent = text;
  },
  close,
};

document.addEventListener("keydown", (event) => {
  const isWriting =
    event.target instanceof Element &&
    event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
  if (event.key !== "Escape" || !box.isConnected || isWriting) return;
  close();
});
