/* What the desk knows of the roadmap: names, addresses, phases, orders. */

import { loader } from "../core/parts.ts";
import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import type { Ranges } from "../core/types.ts";

const { leaves } = map;
const { root } = loader;
const told = globalThis.roadmapTopics;
const position: Map<string, number> = new Map(leaves.map((id, at) => [id, at]));
/** Names, addresses and summaries go by id: nothing of two files is joined by where it stands. */
const topics: Map<string, [string, string, string]> = new Map(told.ids.map((id, at) => [id, told.topics[at]]));

/** The positions on the map of what stands at these places of the other file; what is not on the map is left out. */
const onMap = (places: number[]) => places.map((at) => position.get(told.ids[at])).filter((at) => at !== undefined);
const everyOf = (spans: Ranges) =>
  spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));

/** The same with the map's positions. */
const data = {
  ...told,
  hours: Object.fromEntries(
    Object.entries(told.hours).flatMap(([at, hours]) => onMap([Number(at)]).map((there) => [there, hours])),
  ),
  order: onMap(told.order),
  documents: told.documents.map((one) => {
    const kept = one.order
      .map((place, at) => ({ place, week: one.weeks[at] }))
      .filter(({ place }) => position.has(told.ids[place]));
    const order = onMap(kept.map(({ place }) => place));
    return { ...one, order, weeks: one.weeks.length > 0 ? kept.map(({ week }) => week) : [] };
  }),
  milestones: told.milestones.map((one) => ({
    ...one,
    goals: one.goals.map((goal) => ({ ...goal, topics: onMap(everyOf(goal.topics)) })),
  })),
};
const others: Map<string, [string, string, string]> = new Map(Object.entries(data.others));
const phases = new Map(data.phases.map((phase) => [phase.id, phase]));

const known = (id: string) => topics.get(id) ?? others.get(id) ?? null;

export const roadmapIndex = {
  data,
  leaves,
  position,
  phases,
  root,
  /** @param address as seen from the root */
  at: (address: string) => new URL(address, root).href,
  /** @returns its title; for what is gone, its id in words */
  title: (id: string): string => known(id)?.[0] ?? phases.get(id)?.title ?? id.replaceAll("-", " "),
  isKnown: (id: string): boolean => known(id) !== null || phases.has(id),
  summary: (id: string) => topics.get(id)?.[2] ?? "",
  /** @returns "topic", "paper" and so on */
  kind: (id: string): string => (position.has(id) ? "topic" : (others.get(id)?.[2] ?? "entry")),
  /** @returns a link to where it is at home; its title when it has none */
  link(id: string, words?: string): Node {
    const url = known(id)?.[1] ?? phases.get(id)?.url;
    const text = words ?? this.title(id);
    return url !== undefined ? element("a", { href: this.at(url) }, text) : element("span", { dir: "auto" }, text);
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
};
