/* The filters of a phase page: they hide rows, and are kept in the address. This is a part: `filtering.ts` loads it. */

import { folds } from "./folds.ts";
import { element } from "./elements.ts";
import { say } from "./notices.ts";
import { rows } from "./rows.ts";
import { text } from "./strings.ts";

/** Whether a row has the value that a filter asks for. */
const TESTS: Record<string, (row: HTMLElement, value: string) => boolean> = {
  state: (row, value) => rows.choiceOf(row.querySelector<HTMLElement>("input.rm-tick")?.dataset.tick ?? "") === value,
  level: (row, value) => row.dataset.rmLevel === value,
  core: (row) => row.dataset.rmCore !== undefined,
  project: (row) => row.dataset.rmProject !== undefined,
  kind: (row, value) => row.dataset.rmKind === value,
};

type Control = HTMLSelectElement | HTMLButtonElement;
const controls = () => [...document.querySelectorAll<Control>("[data-rm-filter]")];
const nameOf = (control: Control) => control.dataset.rmFilter ?? "";
const choiceIn = (control: Control): string => {
  if (control instanceof HTMLSelectElement) return control.value;
  return control.getAttribute("aria-pressed") === "true" ? "1" : "";
};
const setValue = (control: Control, value: string) => {
  if (control instanceof HTMLSelectElement) {
    const isOffered = [...control.options].some((option) => option.value === value);
    control.value = isOffered ? value : "";
  } else control.setAttribute("aria-pressed", String(value !== ""));
};

const active = (): [string, string][] =>
  controls()
    .map((control): [string, string] => [nameOf(control), choiceIn(control)])
    .filter(([name, value]) => value !== "" && Object.hasOwn(TESTS, name));

/** A row stays if it matches, or one of its subtopics. */
const filter = (row: HTMLElement, filters: [string, string][]): number => {
  const parts = [...row.querySelectorAll<HTMLElement>(":scope > .rm-list > .rm-calm")];
  const inParts = parts.reduce((sum, part) => sum + filter(part, filters), 0);
  const count = inParts + (filters.every(([name, value]) => TESTS[name](row, value)) ? 1 : 0);
  row.hidden = count === 0;
  return count;
};

/** @returns how many rows match */
const apply = (): number => {
  const filters = active();
  const isActive = filters.length > 0;
  let count = 0;
  const names = new Set<string>();
  for (const section of document.querySelectorAll<HTMLElement>("[data-rm-section]")) {
    const all = [...section.querySelectorAll<HTMLElement>(".rm-calm")].filter(
      (row) => !row.parentElement?.closest(".rm-calm"),
    );
    const matches = all.reduce((sum, row) => sum + filter(row, filters), 0);
    count += matches;
    if (matches > 0) names.add(section.dataset.rmSection ?? "");
    // A list without a row that matches has no heading either.
    for (const list of section.querySelectorAll<HTMLElement>("fieldset"))
      list.hidden = isActive && !list.querySelector(".rm-calm:not([hidden])");
    section.querySelector(".rm-none")?.remove();
    if (isActive && matches === 0)
      section.querySelector(".rm-section-head")?.append(element("span.rm-none", {}, text("filters.none")));
  }
  folds.showOnly(isActive ? names : null);
  const matches = document.querySelector("[data-rm-matches]");
  if (matches) matches.textContent = isActive ? text("filters.matches", { count }) : "";
  return count;
};

const keepInAddress = () => {
  const address = new URL(location.href);
  for (const control of controls()) {
    const value = choiceIn(control);
    if (value === "") address.searchParams.delete(nameOf(control));
    else address.searchParams.set(nameOf(control), value);
  }
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A browser may refuse this for a page from disk: then only the address stays as it was.
  }
};

const changed = () => {
  keepInAddress();
  say(text("filters.matches", { count: apply() }));
};

/** Apply the filters of the address. */
const bind = () => {
  const { searchParams } = new URL(location.href);
  for (const control of controls()) setValue(control, searchParams.get(nameOf(control)) ?? "");
  if (active().length > 0) apply();
};

/** A chip was pressed. */
const press = (button: HTMLButtonElement) => {
  setValue(button, choiceIn(button) === "" ? "1" : "");
  changed();
};

/** Show a row that a filter hides. */
const reveal = (target: Element) => {
  if (!target.closest(".rm-calm[hidden], fieldset[hidden]")) return;
  for (const control of controls()) setValue(control, "");
  keepInAddress();
  apply();
};

export const filters = { bind, changed, press, reveal };
