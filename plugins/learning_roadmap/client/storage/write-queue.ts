/* Brings what was written into the second copy, and knows whether it arrived. */

import { database } from "./indexeddb.ts";
import type { Saved } from "./types.ts";

/** How long to wait after each failure before it is tried again, in ms. */
const PAUSES = [200, 800, 1600];
/** After that: with the next write, and now and then. */
const LATER = 30_000;
const FAILED = "Saved in this tab; a backup copy failed.";
const SAFE: Saved = { isSafe: true, reason: "", why: "" };

/** What the second copy has not got yet, by path */
const pending: Map<string, string> = new Map();

type Batch = { promise: Promise<Saved>; resolve: (answer: Saved) => void };
/** Of what is being stored */
let current: Batch[] = [];
/** Of what came since */
let upcoming: Batch | null = null;
/** How it ended last */
let last: Saved = SAFE;
let isRunning = false;
/** Whether it was given up before: then one failure is enough to say so again. */
let isDown = false;
const listeners: Set<(answer: Saved) => void> = new Set();
let timer: ReturnType<typeof setTimeout> | undefined;

const batch = () => {
  let resolve: (answer: Saved) => void = () => {};
  const promise = new Promise<Saved>((kept) => {
    resolve = kept;
  });
  return { promise, resolve };
};

/** Why it failed, to go on after "because". */
const words = (error: any) => {
  if (database.isMissing()) return "IndexedDB is not available in this window (as in some private windows)";
  if (error?.name === "QuotaExceededError") return "the browser's storage is full";
  if (error?.name === "TimeoutError") return "the browser's database does not answer";
  return "the browser's database has refused it";
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
      await database.put(records);
      for (const [path, raw] of records) if (pending.get(path) === raw) pending.delete(path);
      failures = 0;
      isDown = false;
      end(SAFE);
    } catch (error) {
      if (isDown || database.isMissing() || failures >= PAUSES.length) {
        isDown = true;
        end({ isSafe: false, reason: FAILED, why: words(error) });
        // Tried now and then, but not for a database that there is not.
        if (!database.isMissing()) timer = setTimeout(() => void run(), LATER);
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
  /** @returns kept when what was written so far is in the second copy, or was given up for now */
  settled: (): Promise<Saved> => (upcoming ?? current.at(-1))?.promise ?? Promise.resolve(last),
  /** @param listener hears each time how it ended */
  listen: (listener: (answer: Saved) => void) => listeners.add(listener),
  /** Nothing more of this is to be stored. */
  forget: () => pending.clear(),
};
// A tab that is looked at again may find a database that works again.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && pending.size > 0 && !isRunning && !database.isMissing()) void run();
});
