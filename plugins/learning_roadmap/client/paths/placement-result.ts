/* What a placement says about each topic, and why. Pure. */

import type { Answer, Verdict } from "../graph/placement.ts";

/**
 * Why a topic is listed as it is: the learner's answer; a topic that the learner knows needs it; only likely; or not sure.
 * Empty for a topic that is probably not known.
 */
export type Reason = Answer | "needed" | "likely" | "unsure" | "";

/**
 * The reason for each topic, in O(topics + prerequisites).
 * @param needs the numbers of the prerequisites of each topic
 * @param done the topics that the learner has done
 */
export const reasonsOf = (
  needs: readonly (readonly number[])[],
  verdicts: readonly Verdict[],
  answers: ReadonlyMap<number, Answer>,
  done: ReadonlySet<number>,
): Reason[] => {
  const needed = new Set<number>();
  const waiting = [...done, ...[...answers.keys()].filter((topic) => answers.get(topic) === "yes")];
  for (let topic = waiting.pop(); topic !== undefined; topic = waiting.pop())
    for (const need of needs[topic])
      if (!needed.has(need)) {
        needed.add(need);
        waiting.push(need);
      }
  return verdicts.map((verdict, topic) => {
    const answer = answers.get(topic);
    if (answer) return answer;
    if (verdict === "known") return needed.has(topic) ? "needed" : "likely";
    return verdict === "undecided" ? "unsure" : "";
  });
};

/**
 * Whether the result proposes to mark a topic: it is settled as known, or the learner says so, even where the other answers
 * do not support it.
 */
export const isProposed = (verdict: Verdict, reason: Reason): boolean => verdict === "known" || reason === "yes";
