/* The roadmap's data for the dashboard: titles, addresses, phases and orders. */

import { loader } from "../core/parts.ts";
import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { text } from "../core/strings.ts";
import type { Ranges } from "../core/types.ts";

const { leaves } = map;
const { root } = loader;
const source = globalThis.roadmapTopics;
const position: Map<string, number> = new Map(leaves.map((id, at) => [id, at]));
/**
 * Titles and addresses by id. Positions in this file may differ from those of the map, because each is
 * cached by itself.
 */
const topics: Map<string, [string, string]> = new Map(source.ids.map((id, at) => [id, source.topics[at]]));

/** Translate positions in this file to positions on the map. Topics that are not on the map are left out. */
const onMap = (places: number[]) => places.map((at) => position.get(source.ids[at])).filter((at) => at !== undefined);
const expand = (spans: Ranges) =>
  spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));

/** The data with the map's positions. */
const data = {
  ...source,
  /** The positions of the topics of each exercise and project. */
  tasks: new Map(Object.entries(source.tasks).map(([id, spans]) => [id, onMap(expand(spans))])),
  asked: new Set(onMap(expand(source.asked))),
  hours: Object.fromEntries(
    Object.entries(source.hours).flatMap(([at, hours]) => onMap([Number(at)]).map((mapAt) => [mapAt, hours])),
  ),
  order: onMap(source.order),
  documents: source.documents.map((one) => {
    const topics = one.order
      .map((place, at) => ({ place, week: one.weeks[at] }))
      .filter(({ place }) => position.has(source.ids[place]));
    const order = onMap(topics.map(({ place }) => place));
    return { ...one, order, weeks: one.weeks.length > 0 ? topics.map(({ week }) => week) : [] };
  }),
  milestones: source.milestones.map((one) => ({
    ...one,
    goals: one.goals.map((goal) => ({ ...goal, topics: onMap(expand(goal.topics)) })),
  })),
};
const others: Map<string, [string, string, string]> = new Map(Object.entries(data.others));
/** Exercises, then projects: they have the positions after those of the topics. */
const taskIds = [...data.tasks.keys()];
const phases = new Map(data.phases.map((phase) => [phase.id, phase]));

const lookup = (id: string) => topics.get(id) ?? others.get(id) ?? null;

export const roadmapIndex = {
  data,
  leaves,
  position,
  taskIds,
  /** @returns the id of the topic, exercise or project at a position */
  idAt: (at: number): string => leaves[at] ?? taskIds[at - leaves.length] ?? "",
  /** @returns whether it is a topic's, not that of an exercise or project */
  isTopicAt: (at: number): boolean => at < leaves.length,
  phases,
  root,
  /** @param address as seen from the root */
  at: (address: string) => new URL(address, root).href,
  /** @returns its title; the words of its id if it was removed */
  title: (id: string): string => lookup(id)?.[0] ?? phases.get(id)?.title ?? id.replaceAll("-", " "),
  isKnown: (id: string): boolean => lookup(id) !== null || phases.has(id),
  /** @returns its address from the site's root; empty if it was removed */
  url: (id: string): string => lookup(id)?.[1] ?? phases.get(id)?.url ?? "",
  /** @returns "topic", "paper" and so on */
  kind: (id: string): string => (position.has(id) ? "topic" : (others.get(id)?.[2] ?? "entry")),
  /** @returns a link to its place in the roadmap, or its title if it was removed */
  link(id: string, label?: string | Node): Node {
    const url = lookup(id)?.[1] ?? phases.get(id)?.url;
    const content = label ?? this.title(id);
    return url !== undefined
      ? element("a", { href: this.at(url) }, content)
      : element("span", { dir: "auto" }, content);
  },
  /** @returns a short link to its place in the roadmap; screen readers read the title too, as every row has one */
  openLink: (id: string): Node => {
    const title = element("span.rm-hidden", {}, ` ${roadmapIndex.title(id)}`);
    return element("span.rm-entry-link", {}, roadmapIndex.link(id, element("span", {}, text("dashboard.open"), title)));
  },
  /**
   * @param id of anything that can be ticked
   * @returns its box, with its name beside it
   */
  box: (id: string): Node =>
    element(
      "label.rm-check",
      {},
      element("input.rm-tick", { type: "checkbox", "data-tick": id, autocomplete: "off" }),
      " ",
      element("span.rm-title", {}, roadmapIndex.title(id)),
    ),
  /** @returns a list item: its box, a link to its place in the roadmap, and what else belongs in the row */
  row: (id: string, ...more: (Node | false)[]): Node =>
    element("li", {}, element("div.rm-row", {}, roadmapIndex.box(id), roadmapIndex.openLink(id), ...more)),
};
