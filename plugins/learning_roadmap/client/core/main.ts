/* The core, on every page: its modules in the order in which they start, and what other parts and the
   tests in browsers use of it. */

import "./timing.ts";
import { map } from "./map.ts";
import { records } from "../storage/records.ts";
import { merging } from "../storage/merging.ts";
import { clock } from "../storage/clock.ts";
import "../storage/scope.ts";
import { localStore } from "../storage/local-storage.ts";
import { database } from "../storage/indexeddb.ts";
import "../storage/write-queue.ts";
import "../storage/reconcile.ts";
import { store } from "../storage/store.ts";
import { erase, hasOlder } from "../storage/erase.ts";
import { listed, locale, nodes, paragraph, text } from "./strings.ts";
import { element } from "./elements.ts";
import { download } from "./download.ts";
import { say, notice, sayUnsaved } from "./notices.ts";
import "./toast.ts";
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
import "./anchors.ts";
import { rows } from "./rows.ts";
import "./folds.ts";
import "./filters.ts";
import "./row-address.ts";
import "./row-keys.ts";
import { progressBars } from "./progress-bars.ts";
import "./map-picture.ts";
import "./share-map.ts";
import "./welcome.ts";
import "./next-page-key.ts";
import "./search-dialog.ts";
import { startClient } from "./start.ts";

export const shared = {
  map,
  records,
  merging,
  clock,
  localStore,
  database,
  store,
  erase,
  hasOlder,
  listed,
  locale,
  nodes,
  paragraph,
  text,
  element,
  download,
  say,
  notice,
  sayUnsaved,
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
  rows,
  progressBars,
};
globalThis.roadmap = shared;
startClient();
