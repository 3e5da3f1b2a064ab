/* Progress for other programs: a Markdown checklist, and cards for Anki. */
"use strict";
(() => {
  const { atlas, counts, rows, store } = globalThis.roadmap;
  const MARKS = { done: "x", learning: "-", skipped: "-", todo: " " };

  /** Characters that mean something to Markdown, made to mean themselves. */
  const plain = (/** @type {string} */ text) => text.replaceAll(/[\\`*_[\]<>#|~&]/g, "\\$&");

  const checklist = () => {
    const lines = [`# ${plain(atlas.data.title)}`];
    for (const phase of atlas.data.phases) {
      lines.push("", `## ${plain(phase.title)}`);
      for (const [section, title] of phase.sections) {
        const ids = counts.leavesIn(`section:${section}`);
        if (ids.length === 0) continue;
        lines.push("", `### ${plain(title)}`, "");
        for (const id of ids) {
          const { state } = rows.shown(id);
          const word = state === "learning" || state === "skipped" ? ` (${state})` : "";
          lines.push(`- [${state === "done" ? MARKS.done : " "}] ${plain(atlas.title(id))}${word}`);
          const note = store.read(`note/${id}`)?.text;
          if (note) lines.push(...note.split(/\r?\n/).map((/** @type {string} */ line) => `      ${line}`));
        }
      }
    }
    return `${lines.join("\n")}\n`;
  };

  /** A field of Anki's text format: in quotes, with the quotes in it doubled. */
  const field = (/** @type {string} */ text) => `"${text.replaceAll('"', '""').replaceAll("\u0000", "")}"`;

  /** Anki's text import (its manual, "Importing: text files"). The id is the note's guid, so that a newer file updates the cards. */
  const anki = () => {
    const head = ["#separator:tab", "#html:false", "#notetype:Basic", `#deck:${atlas.data.title.replaceAll(/[\r\n\t]/g, " ")}`, "#guid column:1", "#tags column:4"];
    const rowsOf = atlas.leaves.flatMap((/** @type {string} */ id) => {
      const [note, summary] = [store.read(`note/${id}`)?.text ?? "", atlas.summary(id)];
      // A card without a back teaches nothing.
      if (store.state(id) !== "done" || (note === "" && summary === "")) return [];
      return [[`${globalThis.roadmapMap.site}/${id}`, atlas.title(id), [summary, note].filter(Boolean).join("\n\n"), `${globalThis.roadmapMap.site}`].map(field).join("\t")];
    });
    return { text: `${[...head, ...rowsOf].join("\n")}\n`, cards: rowsOf.length };
  };

  globalThis.roadmap.exports = { checklist, anki };
})();
