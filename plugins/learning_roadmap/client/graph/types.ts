/* The graph of prerequisites, and what its goals take. The same as `graph/` in Python. */

import type { Ranges } from "../core/types.ts";

/** The counted topics, numbered in the order of the map, and what each of them needs. */
export interface TopicGraph {
  /** The numbers of the direct prerequisites of each topic, ascending. */
  needs: number[][];
  /** The numbers of the topics that need it directly, ascending. */
  neededBy: number[][];
  /** Its hours of study; null if they are not known. */
  hours: (number | null)[];
  /** The hours of the exercises and projects that have them, by id. */
  taskHours: Record<string, number>;
}

/** Entries of which some are enough. */
export interface Choice {
  count: number;
  among: Requirements[];
}

/** What it takes to reach an entry. */
export interface Requirements {
  /** The numbers of the topics that are needed, without their prerequisites, ascending. */
  topics?: number[];
  choices?: Choice[];
  /** The ids of the exercises and projects to do. */
  tasks?: string[];
}

/** A topic of a path. */
export interface Step {
  topic: number;
  /** The topics of the path that need it directly, in the order of the path; none if only the goal itself needs it. */
  opens: number[];
}

/** The topics that lead to a goal. */
export interface LearningPath {
  /** The topics to learn, each after its prerequisites. */
  steps: Step[];
  /** The ids of the exercises and projects to do in the end. */
  tasks: string[];
  /** The known topics that it builds on, ascending. */
  known: number[];
}

/** Requirements as the site build writes them: topics as ranges. */
export interface RequirementsData {
  topics?: Ranges;
  choices?: { count: number; among: RequirementsData[] }[];
  tasks?: string[];
}

/** What the site build writes: `pages/graph_data.py`. Numbers are those of the map. */
export interface GraphData {
  needs: number[][];
  taskHours: Record<string, number>;
  /** Everything but counted topics that can be the goal of a path: id, kind, title, address from the site's root, requirements. */
  goals: [string, string, string, string, RequirementsData][];
}
