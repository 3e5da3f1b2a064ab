/* The journal: where each phase stands, what the learner is at, a page for each month, and all notes. */

import { counts } from "../core/counts.ts";
import { type FieldEvent, element } from "../core/elements.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { load } from "../core/parts.ts";
import { undo } from "../core/undo.ts";
import { updates } from "../core/updates.ts";
import { dashboard } from "./dashboard.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import { monthlyReview } from "./monthly-review.ts";

const STATUSES: Record<string, string> = {
  "not-started": "Not started",
  "in-progress": "In progress",
  completed: "Completed",
};

/** Keep a choice, as an act that can be undone. */
const choose = (path: string, record: Record<string, any>, label: string, undone: string) => {
  const wrong = records.check(path, { ...record, at: 0 });
  if (wrong === "" && undo.act(label, [[path, record]], { undone })) return;
  if (wrong === "") sayUnsaved("This");
  else say(`Not saved: ${wrong}.`, true);
  follow([path]);
};

/** A field that has the focus is not made anew, so it is told what it is to show. */
const follow = (paths: string[]) => {
  const show = (id: string, value: string) => {
    const field = document.getElementById(id) as HTMLInputElement | null;
    const isTyping = field === document.activeElement && field?.type === "date";
    if (field && field.value !== value && !isTyping) field.value = value;
  };
  for (const path of paths) {
    if (path.startsWith("phase/")) show(`status-${path.slice(6)}`, store.read(path)?.status ?? "auto");
    if (path !== "focus/current") continue;
    const now = store.read(path) ?? { at: 0 };
    for (const name of ["phase", "topic", "start", "target"]) show(`focus-${name}`, records.own(now, name) ?? "");
  }
};
store.listen(follow);

/** What the ticks say of a phase. */
const byTicks = (id: string) => {
  const { done, size, learning, extra } = counts.of(`phase:${id}`);
  return size > 0 && done === size ? "completed" : done + learning + extra > 0 ? "in-progress" : "not-started";
};

const phases = () => {
  return element(
    "section.rm-part",
    {},
    element("h2", {}, "Phases"),
    element(
      "ul.rm-list",
      {},
      ...roadmapIndex.data.phases.map((phase) => {
        const set = store.read(`phase/${phase.id}`)?.status ?? "auto";
        const words = STATUSES[byTicks(phase.id)];
        return element(
          "li.rm-status-line",
          {},
          roadmapIndex.link(phase.id),
          " ",
          element(
            "select.rm-field",
            {
              id: `status-${phase.id}`,
              "aria-label": `Status of ${phase.title}`,
              onchange: (event: FieldEvent) => {
                const { value } = event.target;
                const label = `${phase.title}: ${value === "auto" ? "status by ticks" : STATUSES[value].toLowerCase()}`;
                choose(`phase/${phase.id}`, { status: value }, label, `the status of ${phase.title} is as it was`);
              },
            },
            element("option", { value: "auto", selected: set === "auto" }, `${words} (by ticks)`),
            ...Object.entries(STATUSES).map(([value, text]) =>
              element("option", { value, selected: set === value }, text),
            ),
          ),
        );
      }),
    ),
  );
};

const focus = () => {
  const now = updates.focus(store.read("focus/current") ?? { at: 0 }) as any;
  const change = (event: FieldEvent) => {
    const { at: _at, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
    choose(
      "focus/current",
      { ...rest, [event.target.name]: event.target.value },
      "Current focus changed",
      "the current focus is as it was",
    );
  };
  const open = counts.leavesIn(now.phase ? `phase:${now.phase}` : "all");
  return element(
    "section.rm-part",
    { onchange: change },
    element("h2", {}, "Current focus"),
    element(
      "div.rm-fields",
      {},
      element(
        "label.rm-label",
        {},
        "Phase",
        element(
          "select.rm-field",
          { name: "phase", id: "focus-phase" },
          element("option", { value: "" }, "–"),
          ...roadmapIndex.data.phases.map((phase) =>
            element("option", { value: phase.id, selected: now.phase === phase.id }, phase.title),
          ),
        ),
      ),
      element(
        "label.rm-label",
        {},
        "Topic",
        element(
          "select.rm-field",
          { name: "topic", id: "focus-topic" },
          element("option", { value: "" }, "–"),
          ...open.map((id) => element("option", { value: id, selected: now.topic === id }, roadmapIndex.title(id))),
        ),
      ),
      element(
        "label.rm-label",
        {},
        "Started",
        element("input.rm-field", { type: "date", name: "start", id: "focus-start", value: now.start ?? "" }),
      ),
      element(
        "label.rm-label",
        {},
        "To be done by",
        element("input.rm-field", { type: "date", name: "target", id: "focus-target", value: now.target ?? "" }),
      ),
    ),
  );
};

const notes = async () => {
  const { renderMarkdown } = await load("panel");
  const found = store.paths().flatMap((path) => {
    const text = path.startsWith("note/") ? store.read(path)?.text : "";
    return text ? [[path.slice(5), text]] : [];
  });
  if (found.length === 0) return null;
  return element(
    "section.rm-part.rm-wide",
    {},
    element("h2", {}, `Notes (${found.length})`),
    ...found.map(([id, text]) =>
      element(
        "article.rm-note",
        {},
        element(
          "h3",
          {},
          roadmapIndex.link(id),
          !roadmapIndex.isKnown(id) && element("small", {}, " (no longer in the roadmap)"),
        ),
        element("div.rm-prose", {}, renderMarkdown(text)),
      ),
    ),
  );
};

dashboard.views.set("journal", async () => [
  element("div.rm-parts", {}, phases(), focus()),
  monthlyReview(),
  await notes(),
]);
