/* What is searched. */

/** An entry of a page, as the site writes it: title, number of its kind, anchor, text, names, place. Empty ones at the end are missing. */
export type EntryRecord = [string, number?, string?, string?, string[]?, string?];

/** What `pages/search_data.py` writes. */
export interface SearchData {
  /** Kind and label. */
  kinds: [string, string][];
  /** Address, title, boost and entries. */
  pages: [string, string, number, EntryRecord[]][];
}

/** A row, a page or a section of a page that can be found. */
export interface Entry {
  id: number;
  title: string;
  /** Empty for a page. */
  kind: string;
  /** The word for the entry, such as "book". */
  label: string;
  names: string[];
  text: string;
  /** Relative to the site's root. */
  url: string;
  /** The titles of what holds it, from the page inwards. */
  place: string[];
  boost: number;
}
