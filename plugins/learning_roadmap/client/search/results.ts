/* The list of results. */

import { element } from "../core/elements.ts";
import { loader } from "../core/parts.ts";
import { text } from "../core/strings.ts";
import type { Hit } from "./engine.ts";
import { excerpt, highlight, type Piece } from "./highlight.ts";
import { isMinor, wordsOf } from "./words.ts";

/** Kinds that get a large row: what the map consists of. */
const LARGE = new Set(["phase", "section", "topic"]);

const marked = (pieces: Piece[]): (Node | string)[] =>
  pieces.map(([piece, isMatch]) => (isMatch ? element("mark", {}, piece) : piece));

/** A title as the heading of a result; code is not marked as such. */
const plain = (title: string): string => title.replaceAll("`", "");

/** @param count how many words were typed: a title with fewer of them does not say why the entry was found */
const result = ({ entry, terms }: Hit, count: number): HTMLElement => {
  const title = highlight(plain(entry.title), terms);
  const isExplained = title.filter(([, isMatch]) => isMatch).length >= count;
  const passage = isExplained ? "" : excerpt([...entry.names, entry.text].join(" · "), terms);
  const label = entry.label === "" ? text("search.page") : entry.label;
  const place = entry.place.map(plain).join(" › ");
  return element(
    "li",
    {},
    element(
      `a.rm-search-result${LARGE.has(entry.kind) ? ".rm-search-large" : ""}`,
      { href: new URL(entry.url, loader.root).href },
      element("span.rm-search-title", {}, ...marked(title)),
      element("span.rm-search-place", {}, place === "" ? label : `${label} · ${place}`),
      passage !== "" && element("span.rm-search-excerpt", {}, ...marked(highlight(passage, terms))),
    ),
  );
};

/** The rows of what was found, with the words that were searched for marked in them. */
export const resultRows = (hits: Hit[], typed: string): HTMLElement[] => {
  const count = wordsOf(typed).filter((word) => !isMinor(word)).length;
  return hits.map((hit) => result(hit, count));
};
