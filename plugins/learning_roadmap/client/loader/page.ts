/* What the loader does with the page: keep early ticks, and explain when the client cannot work. Nothing runs before
   it is called. */

import type { EarlyTick } from "./types.ts";

// A loader of another build may replace the manifest later.
const { strings } = globalThis.roadmapManifest;

const ALERT = "rm-alert";
const TICK = "input.rm-tick";
/** What the client works on */
const CLIENT_ELEMENTS = `${TICK}, .rm-progress, [data-rm-desk], [data-rm-build]`;
/** The explanation that every page shows until the client recovers */
let alert: { text: string; isDead: boolean } | null = null;
/** Whether the boxes are disabled */
let isDisabled = false;

const content = () =>
  document.querySelector(".md-content__inner") ??
  document.querySelector("[data-md-component='content']") ??
  document.body;
const boxes = () => document.querySelectorAll<HTMLInputElement>(TICK);

/** A box that cannot be stored is disabled and says why. */
const disable = (reason: string) => {
  isDisabled = true;
  for (const box of boxes()) {
    box.disabled = true;
    box.title = reason;
    box.setAttribute("aria-describedby", ALERT);
  }
};

const enable = () => {
  if (!isDisabled) return;
  isDisabled = false;
  for (const box of boxes()) {
    if (box.getAttribute("aria-describedby") !== ALERT) continue;
    for (const name of ["title", "aria-describedby", "disabled"]) box.removeAttribute(name);
  }
};

const paint = () => {
  if (!alert || document.getElementById(ALERT)?.parentElement === content()) return;
  document.getElementById(ALERT)?.remove();
  // Where the client has nothing to do, nothing is missing.
  if (alert.isDead && !document.querySelector(CLIENT_ELEMENTS)) return;
  const [box, paragraph, button] = ["div", "p", "button"].map((tag) => document.createElement(tag));
  box.id = ALERT;
  box.className = "rm-alert";
  box.setAttribute("role", "alert");
  paragraph.textContent = alert.text;
  button.className = "rm-button";
  button.setAttribute("type", "button");
  button.textContent = strings.reload;
  button.addEventListener("click", () => location.reload());
  box.append(paragraph, button);
  content().prepend(box);
  if (alert.isDead) disable(alert.text);
};

export const page = {
  /** @returns the build of this page; empty if the page does not say */
  build: (): string => document.querySelector<HTMLElement>("[data-rm-build]")?.dataset.rmBuild ?? "",
  /** Whether text on this page may be unsaved. In doubt it is: that costs only a click. */
  isWriting: () =>
    (globalThis.roadmap?.hasUnsavedText as (() => boolean) | undefined)?.() ||
    document.querySelector(".rm-panel, [data-rm-unsent]") !== null ||
    [...document.querySelectorAll<HTMLTextAreaElement>("[data-rm-desk] textarea")].some(
      (area) => area.value !== area.defaultValue,
    ),
  /**
   * Show an explanation at the top of the content, on this page and after each instant navigation.
   * @param isDead whether no box works
   */
  explain(text: string, isDead: boolean) {
    const isFirst = alert === null;
    alert = { text, isDead };
    document.getElementById(ALERT)?.remove();
    if (isDead) document.documentElement.classList.add("rm-failed");
    paint();
    if (isFirst) globalThis.document$?.subscribe?.(paint);
  },
  /** The client works: remove the explanation. */
  recover() {
    alert = null;
    document.getElementById(ALERT)?.remove();
    document.documentElement.classList.remove("rm-failed");
    enable();
  },
  /**
   * Keep the ticks that are made before the core can store them.
   * @param early by id
   */
  listen(early: Map<string, EarlyTick>, isOver: () => boolean) {
    document.addEventListener("change", (event) => {
      const box = event.target;
      if (isOver() || !(box instanceof HTMLInputElement) || !box.matches(TICK)) return;
      const name =
        box.getAttribute("aria-label") ?? box.parentElement?.querySelector(".rm-title")?.textContent?.trim() ?? "";
      early.set(box.dataset.tick ?? "", { isChecked: box.checked, name });
    });
  },
  /** Early ticks cannot be stored: show what is stored. */
  takeBack(early: Map<string, EarlyTick>) {
    for (const box of boxes()) {
      const tick = early.get(box.dataset.tick ?? "");
      if (tick) box.checked = !tick.isChecked;
    }
    early.clear();
  },
};
