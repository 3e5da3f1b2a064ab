/* Topics are added, removed and get subtopics between two releases of a roadmap. Their records move to their
   successors. */

import type { Change, Release } from "../core/types.ts";
import type { Plan } from "../dashboard/types.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import type { Item, State } from "../storage/types.ts";

/** The states of a subtopic that a state of its parent replaces: the same as for a click on the parent's box. */
const REPLACED = { done: ["todo", "learning"], learning: ["todo"], skipped: ["todo", "learning"], todo: [""] };
const MOST_NAMED = 50;

/** A device name for texts under a removed id: FNV-1a, 32 bits (draft-eastlake-fnv). */
const authorOf = (id: string) =>
  `was${[...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5).toString(36)}`;

/** A state without the fields that link it to other topics. */
const bare = ({ parts: _parts, from: _from, before: _before, said: _said, ...rest }: Item): Item => rest;
/** A state with its original time: a release that was withdrawn for a while may have stored it again. */
const timed = (item: Item): Item => (item.said === undefined ? item : { ...item, at: item.said });
const detached = ({ from: _from, ...rest }: Item): Item => rest;
/** @returns a state with or without the mark that its topic was known already */
const withKnown = ({ known: _, ...rest }: Item, isKnown: boolean): Item => (isKnown ? { ...rest, known: true } : rest);
const isFinished = (item: Item | null) => item?.state === "done" || item?.state === "skipped";
/** Whether topics together are known already: each of them, not counting the skipped ones. */
const isAllKnown = (items: (Item | null)[]) => {
  const counted = items.filter((item) => item?.state !== "skipped");
  return counted.length > 0 && counted.every((item) => records.choiceOf(item) === "known");
};
const isNewer = (one: Item, other: Item) =>
  merging.canonical(merging.merge("state/x", bare(one), bare(other))) !== merging.canonical(bare(other));

/** What is remembered of a topic that loses its subtopics. Older builds lay it over the record, so it always says `known`. */
const earlierOf = (item: Item | null, parts: string[]) => ({
  said: item?.said ?? item?.at ?? 0,
  parts,
  state: item?.state ?? "todo",
  known: item?.known === true,
});

/**
 * The leaves of a topic that are newer than those that it was finished with, and have no state.
 * @param parts the topics in it when it was finished
 */
const newerLeaves = (id: string, parts: string[], shape: Release, read: (path: string) => Item | null) => {
  const finished = new Set(parts);
  return shape.leavesOf(id).filter((leaf) => {
    const ancestors = shape.above(leaf);
    const path = [...ancestors.slice(ancestors.indexOf(id) + 1), leaf];
    return !path.some((one) => finished.has(one)) && !read(`state/${leaf}`);
  });
};

/**
 * The leaves that are new since a topic was finished.
 * @param id of a topic with subtopics
 */
const newIn = (id: string, shape: Release, read: (path: string) => Item | null): string[] => {
  const item = read(`state/${id}`);
  if (item?.state !== "done" || !item.parts) return [];
  const fresh = new Set(newerLeaves(id, item.parts, shape, read));
  // Once another leaf is open again, the topic is not finished, and nothing is new "since".
  return shape.leavesOf(id).every((leaf) => fresh.has(leaf) || isFinished(read(`state/${leaf}`))) ? [...fresh] : [];
};

/**
 * The changes that bring all records to the topics of this release. Pure, and idempotent.
 * @param stored `parted` are the ids whose states list their parts
 * @param seen the release that this browser saw before
 */
