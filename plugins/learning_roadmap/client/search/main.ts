/* The part that searches. It contains MiniSearch, the only library that the site serves. */

import { search } from "./view-search.ts";

export const shared = {
  search,
};
Object.assign(globalThis.roadmap, shared);
