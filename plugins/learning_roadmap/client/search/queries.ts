/* What is typed as queries of MiniSearch, and the terms that they meet in the index. */

import type { Query } from "minisearch";
import { commonForm, isMinor, joined, wordsOf } from "./words.ts";

export const unique = <Value>(values: Value[]): Value[] => [...new Set(values)];
export const forms = (words: string[]): string[] => unique(words.flatMap((word) => [word, commonForm(word)]));

/** The terms of a field. Names are also found when their words are written as one. */
export const termsOf = (text: string, field: string): string[] => {
  if (field === "short") return text.split(" ").filter((term) => term !== "");
  const words = wordsOf(text);
  return forms(field === "text" ? words.filter((word) => !isMinor(word)) : [...words, ...joined(words)]);
};

/** Ways to read what is typed: its words; two neighbors as one word; all as one word. Minor words need not match. */
export const readings = (words: string[]): string[][] => {
  const pairs = joined(words).map((pair, at) => [...words.slice(0, at), pair, ...words.slice(at + 2)]);
  const whole = words.length > 2 ? [[words.join("")]] : [];
  return [words, ...pairs, ...whole].map((reading) => {
    const major = reading.filter((word) => !isMinor(word));
    return major.length > 0 ? major : reading;
  });
};

/** The word and its common form, either of which may match. One or two letters begin too many words of the texts. */
const either = (word: string): Query => {
  const whole: Query = { combineWith: "OR", queries: unique([word, commonForm(word)]) };
  if (word.length > 2) return whole;
  return {
    combineWith: "OR",
    queries: [
      { ...whole, prefix: false },
      { ...whole, fields: ["title", "names", "short"] },
    ],
  };
};

export const all = (words: string[]): Query => ({ combineWith: "AND", queries: words.map(either) });
export const anyReading = (words: string[]): Query => ({ combineWith: "OR", queries: readings(words).map(all) });

/** How many letters may differ. */
export const tolerance = (term: string): number => (term.length < 4 ? 0 : term.length < 6 ? 1 : 2);
