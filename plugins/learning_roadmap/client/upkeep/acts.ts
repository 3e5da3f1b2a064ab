/* Undo and redo: the learner's acts, with the records from before. They are kept in memory, until the page is
   reloaded. */

import { backups } from "./backups.ts";
import { say } from "../core/notices.ts";
import { whenSaved } from "../core/save-status.ts";
import { paragraph, text } from "../core/strings.ts";
import { type ToastAction, toast } from "./toast.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { ActMessages, StoredChange } from "../core/undo.ts";
import type { Item } from "../storage/types.ts";

const MOST = 50;
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const KEYS = isMac ? { undo: "Meta+Z", redo: "Meta+Shift+Z" } : { undo: "Control+Z", redo: "Control+Shift+Z" };

/** One record that an act changed; of a day's record one habit, because habits of a day are merged one by one. */
type Change = { path: string; habit: string; before: any; after: any };
type Act = { label: string; undone: string; changes: Change[] };
const done: Act[] = [];
const undone: Act[] = [];

const isDay = (path: string) => records.kindOf(path)?.merge === "ticks";
const isSame = (one: unknown, other: unknown) => merging.canonical(one ?? null) === merging.canonical(other ?? null);
const valueIn = (record: any, habit: string) => (habit === "" ? record : records.own(record?.ticks ?? {}, habit));
const now = (change: Change) => valueIn(store.read(change.path), change.habit);

const changesOf = (path: string, before: Item | null, after: Item | null): Change[] => {
  const parts = isDay(path) ? Object.keys(after?.ticks ?? {}) : [""];
  return parts
    .map((habit) => ({ path, habit, before: valueIn(before, habit), after: valueIn(after, habit) }))
    .filter((change) => !isSame(change.before, change.after));
};

/** A record with the content of an earlier one; its time is new, or a merge would not take it. */
const contentOf = (path: string, before: Item | null) => {
  const kind = path.split("/")[0];
  if (!before) return records.BLANK.get(kind) ?? {};
  const { at, by: _by, after: _after, ...rest } = before;
  // A restored topic keeps the day on which it was done.
  return kind === "state" || kind === "review" ? { ...rest, since: rest.since ?? at } : rest;
};

/** @returns the records that reverse changes */
const reversed = (changes: Change[]): Map<string, Record<string, any>> => {
  const items: Map<string, Record<string, any>> = new Map();
  for (const { path, habit, before, after } of changes) {
    if (habit === "") items.set(path, contentOf(path, before));
    else {
      const { ticks } = items.get(path) ?? { ticks: { ...store.read(path)?.ticks } };
      const at = Math.max(Date.now(), Math.abs(after) + 1);
      items.set(path, { ticks: { ...ticks, [habit]: before > 0 ? at : -at } });
    }
  }
  return items;
};

/** A record was written again with another time: the acts that recorded it must have its new value. */
const replaceInActs = (change: Change, from: any, to: any) => {
  for (const other of [...done, ...undone].flatMap((act) => act.changes)) {
    if (other.path !== change.path || other.habit !== change.habit) continue;
    if (isSame(other.before, from)) other.before = to;
    if (isSame(other.after, from)) other.after = to;
  }
};

/** The number of the last message: an older one is not updated any more. */
let lastMessage = 0;
/** @param detail is only read out */
const show = (message: string, actions: ToastAction[], detail: () => string = () => "") => {
  lastMessage += 1;
  const number = lastMessage;
  toast.show(message, actions);
  whenSaved((saved) => {
    if (number !== lastMessage) return;
    toast.update(paragraph([message, saved]));
    say(paragraph([message, saved, detail()]));
  });
};
const showFailure = (message: string) => {
  lastMessage += 1;
  say(message, true);
};

const push = (stack: Act[], act: Act) => {
  stack.push(act);
  if (stack.length > MOST) stack.shift();
};

/**
 * Reverse the last act of one stack, and put it on the other. What another tab has changed since then stays as it is.
 * @returns whether anything was reversed
 */
const reverse = (from: Act[], to: Act[], verb: "undo" | "redo"): boolean => {
  const act = from.at(-1);
  if (!act) return false;
  const mine = act.changes.filter((change) => isSame(now(change), change.after));
  if (mine.length === 0) {
    from.pop();
    showFailure(text(`undo.changed.${verb}`, { act: act.label }));
    toast.close();
    return false;
  }
  if (!store.write(reversed(mine))) {
    showFailure(store.refusal() || text(`undo.failed.${verb}`, { act: act.label }));
    return false;
  }
  from.pop();
  backups.changed();
  const changes = mine.map((change) => {
    const written = now(change);
    replaceInActs(change, change.before, written);
    return { ...change, before: change.after, after: written };
  });
  push(to, { ...act, changes });
  const count = act.changes.length - mine.length;
  const messages = [
    verb === "redo"
      ? text("undo.redone", { act: act.label })
      : text("undo.undone", { act: count === 0 ? act.undone : act.label }),
    ...(count > 0 ? [text("undo.partial", { count })] : []),
  ];
  const undoActions = [redoButton, ...(done.length > 0 ? [undoPreviousButton] : [])];
  show(paragraph(messages), verb === "undo" ? undoActions : [undoButton]);
  return true;
};
const undoLast = () => reverse(done, undone, "undo");
const redo = () => reverse(undone, done, "redo");
const undoButton: ToastAction = [text("toast.undo"), undoLast, KEYS.undo];
const undoPreviousButton: ToastAction = [text("undo.undo_previous"), undoLast, KEYS.undo];
const redoButton: ToastAction = [text("undo.redo"), redo, KEYS.redo];

/** Whether a key belongs to a text field, which has the browser's own undo. */
const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches(
      "textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=file], [type=range], [type=color])",
    ));

/** @param target what had the focus when the key was pressed */
const press = (event: KeyboardEvent, target: EventTarget | null) => {
  const isCommand = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!isCommand || event.altKey || event.repeat || isWriting(target)) return;
  // On a keyboard of another script the key is recognized by its position.
  const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
  const isRedo = key === "z" ? event.shiftKey : key === "y" && !isMac && !event.shiftKey;
  if ((key !== "z" && !isRedo) || (isRedo ? undone : done).length === 0) return;
  event.preventDefault();
  if (isRedo) redo();
  else undoLast();
};

export const acts = {
  /**
   * Remember what was just stored as one act, and show it.
   * @param label what is true now, such as "Dropout: done"
   */
  add(label: string, stored: StoredChange[], messages: ActMessages) {
    backups.changed();
    undone.length = 0;
    push(done, {
      label,
      undone: messages.undone ?? label,
      changes: stored.flatMap(({ path, before, after }) => changesOf(path, before, after)),
    });
    const hasKeyboard = matchMedia("(any-hover: hover)").matches;
    const shortcut = hasKeyboard ? text(isMac ? "undo.shortcut_mac" : "undo.shortcut") : "";
    show(text("undo.act", { act: label }), [undoButton], () => paragraph([messages.detail?.() ?? "", shortcut]));
  },
  /** Another message took the place of the last one: that is not updated any more. */
  forgetMessage() {
    lastMessage += 1;
  },
  undo: undoLast,
  redo,
  press,
};

// While the event is captured: an open panel stops it.
document.addEventListener("keydown", (event) => press(event, event.composedPath()[0] ?? null), true);
