/* Finds entries by their titles alone, without an index: what is shown until there is one. */

import type { Hit } from "./engine.ts";
import type { Entry } from "./types.ts";
import { fold, wordsOf } from "./words.ts";

/** Entries whose titles begin with what is typed, then those that contain it, in the order of the pages. */
export const titleHits = (entries: Entry[], typed: string, limit: number): Hit[] => {
  const wanted = fold(typed);
  if (wanted === "") return [];
  const beginning: Entry[] = [];
  const containing: Entry[] = [];
  for (const entry of entries) {
    const at = fold(entry.title).indexOf(wanted);
    if (at === 0) beginning.push(entry);
    else if (at > 0 && containing.length < limit) containing.push(entry);
    if (beginning.length === limit) break;
  }
  const terms = wordsOf(typed);
  return [...beginning, ...containing].slice(0, limit).map((entry) => ({ entry, terms }));
};
