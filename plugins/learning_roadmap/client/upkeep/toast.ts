/* A short message about the last change, with buttons. It closes after a while, and takes no focus. */

import { element } from "../core/elements.ts";
import { placeNotices } from "../core/notices.ts";
import { text } from "../core/strings.ts";

/** The label of a button, what it does, and its keys as `aria-keyshortcuts`. */
export type ToastAction = [label: string, act: () => void, keys?: string];

/** How long it is shown, in ms. */
const DURATION = 10_000;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Where the focus was before it moved here */
let previousFocus: HTMLElement | null = null;

const line = element("p", { dir: "auto" });
const buttons = element("span.rm-toast-buttons");
/** What belongs to the message, such as that it finished a phase */
const addition = element("div.rm-toast-addition");
const box = element("div.rm-toast", { role: "group", "aria-label": text("toast.label") }, addition, line, buttons);

const hasFocus = () => box.contains(document.activeElement);
const close = () => {
  clearTimeout(timer);
  const hadFocus = hasFocus();
  box.remove();
  // The keyboard's user returns to where they were.
  if (hadFocus && previousFocus?.isConnected) previousFocus.focus({ preventScroll: true });
};
const stay = () => clearTimeout(timer);
const start = () => {
  clearTimeout(timer);
  timer = setTimeout(close, DURATION);
};
// It stays while it is pointed at or has the focus. (WCAG 2.2, success criterion 2.2.1.)
const isInUse = () => box.matches(":hover") || box.querySelector(":focus-visible") !== null;
box.addEventListener("pointerenter", stay);
box.addEventListener("pointerleave", () => {
  if (!isInUse()) start();
});
box.addEventListener("focusin", (event: FocusEvent) => {
  if (event.relatedTarget instanceof HTMLElement && !box.contains(event.relatedTarget))
    previousFocus = event.relatedTarget;
  if (isInUse()) stay();
});
box.addEventListener("focusout", () =>
  setTimeout(() => {
    if (box.isConnected && !isInUse()) start();
  }),
);

const button = (label: string, act: () => void, attributes: Record<string, any> = {}) => {
  // Another button takes the place of the pressed one: a double click must press only one of them.
  const onclick = (event: MouseEvent) => {
    if (event.detail < 2) act();
  };
  return element("button.rm-button", { type: "button", onclick, ...attributes }, label);
};

export const toast = {
  /**
   * Show a message in place of the one before. It is not read out: that is for `say`.
   */
  show(message: string, actions: ToastAction[] = []) {
    const hadFocus = hasFocus();
    line.textContent = message;
    addition.replaceChildren();
    buttons.replaceChildren(
      ...actions.map(([label, act, keys]) => button(label, act, { "aria-keyshortcuts": keys })),
      button("✕", close, { "aria-label": text("notices.close"), class: "rm-button rm-close" }),
    );
    placeNotices().append(box);
    // The pressed button is gone: the first of the new ones gets the focus.
    if (hadFocus) buttons.querySelector("button")?.focus({ preventScroll: true });
    clearTimeout(timer);
    if (!isInUse()) start();
  },
  /** @param message the same message, with more details */
  update(message: string) {
    line.textContent = message;
  },
  /** Add to the message that is shown, which gets its time anew. */
  add(node: Node) {
    addition.replaceChildren(node);
    if (!isInUse()) start();
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
