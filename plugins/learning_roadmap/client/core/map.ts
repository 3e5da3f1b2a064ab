/* The roadmap's data for every page; the loader runs its part before this one. */

export const map = globalThis.roadmapMap;
