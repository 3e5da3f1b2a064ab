/* The journal: the status of each phase, the current focus, a review for each month, and all notes. */

import { counts } from "../core/counts.ts";
import { type FieldEvent, element } from "../core/elements.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { load } from "../core/parts.ts";
import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { updates } from "../upkeep/updates.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import { monthlyReview } from "./monthly-review.ts";

const STATUSES = ["not-started", "in-progress", "completed"] as const;
type Status = (typeof STATUSES)[number];

/** Save a choice, as an action that can be undone. */
const choose = (path: string, record: Record<string, any>, label: string, undone: string) => {
  const problem = records.check(path, { ...record, at: 0 });
  if (problem === "" && undo.act(label, [[path, record]], { undone })) return;
  if (problem === "") sayUnsaved(text("dashboard.your_change"));
  else say(text("dashboard.journal.invalid", { problem }), true);
  follow([path]);
};

/** Update the fields of changed records. The view is not rendered while one of its fields has the focus. */
const follow = (paths: string[]) => {
  const show = (id: string, value: string) => {
    const field = document.getElementById(id) as HTMLInputElement | null;
    const isTyping = field === document.activeElement && field?.type === "date";
    if (field && field.value !== value && !isTyping) field.value = value;
  };
  for (const path of paths) {
    if (path.startsWith("phase/")) show(`status-${path.slice(6)}`, store.read(path)?.status ?? "auto");
    if (path !== "focus/current") continue;
    const current = store.read(path) ?? { at: 0 };
    for (const name of ["phase", "topic", "start", "target"]) show(`focus-${name}`, records.own(current, name) ?? "");
  }
};
store.listen(follow);

/** Derive the status of a phase from its topics. */
const automaticStatus = (id: string): Status => {
  const { done, size, learning, extra } = counts.of(`phase:${id}`);
  return size > 0 && done === size ? "completed" : done + learning + extra > 0 ? "in-progress" : "not-started";
};

const phases = () => {
  return element(
    "section.rm-dashboard-card",
    {},
    element("h2", {}, text("dashboard.journal.phases")),
    element(
      "ul.rm-list",
      {},
      ...roadmapIndex.data.phases.map((phase) => {
        const set = store.read(`phase/${phase.id}`)?.status ?? "auto";
        const automatic = text(`dashboard.journal.statuses.${automaticStatus(phase.id)}`);
        return element(
          "li.rm-status-line",
          {},
          roadmapIndex.link(phase.id),
          " ",
          element(
            "select.rm-field",
            {
              id: `status-${phase.id}`,
              "aria-label": text("dashboard.journal.status_of", { phase: phase.title }),
              onchange: (event: FieldEvent) => {
                const value = event.target.value as Status | "auto";
                const status = text(`dashboard.journal.statuses.${value}`);
                choose(
                  `phase/${phase.id}`,
                  { status: value },
                  text("dashboard.journal.status_set", { phase: phase.title, status }),
                  text("dashboard.journal.status_undone", { phase: phase.title }),
                );
              },
            },
            element(
              "option",
              { value: "auto", selected: set === "auto" },
              text("dashboard.journal.automatic", { status: automatic }),
            ),
            ...STATUSES.map((value) =>
              element("option", { value, selected: set === value }, text(`dashboard.journal.statuses.${value}`)),
            ),
          ),
        );
      }),
    ),
  );
};

const focus = () => {
  const current = updates.focus(store.read("focus/current") ?? { at: 0 }) as any;
  const status = element("p.rm-field-status", { role: "status" });
  const change = (event: FieldEvent) => {
    const { name, value } = event.target;
    const isPast = name === "target" && value !== "" && value < days.today();
    status.textContent = isPast ? text("dashboard.journal.target_past") : "";
    // The field keeps what was typed: a date that is being typed may be in the past for a moment.
    if (isPast) return;
    const { at: _at, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
    choose(
      "focus/current",
      { ...rest, [name]: value },
      text("dashboard.journal.focus_changed"),
      text("dashboard.journal.focus_undone"),
    );
  };
  const open = counts.leavesIn(current.phase ? `phase:${current.phase}` : "all");
  return element(
    "section.rm-dashboard-card",
    { onchange: change },
    element("h2", {}, text("dashboard.journal.focus")),
    element(
      "div.rm-fields",
      {},
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.phase"),
        element(
          "select.rm-field",
          { name: "phase", id: "focus-phase" },
          element("option", { value: "" }, "–"),
          ...roadmapIndex.data.phases.map((phase) =>
            element("option", { value: phase.id, selected: current.phase === phase.id }, phase.title),
          ),
        ),
      ),
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.topic"),
        element(
          "select.rm-field",
          { name: "topic", id: "focus-topic" },
          element("option", { value: "" }, "–"),
          ...open.map((id) => element("option", { value: id, selected: current.topic === id }, roadmapIndex.title(id))),
        ),
      ),
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.started"),
        element("input.rm-field", { type: "date", name: "start", id: "focus-start", value: current.start ?? "" }),
      ),
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.target"),
        element("input.rm-field", { type: "date", name: "target", id: "focus-target", value: current.target ?? "" }),
      ),
    ),
    status,
  );
};

const notes = async () => {
  const { renderMarkdown } = await load("panel");
  const written = store.paths().flatMap((path) => {
    const note = path.startsWith("note/") ? store.read(path)?.text : "";
    return note ? [[path.slice(5), note]] : [];
  });
  if (written.length === 0) return null;
  return element(
    "section.rm-dashboard-card.rm-wide",
    {},
    element("h2", {}, text("dashboard.journal.notes", { count: written.length })),
    ...written.map(([id, note]) =>
      element(
        "article.rm-note",
        {},
        element(
          "h3",
          {},
          roadmapIndex.link(id),
          !roadmapIndex.isKnown(id) && element("small", {}, ` ${text("dashboard.journal.removed")}`),
        ),
        element("div.rm-prose", {}, renderMarkdown(note)),
      ),
    ),
  );
};

dashboard.views.set("journal", async () => [
  element("div.rm-dashboard-cards", {}, phases(), focus()),
  monthlyReview(),
  await notes(),
]);
