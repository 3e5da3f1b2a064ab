/* The part for backups, imports and exports. */

import { progress } from "./progress-file.ts";
import { share } from "./share-link.ts";
import { files } from "./files.ts";
import { backup } from "./backup-file.ts";
import "./view-backup-file.ts";
import "./view-other-scopes.ts";
import "./view-erase.ts";
import "./view-backup.ts";
import "./view-shared.ts";

export const shared = {
  progress,
  share,
  files,
  backup,
};
Object.assign(globalThis.roadmap, shared);
