/* The alternatives that a learner has not ruled out. Pure. */

import type { Requirements } from "./types.ts";

/**
 * Leave out alternatives that are skipped. A skipped topic needs no learning, so it would be the cheapest alternative, and
 * skipping one would count as having learned another. If all are skipped, they stay: the choice as a whole is skipped.
 * @param isSkipped whether a topic is skipped
 * @param isTaskSkipped whether an exercise or project is skipped
 */
export const withoutSkipped = (
  needed: Requirements,
  isSkipped: (topic: number) => boolean,
  isTaskSkipped: (task: string) => boolean,
): Requirements => {
  const { choices = [] } = needed;
  if (choices.length === 0) return needed;
  const isOpen = ({ topics = [], choices = [], tasks = [] }: Requirements) =>
    choices.length > 0 || !(tasks.length > 0 ? tasks.every(isTaskSkipped) : topics.every(isSkipped));
  return {
    ...needed,
    choices: choices.map(({ count, among }) => {
      const open = among.filter(isOpen);
      const rest = open.length > 0 ? open : among;
      return { count, among: rest.map((one) => withoutSkipped(one, isSkipped, isTaskSkipped)) };
    }),
  };
};
