/* What changed: what updates of the roadmap did to the learner's topics, newest first. It is kept, and exported. */
"use strict";
(() => {
  const { element, atlas, days, desk, updates } = globalThis.roadmap;

  desk.views.set("changes", () => {
    const fresh = updates.newLeaves();
    const log = updates.log();
    const line = (/** @type {Change} */ change) => element("li", {}, ...updates.phrase(change).map((part) => (typeof part === "string" ? part : atlas.link(part.id))));
    const row = (/** @type {string} */ id) => element("li", {}, element("div.rm-row", {}, atlas.box(id), element("span.rm-home", {}, atlas.link(id, "open"))));
    return [
      fresh.length > 0 ? element("section.rm-part", {}, element("h2", {}, "New since you finished"), element("ul.rm-list", {}, ...fresh.map(row))) : null,
      ...[...new Set(log.map(({ day }) => day))].reverse().map((day) => element("section.rm-part.rm-update", {}, element("h2", {}, days.words(day)),
        element("ul", {}, ...log.filter((one) => one.day === day).map(({ change }) => line(change))))),
      log.length === 0 ? element("p", {}, "Nothing has changed since you started.") : null,
    ];
  });
})();
