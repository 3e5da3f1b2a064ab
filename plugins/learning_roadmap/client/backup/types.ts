/* Progress files and what they would change. */

import type { Item } from "../storage/types.ts";

export interface Reading {
  items: Map<string, Item>;
  /** What is sound of a file that has records that are not. */
  rest: Map<string, Item>;
  errors: string[];
  warnings: string[];
  question: string;
}

/** What a record would become, in words. */
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
