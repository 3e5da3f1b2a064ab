/* The part for the filters of the map. */

import { mapFilters } from "./map-filters.ts";

export const shared = { mapFilters };
Object.assign(globalThis.roadmap, shared);
