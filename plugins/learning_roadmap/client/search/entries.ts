/* The entries of the site's data. */

import type { Entry, EntryRecord, SearchData } from "./types.ts";

/** Every entry of all pages, in their order. */
export const entriesOf = ({ kinds, pages }: SearchData): Entry[] => {
  const entries: Entry[] = [];
  for (const [page, pageTitle, boost, records] of pages)
    for (const [title, number = 0, anchor = "", text = "", names = [], holders = ""] of records as EntryRecord[]) {
      const [kind, label] = kinds[number];
      const isPage = anchor === "" || kind === "phase";
      const place = [...(isPage ? [] : [pageTitle]), ...(holders === "" ? [] : holders.split(" › "))];
      const url = isPage || anchor === "" ? page : `${page}#${anchor}`;
      entries.push({ id: entries.length, title, kind, label, names, text, url, place, boost });
    }
  return entries;
};
