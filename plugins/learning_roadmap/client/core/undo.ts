/* Undo and redo: what the learner did, with the records from before. It is kept in memory, so a reload ends it. */

import { text } from "./strings.ts";
import { backups } from "./backups.ts";
import { plural } from "./elements.ts";
import { say } from "./notices.ts";
import { whenSaved } from "./save-status.ts";
import { type ToastAction, toast } from "./toast.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

const MOST = 50;
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const KEYS = isMac ? { undo: "Meta+Z", redo: "Meta+Shift+Z" } : { undo: "Control+Z", redo: "Control+Shift+Z" };

/** One record that an act changed; of a day's record one habit, because habits of a day are merged one by one. */
type Change = { path: string; habit: string; before: any; after: any };
type Act = { label: string; undone: string; changes: Change[] };
const acts: Act[] = [];
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

/** The record that says again what one said before; its time is new, or a merge would not take it. */
const again = (path: string, before: Item | null) => {
  const kind = path.split("/")[0];
  if (!before) return records.BLANK.get(kind) ?? {};
  const { at, by: _by, after: _after, ...rest } = before;
  // The day on which something was done is not the day of going back.
  return kind === "state" || kind === "review" ? { ...rest, since: rest.since ?? at } : rest;
};

/** @returns the records that take them back */
const takenBack = (changes: Change[]): Map<string, Record<string, any>> => {
  const found: Map<string, Record<string, any>> = new Map();
  for (const { path, habit, before, after } of changes) {
    if (habit === "") found.set(path, again(path, before));
    else {
      const { ticks } = found.get(path) ?? { ticks: { ...store.read(path)?.ticks } };
      const at = Math.max(Date.now(), Math.abs(after) + 1);
      found.set(path, { ticks: { ...ticks, [habit]: before > 0 ? at : -at } });
    }
  }
  return found;
};

/** A record was written anew with another time: acts that know it by the old one have to know it by the new one. */
const rename = (change: Change, from: any, to: any) => {
  for (const other of [...acts, ...undone].flatMap((act) => act.changes)) {
    if (other.path !== change.path || other.habit !== change.habit) continue;
    if (isSame(other.before, from)) other.before = to;
    if (isSame(other.after, from)) other.after = to;
  }
};

/** The message that was shown last: what is said late of an older one is not said any more. */
let last = 0;
/** @param more for those who hear it */
const tell = (text: string, actions: ToastAction[], more: () => string = () => "") => {
  last += 1;
  const turn = last;
  toast.show(text, actions);
  whenSaved((saved) => {
    if (turn !== last) return;
    toast.update(`${text} ${saved}`);
    say([text, saved, more()].filter(Boolean).join(" "));
  });
};
const fail = (text: string) => {
  last += 1;
  say(text, true);
};

const push = (stack: Act[], act: Act) => {
  stack.push(act);
  if (stack.length > MOST) stack.shift();
};

/**
 * Take back the last act of one stack, and put it on the other. What was changed since by someone else stays as it is.
 * @param verb "undo" or "redo"
 * @returns whether anything was taken back
 */
const takeBack = (from: Act[], to: Act[], verb: string): boolean => {
  const act = from.at(-1);
  if (!act) return false;
  const mine = act.changes.filter((change) => isSame(now(change), change.after));
  if (mine.length === 0) {
    from.pop();
    fail(`Cannot ${verb} “${act.label}”: it was changed in another tab since.`);
    toast.close();
    return false;
  }
  if (!store.write(takenBack(mine))) {
    fail(
      store.refusal() ||
        `Cannot ${verb} “${act.label}”: the browser's storage is full or blocked. Nothing was changed.`,
    );
    return false;
  }
  from.pop();
  backups.changed();
  const made = mine.map((change) => {
    const written = now(change);
    rename(change, change.before, written);
    return { ...change, before: change.after, after: written };
  });
  push(to, { ...act, changes: made });
  const isWhole = mine.length === act.changes.length;
  const rest = `${plural(act.changes.length - mine.length, "entry")} changed in another tab since: left as ${act.changes.length - mine.length === 1 ? "it is" : "they are"}.`;
  const text = `${verb === "undo" ? "Undone" : "Redone"}: ${verb === "undo" && isWhole ? act.undone : act.label}.`;
  tell(
    isWhole ? text : `${text} ${rest}`,
    verb === "undo" ? [["Redo", redo, KEYS.redo], ...(acts.length > 0 ? [undoPrevious] : [])] : [undoButton],
  );
  return true;
};
const undoLast = () => takeBack(acts, undone, "undo");
const redo = () => takeBack(undone, acts, "redo");
const undoButton: ToastAction = [text("toast.undo"), undoLast, KEYS.undo];
const undoPrevious: ToastAction = ["Undo previous", undoLast, KEYS.undo];

export const undo = {
  /**
   * Write what the learner did, as one act that can be undone.
   * @param label what is so now, such as "Dropout: done"
   * @param changes as for `store.write`
   * @param words what is so again once it is undone; more to read out
   * @returns false when nothing could be stored; then nothing has changed
   */
  act(
    label: string,
    changes: Iterable<[string, Record<string, any>]>,
    words: { undone?: string; detail?: () => string } = {},
  ): boolean {
    const given = [...changes];
    const before = given.map(([path]) => store.read(path));
    if (!store.write(given)) {
      last += 1;
      return false;
    }
    backups.changed();
    undone.length = 0;
    push(acts, {
      label,
      undone: words.undone ?? label,
      changes: given.flatMap(([path], at) => changesOf(path, before[at], store.read(path))),
    });
    const keys = matchMedia("(any-hover: hover)").matches ? `Press ${isMac ? "Command" : "Ctrl"}+Z to undo.` : "";
    tell(`${label}.`, [undoButton], () => [words.detail?.(), keys].filter(Boolean).join(" "));
    return true;
  },
  undo: undoLast,
  redo,
};

/** Whether a key belongs to a text that is being written there: its own undo is the browser's. */
const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches(
      "textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=file], [type=range], [type=color])",
    ));

// Before anyone else: an open panel keeps its keys to itself.
document.addEventListener(
  "keydown",
  (event) => {
    const isCommand = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!isCommand || event.altKey || event.repeat || isWriting(event.composedPath()[0] ?? null)) return;
    // On a keyboard of another script the key is known by its place.
    const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
    const isRedo = key === "z" ? event.shiftKey : key === "y" && !isMac && !event.shiftKey;
    if ((key !== "z" && !isRedo) || (isRedo ? undone : acts).length === 0) return;
    event.preventDefault();
    if (isRedo) redo();
    else undoLast();
  },
  true,
);
