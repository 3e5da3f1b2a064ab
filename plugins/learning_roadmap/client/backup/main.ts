/* The part for backups, imports and exports. */

import { within } from "./timeout.ts";
import { readJson } from "./json.ts";
import { progress } from "./progress-file.ts";
import { share } from "./share-link.ts";
import { checklist } from "./checklist.ts";
import { anki } from "./anki.ts";
import { files } from "./files.ts";
import { redirected } from "./redirects.ts";
import { changes } from "./changes.ts";
import { difference } from "./text-diff.ts";
import { preview } from "./preview.ts";
import { imports } from "./import.ts";
import { backup } from "./backup-file.ts";
import { viewBackup } from "./view-backup-file.ts";
import { viewCopies } from "./view-other-scopes.ts";
import { viewErase } from "./view-erase.ts";
import "./view-backup.ts";
import "./view-shared.ts";

export const shared = {
  within,
  readJson,
  progress,
  share,
  checklist,
  anki,
  files,
  redirected,
  changes,
  difference,
  preview,
  imports,
  backup,
  viewBackup,
  viewCopies,
  viewErase,
};
Object.assign(globalThis.roadmap ?? {}, shared);
