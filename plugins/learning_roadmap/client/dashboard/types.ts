/* Plans and schedules. */

import type { Ranges } from "../core/types.ts";
import type { Requirements, TopicGraph } from "../graph/types.ts";

export interface Plan {
  start: string;
  hours?: number;
  week?: number[];
  pace?: number;
  off?: [string, string][];
  order?: string;
  parts?: string[];
  optional?: boolean;
  /** The id of an entry: its path is planned. */
  goal?: string;
  /** Whether to add the topics that others need. */
  needs?: boolean;
  /** Whether to put each topic after those that it needs. */
  first?: boolean;
  /** Whether exercises and projects are planned, too. */
  tasks?: boolean;
}

/** A phase, and the positions of its topics. */
export interface Part {
  id: string;
  weeks: [number, number] | null;
  spans: Ranges;
}

export interface Road {
  parts: Part[];
  hours: Record<string, number>;
  order: number[];
  /** Exercises and projects: their positions, hours, and the topics that they come after. */
  tasks?: { at: number; hours: number; topics: number[] }[];
  documents: { id: string; order: number[]; weeks: number[] }[];
  /** The prerequisites, and what the learner knows of them; a road without them has no goals. */
  prerequisites?: {
    graph: TopicGraph;
    /** What a goal takes; null if there is no such goal. */
    goal(id: string): { needs: Requirements } | null;
    isKnown(topic: number): boolean;
    isDone(task: string): boolean;
  };
}

/** What a plan is made of, by the positions of topics. */
export interface PlannedTopics {
  isOptional: (at: number) => boolean;
  isOpen: (at: number) => boolean;
  isBegun?: (at: number) => boolean;
  /** Whether it is on a branch that is not needed. The path to a goal may hold it all the same. */
  isOffBranch?: (at: number) => boolean;
}

/** Hours. */
export interface Effort {
  least: number;
  likely: number;
  most: number;
}

export interface Week {
  monday: string;
  hours: number;
  items: { at: number; hours: number; ends: boolean }[];
}

export interface Schedule {
  weeks: Week[];
  ends: Map<number, string>;
  finish: string | null;
  hours: number;
  isEndless: boolean;
}

export interface Schedules {
  least: Schedule;
  likely: Schedule;
  most: Schedule;
  order: number[];
  efforts: Map<number, Effort>;
}

/** A phase of the roadmap, with the ids and titles of its sections. */
export interface PhaseData {
  id: string;
  title: string;
  url: string;
  weeks: [number, number] | null;
  duration: string;
  sections: [string, string][];
}

/** A document, and the positions of its topics in its order; `weeks` is empty where it counts none. */
export interface DocumentData {
  id: string;
  title: string;
  url: string;
  order: number[];
  weeks: number[];
}

/** What a milestone asks for: topics, and other entries. A count says how many of them are enough. */
export interface Goal<Topics> {
  id: string;
  title: string;
  count: number;
  topics: Topics;
  others: string[];
}

export interface Milestone<Topics> {
  id: string;
  title: string;
  months: number;
  url: string;
  goals: Goal<Topics>[];
}

/** A block of the routine; the items are ids, titles and conditions. */
export interface RoutineBlock {
  title: string;
  hours: string;
  weekend: boolean;
  items: [string, string, string][];
}

/** What the site build writes for the dashboard: `pages/dashboard_data.py`. Positions are those of `ids`. */
export interface TopicsData {
  title: string;
  /** The hours a week that the roadmap assumes. */
  pace: number;
  pages: Record<string, string>;
  /** The address of "What's new"; a roadmap that is not published has no such page. */
  news?: string;
  ids: string[];
  topics: [string, string][];
  hours: Record<string, number>;
  order: number[];
  /** The topics that have questions. */
  asked: Ranges;
  tasks: Record<string, Ranges>;
  phases: PhaseData[];
  documents: DocumentData[];
  milestones: Milestone<Ranges>[];
  routine: RoutineBlock[];
  kinds: [string, string][];
  others: Record<string, [string, string, string]>;
}
