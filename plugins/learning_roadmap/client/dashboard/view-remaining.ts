/* What is left of the whole, of a phase, a section, a document: one click from every bar. */

import { counts } from "../core/counts.ts";
import { element, plural } from "../core/elements.ts";
import { map } from "../core/map.ts";
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
  return kind === "all" ? "the whole roadmap" : roadmapIndex.title(id);
};

dashboard.views.set("left", () => {
  let scope = new URLSearchParams(location.search).get("of") ?? "all";
  if (!Object.hasOwn(map.sets, scope)) scope = "all";
  const ids = counts.leavesIn(scope);
  const open = ids.filter((id) => ["todo", "learning"].includes(store.state(id)) && !counts.isNeedless(id));
  const { done, size } = counts.of(scope);
  const skipped = ids.filter((id) => store.state(id) === "skipped");
  const bar = element(
    "div.rm-progress",
    { "data-scope": scope },
    element("progress", { max: 1, value: 0, "aria-label": `Progress: ${nameOf(scope)}` }),
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
        counts.isOptional(id) && element("span.rm-mark", {}, "optional"),
        element("span.rm-home", {}, roadmapIndex.link(id, "open")),
        element(
          "button.rm-more",
          {
            type: "button",
            "data-entry": id,
            "aria-expanded": "false",
            "aria-label": `State and notes of ${roadmapIndex.title(id)}`,
            title: "State and notes",
          },
          "⋯",
        ),
      ),
    );
  const groups = roadmapIndex.data.phases
    .map((phase) => {
      const inPhase = new Set(counts.leavesIn(`phase:${phase.id}`));
      return { title: phase.title, topics: open.filter((id) => inPhase.has(id)) };
    })
    .filter(({ topics }) => topics.length > 0);
  return [
    element(
      "p",
      {},
      "Of ",
      element("strong", {}, nameOf(scope)),
      `: ${plural(Math.max(size - done, 0), "topic")} left${open.length > size - done ? `, and ${open.length - size + done} that are optional or another branch` : ""}${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}. `,
      scope !== "all" && element("a", { href: "?of=all" }, "Of the whole roadmap"),
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
          element("summary", {}, `Skipped: ${skipped.length}`),
          element("ul.rm-list", {}, ...skipped.map(row)),
        )
      : null,
  ];
});
