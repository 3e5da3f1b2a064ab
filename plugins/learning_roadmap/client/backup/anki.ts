/* Progress as cards for Anki: a text file with headers (docs.ankiweb.net/importing/text-files.html). */

import { map } from "../core/map.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { store } from "../storage/store.ts";

const site = map.site;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "[": "&#91;",
  "{": "&#123;",
};

/**
 * Text as HTML that Anki shows as that text. With `#html:false` Anki escapes & < > " ' only: [sound:…], [anki:…],
 * [latex]…, [$]… and {{c1::…}}
 * are looked for in the HTML of a field, and would still play, run LaTeX or hide something. As entities they are read
 * by nobody but the browser
 * that draws the card. MathJax reads what is drawn, but never across elements: so \( and \[ are cut in two.
 */
const html = (text: string) =>
  text
    .replaceAll("\u0000", "")
    .replaceAll(/[&<>"'[{]/g, (letter) => ENTITIES[letter])
    .replaceAll(/\\(?=[()]|&#91;|\])/g, "\\<span></span>")
    .replaceAll(/\r\n?|\n/g, "<br>");

/** A field of the file: in quotes; HTML has none of its own, and no line breaks. */
const field = (text: string) => `"${text}"`;
/** On one line; two colons would begin a deck within a deck. */
const name = (text: string) => text.replaceAll(/\s+/g, " ").replaceAll(/:{2,}/g, ":").trim();

/** The id is the note's guid, so that a newer file updates the cards. */
export const anki = () => {
  const head = [
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    `#deck:${name(roadmapIndex.data.title)}`,
    "#guid column:1",
    "#tags column:4",
  ];
  const cards = roadmapIndex.leaves.flatMap((id: string) => {
    const [note, summary] = [store.read(`note/${id}`)?.text ?? "", roadmapIndex.summary(id)];
    // A card without a back teaches nothing.
    if (store.state(id) !== "done" || (note === "" && summary === "")) return [];
    const back = [summary, note].filter(Boolean).join("\n\n");
    return [[`${site}/${id}`, html(roadmapIndex.title(id)), html(back), site].map(field).join("\t")];
  });
  return { text: `${[...head, ...cards].join("\n")}\n`, cards: cards.length };
};
