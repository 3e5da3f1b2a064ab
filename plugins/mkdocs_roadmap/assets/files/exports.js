/* Progress for other programs: a Markdown checklist, and cards for Anki. */
"use strict";
(() => {
  const { atlas, counts, rows, store } = globalThis.roadmap;
  /** Characters that mean something to Markdown, made to mean themselves. */
  const plain = (/** @type {string} */ text) => text.replaceAll(/[\\`*_[\]<>#|~&]/g, "\\$&");

  /** Notes are Markdown of the learner's own; raw HTML in them is shown as text, as on the site. */
  const note = (/** @type {string} */ id) => {
    const text = store.read(`note/${id}`)?.text ?? "";
    return text === "" ? [] : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").split(/\r?\n/).map((/** @type {string} */ line) => (line === "" ? "" : `  ${line}`));
  };
  const line = (/** @type {string} */ id) => {
    const { state } = rows.shown(id);
    return [`- [${state === "done" ? "x" : " "}] ${plain(atlas.title(id))}${state === "learning" || state === "skipped" ? ` (${state})` : ""}`, ...note(id)];
  };

  const checklist = () => {
    const lines = [`# ${plain(atlas.data.title)}`];
    const group = (/** @type {string} */ heading, /** @type {string[]} */ ids) => {
      if (ids.length > 0) lines.push("", heading, "", ...ids.flatMap(line));
    };
    for (const phase of atlas.data.phases) {
      lines.push("", `## ${plain(phase.title)}`);
      for (const [section, title] of phase.sections) group(`### ${plain(title)}`, counts.leavesIn(`section:${section}`));
    }
    const others = Object.entries(atlas.data.others).map(([id, [, , kind]]) => [id, kind]);
    for (const [kind, words] of [["practice", "Practice"], ["project", "Projects"], ["goal", "Goals"], ["paper", "Papers"], ["resource", "Resources"]]) {
      group(`## ${words}`, others.filter(([, other]) => other === kind).map(([id]) => id));
    }
    group("## Notes on topics that hold topics", others.filter(([id, kind]) => kind === "topic" && note(id).length > 0).map(([id]) => id));
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
