/* Finds goals by words of their titles. Pure. */

import type { PathGoal } from "../dashboard/prerequisites.ts";

/** Titles are compared without case and accents. */
const plain = (title: string): string => title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** How well a title fits: 0 if it starts with the query, 1 if one of its words starts with the first word of the query, else 2. */
const rank = (title: string, words: string[]): number => {
  if (title.startsWith(words.join(" "))) return 0;
  return title.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(words[0])) ? 1 : 2;
};

/** @returns the goals with every word of the query in their titles, the best ones first; none without words */
export const findGoals = (goals: PathGoal[], query: string): PathGoal[] => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return goals
    .map((goal) => ({ goal, title: plain(goal.title) }))
    .filter(({ title }) => words.every((word) => title.includes(word)))
    .map(({ goal, title }) => ({ goal, rank: rank(title, words) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ goal }) => goal);
};
