/* What the parts of the core give one another. */

/** Half-open ranges into the map's order. */
export type Ranges = [number, number][];

export interface Count {
  done: number;
  size: number;
  skipped: number;
  learning: number;
  extra: number;
}

/** What happened to an entry at an update of the roadmap, and to which others it led. */
export interface Change {
  what: string;
  id: string;
  to: string[];
}

/** A release of the roadmap, as far as stored records hang on it. */
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

/** A restore point without what it holds. */
export interface PointLabel {
  at: number;
  why: string;
  size: number;
}

/** Text that is not saved, and what stood in its field when it was begun. */
export interface Draft {
  text: string;
  base: string;
}

/**
 * Records of the same roadmap that another site of this origin keeps; an empty path: from before the path belonged to
 * the keys.
 */
export interface OtherScope {
  prefix: string;
  path: string;
  records: number;
  newest: number;
}
