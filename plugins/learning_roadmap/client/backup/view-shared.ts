/* What someone has shared, as it came in the link: shown, and imported only when that is asked for. */

import { imports } from "./import.ts";
import { progress } from "./progress-file.ts";
import { share } from "./share-link.ts";
import { element, plural } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";

const place = element("div.rm-consider");

dashboard.views.set("shared", async () => {
  const { text, error } = await share.read(location.hash);
  if (error !== "") return [element("p", { role: "alert" }, error)];
  const { items, rest, errors } = await progress.read(text, { isKnown: roadmapIndex.isKnown, now: Date.now() });
  if (errors.length > 0)
    return [
      element("p", { role: "alert" }, "The link holds no progress that can be read."),
      element("ul", {}, ...errors.map((line) => element("li", {}, line))),
      rest.size > 0
        ? element(
            "p",
            {},
            element(
              "button.rm-button",
              {
                type: "button",
                onclick: () =>
                  void imports.look(rest, place, "this link", { warnings: errors.map((line) => `Left out: ${line}`) }),
              },
              `Import the other ${plural(rest.size, "record")} …`,
            ),
          )
        : null,
      place,
    ];
  const stateOf = (id: string) => items.get(`state/${id}`)?.state ?? "todo";
  const sets = map.sets;
  const phases = roadmapIndex.data.phases.map((phase) => {
    const ids = (sets[`phase:${phase.id}`] ?? []).flatMap(([from, to]) => roadmapIndex.leaves.slice(from, to));
    const done = ids.filter((id: string) => stateOf(id) === "done");
    const rest = ids.filter((id: string) => ["learning", "skipped"].includes(stateOf(id)));
    return element(
      "section",
      {},
      element("h2", {}, phase.title),
      element(
        "p.rm-line",
        {},
        `${done.length} of ${plural(ids.filter((id: string) => stateOf(id) !== "skipped").length, "topic")} done`,
      ),
      done.length + rest.length > 0
        ? element(
            "ul",
            {},
            ...done.map((id: string) => element("li", {}, "✓ ", roadmapIndex.link(id))),
            ...rest.map((id: string) => element("li", {}, roadmapIndex.link(id), ` (${stateOf(id)})`)),
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
        { type: "button", id: "take-shared", onclick: () => void imports.consider(text, place, "this link") },
        "Import into this browser …",
      ),
    ),
    place,
    ...phases,
  ];
});
