/* The form of the plan. */

import { element } from "../core/elements.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import type { Plan } from "./types.ts";
import { records } from "../storage/records.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const field = (label: string, input: Node) => element("label.rm-label", {}, label, input);
const number = (name: string, value: number | string, more: Record<string, any> = {}) =>
  element("input.rm-field", {
    type: "number",
    name,
    value,
    min: 0,
    max: 168,
    step: "any",
    inputmode: "decimal",
    ...more,
  });

/** Read days off: on each line one date, or two with "to" or a dash between them. */
const readDaysOff = (value: string) => {
  const spans: [string, string][] = [];
  for (const line of value
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [from, to = from] = line.split(/\s+(?:to|–|-)\s+/);
    if (!records.isDate(from) || !records.isDate(to) || to < from)
      return { spans, problem: text("dashboard.plan.days_off_problem", { line }) };
    spans.push([from, to]);
  }
  return { spans, problem: "" };
};

const save = (form: HTMLFormElement, status: HTMLElement) => {
  const data = new FormData(form);
  const value = (name: string) => String(data.get(name) ?? "").trim();
  const fail = (message: string) => {
    status.textContent = message;
    say(message);
  };
  const week = WEEKDAYS.map((_, at) => Number(value(`day-${at}`)));
  const isWeekly = week.some((hours) => hours > 0);
  const { spans, problem } = readDaysOff(value("off"));
  if (problem !== "") return fail(problem);
  const parts = data.getAll("parts").map(String);
  const plan = {
    start: value("start"),
    ...(isWeekly ? { week } : { hours: Number(value("hours")) }),
    pace: Number(value("pace")),
    off: spans,
    order: value("order"),
    optional: data.get("optional") !== null,
    ...(parts.length > 0 ? { parts } : {}),
  };
  const invalid = records.check("plan/current", { ...plan, at: 0 });
  if (invalid !== "") return fail(text("dashboard.plan.invalid", { problem: invalid }));
  const isNew = planning.plan() === null;
  const label = text(isNew ? "dashboard.plan.created" : "dashboard.plan.updated");
  const undone = text(isNew ? "dashboard.plan.created_undone" : "dashboard.plan.updated_undone");
  if (!undo.act(label, [["plan/current", plan]], { undone })) return sayUnsaved(text("dashboard.plan.name"));
  dashboard.show();
  return undefined;
};

/** The form in which the learner creates or updates a plan. */
export const planForm = (plan: Plan | null) => {
  const status = element("span.rm-field-status", { role: "status" });
  const usual = planning.road.parts.filter((part) => part.weeks).map((part) => part.id);
  const wanted = plan?.parts ?? usual;
  const form = element(
    "form.rm-plan",
    {
      onsubmit: (event: Event) => {
        event.preventDefault();
        save(form, status);
      },
    },
    element(
      "div.rm-fields",
      {},
      field(
        text("dashboard.plan.start"),
        element("input.rm-field", { type: "date", name: "start", value: plan?.start ?? days.today(), required: true }),
      ),
      field(text("dashboard.plan.hours"), number("hours", plan?.hours ?? schedule.PACE, { min: 0.25 })),
      field(
        text("dashboard.plan.order"),
        element(
          "select.rm-field",
          { name: "order" },
          element("option", { value: "map" }, text("dashboard.plan.roadmap_order")),
          ...roadmapIndex.data.documents.map((one) =>
            element("option", { value: one.id, selected: plan?.order === one.id }, one.title),
          ),
        ),
      ),
    ),
    element(
      "details.rm-fold",
      {},
      element("summary", {}, text("dashboard.plan.more")),
      element(
        "fieldset.rm-topics",
        {},
        element("legend", {}, text("dashboard.plan.weekday_hours")),
        element(
          "div.rm-fields",
          {},
          ...WEEKDAYS.map((name, at) =>
            field(text(`dashboard.plan.weekdays.${name}`), number(`day-${at}`, plan?.week?.[at] ?? "", { max: 24 })),
          ),
        ),
      ),
      field(
        text("dashboard.plan.days_off"),
        element("textarea.rm-field", {
          name: "off",
          rows: 3,
          placeholder: text("dashboard.plan.days_off_example"),
          value: (plan?.off ?? []).map(([from, to]) => (from === to ? from : `${from} – ${to}`)).join("\n"),
        }),
      ),
      field(text("dashboard.plan.pace"), number("pace", plan?.pace ?? schedule.PACE, { min: 0.25 })),
      element(
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
      ),
      element(
        "label.rm-choice-line",
        {},
        element("input", { type: "checkbox", name: "optional", checked: plan?.optional ?? true }),
        ` ${text("dashboard.plan.optional")}`,
      ),
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
      status,
    ),
  );
  return form;
};
