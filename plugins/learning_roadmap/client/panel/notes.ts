/* The notes on an entry: a field, and what it looks like as text with links and lists. */

import { drafts } from "../core/drafts.ts";
import { element } from "../core/elements.ts";
import { renderMarkdown } from "./markdown.ts";
import { merging } from "../storage/merging.ts";
import { store } from "../storage/store.ts";
import { saveField } from "./save-field.ts";

const PAUSE = 400;

export const notes = (id: string, name: string) => {
  const path = `note/${id}`;
  const told = element("span.rm-told", { "aria-live": "polite" });
  const shown = element("div.rm-prose");
  const stored = () => store.read(path)?.text ?? "";
  /** What stood there when this text was begun: it may change in another tab meanwhile. */
  const draft = drafts.get(path);
  let base = draft?.base ?? stored();
  const area = element("textarea.rm-field", {
    rows: 4,
    dir: "auto",
    "aria-label": `Notes on ${name}`,
    value: draft?.text ?? base,
  });
  const offer = drafts.offer(`note-${id}.txt`, () => area.value);
  /** Keep what is not saved for as long as the page lives, and let it be downloaded. */
  const hold = (isUnsaved: boolean) => {
    drafts.set(path, isUnsaved ? { text: area.value, base } : null);
    offer.hidden = !isUnsaved;
  };
  const paint = () => shown.replaceChildren(renderMarkdown(area.value));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const text = merging.threeWay(base, area.value, stored());
    const tooLong = drafts.tooLongText(text);
    if (tooLong !== "") told.textContent = tooLong;
    if (text !== stored() && (tooLong !== "" || !saveField(path, { text }, told))) {
      hold(true);
      return;
    }
    base = text;
    hold(false);
    if (area.value !== text) {
      area.value = text;
      paint();
    }
  };
  /** Another tab has changed it: who has written nothing sees that at once. */
  const follow = () => {
    if (area.value === base) flush();
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    told.textContent = drafts.tooLongText(area.value);
    if (told.textContent !== "") hold(true);
    else timer = setTimeout(flush, PAUSE);
    paint();
  });
  area.addEventListener("blur", flush);
  paint();
  // What could not be saved before may be saved now.
  if (draft) flush();
  return {
    flush,
    follow,
    made: element(
      "div.rm-notes",
      {},
      element("label.rm-label", {}, "Notes ", element("small", {}, "(plain text; - lists, **bold**, links)"), area),
      told,
      " ",
      offer,
      shown,
    ),
  };
};
