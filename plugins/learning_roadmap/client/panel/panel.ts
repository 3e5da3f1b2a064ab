/* The panel of a row, one at a time: its state, everything about it, the learner's notes and links. CSS shows it beside the list,
   or as a sheet on a narrow screen. */

import { counts } from "../core/counts.ts";
import { drafts } from "../upkeep/drafts.ts";
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
/** The space for the messages at the bottom of the window, which `notices.ts` sets when it changes. */
const SPACE = "--rm-messages-height";
let open: {
  box: HTMLElement;
  button: HTMLElement;
  flush: () => void;
  follow: () => void;
  paintLinks: () => void;
  /** The text of the row's details, which is in the panel while it is open, and where it belongs. */
  inside: HTMLElement | null;
  details: HTMLElement | null;
  /** The address of the row, if it has one. */
  address: string;
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

/** For the style of what is beside the panel: to ask for a panel with :has() would look at the whole page at each change. */
const isOpen = (isShown: boolean) => document.documentElement.classList.toggle("rm-with-panel", isShown);

/** @param hasFocus whether the focus returns to the row; it does whenever it was in the panel */
const close = (hasFocus = false) => {
  if (!open) return;
  const { box, button, flush, inside, details } = open;
  flush();
  const wasInside = box.contains(document.activeElement);
  if (inside) details?.append(inside);
  box.remove();
  isOpen(false);
  button.setAttribute("aria-expanded", "false");
  open = null;
  if (hasFocus || wasInside) button.focus({ preventScroll: true });
};

/** The address after a panel was closed: the entry in the browser's history that the panel had, and the next one gets. */
let freeEntry = "";

/** Close the panel, and leave its address. Not by going back: the theme would fetch the page again. */
const dismiss = () => {
  if (!open) return;
  const { address } = open;
  close(true);
  if (address === "" || location.hash !== address) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  freeEntry = location.href;
};

/** The panel gets the address of its row, and the back button closes it. */
const enter = (address: string) => {
  if (address === "" || location.hash === address) return;
  try {
    if (open?.address || location.href === freeEntry) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
  } catch {
    // A browser may refuse this for a page from disk: then the panel has no address.
  }
};

/** A link to the path that leads to a topic. The panel closes, because the link may stay on the page. */
const pathLink = (id: string) => {
  if (!map.leaves.includes(id) && !counts.isParent(id)) return null;
  const href = new URL(`${map.path}#goal=${encodeURIComponent(id)}`, loader.root).href;
  return element("p.rm-line.rm-inline", {}, element("a", { href, onclick: () => close() }, text("panel.path")));
};

const head = (name: string) =>
  element(
    "div.rm-panel-head",
    {},
    element("strong.rm-panel-title", { dir: "auto" }, name),
    element(
      "button.rm-small-button.rm-panel-close",
      { type: "button", "aria-label": text("panel.close"), title: text("panel.close"), onclick: dismiss },
      "✕",
    ),
  );

/** @param button of the row */
const render = (button: HTMLElement) => {
  close();
  const id = button.dataset.entry ?? "";
  const row = button.closest(".rm-row");
  const calm = button.closest<HTMLElement>(".rm-calm");
  const tick = (row ?? document).querySelector<HTMLElement>(`input.rm-tick[data-tick="${id}"]`);
  const name = tick ? rows.nameOf(tick) : "";
  const { flush, follow, box: notesBox } = notes(id, name);
  const { paint: paintLinks, box: linksBox } = links(id);
  const details = calm?.querySelector<HTMLDetailsElement>(":scope > .rm-about") ?? null;
  const inside = details?.querySelector<HTMLElement>(":scope > .rm-about-text") ?? null;
  if (details) details.open = false;
  const summary = calm ? row?.querySelector(".rm-summary")?.cloneNode(true) : null;
  const box = element(
    "div.rm-panel",
    { role: "dialog", "aria-label": text("panel.label", { name }), tabindex: -1 },
    head(name),
    summary instanceof Node && summary,
    counts.isParent(id) && element("p.rm-line", {}, text("panel.parent")),
    states(id, name),
    inside,
    notesBox,
    linksBox,
    pathLink(id),
  );
  box.addEventListener("keydown", (event: KeyboardEvent) => {
    // What is typed here must not be a shortcut of the page.
    event.stopPropagation();
    if (event.key === "Escape") dismiss();
  });
  (row ?? button).after(box);
  box.style.setProperty(SPACE, document.body.style.getPropertyValue(SPACE));
  isOpen(true);
  button.setAttribute("aria-expanded", "true");
  const address = calm?.id ? `#${calm.id}` : "";
  open = { box, button, flush, follow, paintLinks, inside, details, address };
};

/** The row stays in view: it must be neither below a sheet nor moved away where the list gets narrower. */
const keepInView = (row: Element, top: number) => {
  scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
  row.scrollIntoView({ block: "nearest", behavior: "instant" });
};

/** @param button of the row */
const toggle = (button: HTMLElement) => {
  if (open?.button === button) {
    dismiss();
    return;
  }
  const row = button.closest(".rm-row") ?? button;
  const { top } = row.getBoundingClientRect();
  const calm = button.closest<HTMLElement>(".rm-calm");
  enter(calm?.id ? `#${calm.id}` : "");
  render(button);
  open?.box.focus({ preventScroll: true });
  keepInView(row, top);
};

/** Open the panel because the address names its row. The focus stays where it is. */
const show = (button: HTMLElement) => {
  if (open?.button !== button) render(button);
};

/** Close a panel whose address has been left, or whose page. */
const leave = () => {
  if (open && (open.address || !open.box.isConnected)) close();
};

document.addEventListener("keydown", (event) => {
  if (
    event.key === "Escape" &&
    !event.defaultPrevented &&
    open?.box.isConnected &&
    !document.querySelector("dialog[open]")
  )
    dismiss();
});

store.listen((paths) => {
  if (open && paths.includes(`note/${open.button.dataset.entry}`)) open.follow();
  if (open && paths.includes(`links/${open.button.dataset.entry}`)) open.paintLinks();
  if (paths.some((path) => path.startsWith("state/"))) paintState();
});
globalThis.addEventListener("pagehide", () => open?.flush());
drafts.beforeLeaving(() => open?.flush());

export const panel = { toggle, show, leave };
