/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/elements.ts
  var { element } = globalThis.roadmap;

  // shared:core/strings.ts
  var { nodes, text } = globalThis.roadmap;

  // shared:dashboard/dashboard.ts
  var { dashboard } = globalThis.roadmap;

  // shared:dashboard/prerequisites.ts
  var { prerequisites } = globalThis.roadmap;

  // shared:dashboard/roadmap-index.ts
  var { roadmapIndex } = globalThis.roadmap;

  // shared:graph/path.ts
  var { pathTo } = globalThis.roadmap;

  // paths/view-path.ts
  dashboard.views.set("path", () => {
    const goal = prerequisites.goal(new URLSearchParams(location.hash.slice(1)).get("goal") ?? "");
    if (!goal) return [element("p", {}, text("paths.choose"))];
    const path = pathTo(prerequisites.graph, goal.needs, prerequisites.isKnown, prerequisites.isDone);
    return [
      element("h2", {}, goal.title),
      element("ol.rm-list", {}, ...path.steps.map(({ topic }) => roadmapIndex.row(roadmapIndex.leaves[topic])))
    ];
  });

  // paths/main.ts
  var shared = {};
  Object.assign(globalThis.roadmap, shared);
})();
