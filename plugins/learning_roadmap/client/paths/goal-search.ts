/* Finds goals by words of their titles and alternative names. Pure. */

import type { PathGoal } from "../dashboard/prerequisites.ts";

/** Titles are compared without case and accents. */
const plain = (title: string): string => title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** How well a title fits: 0 if it starts with the query, 1 if one of its words starts with the first word of the query, else 2. */
const rank = (title: string, words: string[]): number => {
  if (title.startsWith(words.join(" "))) return 0;
  return title.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(words[0])) ? 1 : 2;
};

/**
 * @param also alternative names, by id
 * @returns the goals with every word of the query in their title or in one of their other names, the best ones first; none
 *     without words
 */
export const findGoals = (goals: PathGoal[], query: string, also: Record<string, string[]> = {}): PathGoal[] => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const ranks = ({ id, title }: PathGoal): number[] =>
    [title, ...(also[id] ?? [])]
      .map(plain)
      .filter((name) => words.every((word) => name.includes(word)))
      .map((name) => rank(name, words));
  return goals
    .map((goal) => ({ goal, rank: Math.min(...ranks(goal)) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank)
    .map(({ goal }) => goal);
};
