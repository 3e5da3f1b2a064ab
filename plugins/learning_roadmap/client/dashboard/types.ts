/* Plans and schedules. */

import type { Ranges } from "../core/types.ts";

export interface Plan {
  start: string;
  hours?: number;
  week?: number[];
  pace?: number;
  off?: [string, string][];
  order?: string;
  parts?: string[];
  optional?: boolean;
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
  documents: { id: string; order: number[]; weeks: number[] }[];
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
}
