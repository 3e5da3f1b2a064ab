/* What the loader does with the page itself: keep early ticks, and explain when the client cannot work. Nothing runs
   until it is asked to. */

const ALERT = "rm-alert";
const TICK = "input.rm-tick";
const OURS = `${TICK}, .rm-progress, [data-rm-desk], [data-rm-build]`;
/** What is explained on every page until it is taken back */
let shown: { text: string; isDead: boolean } | null = null;

const content = () =>
  document.querySelector(".md-content__inner") ??
  document.querySelector("[data-md-component='content']") ??
  document.body;
const boxes = () => document.querySelectorAll<HTMLInputElement>(TICK);

/** A box that cannot be stored is disabled and says why. */
const disable = (reason: string) => {
  for (const box of boxes()) {
    box.disabled = true;
    box.title = reason;
    box.setAttribute("aria-describedby", ALERT);
  }
};

const enable = () => {
  for (const box of boxes()) {
    if (box.getAttribute("aria-describedby") !== ALERT) continue;
    for (const name of ["title", "aria-describedby", "disabled"]) box.removeAttribute(name);
  }
};

const paint = () => {
  if (!shown || document.getElementById(ALERT)?.parentElement === content()) return;
  document.getElementById(ALERT)?.remove();
  // A page on which the client has nothing to do lacks nothing.
  if (shown.isDead && !document.querySelector(OURS)) return;
  const [box, text, button] = ["div", "p", "button"].map((tag) => document.createElement(tag));
  box.id = ALERT;
  box.className = "rm-alert";
  box.setAttribute("role", "alert");
  text.textContent = shown.text;
  button.className = "rm-button";
  button.setAttribute("type", "button");
  button.textContent = "Reload";
  button.addEventListener("click", () => location.reload());
  box.append(text, button);
  content().prepend(box);
  if (shown.isDead) disable(shown.text);
};

export const page = {
  /** @returns the build that this page was made for; empty where the page does not say */
  build: (): string => document.querySelector<HTMLElement>("[data-rm-build]")?.dataset.rmBuild ?? "",
  /**
   * Whether text on this page may not be stored yet. A field that only looks so is treated as if it were: it costs a
   * click.
   */
  isWriting: () =>
    (globalThis.roadmap?.hasUnsavedText as (() => boolean) | undefined)?.() ||
    document.querySelector(".rm-panel, [data-rm-unsent]") !== null ||
    [...document.querySelectorAll<HTMLTextAreaElement>("[data-rm-desk] textarea")].some(
      (area) => area.value !== area.defaultValue,
    ),
  /**
   * Explain at the top of the content, on this page and on those that instant navigation brings.
   * @param isDead whether no box works
   */
  explain(text: string, isDead: boolean) {
    const isFirst = shown === null;
    shown = { text, isDead };
    document.getElementById(ALERT)?.remove();
    if (isDead) document.documentElement.classList.add("rm-failed");
    paint();
    if (isFirst) globalThis.document$?.subscribe?.(paint);
  },
  /** It works after all. */
  recover() {
    shown = null;
    document.getElementById(ALERT)?.remove();
    document.documentElement.classList.remove("rm-failed");
    enable();
  },
  /**
   * Keep the ticks that come before the core can store them.
   * @param early by id
   */
  listen(early: Map<string, { isChecked: boolean; name: string }>, isOver: () => boolean) {
    document.addEventListener("change", (event) => {
      const box = event.target;
      if (isOver() || !(box instanceof HTMLInputElement) || !box.matches(TICK)) return;
      const name =
        box.getAttribute("aria-label") ?? box.parentElement?.querySelector(".rm-title")?.textContent?.trim() ?? "";
      early.set(box.dataset.tick ?? "", { isChecked: box.checked, name });
    });
  },
  /** What was ticked early cannot be stored: show what is. */
  takeBack(early: Map<string, { isChecked: boolean; name: string }>) {
    for (const box of boxes()) {
      const wanted = early.get(box.dataset.tick ?? "");
      if (wanted) box.checked = !wanted.isChecked;
    }
    early.clear();
  },
};
