/* What the desk knows of the roadmap: names, addresses, phases, orders. */
"use strict";
(() => {
  const { leaves } = globalThis.roadmapMap;
  const { element } = globalThis.roadmap;
  const { root } = globalThis.roadmapLoader;
  const told = globalThis.roadmapTopics;
  /** @type {Map<string, number>} */
  const position = new Map(leaves.map((id, at) => [id, at]));
  /** Names, addresses and summaries go by id: nothing of two files is joined by where it stands. @type {Map<string, [string, string, string]>} */
  const topics = new Map(told.ids.map((/** @type {string} */ id, /** @type {number} */ at) => [id, told.topics[at]]));

  /** The positions on the map of what stands at these places of the other file; what is not on the map is left out. @param {number[]} places */
  const onMap = (places) => places.map((at) => position.get(told.ids[at])).filter((at) => at !== undefined);
  const everyOf = (/** @type {Ranges} */ spans) => spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));

  /** The same with the map's positions. */
  const data = {
    ...told,
    hours: Object.fromEntries(Object.entries(told.hours).flatMap(([at, hours]) => onMap([Number(at)]).map((there) => [there, hours]))),
    order: onMap(told.order),
    documents: told.documents.map((/** @type {any} */ one) => {
      const kept = one.order.map((/** @type {number} */ place, /** @type {number} */ at) => ({ place, week: one.weeks[at] })).filter((/** @type {any} */ { place }) => position.has(told.ids[place]));
      const order = onMap(kept.map((/** @type {any} */ { place }) => place));
      return { ...one, order, weeks: one.weeks.length > 0 ? kept.map((/** @type {any} */ { week }) => week) : [] };
    }),
    milestones: told.milestones.map((/** @type {any} */ one) => ({ ...one, goals: one.goals.map((/** @type {any} */ goal) => ({ ...goal, topics: onMap(everyOf(goal.topics)) })) })),
  };
  /** @type {Map<string, [string, string, string]>} */
  const others = new Map(Object.entries(data.others));
  /** @type {Map<string, any>} */
  const phases = new Map(data.phases.map((/** @type {any} */ phase) => [phase.id, phase]));

  const known = (/** @type {string} */ id) => topics.get(id) ?? others.get(id) ?? null;

  globalThis.roadmap.atlas = {
    data,
    leaves,
    position,
    phases,
    root,
    /** @param {string} address as seen from the root */
    at: (address) => new URL(address, root).href,
    /** @param {string} id @returns {string} its title; for what is gone, its id in words */
    title: (id) => known(id)?.[0] ?? phases.get(id)?.title ?? id.replaceAll("-", " "),
    /** @param {string} id @returns {boolean} */
    isKnown: (id) => known(id) !== null || phases.has(id),
    /** @param {string} id */
    summary: (id) => topics.get(id)?.[2] ?? "",
    /** @param {string} id @returns {string} "topic", "paper" and so on */
    kind: (id) => (position.has(id) ? "topic" : others.get(id)?.[2] ?? "entry"),
    /** @param {string} id @param {string} [words] @returns {Node} a link to where it is at home; its title when it has none */
    link(id, words) {
      const entry = known(id) ?? (phases.has(id) ? [phases.get(id).title, phases.get(id).url] : null);
      const text = words ?? this.title(id);
      return entry ? element("a", { href: this.at(entry[1]) }, text) : element("span", { dir: "auto" }, text);
    },
    /** @param {string} id of anything that can be ticked @returns {Node} its box, with its name beside it */
    box: (id) => element("label.rm-check", {}, element("input.rm-tick", { type: "checkbox", "data-tick": id, autocomplete: "off" }), " ", element("span.rm-title", {}, globalThis.roadmap.atlas.title(id))),
  };
})();
