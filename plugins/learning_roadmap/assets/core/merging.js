/* Two records of the same thing become one. Whatever the order, and however often, the result is the same. */
"use strict";
(() => {
  const { records } = globalThis.roadmap;

  /** @param {unknown} value @returns {string} JSON with sorted keys: the same for equal values */
  const canonical = (value) => JSON.stringify(value, (_, inner) => (records.isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner));

  /** The newest wins. At the same time: what is more of a tick, and then whatever, but always the same. */
  const newest = (/** @type {Item} */ one, /** @type {Item} */ other) => {
    if (one.at !== other.at) return one.at > other.at ? one : other;
    const ranks = [one, other].map((item) => records.STATES.indexOf(item.state));
    if (ranks[0] !== ranks[1]) return ranks[0] > ranks[1] ? one : other;
    return canonical(one) >= canonical(other) ? one : other;
  };

  /** Whether the one was written by someone who had seen the other. Of what does not say who wrote it, nobody can tell. @param {Item} one @param {Item} other */
  const hasSeen = (one, other) => {
    const theirs = Object.entries(other.by ?? {});
    return theirs.length > 0 && theirs.every(([device, at]) => (records.own(one.by ?? {}, device) ?? -1) >= /** @type {number} */ (at));
  };

  /** Both lists, once each: the one that holds the other stays as it is, else they are put in order. @param {string[]} one @param {string[]} other */
  const together = (one, other) => {
    const [ones, others] = [new Set(one), new Set(other)];
    const [holdsOther, holdsOne] = [other.every((part) => ones.has(part)), one.every((part) => others.has(part))];
    if (holdsOther !== holdsOne) return holdsOther ? one : other;
    return one.join() === other.join() ? one : [...new Set([...one, ...other])].sort();
  };

  /** Both kept: texts one below the other, lists side by side. @param {any} one @param {any} other */
  const unite = (one, other) => {
    if (typeof one === "string" && typeof other === "string") {
      if (one === "" || other === "") return one || other;
      return together(one.split(records.BETWEEN), other.split(records.BETWEEN)).join(records.BETWEEN);
    }
    if (Array.isArray(one) && Array.isArray(other)) return together(one.map(canonical), other.map(canonical)).map((text) => JSON.parse(text));
    return canonical(one) >= canonical(other) ? one : other;
  };

  /** @param {Item} one @param {Item} other */
  const saysTheSame = (one, other) => {
    const [said, alsoSaid] = [one, other].map((item) => canonical({ ...item, at: 0, by: {}, after: 0 }));
    return said === alsoSaid;
  };

  /** Both, whoever knew of whom. @param {Item} one @param {Item} other */
  const both = (one, other) => {
    /** @type {Record<string, any>} */
    const said = {};
    for (const name of [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()) {
      said[name] = !Object.hasOwn(one, name) ? other[name] : !Object.hasOwn(other, name) ? one[name] : unite(one[name], other[name]);
    }
    return joined(one, other, said);
  };

  /** What someone wrote is replaced only by who had read it; else both are kept. Version vectors tell the two apart. */
  const written = (/** @type {Item} */ one, /** @type {Item} */ other) => {
    const [oneKnows, otherKnows] = [hasSeen(one, other), hasSeen(other, one)];
    if (oneKnows !== otherKnows) return oneKnows ? one : other;
    return saysTheSame(one, other) ? joined(one, other, one) : both(one, other);
  };

  /** @param {Item} one @param {Item} other @param {Record<string, any>} said */
  const joined = (one, other, said) => {
    /** @type {Record<string, number>} */
    const by = {};
    for (const [device, at] of [...Object.entries(one.by ?? {}), ...Object.entries(other.by ?? {})].sort()) by[device] = Math.max(by[device] ?? 0, at);
    // Of two records that replaced different ones there is no one time to name.
    const { after: _, ...rest } = said;
    const after = one.after !== undefined && one.after === other.after ? { after: one.after } : {};
    return { ...rest, at: Math.max(one.at, other.at), ...(one.by || other.by ? { by } : {}), ...after };
  };

  /** A day's habits, each for itself. A negative time says: not done after all. */
  const ticks = (/** @type {Item} */ one, /** @type {Item} */ other) => {
    /** @type {Map<string, number>} */
    const both = new Map(Object.entries(one.ticks));
    for (const [habit, at] of Object.entries(other.ticks)) {
      const known = both.get(habit);
      const isNewer = known === undefined || Math.abs(at) > Math.abs(known) || (Math.abs(at) === Math.abs(known) && at > known);
      if (isNewer) both.set(habit, /** @type {number} */ (at));
    }
    return { ...newest(one, other), ticks: Object.fromEntries([...both].sort()), at: Math.max(one.at, other.at) };
  };

  /** A state: the newest wins, and what both know of where it went is put together. @param {Item} one @param {Item} other @returns {Item} */
  const state = (one, other) => {
    const bare = (/** @type {Item} */ { parts: _, ...rest }) => /** @type {Item} */ (rest);
    const winner = newest(bare(one), bare(other));
    const parts = [one, other].filter((item) => canonical(bare(item)) === canonical(winner)).flatMap((item) => item.parts ?? []);
    return parts.length > 0 ? { ...winner, parts: [...new Set(parts)].sort() } : winner;
  };

  /** What was written down of a day, on whatever device: all of it, once. */
  const union = (/** @type {Item} */ one, /** @type {Item} */ other) => ({
    at: Math.max(one.at, other.at),
    changes: [...new Set([...one.changes, ...other.changes].map(canonical))].sort().map((text) => JSON.parse(text)),
  });

  const ways = { newest, written, ticks, state, union };

  globalThis.roadmap.merging = {
    canonical,
    both,
    hasSeen,
    saysTheSame,
    /**
     * What a text becomes that someone was writing while it changed elsewhere: nothing of either is lost.
     * @param {string} base what stood there when they began
     * @param {string} mine
     * @param {string} now what stands there now
     */
    threeWay: (base, mine, now) => (mine === base ? now : now === base || now === mine ? mine : unite(now, mine)),
    /**
     * @param {string} path of a kind that can be stored
     * @param {Item} one
     * @param {Item} other
     * @returns {Item}
     */
    merge: (path, one, other) => ways[/** @type {Kind} */ (records.kindOf(path)).merge](one, other),
  };
})();
