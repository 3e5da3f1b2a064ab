/* The checkboxes of a page: they show what is stored, and store what is ticked. A topic may have several. */

import { counts } from "./counts.ts";
import { element } from "./elements.ts";
import { folds } from "./folds.ts";
import { say, sayUnsaved } from "./notices.ts";
import { use } from "./parts.ts";
import { progressBars } from "./progress-bars.ts";
import { text } from "./strings.ts";
import { undo } from "./undo.ts";
import { store } from "../storage/store.ts";
import { records } from "../storage/records.ts";
import type { Choice, State } from "../storage/types.ts";

const TICK = "input.rm-tick";
/** The boxes that show what is stored, by id: not those of sections that were never open. */
let boxes: Map<string, HTMLInputElement[]> = new Map();
/** What is new about a topic to do, empty if nothing is: the part "upkeep" knows. */
let newLabelOf = (_id: string): string => "";

/** The state that is shown for an entry: its own, or that of its subtopics together. */
const shown = (id: string): { state: State; isKnown: boolean; isPartly: boolean } => {
  if (!counts.isParent(id)) return { state: store.state(id), isKnown: store.isKnown(id), isPartly: false };
  const open = counts.leavesOf(id).filter((leaf) => store.state(leaf) !== "skipped");
  const done = open.filter((leaf) => store.state(leaf) === "done").length;
  if (open.length === 0) return { state: "skipped", isKnown: false, isPartly: false };
  const isLearning = open.some((leaf) => store.state(leaf) === "learning");
  return {
    state: done === open.length ? "done" : isLearning ? "learning" : "todo",
    isKnown: open.every(store.isKnown),
    isPartly: done > 0 && done < open.length,
  };
};
/** @returns the choice that the panel shows for an entry */
const choiceOf = (id: string): Choice => {
  const { state, isKnown } = shown(id);
  return isKnown ? "known" : state;
};

/** The label beside a box says what the box itself does not show. */
const stateLabel = (choice: Choice, newLabel: string) => {
  if (newLabel !== "") return newLabel;
  return choice === "todo" || choice === "done" ? "" : text(`states.${choice}`);
};

const paint = (id: string) => {
  const { state, isKnown, isPartly } = shown(id);
  const choice = isKnown ? "known" : state;
  for (const box of boxes.get(id) ?? []) {
    if (box.checked !== (state === "done")) box.checked = !box.checked;
    if (box.indeterminate !== isPartly) box.indeterminate = isPartly;
    const label = box.parentElement as HTMLElement;
    const newLabel = state === "todo" ? newLabelOf(id) : "";
    const description = stateLabel(choice, newLabel);
    // A label that was not painted before has no words, which need not be looked for.
    const painted = label.hasAttribute("data-state") ? label.querySelector(".rm-state")?.textContent : "";
    if ((painted ?? "") === description) continue;
    // Words, not only a colour: they are part of the box's label, and read out with it.
    label.setAttribute("data-state", newLabel !== "" ? "new" : description === "" ? "" : choice);
    label.querySelector(".rm-state")?.remove();
    if (description !== "") label.append(element("span.rm-state", {}, description));
  }
};

/** A row that has a note shows it on its button. */
const paintNotes = (part: ParentNode) => {
  const buttons = store.notes.size > 0 ? ".rm-more" : ".rm-more.rm-has-note";
  for (const button of part.querySelectorAll<HTMLElement>(buttons)) {
    const hasNote = store.notes.has(button.getAttribute("data-entry") ?? "");
    if (hasNote === button.classList.contains("rm-has-note")) continue;
    button.classList.toggle("rm-has-note", hasNote);
    button.title = text(hasNote ? "row.status_title_with_note" : "row.status_title");
  }
};

/** Let boxes that do not do so yet show what is stored. */
const restore = (found: Iterable<HTMLInputElement>) => {
  for (const box of found) {
    const id = box.getAttribute("data-tick") ?? "";
    const others = boxes.get(id);
    if (others?.includes(box)) continue;
    if (others) others.push(box);
    else boxes.set(id, [box]);
    const wasPainted = box.checked || box.parentElement?.hasAttribute("data-state");
    if (wasPainted || store.states.has(id) || counts.isParent(id) || newLabelOf(id) !== "") paint(id);
  }
};
/** Let the rows in a part of the page show what is stored. */
const showStored = (part: ParentNode) => {
  restore(part.querySelectorAll<HTMLInputElement>(TICK));
  paintNotes(part);
};

/** Let the page's rows show what is stored: at once those that may be in view, the others when their section opens. */
const bind = () => {
  boxes = new Map();
  folds.shown().forEach(showStored);
};
folds.listen(showStored);

