/* The checkboxes of a page: they show what is stored, and store what is ticked. A topic may have several. */

import { counts } from "./counts.ts";
import { element } from "./elements.ts";
import { say, sayUnsaved } from "./notices.ts";
import { load } from "./parts.ts";
import { text } from "./strings.ts";
import { toast } from "./toast.ts";
import { undo } from "./undo.ts";
import { updates } from "./updates.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";
import type { State } from "../storage/types.ts";

let boxes: Map<string, HTMLInputElement[]> = new Map();
const SLICE = 1000;

/** The state that is shown for an entry: its own, or that of its subtopics together. */
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

/** The label beside a box says what the box itself does not show. */
const stateLabel = (state: State, isNew: boolean) => {
  if (isNew) return text("row.new");
  return state === "learning" || state === "skipped" ? text(`states.${state}`) : "";
};

const paint = (id: string) => {
  const { state, isPartly } = shown(id);
  for (const box of boxes.get(id) ?? []) {
    if (box.checked !== (state === "done")) box.checked = !box.checked;
    if (box.indeterminate !== isPartly) box.indeterminate = isPartly;
    const label = box.parentElement as HTMLElement;
    const isNew = state === "todo" && updates.isNew(id);
    const description = stateLabel(state, isNew);
    if ((label.querySelector(".rm-state")?.textContent ?? "") === description) continue;
    // Words, not only a colour: they are part of the box's label, and read out with it.
    label.setAttribute("data-state", isNew ? "new" : description === "" ? "" : state);
    label.querySelector(".rm-state")?.remove();
    if (description !== "") label.append(element("span.rm-state", {}, description));
  }
};

/** A row that has a note shows it on its button. */
const paintNotes = () => {
  const idsWithNotes = new Set(
    localStore
      .paths()
      .filter((path) => path.startsWith("note/") && store.read(path)?.text)
      .map((path) => path.slice(5)),
  );
  const buttons = idsWithNotes.size > 0 ? ".rm-more" : ".rm-more.rm-has-note";
  for (const button of document.querySelectorAll<HTMLElement>(buttons)) {
    const hasNote = idsWithNotes.has(button.getAttribute("data-entry") ?? "");
    if (hasNote === button.classList.contains("rm-has-note")) continue;
    button.classList.toggle("rm-has-note", hasNote);
    button.title = text(hasNote ? "row.status_title_with_note" : "row.status_title");
  }
};

/** Find the page's boxes and show their states; a slice at a time, so that no task gets long. */
const bind = () => {
  const boxesById = new Map();
  boxes = boxesById;
  for (const box of document.querySelectorAll<HTMLInputElement>("input.rm-tick")) {
    const id = box.getAttribute("data-tick") ?? "";
    const others = boxesById.get(id);
    if (others) others.push(box);
    else boxesById.set(id, [box]);
  }
  const ids = [...boxesById.keys()].filter((id) => store.since(id) > 0 || counts.isParent(id) || updates.isNew(id));
  const slice = (from: number) => {
    if (boxes !== boxesById) return;
    ids.slice(from, from + SLICE).forEach(paint);
    if (from + SLICE < ids.length) setTimeout(slice, 0, from + SLICE);
    else paintNotes();
  };
  slice(0);
};

store.listen((paths) => {
  const changed = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith("state/")) continue;
    const id = path.slice(6);
    changed.add(id);
    for (const parent of counts.parentsOf(id)) changed.add(parent);
  }
  for (const id of changed) paint(id);
  if (paths.some((path) => path.startsWith("note/"))) paintNotes();
});

/**
 * Set the state of an entry; of a parent, those of its subtopics.
 * @param name for the message
 * @param isAll whether "to do" resets every state of a parent's subtopics, and not only their ticks
 * @returns whether it was stored
 */
const mark = (id: string, state: State, name: string, isAll: boolean = false): boolean => {
  // Which states a click on the parent replaces: a subtopic that is done or skipped keeps its state.
  const replaced = {
    done: ["todo", "learning"],
    learning: ["todo"],
    skipped: ["todo", "learning"],
    todo: isAll ? ["learning", "skipped", "done"] : ["done"],
  };
  const ids = counts.leavesOf(id);
  const open = ids.filter((leaf) => replaced[state].includes(store.state(leaf)));
  const isParent = counts.isParent(id);
  const targets = isParent ? (open.length > 0 || state !== "done" ? open : ids) : ids;
  const count = targets.length;
  if (count === 0) {
    paint(id);
    toast.show(text("row.unchanged", { name }));
    say(text("row.unchanged", { name }));
    return true;
  }
  // One act for all: undoing a click on a parent brings back the states of all its subtopics.
  const label = isParent
    ? text(`row.marked_subtopics.${state}`, { name, count })
    : text("row.marked", { name, state: text(`states.${state}`) });
  const undone = isParent
    ? text("row.restored_subtopics", { name, count })
    : text("row.restored", { name, state: text(`states.${store.state(id)}`) });
  const detail = () => {
    const { done, size } = counts.of("all");
    return text("row.all_done", { done, count: size });
  };
  if (
    !undo.act(
      label,
      targets.map((leaf) => [`state/${leaf}`, { state }]),
      { undone, detail },
    )
  ) {
    paint(id);
    sayUnsaved(name);
    return false;
  }
  return true;
};

/** @returns the name of a row */
const nameOf = (box: HTMLElement): string =>
  box.getAttribute("aria-label") ?? box.parentElement?.querySelector(".rm-title")?.textContent?.trim() ?? "";

// One listener for all boxes of all pages: instant navigation replaces the page.
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
      () => say(text("notices.part_missing"), true),
    );
});

export const rows = { bind, mark, nameOf, shown };
