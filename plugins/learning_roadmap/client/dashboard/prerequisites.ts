/* The roadmap's graph of prerequisites, and the goals that a path can lead to. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import type { Ranges } from "../core/types.ts";
import { withoutSkipped } from "../graph/alternatives.ts";
import { topicGraph } from "../graph/topic-graph.ts";
import type { Requirements, RequirementsData } from "../graph/types.ts";
import { store } from "../storage/store.ts";
import { roadmapIndex } from "./roadmap-index.ts";

const { leaves } = map;
const source = globalThis.roadmapGraph;
const { position } = roadmapIndex;

/** Something that a path can lead to. */
export interface PathGoal {
  id: string;
  kind: string;
  title: string;
  /** Its address from the site's root. */
  url: string;
  needs: Requirements;
}

const numbers = (spans: Ranges = []) =>
  spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));
const requirements = (data: RequirementsData): Requirements => ({
  topics: numbers(data.topics),
  choices: (data.choices ?? []).map(({ count, among }) => ({ count, among: among.map(requirements) })),
  tasks: data.tasks ?? [],
});

const others: Map<string, PathGoal> = new Map(
  source.goals.map(([id, kind, title, url, needs]) => [id, { id, kind, title, url, needs: requirements(needs) }]),
);
const graph = topicGraph(
  source.needs,
  leaves.map((_, at) => roadmapIndex.data.hours[at] ?? null),
  source.taskHours,
);

const isSkipped = (id: string): boolean => store.state(id) === "skipped";

export const prerequisites = {
  graph,
  /** Whether the roadmap has any prerequisites. */
  hasAny: graph.needs.some((needs) => needs.length > 0),
  /** @returns the goal with that id, without alternatives that are skipped; null if there is none */
  goal(id: string): PathGoal | null {
    const at = position.get(id);
    const other = others.get(id);
    if (other) return { ...other, needs: withoutSkipped(other.needs, (topic) => isSkipped(leaves[topic]), isSkipped) };
    if (at === undefined) return null;
    return { id, kind: "topic", title: roadmapIndex.title(id), url: roadmapIndex.url(id), needs: { topics: [at] } };
  },
  /** All goals, counted topics last. */
  goals: (): PathGoal[] => [
    ...others.values(),
    ...leaves.map((id) => prerequisites.goal(id)).filter((goal) => goal !== null),
  ],
  /** Whether a topic, by its number, needs no learning: it is done, or the learner has decided to skip it. */
  isKnown: (at: number): boolean => ["done", "skipped"].includes(store.state(leaves[at])),
  /** Whether an exercise or project is done. */
  isDone: (id: string): boolean => store.state(id) === "done",
  /** Whether a topic, by its number, is optional. */
  isOptional: (at: number): boolean => counts.isOptional(leaves[at]),
};
