/* The progress bars of a page, and the counts beside them. */

import { findBesideRows, findIn } from "./beside-rows.ts";
import { counts } from "./counts.ts";
import { folds } from "./folds.ts";
import { map } from "./map.ts";
import { text } from "./strings.ts";
import type { Count } from "./types.ts";
import { store } from "../storage/store.ts";

const MANY = 100;

/** Not a rounded 100 while something is left, nor 0 when something is done. */
const percent = ({ done, size }: { done: number; size: number }) =>
  Math.min(Math.max(Math.round((100 * done) / size), done > 0 ? 1 : 0), done < size ? 99 : 100);

type Tasks = ReturnType<typeof counts.tasks>;

/** Topics first, then what is optional, then exercises and projects: each is a count of its own. */
const describe = (count: Count, tasks: Tasks) => {
  const { done, size, extra, optional, skipped } = count;
  const { exercises, projects } = tasks;
  return [
    size > 0 && text("bars.done", { done, count: size, percent: percent(count) }),
    size === 0 && skipped > 0 && text("bars.all_skipped"),
    optional > 0 &&
      (extra > 0 ? text("bars.optional_done", { extra, count: optional }) : text("bars.optional", { count: optional })),
    exercises.size > 0 && text("bars.exercises", { done: exercises.done, count: exercises.size }),
    projects.size > 0 && text("bars.projects", { done: projects.done, count: projects.size }),
  ]
    .filter((part) => part !== false)
    .join(" · ");
};
/** The topics; where there are none, the projects or the exercises. */
const barOf = (count: Count, { exercises, projects }: Tasks): { done: number; size: number } =>
  count.size + count.skipped > 0 ? count : projects.size > 0 ? projects : exercises;

const SCOPES = Object.keys(map.sets).filter((scope) => /^(?:all$|phase:|section:)/.test(scope));
/** @returns the sections and phases that hold some entries, and the whole, as far as they are finished */
const finishedWith = (ids: string[]): string[] =>
  SCOPES.filter(counts.holding(ids)).filter((scope) => {
    const { done, size } = barOf(counts.of(scope), counts.tasks(scope));
    return size > 0 && done === size;
  });

/** The bars of the page, but for those in sections that were never open, and the rings at the head of a phase */
let bars: Set<HTMLElement> = new Set();
let rings: SVGElement[] = [];

/**
 * @param painted the bars to paint
 * @param isStale whether what is shown of a scope may have changed
 */
const paint = (painted: Iterable<HTMLElement>, isStale: (scope: string) => boolean) => {
  for (const bar of painted) {
    const scope = bar.dataset.scope ?? "";
    if (!isStale(scope)) continue;
    const [count, tasks] = [counts.of(scope), counts.tasks(scope)];
    const progress = bar.querySelector("progress");
    const label = bar.querySelector(".rm-count");
    const remaining = bar.querySelector(".rm-left-count");
    if (!progress || !label) continue;
    const { done, size } = barOf(count, tasks);
    const description = describe(count, tasks);
    if (description === "") continue;
    const left = remaining && text("bars.remaining", { remaining: size - done });
    // What has not changed is not touched: layout costs more than all of this.
    if (label.textContent === description && remaining?.textContent === left) continue;
    label.textContent = description;
    bar.classList.toggle("rm-finished", size > 0 && done === size);
    progress.max = Math.max(size, 1);
    progress.value = done;
    if (remaining?.parentElement && left) {
      remaining.textContent = left;
      remaining.parentElement.hidden = size === done;
    }
  }
};

const paintRings = () => {
  for (const ring of rings) {
    const count = counts.of(ring.dataset.rmRing ?? "");
    ring.setAttribute("stroke-dasharray", `${count.size > 0 ? percent(count) : 0} 100`);
  }
};

/** Find the bars in a part of the page, and paint them. */
const find = (part: Element) => {
  const found = findIn<HTMLElement>(part, ".rm-progress");
  for (const bar of found) bars.add(bar);
  paint(found, () => true);
};
/** Find the page's bars and rings, and paint them. To be called whenever there may be others. */
const bind = () => {
  bars = new Set();
  folds.shown().forEach(find);
  rings = findBesideRows<SVGElement>("[data-rm-ring]");
  paintRings();
};
folds.listen(find);

store.listen((paths) => {
  const ids = paths.filter((path) => path.startsWith("state/")).map((path) => path.slice(6));
  // To look for many is more work than to count all.
  if (ids.length === 0) return;
  paint(bars, ids.length < MANY ? counts.holding(ids) : () => true);
  paintRings();
});
export const progressBars = { bind, percent, describe, barOf, finishedWith };
