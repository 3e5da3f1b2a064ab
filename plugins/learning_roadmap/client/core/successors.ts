/* Topics come, go and get subtopics between two releases of a roadmap. What was said of one goes to those that took
   its place. */

import type { Change, Release } from "./types.ts";
import type { Plan } from "../dashboard/types.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import type { Item, State } from "../storage/types.ts";

/**
 * What a state of a topic may replace in what was said of its part itself: the same as a click on the topic's own box.
 */
const YIELDS = { done: ["todo", "learning"], learning: ["todo"], skipped: ["todo", "learning"], todo: [""] };
const MOST_NAMED = 50;

/** A name for the author of what was written under an id that is gone: FNV-1a, 32 bits (draft-eastlake-fnv). */
const authorOf = (id: string) =>
  `was${[...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5).toString(36)}`;

/** A state without what is known of where it came from and went. */
const bare = ({ parts: _parts, from: _from, before: _before, said: _said, ...rest }: Item): Item => rest;
/** A state with the time at which it was said: a release that was taken back for a while may have stored it anew. */
const timed = (item: Item): Item => (item.said === undefined ? item : { ...item, at: item.said });
const detached = ({ from: _from, ...rest }: Item): Item => rest;
const isFinished = (item: Item | null) => item?.state === "done" || item?.state === "skipped";
const isNewer = (one: Item, other: Item) =>
  merging.canonical(merging.merge("state/x", bare(one), bare(other))) !== merging.canonical(bare(other));

/**
 * The leaves of a topic that came later than those that it was finished with, and of which nothing has been said.
 * @param parts with which it was finished
 */
const later = (id: string, parts: string[], shape: Release, read: (path: string) => Item | null) => {
  const known = new Set(parts);
  return shape.leavesOf(id).filter((leaf) => {
    const way = shape.above(leaf);
    return ![...way.slice(way.indexOf(id) + 1), leaf].some((one) => known.has(one)) && !read(`state/${leaf}`);
  });
};

/**
 * The leaves that are new since a topic was finished.
 * @param id of a topic with subtopics
 */
const newIn = (id: string, shape: Release, read: (path: string) => Item | null): string[] => {
  const item = read(`state/${id}`);
  if (item?.state !== "done" || !item.parts) return [];
  const fresh = new Set(later(id, item.parts, shape, read));
  // Once something else of it is open again, it is not finished, and nothing came "since".
  return shape.leavesOf(id).every((leaf) => fresh.has(leaf) || isFinished(read(`state/${leaf}`))) ? [...fresh] : [];
};

