/* The list of results. */

import { element } from "../core/elements.ts";
import { loader } from "../core/parts.ts";
import { text } from "../core/strings.ts";
import { excerpt, highlight } from "./highlight.ts";
import type { Entry } from "./types.ts";
import { wordsOf } from "./words.ts";

/** Kinds that get a large row: what the map consists of. */
const LARGE = new Set(["phase", "section", "topic"]);

const marked = (words: string, typed: string[]): (Node | string)[] =>
  highlight(words, typed).map(([piece, isMatch]) => (isMatch ? element("mark", {}, piece) : piece));

/** A title as the heading of a result; code is not marked as such. */
const plain = (title: string): string => title.replaceAll("`", "");

const result = (entry: Entry, typed: string[]): HTMLElement => {
  const title = plain(entry.title);
  const isInTitle = typed.every((word) => highlight(title, [word]).some(([, isMatch]) => isMatch));
  const found = isInTitle ? "" : excerpt([...entry.names, entry.text].join(" · "), typed);
  const label = entry.label === "" ? text("search.page") : entry.label;
  return element(
    "li",
    {},
    element(
      `a.rm-search-result${LARGE.has(entry.kind) ? ".rm-search-large" : ""}`,
      { href: new URL(entry.url, loader.root).href },
      element("span.rm-search-title", {}, ...marked(title, typed)),
      element(
        "span.rm-search-place",
        {},
        [label, entry.place.map(plain).join(" › ")].filter((words) => words !== "").join(" · "),
      ),
      found !== "" && element("span.rm-search-excerpt", {}, ...marked(found, typed)),
    ),
  );
};

/** The rows of some entries, with the words that were typed marked in them. */
export const resultRows = (entries: Entry[], typed: string): HTMLElement[] =>
  entries.map((entry) => result(entry, wordsOf(typed)));
