/* Describes the change of one record in an import: its title, its values before and after, and whether it removes
   something. */

import type { ImportChange } from "./types.ts";
import { listed, text } from "../core/strings.ts";
import { days } from "../dashboard/days.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { merging } from "../storage/merging.ts";
import type { Plan } from "../dashboard/types.ts";
import { records } from "../storage/records.ts";
import type { Choice, Item, Link } from "../storage/types.ts";

/** In the order in which they are shown. */
const KINDS = ["state", "note", "links", "plan", "focus", "phase", "month", "day", "review", "update"] as const;

/** Whether the new text lacks a line of the old one, or a part of a line. */
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
  // A line may have been extended. If there are very many lines, that takes too long, and each counts as missing.
  if (missing.length * rest.length > 100_000) return true;
  return missing.some((line) => {
    const at = rest.findIndex((other) => other.includes(line));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

type Description = { lines: string[]; texts: { name: string; before: string; after: string }[]; isLoss: boolean };
const line = (name: string, before: string, after: string): string[] =>
  before === after
    ? []
    : [
        name === ""
          ? text("backup.changes.change", { before, after })
          : text("backup.changes.named_change", { name, before, after }),
      ];
const day = (value: string | undefined) => (value ? days.words(value) : text("backup.changes.none"));
const entry = (id: string | undefined) => (id ? roadmapIndex.title(id) : text("backup.changes.none"));
const habitTitles = new Map(
  roadmapIndex.data.routine.flatMap((block) => block.items.map(([id, title]: string[]) => [id, title])),
);

const describeKind: Record<string, (before: any, after: any) => Description> = {
  state(before, after) {
    const [was, is] = [before, after].map(records.choiceOf);
    const isDone = (choice: Choice) => choice === "done" || choice === "known";
    const isLoss = (isDone(was) && !isDone(is)) || (was !== "todo" && is === "todo");
    const name = (choice: Choice) => text(`states.${choice}`);
    return { lines: line("", name(was), name(is)), texts: [], isLoss };
  },
  note: (before, after) => texts([["", before?.text, after.text]]),
  month: (before, after) =>
    texts(
      records.MONTH_FIELDS.map((field) => [text(`dashboard.journal.prompts.${field}`), before?.[field], after[field]]),
    ),
  links(before, after) {
    const [was, is] = [before?.links ?? [], after.links].map(
      (list) => new Map<string, Link>(list.map((link: Link) => [merging.canonical([link.title, link.url]), link])),
    );
    const only = (one: Map<string, Link>, other: Map<string, Link>) =>
      [...one].filter(([key]) => !other.has(key)).map(([, link]) => link);
    const [removed, added] = [only(was, is), only(is, was)];
    const shown = ({ title, url }: Link) => (title ? text("backup.changes.link", { title, url }) : url);
    return {
      lines: [
        ...removed.map((link) => text("backup.changes.link_removed", { link: shown(link) })),
        ...added.map((link) => text("backup.changes.link_added", { link: shown(link) })),
      ],
      texts: [],
      isLoss: removed.length > 0,
    };
  },
  phase(before, after) {
    const [was, is] = [before?.status ?? "auto", after.status];
    const name = (status: Status) => text(`dashboard.journal.statuses.${status}`);
    return { lines: line("", name(was), name(is)), texts: [], isLoss: was === "completed" && is !== "completed" };
  },
  review: (before, after) => ({
    lines: [
      ...line(text("backup.changes.next_review"), day(before?.due), day(after.due)),
      ...line(text("backup.changes.times_reviewed"), String(before?.reps ?? 0), String(after.reps)),
      ...(before ? line(text("backup.changes.interval"), String(before.days), String(after.days)) : []),
    ],
    texts: [],
    isLoss: (before?.reps ?? 0) > after.reps,
  }),
  day(before, after) {
    const isDone = (item: any, habit: string) => Object.hasOwn(item?.ticks ?? {}, habit) && item.ticks[habit] > 0;
    const changed = [...new Set([...Object.keys(before?.ticks ?? {}), ...Object.keys(after.ticks)])].filter(
      (habit) => isDone(before, habit) !== isDone(after, habit),
    );
    const name = (item: any, habit: string) =>
      text(isDone(item, habit) ? "backup.changes.habit_done" : "backup.changes.habit_not_done");
    return {
      lines: changed.flatMap((habit) => line(habitTitles.get(habit) ?? habit, name(before, habit), name(after, habit))),
      texts: [],
      isLoss: changed.some((habit) => isDone(before, habit)),
    };
  },
  focus: (before, after) => ({
    lines: [
      ...line(text("backup.changes.focus_phase"), entry(before?.phase), entry(after.phase)),
      ...line(text("backup.changes.focus_topic"), entry(before?.topic), entry(after.topic)),
      ...line(text("backup.changes.focus_start"), day(before?.start), day(after.start)),
      ...line(text("backup.changes.focus_target"), day(before?.target), day(after.target)),
    ],
    texts: [],
    isLoss: ["phase", "topic", "start", "target"].some((field) => before?.[field] && !after[field]),
  }),
  plan(before, after) {
    const [was, is] = [before, after].map((plan) => (!plan || plan.none ? null : plan));
    if (!was || !is)
      return {
        lines: line("", planSummary(was), planSummary(is)),
        texts: [],
        isLoss: Boolean(was && !is),
      };
    return {
      lines: (Object.keys(PLAN_FIELDS) as PlanField[]).flatMap((field) =>
        line(text(`backup.changes.plan_fields.${field}`), PLAN_FIELDS[field](was), PLAN_FIELDS[field](is)),
      ),
      texts: [],
      isLoss: (was.off ?? []).some(
        ([from, to]: string[]) => !(is.off ?? []).some((span: string[]) => span[0] === from && span[1] === to),
      ),
    };
  },
};

const texts = (fields: [string, string | undefined, string | undefined][]): Description => {
  const changed = fields
    .map(([name, before, after]) => ({ name, before: before ?? "", after: after ?? "" }))
    .filter(({ before, after }) => before !== after);
  return { lines: [], texts: changed, isLoss: changed.some(({ before, after }) => isShortened(before, after)) };
};

type Status = "auto" | "not-started" | "in-progress" | "completed";
type PlanField = "start" | "hours" | "week" | "pace" | "off" | "optional" | "order" | "parts";

/** The values of a plan as text, in the order in which they are shown. */
const PLAN_FIELDS: Record<PlanField, (plan: Plan) => string> = {
  start: (plan) => day(plan.start),
  hours: (plan) => String(plan.hours ?? text("backup.changes.by_weekday")),
  week: (plan) => (plan.week && listed(plan.week)) ?? text("backup.changes.none"),
  pace: (plan) => String(plan.pace ?? text("backup.changes.default_pace")),
  off: (plan) =>
    listed(
      (plan.off ?? []).map(([from, to]: string[]) =>
        from === to ? day(from) : text("backup.changes.days_off", { from: day(from), to: day(to) }),
      ),
    ) || text("backup.changes.none"),
  optional: (plan) => text(plan.optional ? "backup.changes.included" : "backup.changes.left_out"),
  order: (plan) =>
    !plan.order || plan.order === "map"
      ? text("backup.changes.roadmap_order")
      : (roadmapIndex.data.documents.find((one) => one.id === plan.order)?.title ?? plan.order),
  parts: (plan) => (plan.parts && listed(plan.parts.map(entry))) ?? text("backup.changes.all"),
};
const planSummary = (plan: Plan | null) => {
  if (!plan) return text("backup.changes.no_plan");
  const date = day(plan.start);
  return plan.hours
    ? text("backup.changes.plan", { date, hours: plan.hours })
    : text("backup.changes.plan_by_weekday", { date });
};

const titleOf = (kind: string, key: string) => {
  if (kind === "day" || kind === "update") return days.words(key);
  if (kind === "month") return days.monthWords(key);
  return key === "current" && kind === "plan"
    ? text("backup.changes.kinds.plan")
    : key === "current" && kind === "focus"
      ? text("backup.changes.kinds.focus")
      : roadmapIndex.title(key);
};

export const changes = {
  KINDS,
  describe(path: string, before: Item | null, after: Item): ImportChange {
    const [kind, key] = path.split("/");
    const description = describeKind[kind]?.(before, after) ?? {
      lines: [text(before ? "backup.changes.changed" : "backup.changes.new")],
      texts: [],
      isLoss: false,
    };
    return {
      path,
      kind,
      title: titleOf(kind, key),
      before,
      ...description,
      isShown: description.lines.length + description.texts.length > 0,
    };
  },
};