/**
 * What has to be stored so that everything that was said is seen in this release. Pure: to do it again changes nothing.
 * @param stored `parted` are the ids whose states know their parts
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
  const tell = (what: string, id: string, to: string[]) => events.push({ what, id, to: to.slice(0, MOST_NAMED) });

  /** Merged, split and retired: a state goes to all successors, what was written to the first. */
  const endings = () => {
    for (const id of shape.gone) {
      if (!records.ID.test(id)) continue;
      const heirs = shape.successorsOf(id);
      let isKnown = false;
      for (const kind of ["state", "review", "note", "links", "phase"]) {
        const item = stored.read(`${kind}/${id}`);
        if (!item || item.status === "auto") continue;
        isKnown ||= item.state !== "todo";
        // Two notes of one device are still two notes: none of them was written over the other.
        const old =
          records.kindOf(`${kind}/${id}`)?.merge === "multiValue"
            ? { ...item, by: { [authorOf(id)]: item.at } }
            : bare(item);
        const takers =
          kind === "phase" ? shape.phasesFor(id) : kind === "note" || kind === "links" ? heirs.slice(0, 1) : heirs;
        for (const successor of takers) add(`${kind}/${successor}`, old);
      }
      if (isKnown) tell(heirs.length === 0 ? "retired" : heirs.length === 1 ? "merged" : "split", id, heirs);
    }
  };

  /** A topic whose subtopics have gone elsewhere can be ticked itself again: it is what they came to. */
  const wholes = () => {
    for (const id of new Set([...(seen?.parents.keys() ?? []), ...stored.parted])) {
      if (!shape.isLeaf(id)) continue;
      const own = read(`state/${id}`);
      const former = seen?.parents.get(id) ?? (seen?.isLeaf(id) ? [] : (own?.parts ?? []));
      // What they were before this release, wherever they stand in it.
      const each = former.map((part: string) => stored.read(`state/${part}`));
      const said = each.filter((item: Item | null) => item !== null);
      if (own?.parts)
        set(`state/${id}`, { ...bare(own), before: { said: own.said ?? own.at, parts: own.parts, state: own.state } });
      // From now on both go their own ways.
      for (const part of former)
        if (read(`state/${part}`)?.from === id) set(`state/${part}`, detached(read(`state/${part}`) as Item));
      if (said.length === 0) continue;
      const states = each
        .map((item: Item | null) => item?.state ?? "todo")
        .filter((state: State) => state !== "skipped");
      const isAll = (state: State) => states.every((one: State) => one === state);
      const state = states.length === 0 ? "skipped" : isAll("done") ? "done" : isAll("todo") ? "todo" : "learning";
      // The release may be taken back: then it is again what was said of it before, and nothing of this goes to its
      // subtopics.
      const before = read(`state/${id}`)?.before ?? {
        said: own?.said ?? own?.at ?? 0,
        parts: former,
        state: own?.state ?? "todo",
      };
      add(`state/${id}`, { state, at: Math.max(...said.map((item: Item) => item.at)), before });
      tell("whole", id, []);
    }
  };

  /**
   * A topic all of whose subtopics were finished gets another: that it was finished, and with which, is written down.
   */
  const finishes = () => {
    for (const [id, former] of seen?.parents ?? []) {
      if (former.join() === shape.parents.get(id)?.join()) continue;
      const said = former.map((part) => read(`state/${part}`));
      if (!shape.parents.has(id) || !said.every(isFinished) || !said.some((item) => item?.state === "done")) continue;
      const at = Math.max(...said.map((item) => item?.at ?? 0));
      if (later(id, former, shape, read).length > 0)
        add(`state/${id}`, { state: "done", at, parts: former.toSorted() });
    }
  };

  /** A topic has the subtopics again that it had before: what stood for them goes. */
  const returns = () => {
    for (const id of shape.parents.keys()) {
      const item = read(`state/${id}`);
      if (!item?.before) continue;
      const { before, ...now } = item;
      const isBack = before.parts.some((part: string) => shape.above(part).includes(id));
      set(`state/${id}`, isBack ? { ...bare(now), ...before } : now);
    }
  };

  /**
   * Whether a topic's state is meant for a topic in it: for all that are there when it is handed on first, and then for
   * those.
   */
  const reaches = (id: string, item: Item, part: string) => {
    if (!isHanded(id, item) || item.parts.includes(part)) return true;
    const way = shape.above(part);
    const between = way.slice(way.indexOf(id) + 1).findLast((one) => item.parts.includes(one));
    return between !== undefined && !read(`state/${between}`);
  };
  /**
   * Whether it was handed on already, and to something that is still to be found, elsewhere than in the topic itself.
   */
  const isHanded = (id: string, item: Item) => {
    const isFound = (part: string) =>
      shape.isThere(part) || (shape.isGone(part) && !shape.successorsOf(part).includes(id));
    return item.parts?.some(isFound) ?? false;
  };

  /** What a topic in others is: what was said of it, and then of what holds it, the nearest first. */
  const inherit = (id: string) => {
    const now = read(`state/${id}`);
    const way = shape.above(id);
    // What it got from a topic that holds it goes with what is said of that later.
    const source = now && way.includes(now.from) ? read(`state/${now.from}`) : null;
    let result = now && source && isNewer(timed(source), now) ? { ...bare(timed(source)), from: now.from } : now;
    for (const holder of way.toReversed()) {
      const stands = read(`state/${holder}`);
      if (!stands || !reaches(holder, stands, id)) continue;
      const item = timed(stands);
      if (!result || (YIELDS[item.state as State].includes(result.state) && isNewer(item, result)))
        result = { ...bare(item), from: holder };
    }
    if (!result || (!now && result.state === "todo")) return;
    const isSame = now?.parts && merging.canonical(bare(now)) === merging.canonical(bare(result));
    set(`state/${id}`, isSame ? { ...result, parts: now.parts } : result);
  };

  /** A topic that holds topics shows what these come to: what was said of it itself goes to them. */
  const parts = () => {
    const holders = [...shape.parents.keys()].filter((id) => read(`state/${id}`) || read(`review/${id}`));
    for (const id of holders) if (read(`state/${id}`)?.from) inherit(id);
    for (const leaf of new Set(holders.flatMap(shape.leavesOf))) inherit(leaf);
    for (const id of holders) {
      const item = read(`state/${id}`);
      const leaves = shape.leavesOf(id);
      if (item && item.state !== "todo" && !isHanded(id, item)) {
        set(`state/${id}`, { ...item, parts: leaves.toSorted() });
        if (stored.read(`state/${id}`) && !seen?.parents.has(id)) tell("parts", id, leaves);
      }
      const card = read(`review/${id}`);
      if (card)
        for (const leaf of leaves)
          if (!item || reaches(id, read(`state/${id}`) as Item, leaf)) add(`review/${leaf}`, card);
    }
    for (const id of shape.parents.keys()) {
      const fresh = newIn(id, shape, read);
      if (fresh.length > 0) tell("new", id, fresh);
    }
  };

  endings();
  wholes();
  returns();
  finishes();
  parts();
  // What came to a part by way of a topic that is gone, and what by way of one that holds it, know of each other in the
  // end.
  for (let [round, size] = [0, -1]; round < 5 && changes.size > Math.max(size, 0); round += 1) {
    size = changes.size;
    endings();
    parts();
  }
  return { changes, events };
};

