/* What opens under a row: its state, the learner's notes and own links. One at a time. */

import { counts } from "../core/counts.ts";
import { drafts } from "../core/drafts.ts";
import { element } from "../core/elements.ts";
import { rows } from "../core/rows.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import { links } from "./links.ts";
import { notes } from "./notes.ts";

const WORDS = { todo: "To do", learning: "Learning", done: "Done", skipped: "Skipped: known, or not for me" };
let open: {
  box: HTMLElement;
  button: HTMLElement;
  flush: () => void;
  follow: () => void;
  paintLinks: () => void;
} | null = null;

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

export const panel = { toggle };
