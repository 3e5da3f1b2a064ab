/* The part that looks after what is stored: its second copy, restore points, undo, new releases of the roadmap, and
   records of other addresses. It is loaded as soon as there is something to look after. */

import { acts } from "./acts.ts";
import { backups } from "./backups.ts";
import { drafts, hasUnsavedText } from "./drafts.ts";
import { erase, hasOlder } from "./erase.ts";
import { database } from "./indexeddb.ts";
import { otherScopes } from "./other-scopes.ts";
import { persistence } from "./persistence.ts";
import { reconcile } from "./reconcile.ts";
import { recent } from "./recent.ts";
import { releaseOf } from "./release.ts";
import { rowKeys } from "./row-keys.ts";
import { settle } from "./settle.ts";
import { successors } from "./successors.ts";
import { toast } from "./toast.ts";
import { updates } from "./updates.ts";
import { whenIdle } from "../core/idle.ts";

export const shared = {
  acts,
  backups,
  drafts,
  hasUnsavedText,
  erase,
  hasOlder,
  database,
  otherScopes,
  persistence,
  reconcile,
  recent,
  releaseOf,
  rowKeys,
  successors,
  toast,
  updates,
};
Object.assign(globalThis.roadmap, shared);
whenIdle(() => void settle());
