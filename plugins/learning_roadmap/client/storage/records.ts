/* What may be stored: one record under one path, such as state/dropout or note/dropout. Whatever is read is checked
   here first. */

import type { Item, Kind, State } from "./types.ts";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LATEST = Date.UTC(2200, 0, 1);
/** Between two texts that a merge has kept one below the other. */
const BETWEEN = "\n\n---\n\n";
const MOST = {
  text: 20_000,
  parts: 20,
  title: 500,
  address: 2000,
  links: 500,
  weekly: 168,
  off: 400,
  leaves: 10_000,
  changes: 5000,
  named: 100,
};
/** In the order in which they win when two are of the same time. */
const STATES: State[] = ["todo", "learning", "skipped", "done"];
const STATUSES = ["auto", "not-started", "in-progress", "completed"];
const MONTH_FIELDS = ["learned", "projects", "challenges", "next"] as const;

/** @returns a field of its own, never one that is inherited */
const own = (value: unknown, name: string): any =>
  Object.hasOwn(value as object, name) ? (value as any)[name] : undefined;
const isRecord = (value: unknown): value is Record<string, any> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => typeof value === "string" && value.length <= most;
/** @param value a text as someone may write it, or a few of them that a merge has kept */
const isWritten = (value: unknown) =>
  typeof value === "string" &&
  (value.length <= MOST.text ||
    (value.length <= MOST.text * MOST.parts && value.split(BETWEEN).every((part) => part.length <= MOST.text)));
const isNumber = (value: unknown, least: number, most: number) =>
  typeof value === "number" && Number.isFinite(value) && value >= least && value <= most;
/** @returns a day that the calendar has */
const isDate = (value: unknown): value is string => {
  if (typeof value !== "string" || !DATE.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && time >= 0 && time < LATEST && new Date(time).toISOString().startsWith(value);
};
const isAddress = (value: unknown) =>
  isText(value, MOST.address) && /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);
const isMap = (value: unknown, fits: (key: string, value: unknown) => boolean, most: number) =>
  isRecord(value) &&
  Object.keys(value).length <= most &&
  Object.entries(value).every(([key, inner]) => fits(key, inner));
const isTime = (value: unknown) => isNumber(value, 0, 8.64e15);
/** @param value whether it is a list of at most `most` */
const isList = (value: unknown, fits: (value: any) => boolean, most: number) =>
  Array.isArray(value) && value.length <= most && value.every(fits);

const isId = (value: unknown): value is string => isText(value, 80) && ID.test(value);
/** @param value something that happened to an entry of the roadmap */
const isChange = (value: unknown) =>
  isRecord(value) &&
  /^[a-z]{1,20}$/.test(String(own(value, "what"))) &&
  isId(own(value, "id")) &&
  isList(own(value, "to"), isId, MOST.named);

/** A field, what its value has to fulfil, and that in words. */
type Rule = [name: string, fits: (value: any) => boolean, wanted: string];

/**
 * Rules for the fields of a record, each with what to say when it does not hold.
 * @returns what is wrong, or nothing
 */
const fields =
  (needed: Rule[], optional: Rule[] = []): ((value: any) => string) =>
  (value) => {
    for (const [name, fits, wanted] of needed) if (!fits(own(value, name))) return `${name} has to be ${wanted}`;
    for (const [name, fits, wanted] of optional) {
      if (Object.hasOwn(value, name) && !fits(own(value, name))) return `${name} has to be ${wanted}`;
    }
    return "";
  };
const oneOf = (words: readonly string[]) => (value: unknown) => typeof value === "string" && words.includes(value);
const text = (name: string): Rule => [name, isWritten, `a text of at most ${MOST.text} characters`];
const day = (name: string): Rule => [
  name,
  (value) => value === "" || isDate(value),
  "a day such as 2026-01-31, or empty",
];
/**
 * Of what someone wrote: who changed it last and when, a version vector by which a merge tells newer from other; and
 * the time of what it replaced.
 */
const versionFields: Rule[] = [
  [
    "by",
    (value) => isMap(value, (key, at) => /^[a-z0-9]{1,16}$/.test(key) && isNumber(at, 0, 8.64e15), 200),
    "a record of devices and times",
  ],
  ["after", (value) => isNumber(value, 0, 8.64e15), "a time in milliseconds"],
];

const planned = fields(
  [["start", isDate, "a day such as 2026-01-31"]],
  [
    ["hours", (value) => isNumber(value, 0.25, MOST.weekly), "0.25 to 168 hours a week"],
    [
      "week",
      (value) =>
        isList(value, (hours) => isNumber(hours, 0, 24), 7) &&
        value.length === 7 &&
        value.some((hours: number) => hours > 0),
      "seven numbers of hours, Monday first, not all of them 0",
    ],
    ["pace", (value) => isNumber(value, 0.25, MOST.weekly), "0.25 to 168 hours a week"],
    [
      "off",
      (value) => isList(value, (span) => isList(span, isDate, 2) && span.length === 2, MOST.off),
      "pairs of days",
    ],
    ["optional", (value) => typeof value === "boolean", "true or false"],
    ["order", (value) => isText(value, 80), "map or a document"],
    ["parts", (value) => isList(value, (id) => isText(id, 80), 1000), "a list of phases"],
  ],
);

