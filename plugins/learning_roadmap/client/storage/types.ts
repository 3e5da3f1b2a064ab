/* What is stored, and what is said of storing it. */

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
 * Whether something that was written would survive a killed browser; else a sentence for the learner, and the cause to
 * go on after "because".
 */
export interface Saved {
  isSafe: boolean;
  reason: string;
  why: string;
}

/** What reconciling needs of the store. */
export interface ReconciledStore {
  read(path: string): Item | null;
  remember(path: string): void;
  isRefused(): boolean;
  isStuck(path: string): boolean;
  tell(paths: string[]): void;
  yieldToMain(): Promise<unknown>;
}
