/* What can be done with a path: plan it, make it the goal, share it, print it. */

import { element } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { text } from "../core/strings.ts";
import { goal as stored } from "../dashboard/goal.ts";
import type { PathGoal } from "../dashboard/prerequisites.ts";
import { address } from "./address.ts";

const button = (id: string, label: string, onclick: () => void) =>
  element("button.rm-button", { type: "button", id, onclick }, label);

/** Copy the address, which has the goal and nothing of the learner. It is shown too: not every browser lets a page copy. */
const copyLink = async (field: HTMLInputElement, status: HTMLElement) => {
  field.hidden = false;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = text("paths.copied");
  } catch {
    field.focus();
    status.textContent = text("paths.copy_by_hand");
  }
};

export const pathButtons = (goal: PathGoal): HTMLElement => {
  const isMine = stored.id() === goal.id;
  const link = element("input.rm-field", {
    id: "path-link",
    readonly: true,
    hidden: true,
    "aria-label": text("paths.link"),
    value: address.of("path", goal.id),
  });
  const status = element("p.rm-line", { role: "status" });
  const choose = () => {
    if (!stored.choose(isMine ? "" : goal.id)) sayUnsaved(goal.title);
  };
  return element(
    "div.rm-noprint",
    {},
    element(
      "p.rm-path-buttons",
      {},
      element("a.rm-button.rm-primary", { href: address.of("plan", goal.id) }, text("paths.plan")),
      button("path-goal", isMine ? text("paths.leave_goal") : text("paths.choose_goal"), choose),
      button("path-copy", text("paths.copy"), () => void copyLink(link, status)),
      button("path-print", text("paths.print"), () => print()),
      element("a.rm-button", { href: address.hash("") }, text("paths.choose_another")),
    ),
    link,
    status,
  );
};
