/* What is stored, and what is said of storing it. */

/** A stored record: plain JSON, with the time of its last change in ms since 1970. */
export interface Item {
  at: number;
  [field: string]: any;
}

export type State = "todo" | "learning" | "skipped" | "done";

export type MergeKind = "newest" | "written" | "ticks" | "state" | "union";

export interface Kind {
  key: RegExp;
  check: (value: any) => string;
  merge: MergeKind;
}

export interface RestorePoint {
  at: number;
  why: string;
  items: Record<string, string>;
}

/** Whether something that was written would survive a killed browser; else a sentence for the learner, and the cause to go on after "because". */
export interface Saved {
  isSafe: boolean;
  reason: string;
  why: string;
}

/** What healing needs of the store. */
export interface Healed {
  read(path: string): Item | null;
  remember(path: string): void;
  isRefused(): boolean;
  isStuck(path: string): boolean;
  tell(paths: string[]): void;
  breathe(): Promise<unknown>;
}
