/* The path to a goal. */

import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { text } from "../core/strings.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { goal as stored } from "../dashboard/goal.ts";
import { type PathGoal, prerequisites } from "../dashboard/prerequisites.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { nextTopics } from "../graph/next-topics.ts";
import { countPath } from "../graph/path-counts.ts";
import type { LearningPath } from "../graph/types.ts";
import { store } from "../storage/store.ts";
import { address } from "./address.ts";
import { goalChooser, goalLink, type GoalKind } from "./goal-chooser.ts";
import { headingFocus } from "./heading-focus.ts";
import { pathButtons } from "./path-buttons.ts";
import { pathRow, pathRows } from "./path-rows.ts";
import { pathSummary, rounded } from "./path-summary.ts";
import { pathOfVisit } from "./visit.ts";

const { graph } = prerequisites;
const MOST_NEXT = 3;

const isSkipped = (id: string): boolean => store.state(id) === "skipped";
/** The hours of some exercises and projects. */
const hoursOf = (tasks: string[]): number => tasks.reduce((sum, task) => sum + (graph.taskHours[task] ?? 0), 0);
const isTaskLeft = (task: string): boolean => !prerequisites.isDone(task) && !isSkipped(task);

const tasksPart = (tasks: string[]): Node[] => {
  if (tasks.length === 0) return [];
  const hours = hoursOf(tasks.filter(isTaskLeft));
  return [
    element("h3", {}, text("paths.tasks")),
    ...(hours > 0 ? [element("p.rm-line", {}, text("paths.tasks_hours", { count: rounded(hours) }))] : []),
    element("ul.rm-list.rm-long", {}, ...tasks.map((task) => pathRow(task, graph.taskHours[task] ?? null))),
  ];
};

/** When all is known, something else that can be learned now. */
const nextPart = (): Node[] => {
  const wanted = [...roadmapIndex.leaves.keys()].filter((topic) => !prerequisites.isOptional(topic));
  const next = nextTopics(graph, prerequisites.isKnown, wanted).slice(0, MOST_NEXT);
  if (next.length === 0) return [];
  return [
    element("h3", {}, text("paths.next")),
    element("ul.rm-list", {}, ...next.map((topic) => pathRow(roadmapIndex.leaves[topic], graph.hours[topic]))),
  ];
};

const countsOf = (goal: PathGoal, path: LearningPath) =>
  countPath(graph, goal.needs, path, prerequisites.isKnown, (topic) => isSkipped(roadmapIndex.leaves[topic]));
const summarize = (goal: PathGoal, path: LearningPath): string => {
  const openTasks = path.tasks.filter(isTaskLeft);
  const hasChoices = (goal.needs.choices ?? []).length > 0;
  return pathSummary(countsOf(goal, path), openTasks.length, hoursOf(openTasks), hasChoices);
};

/** Write the sentences above the path that is shown again, for what the learner knows now. */
let updateSummary = () => {};
// At once, and alone: the rows below wait until the finger is away.
store.listen(() => updateSummary());

const showPath = (root: HTMLElement, goal: PathGoal, notes: Node[]): Node[] => {
  const path = pathOfVisit(root, goal.id, goal.needs);
  const openTasks = path.tasks.filter(isTaskLeft);
  const summary = element("p", {}, summarize(goal, path));
  updateSummary = () => {
    if (summary.isConnected) summary.textContent = summarize(goal, pathOfVisit(root, goal.id, goal.needs));
  };
  return [
    ...notes,
    headingFocus.heading(element("a", { href: roadmapIndex.at(goal.url), dir: "auto" }, goal.title)),
    element(
      "p.rm-facts",
      {},
      element("span", {}, text(`paths.kind.${goal.kind as GoalKind}`)),
      stored.id() === goal.id && element("span", {}, text("paths.my_goal")),
    ),
    summary,
    pathButtons(goal),
    ...pathRows(path.steps),
    ...tasksPart(path.tasks),
    ...(countsOf(goal, path).open.length + openTasks.length === 0 ? nextPart() : []),
  ];
};

/** Explain why there is no path, and offer others. */
const showChooser = (...notes: Node[]): Node[] => [...notes, ...goalChooser()];

/** An entry that is gone: what has become of it. */
const showSuccessors = (root: HTMLElement, id: string): Node[] => {
  const successors = map.history[id].map(([successor]) => prerequisites.goal(successor)).filter((one) => one !== null);
  const [first, ...others] = successors;
  if (!first) return showChooser(element("p", {}, text("paths.removed", { id })));
  if (others.length === 0)
    return showPath(root, first, [element("p", {}, text("paths.became", { id, title: first.title }))]);
  return showChooser(
    element("p", {}, text("paths.became_several", { id })),
    element("ul", {}, ...successors.map((one) => element("li", {}, goalLink(one)))),
  );
};

const showNothing = (id: string): Node[] => {
  if (!roadmapIndex.isKnown(id)) return showChooser(element("p", {}, text("paths.unknown", { id })));
  const link = roadmapIndex.link(id, text("paths.in_roadmap"));
  return showChooser(element("p", {}, text("paths.nothing_needed", { title: roadmapIndex.title(id) }), " ", link));
};

dashboard.views.set("path", (root) => {
  root.onclick = address.follow;
  const { id: wanted, isChosen } = address.wanted();
  const id = isChosen ? wanted : stored.id();
  if (id === "") return showChooser();
  const goal = prerequisites.goal(id);
  if (goal) return showPath(root, goal, []);
  return Object.hasOwn(map.history, id) ? showSuccessors(root, id) : showNothing(id);
});
