/* The form of the plan. */

import { type FieldEvent, element } from "../core/elements.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { daysOff } from "./days-off.ts";
import { goal } from "./goal.ts";
import { planning } from "./planning.ts";
import { prerequisites } from "./prerequisites.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import { studyTime } from "./study-time.ts";
import type { Plan } from "./types.ts";
import { records } from "../storage/records.ts";

/** Before the id of a goal, in the choice of what to learn. */
const GOAL = "goal:";
const MAP = "map";
const field = (label: string, input: Node) => element("label.rm-label", {}, label, input);
const checkbox = (name: string, isChecked: boolean, label: string) =>
  element("label.rm-choice-line", {}, element("input", { type: "checkbox", name, checked: isChecked }), ` ${label}`);

/** The goal that a link to this page names; empty if it names none. */
const linkedGoal = () => {
  const id = new URLSearchParams(location.hash.slice(1)).get("goal") ?? "";
  return prerequisites.goal(id) ? id : "";
};

/** @returns the plan in a form; or a message, if a field cannot be read */
const planIn = (form: HTMLFormElement): { plan: Record<string, any>; problem: string } => {
  const data = new FormData(form);
  const value = (name: string) => String(data.get(name) ?? "").trim();
  const isSet = (name: string) => data.get(name) !== null;
  const { spans, problem } = daysOff.read(value("off"));
  const parts = [...form.querySelectorAll<HTMLInputElement>("[name=parts]:checked")].map((box) => box.value);
  const order = value("order");
  const isGoal = order.startsWith(GOAL);
  const plan = {
    start: value("start"),
    ...studyTime.read(data),
    pace: Number(value("pace")),
    off: spans,
    order: isGoal ? MAP : order,
    optional: form.querySelector("[name=optional]:checked") !== null,
    ...(parts.length > 0 ? { parts } : {}),
    ...(isGoal ? { goal: order.slice(GOAL.length) } : {}),
    ...(isSet("needs") ? { needs: true } : {}),
    ...(isSet("first") ? { first: true } : {}),
    ...(isSet("tasks") ? { tasks: true } : {}),
  };
  if (problem)
    return { plan, problem: text(`dashboard.plan.days_off_problems.${problem.reason}`, { line: problem.line }) };
  const invalid = records.check("plan/current", { ...plan, at: 0 });
  return { plan, problem: invalid === "" ? "" : text("dashboard.plan.invalid", { problem: invalid }) };
};

const save = (form: HTMLFormElement, status: HTMLElement) => {
  const { plan, problem } = planIn(form);
  if (problem !== "") {
    status.textContent = problem;
    say(problem);
    return;
  }
  const isNew = planning.plan() === null;
  const label = text(isNew ? "dashboard.plan.created" : "dashboard.plan.updated");
  const undone = text(isNew ? "dashboard.plan.created_undone" : "dashboard.plan.updated_undone");
  if (!undo.act(label, [["plan/current", plan]], { undone })) {
    sayUnsaved(text("dashboard.plan.name"));
    return;
  }
  // The goal of the link is planned, or the learner has decided otherwise.
  if (linkedGoal() !== "") history.replaceState(history.state, "", location.pathname + location.search);
  dashboard.show();
};

const remove = () => {
  const label = text("dashboard.plan.deleted");
  if (undo.act(label, [["plan/current", { none: true }]], { undone: text("dashboard.plan.deleted_undone") }))
    dashboard.show();
  else sayUnsaved(text("dashboard.plan.name"));
};

/** The choice between the whole roadmap, the path to a goal, and a document. */
const subject = (plan: Plan | null, chosen: string) => {
  const goals = [...new Set([linkedGoal(), goal.id(), plan?.goal ?? ""])]
    .map((id) => prerequisites.goal(id))
    .filter((entry) => entry !== null);
  const option = (value: string, label: string) => element("option", { value, selected: value === chosen }, label);
  return element(
    "select.rm-field",
    { name: "order" },
    option(MAP, text("dashboard.plan.roadmap_order")),
    ...goals.map((entry) => option(`${GOAL}${entry.id}`, text("dashboard.plan.path_to", { goal: entry.title }))),
    ...roadmapIndex.data.documents.map((one) => option(one.id, one.title)),
  );
};

