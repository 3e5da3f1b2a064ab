/* The core, on every page: its modules in the order in which they start, and what the other parts may use of it. */

import "./timing.ts";
import { map } from "./map.ts";
import { records } from "../storage/records.ts";
import { merging } from "../storage/merging.ts";
import { clock } from "../storage/clock.ts";
import { scope } from "../storage/scope.ts";
import { disk } from "../storage/local-storage.ts";
import { mirror } from "../storage/indexeddb.ts";
import { saving } from "../storage/write-queue.ts";
import { healing } from "../storage/reconcile.ts";
import { store } from "../storage/store.ts";
import { erase, hasOlder } from "../storage/erase.ts";
import { element, plural } from "./elements.ts";
import { download } from "./download.ts";
import { say, notice, sayUnsaved, placeNotices } from "./notices.ts";
import { toast } from "./toast.ts";
import { hasUnsavedText, drafts } from "./drafts.ts";
import { loader, need, load } from "./parts.ts";
import { whenSaved } from "./save-status.ts";
import { counts } from "./counts.ts";
import { durability } from "../storage/persistence.ts";
import { keeping } from "./backups.ts";
import { scopes } from "./other-scopes.ts";
import { undo } from "./undo.ts";
import { shapeOf } from "./release.ts";
import { successors } from "./successors.ts";
import { updates } from "./updates.ts";
import { landing } from "./anchors.ts";
import { rows } from "./rows.ts";
import { bars } from "./progress-bars.ts";
import "./next-page-key.ts";
import { startClient } from "./start.ts";

export const shared = {
  map,
  records,
  merging,
  clock,
  scope,
  disk,
  mirror,
  saving,
  healing,
  store,
  erase,
  hasOlder,
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
  durability,
  keeping,
  scopes,
  undo,
  shapeOf,
  successors,
  updates,
  landing,
  rows,
  bars,
};
globalThis.roadmap = shared;
startClient();
