/* A new release of the roadmap: what was said is handed on, and what happened is written down and told until it is read. */
"use strict";
(() => {
  const { records, merging, disk, store, counts, successors, shapeOf, notice, need } = globalThis.roadmap;
  const SEEN = "meta/seen";
  const NEWS = "meta/news";
  /** The ids whose end an older version of this client told, in a notice that kept nothing. */
  const TOLD = "meta/told";
  const MOST = 6;
  const { root } = globalThis.roadmapLoader;

  /** @type {Shape | null} */
  let made = null;
  const shape = () => (made ??= shapeOf(globalThis.roadmapMap));

  /** @param {string} path @returns {any} */
  const remembered = (path) => {
    try {
      return JSON.parse(disk.get(path) ?? "null");
    } catch {
      return null;
    }
  };

  /** What is remembered of a release: enough to see later what became of it. It is written when it changes. */
  const sight = () => {
    const { leaves, sets } = globalThis.roadmapMap;
    return JSON.stringify({ leaves, sets: Object.fromEntries(Object.entries(sets).filter(([name]) => /^(?:phase|topic):/.test(name))) });
  };

  /** @returns {Shape | null} the release that this browser saw last */
  const seen = () => {
    if (disk.get(SEEN) === sight()) return shape();
    const value = remembered(SEEN);
    const isId = (/** @type {unknown} */ id) => typeof id === "string" && records.ID.test(id);
    const isRange = (/** @type {unknown} */ range) => Array.isArray(range) && range.length === 2 && range.every(Number.isInteger);
    const isKnown = records.isRecord(value) && Array.isArray(value.leaves) && value.leaves.every(isId) && records.isRecord(value.sets)
      && Object.values(value.sets).every((spans) => Array.isArray(spans) && spans.every(isRange));
    return isKnown ? shapeOf({ ...value, history: {} }) : null;
  };

  /** Every change that was written down, oldest first, each once. @returns {{day: string, change: Change}[]} */
  const log = () => {
    const keys = new Set();
    const changesOf = (/** @type {string} */ path) => /** @type {Change[]} */ (store.read(path)?.changes ?? []);
    return store.paths().filter((path) => path.startsWith("update/")).flatMap((path) => changesOf(path).map((change) => ({ day: path.slice(7), change })))
      .filter(({ change }) => !keys.has(keyOf(change)) && keys.add(keyOf(change)));
  };
  /** The end of an id is one event, wherever its successors went since. */
  const keyOf = (/** @type {Change} */ { what, id, to }) => (["merged", "split", "retired"].includes(what) ? `end ${id}` : [what, id, ...to].join(" "));

  /** What happened to phases that the plan or the focus names. @returns {Change[]} */
  const plans = () => {
    const [plan, focus] = [store.read("plan/current"), store.read("focus/current")];
    const parts = /** @type {string[]} */ (plan?.parts ?? []).filter((id) => records.ID.test(id) && !shape().phases.has(id) && shape().isGone(id));
    /** @type {Change[]} */
    const found = parts.map((id) => ({ what: "plan", id, to: shape().phasesFor(id) }));
    for (const id of [focus?.phase, focus?.topic]) if (id && records.ID.test(id) && shape().isGone(id)) found.push({ what: "focus", id, to: shape().heirsOf(id).slice(0, 1) });
    return found;
  };

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  /** Write events down that are not yet; the ones that this browser has to tell go to its news. @param {Change[]} events */
  const keep = (events) => {
    const known = new Set(log().map(({ change }) => keyOf(change)));
    const fresh = [...new Map(events.map((change) => [keyOf(change), change])).values()].filter((change) => !known.has(keyOf(change)));
    if (fresh.length === 0) return;
    const path = `update/${today()}`;
    const item = { at: Date.now(), changes: fresh.slice(0, records.MOST.changes) };
    const now = store.read(path);
    if (!store.put(new Map([[path, merging.merge(path, now ?? item, item)]]))) return;
    const told = new Set(remembered(TOLD) ?? []);
    const news = fresh.filter((change) => !(keyOf(change).startsWith("end ") && told.has(change.id)));
    if (news.length > 0) disk.set(NEWS, JSON.stringify([...pending(), ...news].slice(0, 100)));
  };

  /** @returns {Change[]} what is still to be told here */
  const pending = () => {
    const value = remembered(NEWS);
    return Array.isArray(value) && records.check("update/2026-01-01", { at: 0, changes: value }) === "" ? value : [];
  };

  /**
   * A change in words; what stands for an entry is its id.
   * @param {Change} change
   * @returns {(string | {id: string})[]}
   */
  const phrase = ({ what, id, to }) => {
    const names = to.flatMap((one, at) => [at > 0 ? "”, “" : "“", { id: one }]).concat(to.length > 0 ? ["”"] : []);
    const it = ["“", { id }, "”"];
    switch (what) {
      case "merged": case "split": return [...it, " is now ", ...names, ". Your ticks and notes went along."];
      case "retired": return [...it, " was removed from the roadmap. Your notes are kept and exported."];
      case "parts": return [...it, " now has subtopics: ", ...names, ". Your state of it was applied to them."];
      case "whole": return [...it, " no longer has subtopics. Its state is what theirs came to."];
      case "new": return ["New since you finished ", ...it, ": ", ...names, "."];
      case "moved": return [...it, " moved to ", ...names, "."];
      case "plan": return to.length > 0 ? ["In your plan, ", ...it, " is now ", ...names, "."] : [...it, " was removed from the roadmap and from your plan."];
      case "focus": return to.length > 0 ? ["Your focus ", ...it, " is now ", ...names, "."] : ["Your focus ", ...it, " was removed from the roadmap."];
      default: return [...it, " has changed", ...(to.length > 0 ? [": ", ...names] : []), "."];
    }
  };

  const answered = () => disk.set(NEWS, null);
  const open = async () => {
    answered();
    await need("topics");
    location.assign(new URL(globalThis.roadmapTopics.pages.changes, root));
  };

  /** What the notice on this page says already. */
  let told = "";
  /** Tell what is to be told; it stays until it is answered. */
  const tell = async () => {
    if (pending().length === 0 || JSON.stringify(pending()) === told) return;
    // Names are known to the desk alone. Without it, an id in words says enough.
    await need("desk").catch(() => {});
    const title = (/** @type {string} */ id) => globalThis.roadmap.atlas?.title(id) ?? id.replaceAll("-", " ");
    const news = pending();
    if (news.length === 0) return;
    told = JSON.stringify(news);
    const lines = news.slice(0, MOST).map((change) => phrase(change).map((part) => (typeof part === "string" ? part : title(part.id))).join(""));
    if (news.length > lines.length) lines.push(`And ${news.length - lines.length} more.`);
    notice("update", `The roadmap has changed. ${lines.join(" ")}`, [["What changed", () => void open()], ["Close", answered]]);
  };

  /** Hand on what can be, write down what happened, and tell it. */
  const apply = () => {
    if (store.refusal() !== "") return;
    const before = seen();
    const parted = store.paths().filter((path) => path.startsWith("state/") && /"(?:parts|before)"/.test(disk.get(path) ?? "")).map((path) => path.slice(6));
    const { changes, events } = successors.handOn({ read: store.read, parted }, shape(), before);
    if (!store.put(changes)) return;
    const isTouched = (/** @type {string} */ id) => store.state(id) !== "todo" || store.read(`note/${id}`) !== null;
    keep([...events, ...(before ? successors.moves(before, shape(), isTouched) : []), ...plans()]);
    if (disk.get(SEEN) !== sight()) disk.set(SEEN, sight());
    if (changes.size > 0) globalThis.roadmap.rows.bind();
    void tell();
  };

  /** @type {Set<string> | null} the leaves that came since what holds them was finished */
  let fresh = null;
  const freshLeaves = () => (fresh ??= new Set([...shape().parents.keys()].filter((id) => store.state(id) === "done").flatMap((id) => successors.newIn(id, shape(), store.read))));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  store.listen((paths) => {
    fresh = null;
    // Another tab, of an older release, may say something of what is no leaf any more.
    const isSource = (/** @type {string} */ path) => {
      const [kind, id] = path.split("/");
      return ["state", "review", "phase"].includes(kind) && (counts.isParent(id) || shape().isGone(id));
    };
    if (!paths.some(isSource)) return;
    clearTimeout(soon);
    soon = setTimeout(apply, 200);
  });

  globalThis.roadmap.updates = {
    apply,
    log,
    phrase,
    /** @param {string} id @returns {boolean} whether it came since what holds it was finished, and nothing was said of it */
    isNew: (id) => freshLeaves().has(id),
    /** @returns {string[]} */
    newLeaves: () => [...freshLeaves()],
    /** @param {Plan} plan @returns {Plan} */
    plan: (plan) => successors.followPlan(plan, shape()),
    /** @param {Item} focus @returns {Item} */
    focus: (focus) => successors.followFocus(focus, shape()),
    /**
     * What the records of an earlier release come to in this one.
     * @param {Map<string, Item>} items
     * @returns {Map<string, Item>}
     */
    handedOn(items) {
      const parted = [...items].filter(([path, item]) => path.startsWith("state/") && (item.parts ?? item.before)).map(([path]) => path.slice(6));
      return new Map([...items, ...successors.handOn({ read: (path) => items.get(path) ?? null, parted }, shape(), null).changes]);
    },
  };
})();
