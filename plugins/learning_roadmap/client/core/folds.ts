/* The sections of a page fold. The one with the learner's next topic is open; what the learner opens and closes stays so for the session. */

import { findSections, partsBesideRows } from "./beside-rows.ts";
import { counts } from "./counts.ts";
import { element } from "./elements.ts";
import { text } from "./strings.ts";
import { store } from "../storage/store.ts";

interface Section {
  name: string;
  body: HTMLElement;
  button: HTMLElement;
}
let sections: Section[] = [];

const key = () => `roadmap-folds:${location.pathname}`;
const stored = (): Record<string, boolean> => {
  try {
    return JSON.parse(sessionStorage.getItem(key()) ?? "{}");
  } catch {
    return {};
  }
};
const keep = () => {
  try {
    sessionStorage.setItem(key(), JSON.stringify(Object.fromEntries(sections.map((one) => [one.name, isOpen(one)]))));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
};

const isOpen = ({ body }: Section) => !body.hasAttribute("hidden");
/** The browser's search in the page finds what is in a closed section, and opens it. */
const set = ({ body, button }: Section, isShown: boolean) => {
  if (isShown) body.removeAttribute("hidden");
  else body.setAttribute("hidden", "until-found");
  button.setAttribute("aria-expanded", String(isShown));
};
const show = (section: Section, isShown: boolean) => {
  if (isShown && !isOpen(section)) prepare(section);
  set(section, isShown);
};
const paintAll = () => {
  const button = document.querySelector<HTMLElement>("[data-rm-folds]");
  if (!button) return;
  button.hidden = sections.length < 2;
  button.textContent = text(sections.every(isOpen) ? "folds.collapse" : "folds.expand");
};
const listeners: Set<(body: Element) => void> = new Set();
const prepare = ({ body }: Section) => {
  for (const listener of listeners) listener(body);
};
const change = (changed: Section[], isShown: boolean) => {
  for (const section of changed) show(section, isShown);
  keep();
  paintAll();
};

/** The section of the topic that is being learned, or else of the first that is to do; where there are no topics, the first. */
const nextSection = (): Section | undefined => {
  const having = (state: string) =>
    sections.find(({ name }) =>
      counts
        .leavesIn(name)
        .some((id) => store.state(id) === state && !counts.isOptional(id) && !counts.isOffBranch(id)),
    );
  // One section alone needs no folding.
  if (sections.length === 1) return sections[0];
  const hasTopics = sections.some(({ name }) => counts.leavesIn(name).length > 0);
  return having("learning") ?? having("todo") ?? (hasTopics ? undefined : sections[0]);
};

const bind = () => {
  sections = findSections().flatMap((box): Section[] => {
    const body = box.querySelector<HTMLElement>("[data-rm-body]");
    const heading = box.querySelector("h2");
    if (!body || !heading) return [];
    let button = heading.querySelector<HTMLElement>("button");
    if (!button) {
      // The heading stays a heading: its words become a button in it.
      const link = heading.querySelector(".headerlink");
      const words = [...heading.childNodes].filter((node) => node !== link);
      button = element("button.rm-fold-button", { type: "button" }, ...words);
      heading.prepend(button);
    }
    const section = { name: box.getAttribute("data-rm-section") ?? "", body, button };
    button.onclick = () => change([section], !isOpen(section));
    return [section];
  });
  if (sections.length === 0) return;
  const choices = stored();
  const next = nextSection();
  for (const section of sections) set(section, choices[section.name] ?? section === next);
  paintAll();
};

/** Open the section that holds an element. */
const reveal = (target: Element) => {
  const section = sections.find(({ body, button }) => body.contains(target) || button.parentElement?.contains(target));
  if (section && !isOpen(section)) change([section], true);
};

/** Open and close sections for as long as a filter asks for it; without a filter they are as they were. */
const showOnly = (names: Set<string> | null) => {
  const choices = stored();
  const next = nextSection();
  for (const section of sections)
    show(section, names ? names.has(section.name) : (choices[section.name] ?? section === next));
  paintAll();
};

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-rm-folds]") : null;
  if (button) change(sections, !sections.every(isOpen));
});
document.addEventListener("beforematch", (event) => {
  if (event.target instanceof Element) reveal(event.target);
});

// Paper shows closed sections, too.
globalThis.addEventListener("beforeprint", () => sections.filter((one) => !isOpen(one)).forEach(prepare));

export const folds = {
  bind,
  reveal,
  showOnly,
  /** @returns the parts of the page that are not closed */
  shown: (): Element[] => [
    ...partsBesideRows(),
    ...findSections().flatMap(({ children }) => [...children].filter((part) => !part.hasAttribute("hidden"))),
  ],
  /** @param listener is given the body of a closed section that is about to be shown */
  listen: (listener: (body: Element) => void) => listeners.add(listener),
};
