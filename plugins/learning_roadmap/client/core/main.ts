/* The core, on every page: its modules in the order in which they start, and what other parts and the
   tests in browsers use of it. */

import { map } from "./map.ts";
import { records } from "../storage/records.ts";
import { merging } from "../storage/merging.ts";
import { clock } from "../storage/clock.ts";
import { scope } from "../storage/scope.ts";
import { localStore } from "../storage/local-storage.ts";
import { writeQueue } from "../storage/write-queue.ts";
import { erasing } from "../storage/erasing.ts";
import { store } from "../storage/store.ts";
import { listed, locale, nodes, paragraph, text } from "./strings.ts";
import { element } from "./elements.ts";
import { findBesideRows } from "./beside-rows.ts";
import { download } from "./download.ts";
import { say, notice, placeNotices, sayUnsaved } from "./notices.ts";
import { loader, need, load } from "./parts.ts";
import { whenSaved } from "./save-status.ts";
import { counts } from "./counts.ts";
import { undo } from "./undo.ts";
import "./anchors.ts";
import { rows } from "./rows.ts";
import { folds } from "./folds.ts";
import "./filtering.ts";
import "./row-address.ts";
import { progressBars } from "./progress-bars.ts";
import "./welcome.ts";
import "./next-page-key.ts";
import "./language-switch.ts";
import "./search-dialog.ts";
import { whenIdle } from "./idle.ts";
import { startClient } from "./start.ts";
import { hadRecords } from "./upkeep.ts";

export const shared = {
  map,
  records,
  merging,
  clock,
  localStore,
  scope,
  erasing,
  writeQueue,
  store,
  listed,
  locale,
  nodes,
  paragraph,
  text,
  element,
  findBesideRows,
  download,
  say,
  notice,
  placeNotices,
  sayUnsaved,
  loader,
  need,
  load,
  whenSaved,
  counts,
  undo,
  hadRecords,
  rows,
  folds,
  whenIdle,
  progressBars,
};
globalThis.roadmap = shared;
startClient();
