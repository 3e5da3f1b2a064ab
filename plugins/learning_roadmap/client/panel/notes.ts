/* The notes on an entry: a field, and a preview with links and lists. */

import { drafts } from "../upkeep/drafts.ts";
import { element } from "../core/elements.ts";
import { text } from "../core/strings.ts";
import { renderMarkdown } from "./markdown.ts";
import { merging } from "../storage/merging.ts";
import { store } from "../storage/store.ts";
import { saveField } from "./save-field.ts";

/** A text is saved so long after the last key, in ms. */
const PAUSE = 400;

export const notes = (id: string, name: string) => {
  const path = `note/${id}`;
  const status = element("span.rm-field-status", { "aria-live": "polite" });
  const preview = element("div.rm-prose");
  const stored = () => store.read(path)?.text ?? "";
  /** What was stored when this text was begun: it may change in another tab meanwhile. */
  const draft = drafts.get(path);
  let base = draft?.base ?? stored();
  const area = element("textarea.rm-field", {
    rows: 4,
    dir: "auto",
    "aria-label": text("panel.notes_label", { name }),
    value: draft?.text ?? base,
  });
  const offer = drafts.offer(`note-${id}.txt`, () => area.value);
  /** Keep what is not saved as long as the page is open, and offer to download it. */
  const setUnsaved = (isUnsaved: boolean) => {
    drafts.set(path, isUnsaved ? { text: area.value, base } : null);
    offer.hidden = !isUnsaved;
  };
  const paint = () => preview.replaceChildren(renderMarkdown(area.value));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const note = merging.threeWay(base, area.value, stored());
    const tooLong = drafts.tooLongText(note);
    if (tooLong !== "") status.textContent = tooLong;
    if (note !== stored() && (tooLong !== "" || !saveField(path, { text: note }, status))) {
      setUnsaved(true);
      return;
    }
    base = note;
    setUnsaved(false);
    if (area.value !== note) {
      area.value = note;
      paint();
    }
  };
  /** Another tab has changed it: show that at once, unless the learner is writing here. */
  const follow = () => {
    if (area.value === base) flush();
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    status.textContent = drafts.tooLongText(area.value);
    if (status.textContent !== "") setUnsaved(true);
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
    box: element(
      "div.rm-notes",
      {},
      element("label.rm-label", {}, text("panel.notes"), " ", element("small", {}, text("panel.notes_hint")), area),
      status,
      " ",
      offer,
      preview,
    ),
  };
};
