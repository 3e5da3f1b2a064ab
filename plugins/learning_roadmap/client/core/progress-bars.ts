/* The progress bars of a page, and the counts beside them. */

import { counts } from "./counts.ts";
import { text } from "./strings.ts";
import type { Count } from "./types.ts";
import { store } from "../storage/store.ts";

/** Not a rounded 100 while something is left, nor 0 when something is done. */
const percent = ({ done, size }: { done: number; size: number }) =>
  Math.min(Math.max(Math.round((100 * done) / size), done > 0 ? 1 : 0), done < size ? 99 : 100);

const describe = (count: Count) => {
  const { done, size, extra } = count;
  if (size === 0) return text("bars.all_skipped");
  if (extra === 0) return text("bars.done", { done, count: size, percent: percent(count) });
  return text("bars.done_with_optional", { done, count: size, percent: percent(count), extra });
};

const paint = () => {
  for (const bar of document.querySelectorAll<HTMLElement>(".rm-progress")) {
    const count = counts.of(bar.dataset.scope ?? "");
    const progress = bar.querySelector("progress");
    const label = bar.querySelector(".rm-count");
    const remaining = bar.querySelector(".rm-left-count");
    if (!progress || !label) continue;
    const { done, size, skipped } = count;
    if (size === 0 && skipped === 0) continue;
    const description = describe(count);
    // What has not changed is not touched: layout costs more than all of this.
    if (label.textContent === description) continue;
    label.textContent = description;
    // A moment of joy, but only where the learner sees it happen: the tick that finishes a section, a phase or everything.
    const isFinished = size > 0 && done === size;
    bar.classList.toggle("rm-just-finished", isFinished && bar.dataset.rmPainted !== undefined);
    bar.classList.toggle("rm-finished", isFinished);
    bar.dataset.rmPainted = "";
    progress.max = Math.max(size, 1);
    progress.value = done;
    if (remaining?.parentElement) {
      remaining.textContent = text("bars.remaining", { remaining: size - done });
      remaining.parentElement.hidden = size === done;
    }
  }
};

store.listen(paint);
export const progressBars = { paint, percent, describe };
