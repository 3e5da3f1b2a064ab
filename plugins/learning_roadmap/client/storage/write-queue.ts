/* Writes records to the second copy, and knows whether they arrived. */

import type { Saved } from "./types.ts";
import { load } from "../core/parts.ts";
import { text } from "../core/strings.ts";

/** The wait after each failure, in ms. */
const PAUSES = [200, 800, 1600];
/** After that it is tried with the next write, and at this interval, in ms. */
const LATER = 30_000;
const SAFE: Saved = { isSafe: true, reason: "", cause: "" };

/** What the second copy lacks, by path */
const pending: Map<string, string> = new Map();

type Batch = { promise: Promise<Saved>; resolve: (answer: Saved) => void };
/** The batches that are being stored */
let current: Batch[] = [];
/** The batch of what came since */
let upcoming: Batch | null = null;
/** The last outcome */
let last: Saved = SAFE;
let isRunning = false;
/** After it was given up once, one failure is enough to report it again. */
let isDown = false;
const listeners: Set<(answer: Saved) => void> = new Set();
let timer: ReturnType<typeof setTimeout> | undefined;

const batch = () => {
  let resolve: (answer: Saved) => void = () => {};
  const promise = new Promise<Saved>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};

/** The second copy, once its part is loaded */
let database: Awaited<ReturnType<typeof load<"upkeep">>>["database"] | null = null;
const isMissing = () => database?.isMissing() ?? false;

const causeOf = (error: any) => {
  if (isMissing()) return text("save.causes.missing");
  if (error?.name === "QuotaExceededError") return text("save.causes.full");
  if (error?.name === "TimeoutError") return text("save.causes.timeout");
  return text("save.causes.refused");
};

const take = () => {
  if (upcoming) current.push(upcoming);
  upcoming = null;
};
const end = (answer: Saved) => {
  last = answer;
  if (!answer.isSafe) take();
  for (const one of current) one.resolve(answer);
  current = [];
  for (const listener of listeners) listener(answer);
};

const run = async () => {
  isRunning = true;
  clearTimeout(timer);
  let failures = 0;
  while (pending.size > 0) {
    take();
    const records = [...pending];
    try {
      database ??= (await load("upkeep")).database;
      await database.put(records);
      for (const [path, raw] of records) if (pending.get(path) === raw) pending.delete(path);
      failures = 0;
      isDown = false;
      end(SAFE);
    } catch (error) {
      if (isDown || isMissing() || failures >= PAUSES.length) {
        isDown = true;
        end({ isSafe: false, reason: text("save.saved_here"), cause: causeOf(error) });
        // A database that is missing is not tried again.
        if (!isMissing()) timer = setTimeout(() => void run(), LATER);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSES[failures]));
      failures += error instanceof Error && error.name === "TimeoutError" ? PAUSES.length : 1;
    }
  }
  isRunning = false;
};

export const writeQueue = {
  /** @param records paths and raw texts */
  add(records: Iterable<[string, string]>) {
    for (const [path, raw] of records) pending.set(path, raw);
    upcoming ??= batch();
    if (!isRunning) void run();
  },
  /** @returns resolves when what was written so far is in the second copy, or was given up for now */
  settled: (): Promise<Saved> => (upcoming ?? current.at(-1))?.promise ?? Promise.resolve(last),
  /** @param listener is given each outcome */
  listen: (listener: (answer: Saved) => void) => listeners.add(listener),
  /** Drop what is still to be stored. */
  forget: () => pending.clear(),
};
// When a tab becomes visible again, its database may work again.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && pending.size > 0 && !isRunning && !isMissing()) void run();
});
