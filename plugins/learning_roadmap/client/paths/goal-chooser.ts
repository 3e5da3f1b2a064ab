/* The list of goals, and the field that filters it. */

import { element } from "../core/elements.ts";
import { text } from "../core/strings.ts";
import { type PathGoal, prerequisites } from "../dashboard/prerequisites.ts";
import { address } from "./address.ts";
import { findGoals } from "./goal-search.ts";
import { headingFocus } from "./heading-focus.ts";

/** The kinds of goals; of equally good ones the earlier kinds are shown first. */
export const KINDS = ["role", "project", "milestone", "goal", "phase", "section", "practice", "topic"] as const;
export type GoalKind = (typeof KINDS)[number];
const SUGGESTED = ["role", "project", "milestone", "phase"];
const MOST_OF_A_KIND = 12;
/** The learner's words stay when the page is shown again. */
let query = "";

/** @returns a link that shows the path to a goal */
export const goalLink = (goal: PathGoal): HTMLElement =>
  element("a", { href: address.hash(goal.id), dir: "auto" }, goal.title);

const groupOf = (kind: GoalKind, goals: PathGoal[], most: number) => {
  const rest = goals.length - most;
  return element(
    "section",
    {},
    element("h3", {}, text(`paths.kinds.${kind}`)),
    element(
      "ul.rm-list.rm-columns",
      {},
      ...goals.slice(0, most).map((goal) => element("li", {}, goalLink(goal))),
      rest > 0 && element("li.rm-quiet", {}, text("paths.more", { count: rest })),
    ),
  );
};

export const goalChooser = (): Node[] => {
  const goals = KINDS.flatMap((kind) => prerequisites.goals().filter((goal) => goal.kind === kind));
  const status = element("p.rm-line", { role: "status" });
  const list = element("div.rm-goals");
  let first: PathGoal | undefined;
  const filter = () => {
    const isSearch = query.trim() !== "";
    const matches = isSearch
      ? findGoals(goals, query, globalThis.roadmapReasons?.also)
      : goals.filter(({ kind }) => SUGGESTED.includes(kind));
    // The kind of the best match comes first.
    const kinds = new Set(matches.map(({ kind }) => kind as GoalKind));
    const groups = [...kinds].map((kind) => ({ kind, goals: matches.filter((goal) => goal.kind === kind) }));
    // What Enter opens is what stands first.
    first = isSearch ? groups[0]?.goals[0] : undefined;
    status.textContent = !isSearch
      ? text("paths.first", { count: goals.length })
      : first
        ? text("paths.matches", { count: matches.length })
        : text("paths.no_match");
    list.replaceChildren(
      ...groups.map(({ kind, goals }) => groupOf(kind, goals, isSearch ? MOST_OF_A_KIND : goals.length)),
    );
  };
  const field = element("input.rm-field", {
    type: "search",
    id: "path-search",
    autocomplete: "off",
    enterkeyhint: "go",
    value: query,
    oninput: () => {
      query = field.value;
      filter();
    },
  });
  const open = (event: Event) => {
    event.preventDefault();
    if (first) address.open(address.hash(first.id));
  };
  filter();
  return [
    element(
      "form",
      { role: "search", onsubmit: open },
      headingFocus.heading(text("paths.choose")),
      element("label.rm-label", { for: "path-search" }, text("paths.search")),
      field,
      status,
    ),
    list,
  ];
};
