/* As much of a browser as modules need that only keep and count: a storage, a page, and the data that the site writes. */

import { readFileSync } from "node:fs";

const values = new Map();
const storage = {
  getItem: (key) => values.get(key) ?? null,
  setItem: (key, value) => {
    values.set(key, String(value));
    storage[key] = String(value);
  },
  removeItem: (key) => {
    values.delete(key);
    delete storage[key];
  },
};
for (const name of ["getItem", "setItem", "removeItem"]) Object.defineProperty(storage, name, { enumerable: false });

const nothing = () => {};
const define = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

define("localStorage", storage);
define("addEventListener", nothing);
define("document", { addEventListener: nothing, lastModified: "01/01/2026 00:00:00", visibilityState: "visible" });
define(
  "roadmapStrings",
  JSON.parse(readFileSync(new URL("../../plugins/learning_roadmap/strings/en.json", import.meta.url), "utf8")).client,
);
define("roadmapLoader", { root: new URL("https://learn.example/map/"), need: async () => {} });

// As where a browser has no IndexedDB: there is no second copy.
define("roadmap", { database: { isMissing: () => true, put: () => Promise.reject(new Error("missing")) } });

/** Topics a to h: a phase of each half; "letters" holds the first two, "c" is optional, and of "e" and "f" or "g" and "h" one pair is enough. */
define("roadmapMap", {
  site: "letters",
  leaves: [..."abcdefgh"],
  sets: { all: [[0, 8]], "phase:one": [[0, 4]], "phase:two": [[4, 8]], "topic:letters": [[0, 2]] },
  optional: [[2, 3]],
  branches: [[[[4, 6]], [[6, 8]]]],
  tasks: {
    exercises: { ids: ["x", "y"], sets: { all: [[0, 2]], "phase:one": [[0, 1]], "phase:two": [[1, 2]] } },
    projects: { ids: ["p", "q", "r"], sets: { all: [[0, 3]], "phase:two": [[0, 3]] } },
  },
  history: {},
});

/** Forget all that was stored. */
export const clear = () => {
  for (const key of [...values.keys()]) if (!key.endsWith("/meta/format")) storage.removeItem(key);
};