/** Topics that were moved to another phase. */
const moves = (seen: Release, shape: Release, isTouched: (id: string) => boolean): Change[] =>
  [...seen.phases].flatMap(([phase, leaves]) => {
    const still = shape.phasesFor(phase);
    return leaves
      .filter((id) => shape.isThere(id) && !still.includes(shape.phaseOf(id)) && isTouched(id))
      .map((id) => ({ what: "moved", id, to: [shape.phaseOf(id)] }));
  });

/** A plan, as far as it names phases that are there. One that named only others is a plan of the usual ones. */
const followPlan = (plan: Plan, shape: Release): Plan => {
  if (!plan.parts) return plan;
  const { parts, ...rest } = plan;
  const now = [...new Set(parts.flatMap(shape.phasesFor))];
  return now.length > 0 || parts.length === 0 ? { ...rest, parts: now } : rest;
};

/** What the learner is at, where it stands now; of several successors the first. */
const followFocus = (focus: Item, shape: Release): Item => {
  const found = { ...focus };
  if (focus.topic) {
    const topic = shape.isThere(focus.topic) ? focus.topic : shape.successorsOf(focus.topic)[0];
    found.topic = topic ? shape.leavesOf(topic)[0] : "";
  }
  if (focus.phase) found.phase = shape.phasesFor(focus.phase)[0] ?? "";
  // A topic that has moved takes the phase along.
  if (found.topic && focus.phase && found.phase !== shape.phaseOf(found.topic))
    found.phase = shape.phaseOf(found.topic) || found.phase;
  return found;
};

export const successors = { handOn, newIn, moves, followPlan, followFocus };
