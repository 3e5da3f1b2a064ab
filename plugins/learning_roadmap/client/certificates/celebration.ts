/* The moment when the learner's own tick finishes a section, a phase or the whole roadmap: said once, beside Undo. */

import { element } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { whenSaved } from "../core/save-status.ts";
import { text } from "../core/strings.ts";
import { type Achievement, achievements } from "./achievements.ts";
import { address } from "./address.ts";
import { medal } from "./medal.ts";
import { toast } from "../upkeep/toast.ts";

const ORDER = ["all", "phase", "section"];

const words = ({ kind, title, topics }: Achievement): string => {
  const level = kind === "all" || kind === "phase" ? kind : "section";
  const count = topics.size;
  // Some phases have only projects.
  return count > 0
    ? text(`certificates.finished.${level}`, { title, count })
    : text(`certificates.finished_tasks.${level}`, { title });
};

/** The bars of what is finished join in, once. */
const playBars = (scopes: string[]) => {
  for (const scope of scopes)
    for (const bar of document.querySelectorAll(`.rm-progress[data-scope="${CSS.escape(scope)}"]`)) {
      bar.classList.add("rm-just-finished");
      bar.addEventListener("animationend", () => bar.classList.remove("rm-just-finished"), { once: true });
    }
};

export const celebration = {
  /** @param scopes what the last tick has finished; the largest of it is named */
  show(scopes: string[]) {
    // It may have been undone while this part was loaded.
    const finished = scopes
      .map(achievements.of)
      .filter((one) => one?.isFinished)
      .filter((one) => one !== null)
      .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
    const [first] = finished;
    if (!first) return;
    const message = words(first);
    const link = first.kind !== "section" && element("a", { href: address.of(first.scope) }, text("certificates.see"));
    toast.add(
      element(
        "div.rm-celebration",
        {},
        medal(),
        element("p", { dir: "auto" }, element("strong", {}, message), link && " ", link),
      ),
    );
    playBars(finished.map(({ scope }) => scope));
    whenSaved(() => say(message));
  },
};
