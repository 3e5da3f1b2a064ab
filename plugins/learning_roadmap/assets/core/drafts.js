/* Text that is not saved: too long, or refused by the browser. It is kept for as long as the page lives, and can be downloaded. */
"use strict";
(() => {
  const { records, element, download } = globalThis.roadmap;
  /** @type {Map<string, Draft>} by a name for its field */
  const kept = new Map();
  /** @type {Set<() => void>} save what was typed a moment ago */
  const flushers = new Set();
  const number = (/** @type {number} */ value) => value.toLocaleString("en-US");

  /** @param {number} size @param {number} most */
  const words = (size, most) => (size > most ? `Not saved: ${number(size)} of at most ${number(most)} characters` : "");

  const hasUnsavedText = () => {
    flushers.forEach((flush) => flush());
    // A form that is not sent yet holds text, too.
    return kept.size > 0 || document.querySelector("[data-rm-unsent]") !== null;
  };

  globalThis.addEventListener("beforeunload", (event) => {
    if (!hasUnsavedText()) return;
    event.preventDefault();
    // Chromium before 119 asks only when this is set.
    event.returnValue = "unsaved";
  });

  globalThis.roadmap.hasUnsavedText = hasUnsavedText;
  globalThis.roadmap.drafts = {
    /** @param {string} name */
    get: (name) => kept.get(name) ?? null,
    /** @param {string} name @param {Draft | null} draft null when it is saved, or given up */
    set(name, draft) {
      if (draft) kept.set(name, draft);
      else kept.delete(name);
    },
    /** @param {() => void} flush */
    beforeLeaving: (flush) => flushers.add(flush),
    /** @param {string} text @param {number} most @returns {string} that it is too long, in words; empty when it is not */
    tooLong: (text, most) => words(text.length, most),
    /** The same for a text that may be several, which a merge has kept one below the other. @param {string} text */
    tooLongText(text) {
      const parts = text.split(records.BETWEEN);
      return words(Math.max(...parts.map((part) => part.length)), records.MOST.text) || words(text.length, records.MOST.text * records.MOST.parts);
    },
    /**
     * A button that saves a text as a file; to be shown while the text is not saved.
     * @param {string} name of the file
     * @param {() => string} text
     * @returns {HTMLButtonElement}
     */
    offer: (name, text) => element("button.rm-button", { type: "button", hidden: true, onclick: () => download(name, text(), "text/plain") }, "Download this text"),
  };
})();
