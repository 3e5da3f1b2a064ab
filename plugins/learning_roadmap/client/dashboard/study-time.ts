/* The fields for the hours of study: hours per week, or hours per weekday, never both. */

import { element } from "../core/elements.ts";
import { listed, text } from "../core/strings.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import type { Plan } from "./types.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
type Rhythm = "week" | "weekday";

const number = (name: string, value: number | string, limits: Record<string, number>) =>
  element("input.rm-field", { type: "number", name, value, step: "any", inputmode: "decimal", ...limits });
const field = (label: string, input: Node) => element("label.rm-label", {}, label, input);
const rounded = (hours: number, step: number) => Math.round(hours / step) * step;

/**
 * The fields. Those of the other choice are disabled, so a form has only one of them. Whoever changes the choice gets the
 * same hours in the other form.
 */
const fields = (plan: Plan | null): HTMLElement => {
  const week = number("hours", plan?.hours ?? roadmapIndex.data.pace, { min: 0.25, max: 168 });
  const inputs = WEEKDAYS.map((_, at) => number(`day-${at}`, plan?.week?.[at] ?? "", { min: 0, max: 24 }));
  const sum = () => inputs.reduce((all, input) => all + Number(input.value), 0);
  const total = element("p.rm-line", { role: "status" });
  const showTotal = () => {
    total.textContent = text("dashboard.plan.weekday_total", { count: rounded(sum(), 0.01) });
  };
  const byWeek = element("fieldset.rm-plain", {}, field(text("dashboard.plan.hours"), week));
  const byWeekday = element(
    "fieldset.rm-plain",
    { oninput: showTotal },
    element(
      "div.rm-fields",
      {},
      ...WEEKDAYS.map((name, at) => field(text(`dashboard.plan.weekdays.${name}`), inputs[at])),
    ),
    total,
  );
  const choose = (rhythm: Rhythm) => {
    byWeek.hidden = rhythm !== "week";
    byWeek.disabled = byWeek.hidden;
    byWeekday.hidden = rhythm !== "weekday";
    byWeekday.disabled = byWeekday.hidden;
    showTotal();
  };
  const change = (rhythm: Rhythm) => {
    if (rhythm === "weekday") for (const input of inputs) input.value = String(rounded(Number(week.value) / 7, 0.25));
    else if (sum() > 0) week.value = String(rounded(sum(), 0.25));
    choose(rhythm);
  };
  const radio = (rhythm: Rhythm) =>
    element(
      "label.rm-choice-line",
      {},
      element("input", {
        type: "radio",
        name: "rhythm",
        value: rhythm,
        checked: rhythm === (plan?.week ? "weekday" : "week"),
        onchange: () => change(rhythm),
      }),
      ` ${text(`dashboard.plan.rhythms.${rhythm}`)}`,
    );
  choose(plan?.week ? "weekday" : "week");
  return element(
    "fieldset.rm-topics",
    {},
    element("legend", {}, text("dashboard.plan.study_time")),
    radio("week"),
    radio("weekday"),
    byWeek,
    byWeekday,
  );
};

/** @returns the hours in a form, as fields of a plan */
const read = (data: FormData): Pick<Plan, "hours" | "week"> =>
  data.get("rhythm") === "weekday"
    ? { week: WEEKDAYS.map((_, at) => Number(data.get(`day-${at}`))) }
    : { hours: Number(data.get("hours")) };

/** @returns the hours of the days that have some, in words */
const weekWords = (week: number[]): string =>
  listed(
    week.flatMap((hours, at) =>
      hours > 0
        ? [text("dashboard.plan.weekday_hours", { day: text(`dashboard.plan.weekdays.${WEEKDAYS[at]}`), hours })]
        : [],
    ),
  );

export const studyTime = { fields, read, weekWords };
