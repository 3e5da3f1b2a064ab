/* What the desk knows of the roadmap: names, addresses, phases, orders. */
"use strict";
(() => {
  const { leaves } = globalThis.roadmapMap;
  const data = globalThis.roadmapTopics;
  const { element } = globalThis.roadmap;
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.querySelector('script[src$="roadmap/core.js"]')).src);
  /** @type {Map<string, number>} */
  const position = new Map(leaves.map((id, at) => [id, at]));
  /** @type {Map<string, [string, string, string]>} */
  const others = new Map(Object.entries(data.others));
  /** @type {Map<string, any>} */
  const phases = new Map(data.phases.map((/** @type {any} */ phase) => [phase.id, phase]));

  const known = (/** @type {string} */ id) => data.topics[position.get(id) ?? -1] ?? others.get(id) ?? null;

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
    summary: (id) => data.topics[position.get(id) ?? -1]?.[2] ?? "",
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