const kinds: Map<string, Kind> = new Map(
  Object.entries({
    state: {
      key: ID,
      merge: "state",
      check: fields(
        [["state", oneOf(STATES), STATES.join(", ")]],
        [
          ["since", (value) => isNumber(value, 0, 8.64e15), "a time in milliseconds"],
          // Of a topic that has subtopics now: those that got its state. Of one of these: where it came from.
          ["parts", (value) => isList(value, isId, MOST.leaves), "a list of ids"],
          ["from", isId, "an id"],
          // Of a topic that had subtopics in a release that may come back: what it was then. And of one that has them
          // again: when that was said.
          [
            "before",
            (value) =>
              isRecord(value) &&
              isTime(own(value, "said")) &&
              STATES.includes(own(value, "state")) &&
              isList(own(value, "parts"), isId, MOST.leaves),
            "a state with its time and its parts",
          ],
          ["said", isTime, "a time in milliseconds"],
        ],
      ),
    },
    note: { key: ID, merge: "multiValue", check: fields([text("text")], versionFields) },
    links: {
      key: ID,
      merge: "multiValue",
      check: fields(
        [
          [
            "links",
            (value) =>
              isList(
                value,
                (link) => isRecord(link) && isText(own(link, "title"), MOST.title) && isAddress(own(link, "url")),
                MOST.links,
              ),
            `at most ${MOST.links} links, each with a title and a web address`,
          ],
        ],
        versionFields,
      ),
    },
    phase: { key: ID, merge: "lastWriterWins", check: fields([["status", oneOf(STATUSES), STATUSES.join(", ")]]) },
    review: {
      key: ID,
      merge: "lastWriterWins",
      check: fields(
        [
          ["reps", (value) => Number.isInteger(value) && isNumber(value, 0, 10_000), "a whole number"],
          ["ease", (value) => isNumber(value, 1.3, 20), "a number from 1.3"],
          ["days", (value) => isNumber(value, 0, 40_000), "a number of days"],
          ["due", isDate, "a day such as 2026-01-31"],
        ],
        [["since", (value) => isNumber(value, 0, 8.64e15), "a time in milliseconds"]],
      ),
    },
    day: {
      key: DATE,
      merge: "ticks",
      check: fields([
        [
          "ticks",
          (value) => isMap(value, (key, at) => ID.test(key) && isNumber(at, -8.64e15, 8.64e15), 500),
          "a record of habits and times",
        ],
      ]),
    },
    month: {
      key: /^\d{4}-(?:0[1-9]|1[0-2])$/,
      merge: "multiValue",
      check: fields([], [...MONTH_FIELDS.map(text), ...versionFields]),
    },
    update: {
      key: DATE,
      merge: "union",
      check: fields([
        [
          "changes",
          (value) => isList(value, isChange, MOST.changes),
          `a list of at most ${MOST.changes} changes, each with what, id and to`,
        ],
      ]),
    },
    focus: {
      key: /^current$/,
      merge: "lastWriterWins",
      check: fields(
        [],
        [
          ["phase", (value) => isText(value, 80), "a phase"],
          ["topic", (value) => isText(value, 80), "a topic"],
          day("start"),
          day("target"),
        ],
      ),
    },
    plan: {
      key: /^current$/,
      merge: "lastWriterWins",
      check: (value) => (own(value, "none") === true ? "" : planned(value)),
    },
  }),
);
/**
 * What stands for "nothing was said". A record cannot just be removed: other tabs, devices and the second copy still
 * have it.
 */
const BLANK: Map<string, any> = new Map(
  Object.entries({
    state: { state: "todo" },
    note: { text: "" },
    links: { links: [] },
    phase: { status: "auto" },
    day: { ticks: {} },
    month: {},
    focus: {},
    plan: { none: true },
    review: { reps: 0, ease: 2.5, days: 0, due: "1970-01-01" },
  }),
);
/** @returns the kind of a path that can be stored; undefined for any other */
const kindOf = (path: string): Kind | undefined => {
  const slash = path.indexOf("/");
  const kind = slash < 0 ? undefined : kinds.get(path.slice(0, slash));
  const key = path.slice(slash + 1);
  return kind && key.length <= 80 && kind.key.test(key) ? kind : undefined;
};

/** @returns what is wrong with a record, or nothing */
const check = (path: string, value: unknown): string => {
  const kind = kindOf(path);
  if (!kind) return "there is no such entry";
  if (!isRecord(value)) return "it has to be a record";
  if (!isNumber(own(value, "at"), 0, 8.64e15)) return "at has to be a time in milliseconds";
  return kind.check(value);
};

/**
 * @param raw the stored text
 * @returns null when it is damaged, or is no such record
 */
const parse = (path: string, raw: string | null): Item | null => {
  try {
    const value = JSON.parse(raw ?? "");
    return check(path, value) === "" ? value : null;
  } catch {
    return null;
  }
};

/** The same for what the first format wrote: a tick without a time is a tick, and anything newer wins over it. */
const parseOld = (path: string, raw: string | null): Item | null => {
  const item = parse(path, raw);
  if (item) return item;
  try {
    const value = JSON.parse(raw ?? "");
    return isRecord(value) && !Object.hasOwn(value, "at") && check(path, { ...value, at: 0 }) === ""
      ? { ...value, at: 0 }
      : null;
  } catch {
    return null;
  }
};

// Each of the files that follow adds its own part.
export const records = {
  BETWEEN,
  BLANK,
  ID,
  STATES,
  MONTH_FIELDS,
  MOST,
  own,
  isRecord,
  isDate,
  isAddress,
  kindOf,
  check,
  parse,
  parseOld,
};
