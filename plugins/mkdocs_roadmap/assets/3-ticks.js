/* The boxes of a page: painted from the store, and put into it. The same topic may have many boxes. */
"use strict";
(() => {
  const { store, counts } = globalThis.roadmap;
  /** @type {Map<string, HTMLInputElement[]>} */
  let boxes = new Map();

  /** @param {string} id */
  const paint = (id) => {
    const found = boxes.get(id);
    if (!found) return;
    let checked = store.isDone(id);
    let partly = false;
    if (counts.isParent(id)) {
      const { done, size } = counts.of(`topic:${id}`);
      checked = done === size;
      partly = done > 0 && done < size;
    }
    for (const box of found) {
      box.checked = checked;
      box.indeterminate = partly;
    }
  };

  /** Find the page's boxes and show what is known of them. */
  const bind = () => {
    boxes = new Map();
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input.rm-tick"))) {
      const id = box.dataset.tick ?? "";
      const known = boxes.get(id);
      if (known) known.push(box);
      else boxes.set(id, [box]);
      box.disabled = false;
    }
    for (const id of boxes.keys()) paint(id);
  };

  store.listen((ids) => {
    const touched = new Set(ids);
    for (const id of ids) for (const parent of counts.parentsOf(id)) touched.add(parent);
    for (const id of touched) paint(id);
  });

  // One listener for all boxes of all pages: instant navigation swaps the page under it.
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.classList.contains("rm-tick")) return;
    const id = box.dataset.tick ?? "";
    const name = box.closest("label")?.textContent?.trim() ?? "";
    const isDone = box.checked;
    if (store.set(counts.leavesOf(id), isDone)) {
      const { done, size } = counts.of("all");
      globalThis.roadmap.say(`${name}: ${isDone ? "done" : "not done"}. ${done} of ${size} topics.`);
    } else {
      paint(id);
      globalThis.roadmap.say("This tick could not be saved: the browser's storage is full or blocked.", true);
    }
  });

  globalThis.roadmap.ticks = { bind };
})();
