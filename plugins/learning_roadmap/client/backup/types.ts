/* Progress files, and the changes of an import. */

import type { Item } from "../storage/types.ts";

export interface Reading {
  items: Map<string, Item>;
  /** The valid records of a file that also has invalid ones. */
  rest: Map<string, Item>;
  errors: string[];
  warnings: string[];
  question: string;
}

/** The change of one record, described for the learner. */
export interface ImportChange {
  path: string;
  kind: string;
  title: string;
  before: Item | null;
  lines: string[];
  texts: { name: string; before: string; after: string }[];
  isLoss: boolean;
  isShown: boolean;
}

export type BackupProblem = "" | "permission" | "gone" | "failed" | "newer" | "foreign" | "ahead";

export interface BackupState {
  name: string;
  at: number;
  auto: boolean;
  problem: BackupProblem;
  count?: number;
  size?: number;
  modified?: number;
}
