/* The placement that the learner has begun. It stays in this browser until it is started over: it is no record, so
   exports and backups do not contain it, and erasing all progress erases it. */

import type { Answer } from "../graph/placement.ts";
import { localStore } from "../storage/local-storage.ts";

export interface Session {
  /** The set of topics that it is about, such as "all" or "phase:foundation". */
  scope: string;
  /** The answers by the ids of topics, in the order in which they were given. */
  answers: Map<string, Answer>;
  /** Whether the learner wants to see the result, although there are more questions. */
  isStopped: boolean;
  /** The topics of the result that the learner ticked or unticked, by id. */
  corrections: Map<string, boolean>;
  /** One of the topics that were marked as known in the end, and how many they were; null before. */
  marked: { topic: string; count: number } | null;
}

const PATH = "meta/placement";
const ANSWERS: unknown[] = ["yes", "roughly", "no"];
/** The session, if the browser stores nothing. */
let unsaved: Session | null = null;

/** @returns the pairs of a list whose values are of the expected kind */
const pairs = <Value>(list: unknown, isValue: (value: unknown) => boolean): Map<string, Value> =>
  new Map(
    (Array.isArray(list) ? list : []).filter(
      (pair): pair is [string, Value] => Array.isArray(pair) && typeof pair[0] === "string" && isValue(pair[1]),
    ),
  );

/** @returns the session that a text describes; null if it describes none */
export const parseSession = (raw: string | null): Session | null => {
  try {
    const { scope, answers, isStopped, corrections, marked } = JSON.parse(raw ?? "");
    if (typeof scope !== "string") return null;
    return {
      scope,
      answers: pairs(answers, (value) => ANSWERS.includes(value)),
      isStopped: isStopped === true,
      corrections: pairs(corrections, (value) => typeof value === "boolean"),
      marked: typeof marked?.topic === "string" ? { topic: marked.topic, count: Number(marked.count) || 0 } : null,
    };
  } catch {
    return null;
  }
};

export const formatSession = (session: Session): string =>
  JSON.stringify({ ...session, answers: [...session.answers], corrections: [...session.corrections] });

export const placementSession = {
  read: (): Session | null => unsaved ?? parseSession(localStore.get(PATH)),
  /** @param session null discards it */
  write(session: Session | null) {
    const isStored = localStore.set(PATH, session && formatSession(session));
    unsaved = isStored ? null : session;
  },
  /** Whether the page would forget it when it is closed, because the browser stores nothing. */
  isForgotten: (): boolean => unsaved !== null,
  /** @param listener is called when another tab has changed it */
  listen(listener: () => void) {
    globalThis.addEventListener("storage", (event) => {
      if (event.key === localStore.prefix + PATH) listener();
    });
  },
};
