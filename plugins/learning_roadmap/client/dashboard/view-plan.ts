/* The plan: its form, the schedule, and whether the milestones can be met. */

import { download } from "../core/download.ts";
import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { nodes, text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { calendar } from "./calendar.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import type { Plan } from "./types.ts";
import { localStore } from "../storage/local-storage.ts";
import { records } from "../storage/records.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const site = map.site;
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

const form = (plan: Plan | null) => {
  const status = element("span.rm-told", { role: "status" });
  const usual = planning.road.parts.filter((part) => part.weeks).map((part) => part.id);
  const wanted = plan?.parts ?? usual;
  const planForm = element(
    "form.rm-plan",
    {
      onsubmit: (event: Event) => {
        event.preventDefault();
        save(planForm, status);
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
          ...roadmapIndex.data.documents.map((one: any) =>
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
        ...roadmapIndex.data.phases.map((phase: any) =>
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
  return planForm;
};

/** Describe how long the plan takes. */
const summary = (ahead: ReturnType<typeof schedule.make>, plan: Plan) => {
  if (ahead.order.length === 0) return element("p", {}, text("dashboard.plan.nothing_left"));
  if (ahead.most.isEndless || ahead.likely.isEndless)
    return element("p", {}, element("strong.rm-late", {}, text("dashboard.plan.endless")));
  const [from, to] = [ahead.least.finish, ahead.most.finish].map((day) => days.number(day as string));
  const start = Math.max(days.number(plan.start), days.number(days.today()));
  const [least, most] = [from, to].map((day) => Math.ceil((day - start + 1) / 7));
  const [low, high] = [ahead.least.hours, ahead.most.hours].map(Math.round);
  const range = (from: number, to: number) => (from === to ? String(from) : text("dashboard.plan.range", { from, to }));
  const weeks = text("dashboard.plan.weeks", { weeks: range(least, most), count: most });
  return element(
    "p",
    {},
    ...nodes("dashboard.plan.summary", {
      count: ahead.order.length,
      hours: range(low, high),
      weeks: element("strong", {}, weeks),
    }),
    " ",
    from === to
      ? text("dashboard.plan.finish", { date: days.words(days.day(to)) })
      : text("dashboard.plan.finish_between", { from: days.words(days.day(from)), to: days.words(days.day(to)) }),
  );
};

type Verdict = ReturnType<typeof schedule.judge>["verdict"];

const goalLine = (goal: any) => {
  const { verdict, least, most }: { verdict: Verdict; least: string; most: string } = goal.judged;
  const label = element(verdict === "late" ? "strong.rm-late" : "span", {}, text(`dashboard.plan.verdicts.${verdict}`));
  const line =
    verdict === "late" || verdict === "tight"
      ? nodes("dashboard.plan.goal_between", {
          goal: goal.title,
          verdict: label,
          from: days.words(least),
          to: days.words(most),
        })
      : nodes("dashboard.plan.goal", { goal: goal.title, verdict: label });
  return element("li", {}, ...line);
};

/** The milestones with goals that are not reached yet, and whether the plan meets them. */
const milestones = (plan: Plan) =>
  planning
    .milestones(plan)
    .map((one: any) => {
      const judged = one.goals.filter((goal: any) => goal.judged);
      if (judged.length === 0) return null;
      return element(
        "li",
        {},
        ...nodes("dashboard.plan.milestone", {
          milestone: element("strong", {}, one.title),
          date: days.words(one.until),
        }),
        element("ul", {}, ...judged.map(goalLine)),
      );
    })
    .filter(Boolean);

/** @returns the UIDs of the last exported calendar */
const exportedUids = (): string[] => {
  try {
    const uids = JSON.parse(localStore.get("meta/calendar") ?? "[]");
    return Array.isArray(uids)
      ? uids.filter((uid) => typeof uid === "string" && /^[\w@.-]{1,200}$/.test(uid)).slice(0, 5000)
      : [];
  } catch {
    return [];
  }
};

const exportCalendar = (plan: Plan, ahead: ReturnType<typeof schedule.make>) => {
  const title = (at: number) => roadmapIndex.title(roadmapIndex.leaves[at]);
  const weeks = ahead.likely.weeks.map((week: any) => ({
    uid: `week-${week.monday}@${site}.roadmap`,
    from: week.monday,
    to: days.day(days.number(week.monday) + 6),
    title: text(week.items.length > 3 ? "dashboard.calendar.week_more" : "dashboard.calendar.week", {
      hours: Math.round(week.hours * 10) / 10,
      topics: week.items
        .slice(0, 3)
        .map((item: any) => title(item.at))
        .join(", "),
    }),
    text: week.items.map((item: any) => `- ${title(item.at)}`).join("\n"),
  }));
  const dates = planning.milestones(plan).map((one: any) => ({
    uid: `milestone-${one.id}@${site}.roadmap`,
    from: one.until,
    to: one.until,
    title: one.title,
    text: one.goals.map((goal: any) => `- ${goal.title}`).join("\n"),
  }));
  // Events of the last file that are no longer planned are cancelled.
  const events = [...weeks, ...dates];
  const uids = events.map((event) => event.uid);
  const cancelled = exportedUids()
    .filter((uid) => !uids.includes(uid))
    .map((uid) => ({
      uid,
      from: days.today(),
      to: days.today(),
      title: text("dashboard.calendar.cancelled"),
      text: "",
      isCancelled: true,
    }));
  localStore.set("meta/calendar", JSON.stringify(uids));
  download(
    `${site}-plan.ics`,
    calendar([...events, ...cancelled], {
      name: text("dashboard.calendar.name", { roadmap: roadmapIndex.data.title }),
      stamp: Date.now(),
    }),
    "text/calendar",
  );
  say(text("dashboard.calendar.exported"));
};

dashboard.views.set("plan", () => {
  const plan = planning.plan();
  if (!plan) return [form(plan)];
  const ahead = planning.ahead(plan);
  const judged = milestones(plan);
  const week = (one: any) =>
    element(
      "li.rm-week",
      {},
      element(
        "h3",
        {},
        ...nodes("dashboard.plan.week", {
          date: days.words(one.monday),
          hours: element("small", {}, text("dashboard.plan.hours_short", { hours: Math.round(one.hours * 10) / 10 })),
        }),
      ),
      element(
        "ul.rm-list",
        {},
        ...one.items.map((item: any) =>
          element(
            "li",
            {},
            element(
              "div.rm-row",
              {},
              roadmapIndex.box(roadmapIndex.leaves[item.at]),
              element("span.rm-home", {}, roadmapIndex.link(roadmapIndex.leaves[item.at], text("dashboard.open"))),
              !item.ends && element("small.rm-kind", {}, text("dashboard.plan.continues")),
            ),
          ),
        ),
      ),
    );
  return [
    form(plan),
    element("h2", {}, text("dashboard.plan.schedule")),
    summary(ahead, plan),
    element("p.rm-line", {}, text("dashboard.plan.effort", { count: plan.pace ?? schedule.PACE })),
    judged.length > 0 ? element("ul", {}, ...judged) : null,
    element(
      "p",
      {},
      element(
        "button.rm-button",
        { type: "button", id: "save-calendar", onclick: () => exportCalendar(plan, ahead) },
        text("dashboard.calendar.export"),
      ),
    ),
    element("h2", {}, text("dashboard.plan.week_by_week")),
    element("ol.rm-list", {}, ...ahead.likely.weeks.slice(0, 8).map(week)),
    ahead.likely.weeks.length > 8
      ? element(
          "details.rm-fold",
          {},
          element("summary", {}, text("dashboard.plan.later_weeks", { count: ahead.likely.weeks.length - 8 })),
          element("ol.rm-list.rm-long", {}, ...ahead.likely.weeks.slice(8).map(week)),
        )
      : null,
  ];
});
