/* Finds entries by what is typed. MiniSearch keeps the index; what counts as the same word, and which entries come
   first, is decided here. */

import MiniSearch, { type Query, type SearchResult } from "minisearch";
import { all, anyReading, forms, readings, termsOf, tolerance, unique } from "./queries.ts";
import type { Entry } from "./types.ts";
import { commonForm, keyOf, shortForms, titleNames, wordsOf } from "./words.ts";

/** The time to index entries before other tasks get their turn, in ms. */
const SLICE = 15;
/** With fewer results, words that are only similar count, too. */
const FEW = 4;
/** The results that are put in order. */
const RANKED = 200;

/** More of what is typed, or pasted, does not count: characters and words. */
const LONGEST = 200;
const MOST_WORDS = 10;

const FIELDS = { title: 8, names: 4, short: 3, text: 1 };
/** Where words may be similar: the texts have a similar word for everything. */
const NAME_FIELDS = ["title", "names"];
/** What learners look for comes before what it is learned from. */
const KIND_BOOST: Record<string, number> = {
  topic: 2,
  section: 1.6,
  phase: 1.6,
  project: 1.2,
  practice: 0.8,
  paper: 0.7,
  disagreement: 0.6,
};
const SHORT_FORM_BOOST = 4;
const WHOLE_NAME_BOOST = 6;
const TITLE_BOOST = 3;
/** The kinds of the map: their names come before equal names of others. */
const MAP_KINDS = ["phase", "section", "topic"];

/** An entry, and those of its words that were searched for. */
export interface Hit {
  entry: Entry;
  terms: string[];
}

export interface Answer {
  hits: Hit[];
  /** How many there are without the limit. */
  total: number;
  /** Whether they are only similar to what was typed. */
  isGuess: boolean;
}

/** What an entry is called. Outside the map, the documents' wordings are often the names of something else. */
const namesOf = ({ kind, title, names }: Entry): string[] => [
  title,
  ...titleNames(title),
  ...(MAP_KINDS.includes(kind) ? names : []),
];

/** Titles of papers and pages are not known by their initials. */
const shortFormsOf = ({ kind, title, names }: Entry): string[] =>
  kind === "paper" || kind === "" ? [] : unique([titleNames(title)[0], ...names].flatMap(shortForms));

export class SearchEngine {
  private readonly index: MiniSearch;
  private readonly entries: Entry[];
  /** The entries with a name, by its key. */
  private readonly named: Map<string, Set<number>> = new Map();
  /** By the numbers of the entries. */
  private readonly titleKeys: string[] = [];
  private readonly shortForms: string[][] = [];
  private readonly nameWords: string[][][] = [];
  private indexed = 0;

  constructor(entries: Entry[]) {
    this.entries = entries;
    this.index = new MiniSearch({
      fields: Object.keys(FIELDS),
      extractField: (entry: Entry, field) => {
        if (field === "names") return entry.names.join(" · ");
        if (field === "short") return this.shortForms[entry.id].join(" ");
        return entry[field as "id" | "title" | "text"] as string;
      },
      tokenize: (text, field) => (field === undefined ? [text] : termsOf(text, field)),
      processTerm: (term) => term,
      searchOptions: { boost: FIELDS, boostDocument: (id) => this.boost(this.entries[id]) },
    });
  }

  /** Index some more entries. @returns whether all are indexed */
  indexSlice(): boolean {
    const end = performance.now() + SLICE;
    while (this.indexed < this.entries.length && performance.now() < end) this.add(this.entries[this.indexed++]);
    return this.indexed === this.entries.length;
  }

  /** The best entries for what is typed, best first. */
  search(typed: string, limit: number): Answer {
    const words = wordsOf(typed.slice(0, LONGEST)).slice(0, MOST_WORDS);
    if (words.length === 0) return { hits: [], total: 0, isGuess: false };
    const hits: Hit[] = [];
    const seen = new Set<Entry>();
    const add = (more: Hit[]) => {
      hits.push(...more.filter(({ entry }) => !seen.has(entry)));
      for (const { entry } of more) seen.add(entry);
    };
    const [major] = readings(words);
    add(this.run(anyReading(words), words, { prefix: true }));
    if (hits.length < FEW) add(this.run(all(major), words, { prefix: true, fuzzy: tolerance, fields: NAME_FIELDS }));
    const isGuess = hits.length === 0;
    // A page for maintainers alone is not what a learner looks for.
    if (hits.every(({ entry }) => entry.boost < 1)) add(this.guess(major, words));
    return { hits: hits.slice(0, limit), total: hits.length, isGuess };
  }

  /** Entries with some of the words, or words that begin like them: in their names, or else in their texts. */
  private guess(major: string[], words: string[]): Hit[] {
    const beginnings = major
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, Math.ceil(word.length * 0.6)));
    const similar: Query = { combineWith: "OR", queries: major, fuzzy: tolerance };
    const query: Query = { combineWith: "OR", queries: [similar, ...beginnings] };
    const prefix = (term: string) => term.length > 2;
    const named = this.run(query, words, { prefix, fields: NAME_FIELDS });
    return named.length > 0 ? named : this.run(similar, words, { prefix });
  }

  private run(query: Query, words: string[], options: object): Hit[] {
    const key = keyOf(words.join(" "));
    const ranked = this.index
      .search(query, options)
      .slice(0, RANKED)
      .map((result) => ({
        entry: this.entries[result.id],
        terms: result.terms,
        tier: this.tier(result.id, key),
        score: result.score * this.nearness(result, key, words),
      }));
    ranked.sort((one, other) => one.tier - other.tier || other.score - one.score || one.entry.id - other.entry.id);
    return ranked.map(({ entry, terms }) => ({ entry, terms }));
  }

  /**
   * What comes first in any case: entries of the map with this name; other entries with it, and those of the map that
   * begin with it; all others; those of pages that are to come later.
   */
  private tier(id: number, key: string): number {
    const { kind, boost } = this.entries[id];
    const isNamed = this.named.get(key)?.has(id);
    if (boost < 1) return isNamed ? 2 : 3;
    const isMap = MAP_KINDS.includes(kind);
    if (isNamed) return isMap ? 0 : 1;
    return isMap && this.titleKeys[id].startsWith(key) ? 1 : 2;
  }

  /** How much more an entry is worth than its words. */
  private nearness({ id, match }: SearchResult, key: string, words: string[]): number {
    if (this.shortForms[id].includes(key)) return SHORT_FORM_BOOST;
    const terms = Object.keys(match);
    const termForms = new Set(forms(terms));
    if (this.nameWords[id].some((name) => name.every((word) => termForms.has(word)))) return WHOLE_NAME_BOOST;
    return terms.filter((term) => match[term].includes("title")).length >= words.length ? TITLE_BOOST : 1;
  }

  private boost({ kind, boost }: Entry): number {
    return (KIND_BOOST[kind] ?? 1) * boost;
  }

  private add(entry: Entry): void {
    this.titleKeys.push(keyOf(entry.title));
    this.shortForms.push(shortFormsOf(entry));
    this.index.add(entry);
    const names = namesOf(entry);
    this.nameWords.push(names.map((name) => readings(wordsOf(name))[0].map(commonForm)));
    for (const name of names) this.remember(name, entry.id);
  }

  private remember(name: string, id: number): void {
    const key = keyOf(name);
    const ids = this.named.get(key);
    if (ids) ids.add(id);
    else this.named.set(key, new Set([id]));
  }
}
