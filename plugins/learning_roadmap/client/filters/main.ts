/* The part with the filters of a phase page. */

import { filters } from "../core/filters.ts";

export const shared = {
  filters,
};
Object.assign(globalThis.roadmap, shared);
