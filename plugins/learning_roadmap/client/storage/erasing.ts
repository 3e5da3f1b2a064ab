/* Another tab erases everything, or this one: from then on this page stores nothing, so that nothing is written back. */

import { loader } from "../core/parts.ts";
import { localStore } from "./local-storage.ts";
import { writeQueue } from "./write-queue.ts";

/**
 * Stored while erasing, so that a browser that is closed meanwhile continues later: "all"; "older" if records of an
 * earlier version are erased, too; "copy" or "older-copy" if only IndexedDB is left, because it did not answer. Other
 * tabs are notified as of any change in this storage.
 */
const MARK = "meta/erasing";
const { set } = localStore;
let isStopped = false;
const listeners: Set<() => void> = new Set();

export const erasing = {
  MARK,
  /** Stores even when nothing else is stored any more. */
  set,
  /** Whether an erasure was interrupted. */
  isPending: () => localStore.get(MARK) !== null,
  /** From now on this page stores nothing. */
  stopWriting() {
    isStopped = true;
    localStore.set = () => false;
    writeQueue.forget();
    for (const listener of listeners) listener();
  },
  /** Erase what this tab remembers of the pages: the sections that are open. */
  eraseSession() {
    try {
      for (const key of Object.keys(sessionStorage))
        if (key.startsWith(`roadmap-folds:${loader.root.pathname}`)) sessionStorage.removeItem(key);
    } catch {
      // Without session storage there is nothing to erase.
    }
  },
  /** @param listener is called when writing stops, or at once if it has */
  listen(listener: () => void) {
    listeners.add(listener);
    if (isStopped) listener();
  },
};

globalThis.addEventListener("storage", (event) => {
  if (event.key !== localStore.prefix + MARK) return;
  if (event.newValue === "all" || event.newValue === "older") erasing.stopWriting();
  else if (isStopped) {
    erasing.eraseSession();
    location.reload();
  }
});

// Unsaved text is erased as well: do not ask whether to leave the page.
globalThis.addEventListener("beforeunload", (event) => {
  if (isStopped) event.stopImmediatePropagation();
});
