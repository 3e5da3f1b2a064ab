/* Progress in the picture of the map and in its list. */

import { counts } from "./counts.ts";
import { progressBars } from "./progress-bars.ts";
import { text } from "./strings.ts";
import { store } from "../storage/store.ts";

const paint = () => {
  for (const node of document.querySelectorAll<HTMLElement | SVGElement>("[data-rm-node]")) {
    const label = node.querySelector(".rm-node-count");
    const count = counts.of(node.dataset.rmNode ?? "");
    const { done, size, skipped } = count;
    if (!label || (size === 0 && skipped === 0)) continue;
    const track = node.querySelector(".rm-node-track");
    const description = track
      ? text("map.count", { done, count: size })
      : progressBars.describe(count, counts.tasks(node.dataset.rmNode ?? ""));
    if (label.textContent === description) continue;
    label.textContent = description;
    node.classList.toggle("rm-node-done", size === done);
    const width = (Number(track?.getAttribute("width")) * done) / Math.max(size, 1);
    node.querySelector(".rm-node-fill")?.setAttribute("width", String(Math.ceil(width)));
  }
};

store.listen(paint);
export const mapPicture = { paint };
