/* Progress in the picture of the map and in its list. */

import { hoursLeft } from "./hours.ts";
import { counts } from "../core/counts.ts";
import { progressBars } from "../core/progress-bars.ts";
import { text } from "../core/strings.ts";
import { store } from "../storage/store.ts";

/** What has not changed is not touched: layout costs more than all of this. */
const write = (label: Element | null, words: string) => {
  if (label && label.textContent !== words) label.textContent = words;
};

const paint = () => {
  /** A phase or section is in the picture and in the list. */
  const left: Map<string, string> = new Map();
  for (const node of document.querySelectorAll<HTMLElement | SVGElement>("[data-rm-node]")) {
    const scope = node.dataset.rmNode ?? "";
    const label = node.querySelector(".rm-node-count");
    const count = counts.of(scope);
    const { done, size, skipped } = count;
    if (!label || (size === 0 && skipped === 0)) continue;
    if (!left.has(scope)) left.set(scope, hoursLeft(counts.toLearn(scope), counts.tasksIn(scope)));
    write(node.querySelector(".rm-node-hours"), left.get(scope) ?? "");
    const track = node.querySelector(".rm-node-track");
    const words = track ? text("map.count", { done, count: size }) : progressBars.describe(count, counts.tasks(scope));
    if (label.textContent === words) continue;
    label.textContent = words;
    node.classList.toggle("rm-node-done", size === done);
    const width = (Number(track?.getAttribute("width")) * done) / Math.max(size, 1);
    node.querySelector(".rm-node-fill")?.setAttribute("width", String(Math.ceil(width)));
  }
};

store.listen(paint);
export const mapPicture = { paint };
