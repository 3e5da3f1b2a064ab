/* The part for what is finished: the moment when it happens, certificates, and badges. */

import { badge } from "./badge.ts";
import { celebration } from "./celebration.ts";
import "./view-certificates.ts";

export const shared = { badge, celebration };
Object.assign(globalThis.roadmap, shared);
