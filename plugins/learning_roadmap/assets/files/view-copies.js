/* Progress of another copy of this roadmap on the same origin: an older address of the site, or a fork. Looked at and imported like a file. */
"use strict";
(() => {
  const { element, plural, imports, desk, within } = globalThis.roadmap;
  /** @type {{name: string, items: Map<string, Item>}[]} */
  let copies = [];
  let isAsked = false;

  /** Which there are, in whatever form they are listed. */
  const find = async () => {
    const { scopes } = globalThis.roadmap;
    if (!scopes) return [];
    const prefixes = [...await scopes.others()].map((/** @type {any} */ one) => (typeof one === "string" ? one : one.prefix));
    const found = await Promise.all(prefixes.map(async (/** @type {string} */ prefix) => ({ name: nameOf(prefix), items: await scopes.read(prefix) })));
    return found.filter(({ items }) => items.size > 0);
  };

  /** The path of the site that a prefix is of. @param {string} prefix */
  const nameOf = (prefix) => {
    const path = /@([^/]*)\/?$/.exec(prefix)?.[1];
    try {
      return path === undefined ? "an earlier version of this site" : decodeURIComponent(path);
    } catch {
      return prefix;
    }
  };

  /** @param {HTMLElement} place where the look at it is shown */
  globalThis.roadmap.viewCopies = (place) => {
    const box = element("div", { hidden: copies.length === 0 });
    box.append(element("h3", {}, "Import from another copy on this site"), element("ul.rm-list", {}, ...copies.map(({ name, items }, at) => element("li", {}, element("bdi", {}, name), `: ${plural(items.size, "entry")} `,
        element("button.rm-button", { type: "button", id: `copy-${at}`, onclick: () => void imports.look(items, place, `“${name}”`) }, "Import …")))));
    if (!isAsked) {
      isAsked = true;
      within(find()).then((found) => {
        copies = found;
        if (copies.length > 0) desk.show();
      }, () => {});
    }
    return box;
  };
})();
