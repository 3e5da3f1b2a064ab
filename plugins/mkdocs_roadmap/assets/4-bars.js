/* The bars of a page, and their counts in words. */
"use strict";
(() => {
  const { store, counts } = globalThis.roadmap;

  const paint = () => {
    for (const bar of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".rm-progress"))) {
      const { done, size } = counts.of(bar.dataset.scope ?? "");
      const progress = bar.querySelector("progress");
      const words = bar.querySelector(".rm-count");
      if (size === 0 || !progress || !words) continue;
      progress.max = size;
      progress.value = done;
      // Not a rounded 100 % while something is left, nor 0 % when something is done.
      const percent = Math.min(Math.max(Math.round((100 * done) / size), done > 0 ? 1 : 0), done < size ? 99 : 100);
      words.textContent = `${done} of ${size} ${size === 1 ? "topic" : "topics"} · ${percent} %`;
    }
  };

  store.listen(paint);
  globalThis.roadmap.bars = { paint };
})();
