/* The frame of the desk's pages: each view is a function that makes its nodes anew whenever something has changed. */
"use strict";
(() => {
  const { store, rows, bars, need, say } = globalThis.roadmap;
  /** @type {Map<string, (root: HTMLElement) => (Node | null)[] | Promise<(Node | null)[]>>} */
  const views = new Map();
  let isWaiting = false;

  const isWriting = (/** @type {HTMLElement} */ root) => {
    const now = document.activeElement;
    return now instanceof HTMLElement && root.contains(now) && now.matches("textarea, input:not([type=checkbox], [type=radio]), select");
  };

  /** @param {HTMLElement} root */
  const render = async (root) => {
    const name = root.dataset.rmDesk ?? "";
    if (name === "keep" || name === "shared") await need("files");
    const view = views.get(name);
    if (!view) return;
    const focused = document.activeElement instanceof HTMLElement && root.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.tick ? `[data-tick="${CSS.escape(focused.dataset.tick)}"]` : focused?.id ? `#${CSS.escape(focused.id)}` : "";
    const made = await view(root);
    root.replaceChildren(...made.filter((node) => node !== null));
    rows.bind();
    bars.paint();
    // Whoever works with the keyboard stays where they were.
    if (key) /** @type {HTMLElement | null} */ (root.querySelector(key))?.focus();
  };

  const show = () => {
    for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-rm-desk]"))) {
      render(root).catch(() => say("A part of this page could not be shown. Reload it, please.", true));
    }
  };

  const showSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-rm-desk]"))) if (!isWriting(root)) void render(root);
    });
  };
  store.listen(showSoon);
  globalThis.addEventListener("hashchange", showSoon);

  globalThis.roadmap.desk = { views, show, showSoon };
})();
