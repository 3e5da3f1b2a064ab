/* Parts of the client that only some pages need are loaded on demand. The loader knows their names. */

import type { shared as backupPart } from "../backup/main.ts";
import type { shared as certificatesPart } from "../certificates/main.ts";
import type { shared as dashboardPart } from "../dashboard/main.ts";
import type { shared as filtersPart } from "../filters/main.ts";
import type { shared as mapFiltersPart } from "../map-filters/main.ts";
import type { shared as panelPart } from "../panel/main.ts";
import type { shared as pathsPart } from "../paths/main.ts";
import type { shared as searchPart } from "../search/main.ts";
import type { shared as shareMapPart } from "../share-map/main.ts";
import type { shared as upkeepPart } from "../upkeep/main.ts";

/** What each part shares, by the loader's name for it. */
interface Parts {
  upkeep: typeof upkeepPart;
  panel: typeof panelPart;
  dashboard: typeof dashboardPart;
  paths: typeof pathsPart;
  filters: typeof filtersPart;
  certificates: typeof certificatesPart;
  "map-filters": typeof mapFiltersPart;
  search: typeof searchPart;
  "share-map": typeof shareMapPart;
  backup: typeof backupPart;
}

export const loader = globalThis.roadmapLoader;
export const need = loader.need;

/** Load a part and all that it needs; fails when it cannot be loaded. */
export const load = async <Name extends keyof Parts>(name: Name): Promise<Parts[Name]> => {
  await need(name);
  return globalThis.roadmap as unknown as Parts[Name];
};
/** Load a part and use it. When it cannot be loaded the loader says so, and there is nothing to use. */
export const use = <Name extends keyof Parts>(name: Name, work: (part: Parts[Name]) => void): void => {
  load(name).then(work, () => {});
};
