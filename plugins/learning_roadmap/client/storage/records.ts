/* What may be stored: one record under one path, such as state/dropout or note/dropout. Everything that is read is
   checked here first. */

import type { Choice, Item, Kind, State } from "./types.ts";
import { listed, type TextKey, text } from "../core/strings.ts";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LATEST = Date.UTC(2200, 0, 1);
/** Separates texts that a merge has put one below the other. */
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
/** In the order in which they win when two have the same time. */
const STATES: State[] = ["todo", "learning", "skipped", "done"];
const STATUSES = ["auto", "not-started", "in-progress", "completed"];
const MONTH_FIELDS = ["learned", "projects", "challenges", "next"] as const;

/** @returns the value of an object's own field, never an inherited one */
const own = (value: unknown, name: string): any =>
  Object.hasOwn(value as object, name) ? (value as any)[name] : undefined;
const isRecord = (value: unknown): value is Record<string, any> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => typeof value === "string" && value.length <= most;
/** @param value a text of a learner, or several that a merge has put one below the other */
const isWritten = (value: unknown) =>
  typeof value === "string" &&
  (value.length <= MOST.text ||
    (value.length <= MOST.text * MOST.parts && value.split(BETWEEN).every((part) => part.length <= MOST.text)));
const isNumber = (value: unknown, least: number, most: number) =>
  typeof value === "number" && Number.isFinite(value) && value >= least && value <= most;
/** @param value whether it is a date that the calendar has */
const isDate = (value: unknown): value is string => {
  if (typeof value !== "string" || !DATE.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && time >= 0 && time < LATEST && new Date(time).toISOString().startsWith(value);
};
const isAddress = (value: unknown) =>
  isText(value, MOST.address) && /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);
