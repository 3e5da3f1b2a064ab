/* What every page knows of the roadmap; the loader runs that part before this one. */

export const map = globalThis.roadmapMap;
