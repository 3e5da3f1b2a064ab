/* The service worker. The site build writes its list of files before it: `pages/offline.py`. */

import type { WorkerScope } from "./types.ts";
import { remove, serve } from "./worker.ts";

const worker = globalThis as unknown as WorkerScope;
const build = globalThis.roadmapOffline;

if (build) serve(worker, build);
else remove(worker);
