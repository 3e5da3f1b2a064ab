/* The rows of a path: topics with the reason why they are on it, under the headings of their phases and sections. */

import { counts } from "../core/counts.ts";
import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { nodes, text } from "../core/strings.ts";
import { codeWords } from "../dashboard/code-words.ts";
import { prerequisites } from "../dashboard/prerequisites.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import type { Step } from "../graph/types.ts";
import { rounded } from "./path-summary.ts";

const { graph } = prerequisites;
/** The name of the section of each topic, with that of its phase. */
const sections: Map<number, string> = new Map();
for (const phase of roadmapIndex.data.phases)
  for (const [id, section] of phase.sections)
    for (const [from, to] of map.sets[`section:${id}`] ?? [])
      for (let at = from; at < to; at += 1) sections.set(at, text("paths.group", { phase: phase.title, section }));
/** The steps whose other reasons are unfolded; they stay so when the page is shown again. */
const unfolded = new Set<number>();

const reasonOf = (topic: number, dependent: number): string => {
  const { texts, of } = globalThis.roadmapReasons ?? { texts: [], of: [], also: {} };
  return texts[of[dependent]?.[graph.needs[dependent].indexOf(topic)]] ?? "";
};

const reason = (topic: number, dependent: number): (Node | string)[] => {
  const link = roadmapIndex.link(roadmapIndex.leaves[dependent]);
  const why = reasonOf(topic, dependent);
  return why === ""
    ? nodes<Node | string>("paths.for", { topic: link })
    : nodes<Node | string>("paths.for_reason", { topic: link, reason: codeWords(why) });
};

/** What a learner can begin with, in words. */
const readiness = (topic: number): string => {
  if (!prerequisites.hasAny || prerequisites.isKnown(topic) || !graph.needs[topic].every(prerequisites.isKnown))
    return "";
  return graph.needs[topic].length === 0 ? text("paths.start") : text("paths.ready");
};

/** @returns the reason of the first topic that needs it; those of the others are folded */
const reasons = ({ topic, opens }: Step, marks: Node[]): Node[] => {
  const [first, ...others] = opens;
  const why = first === undefined ? [text("paths.for_goal")] : reason(topic, first);
  const line = element("p.rm-line", {}, ...marks.flatMap((mark) => [mark, " "]), ...why);
  if (others.length === 0) return [line];
  return [
    line,
    element(
      "details.rm-unfold",
      {
        open: unfolded.has(topic),
        ontoggle: (event: Event) => {
          if ((event.target as HTMLDetailsElement).open) unfolded.add(topic);
          else unfolded.delete(topic);
        },
      },
      element("summary", {}, text("paths.for_more", { count: others.length })),
      element("ul", {}, ...others.map((other) => element("li", {}, ...reason(topic, other)))),
    ),
  ];
};

const openLink = (id: string) =>
  element(
    "a",
    {
      href: roadmapIndex.at(roadmapIndex.url(id)),
      "aria-label": text("paths.open", { title: roadmapIndex.title(id) }),
    },
    text("dashboard.open"),
  );

const moreButton = (id: string) =>
  element(
    "button.rm-more",
    {
      type: "button",
      "data-entry": id,
      "aria-expanded": "false",
      "aria-label": text("dashboard.remaining.status", { title: roadmapIndex.title(id) }),
      title: text("dashboard.remaining.status_title"),
    },
    "▸",
  );

/** @returns a row of a topic, an exercise or a project */
export const pathRow = (id: string, hours: number | null, ...details: Node[]): HTMLElement =>
  element(
    "li.rm-topic",
    {},
    element(
      "div.rm-row",
      {},
      roadmapIndex.box(id),
      hours !== null && element("small.rm-hours", {}, text("paths.row_hours", { hours: rounded(hours) })),
      element("span.rm-entry-link", {}, openLink(id)),
      moreButton(id),
    ),
    details.length > 0 && element("div.rm-details", {}, ...details),
  );

const topicRow = (step: Step): HTMLElement => {
  const id = roadmapIndex.leaves[step.topic];
  const words = [readiness(step.topic), counts.isOptional(id) ? text("dashboard.remaining.optional") : ""];
  const marks = words.filter((word) => word !== "").map((word) => element("span.rm-mark", {}, word));
  return pathRow(id, graph.hours[step.topic], ...reasons(step, marks));
};

/** @returns the steps in their order; those that follow each other in one section have its heading */
export const pathRows = (steps: Step[]): Node[] => {
  const runs: { title: string; steps: Step[] }[] = [];
  for (const step of steps) {
    const title = sections.get(step.topic) ?? "";
    const last = runs.at(-1);
    if (last?.title === title) last.steps.push(step);
    else runs.push({ title, steps: [step] });
  }
  return runs.flatMap((run) => [
    element("h3", {}, run.title),
    element("ol.rm-list.rm-long", {}, ...run.steps.map(topicRow)),
  ]);
};
