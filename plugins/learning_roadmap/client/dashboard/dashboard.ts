/* Renders the dashboard's pages. Each view is a function that returns new nodes whenever a record has changed. */

import { say } from "../core/notices.ts";
import { need } from "../core/parts.ts";
import { progressBars } from "../core/progress-bars.ts";
import { rows } from "../core/rows.ts";
import { text } from "../core/strings.ts";
import { days } from "./days.ts";
import { store } from "../storage/store.ts";

const views: Map<string, (root: HTMLElement) => (Node | null)[] | Promise<(Node | null)[]>> = new Map();
/**
 * After a tick, the list is not updated for this long, in ms: if rows move under a finger, the wrong one gets ticked.
 */
const UPDATE_DELAY = 2500;
/** How often an open panel is looked after, in ms: the list around it is updated when it is closed. */
const PANEL_CHECK = 500;
let panelCheck: ReturnType<typeof setTimeout> | undefined;
let isWaiting = false;
/** Whether a record has changed since the pages were rendered. */
let isStale = false;
let noUpdateBefore = 0;

/** Whether the learner is writing there, has changed a form without sending it, or has a panel open. */
const isBusy = (root: HTMLElement) => {
  const focused = document.activeElement;
  const isWriting =
    focused instanceof HTMLElement &&
    root.contains(focused) &&
    focused.matches("textarea, input:not([type=checkbox], [type=radio]), select");
  return isWriting || root.dataset.rmUnsent !== undefined || root.querySelector(".rm-panel") !== null;
};
const FOCUSABLE = "a[href], button, input, select, textarea, summary";
let shownOn = days.today();

/** `data-rm-desk` and three of its values are names of the first builds. They stay: a page may meet scripts of another build. */
const VIEW_OF: Record<string, string> = { desk: "dashboard", left: "remaining", keep: "backup" };

const render = async (root: HTMLElement) => {
  const value = root.dataset.rmDesk ?? "";
  const name = VIEW_OF[value] ?? value;
  if (name === "backup" || name === "shared") await need("backup");
  if (name === "path" || name === "placement") await need("paths");
  if (name === "certificate") await need("certificates");
  const view = views.get(name);
  if (!view) return;
  const focused =
    document.activeElement instanceof HTMLElement && root.contains(document.activeElement)
      ? document.activeElement
      : null;
  const order = focused ? [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].indexOf(focused) : -1;
  const key = focused?.dataset.tick
    ? `[data-tick="${CSS.escape(focused.dataset.tick)}"]`
    : focused?.id
      ? `#${CSS.escape(focused.id)}`
      : "";
  const nodes = await view(root);
  delete root.dataset.rmUnsent;
  root.replaceChildren(...nodes.filter((node) => node !== null));
  rows.bind();
  progressBars.bind();
  // The focus stays where it was, or moves to the nearest element.
  const same = key ? root.querySelector<HTMLElement>(key) : null;
  const focusable = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)];
  if (focused) (same ?? focusable[Math.min(order, focusable.length - 1)])?.focus();
};

const show = () => {
  isStale = false;
  shownOn = days.today();
  for (const root of document.querySelectorAll<HTMLElement>("[data-rm-desk]")) {
    render(root).catch(() => say(text("dashboard.broken"), true));
  }
};

const showSoon = () => {
  isStale = true;
  if (isWaiting) return;
  isWaiting = true;
  const wait = noUpdateBefore - performance.now();
  if (wait > 0) setTimeout(update, wait);
  else requestAnimationFrame(update);
  function update() {
    isWaiting = false;
    if (!isStale) return;
    if (noUpdateBefore > performance.now()) {
      showSoon();
      return;
    }
    for (const root of document.querySelectorAll<HTMLElement>("[data-rm-desk]")) {
      if (!isBusy(root)) void render(root);
      else if (root.querySelector(".rm-panel")) {
        clearTimeout(panelCheck);
        panelCheck = setTimeout(showSoon, PANEL_CHECK);
      }
    }
  }
};
// In the capture phase: the box's own listener stores the tick, and that updates the list.
document.addEventListener(
  "change",
  (event) => {
    if (event.target instanceof Element && event.target.matches("[data-rm-desk] .rm-tick"))
      noUpdateBefore = performance.now() + UPDATE_DELAY;
  },
  true,
);
store.listen(showSoon);
// A page may stay open over midnight.
const wake = () => {
  const root = document.querySelector<HTMLElement>("[data-rm-desk]");
  // A text that is being written is not replaced; the next check is in half a minute.
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
