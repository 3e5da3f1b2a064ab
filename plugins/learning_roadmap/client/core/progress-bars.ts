/* The bars of a page, and their counts in words. */

import { counts } from "./counts.ts";
import { plural } from "./elements.ts";
import { store } from "../storage/store.ts";

/** @param count not a rounded 100 % while something is left, nor 0 % when something is done */
const percent = ({ done, size }: { done: number; size: number }) =>
  Math.min(Math.max(Math.round((100 * done) / size), done > 0 ? 1 : 0), done < size ? 99 : 100);

const paint = () => {
  for (const bar of document.querySelectorAll<HTMLElement>(".rm-progress")) {
    const count = counts.of(bar.dataset.scope ?? "");
    const progress = bar.querySelector("progress");
    const words = bar.querySelector(".rm-count");
    const left = bar.querySelector(".rm-left-count");
    if (!progress || !words) continue;
    const { done, size, skipped, extra } = count;
    if (size === 0 && skipped === 0) continue;
    const text =
      size === 0
        ? "all skipped"
        : `${done} of ${plural(size, "topic")} · ${percent(count)} %${extra > 0 ? ` · ${extra} more` : ""}`;
    // What has not changed is not touched: layout costs more than all of this.
    if (words.textContent === text) continue;
    words.textContent = text;
    progress.max = Math.max(size, 1);
    progress.value = done;
    if (left?.parentElement) {
      left.textContent = `${size - done} left`;
      left.parentElement.hidden = size === done;
    }
  }
};

store.listen(paint);
export const progressBars = { paint, percent };
