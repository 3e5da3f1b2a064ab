/* The remaining topics of the roadmap, a phase, a section or a document. Every progress bar links here. */

import { counts } from "../core/counts.ts";
import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { rows } from "../core/rows.ts";
import { nodes, text } from "../core/strings.ts";
import { branches } from "./branches.ts";
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

const SHOWN = ["remaining", "learning", "done", "known", "skipped"] as const;
type Shown = (typeof SHOWN)[number];

/** Links that choose what is listed: each with the number of its rows, exercises and projects among them. */
const filters = (scope: string, shown: Shown, size: (one: Shown) => number) =>
  element(
    "nav.rm-state-links",
    { "aria-label": text("dashboard.remaining.filters") },
    ...SHOWN.map((one) =>
      element(
        "a",
        {
          href: `?of=${encodeURIComponent(scope)}${one === "remaining" ? "" : `&show=${one}`}`,
          "aria-current": one === shown ? "true" : null,
        },
        text(`dashboard.remaining.show.${one}`, { count: size(one) }),
      ),
    ),
  );

dashboard.views.set("remaining", () => {
  const parameters = new URLSearchParams(location.search);
  const shown = SHOWN.find((one) => one === parameters.get("show")) ?? "remaining";
  let scope = parameters.get("of") ?? "all";
  if (!Object.hasOwn(map.sets, scope)) scope = "all";
  const ids = counts.leavesIn(scope);
  const open = ids.filter((id) => ["todo", "learning"].includes(store.state(id)) && !branches.isNeedless(id));
  const needed = new Set(counts.open(scope));
  const openTasks = counts.tasksIn(scope).filter((id) => ["todo", "learning"].includes(store.state(id)));
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
        counts.isOffBranch(id) && element("span.rm-mark", {}, text("dashboard.remaining.branch")),
        roadmapIndex.openLink(id),
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
  const having = (state: Shown): string[] =>
    state === "remaining"
      ? [...open, ...openTasks]
      : [...ids, ...counts.tasksIn(scope)].filter((id) => rows.choiceOf(id) === state);
  const listed = having(shown);
  const tasks = listed.filter((id) => !roadmapIndex.position.has(id));
  const groups = roadmapIndex.data.phases
    .map((phase) => {
      const inPhase = new Set([...counts.leavesIn(`phase:${phase.id}`), ...counts.tasksIn(`phase:${phase.id}`)]);
      return { title: phase.title, topics: listed.filter((id) => inPhase.has(id)) };
    })
    .filter(({ topics }) => topics.length > 0);
  const grouped = new Set(groups.flatMap(({ topics }) => topics));
  const rest = tasks.filter((id) => !grouped.has(id));
  const count = needed.size;
  const notNeeded = open.filter((id) => !needed.has(id)).length;
  const name = element("strong", {}, isAll ? text("dashboard.remaining.whole_roadmap") : nameOf(scope));
  return [
    element(
      "p",
      {},
      ...nodes("dashboard.remaining.left", { scope: name, count }),
      notNeeded > 0 && ` ${text("dashboard.remaining.not_needed", { count: notNeeded })}`,
      openTasks.length > 0 && ` ${text("dashboard.remaining.tasks", { count: openTasks.length })}`,
      skipped.length > 0 && ` ${text("dashboard.remaining.skipped", { count: skipped.length })}`,
      " ",
      !isAll && element("a", { href: "?of=all" }, text("dashboard.remaining.show_all")),
    ),
    bar,
    filters(scope, shown, (one) => having(one).length),
    listed.length === 0 ? element("p", {}, text("dashboard.remaining.none")) : null,
    ...groups.flatMap(({ title, topics }) => [
      element("h2", {}, title),
      element("ul.rm-list.rm-long", {}, ...topics.map(row)),
    ]),
    rest.length > 0 ? element("ul.rm-list.rm-long", {}, ...rest.map(row)) : null,
    shown === "remaining" && skipped.length > 0
      ? element(
          "details.rm-fold",
          {},
          element("summary", {}, text("dashboard.remaining.skipped_topics", { count: skipped.length })),
          element("ul.rm-list", {}, ...skipped.map(row)),
        )
      : null,
    element(
      "p.rm-line.rm-noprint",
      {},
      element(
        "a",
        { href: `${roadmapIndex.at(roadmapIndex.data.pages.backup)}#start-over` },
        text("dashboard.remaining.start_over"),
      ),
    ),
  ];
});
