/* The part for the pages that find a path: to a goal, and from what the learner knows already. */

import "./view-path.ts";
import "./view-placement.ts";

export const shared = {};
Object.assign(globalThis.roadmap, shared);
