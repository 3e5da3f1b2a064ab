/* The panel that opens under a row, one at a time: its state, the learner's notes and links. */

import { backups } from "../core/backups.ts";
import { counts } from "../core/counts.ts";
import { drafts } from "../core/drafts.ts";
import { element } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { rows } from "../core/rows.ts";
import { whenSaved } from "../core/save-status.ts";
import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { renderMarkdown } from "./markdown.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { State } from "../storage/types.ts";

const STATES: State[] = ["todo", "learning", "done", "skipped"];
/** A text is saved so long after the last key, in ms. */
const PAUSE = 400;
let open: {
  box: HTMLElement;
  button: HTMLElement;
  flush: () => void;
  follow: () => void;
  paintLinks: () => void;
} | null = null;

/** Save what the learner wrote, and show the outcome in a status beside it. */
const save = (path: string, record: Record<string, any>, status: HTMLElement) => {
  const problem = records.check(path, { ...record, at: 0 });
  if (problem !== "") {
    status.textContent = text("panel.invalid", { problem });
    return false;
  }
  if (!store.write([[path, record]])) {
    status.textContent = text("panel.not_saved");
    sayUnsaved(text("panel.this_text"));
    return false;
  }
  backups.changed();
  // A later text may not have been saved: then its message stays.
  status.textContent = "";
  whenSaved((message) => {
    if (status.textContent === "") status.textContent = message;
  });
  return true;
};

const states = (id: string, name: string) => {
  const now = rows.shown(id).state;
  return element(
    "fieldset.rm-states",
    {},
    element("legend", {}, text("panel.state")),
    ...STATES.map((state) =>
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
            // If nothing was stored or changed, show the state as it is.
            paintState();
          },
        }),
        " ",
        text(`panel.states.${state}`),
      ),
    ),
  );
};

/** The state may change elsewhere while the panel is open: by the box, by undo, in another tab. */
const paintState = () => {
  if (!open) return;
  const { state } = rows.shown(open.button.dataset.entry ?? "");
  const radio = open.box.querySelector(`.rm-states input[value="${state}"]`) as HTMLInputElement | null;
  if (!radio || radio.checked) return;
  radio.checked = true;
  if (document.activeElement?.matches(".rm-states input")) radio.focus();
};

const notes = (id: string, name: string) => {
  const path = `note/${id}`;
  const status = element("span.rm-told", { "aria-live": "polite" });
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
    if (note !== stored() && (tooLong !== "" || !save(path, { text: note }, status))) {
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

const links = (id: string) => {
  const path = `links/${id}`;
  const form = `form/${path}`;
  const status = element("span.rm-told", { "aria-live": "polite" });
  const list = element("ul.rm-own");
  const [draftTitle = "", draftUrl = ""] = drafts.get(form)?.text.split("\n") ?? [];
  const title = element("input.rm-field", {
    placeholder: text("panel.link_title"),
    "aria-label": text("panel.link_title_label"),
    value: draftTitle,
  });
  const url = element("input.rm-field", {
    placeholder: text("panel.link_address"),
    "aria-label": text("panel.link_address_label"),
    inputmode: "url",
    value: draftUrl,
  });
  const values = () => `${title.value}\n${url.value}`;
  const offer = drafts.offer(`link-${id}.txt`, values);
  /** A link that is not added yet, or cannot be, stays when the panel closes. */
  const check = () => {
    const tooLong =
      drafts.tooLong(title.value.trim(), records.MOST.title) || drafts.tooLong(url.value.trim(), records.MOST.address);
    status.textContent = tooLong;
    offer.hidden = tooLong === "";
    drafts.set(form, values().trim() === "" ? null : { text: values(), base: "" });
    return tooLong === "";
  };
  const stored = () => (store.read(path)?.links ?? []) as { title: string; url: string }[];
  const paint = () =>
    list.replaceChildren(
      ...stored().map((link) =>
        element(
          "li",
          {},
          element("a.rm-out", { href: link.url, rel: "noopener noreferrer", dir: "auto" }, link.title || link.url),
          " ",
          element(
            "button.rm-small",
            {
              type: "button",
              "aria-label": text("panel.remove_link_label", { title: link.title || link.url }),
              onclick: () => remove(link),
            },
            text("panel.remove_link"),
          ),
        ),
      ),
    );
  const remove = (link: { title: string; url: string }) => {
    const linkTitle = link.title || link.url;
    const rest = stored().filter((other) => other.url !== link.url);
    const label = text("panel.link_removed", { title: linkTitle });
    const undone = text("panel.link_restored", { title: linkTitle });
    if (undo.act(label, [[path, { links: rest }]], { undone })) paint();
    else sayUnsaved(linkTitle);
  };
  const add = (event: Event) => {
    event.preventDefault();
    const address = url.value.trim();
    if (!check()) return;
    if (!records.isAddress(address)) {
      status.textContent = text("panel.invalid_address");
      url.focus();
      return;
    }
    if (
      save(
        path,
        { links: [...stored().filter((link) => link.url !== address), { title: title.value.trim(), url: address }] },
        status,
      )
    ) {
      title.value = url.value = "";
      drafts.set(form, null);
      paint();
    } else offer.hidden = false;
  };
  paint();
  if (draftTitle + draftUrl !== "") check();
  const button = element("button.rm-button", { type: "submit" }, text("panel.add_link"));
  const box = element(
    "form.rm-links",
    { onsubmit: add, oninput: check },
    element("span.rm-label", {}, text("panel.links")),
    list,
    element("span.rm-adding", {}, title, url, button),
    status,
    " ",
    offer,
  );
  return { box, paint };
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
  const wasOpen = open?.button === button;
  close();
  if (wasOpen) return;
  const id = button.dataset.entry ?? "";
  const tick = (button.closest(".rm-row") ?? document).querySelector(`input.rm-tick[data-tick="${id}"]`);
  const name = rows.nameOf(tick as HTMLElement);
  const { flush, follow, box: notesBox } = notes(id, name);
  const { paint: paintLinks, box: linksBox } = links(id);
  const box = element(
    "div.rm-panel",
    { role: "group", "aria-label": text("panel.label", { name }) },
    states(id, name),
    notesBox,
    linksBox,
  );
  box.addEventListener("keydown", (event: KeyboardEvent) => {
    // What is typed here must not be a shortcut of the page.
    event.stopPropagation();
    if (event.key === "Escape") {
      close();
      button.focus();
    }
  });
  (button.closest(".rm-row") ?? button).after(box);
  button.setAttribute("aria-expanded", "true");
  open = { box, button, flush, follow, paintLinks };
  if (counts.isParent(id)) box.prepend(element("p.rm-line", {}, text("panel.parent")));
  box.querySelector("input:checked")?.focus();
};

store.listen((paths) => {
  if (open && paths.includes(`note/${open.button.dataset.entry}`)) open.follow();
  if (open && paths.includes(`links/${open.button.dataset.entry}`)) open.paintLinks();
  if (paths.some((path) => path.startsWith("state/"))) paintState();
});
globalThis.addEventListener("pagehide", () => open?.flush());
drafts.beforeLeaving(() => open?.flush());

export const panel = { toggle };
