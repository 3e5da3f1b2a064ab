/* What can be finished, and how far it is: phases, roles, milestones and the whole roadmap. Topics are counted by `core/counts.ts`. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { progressBars } from "../core/progress-bars.ts";
import { goal } from "../dashboard/goal.ts";
import { planning } from "../dashboard/planning.ts";
import { prerequisites } from "../dashboard/prerequisites.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { countPath } from "../graph/path-counts.ts";
import { store } from "../storage/store.ts";

export type Kind = "all" | "section" | "phase" | "role" | "milestone";
interface Tally {
  done: number;
  size: number;
}

export interface Achievement {
  /** Its name in addresses: the whole is "all". */
  scope: string;
  kind: Kind;
  title: string;
  /** Its address from the site's root. */
  url: string;
  topics: Tally;
  exercises: Tally;
  projects: Tally;
  /** The hours of what is done; 0 where they are not known. */
  hours: number;
  /** How many of the topics that are done were known already. */
  known: number;
  skipped: number;
  /** When the last of it was ticked, in ms since 1970. */
  at: number;
  isFinished: boolean;
}

const { data, leaves, position } = roadmapIndex;
const { graph } = prerequisites;
const isDone = (id: string) => store.state(id) === "done";

const hoursOf = (id: string): number =>
  data.hours[position.get(id) ?? -1] ?? graph.taskHours[id] ?? map.parentHours?.[id] ?? 0;
/** Whether nothing is left of a topic with subtopics, so that its own hours were needed, too. */
const isThrough = (parent: string) =>
  counts.leavesOf(parent).every((id) => ["done", "skipped"].includes(store.state(id)) || counts.isOptional(id));

/** What the ids that are done say together. */
const sum = (ids: string[]) => {
  const done = ids.filter(isDone);
  const parents = new Set(done.flatMap(counts.parentsOf).filter(isThrough));
  return {
    hours: [...done, ...parents].reduce((all, id) => all + hoursOf(id), 0),
    known: done.filter(store.isKnown).length,
    at: Math.max(0, ...done.map(store.since)),
  };
};

const tally = (ids: string[]): Tally => {
  const counted = ids.filter((id) => store.state(id) !== "skipped");
  return { done: counted.filter(isDone).length, size: counted.length };
};

/** @param scope of a phase, a section, or "all" */
const ofScope = (scope: string, kind: Kind, title: string, url: string): Achievement => {
  const count = counts.of(scope);
  const tasks = counts.tasks(scope);
  const { done, size } = progressBars.barOf(count, tasks);
  return {
    scope,
    kind,
    title,
    url,
    topics: { done: count.done, size: count.size },
    ...tasks,
    skipped: count.skipped,
    isFinished: size > 0 && done === size,
    ...sum([...counts.toLearn(scope), ...counts.tasksIn(scope)]),
  };
};

const ofIds = (topics: string[], tasks: string[]) => ({
  topics: tally(topics),
  exercises: tally(tasks.filter((id) => roadmapIndex.kind(id) === "practice")),
  projects: tally(tasks.filter((id) => roadmapIndex.kind(id) === "project")),
  skipped: topics.filter((id) => store.state(id) === "skipped").length,
  ...sum([...topics, ...tasks]),
});

/** A role is finished when its path has no step left. */
const ofRole = (id: string): Achievement | null => {
  const role = prerequisites.goal(id);
  const path = goal.pathOf(id);
  if (!role || !path) return null;
  const counted = countPath(graph, role.needs, path, isDoneAt, isSkippedAt);
  const { open, known } = counted;
  // Topics that are not needed, because what builds on them is known, count neither way.
  const topics = counted.topics
    .filter((at) => isDoneAt(at) || isSkippedAt(at) || open.includes(at))
    .map((at) => leaves[at]);
  const openTasks = path.tasks.filter((task) => ["todo", "learning"].includes(store.state(task)));
  const tasks = [...path.tasks, ...(role.needs.tasks ?? [])];
  return {
    scope: `role:${id}`,
    kind: "role",
    title: role.title,
    url: role.url,
    isFinished: open.length === 0 && openTasks.length === 0 && known > 0,
    ...ofIds(topics, [...new Set(tasks)]),
  };
};
const isDoneAt = (at: number) => isDone(leaves[at]);
const isSkippedAt = (at: number) => store.state(leaves[at]) === "skipped";

/** A milestone is finished when each of its goals is reached. */
const ofMilestone = (milestone: (typeof data.milestones)[number]): Achievement => {
  const { id, title, url, goals } = milestone;
  const topics = [...new Set(goals.flatMap((one) => one.topics))].map((at) => leaves[at]);
  // Of several that are enough, those that are done.
  const isCounted = (topic: string) =>
    isDone(topic) || goals.some((one) => one.count === 0 && one.topics.some((at) => leaves[at] === topic));
  const tasks = [...new Set(goals.flatMap((one) => one.others))];
  const counted = ofIds(topics.filter(isCounted), tasks);
  return {
    scope: `milestone:${id}`,
    kind: "milestone",
    title,
    url,
    ...counted,
    at: Math.max(counted.at, ...goals.filter((one) => isDone(one.id)).map((one) => store.since(one.id))),
    isFinished: goals.length > 0 && goals.every((one) => planning.progressOf(one).isReached),
  };
};

const whole = (): Achievement => ofScope("all", "all", data.title, "");
const phases = (): Achievement[] =>
  data.phases.map(({ id, title, url }) => ofScope(`phase:${id}`, "phase", title, url));
const roles = (): Achievement[] =>
  prerequisites
    .goals()
    .filter(({ kind }) => kind === "role")
    .map(({ id }) => ofRole(id))
    .filter((one) => one !== null);

/** @returns the achievement of a scope that bars have: a section, a phase, or "all" */
const of = (scope: string): Achievement | null => {
  if (scope === "all") return whole();
  const [kind, id] = scope.split(":");
  const phase = data.phases.find((one) =>
    kind === "phase" ? one.id === id : one.sections.some(([section]) => section === id),
  );
  if (!phase || (kind !== "phase" && kind !== "section")) return null;
  if (kind === "phase") return ofScope(scope, kind, phase.title, phase.url);
  const title = phase.sections.find(([section]) => section === id)?.[1] ?? "";
  return ofScope(scope, kind, title, `${phase.url.split("#")[0]}#section-${id}`);
};

export const achievements = {
  of,
  /** All that certificates are for: the whole first, then phases, roles and milestones in their order. */
  all: (): Achievement[] => [whole(), ...phases(), ...roles(), ...data.milestones.map(ofMilestone)],
};