/** The choice of phases, which only the whole roadmap has. */
const phases = (plan: Plan | null) => {
  const usual = planning.road.parts.filter((part) => part.weeks).map((part) => part.id);
  const wanted = plan?.parts ?? usual;
  return element(
    "fieldset.rm-topics",
    {},
    element("legend", {}, text("dashboard.plan.phases")),
    ...roadmapIndex.data.phases.map((phase) =>
      element(
        "label.rm-choice-line",
        {},
        element("input", {
          type: "checkbox",
          name: "parts",
          value: phase.id,
          checked: wanted.includes(phase.id) || (usual.length === 0 && !plan?.parts),
        }),
        ` ${phase.title}`,
        phase.duration && element("small", {}, ` ${phase.duration}`),
      ),
    ),
  );
};

/** The form in which the learner creates, updates or deletes a plan. */
export const planForm = (plan: Plan | null) => {
  const linked = linkedGoal();
  const planned = plan?.goal && prerequisites.goal(plan.goal) ? plan.goal : "";
  const chosen = linked || planned ? `${GOAL}${linked || planned}` : (plan?.order ?? MAP);
  const note = linked && linked !== planned ? text(`dashboard.plan.goal_chosen.${plan ? "update" : "create"}`) : "";
  const status = element("span.rm-field-status", { role: "status" }, note);
  const inPhases = phases(plan);
  const optional = checkbox("optional", plan?.optional ?? true, text("dashboard.plan.optional"));
  const first = checkbox("first", plan?.first ?? false, text("dashboard.plan.first"));
  const needs = checkbox("needs", plan?.needs ?? false, text("dashboard.plan.needs"));
  const follow = (value: string) => {
    inPhases.hidden = value !== MAP;
    optional.hidden = value.startsWith(GOAL);
    needs.hidden = value.startsWith(GOAL) || !prerequisites.hasAny;
    first.hidden = value.startsWith(GOAL) || value === MAP || !prerequisites.hasAny;
  };
  const select = subject(plan, chosen);
  select.addEventListener("change", () => follow(select.value));
  follow(chosen);
  return element(
    "form.rm-plan",
    {
      onsubmit: (event: FieldEvent) => {
        event.preventDefault();
        save(event.currentTarget as unknown as HTMLFormElement, status);
      },
    },
    element(
      "div.rm-fields",
      {},
      field(
        text("dashboard.plan.start"),
        element("input.rm-field", { type: "date", name: "start", value: plan?.start ?? days.today(), required: true }),
      ),
      field(text("dashboard.plan.order"), select),
    ),
    studyTime.fields(plan),
    element(
      "details.rm-fold",
      {},
      element("summary", {}, text("dashboard.plan.more")),
      field(
        text("dashboard.plan.days_off"),
        element("textarea.rm-field", {
          name: "off",
          rows: 3,
          placeholder: text("dashboard.plan.days_off_example"),
          value: daysOff.write(plan?.off ?? []),
        }),
      ),
      field(
        text("dashboard.plan.pace"),
        element("input.rm-field", {
          type: "number",
          name: "pace",
          value: plan?.pace ?? schedule.PACE,
          min: 0.25,
          max: 168,
          step: "any",
          inputmode: "decimal",
        }),
      ),
      inPhases,
      optional,
      roadmapIndex.taskIds.length > 0 && checkbox("tasks", plan?.tasks ?? false, text("dashboard.plan.tasks")),
      needs,
      first,
    ),
    element(
      "p",
      {},
      element(
        "button.rm-button",
        { type: "submit", id: "make-plan" },
        text(plan ? "dashboard.plan.update" : "dashboard.plan.create"),
      ),
      " ",
      plan &&
        element(
          "button.rm-small-button",
          { type: "button", id: "delete-plan", onclick: remove },
          text("dashboard.plan.delete"),
        ),
      " ",
      status,
    ),
  );
};
