/* A change of one record in words: what it is of, what it was, what it would be, and whether something of the
   learner's would be gone. */

import type { ImportChange } from "./types.ts";
import { days } from "../dashboard/days.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { merging } from "../storage/merging.ts";
import type { Plan } from "../dashboard/types.ts";
import type { Item, Link } from "../storage/types.ts";

/** In the order in which they are shown. */
const KINDS: Record<string, string> = {
  state: "States",
  note: "Notes",
  links: "Own links",
  plan: "Plan",
  focus: "Current focus",
  phase: "Phase status",
  month: "Monthly reviews",
  day: "Habits",
  review: "Reviews",
  update: "Updates of the roadmap",
};
const STATES: Record<string, string> = { todo: "to do", learning: "learning", done: "done", skipped: "skipped" };
const STATUSES: Record<string, string> = {
  auto: "by ticks",
  "not-started": "not started",
  "in-progress": "in progress",
  completed: "completed",
};
const PROMPTS = {
  learned: "Learned",
  projects: "Projects completed",
  challenges: "Challenges",
  next: "Goals for next month",
};

/** Whether a text lacks a line of another, or a part of one. */
const isShortened = (before: string, after: string) => {
  if (before.trim() === "" || after.includes(before)) return false;
  const lines = (text: string) =>
    text
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const rest = lines(after);
  const missing = lines(before).filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  // Few lines are: someone went on writing in them. Of very many, each counts as changed.
  if (missing.length * rest.length > 100_000) return true;
  return missing.some((line) => {
    const at = rest.findIndex((other) => other.includes(line));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

type Words = { lines: string[]; texts: { name: string; before: string; after: string }[]; isLoss: boolean };
const line = (name: string, before: string, after: string): string[] =>
  before === after ? [] : [`${name}${name && ": "}${before} → ${after}`];
const day = (value: string | undefined) => (value ? days.words(value) : "none");
const entry = (id: string | undefined) => (id ? roadmapIndex.title(id) : "none");
const habits = new Map(
  roadmapIndex.data.routine.flatMap((block) => block.items.map(([id, title]: string[]) => [id, title])),
);

const words: Record<string, (before: any, after: any, key: string) => Words> = {
  state(before, after) {
    const [was, is] = [before?.state ?? "todo", after.state];
    const isLoss = (was === "done" && is !== "done") || (was !== "todo" && is === "todo");
    return { lines: line("", STATES[was], STATES[is]), texts: [], isLoss };
  },
  note: (before, after) => texts([["", before?.text, after.text]]),
  month: (before, after) =>
    texts(Object.entries(PROMPTS).map(([field, name]) => [name, before?.[field], after[field]])),
  links(before, after) {
    const [was, is] = [before?.links ?? [], after.links].map(
      (list) => new Map<string, Link>(list.map((link: Link) => [merging.canonical([link.title, link.url]), link])),
    );
    const only = (one: Map<string, Link>, other: Map<string, Link>) =>
      [...one].filter(([key]) => !other.has(key)).map(([, link]) => link);
    const [gone, fresh] = [only(was, is), only(is, was)];
    const shown = (link: Link) => (link.title ? `${link.title} (${link.url})` : link.url);
    return {
      lines: [...gone.map((link) => `Removed: ${shown(link)}`), ...fresh.map((link) => `Added: ${shown(link)}`)],
      texts: [],
      isLoss: gone.length > 0,
    };
  },
  phase(before, after) {
    const [was, is] = [before?.status ?? "auto", after.status];
    const name = (status: string) => STATUSES[status];
    return { lines: line("", name(was), name(is)), texts: [], isLoss: was === "completed" && is !== "completed" };
  },
  review: (before, after) => ({
    lines: [
      ...line("Next review", day(before?.due), day(after.due)),
      ...line("Times reviewed", String(before?.reps ?? 0), String(after.reps)),
      ...(before ? line("Interval in days", String(before.days), String(after.days)) : []),
    ],
    texts: [],
    isLoss: (before?.reps ?? 0) > after.reps,
  }),
  day(before, after) {
    const isDone = (item: any, habit: string) => Object.hasOwn(item?.ticks ?? {}, habit) && item.ticks[habit] > 0;
    const changed = [...new Set([...Object.keys(before?.ticks ?? {}), ...Object.keys(after.ticks)])].filter(
      (habit) => isDone(before, habit) !== isDone(after, habit),
    );
    return {
      lines: changed.map(
        (habit) => `${habits.get(habit) ?? habit}: ${isDone(after, habit) ? "not done → done" : "done → not done"}`,
      ),
      texts: [],
      isLoss: changed.some((habit) => isDone(before, habit)),
    };
  },
  focus: (before, after) => ({
    lines: [
      ...line("Phase", entry(before?.phase), entry(after.phase)),
      ...line("Topic", entry(before?.topic), entry(after.topic)),
      ...line("Started", day(before?.start), day(after.start)),
      ...line("To be done by", day(before?.target), day(after.target)),
    ],
    texts: [],
    isLoss: ["phase", "topic", "start", "target"].some((field) => before?.[field] && !after[field]),
  }),
  plan(before, after) {
    const [was, is] = [before, after].map((plan) => (!plan || plan.none ? null : plan));
    if (!was || !is)
      return {
        lines: line("", was ? planned(was) : "no plan", is ? planned(is) : "no plan"),
        texts: [],
        isLoss: Boolean(was && !is),
      };
    return {
      lines: PLANNED.flatMap(([name, say]) => line(name, say(was), say(is))),
      texts: [],
      isLoss: (was.off ?? []).some(
        ([from, to]: string[]) => !(is.off ?? []).some((span: string[]) => span[0] === from && span[1] === to),
      ),
    };
  },
};

const texts = (fields: [string, string | undefined, string | undefined][]): Words => {
  const changed = fields
    .map(([name, before, after]) => ({ name, before: before ?? "", after: after ?? "" }))
    .filter(({ before, after }) => before !== after);
  return { lines: [], texts: changed, isLoss: changed.some(({ before, after }) => isShortened(before, after)) };
};

const PLANNED: [string, (plan: Plan) => string][] = [
  ["Start", (plan) => day(plan.start)],
  ["Hours a week", (plan) => String(plan.hours ?? "by weekday")],
  ["Hours by weekday", (plan) => plan.week?.join(", ") ?? "none"],
  ["Hours a week that durations assume", (plan) => String(plan.pace ?? "the usual")],
  [
    "Days off",
    (plan) =>
      (plan.off ?? [])
        .map(([from, to]: string[]) => (from === to ? day(from) : `${day(from)} to ${day(to)}`))
        .join(", ") || "none",
  ],
  ["Optional topics", (plan) => (plan.optional ? "included" : "left out")],
  [
    "Order",
    (plan) =>
      !plan.order || plan.order === "map"
        ? "the roadmap"
        : (roadmapIndex.data.documents.find((one) => one.id === plan.order)?.title ?? plan.order),
  ],
  ["Phases", (plan) => plan.parts?.map(entry).join(", ") ?? "all"],
];
const planned = (plan: Plan) =>
  `start ${day(plan.start)}, ${plan.hours ? `${plan.hours} hours a week` : "hours by weekday"}`;

const titleOf = (kind: string, key: string) => {
  if (kind === "day" || kind === "update") return days.words(key);
  if (kind === "month")
    return new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric", timeZone: "UTC" }).format(
      Date.parse(`${key}-01`),
    );
  return key === "current" && kind === "plan"
    ? "Plan"
    : key === "current" && kind === "focus"
      ? "Current focus"
      : roadmapIndex.title(key);
};

export const changes = {
  KINDS,
  describe(path: string, before: Item | null, after: Item): ImportChange {
    const [kind, key] = path.split("/");
    const found = words[kind]?.(before, after, key) ?? {
      lines: [before ? "changed" : "new"],
      texts: [],
      isLoss: false,
    };
    return {
      path,
      kind,
      title: titleOf(kind, key),
      before,
      ...found,
      isShown: found.lines.length + found.texts.length > 0,
    };
  },
};
