/* Which words of a result were searched for, and the part of its text that shows them. */

import { commonForm, wordsOf } from "./words.ts";

/** A piece of a text, and whether it was searched for. */
export type Piece = [text: string, isMatch: boolean];

const WORD = /[\p{L}\p{N}]+/gu;
/** About this many characters before the first match are shown. */
const BEFORE = 40;
const LENGTH = 140;

/** Whether a word of a text is one of the terms. */
const isTerm = (word: string, terms: string[]): boolean =>
  wordsOf(word).some((one) => terms.includes(one) || terms.includes(commonForm(one)));

/** A text in pieces. */
export const highlight = (text: string, terms: string[]): Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isTerm(match[0], terms)) continue;
    if (match.index > end) pieces.push([text.slice(end, match.index), false]);
    end = match.index + match[0].length;
    pieces.push([match[0], true]);
  }
  if (end < text.length) pieces.push([text.slice(end), false]);
  return pieces;
};

/** The part of a text around the first of the terms; empty if there is none. */
export const excerpt = (text: string, terms: string[]): string => {
  const first = [...text.matchAll(WORD)].find(([word]) => isTerm(word, terms));
  if (!first) return "";
  const start = first.index < BEFORE ? 0 : text.lastIndexOf(" ", first.index - BEFORE) + 1;
  const end = text.length - start <= LENGTH ? text.length : text.lastIndexOf(" ", start + LENGTH);
  return `${start > 0 ? "… " : ""}${text.slice(start, end > first.index ? end : start + LENGTH)}${end < text.length ? " …" : ""}`;
};
