/* When the part "upkeep" is loaded: it looks after what is stored, so there must be something, or about to be. */

import { map } from "./map.ts";
import { load, use } from "./parts.ts";
import { erasing } from "../storage/erasing.ts";
import { localStore } from "../storage/local-storage.ts";
import { scope } from "../storage/scope.ts";
import { store } from "../storage/store.ts";

const NAME = `roadmap/${map.site}`;
/** What is stored at every start. */
const FORMAT = `${localStore.prefix}meta/format`;

/** Whether this browser may have records of this roadmap, in either copy, of this address or another. */
const mayHaveRecords = async (): Promise<boolean> => {
  try {
    if (!scope.keys || scope.keys.some((key) => key.startsWith(NAME) && key !== FORMAT)) return true;
    if (!globalThis.indexedDB) return false;
    const databases = await indexedDB.databases();
    return databases.some(({ name = "" }) => name.startsWith(NAME));
  } catch {
    // Where this cannot be known, there may be.
    return true;
  }
};

const start = () => void load("upkeep").catch(() => {});
store.listen(start);
// A finger on the way to a box: the part arrives before there is anything to save.
for (const type of ["pointerdown", "keydown"])
  document.addEventListener(type, (event) => event.isTrusted && start(), { once: true, capture: true, passive: true });
// The keys of rows, until the part is there, which then listens itself.
document.addEventListener("keydown", (event) => {
  if (globalThis.roadmap.rowKeys || !(event.target instanceof Element)) return;
  if (event.target.matches("input.rm-tick, .rm-more")) use("upkeep", ({ rowKeys }) => rowKeys.press(event));
});
// Before anything is shown or reconciled, so that no record comes back.
if (erasing.isPending()) start();

/** Whether there was anything to look after when the page was opened. */
export const hadRecords = mayHaveRecords();
/** Load the part if there was. */
export const startUpkeep = async () => {
  if (await hadRecords) start();
};
