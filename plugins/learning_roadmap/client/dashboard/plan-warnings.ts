/* Says that a plan puts topics before what they need, and offers to change that. */

import { element } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import type { OrderProblem } from "./plan-order.ts";
import { planning } from "./planning.ts";
import { prerequisites } from "./prerequisites.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import type { Plan } from "./types.ts";
import { store } from "../storage/store.ts";

const MOST = 100;
const title = (at: number) => roadmapIndex.title(roadmapIndex.leaves[at]);

/** Change a field of the plan, and its box in the form, so that a form that is being edited does not change it back. */
const set = (name: "needs" | "first") => {
  const { at: _at, ...plan } = store.read("plan/current") ?? { at: 0 };
  const isStored = undo.act(text("dashboard.plan.updated"), [["plan/current", { ...plan, [name]: true }]], {
    undone: text("dashboard.plan.updated_undone"),
  });
  const box = document.querySelector<HTMLInputElement>(`.rm-plan [name=${name}]`);
  if (!isStored) sayUnsaved(text("dashboard.plan.name"));
  else if (box) box.checked = true;
};

const warning = (kind: "early" | "missing", problems: OrderProblem[], name: "needs" | "first", action: string) => {
  if (problems.length === 0) return null;
  const count = new Set(problems.map(({ topic }) => topic)).size;
  const lines = problems
    .slice(0, MOST)
    .map(({ topic, need }) =>
      element("li", {}, text(`dashboard.plan.problem_lines.${kind}`, { topic: title(topic), need: title(need) })),
    );
  const rest = problems.length - lines.length;
  return element(
    "div.rm-plan-warning",
    {},
    element(
      "details.rm-fold",
      {},
      element("summary", {}, text(`dashboard.plan.problems.${kind}`, { count })),
      element("ul", {}, ...lines, rest > 0 && element("li", {}, text("dashboard.plan.more_problems", { count: rest }))),
    ),
    element("button.rm-button", { type: "button", id: `fix-${name}`, onclick: () => set(name) }, action),
  );
};

/** @returns what is wrong with the order of a plan, or that the roadmap does not know; nothing for the path to a goal */
export const planWarnings = (plan: Plan): (Node | null)[] => {
  if (!prerequisites.hasAny)
    return plan.goal ? [element("p.rm-line", {}, text("dashboard.goal.no_prerequisites"))] : [];
  const { early, missing, added } = planning.orderProblems(plan);
  return [
    warning("early", early, "first", text("dashboard.plan.fix_first")),
    warning("missing", missing, "needs", text("dashboard.plan.fix_needs", { count: added.length })),
  ];
};
