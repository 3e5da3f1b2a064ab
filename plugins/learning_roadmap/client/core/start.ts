/* Starts on every page: once after loading, and again whenever instant navigation has brought another one. */

import { anchors } from "./anchors.ts";
import { backups } from "./backups.ts";
import { map } from "./map.ts";
import { notice, placeNotices } from "./notices.ts";
import { otherScopes } from "./other-scopes.ts";
import { load, loader } from "./parts.ts";
import { progressBars } from "./progress-bars.ts";
import { rows } from "./rows.ts";
import { updates } from "./updates.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";

let shownIn: Element | null = null;

const show = () => {
  const content = document.querySelector("[data-md-component='content']") ?? document.body;
  // Material speaks of the first page, too.
  if (content === shownIn) return;
  shownIn = content;
  placeNotices();
  rows.bind();
  progressBars.paint();
  document.documentElement.classList.add("rm-on");
  performance.mark("roadmap-shown");
  void anchors.redirect();
  requestAnimationFrame(() => requestAnimationFrame(() => land()));
  const desk = document.querySelector<HTMLElement>("[data-rm-desk]");
  if (desk)
    load("desk").then(
      ({ dashboard }) => dashboard.show(),
      () => desk.querySelector(".rm-empty")?.remove(),
    );
  void matchPage();
};

/** Boxes go by id, so they work on a page of any build; its names and its counts may be those of another. */
const matchPage = async () => {
  const isSame = await loader.matchPage();
  const name = "version";
  if (isSame) document.getElementById(`rm-notice-${name}`)?.remove();
  else
    notice(
      name,
      "This page comes from another version of the site. Ticks are saved under the topic that you see. Reload the page to see the current version.",
      [
        ["Reload", () => location.reload()],
        ["Later", () => {}],
      ],
    );
};

/**
 * Lists that were not drawn yet had no height of their own when the browser went to the row that the address names: go
 * there again.
 */
const land = (isLast = false) => {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (!target?.closest("[data-md-component='content']")) return;
  const { top } = target.getBoundingClientRect();
  if (top < 0 || top > innerHeight) target.scrollIntoView();
  const place = scrollY;
  // Once more when all is drawn, unless someone has begun to scroll.
  if (!isLast) setTimeout(() => scrollY === place && land(true), 300);
};

/** What has to be said once a visit, and what can wait until the page stands. */
const settle = async () => {
  if (store.refusal() !== "") {
    notice("refusal", store.refusal(), []);
    return;
  }
  if (!localStore.works())
    notice(
      "blocked",
      "This browser does not let the site store anything more: its storage is full or blocked. What is saved stays, and can be exported; new ticks cannot be saved.",
      [],
    );
  await otherScopes.settle();
  updates.apply();
  const damaged = store.damaged().length;
  if (damaged > 0 && localStore.get("meta/damage") !== String(damaged)) {
    const keep = () => load("files").then(({ files }) => files.saveDamaged());
    notice(
      "damage",
      `${damaged === 1 ? "A saved entry was" : `${damaged} saved entries were`} damaged and set aside. Nothing was written over; what had a second copy is back.`,
      [
        ["Save the damaged data", keep],
        ["Later", () => localStore.set("meta/damage", String(damaged))],
      ],
    );
  }
  try {
    if ((await store.reconcile()).length > 0) updates.apply();
    await backups.daily();
  } catch {
    // No second copy in this browser (some private windows). The first one is where it was.
  }
  void otherScopes.tell();
  backups.remind(() => load("files").then(({ files }) => files.save()));
};

const whenIdle = (work: () => void) =>
  "requestIdleCallback" in globalThis ? requestIdleCallback(work, { timeout: 2000 }) : setTimeout(work, 200);
const start = () => {
  show();
  loader.ready((id, isChecked, name) => rows.mark(id, isChecked ? "done" : "todo", name));
  whenIdle(() => void settle());
};

/** Start on this page, and whenever instant navigation brings another. */
export const startClient = () => {
  updates.listen(rows.bind);
  // The script stands behind the content; elsewhere it waits for it. A large roadmap is shown in a task of its own.
  const isLarge = map.leaves.length > 2000;
  if (document.readyState !== "loading" || document.querySelector("[data-md-component='content']"))
    isLarge ? setTimeout(start) : start();
  else document.addEventListener("DOMContentLoaded", start);
  // Material's observable speaks after each instant navigation. It is not enough: opened from disk, it never speaks.
  globalThis.document$?.subscribe?.(show);
};