store.listen((paths) => {
  const changed = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith("state/")) continue;
    const id = path.slice(6);
    changed.add(id);
    for (const parent of counts.parentsOf(id)) changed.add(parent);
  }
  for (const id of changed) paint(id);
  if (paths.some((path) => path.startsWith("note/"))) paintNotes(document);
});

/** Store a choice for topics, as one act: undo brings back the states of all of them. */
const set = (ids: string[], choice: Choice, label: string, undone: string): boolean => {
  const detail = () => {
    const { done, size } = counts.of("all");
    return text("row.all_done", { done, count: size });
  };
  return undo.act(
    label,
    ids.map((id) => [`state/${id}`, records.ofChoice(choice)]),
    { undone, detail },
  );
};

/** Which states of its subtopics a click on a parent replaces: what is done or skipped stays so. */
const REPLACED: Record<Choice, Choice[]> = {
  done: ["todo", "learning"],
  known: ["todo", "learning"],
  learning: ["todo"],
  skipped: ["todo", "learning"],
  todo: ["done", "known"],
};

/** The subtopics of a parent that a choice applies to. */
const targetsIn = (leaves: string[], choice: Choice, isAll: boolean): string[] => {
  const having = (choices: Choice[]) => leaves.filter((leaf) => choices.includes(choiceOf(leaf)));
  if (choice === "todo" && isAll) return having(["learning", "skipped", "done", "known"]);
  const open = having(REPLACED[choice]);
  if (open.length > 0 || (choice !== "done" && choice !== "known")) return open;
  // All are finished: then the choice is between learned and known.
  const finished = having(choice === "known" ? ["done"] : ["known"]);
  return finished.length > 0 ? finished : leaves;
};

/** A moment of joy, only for what the learner's own tick has finished. */
const celebrate = (scopes: string[]) => {
  if (scopes.length === 0) return;
  use("certificates", ({ celebration }) => celebration.show(scopes));
};

/**
 * Set the state of an entry; of a parent, those of its subtopics.
 * @param name for the message
 * @param isAll whether "to do" resets every state of a parent's subtopics, and not only their ticks
 * @returns whether it was stored
 */
const mark = (id: string, choice: Choice, name: string, isAll: boolean = false): boolean => {
  const isParent = counts.isParent(id);
  const targets = isParent ? targetsIn(counts.leavesOf(id), choice, isAll) : [id];
  const count = targets.length;
  if (count === 0) {
    paint(id);
    use("upkeep", ({ toast }) => toast.show(text("row.unchanged", { name })));
    say(text("row.unchanged", { name }));
    return true;
  }
  const label = isParent
    ? text(`row.marked_subtopics.${choice}`, { name, count })
    : text("row.marked", { name, state: text(`states.${choice}`) });
  const undone = isParent
    ? text("row.restored_subtopics", { name, count })
    : text("row.restored", { name, state: text(`states.${choiceOf(id)}`) });
  const finished = progressBars.finishedWith(targets);
  if (!set(targets, choice, label, undone)) {
    paint(id);
    sayUnsaved(name);
    return false;
  }
  if (choice === "done" || choice === "known")
    celebrate(progressBars.finishedWith(targets).filter((scope) => !finished.includes(scope)));
  return true;
};

/**
 * Mark topics as known already, as one act. What is done or skipped stays so.
 * @param ids of topics; a parent stands for its subtopics
 * @param label what is true then, such as "12 topics known already"
 * @param undone what is true again after undo
 * @returns whether it was stored
 */
const markKnown = (ids: string[], label: string, undone: string = label): boolean => {
  const leaves = new Set(ids.flatMap(counts.leavesOf));
  const open = [...leaves].filter((leaf) => REPLACED.known.includes(choiceOf(leaf)));
  return open.length === 0 || set(open, "known", label, undone);
};

/** @returns the name of a row */
const nameOf = (box: HTMLElement): string =>
  box.getAttribute("aria-label") ?? box.parentElement?.querySelector(".rm-title")?.textContent?.trim() ?? "";

// One listener for all boxes of all pages: instant navigation replaces the page.
document.addEventListener("change", (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.matches(TICK)) return;
  const [id, isDone] = [box.dataset.tick ?? "", box.checked];
  // A box that did not show yet what is stored looked open: what is done stays as it is.
  if (!boxes.get(id)?.includes(box)) {
    restore([box]);
    if (box.checked === isDone) return;
  }
  mark(id, isDone ? "done" : "todo", nameOf(box));
});

/** @param labelOf what is new about a topic; empty if nothing is */
const labelNew = (labelOf: (id: string) => string) => {
  newLabelOf = labelOf;
  for (const id of boxes.keys()) if (labelOf(id) !== "") paint(id);
};

export const rows = { bind, mark, markKnown, labelNew, choiceOf, nameOf, shown };
