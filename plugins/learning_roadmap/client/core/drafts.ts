/* Text that is not saved: too long, or refused by the browser. It is kept for as long as the page lives, and can be
   downloaded. */

import { download } from "./download.ts";
import { element } from "./elements.ts";
import type { Draft } from "./types.ts";
import { records } from "../storage/records.ts";

/** By a name for its field */
const kept: Map<string, Draft> = new Map();
/** Save what was typed a moment ago */
const flushers: Set<() => void> = new Set();
const number = (value: number) => value.toLocaleString("en-US");

const words = (size: number, most: number) =>
  size > most ? `Not saved: ${number(size)} of at most ${number(most)} characters` : "";

export const hasUnsavedText = () => {
  for (const flush of flushers) flush();
  // A form that is not sent yet holds text, too.
  return kept.size > 0 || document.querySelector("[data-rm-unsent]") !== null;
};

globalThis.addEventListener("beforeunload", (event) => {
  if (!hasUnsavedText()) return;
  event.preventDefault();
  // Chromium before 119 asks only when this is set.
  event.returnValue = "unsaved";
});

export const drafts = {
  get: (name: string) => kept.get(name) ?? null,
  /** @param draft null when it is saved, or given up */
  set(name: string, draft: Draft | null) {
    if (draft) kept.set(name, draft);
    else kept.delete(name);
  },
  beforeLeaving: (flush: () => void) => flushers.add(flush),
  /** @returns that it is too long, in words; empty when it is not */
  tooLong: (text: string, most: number): string => words(text.length, most),
  /** The same for a text that may be several, which a merge has kept one below the other. */
  tooLongText(text: string) {
    const parts = text.split(records.BETWEEN);
    return (
      words(Math.max(...parts.map((part) => part.length)), records.MOST.text) ||
      words(text.length, records.MOST.text * records.MOST.parts)
    );
  },
  /**
   * A button that saves a text as a file; to be shown while the text is not saved.
   * @param name of the file
   */
  offer: (name: string, text: () => string): HTMLButtonElement =>
    element(
      "button.rm-button",
      { type: "button", hidden: true, onclick: () => download(name, text(), "text/plain") },
      "Download this text",
    ),
};
