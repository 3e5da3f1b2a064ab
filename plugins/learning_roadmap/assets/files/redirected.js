/* What a file says of an id that is gone reaches its successors once it is stored. So it counts as said of them when an import is looked at. */
"use strict";
(() => {
  const { counts, merging, progress } = globalThis.roadmap;
  const { history } = globalThis.roadmapMap;

  /** @param {string} path @returns {string[]} where the newest would be handed on to */
  const targets = (path) => {
    const [kind, id] = path.split("/");
    if ((kind !== "state" && kind !== "review") || !Object.hasOwn(history, id)) return [];
    return history[id].flatMap(([successor]) => counts.leavesOf(successor)).map((leaf) => `${kind}/${leaf}`);
  };

  globalThis.roadmap.redirected = {
    targets,
    /** @param {Map<string, Item>} items @returns {Map<string, Item>} with what they come to for the successors */
    all(items) {
      const found = new Map(items);
      const current = progress.everything();
      for (const [path, item] of items) {
        for (const target of targets(path)) {
          const known = found.get(target) ?? current.get(target);
          if (known || item.state !== "todo") found.set(target, known ? merging.merge(target, known, item) : item);
        }
      }
      return found;
    },
  };
})();
