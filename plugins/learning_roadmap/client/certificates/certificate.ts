/* A certificate: what was finished, when, and by whom, in honest words. It looks like the paper that it is printed on. */

import { element } from "../core/elements.ts";
import { text } from "../core/strings.ts";
import { days } from "../dashboard/days.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { type Achievement, achievements } from "./achievements.ts";

const STEP = 36;

/** The phases as a road: filled where they are finished. */
const road = (scope: string): SVGElement => {
  const { phases } = roadmapIndex.data;
  const width = STEP * phases.length;
  const stops = phases.map(({ id }, at) => {
    const isThis = scope === `phase:${id}`;
    const isFinished = achievements.of(`phase:${id}`)?.isFinished ?? false;
    const [x, radius] = [STEP * at + STEP / 2, isThis ? 10 : 6];
    return element(
      `g${isFinished ? ".rm-stop-finished" : ""}`,
      {},
      element("rect.rm-stop", { x: x - radius, y: 14 - radius, width: 2 * radius, height: 2 * radius, rx: radius }),
      isFinished && isThis && element("path.rm-stop-tick", { d: `M${x - 4} 14.5l3 3l5.5-6.5` }),
    );
  });
  return element(
    "svg.rm-road",
    { viewBox: `0 0 ${width} 28`, "aria-hidden": "true" },
    element("path.rm-road-line", { d: `M${STEP / 2} 14h${width - STEP}` }),
    ...stops,
  );
};

const rounded = (hours: number): number => (hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours));

/** The figures, each only where it says something. */
const figures = ({ topics, exercises, projects, hours, known, skipped }: Achievement): string[] =>
  [
    topics.size > 0 && text("certificates.topics", { done: topics.done, count: topics.size }),
    exercises.size > 0 && text("bars.exercises", { done: exercises.done, count: exercises.size }),
    projects.size > 0 && text("bars.projects", { done: projects.done, count: projects.size }),
    hours > 0 && text("certificates.hours", { count: rounded(hours) }),
    known > 0 && text("certificates.known", { count: known }),
    skipped > 0 && text("certificates.skipped", { count: skipped }),
  ].filter((one) => one !== false);

/** Words that fill more than a line are smaller on paper. */
const MANY = 36;

/** The line for a name: empty, it is a line to write on. */
export const paintName = (line: HTMLElement, name: string) => {
  line.textContent = name;
  line.classList.toggle("rm-long-words", name.length > MANY);
  line.classList.toggle("rm-blank-name", name === "");
};

/** @param name the learner's, as typed; shown as text */
export const certificate = (one: Achievement, name: string): HTMLElement => {
  const line = element("p.rm-certificate-name", { dir: "auto" });
  paintName(line, name);
  const isWhole = one.kind === "all";
  return element(
    "article.rm-certificate",
    { "aria-label": text("certificates.label", { title: one.title }) },
    element(
      "p.rm-certificate-of",
      { dir: "auto" },
      isWhole ? text("certificates.certificate") : roadmapIndex.data.title,
    ),
    line,
    element("p.rm-certificate-verb", {}, text(`certificates.has_finished.${one.kind}`)),
    element(`p.rm-certificate-title${one.title.length > MANY ? ".rm-long-words" : ""}`, { dir: "auto" }, one.title),
    road(one.scope),
    element("p.rm-certificate-figures", {}, ...figures(one).map((words) => element("span", {}, words))),
    element(
      "div.rm-certificate-foot",
      {},
      one.at > 0 && element("p", {}, text("certificates.last_tick", { date: days.words(days.dayOf(one.at)) })),
      element("p", {}, text("certificates.honest")),
    ),
  );
};
