/* Messages of the client: a status for screen readers, and notices that stay until they are answered. */

import { element } from "./elements.ts";
import { text } from "./strings.ts";
import { store } from "../storage/store.ts";

type Action = [label: string, act: () => void];

const status = element("div.rm-status", { role: "status" });
const shelf = element("aside.rm-notices", { "aria-label": text("notices.label") });
/** At the bottom of the window, one below the other, so that none covers another. */
const messages = element("div.rm-messages", {}, status, shelf);
/** The space that the page leaves for the notices at its end, in pixels. */
let space = 0;

/** Notices cover the bottom of the page, so the page gets as much space at its end: all of it can be scrolled into view. */
const makeSpace = () => {
  const height = messages.offsetHeight;
  const { scrollHeight } = document.documentElement;
  // Space that is in view stays: the page must not move under a finger.
  if (height < space && scrollY + innerHeight > scrollHeight - space) return;
  space = height;
  for (const box of [document.documentElement, document.body, document.querySelector<HTMLElement>(".rm-panel")])
    box?.style.setProperty("--rm-messages-height", `${space}px`);
};
new ResizeObserver(makeSpace).observe(messages);

/**
 * Instant navigation replaces the page: put the notices back.
 * @returns the element that holds them
 */
export const placeNotices = (): HTMLElement => {
  if (!messages.isConnected) document.body.append(messages);
  return shelf;
};

/** A message that screen readers read out. Trouble is visible as well, until it is dismissed. */
export const say = (message: string, isTrouble: boolean = false) => {
  placeNotices();
  status.classList.toggle("rm-status-error", isTrouble);
  status.textContent = message;
};

const dismissTrouble = () => {
  if (status.classList.contains("rm-status-error")) say("");
};
status.addEventListener("click", dismissTrouble);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") dismissTrouble();
});

/**
 * A notice at the bottom of the window that stays until it is answered. A newer one with the same name replaces it.
 * @param actions labels of buttons, and what they do
 * @param dismissal the last button
 */
export const notice = (
  name: string,
  message: string,
  actions: Action[] = [],
  dismissal: Action = [text("notices.close"), () => {}],
) => {
  placeNotices();
  document.getElementById(`rm-notice-${name}`)?.remove();
  const box = element("div.rm-notice", { id: `rm-notice-${name}` }, element("p", {}, message));
  for (const [label, act] of [...actions, dismissal]) {
    const onclick = () => {
      box.remove();
      act();
    };
    box.append(element("button.rm-button", { type: "button", onclick }, label), " ");
  }
  shelf.append(box);
  say(message);
};

/** @param what the name of what could not be saved */
export const sayUnsaved = (what: string) => say(store.refusal() || text("save.failed", { what }), true);
