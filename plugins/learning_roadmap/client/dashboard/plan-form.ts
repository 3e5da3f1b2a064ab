/* The form in which a learner asks for a plan. */

import { element } from "../core/elements.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { undo } from "../core/undo.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import type { Plan } from "./types.ts";
import { records } from "../storage/records.ts";

const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const field = (words: string, input: Node) => element("label.rm-label", {}, words, input);
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

/** Days off, as people write them: one a line, a day or two with "to" between. */
const readOff = (text: string) => {
  const spans: [string, string][] = [];
  for (const line of text
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [from, to = from] = line.split(/\s+(?:to|–|-)\s+/);
    if (!records.isDate(from) || !records.isDate(to) || to < from)
      return { spans, problem: `“${line}” is no day: write 2026-12-24, or 2026-12-24 to 2027-01-01` };
    spans.push([from, to]);
  }
  return { spans, problem: "" };
};

const save = (form: HTMLFormElement, told: HTMLElement) => {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const fail = (words: string) => {
    told.textContent = words;
    say(words);
  };
  const week = NAMES.map((_, at) => Number(text(`day-${at}`)));
  const isWeekly = week.some((hours) => hours > 0);
  const { spans, problem } = readOff(text("off"));
  if (problem !== "") return fail(problem);
  const parts = data.getAll("parts").map(String);
  const plan = {
    start: text("start"),
    ...(isWeekly ? { week } : { hours: Number(text("hours")) }),
    pace: Number(text("pace")),
    off: spans,
    order: text("order"),
    optional: data.get("optional") !== null,
    ...(parts.length > 0 ? { parts } : {}),
  };
  const wrong = records.check("plan/current", { ...plan, at: 0 });
  if (wrong !== "") return fail(`This cannot be planned: ${wrong}.`);
  const isFirst = planning.plan() === null;
  const words = isFirst ? ["Plan created", "There is no plan"] : ["Plan updated", "The plan is as it was"];
  if (!undo.act(words[0], [["plan/current", plan]], { undone: words[1] })) return sayUnsaved("The plan");
  dashboard.show();
  return undefined;
};

/** The form of a plan: what the learner asks for. */
export const planForm = (plan: Plan | null) => {
  const told = element("span.rm-told", { role: "status" });
  const usual = planning.road.parts.filter((part) => part.weeks).map((part) => part.id);
  const wanted = plan?.parts ?? usual;
  const made = element(
    "form.rm-plan",
    {
      onsubmit: (event: Event) => {
        event.preventDefault();
        save(made, told);
      },
    },
    element(
      "div.rm-fields",
      {},
      field(
        "Start",
        element("input.rm-field", { type: "date", name: "start", value: plan?.start ?? days.today(), required: true }),
      ),
      field("Hours a week", number("hours", plan?.hours ?? schedule.PACE, { min: 0.25 })),
      field(
        "Order",
        element(
          "select.rm-field",
          { name: "order" },
          element("option", { value: "map" }, "The whole map"),
          ...roadmapIndex.data.documents.map((one) =>
            element("option", { value: one.id, selected: plan?.order === one.id }, one.title),
          ),
        ),
      ),
    ),
    element(
      "details.rm-fold",
      {},
      element("summary", {}, "More: hours for each weekday, days off, which phases"),
      element(
        "fieldset.rm-topics",
        {},
        element("legend", {}, "Hours for each weekday, instead of hours a week"),
        element(
          "div.rm-fields",
          {},
          ...NAMES.map((name, at) => field(name, number(`day-${at}`, plan?.week?.[at] ?? "", { max: 24 }))),
        ),
      ),
      field(
        "Days off, one line each",
        element("textarea.rm-field", {
          name: "off",
          rows: 3,
          placeholder: "2026-12-24 to 2027-01-01",
          value: (plan?.off ?? []).map(([from, to]) => (from === to ? from : `${from} to ${to}`)).join("\n"),
        }),
      ),
      field(
        "The roadmap's weeks are meant at this many hours each",
        number("pace", plan?.pace ?? schedule.PACE, { min: 0.25 }),
      ),
      element(
        "fieldset.rm-topics",
        {},
        element("legend", {}, "Phases (for the whole map)"),
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
        " With optional topics",
      ),
    ),
    element(
      "p",
      {},
      element("button.rm-button", { type: "submit", id: "make-plan" }, plan ? "Plan anew" : "Make the plan"),
      " ",
      told,
    ),
  );
  return made;
};
