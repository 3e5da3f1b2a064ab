/* Starts on every page: once after loading, and again after each instant navigation. */

import { anchors } from "./anchors.ts";
import { findBesideRows } from "./beside-rows.ts";
import { filtering } from "./filtering.ts";
import { folds } from "./folds.ts";
import { whenIdle } from "./idle.ts";
import { map } from "./map.ts";
import { notice, placeNotices, say } from "./notices.ts";
import { registerWorker } from "./offline.ts";
import { load, use, loader } from "./parts.ts";
import { progressBars } from "./progress-bars.ts";
import { rowAddress } from "./row-address.ts";
import { rows } from "./rows.ts";
import { text } from "./strings.ts";
import { startUpkeep } from "./upkeep.ts";
import { welcome } from "./welcome.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";

let shownIn: Element | null = null;

const show = () => {
  const content = document.querySelector("[data-md-component='content']") ?? document.body;
  // Material announces the first page, too.
  if (content === shownIn) return;
  // Screen readers read out a page that the browser loads, but not one of an instant navigation. Trouble is not replaced.
  if (shownIn && !document.querySelector(".rm-status-error")) say(document.title);
  shownIn = content;
  placeNotices();
  folds.bind();
  rows.bind();
  progressBars.bind();
  filtering.bind();
  rowAddress.follow();
  if (findBesideRows("[data-rm-map-download]").length > 0) use("share-map", ({ shareMap }) => shareMap.show());
  document.documentElement.classList.add("rm-on");
  void anchors.redirect();
  requestAnimationFrame(() => requestAnimationFrame(() => scrollToTarget()));
  const [frame] = findBesideRows<HTMLElement>("[data-rm-desk]");
  if (frame)
    load("dashboard").then(
      ({ dashboard }) => dashboard.show(),
      () => frame.querySelector(".rm-empty")?.remove(),
    );
  welcome.bind();
  if (findBesideRows("[data-rm-node]").length > 0)
    use("map-filters", ({ mapFilters, mapPicture }) => {
      mapPicture.paint();
      mapFilters.bind();
    });
  void matchPage();
};

/** Boxes work by id, so they work on a page of any build; but its names and counts may be those of another. */
const matchPage = async () => {
  const isSame = await loader.matchPage();
  const name = "version";
  if (isSame) document.getElementById(`rm-notice-${name}`)?.remove();
  else
    notice(
      name,
      text("notices.other_version"),
      [[text("notices.reload"), () => location.reload()]],
      [text("notices.later"), () => {}],
    );
};

/** The browser scrolls to a row before all lists above it are drawn at their full height: scroll to it again. */
const scrollToTarget = (isLast = false) => {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (!target?.closest("[data-md-component='content']")) return;
  const { top } = target.getBoundingClientRect();
  if (top < 0 || top > innerHeight) target.scrollIntoView();
  const position = scrollY;
  // Once more when all is drawn, unless the learner has scrolled.
  if (!isLast) setTimeout(() => scrollY === position && scrollToTarget(true), 300);
};

/** Everything that can wait until the page is shown. */
const settle = async () => {
  if (store.refusal() !== "") {
    notice("refusal", store.refusal());
    return;
  }
  if (!localStore.works()) notice("blocked", text("notices.blocked"));
  registerWorker();
  await startUpkeep();
};

const start = () => {
  show();
  // Material's observable emits after each instant navigation. That is not enough: on a page opened from disk, it never emits.
  globalThis.document$?.subscribe?.(show);
  loader.ready((id, isChecked, name) => {
    // Before the start, every box looked open. What is done keeps its day, and what is known already stays so.
    if (isChecked !== (rows.shown(id).state === "done")) rows.mark(id, isChecked ? "done" : "todo", name);
  });
  whenIdle(() => void settle());
};

/** Start on this page, and whenever instant navigation brings another. */
export const startClient = () => {
  // Start at once if the content is already there, or else when it has been parsed. A large roadmap gets a task of its own.
  const isLarge = map.leaves.length > 2000;
  if (document.readyState !== "loading" || document.querySelector("[data-md-component='content']"))
    isLarge ? setTimeout(start) : start();
  else document.addEventListener("DOMContentLoaded", start);
};
