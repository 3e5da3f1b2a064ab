/* The boxes of a page: painted from the store, and put into it. The same topic may have many boxes. */

import { counts } from "./counts.ts";
import { element, plural } from "./elements.ts";
import { say, sayUnsaved } from "./notices.ts";
import { load } from "./parts.ts";
import { toast } from "./toast.ts";
import { undo } from "./undo.ts";
import { updates } from "./updates.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";
import type { State } from "../storage/types.ts";

let boxes: Map<string, HTMLInputElement[]> = new Map();
const SLICE = 1000;
const WORDS = { todo: "", learning: "learning", skipped: "skipped", done: "" };
const SAID = { todo: "to do", learning: "learning", skipped: "skipped", done: "done" };
const BECOMES = { todo: "set to “to do”", learning: "set to “learning”", skipped: "skipped", done: "done" };
const NEW = "new since you finished this";

/** The state that is shown for an entry: its own, or what its parts come to. */
const shown = (id: string): { state: State; isPartly: boolean } => {
  if (!counts.isParent(id)) return { state: store.state(id), isPartly: false };
  const states = counts.leavesOf(id).map(store.state);
  const open = states.filter((state) => state !== "skipped");
  const done = open.filter((state) => state === "done").length;
  if (open.length === 0) return { state: "skipped", isPartly: false };
  return {
    state: done === open.length ? "done" : open.includes("learning") ? "learning" : "todo",
    isPartly: done > 0 && done < open.length,
  };
};

const paint = (id: string) => {
  const found = boxes.get(id);
  if (!found) return;
  const { state, isPartly } = shown(id);
  for (const box of found) {
    if (box.checked !== (state === "done")) box.checked = !box.checked;
    if (box.indeterminate !== isPartly) box.indeterminate = isPartly;
    const label = box.parentElement as HTMLElement;
    const isNew = state === "todo" && updates.isNew(id);
    const word = isNew ? NEW : WORDS[state];
    if ((label.querySelector(".rm-state")?.textContent ?? "") === word) continue;
    // A word, not only a colour: it is part of the box's label, and read out with it.
    label.setAttribute("data-state", isNew ? "new" : word);
    label.querySelector(".rm-state")?.remove();
    if (word !== "") label.append(element("span.rm-state", {}, word));
  }
};

/** A row that has a note shows it on its button. */
const paintNotes = () => {
  const noted = new Set(
    localStore
      .paths()
      .filter((path) => path.startsWith("note/") && store.read(path)?.text)
      .map((path) => path.slice(5)),
  );
  const buttons = noted.size > 0 ? ".rm-more" : ".rm-more.rm-noted";
  for (const button of document.querySelectorAll<HTMLElement>(buttons)) {
    const has = noted.has(button.getAttribute("data-entry") ?? "");
    if (has === button.classList.contains("rm-noted")) continue;
    button.classList.toggle("rm-noted", has);
    button.title = has ? "State and notes (there is a note)" : "State and notes";
  }
};

/** Find the page's boxes and show what is known of them; a slice at a time, so that no task gets long. */
const bind = () => {
  const found = new Map();
  boxes = found;
  for (const box of document.querySelectorAll<HTMLInputElement>("input.rm-tick")) {
    const id = box.getAttribute("data-tick") ?? "";
    const known = found.get(id);
    if (known) known.push(box);
    else found.set(id, [box]);
  }
  const ids = [...found.keys()].filter((id) => store.since(id) > 0 || counts.isParent(id) || updates.isNew(id));
  const slice = (from: number) => {
    if (boxes !== found) return;
    ids.slice(from, from + SLICE).forEach(paint);
    if (from + SLICE < ids.length) setTimeout(slice, 0, from + SLICE);
    else paintNotes();
  };
  slice(0);
};

store.listen((paths) => {
  const touched = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith("state/")) continue;
    const id = path.slice(6);
    touched.add(id);
    for (const parent of counts.parentsOf(id)) touched.add(parent);
  }
  for (const id of touched) paint(id);
  if (paths.some((path) => path.startsWith("note/"))) paintNotes();
});

/**
 * Say what an entry is to the learner: a parent's parts all become it.
 * @param name for the message
 * @param isAll whether "to do" takes back all that was said of a parent's parts, and not their ticks only
 * @returns whether it was stored
 */
const mark = (
  id: string,
  state: "todo" | "learning" | "skipped" | "done",
  name: string,
  isAll: boolean = false,
): boolean => {
  // A part that says something else stays as it is: what is done or skipped is not undone by a click on what holds it.
  const yields = {
    done: ["todo", "learning"],
    learning: ["todo"],
    skipped: ["todo", "learning"],
    todo: isAll ? ["learning", "skipped", "done"] : ["done"],
  };
  const ids = counts.leavesOf(id);
  const open = ids.filter((leaf) => yields[state].includes(store.state(leaf)));
  const isParent = counts.isParent(id);
  const asked = isParent ? (open.length > 0 || state !== "done" ? open : ids) : ids;
  if (asked.length === 0) {
    paint(id);
    toast.show(`${name}: no topics changed.`);
    say(`${name}: no topics changed.`);
    return true;
  }
  const topics = plural(asked.length, "topic");
  // One act, whatever it changes: a click on a parent by mistake is taken back with all that its parts were.
  const label = isParent ? `${name}: ${topics} ${BECOMES[state]}` : `${name}: ${SAID[state]}`;
  const undone = isParent
    ? `${topics} of ${name} ${asked.length === 1 ? "is as it was" : "are as they were"}`
    : `${name} is ${SAID[store.state(id)]} again`;
  const detail = () => {
    const { done, size } = counts.of("all");
    return `${done} of ${size} topics done.`;
  };
  if (
    !undo.act(
      label,
      asked.map((leaf) => [`state/${leaf}`, { state }]),
      { undone, detail },
    )
  ) {
    paint(id);
    sayUnsaved(`“${name}”`);
    return false;
  }
  return true;
};

/** @returns the name of a row */
const nameOf = (box: HTMLElement): string =>
  box.getAttribute("aria-label") ?? box.parentElement?.querySelector(".rm-title")?.textContent?.trim() ?? "";

// One listener for all boxes of all pages: instant navigation swaps the page under it.
document.addEventListener("change", (event) => {
  const box = event.target;
  if (box instanceof HTMLInputElement && box.classList.contains("rm-tick"))
    mark(box.dataset.tick ?? "", box.checked ? "done" : "todo", nameOf(box));
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>(".rm-more") : null;
  if (button)
    load("panel").then(
      ({ panel }) => panel.toggle(button),
      () => say("This part could not be loaded. Reload the page, please.", true),
    );
});

export const rows = { bind, mark, shown };
