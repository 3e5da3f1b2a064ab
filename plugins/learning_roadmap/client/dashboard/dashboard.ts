/* The frame of the desk's pages: each view is a function that makes its nodes anew whenever something has changed. */

import { say } from "../core/notices.ts";
import { need } from "../core/parts.ts";
import { progressBars } from "../core/progress-bars.ts";
import { rows } from "../core/rows.ts";
import { days } from "./days.ts";
import { store } from "../storage/store.ts";

const views: Map<string, (root: HTMLElement) => (Node | null)[] | Promise<(Node | null)[]>> = new Map();
/**
 * After a tick in a list, the list stands still for a moment: what moves under a finger gets ticked by mistake. In ms.
 */
const CALM = 2500;
let isWaiting = false;
let calmUntil = 0;

/** Whether someone is in the middle of something there: writing, at a form that is not sent yet, at an open row. */
const isBusy = (root: HTMLElement) => {
  const now = document.activeElement;
  const isWriting =
    now instanceof HTMLElement &&
    root.contains(now) &&
    now.matches("textarea, input:not([type=checkbox], [type=radio]), select");
  return isWriting || root.dataset.rmUnsent !== undefined || root.querySelector(".rm-panel") !== null;
};
const FOCUSABLE = "a[href], button, input, select, textarea, summary";
let shownOn = days.today();

const render = async (root: HTMLElement) => {
  const name = root.dataset.rmDesk ?? "";
  if (name === "keep" || name === "shared") await need("files");
  const view = views.get(name);
  if (!view) return;
  const focused =
    document.activeElement instanceof HTMLElement && root.contains(document.activeElement)
      ? document.activeElement
      : null;
  const order = focused ? [...root.querySelectorAll(FOCUSABLE)].indexOf(focused) : -1;
  const key = focused?.dataset.tick
    ? `[data-tick="${CSS.escape(focused.dataset.tick)}"]`
    : focused?.id
      ? `#${CSS.escape(focused.id)}`
      : "";
  const made = await view(root);
  delete root.dataset.rmUnsent;
  root.replaceChildren(...made.filter((node) => node !== null));
  rows.bind();
  progressBars.paint();
  // Whoever works with the keyboard stays where they were.
  const there = key ? root.querySelector<HTMLElement>(key) : null;
  const around = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)];
  if (focused) (there ?? around[Math.min(order, around.length - 1)])?.focus();
};

const show = () => {
  shownOn = days.today();
  for (const root of document.querySelectorAll<HTMLElement>("[data-rm-desk]")) {
    render(root).catch(() => say("A part of this page could not be shown. Reload it, please.", true));
  }
};

const showSoon = () => {
  if (isWaiting) return;
  isWaiting = true;
  const wait = calmUntil - performance.now();
  if (wait > 0) setTimeout(again, wait);
  else requestAnimationFrame(again);
  function again() {
    isWaiting = false;
    if (calmUntil > performance.now()) {
      showSoon();
      return;
    }
    for (const root of document.querySelectorAll<HTMLElement>("[data-rm-desk]")) if (!isBusy(root)) void render(root);
  }
};
// Before the box's own listener, which stores it and so calls for the list to be made anew.
document.addEventListener(
  "change",
  (event) => {
    if (event.target instanceof Element && event.target.matches("[data-rm-desk] .rm-tick"))
      calmUntil = performance.now() + CALM;
  },
  true,
);
store.listen(showSoon);
// A page may stay open over midnight, or sleep through it.
const wake = () => {
  const root = document.querySelector<HTMLElement>("[data-rm-desk]");
  // What someone is writing is not made anew under their hands; it is looked at again in half a minute.
  if (root && days.today() !== shownOn && !isBusy(root)) show();
};
setInterval(wake, 30_000);
document.addEventListener("visibilitychange", wake);
document.addEventListener("input", (event) => {
  const root =
    event.target instanceof Element ? event.target.closest(".rm-plan")?.closest<HTMLElement>("[data-rm-desk]") : null;
  if (root) root.dataset.rmUnsent = "";
});
globalThis.addEventListener("hashchange", showSoon);

export const dashboard = { views, show, showSoon };
