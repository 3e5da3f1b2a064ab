/* The core, on every page: its modules in the order in which they start, and what it shares with the other parts. */

import "./timing.ts";
import { map } from "./map.ts";
import { records } from "../storage/records.ts";
import { merging } from "../storage/merging.ts";
import { clock } from "../storage/clock.ts";
import { scope } from "../storage/scope.ts";
import { localStore } from "../storage/local-storage.ts";
import { database } from "../storage/indexeddb.ts";
import { writeQueue } from "../storage/write-queue.ts";
import { makeReconcile } from "../storage/reconcile.ts";
import { store } from "../storage/store.ts";
import { erase, hasOlder } from "../storage/erase.ts";
import { nodes, text } from "./strings.ts";
import { element, plural } from "./elements.ts";
import { download } from "./download.ts";
import { say, notice, sayUnsaved, placeNotices } from "./notices.ts";
import { toast } from "./toast.ts";
import { hasUnsavedText, drafts } from "./drafts.ts";
import { loader, need, load } from "./parts.ts";
import { whenSaved } from "./save-status.ts";
import { counts } from "./counts.ts";
import { persistence } from "../storage/persistence.ts";
import { backups } from "./backups.ts";
import { otherScopes } from "./other-scopes.ts";
import { undo } from "./undo.ts";
import { releaseOf } from "./release.ts";
import { successors } from "./successors.ts";
import { updates } from "./updates.ts";
import { anchors } from "./anchors.ts";
import { rows } from "./rows.ts";
import { progressBars } from "./progress-bars.ts";
import "./next-page-key.ts";
import { startClient } from "./start.ts";

export const shared = {
  map,
  records,
  merging,
  clock,
  scope,
  localStore,
  database,
  writeQueue,
  makeReconcile,
  store,
  erase,
  hasOlder,
  nodes,
  text,
  element,
  plural,
  download,
  say,
  notice,
  sayUnsaved,
  placeNotices,
  toast,
  hasUnsavedText,
  drafts,
  loader,
  need,
  load,
  whenSaved,
  counts,
  persistence,
  backups,
  otherScopes,
  undo,
  releaseOf,
  successors,
  updates,
  anchors,
  rows,
  progressBars,
};
globalThis.roadmap = shared;
startClient();
