/* Topics come and go between two releases of a roadmap. What was said of one that is gone goes to its heirs. */
"use strict";
(() => {
  const { history } = globalThis.roadmapMap;
  const { records, merging, disk, store, counts, notice } = globalThis.roadmap;
  const TOLD = "meta/told";

  /** The ids whose end was told already. */
  const told = () => {
    try {
      const ids = JSON.parse(disk.get(TOLD) ?? "[]");
      return new Set(Array.isArray(ids) ? ids : []);
    } catch {
      return new Set();
    }
  };

  /** A name for the author of what was written under an id that is gone: FNV-1a, 32 bits (draft-eastlake-fnv). */
  const authorOf = (/** @type {string} */ id) => `was${[...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5).toString(36)}`;

  /**
   * A state goes to all heirs, what was written to the first. The newest of both wins, notes are both kept, and the old
   * record stays where it is: to do it again changes nothing.
   * @param {string} id of a topic that is gone
   * @param {[string, string][]} heirs ids and titles
   * @param {Map<string, Item>} changes
   * @returns {boolean} whether anything was said of it
   */
  const hand = (id, heirs, changes) => {
    let isKnown = false;
    for (const kind of ["state", "review", "note", "links"]) {
      const found = store.read(`${kind}/${id}`);
      if (!found) continue;
      // Two notes of one device are still two notes: none of them was written over the other.
      const old = records.kindOf(`${kind}/${id}`)?.merge === "written" ? { ...found, by: { [authorOf(id)]: found.at } } : found;
      isKnown ||= old.state !== "todo";
      const ids = heirs.map(([heir]) => heir);
      const takers = kind === "state" || kind === "review" ? ids.flatMap((heir) => counts.leavesOf(heir)) : ids.slice(0, 1);
      for (const heir of takers) {
        const path = `${kind}/${heir}`;
        const now = changes.get(path) ?? store.read(path);
        if (!now && old.state === "todo") continue;
        const both = now ? merging.merge(path, now, old) : old;
        if (merging.canonical(both) !== merging.canonical(now)) changes.set(path, both);
      }
    }
    return isKnown;
  };

  /** @param {string} id @param {[string, string][]} heirs */
  const sentence = (id, heirs) => {
    const [name, titles] = [id.replaceAll("-", " "), heirs.map(([, title]) => `“${title}”`).join(", ")];
    if (heirs.length === 0) return `“${name}” has left the roadmap. What you said of it stays in your export.`;
    return `“${name}” is now ${titles}. Your ticks and notes went along.`;
  };

  globalThis.roadmap.heirs = {
    /** Hand over what can be, and tell once. */
    apply() {
      if (store.refusal() !== "") return;
      const before = told();
      /** @type {Map<string, Item>} */
      const changes = new Map();
      const gone = Object.entries(history).filter(([id, heirs]) => records.ID.test(id) && hand(id, heirs, changes));
      if (!store.put(changes)) return;
      const fresh = gone.filter(([id]) => !before.has(id));
      if (fresh.length === 0) return;
      disk.set(TOLD, JSON.stringify([...before, ...fresh.map(([id]) => id)]));
      const shown = fresh.slice(0, 6).map(([id, heirs]) => sentence(id, heirs));
      if (fresh.length > shown.length) shown.push(`And ${fresh.length - shown.length} more.`);
      notice("heirs", `The roadmap has changed. ${shown.join(" ")}`, []);
    },
  };
})();
