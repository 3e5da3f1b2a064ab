/* The texts that learners see, from the section `client` of the catalogue (`strings/en.json`), or from the site's
   own words. */

import type { client } from "../../strings/en.json";

type Plural = { one: string; other: string };
/** Dotted keys of a section, such as "toast.undo". */
type KeysOf<Section> = {
  [Name in keyof Section & string]: Section[Name] extends string | Plural ? Name : `${Name}.${KeysOf<Section[Name]>}`;
}[keyof Section & string];
export type TextKey = KeysOf<Omit<typeof client, "loader">>;

const PLACEHOLDER = /\{([a-z_]+)\}/;

const pattern = (key: TextKey, count: unknown): string => {
  let entry: any = globalThis.roadmapStrings;
  for (const name of key.split(".")) entry = entry[name];
  if (typeof entry === "string") return entry;
  // A language without a singular has only the other form.
  return count === 1 && "one" in entry ? entry.one : entry.other;
};

/**
 * A text with its placeholders replaced by nodes or other values, for `element`.
 * @param values by the names of the placeholders, each one value or several; `count` chooses the plural form
 */
export const nodes = <Value>(key: TextKey, values: Record<string, Value | Value[]>): (string | Value)[] =>
  // Every second piece is the name of a placeholder.
  pattern(key, values.count)
    .split(PLACEHOLDER)
    .flatMap((piece, at): (string | Value)[] | string | Value => (at % 2 === 1 ? values[piece] : piece))
    .filter((piece) => piece !== "");

/**
 * A text with its placeholders replaced.
 * @param values by the names of the placeholders; `count` chooses the plural form
 */
export const text = (key: TextKey, values: Record<string, string | number> = {}): string => nodes(key, values).join("");

/** @returns the items as one enumeration */
export const listed = (items: readonly (string | number)[]): string => items.join(text("lists.separator"));

/** @returns sentences as one paragraph, without the empty ones */
export const paragraph = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== "").join(text("lists.sentences"));

/** The language of dates and numbers: that of the page, in the learner's regional variant if the browser has one. */
export const locale = (): string | undefined => {
  const language = globalThis.document?.documentElement?.lang;
  if (!language) return undefined;
  const [base] = language.split("-");
  return navigator.languages?.find((one) => one.split("-")[0] === base) ?? language;
};
