/* Shows the progress in a link, and imports it on request. */

import { imports } from "./import.ts";
import { problemLine } from "./problem-line.ts";
import { progress } from "./progress-file.ts";
import { share } from "./share-link.ts";
import { counts } from "../core/counts.ts";
import { element } from "../core/elements.ts";
import { progressBars } from "../core/progress-bars.ts";
import { nodes, text } from "../core/strings.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { records } from "../storage/records.ts";
import type { Choice, State } from "../storage/types.ts";

const place = element("div.rm-preview-place");

dashboard.views.set("shared", async () => {
  const { text: content, error } = await share.read(location.hash);
  if (error !== "") return [element("p", { role: "alert" }, ...problemLine(error))];
  const { items, rest, errors } = await progress.read(content, { isKnown: roadmapIndex.isKnown, now: Date.now() });
  if (errors.length > 0)
    return [
      element("p", { role: "alert" }, text("backup.shared.unreadable")),
      element("ul", {}, ...errors.map((line) => element("li", {}, ...problemLine(line)))),
      rest.size > 0
        ? element(
            "p",
            {},
            element(
              "button.rm-button",
              {
                type: "button",
                onclick: () =>
                  void imports.look(rest, place, text("backup.this_link"), {
                    warnings: errors.map((problem) => text("backup.import.skipped_entry", { problem })),
                  }),
              },
              text("backup.import.other_entries", { count: rest.size }),
            ),
          )
        : null,
      place,
    ];
  const choiceOf = (id: string): Choice => records.choiceOf(items.get(`state/${id}`));
  const stateOf = (id: string): State => records.ofChoice(choiceOf(id)).state;
  const count = (scope: string) =>
    counts.withStates(stateOf, () => progressBars.describe(counts.of(scope), counts.tasks(scope)));
  const phases = roadmapIndex.data.phases.map((phase) => {
    const scope = `phase:${phase.id}`;
    const ids = [...counts.leavesIn(scope), ...counts.tasksIn(scope)];
    const done = ids.filter((id) => stateOf(id) === "done");
    const others = ids.flatMap((id) => {
      const state = choiceOf(id);
      return state === "learning" || state === "skipped" ? [{ id, state }] : [];
    });
    return element(
      "section",
      {},
      element("h2", {}, phase.title),
      element("p.rm-line", {}, count(scope)),
      done.length + others.length > 0
        ? element(
            "ul.rm-list.rm-columns",
            {},
            ...done.map((id) => {
              const topic = roadmapIndex.link(id);
              const words = choiceOf(id) === "known" ? nodes("backup.shared.known", { topic }) : [topic];
              return element("li", {}, "✓ ", ...words);
            }),
            ...others.map(({ id, state }) =>
              element(
                "li",
                {},
                ...nodes(state === "learning" ? "backup.shared.learning" : "backup.shared.skipped", {
                  topic: roadmapIndex.link(id),
                }),
              ),
            ),
          )
        : null,
    );
  });
  return [
    element(
      "p",
      {},
      element(
        "button.rm-button",
        {
          type: "button",
          id: "import-shared",
          onclick: () => void imports.consider(content, place, text("backup.this_link")),
        },
        text("backup.shared.import"),
      ),
    ),
    place,
    ...phases,
  ];
});
