/* Text that is not saved: too long, or refused by the browser. It is kept as long as the page is open, and can be
   downloaded. */

import { findBesideRows } from "../core/beside-rows.ts";
import { download } from "../core/download.ts";
import { element } from "../core/elements.ts";
import { locale, text } from "../core/strings.ts";
import type { Draft } from "../core/types.ts";
import { records } from "../storage/records.ts";

/** By a name for its field */
const unsaved: Map<string, Draft> = new Map();
/** Each saves what was typed a moment ago. */
const flushers: Set<() => void> = new Set();
const inDigits = (value: number) => value.toLocaleString(locale());

const tooLong = (size: number, limit: number) =>
  size > limit ? text("drafts.too_long", { size: inDigits(size), limit: inDigits(limit) }) : "";

export const hasUnsavedText = () => {
  for (const flush of flushers) flush();
  // A form that was not submitted holds text, too.
  return unsaved.size > 0 || findBesideRows("[data-rm-unsent]").length > 0;
};

globalThis.addEventListener("beforeunload", (event) => {
  if (!hasUnsavedText()) return;
  event.preventDefault();
  // Chromium before 119 asks only when this is set.
  event.returnValue = "unsaved";
});

export const drafts = {
  get: (name: string) => unsaved.get(name) ?? null,
  /** @param draft null when it is saved, or given up */
  set(name: string, draft: Draft | null) {
    if (draft) unsaved.set(name, draft);
    else unsaved.delete(name);
  },
  beforeLeaving: (flush: () => void) => flushers.add(flush),
  /** @returns a message that a text is too long; empty when it is not */
  tooLong: (value: string, limit: number): string => tooLong(value.length, limit),
  /** The same for a text that may be several texts, which a merge has put one below the other. */
  tooLongText(value: string) {
    const parts = value.split(records.BETWEEN);
    return (
      tooLong(Math.max(...parts.map((part) => part.length)), records.MOST.text) ||
      tooLong(value.length, records.MOST.text * records.MOST.parts)
    );
  },
  /**
   * A button that saves a text as a file; to be shown while the text is not saved.
   * @param name of the file
   */
  offer: (name: string, value: () => string): HTMLButtonElement =>
    element(
      "button.rm-button",
      { type: "button", hidden: true, onclick: () => download(name, value(), "text/plain") },
      text("drafts.download"),
    ),
};
