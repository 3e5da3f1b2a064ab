/* The plan: what was asked, what comes out, and what cannot be. */

import { download } from "../core/download.ts";
import { element, plural } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { undo } from "../core/undo.ts";
import { calendar } from "./calendar.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { schedule } from "./schedule.ts";
import type { Plan, Schedules, Week } from "./types.ts";
import { localStore } from "../storage/local-storage.ts";
import { records } from "../storage/records.ts";

const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const site = map.site;
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

const form = (plan: Plan | null) => {
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

/** How long it takes, in words. */
const summary = (ahead: Schedules, plan: Plan) => {
  if (ahead.order.length === 0) return element("p", {}, "Nothing of it is left to do.");
  if (ahead.most.isEndless || ahead.likely.isEndless)
    return element("p", {}, element("strong.rm-late", {}, "At this pace it does not end within 40 years."));
  const [from, to] = [ahead.least.finish, ahead.most.finish].map((day) => days.number(day as string));
  const start = Math.max(days.number(plan.start), days.number(days.today()));
  const [least, most] = [from, to].map((day) => Math.ceil((day - start + 1) / 7));
  const [low, high] = [ahead.least.hours, ahead.most.hours].map(Math.round);
  const span = (one: number, other: number) => (one === other ? String(one) : `${one}–${other}`);
  return element(
    "p",
    {},
    `${plural(ahead.order.length, "topic")} left, about ${span(low, high)} hours: `,
    element("strong", {}, `${span(least, most)} weeks`),
    `, until ${from === to ? days.words(days.day(to)) : `${days.words(days.day(from))} at best, ${days.words(days.day(to))} at worst`}.`,
  );
};

const VERDICTS: Record<string, string> = {
  kept: "will be met",
  tight: "can be met, at the quick end",
  late: "cannot be met",
  unplanned: "is not in this plan",
};

const milestones = (plan: Plan) =>
  planning
    .milestones(plan)
    .map((one) => {
      const judged = one.goals.flatMap(({ title, judged }) => (judged ? [{ title, ...judged }] : []));
      if (judged.length === 0) return null;
      return element(
        "li",
        {},
        element("strong", {}, one.title),
        ` by ${days.words(one.until)}`,
        element(
          "ul",
          {},
          ...judged.map((goal) =>
            element(
              "li",
              {},
              `${goal.title}: `,
              element(goal.verdict === "late" ? "strong.rm-late" : "span", {}, VERDICTS[goal.verdict]),
              goal.verdict === "late" || goal.verdict === "tight"
                ? ` (done between ${days.words(goal.least)} and ${days.words(goal.most)})`
                : "",
            ),
          ),
        ),
      );
    })
    .filter((item) => item !== null);

/** @returns the UIDs of the calendar that was saved last */
const earlier = (): string[] => {
  try {
    const uids = JSON.parse(localStore.get("meta/calendar") ?? "[]");
    return Array.isArray(uids)
      ? uids.filter((uid) => typeof uid === "string" && /^[\w@.-]{1,200}$/.test(uid)).slice(0, 5000)
      : [];
  } catch {
    return [];
  }
};

const saveCalendar = (plan: Plan, ahead: Schedules) => {
  const title = (at: number) => roadmapIndex.title(roadmapIndex.leaves[at]);
  const events = ahead.likely.weeks.map((week) => ({
    uid: `week-${week.monday}@${site}.roadmap`,
    from: week.monday,
    to: days.day(days.number(week.monday) + 6),
    title: `${Math.round(week.hours * 10) / 10} h: ${week.items
      .map((item) => title(item.at))
      .slice(0, 3)
      .join(", ")}${week.items.length > 3 ? " …" : ""}`,
    text: week.items.map((item) => `- ${title(item.at)}`).join("\n"),
  }));
  const dated = planning.milestones(plan).map((one) => ({
    uid: `milestone-${one.id}@${site}.roadmap`,
    from: one.until,
    to: one.until,
    title: one.title,
    text: one.goals.map((goal) => `- ${goal.title}`).join("\n"),
  }));
  // Weeks of an earlier file that are planned no more are taken back.
  const all = [...events, ...dated];
  const uids = all.map((event) => event.uid);
  const gone = earlier()
    .filter((uid) => !uids.includes(uid))
    .map((uid) => ({
      uid,
      from: days.today(),
      to: days.today(),
      title: "No longer planned",
      text: "",
      isCancelled: true,
    }));
  localStore.set("meta/calendar", JSON.stringify(uids));
  download(
    `${site}-plan.ics`,
    calendar([...all, ...gone], { name: `${roadmapIndex.data.title}: plan`, stamp: Date.now() }),
    "text/calendar",
  );
  say("The calendar was saved as a file.");
};

dashboard.views.set("plan", () => {
  const plan = planning.plan();
  if (!plan) return [form(plan)];
  const ahead = planning.ahead(plan);
  const kept = milestones(plan);
  const week = (one: Week) =>
    element(
      "li.rm-week",
      {},
      element(
        "h3",
        {},
        `Week of ${days.words(one.monday)} `,
        element("small", {}, `${Math.round(one.hours * 10) / 10} h`),
      ),
      element(
        "ul.rm-list",
        {},
        ...one.items.map((item) =>
          element(
            "li",
            {},
            element(
              "div.rm-row",
              {},
              roadmapIndex.box(roadmapIndex.leaves[item.at]),
              element("span.rm-home", {}, roadmapIndex.link(roadmapIndex.leaves[item.at], "open")),
              !item.ends && element("small.rm-kind", {}, "goes on"),
            ),
          ),
        ),
      ),
    );
  return [
    form(plan),
    element("h2", {}, "What comes out"),
    summary(ahead, plan),
    element(
      "p.rm-line",
      {},
      `Effort: a topic's own hours where the roadmap has them; else its share of its phase's (or its document's week's) time, at ${plan.pace ?? schedule.PACE} hours a week.`,
    ),
    kept.length > 0 ? element("ul", {}, ...kept) : null,
    element(
      "p",
      {},
      element(
        "button.rm-button",
        { type: "button", id: "save-calendar", onclick: () => saveCalendar(plan, ahead) },
        "Save as calendar (.ics)",
      ),
    ),
    element("h2", {}, "Week by week"),
    element("ol.rm-list", {}, ...ahead.likely.weeks.slice(0, 8).map(week)),
    ahead.likely.weeks.length > 8
      ? element(
          "details.rm-fold",
          {},
          element("summary", {}, `All ${ahead.likely.weeks.length} weeks`),
          element("ol.rm-list.rm-long", {}, ...ahead.likely.weeks.slice(8).map(week)),
        )
      : null,
  ];
});