/** @returns an address as typed, with https:// before it if that is what it lacks to be one */
const completeAddress = (value: string): string =>
  !isAddress(value) && /^[^\s/:@?#]+\.[^\s/:@?#.]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(value) ? `https://${value}` : value;
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

/** A field: its name, what it must be, and a message for when it is not. */
type Field = [name: string, fits: (value: any) => boolean, problem: (field: string) => string];
/** The keys of one group of texts. */
type KeyIn<Group extends string, Key = TextKey> = Key extends `records.${Group}.${infer Name}` ? Name : never;

const mustBe = (type: KeyIn<"must_be">) => (field: string) => text(`records.must_be.${type}`, { field });
const atMost = (limit: number, type: KeyIn<"at_most">) => (field: string) =>
  text(`records.at_most.${type}`, { field, limit });

/**
 * A check of a record's fields.
 * @returns what is wrong; empty if nothing is
 */
const fields =
  (required: Field[], optional: Field[] = []): ((value: any) => string) =>
  (value) => {
    for (const [name, fits, problem] of required) if (!fits(own(value, name))) return problem(name);
    for (const [name, fits, problem] of optional)
      if (Object.hasOwn(value, name) && !fits(own(value, name))) return problem(name);
    return "";
  };
const oneOf = (name: string, choices: readonly string[]): Field => [
  name,
  (value) => choices.includes(value),
  (field) => text("records.one_of", { field, choices: listed(choices) }),
];
const textField = (name: string): Field => [name, isWritten, atMost(MOST.text, "text")];
const timeField = (name: string): Field => [name, isTime, mustBe("time")];
const dateField = (name: string): Field => [name, isDate, mustBe("date")];
const optionalDateField = (name: string): Field => [
  name,
  (value) => value === "" || isDate(value),
  mustBe("date_or_empty"),
];
/**
 * Of a learner's text: a version vector, by which a merge tells newer from concurrent texts, and the time of the text
 * that it replaced.
 */
const versionFields: Field[] = [
  [
    "by",
    (value) => isMap(value, (key, count) => /^[a-z0-9]{1,16}$/.test(key) && isTime(count), 200),
    mustBe("version"),
  ],
  timeField("after"),
];

const planned = fields(
  [dateField("start")],
  [
    ["hours", (value) => isNumber(value, 0.25, MOST.weekly), mustBe("hours")],
    [
      "week",
      (value) =>
        isList(value, (hours) => isNumber(hours, 0, 24), 7) &&
        value.length === 7 &&
        value.some((hours: number) => hours > 0),
      mustBe("hours_of_days"),
    ],
    ["pace", (value) => isNumber(value, 0.25, MOST.weekly), mustBe("hours")],
    [
      "off",
      (value) => isList(value, (span) => isList(span, isDate, 2) && span.length === 2, MOST.off),
      mustBe("periods"),
    ],
    ["optional", (value) => typeof value === "boolean", mustBe("boolean")],
    ["order", (value) => isText(value, 80), mustBe("order")],
    ["parts", (value) => isList(value, (id) => isText(id, 80), 1000), mustBe("phases")],
    ["goal", (value) => isText(value, 80), mustBe("goal")],
    // Topics that are needed but left out are added; and all come after what they need.
    ["needs", (value) => typeof value === "boolean", mustBe("boolean")],
    ["first", (value) => typeof value === "boolean", mustBe("boolean")],
    ["tasks", (value) => typeof value === "boolean", mustBe("boolean")],
  ],
);

/**
 * "Known already" is stored as a kind of done: builds from before it ignore the field, and read the topic as done. A
 * state of its own would be a damaged record to them.
 * @returns what the learner chose for a topic, from its record
 */
const choiceOf = (item: Record<string, any> | null | undefined): Choice =>
  item?.known === true ? "known" : (item?.state ?? "todo");
/** @returns the record of a choice, without its time */
const ofChoice = (choice: Choice): { state: State; known?: true } =>
  choice === "known" ? { state: "done", known: true } : { state: choice };
/** @returns whether `known` is absent or a boolean, and true only for what is done */
const isKnownValid = (value: object) =>
  own(value, "known") === true ? own(value, "state") === "done" : [undefined, false].includes(own(value, "known"));
const checkState = fields(
  [oneOf("state", STATES)],
  [
    timeField("since"),
    // Of a topic that has subtopics now: those that got its state. Of one of them: the topic that it came from.
    ["parts", (value) => isList(value, isId, MOST.leaves), mustBe("ids")],
    ["from", isId, mustBe("id")],
    // Of a topic that had subtopics in a release that may come back: its state then. Of one that has them again: the
    // time of that state.
    [
      "before",
      (value) =>
        isRecord(value) &&
        isTime(own(value, "said")) &&
        STATES.includes(own(value, "state")) &&
        isKnownValid(value) &&
        isList(own(value, "parts"), isId, MOST.leaves),
      mustBe("earlier_state"),
    ],
    timeField("said"),
  ],
);

const kinds: Map<string, Kind> = new Map(
  Object.entries({
    state: {
      key: ID,
      merge: "state",
      check: (value) => checkState(value) || (isKnownValid(value) ? "" : mustBe("known")("known")),
    },
    note: { key: ID, merge: "multiValue", check: fields([textField("text")], versionFields) },
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
            atMost(MOST.links, "links"),
          ],
        ],
        versionFields,
      ),
    },
    phase: { key: ID, merge: "lastWriterWins", check: fields([oneOf("status", STATUSES)]) },
    review: {
      key: ID,
      merge: "lastWriterWins",
      check: fields(
        [
          ["reps", (value) => Number.isInteger(value) && isNumber(value, 0, 10_000), mustBe("whole_number")],
          ["ease", (value) => isNumber(value, 1.3, 20), mustBe("ease")],
          ["days", (value) => isNumber(value, 0, 40_000), mustBe("days")],
          dateField("due"),
        ],
        [timeField("since")],
      ),
    },
    day: {
      key: DATE,
      merge: "ticks",
      check: fields([
        [
          "ticks",
          (value) => isMap(value, (key, at) => ID.test(key) && isNumber(at, -8.64e15, 8.64e15), 500),
          mustBe("ticks"),
        ],
      ]),
    },
    month: {
      key: /^\d{4}-(?:0[1-9]|1[0-2])$/,
      merge: "multiValue",
      check: fields([], [...MONTH_FIELDS.map(textField), ...versionFields]),
    },
    update: {
      key: DATE,
      merge: "union",
      check: fields([["changes", (value) => isList(value, isChange, MOST.changes), atMost(MOST.changes, "changes")]]),
    },
    focus: {
      key: /^current$/,
      merge: "lastWriterWins",
      check: fields(
        [],
        [
          ["phase", (value) => isText(value, 80), mustBe("phase")],
          ["topic", (value) => isText(value, 80), mustBe("topic")],
          ["goal", (value) => isText(value, 80), mustBe("goal")],
          optionalDateField("start"),
          optionalDateField("target"),
          // The most reviews a day; 0 turns them off.
          ["reviews", (value) => Number.isInteger(value) && isNumber(value, 0, 1000), mustBe("whole_number")],
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
/** Empty records. A record cannot just be removed: other tabs, devices and the second copy still have it. */
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

/** @returns what is wrong with a record; empty if nothing is */
const check = (path: string, value: unknown): string => {
  const kind = kindOf(path);
  if (!kind) return text("records.unknown");
  if (!isRecord(value)) return text("records.not_an_object");
  if (!isTime(own(value, "at"))) return mustBe("time")("at");
  return kind.check(value);
};

/**
 * @param raw the stored text
 * @returns null when it is damaged or not such a record
 */
const parse = (path: string, raw: string | null): Item | null => {
  try {
    const value = JSON.parse(raw ?? "");
    return check(path, value) === "" ? value : null;
  } catch {
    return null;
  }
};

/** The same for the first format: a tick without a time is a tick, and anything newer wins over it. */
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
  completeAddress,
  kindOf,
  choiceOf,
  ofChoice,
  check,
  parse,
  parseOld,
};
