/* What is stored, and the outcome of storing it. */

/** A stored record: plain JSON, with the time of its last change in ms since 1970. */
export interface Item {
  at: number;
  [field: string]: any;
}

/** A link of the learner's own. */
export interface Link {
  title: string;
  url: string;
}

export type State = "todo" | "learning" | "skipped" | "done";

/** What a learner says of a topic: its state, or that it is known already, which counts as done. */
export type Choice = State | "known";

export type MergeStrategy = "lastWriterWins" | "multiValue" | "ticks" | "state" | "union";

export interface Kind {
  key: RegExp;
  check: (value: any) => string;
  merge: MergeStrategy;
}

export interface RestorePoint {
  at: number;
  why: string;
  items: Record<string, string>;
}

/**
 * Whether something that was written would survive a killed browser; if not, a message for the learner, and a sentence
 * with the cause.
 */
export interface Saved {
  isSafe: boolean;
  reason: string;
  cause: string;
}
