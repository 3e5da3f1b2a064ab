/* The part that saves the map as a picture. */

import { shareMap } from "./share-map.ts";

export const shared = {
  shareMap,
};
Object.assign(globalThis.roadmap, shared);