const handOn = (
  stored: { read(path: string): Item | null; parted: string[] },
  shape: Release,
  seen: Release | null,
): { changes: Map<string, Item>; events: Change[] } => {
  const changes: Map<string, Item> = new Map();
  const events: Change[] = [];
  const read = (path: string) => changes.get(path) ?? stored.read(path);
  const set = (path: string, item: Item) => {
    if (merging.canonical(item) !== merging.canonical(read(path))) changes.set(path, item);
  };
  const add = (path: string, item: Item) => {
    const now = read(path);
    set(path, now ? merging.merge(path, now, item) : item);
  };
  const report = (what: string, id: string, to: string[]) => events.push({ what, id, to: to.slice(0, MOST_NAMED) });

  /** Of merged, split and retired topics: a state goes to all successors, texts and links to the first. */
  const moveFromRemoved = () => {
    for (const id of shape.gone) {
      if (!records.ID.test(id)) continue;
      const successors = shape.successorsOf(id);
      let hasRecord = false;
      for (const kind of ["state", "review", "note", "links", "phase"]) {
        const item = stored.read(`${kind}/${id}`);
        if (!item || item.status === "auto") continue;
        hasRecord ||= item.state !== "todo";
        // Two notes of one device are still two notes: neither replaced the other.
        const former =
          records.kindOf(`${kind}/${id}`)?.merge === "multiValue"
            ? { ...item, by: { [authorOf(id)]: item.at } }
            : bare(item);
        const targets =
          kind === "phase"
            ? shape.phasesFor(id)
            : kind === "note" || kind === "links"
              ? successors.slice(0, 1)
              : successors;
        for (const successor of targets) add(`${kind}/${successor}`, former);
      }
      if (hasRecord)
        report(successors.length === 0 ? "retired" : successors.length === 1 ? "merged" : "split", id, successors);
    }
  };

  /** A topic whose subtopics moved elsewhere can be ticked itself again: it gets the sum of their states. */
  const sumUpFormerSubtopics = () => {
    for (const id of new Set([...(seen?.parents.keys() ?? []), ...stored.parted])) {
      if (!shape.isLeaf(id)) continue;
      const own = read(`state/${id}`);
      const former = seen?.parents.get(id) ?? (seen?.isLeaf(id) ? [] : (own?.parts ?? []));
      // Their states before this release, wherever they are now.
      const items = former.map((part: string) => stored.read(`state/${part}`));
      const existing = items.filter((item: Item | null) => item !== null);
      if (own?.parts) set(`state/${id}`, { ...bare(own), before: earlierOf(own, own.parts) });
      // From now on they are independent.
      for (const part of former)
        if (read(`state/${part}`)?.from === id) set(`state/${part}`, detached(read(`state/${part}`) as Item));
      if (existing.length === 0) continue;
      const states = items
        .map((item: Item | null) => item?.state ?? "todo")
        .filter((state: State) => state !== "skipped");
      const isAll = (state: State) => states.every((one: State) => one === state);
      const state = states.length === 0 ? "skipped" : isAll("done") ? "done" : isAll("todo") ? "todo" : "learning";
      // The release may be withdrawn: then the topic gets its earlier state back, and its subtopics get nothing of this
      // one.
      const before = { known: false, ...(read(`state/${id}`)?.before ?? earlierOf(own, former)) };
      const at = Math.max(...existing.map((item: Item) => item.at));
      add(`state/${id}`, withKnown({ state, at, before }, isAllKnown(items)));
      report("whole", id, []);
    }
  };

  /** A finished topic gets another subtopic: record that it was finished, and with which. */
  const recordFinished = () => {
    for (const [id, former] of seen?.parents ?? []) {
      if (former.join() === shape.parents.get(id)?.join()) continue;
      const items = former.map((part) => read(`state/${part}`));
      if (!shape.parents.has(id) || !items.every(isFinished) || !items.some((item) => item?.state === "done")) continue;
      const at = Math.max(...items.map((item) => item?.at ?? 0));
      if (newerLeaves(id, former, shape, read).length > 0)
        add(`state/${id}`, withKnown({ state: "done", at, parts: former.toSorted() }, isAllKnown(items)));
    }
  };

  /** A topic has its former subtopics again: remove the state that summed them up. */
  const restoreEarlierStates = () => {
    for (const id of shape.parents.keys()) {
      const item = read(`state/${id}`);
      if (!item?.before) continue;
      const { before, ...now } = item;
      const isBack = before.parts.some((part: string) => shape.above(part).includes(id));
      set(`state/${id}`, isBack ? withKnown({ ...bare(now), ...before }, before.known === true) : now);
    }
  };

  /**
   * Whether a parent's state is meant for a topic in it: for all that it has when the state is passed on first, and
   * later for the same.
   */
  const appliesTo = (id: string, item: Item, part: string) => {
    if (!isPassedOn(id, item) || item.parts.includes(part)) return true;
    const ancestors = shape.above(part);
    const between = ancestors.slice(ancestors.indexOf(id) + 1).findLast((one) => item.parts.includes(one));
    return between !== undefined && !read(`state/${between}`);
  };
  /**
   * Whether it was passed on already, to topics of which one still exists or has a successor other than the topic
   * itself.
   */
  const isPassedOn = (id: string, item: Item) => {
    const exists = (part: string) =>
      shape.isThere(part) || (shape.isGone(part) && !shape.successorsOf(part).includes(id));
    return item.parts?.some(exists) ?? false;
  };

  /** The state of a subtopic: its own, or else that of its ancestors, the nearest first. */
  const inherit = (id: string) => {
    const now = read(`state/${id}`);
    const ancestors = shape.above(id);
    // A state that came from an ancestor follows that ancestor.
    const source = now && ancestors.includes(now.from) ? read(`state/${now.from}`) : null;
    let result = now && source && isNewer(timed(source), now) ? { ...bare(timed(source)), from: now.from } : now;
    for (const ancestor of ancestors.toReversed()) {
      const stored = read(`state/${ancestor}`);
      if (!stored || !appliesTo(ancestor, stored, id)) continue;
      const item = timed(stored);
      if (!result || (REPLACED[item.state as State].includes(result.state) && isNewer(item, result)))
        result = { ...bare(item), from: ancestor };
    }
    if (!result || (!now && result.state === "todo")) return;
    const isSame = now?.parts && merging.canonical(bare(now)) === merging.canonical(bare(result));
    set(`state/${id}`, isSame ? { ...result, parts: now.parts } : result);
  };

  /** A parent shows the sum of its subtopics, so its own state is passed on to them. */
  const passToSubtopics = () => {
    const parents = [...shape.parents.keys()].filter((id) => read(`state/${id}`) || read(`review/${id}`));
    for (const id of parents) if (read(`state/${id}`)?.from) inherit(id);
    for (const leaf of new Set(parents.flatMap(shape.leavesOf))) inherit(leaf);
    for (const id of parents) {
      const item = read(`state/${id}`);
      const leaves = shape.leavesOf(id);
      if (item && item.state !== "todo" && !isPassedOn(id, item)) {
        set(`state/${id}`, { ...item, parts: leaves.toSorted() });
        if (stored.read(`state/${id}`) && !seen?.parents.has(id)) report("parts", id, leaves);
      }
      const card = read(`review/${id}`);
      if (card)
        for (const leaf of leaves)
          if (!item || appliesTo(id, read(`state/${id}`) as Item, leaf)) add(`review/${leaf}`, card);
    }
    for (const id of shape.parents.keys()) {
      const added = newIn(id, shape, read);
      if (added.length > 0) report("new", id, added);
    }
  };

  moveFromRemoved();
  sumUpFormerSubtopics();
  restoreEarlierStates();
  recordFinished();
  passToSubtopics();
  // A state may come by a removed topic and by a parent in turn: repeat until nothing changes.
  for (let [round, size] = [0, -1]; round < 5 && changes.size > Math.max(size, 0); round += 1) {
    size = changes.size;
    moveFromRemoved();
    passToSubtopics();
  }
  return { changes, events };
};

