/* The part for the map: the progress in it, and its filters. */

import { mapFilters } from "./map-filters.ts";
import { mapPicture } from "./map-picture.ts";

export const shared = { mapFilters, mapPicture };
Object.assign(globalThis.roadmap, shared);
