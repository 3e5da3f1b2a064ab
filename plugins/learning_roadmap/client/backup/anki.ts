/* Exports progress as cards for Anki: a text file with headers (docs.ankiweb.net/importing/text-files.html). */

import { counts } from "../core/counts.ts";
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
/** The phase of each topic, by its id. */
const phaseOf = () =>
  new Map(roadmapIndex.data.phases.flatMap((phase) => counts.leavesIn(`phase:${phase.id}`).map((id) => [id, phase])));
/**
 * @param tags separated by spaces
 * @param deck its name; a deck for each phase is below that of the roadmap
 */
const card = (tags: string, deck: string, ...fields: string[]) => [...fields, tags, deck].map(field).join("\t");

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
    "#guid column:1",
    "#tags column:4",
    "#deck column:5",
  ];
  const phases = phaseOf();
  const cards = roadmapIndex.leaves.flatMap((id: string) => {
    const [note, summary] = [store.read(`note/${id}`)?.text ?? "", globalThis.roadmapSummaries[id] ?? ""];
    if (store.state(id) !== "done") return [];
    const title = roadmapIndex.title(id);
    const phase = phases.get(id);
    const tags = [site, phase?.id, store.isKnown(id) && KNOWN].filter(Boolean).join(" ");
    // The name of a deck is not HTML.
    const deck = [roadmapIndex.data.title, ...(phase ? [phase.title] : [])]
      .map((title) => name(title).replaceAll('"', '""'))
      .join("::");
    const back = [summary, note].filter(Boolean).join("\n\n");
    const questions = globalThis.roadmapQuestions?.[id] ?? [];
    return [
      // A card needs a back.
      ...(back === "" ? [] : [card(tags, deck, `${site}/${id}`, html(title), html(back))]),
      ...questions.map(([ask, answer], at) =>
        card(tags, deck, `${site}/${id}/${at + 1}`, html(`${title}\n\n${ask}`), html(answer)),
      ),
    ];
  });
  return { text: `${[...head, ...cards].join("\n")}\n`, cards: cards.length };
};
