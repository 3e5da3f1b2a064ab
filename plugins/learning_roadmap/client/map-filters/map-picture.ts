/* Progress in the picture of the map and in its list. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { progressBars } from "../core/progress-bars.ts";
import { text } from "../core/strings.ts";
import { store } from "../storage/store.ts";

const hours = new Map((map.hours ?? []).map((one, at) => [map.leaves[at], one]));
/** The hours of the required topics of a set that take no more time: they are done, or skipped. */
const spent = (scope: string) =>
  counts
    .leavesIn(scope)
    .filter((id) => !counts.isOptional(id) && ["done", "skipped"].includes(store.state(id)))
    .reduce((sum, id) => sum + (hours.get(id) ?? 0), 0);

const paintHours = (node: HTMLElement | SVGElement, isDone: boolean) => {
  const label = node.querySelector<HTMLElement | SVGElement>(".rm-node-hours");
  if (!label) return;
  const left = isDone ? 0 : Math.max(Number(label.dataset.hours) - spent(node.dataset.rmNode ?? ""), 0);
  label.textContent = left > 0 ? text("map.hours_left", { hours: Math.max(Math.round(left), 1) }) : "";
};

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
    paintHours(node, size === done);
    node.classList.toggle("rm-node-done", size === done);
    const width = (Number(track?.getAttribute("width")) * done) / Math.max(size, 1);
    node.querySelector(".rm-node-fill")?.setAttribute("width", String(Math.ceil(width)));
  }
};

store.listen(paint);
export const mapPicture = { paint };
