/* The filters of the map: what its boxes and its list count and show. Their names and values are those of the filters of a phase page, to
   which the links lead with the same filters. */

import { counts } from "../core/counts.ts";
import { map } from "../core/map.ts";
import { hoursLeft } from "./hours.ts";
import { mapPicture } from "./map-picture.ts";
import { say } from "../core/notices.ts";
import { progressBars } from "../core/progress-bars.ts";
import { rows } from "../core/rows.ts";
import { text } from "../core/strings.ts";
import { store } from "../storage/store.ts";

const XLINK = "http://www.w3.org/1999/xlink";
/** The value of each filter in an address. */
const VALUES: Record<string, string> = { core: "1", state: "todo", project: "1" };

const buttons = () => [...document.querySelectorAll<HTMLElement>("[data-rm-map-filter]")];
const nameOf = (button: HTMLElement) => button.dataset.rmMapFilter ?? "";
const isPressed = (button: HTMLElement) => button.getAttribute("aria-pressed") === "true";
const press = (button: HTMLElement, isOn: boolean) => button.setAttribute("aria-pressed", String(isOn));

/** The topics of a filter, from ranges such as "0-3 7-9". */
const topicsOf = (button: HTMLElement): Set<string> =>
  new Set(
    (button.dataset.rmTopics ?? "").split(" ").flatMap((range) => {
      const [from, to] = range.split("-").map(Number);
      return map.leaves.slice(from, to);
    }),
  );

/** The filters that are on: their names, and what a topic must be for all of them. */
const active = () => {
  const pressed = buttons().filter(isPressed);
  const names = pressed.map(nameOf);
  const sets = pressed.filter((button) => button.dataset.rmTopics !== undefined).map(topicsOf);
  const isToDo = names.includes("state");
  return {
    names,
    isToDo,
    matches: (id: string) => sets.every((set) => set.has(id)) && (!isToDo || rows.choiceOf(id) === "todo"),
    /** Exercises and projects are rows of a phase, too. */
    matchesTask: (id: string) =>
      (isToDo || names.includes("project")) &&
      !names.includes("core") &&
      (!names.includes("project") || map.tasks.projects.ids.includes(id)) &&
      (!isToDo || rows.choiceOf(id) === "todo"),
  };
};
type Active = ReturnType<typeof active>;

const countIn = (filter: Active, scope: string) => {
  const topics = counts.toLearn(scope).filter(filter.matches);
  const tasks = counts.tasksIn(scope).filter(filter.matchesTask);
  const done = topics.filter((id) => store.state(id) === "done").length;
  return { topics, tasks, done, size: topics.length, isOn: topics.length > 0 || tasks.length > 0 };
};
type Count = ReturnType<typeof countIn>;

/** A link leads to what the map shows: with the same filters. */
const paintLink = (link: Element, names: string[]) => {
  const isSvg = link instanceof SVGElement;
  const address = (isSvg ? link.getAttributeNS(XLINK, "href") : link.getAttribute("href")) ?? "";
  const [page, anchor] = address.split("#");
  const query = new URLSearchParams(names.map((name) => [name, VALUES[name]])).toString();
  const next = page.split("?")[0] + (query ? `?${query}` : "") + (anchor === undefined ? "" : `#${anchor}`);
  if (next === address) return;
  if (isSvg) link.setAttributeNS(XLINK, "xlink:href", next);
  else link.setAttribute("href", next);
};

const describe = ({ done, size }: Count, isToDo: boolean, isPicture: boolean): string => {
  if (size === 0) return "";
  if (isToDo) return text("map.to_do", { count: size });
  return isPicture
    ? text("map.count", { done, count: size })
    : text("bars.done", { done, count: size, percent: progressBars.percent({ done, size }) });
};

const paintNode = (node: HTMLElement | SVGElement, count: Count, filter: Active) => {
  const track = node.querySelector(".rm-node-track");
  const label = node.querySelector(".rm-node-count");
  if (!label) return;
  label.textContent = describe(count, filter.isToDo, track !== null);
  const left = node.querySelector(".rm-node-hours");
  if (left) left.textContent = hoursLeft(count.topics, count.tasks);
  node.classList.toggle("rm-node-done", count.size > 0 && count.done === count.size);
  const width = (Number(track?.getAttribute("width")) * count.done) / Math.max(count.size, 1);
  node.querySelector(".rm-node-fill")?.setAttribute("width", String(Math.ceil(width)));
};

/** @returns how many topics match */
const paint = (): number => {
  const filter = active();
  const isFiltered = filter.names.length > 0;
  const known: Map<string, Count> = new Map();
  const count = (scope: string): Count => {
    const one = known.get(scope) ?? countIn(filter, scope);
    known.set(scope, one);
    return one;
  };
  if (!isFiltered) mapPicture.paint();
  for (const node of document.querySelectorAll<HTMLElement | SVGElement>("[data-rm-node]")) {
    const one = count(node.dataset.rmNode ?? "");
    const isOff = isFiltered && !one.isOn;
    const names = isOff ? [] : filter.names;
    if (isFiltered) paintNode(node, one, filter);
    if (node instanceof SVGElement) {
      node.classList.toggle("rm-node-off", isOff);
      paintLink(node, names);
      continue;
    }
    const item = node.closest<HTMLElement>("li");
    if (item) item.hidden = isOff;
    const link = node.parentElement?.querySelector(":scope > a");
    if (link) paintLink(link, names);
  }
  for (const bar of document.querySelectorAll<HTMLElement>(".rm-card > .rm-progress[data-scope^='phase:']")) {
    const { isOn } = count(bar.dataset.scope ?? "");
    const card = bar.closest<HTMLElement>(".rm-card");
    if (card) card.hidden = isFiltered && !isOn;
    const link = card?.querySelector(".rm-card-title");
    if (link) paintLink(link, isOn ? filter.names : []);
  }
  const { size } = count("all");
  const status = document.querySelector("[data-rm-map-filters] [data-rm-matches]");
  if (status) status.textContent = isFiltered ? text("map.topics", { count: size }) : "";
  return size;
};

const keepInAddress = () => {
  const address = new URL(location.href);
  for (const button of buttons()) {
    if (isPressed(button)) address.searchParams.set(nameOf(button), VALUES[nameOf(button)]);
    else address.searchParams.delete(nameOf(button));
  }
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A browser may refuse this for a page from disk: then only the address stays as it was.
  }
};

const isAnyPressed = () => buttons().some(isPressed);
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-rm-map-filter]") : null;
  if (!button) return;
  press(button, !isPressed(button));
  keepInAddress();
  say(text("map.topics", { count: paint() }));
});
store.listen(() => {
  if (isAnyPressed()) paint();
});

export const mapFilters = {
  /** Apply the filters of the address. */
  bind() {
    const { searchParams } = new URL(location.href);
    for (const button of buttons()) {
      button.removeAttribute("disabled");
      press(button, searchParams.get(nameOf(button)) === VALUES[nameOf(button)]);
    }
    if (isAnyPressed()) paint();
  },
};
