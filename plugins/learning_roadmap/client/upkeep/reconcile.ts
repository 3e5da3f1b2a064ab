/* Reconciles the two copies: localStorage gets what it lost, and the mirror gets what never arrived. */

import { clock } from "../storage/clock.ts";
import { database } from "./indexeddb.ts";
import { localStore } from "../storage/local-storage.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

/** How many records are handled in one task. */
const SLICE = 500;

const { read, remember, isRefused, isStuck, tell, yieldToMain } = store.copies;

/** @returns the paths that were restored to localStorage */
export const reconcile = async (): Promise<string[]> => {
  if (isRefused()) return [];
  const restored: string[] = [];
  const inMirror = new Set();
  /** What the mirror lacks: the path, the text in localStorage now, and the text to write */
  const missing: [string, string | null, string][] = [];
  const reconcile = (path: string, copy: string) => {
    inMirror.add(path);
    const raw = localStore.get(path);
    if (raw === copy && !clock.mayBeAhead(copy)) return;
    const [mine, stored] = [raw === null ? null : read(path), records.parse(path, copy)];
    if (stored === null) {
      if (mine) missing.push([path, localStore.get(path), JSON.stringify(mine)]);
      return;
    }
    const other = clock.timely(stored);
    const text = JSON.stringify(mine ? merging.merge(path, mine, other) : other);
    if (text !== localStore.get(path) && !isStuck(path) && localStore.set(path, text)) {
      restored.push(path);
      remember(path);
    }
    if (text !== copy) missing.push([path, localStore.get(path), text]);
  };
  await database.each((slice) => {
    for (const [path, copy] of slice) reconcile(path, copy);
  });
  const unmirrored = localStore.paths().filter((path) => !inMirror.has(path));
  // In slices, so that no task gets long.
  for (let at = 0; at < unmirrored.length; at += SLICE) {
    for (const path of unmirrored.slice(at, at + SLICE)) {
      const item = records.kindOf(path) ? read(path) : null;
      if (item) missing.push([path, localStore.get(path), JSON.stringify(item)]);
    }
    await yieldToMain();
  }
  // What was written meanwhile is newer, and is being mirrored already.
  const isUnchanged = ([path, raw]: [string, string | null, string]) => localStore.get(path) === raw;
  for (let at = 0; at < missing.length; at += SLICE) {
    await database.put(
      missing
        .slice(at, at + SLICE)
        .filter(isUnchanged)
        .map(([path, , text]) => [path, text]),
    );
  }
  if (restored.length > 0) tell(restored);
  return restored;
};
