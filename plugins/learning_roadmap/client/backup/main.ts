/* The part for backups, imports and exports. */

import { withTimeout } from "./timeout.ts";
import { readJson } from "./json.ts";
import { progress } from "./progress-file.ts";
import { share } from "./share-link.ts";
import { checklist } from "./checklist.ts";
import { anki } from "./anki.ts";
import { files } from "./files.ts";
import { redirects } from "./redirects.ts";
import { changes } from "./changes.ts";
import { textDiff } from "./text-diff.ts";
import { preview } from "./preview.ts";
import { imports } from "./import.ts";
import { backup } from "./backup-file.ts";
import { viewBackup } from "./view-backup-file.ts";
import { viewOtherScopes } from "./view-other-scopes.ts";
import { viewErase } from "./view-erase.ts";
import "./view-backup.ts";
import "./view-shared.ts";

export const shared = {
  withTimeout,
  readJson,
  progress,
  share,
  checklist,
  anki,
  files,
  redirects,
  changes,
  textDiff,
  preview,
  imports,
  backup,
  viewBackup,
  viewOtherScopes,
  viewErase,
};
Object.assign(globalThis.roadmap ?? {}, shared);
