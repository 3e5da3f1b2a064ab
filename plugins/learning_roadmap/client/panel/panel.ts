/* The panel that opens under a row, one at a time: its state, the learner's notes and links. */

import { counts } from "../core/counts.ts";
import { drafts } from "../core/drafts.ts";
import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { loader } from "../core/parts.ts";
import { rows } from "../core/rows.ts";
import { text } from "../core/strings.ts";
import { store } from "../storage/store.ts";
import type { Choice } from "../storage/types.ts";
import { links } from "./links.ts";
import { notes } from "./notes.ts";

const CHOICES: Choice[] = ["todo", "learning", "done", "known", "skipped"];
let open: {
  box: HTMLElement;
  button: HTMLElement;
  flush: () => void;
  follow: () => void;
  paintLinks: () => void;
} | null = null;

const states = (id: string, name: string) => {
  const now = rows.choiceOf(id);
  return element(
    "fieldset.rm-states",
    {},
    element("legend", {}, text("panel.state")),
    ...CHOICES.map((choice) =>
      element(
        "label",
        {},
        element("input", {
          type: "radio",
          name: "rm-state",
          value: choice,
          checked: choice === now,
          onchange: () => {
            rows.mark(id, choice, name, true);
            // If nothing was stored or changed, show the state as it is.
            paintState();
          },
        }),
        " ",
        text(`panel.states.${choice}`),
      ),
    ),
  );
};

/** The state may change elsewhere while the panel is open: by the box, by undo, in another tab. */
const paintState = () => {
  if (!open) return;
  const choice = rows.choiceOf(open.button.dataset.entry ?? "");
  const radio = open.box.querySelector<HTMLInputElement>(`.rm-states input[value="${choice}"]`);
  if (!radio || radio.checked) return;
  radio.checked = true;
  if (document.activeElement?.matches(".rm-states input")) radio.focus();
};

const close = () => {
  if (!open) return;
  open.flush();
  open.box.remove();
  open.button.setAttribute("aria-expanded", "false");
  open = null;
};

/** A link to the path that leads to a topic. The panel closes, because the link may stay on the page. */
const pathLink = (id: string) => {
  if (!map.leaves.includes(id) && !counts.isParent(id)) return null;
  const href = new URL(`${map.path}#goal=${encodeURIComponent(id)}`, loader.root).href;
  return element("p.rm-line.rm-inline", {}, element("a", { href, onclick: close }, text("panel.path")));
};

/** @param button of the row */
const toggle = (button: HTMLElement) => {
  const wasOpen = open?.button === button;
  close();
  if (wasOpen) return;
  const id = button.dataset.entry ?? "";
  const tick = (button.closest(".rm-row") ?? document).querySelector<HTMLElement>(`input.rm-tick[data-tick="${id}"]`);
  const name = tick ? rows.nameOf(tick) : "";
  const { flush, follow, box: notesBox } = notes(id, name);
  const { paint: paintLinks, box: linksBox } = links(id);
  const box = element(
    "div.rm-panel",
    { role: "group", "aria-label": text("panel.label", { name }) },
    states(id, name),
    notesBox,
    linksBox,
    pathLink(id),
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
  box.querySelector<HTMLInputElement>("input:checked")?.focus();
};

store.listen((paths) => {
  if (open && paths.includes(`note/${open.button.dataset.entry}`)) open.follow();
  if (open && paths.includes(`links/${open.button.dataset.entry}`)) open.paintLinks();
  if (paths.some((path) => path.startsWith("state/"))) paintState();
});
globalThis.addEventListener("pagehide", () => open?.flush());
drafts.beforeLeaving(() => open?.flush());

export const panel = { toggle };
