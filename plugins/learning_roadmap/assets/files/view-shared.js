/* What someone has shared, as it came in the link: shown, and imported only when that is asked for. */
"use strict";
(() => {
  const { element, plural, atlas, progress, share, imports, desk } = globalThis.roadmap;

  const place = element("div.rm-consider");

  desk.views.set("shared", async () => {
    const { text, error } = await share.read(location.hash);
    if (error !== "") return [element("p", { role: "alert" }, error)];
    const { items, rest, errors } = await progress.read(text, { isKnown: atlas.isKnown, now: Date.now() });
    if (errors.length > 0) return [element("p", { role: "alert" }, "The link holds no progress that can be read."), element("ul", {}, ...errors.map((line) => element("li", {}, line))),
      rest.size > 0 ? element("p", {}, element("button.rm-button", { type: "button", onclick: () => void imports.look(rest, place, "this link", { warnings: errors.map((line) => `Left out: ${line}`) }) }, `Import the other ${plural(rest.size, "record")} …`)) : null, place];
    const stateOf = (/** @type {string} */ id) => items.get(`state/${id}`)?.state ?? "todo";
    const sets = globalThis.roadmapMap.sets;
    const phases = atlas.data.phases.map((/** @type {any} */ phase) => {
      const ids = (sets[`phase:${phase.id}`] ?? []).flatMap(([from, to]) => atlas.leaves.slice(from, to));
      const done = ids.filter((/** @type {string} */ id) => stateOf(id) === "done");
      const rest = ids.filter((/** @type {string} */ id) => ["learning", "skipped"].includes(stateOf(id)));
      return element("section", {}, element("h2", {}, phase.title), element("p.rm-line", {}, `${done.length} of ${plural(ids.filter((/** @type {string} */ id) => stateOf(id) !== "skipped").length, "topic")} done`),
        done.length + rest.length > 0 ? element("ul", {}, ...done.map((/** @type {string} */ id) => element("li", {}, "✓ ", atlas.link(id))), ...rest.map((/** @type {string} */ id) => element("li", {}, atlas.link(id), ` (${stateOf(id)})`))) : null);
    });
    return [
      element("p", {}, element("button.rm-button", { type: "button", id: "take-shared", onclick: () => void imports.consider(text, place, "this link") }, "Import into this browser …")),
      place,
      ...phases,
    ];
  });
})();
