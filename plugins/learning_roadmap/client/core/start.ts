/* Starts on every page: once after loading, and again after each instant navigation. */

import { anchors } from "./anchors.ts";
import { backups } from "./backups.ts";
import { filters } from "./filters.ts";
import { folds } from "./folds.ts";
import { map } from "./map.ts";
import { mapPicture } from "./map-picture.ts";
import { notice, placeNotices } from "./notices.ts";
import { otherScopes } from "./other-scopes.ts";
import { load, loader } from "./parts.ts";
import { progressBars } from "./progress-bars.ts";
import { rowAddress } from "./row-address.ts";
import { rows } from "./rows.ts";
import { shareMap } from "./share-map.ts";
import { text } from "./strings.ts";
import { updates } from "./updates.ts";
import { welcome } from "./welcome.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";

let shownIn: Element | null = null;

const show = () => {
  const content = document.querySelector("[data-md-component='content']") ?? document.body;
  // Material announces the first page, too.
  if (content === shownIn) return;
  shownIn = content;
  placeNotices();
  rows.bind();
  progressBars.paint();
  mapPicture.paint();
  folds.bind();
  filters.bind();
  rowAddress.follow();
  shareMap.show();
  document.documentElement.classList.add("rm-on");
  performance.mark("roadmap-shown");
  void anchors.redirect();
  requestAnimationFrame(() => requestAnimationFrame(() => scrollToTarget()));
  const frame = document.querySelector<HTMLElement>("[data-rm-desk]");
  if (frame)
    load("dashboard").then(
      ({ dashboard }) => dashboard.show(),
      () => frame.querySelector(".rm-empty")?.remove(),
    );
  welcome.show();
  if (document.querySelector("[data-rm-map-filters]"))
    load("map-filters").then(
      ({ mapFilters }) => mapFilters.bind(),
      () => {},
    );
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
  await otherScopes.settle();
  updates.apply();
  const damaged = store.damaged().length;
  if (damaged > 0 && localStore.get("meta/damage") !== String(damaged)) {
    const exportDamaged = () => load("backup").then(({ files }) => files.saveDamaged());
    notice(
      "damage",
      text("notices.damaged", { count: damaged }),
      [[text("notices.export_damaged"), exportDamaged]],
      [text("notices.later"), () => localStore.set("meta/damage", String(damaged))],
    );
  }
  try {
    if ((await store.reconcile()).length > 0) updates.apply();
    await backups.daily();
  } catch {
    // No second copy in this browser (some private windows). The first one is unchanged.
  }
  void otherScopes.showNotice();
  backups.remind(() => load("backup").then(({ files }) => files.save()));
};

const whenIdle = (task: () => void) =>
  "requestIdleCallback" in globalThis ? requestIdleCallback(task, { timeout: 2000 }) : setTimeout(task, 200);
const start = () => {
  show();
  loader.ready((id, isChecked, name) => {
    // Before the start, every box looked open. What is done keeps its day, and what is known already stays so.
    if (isChecked !== (rows.shown(id).state === "done")) rows.mark(id, isChecked ? "done" : "todo", name);
  });
  whenIdle(() => void settle());
};

/** Start on this page, and whenever instant navigation brings another. */
export const startClient = () => {
  updates.listen(rows.bind);
  // Start at once if the content is already there, or else when it has been parsed. A large roadmap gets a task of its own.
  const isLarge = map.leaves.length > 2000;
  if (document.readyState !== "loading" || document.querySelector("[data-md-component='content']"))
    isLarge ? setTimeout(start) : start();
  else document.addEventListener("DOMContentLoaded", start);
  // Material's observable emits after each instant navigation. That is not enough: on a page opened from disk, it never emits.
  globalThis.document$?.subscribe?.(show);
};
