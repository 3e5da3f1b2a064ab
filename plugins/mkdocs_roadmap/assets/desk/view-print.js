/* The whole map with what is done, to be printed by the browser: done is ticked, skipped is grey, notes stand below. */
"use strict";
(() => {
  const { element, atlas, counts, store, days, desk } = globalThis.roadmap;

  const row = (/** @type {string} */ id) => {
    const note = store.read(`note/${id}`)?.text ?? "";
    return element("li.rm-topic", {}, element("div.rm-row", {}, atlas.box(id)), note !== "" && element("p.rm-line.rm-written", { dir: "auto" }, note));
  };

  desk.views.set("print", () => [
    element("p.rm-noprint", {}, element("button.rm-button", { type: "button", id: "print", onclick: () => print() }, "Print")),
    element("p.rm-line", {}, `As of ${days.words(days.today())}.`),
    element("div.rm-progress", { "data-scope": "all" }, element("progress", { max: 1, value: 0, "aria-label": "Progress: the whole roadmap" }), " ", element("span.rm-count")),
    ...atlas.data.phases.map((/** @type {any} */ phase) => element("section.rm-printed", {}, element("h2", {}, phase.title),
      element("div.rm-progress", { "data-scope": `phase:${phase.id}` }, element("progress", { max: 1, value: 0, "aria-label": `Progress: ${phase.title}` }), " ", element("span.rm-count")),
      element("div.rm-sheets", {}, ...phase.sections.filter((/** @type {string[]} */ [id]) => counts.leavesIn(`section:${id}`).length > 0).map((/** @type {string[]} */ [id, title]) => element("div.rm-stretch", {}, element("h3", {}, title),
        element("ul.rm-list", {}, ...counts.leavesIn(`section:${id}`).map(row))))))),
  ]);
})();
