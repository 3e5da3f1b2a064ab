/* "Continue here" on the dashboard: the goal, and the topics to learn next, each with what it opens up. */

import { counts } from "../core/counts.ts";
import { element } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { listed, nodes, text } from "../core/strings.ts";
import { updates } from "../upkeep/updates.ts";
import { closure } from "../graph/path.ts";
import { days } from "./days.ts";
import { goal } from "./goal.ts";
import { nextSteps } from "./next-steps.ts";
import { type Next, planning } from "./planning.ts";
import { prerequisites } from "./prerequisites.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { store } from "../storage/store.ts";

const MOST_BEGUN = 3;
const MOST = 4;
/** As many topics are named; of more, the number is given. */
const MOST_NAMED = 2;

const { leaves, position } = roadmapIndex;
const { graph, isKnown } = prerequisites;
const address = (page: string) => roadmapIndex.at(roadmapIndex.data.pages[page]);

/** The topics of the current focus that can be learned now, and what has to come before the focus. */
interface Focus {
  name: string;
  isTopic: boolean;
  topics: number[];
  /** Not empty if the focus is blocked. */
  first: number[];
  target: string;
}

const focusNow = (): Focus | null => {
  const current = updates.focus(store.read("focus/current") ?? { at: 0 });
  const chosen = position.get(current.topic);
  // A topic that is done leaves its phase in focus.
  const topic = chosen !== undefined && isKnown(chosen) ? undefined : chosen;
  const inPhase = counts.leavesIn(`phase:${current.phase}`).map((id) => position.get(id) as number);
  const topics = (topic === undefined ? inPhase.filter((at) => !prerequisites.isOptional(at)) : [topic]).filter(
    (at) => !isKnown(at),
  );
  if (topics.length === 0) return null;
  const own = new Set(topics);
  const steps = nextSteps(graph, isKnown, topics).map((step) => step.topic);
  const ready = steps.filter((at) => own.has(at));
  return {
    name: roadmapIndex.title(topic === undefined ? current.phase : leaves[topic]),
    isTopic: topic !== undefined,
    topics: ready,
    first: ready.length > 0 ? [] : steps,
    target: current.target ?? "",
  };
};

const titles = (topics: number[]) => listed(topics.map((at) => roadmapIndex.title(leaves[at])));

/** The wanted topics that need a topic, those that need it directly first. */
const dependents = (topic: number, wanted: Set<number>): number[] => {
  const reached = new Set([topic]);
  for (const one of reached) for (const other of graph.neededBy[one]) if (wanted.has(other)) reached.add(other);
  return [...reached].slice(1);
};

/** Say what a topic opens up. */
const opens = (topic: number, next: Next, wanted: Set<number>): string => {
  const count = next.steps.find((step) => step.topic === topic)?.opens ?? 0;
  if (count === 0) return "";
  return count <= MOST_NAMED
    ? text("dashboard.overview.opens", { topics: titles(dependents(topic, wanted)) })
    : text(`dashboard.overview.opens_count.${next.scope}`, { count });
};

/** The topics to show, and why each of them: what is in focus, what is in progress, what can be learned next. */
const rowsOf = (next: Next, focus: Focus | null): { id: string; why: string }[] => {
  const begun = next.begun.slice(0, MOST_BEGUN);
  const inFocus = focus ? (focus.first.length > 0 ? focus.first : focus.topics) : [];
  // A topic in focus comes before all; a phase in focus comes before the rest.
  const order = focus?.isTopic ? [...inFocus, ...begun] : [...begun, ...inFocus];
  const wanted = closure(graph, next.wanted, isKnown);
  const topics = [...new Set([...order, ...next.steps.map((step) => step.topic)])].slice(0, MOST);
  return topics.map((at) => {
    const reasons = [focus?.topics.includes(at) ? text("dashboard.overview.in_focus") : "", opens(at, next, wanted)];
    return { id: leaves[at], why: reasons.filter(Boolean).join(" · ") };
  });
};

/** A line that names the goal, or leads to the choice of one. */
const goalLine = (next: Next): Node | null => {
  const entry = goal.entry();
  if (!entry) return element("p.rm-line", {}, element("a", { href: address("path") }, text("dashboard.goal.choose")));
  const link = element("a", { href: `${address("path")}#goal=${entry.id}` }, entry.title);
  const key =
    next.scope === "goal"
      ? "dashboard.goal.current"
      : next.tasks.length > 0
        ? "dashboard.goal.tasks_left"
        : "dashboard.goal.reached";
  const remove = () => {
    if (!goal.choose("")) sayUnsaved(text("dashboard.your_change"));
  };
  return element(
    "p.rm-line",
    {},
    ...nodes(key, { goal: link }),
    " ",
    element("a", { href: address("path") }, text("dashboard.goal.change")),
    " ",
    element(
      "button.rm-small-button",
      { type: "button", id: "remove-goal", onclick: remove },
      text("dashboard.goal.remove"),
    ),
    !prerequisites.hasAny && ` ${text("dashboard.goal.no_prerequisites")}`,
  );
};

const focusLine = (focus: Focus | null): Node | null => {
  if (!focus) return null;
  const isLate = focus.target !== "" && focus.target < days.today();
  const date = focus.target === "" ? "" : days.words(focus.target);
  const line =
    focus.first.length > 0
      ? text("dashboard.overview.focus_blocked", { focus: focus.name, topics: titles(focus.first.slice(0, MOST)) })
      : text("dashboard.overview.focus", { focus: focus.name });
  return element(
    "p.rm-line",
    {},
    line,
    date && ` ${text(isLate ? "dashboard.overview.focus_late" : "dashboard.overview.focus_target", { date })}`,
  );
};

/** @returns the contents of the card, and the ids of its topics */
export const continueHere = (): { contents: (Node | null | false)[]; shown: string[] } => {
  const next = planning.next();
  const focus = focusNow();
  const rows = rowsOf(next, focus);
  const { tasks } = next;
  const { done, size } = counts.of("all");
  const bar = element(
    "div.rm-progress",
    { "data-scope": "all" },
    element("progress", {
      max: 1,
      value: 0,
      "aria-label": text("dashboard.progress", { name: text("dashboard.whole_roadmap") }),
    }),
    " ",
    element("span.rm-count"),
  );
  const none = text(done >= size ? "dashboard.overview.all_done" : "dashboard.overview.nothing_left");
  const list = element(
    "ul.rm-list",
    {},
    ...tasks.slice(0, MOST).map((id) => roadmapIndex.row(id)),
    ...rows.map(({ id, why }) => roadmapIndex.row(id, why !== "" && element("small.rm-reason", {}, why))),
  );
  const count = Math.max(size - done, 0);
  return {
    contents: [
      bar,
      goalLine(next),
      focusLine(focus),
      rows.length + tasks.length > 0 ? list : element("p", {}, none),
      done >= size &&
        element("p.rm-line", {}, element("a", { href: address("certificate") }, text("certificates.see"))),
      count > 0
        ? element(
            "p.rm-line",
            {},
            element("a", { href: address("remaining") }, text("dashboard.overview.see_remaining", { count })),
          )
        : null,
    ],
    shown: rows.map(({ id }) => id),
  };
};
