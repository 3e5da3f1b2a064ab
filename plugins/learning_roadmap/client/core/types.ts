/* Types that the core's modules share. */

/** Half-open ranges into the map's order. */
export type Ranges = [number, number][];

/** Topics: as `model/counting.py` defines them, for what the learner has done. */
export interface Count {
  /** What is done of what there is to learn. What was known already is done. */
  done: number;
  /** What there is to learn: neither optional, nor skipped, nor on another branch. */
  size: number;
  skipped: number;
  learning: number;
  /** What is done of the optional topics. */
  extra: number;
  /** The topics that are optional or on another branch, and not skipped. */
  optional: number;
}

/** What an update of the roadmap did to an entry, and its successors. */
export interface Change {
  what: string;
  id: string;
  to: string[];
}

/** A release of the roadmap, as far as stored records depend on it. */
export interface Release {
  leaves: string[];
  parents: Map<string, string[]>;
  phases: Map<string, string[]>;
  gone: string[];
  isGone(id: string): boolean;
  isThere(id: string): boolean;
  isLeaf(id: string): boolean;
  above(id: string): string[];
  leavesOf(id: string): string[];
  successorsOf(id: string): string[];
  phasesFor(id: string): string[];
  phaseOf(id: string): string;
}

/** A restore point without its records. */
export interface PointLabel {
  at: number;
  why: string;
  size: number;
}

/** Text that is not saved, and the stored text when it was begun. */
export interface Draft {
  text: string;
  base: string;
}

/**
 * Records of the same roadmap by another site of this origin. An empty path: from before the keys contained the path.
 */
export interface OtherScope {
  prefix: string;
  path: string;
  records: number;
  newest: number;
}
