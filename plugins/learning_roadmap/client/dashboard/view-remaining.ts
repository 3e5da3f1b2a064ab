/* The remaining topics of the roadmap, a phase, a section or a document. Every progress bar links here. */

import { counts } from "../core/counts.ts";
import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { nodes, text } from "../core/strings.ts";
import { dashboard } from "./dashboard.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { store } from "../storage/store.ts";

const nameOf = (scope: string): string => {
  const [kind, id = ""] = scope.split(":");
  if (kind === "document") return roadmapIndex.data.documents.find((one) => one.id === id)?.title ?? id;
  if (kind === "section")
    return (
      roadmapIndex.data.phases.flatMap((phase) => phase.sections).find(([section]: string[]) => section === id)?.[1] ??
      id
    );
  return roadmapIndex.title(id);
};

dashboard.views.set("remaining", () => {
  let scope = new URLSearchParams(location.search).get("of") ?? "all";
  if (!Object.hasOwn(map.sets, scope)) scope = "all";
  const ids = counts.leavesIn(scope);
  const open = ids.filter((id) => ["todo", "learning"].includes(store.state(id)) && !counts.isNeedless(id));
  const { done, size } = counts.of(scope);
  const skipped = ids.filter((id) => store.state(id) === "skipped");
  const isAll = scope === "all";
  const bar = element(
    "div.rm-progress",
    { "data-scope": scope },
    element("progress", {
      max: 1,
      value: 0,
      "aria-label": text("dashboard.progress", { name: isAll ? text("dashboard.whole_roadmap") : nameOf(scope) }),
    }),
    " ",
    element("span.rm-count"),
  );
  const row = (id: string) =>
    element(
      "li.rm-topic",
      {},
      element(
        "div.rm-row",
        {},
        roadmapIndex.box(id),
        counts.isOptional(id) && element("span.rm-mark", {}, text("dashboard.remaining.optional")),
        element("span.rm-entry-link", {}, roadmapIndex.link(id, text("dashboard.open"))),
        element(
          "button.rm-more",
          {
            type: "button",
            "data-entry": id,
            "aria-expanded": "false",
            "aria-label": text("dashboard.remaining.status", { title: roadmapIndex.title(id) }),
            title: text("dashboard.remaining.status_title"),
          },
          "▸",
        ),
      ),
    );
  const groups = roadmapIndex.data.phases
    .map((phase) => {
      const inPhase = new Set(counts.leavesIn(`phase:${phase.id}`));
      return { title: phase.title, topics: open.filter((id) => inPhase.has(id)) };
    })
    .filter(({ topics }) => topics.length > 0);
  const count = Math.max(size - done, 0);
  const notNeeded = Math.max(open.length - size + done, 0);
  const name = element("strong", {}, isAll ? text("dashboard.remaining.whole_roadmap") : nameOf(scope));
  return [
    element(
      "p",
      {},
      ...nodes("dashboard.remaining.left", { scope: name, count }),
      notNeeded > 0 && ` ${text("dashboard.remaining.not_needed", { count: notNeeded })}`,
      skipped.length > 0 && ` ${text("dashboard.remaining.skipped", { count: skipped.length })}`,
      " ",
      !isAll && element("a", { href: "?of=all" }, text("dashboard.remaining.show_all")),
    ),
    bar,
    ...groups.flatMap(({ title, topics }) => [
      element("h2", {}, title),
      element("ul.rm-list.rm-long", {}, ...topics.map(row)),
    ]),
    skipped.length > 0
      ? element(
          "details.rm-fold",
          {},
          element("summary", {}, text("dashboard.remaining.skipped_topics", { count: skipped.length })),
          element("ul.rm-list", {}, ...skipped.map(row)),
        )
      : null,
  ];
});
