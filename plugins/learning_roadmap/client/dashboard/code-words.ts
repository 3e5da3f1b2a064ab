/* Texts of the roadmap as nodes. */

import { element } from "../core/elements.ts";

/** @returns the text; words between backticks are code */
export const codeWords = (text: string): (Node | string)[] =>
  text.split("`").map((words, at) => (at % 2 === 1 ? element("code", {}, words) : words));
