/* What the learner knew when the path was opened: a topic that is ticked stays in the list until the page is opened again. */

import { map } from "../core/map.ts";
import { prerequisites } from "../dashboard/prerequisites.ts";
import { pathTo } from "../graph/path.ts";
import type { LearningPath, Requirements } from "../graph/types.ts";
import { store } from "../storage/store.ts";

/** A skipped exercise or project is not to be done at the end. */
const isSettled = (task: string): boolean => prerequisites.isDone(task) || store.state(task) === "skipped";
const tasksOf = ({ tasks = [], choices = [] }: Requirements): string[] => [
  ...tasks,
  ...choices.flatMap(({ among }) => among.flatMap(tasksOf)),
];

let visit: { root: HTMLElement; id: string; known: Set<number>; done: Set<string> } | null = null;

/**
 * The path to a goal as it was when it was opened; what has been reset since then is on it again.
 * @param root of the view; it is another one whenever the page is opened
 */
export const pathOfVisit = (root: HTMLElement, id: string, needs: Requirements): LearningPath => {
  if (visit?.root !== root || visit.id !== id) {
    const known = new Set([...map.leaves.keys()].filter(prerequisites.isKnown));
    visit = { root, id, known, done: new Set(tasksOf(needs).filter(isSettled)) };
  }
  const { known, done } = visit;
  return pathTo(
    prerequisites.graph,
    needs,
    (topic) => known.has(topic) && prerequisites.isKnown(topic),
    (task) => done.has(task) && isSettled(task),
  );
};
