/* Exports progress as cards for Anki: a text file with headers (docs.ankiweb.net/importing/text-files.html). */

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
 * Escape text as HTML, so that Anki shows it unchanged. With `#html:false` Anki escapes & < > " ' only. It finds
 * [sound:…], [anki:…], [latex]…, [$]… and {{c1::…}} in the HTML of a field, and would play a sound, run LaTeX or hide
 * text. As entities they are read only by the browser that shows the card. MathJax reads the shown text, but not across
 * elements: so \( and \[ are split by an element.
 */
const html = (text: string) =>
  text
    .replaceAll("\u0000", "")
    .replaceAll(/[&<>"'[{]/g, (letter) => ENTITIES[letter])
    .replaceAll(/\\(?=[()]|&#91;|\])/g, "\\<span></span>")
    .replaceAll(/\r\n?|\n/g, "<br>");

/** Quote a field. The escaped HTML has no quotes and no line breaks. */
const field = (text: string) => `"${text}"`;
/** A name on one line. Two colons would begin a subdeck. */
const name = (text: string) => text.replaceAll(/\s+/g, " ").replaceAll(/:{2,}/g, ":").trim();

const KNOWN = "known-already";
/** @param tags separated by spaces */
const card = (tags: string, ...fields: string[]) => [...fields, tags].map(field).join("\t");

/**
 * Make the file: for each topic that is done, a card with its summary and note, and one for each of its questions.
 * The guid of a card is its topic's id, with the number of the question, so that a newer file updates the cards. Cards of
 * topics that were known already have a tag, by which they can be suspended.
 */
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
    const [note, summary] = [store.read(`note/${id}`)?.text ?? "", globalThis.roadmapSummaries[id] ?? ""];
    if (store.state(id) !== "done") return [];
    const title = roadmapIndex.title(id);
    const tags = store.isKnown(id) ? `${site} ${KNOWN}` : site;
    const back = [summary, note].filter(Boolean).join("\n\n");
    const questions = globalThis.roadmapQuestions?.[id] ?? [];
    return [
      // A card needs a back.
      ...(back === "" ? [] : [card(tags, `${site}/${id}`, html(title), html(back))]),
      ...questions.map(([ask, answer], at) =>
        card(tags, `${site}/${id}/${at + 1}`, html(`${title}\n\n${ask}`), html(answer)),
      ),
    ];
  });
  return { text: `${[...head, ...cards].join("\n")}\n`, cards: cards.length };
};