/** Topics that were moved to another phase. */
const moves = (seen: Release, shape: Release, hasRecords: (id: string) => boolean): Change[] =>
  [...seen.phases].flatMap(([phase, leaves]) => {
    const current = shape.phasesFor(phase);
    return leaves
      .filter((id) => shape.isThere(id) && !current.includes(shape.phaseOf(id)) && hasRecords(id))
      .map((id) => ({ what: "moved", id, to: [shape.phaseOf(id)] }));
  });

/** A plan with the phases that still exist. If none does, it is a plan of the usual ones. */
const followPlan = (stored: Plan, shape: Release): Plan => {
  const plan = stored.goal ? { ...stored, goal: followGoal(stored.goal, shape) } : stored;
  if (!plan.parts) return plan;
  const { parts, ...rest } = plan;
  const now = [...new Set(parts.flatMap(shape.phasesFor))];
  return now.length > 0 || parts.length === 0 ? { ...rest, parts: now } : rest;
};

/** A goal, or the first of its successors; empty if it was removed without one. */
const followGoal = (id: string, shape: Release): string => (shape.isGone(id) ? (shape.successorsOf(id)[0] ?? "") : id);

/** The current focus, moved to its successor; of several the first. */
const followFocus = (focus: Item, shape: Release): Item => {
  const current = { ...focus };
  if (focus.topic) {
    const topic = shape.isThere(focus.topic) ? focus.topic : shape.successorsOf(focus.topic)[0];
    current.topic = topic ? shape.leavesOf(topic)[0] : "";
  }
  if (focus.goal) current.goal = followGoal(focus.goal, shape);
  if (focus.phase) current.phase = shape.phasesFor(focus.phase)[0] ?? "";
  // If the topic moved, the phase follows.
  if (current.topic && focus.phase && current.phase !== shape.phaseOf(current.topic))
    current.phase = shape.phaseOf(current.topic) || current.phase;
  return current;
};

export const successors = { handOn, newIn, moves, followPlan, followFocus };
