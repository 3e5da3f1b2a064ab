/* What opens under a row: its state, the learner's notes and own links. One at a time. */

import { backups } from "../core/backups.ts";
import { counts } from "../core/counts.ts";
import { drafts } from "../core/drafts.ts";
import { element } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { rows } from "../core/rows.ts";
import { whenSaved } from "../core/save-status.ts";
import { undo } from "../core/undo.ts";
import { renderMarkdown } from "./markdown.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { Link } from "../storage/types.ts";

const WORDS = { todo: "To do", learning: "Learning", done: "Done", skipped: "Skipped: known, or not for me" };
const PAUSE = 400;
let open: {
  box: HTMLElement;
  button: HTMLElement;
  flush: () => void;
  follow: () => void;
  paintLinks: () => void;
} | null = null;

/** Keep something that was written; say so where it was written. */
const keep = (path: string, record: Record<string, any>, told: HTMLElement) => {
  const wrong = records.check(path, { ...record, at: 0 });
  if (wrong !== "") {
    told.textContent = `Not saved: ${wrong}.`;
    return false;
  }
  if (!store.write([[path, record]])) {
    told.textContent = "Not saved.";
    sayUnsaved("This text");
    return false;
  }
  backups.changed();
  // By then it may have been said of what came later that it is not.
  told.textContent = "";
  whenSaved((words) => {
    if (told.textContent === "") told.textContent = words;
  });
  return true;
};

const states = (id: string, name: string) => {
  const now = rows.shown(id).state;
  return element(
    "fieldset.rm-states",
    {},
    element("legend", {}, "State"),
    ...records.STATES.toSorted((one, other) => Object.keys(WORDS).indexOf(one) - Object.keys(WORDS).indexOf(other)).map(
      (state) =>
        element(
          "label",
          {},
          element("input", {
            type: "radio",
            name: "rm-state",
            value: state,
            checked: state === now,
            onchange: () => {
              rows.mark(id, state, name, true);
              // What could not be stored, or changed nothing, is not shown either.
              paintState();
            },
          }),
          ` ${WORDS[state]}`,
        ),
    ),
  );
};

/** The state may change from elsewhere while the panel is open: by the box, by Undo, in another tab. */
const paintState = () => {
  if (!open) return;
  const { state } = rows.shown(open.button.dataset.entry ?? "");
  const radio = open.box.querySelector<HTMLInputElement>(`.rm-states input[value="${state}"]`);
  if (!radio || radio.checked) return;
  radio.checked = true;
  if (document.activeElement?.matches(".rm-states input")) radio.focus();
};

const notes = (id: string, name: string) => {
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
    if (text !== stored() && (tooLong !== "" || !keep(path, { text }, told))) {
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

const links = (id: string) => {
  const path = `links/${id}`;
  const form = `form/${path}`;
  const told = element("span.rm-told", { "aria-live": "polite" });
  const list = element("ul.rm-own");
  const [draftTitle = "", draftUrl = ""] = drafts.get(form)?.text.split("\n") ?? [];
  const title = element("input.rm-field", {
    placeholder: "Title",
    "aria-label": "Title of the link",
    value: draftTitle,
  });
  const url = element("input.rm-field", {
    placeholder: "https://…",
    "aria-label": "Address of the link",
    inputmode: "url",
    value: draftUrl,
  });
  const text = () => `${title.value}\n${url.value}`;
  const offer = drafts.offer(`link-${id}.txt`, text);
  /** A link that is not added yet, or cannot be, is not lost with the panel. */
  const check = () => {
    const tooLong =
      drafts.tooLong(title.value.trim(), records.MOST.title) || drafts.tooLong(url.value.trim(), records.MOST.address);
    told.textContent = tooLong;
    offer.hidden = tooLong === "";
    drafts.set(form, text().trim() === "" ? null : { text: text(), base: "" });
    return tooLong === "";
  };
  const known = (): Link[] => store.read(path)?.links ?? [];
  const paint = () =>
    list.replaceChildren(
      ...known().map((link) =>
        element(
          "li",
          {},
          element("a.rm-out", { href: link.url, rel: "noopener noreferrer", dir: "auto" }, link.title || link.url),
          " ",
          element(
            "button.rm-small",
            { type: "button", "aria-label": `Remove the link ${link.title || link.url}`, onclick: () => remove(link) },
            "remove",
          ),
        ),
      ),
    );
  const remove = (link: { title: string; url: string }) => {
    const words = link.title || link.url;
    const rest = known().filter((other) => other.url !== link.url);
    if (undo.act(`Link removed: ${words}`, [[path, { links: rest }]], { undone: `the link ${words} is back` })) paint();
    else sayUnsaved("This");
  };
  const add = (event: Event) => {
    event.preventDefault();
    const address = url.value.trim();
    if (!check()) return;
    if (!records.isAddress(address)) {
      told.textContent = "That is no web address: it begins with https://";
      url.focus();
      return;
    }
    if (
      keep(
        path,
        { links: [...known().filter((link) => link.url !== address), { title: title.value.trim(), url: address }] },
        told,
      )
    ) {
      title.value = url.value = "";
      drafts.set(form, null);
      paint();
    } else offer.hidden = false;
  };
  paint();
  if (draftTitle + draftUrl !== "") check();
  const adding = element("span.rm-adding", {}, title, url, element("button.rm-button", { type: "submit" }, "Add"));
  const made = element(
    "form.rm-links",
    { onsubmit: add, oninput: check },
    element("span.rm-label", {}, "Own links"),
    list,
    adding,
    told,
    " ",
    offer,
  );
  return { made, paint };
};

const close = () => {
  if (!open) return;
  open.flush();
  open.box.remove();
  open.button.setAttribute("aria-expanded", "false");
  open = null;
};

/** @param button of the row */
const toggle = (button: HTMLElement) => {
  const isMine = open?.button === button;
  close();
  if (isMine) return;
  const id = button.dataset.entry ?? "";
  const name = (button.getAttribute("aria-label") ?? "").replace(/^State and notes of /, "");
  const { flush, follow, made } = notes(id, name);
  const own = links(id);
  const box = element(
    "div.rm-panel",
    { role: "group", "aria-label": `State and notes of ${name}` },
    states(id, name),
    made,
    own.made,
  );
  box.addEventListener("keydown", (event: KeyboardEvent) => {
    // Typing here is nobody else's shortcut.
    event.stopPropagation();
    if (event.key === "Escape") {
      close();
      button.focus();
    }
  });
  (button.closest(".rm-row") ?? button).after(box);
  button.setAttribute("aria-expanded", "true");
  open = { box, button, flush, follow, paintLinks: own.paint };
  if (counts.isParent(id))
    box.prepend(element("p.rm-line", {}, "It stands for its parts: a state is given to all of them."));
  box.querySelector<HTMLInputElement>("input:checked")?.focus();
};

store.listen((paths) => {
  if (open && paths.includes(`note/${open.button.dataset.entry}`)) open.follow();
  if (open && paths.includes(`links/${open.button.dataset.entry}`)) open.paintLinks();
  if (paths.some((path) => path.startsWith("state/"))) paintState();
});
globalThis.addEventListener("pagehide", () => open?.flush());
drafts.beforeLeaving(() => open?.flush());

export const panel = { toggle, keep };
