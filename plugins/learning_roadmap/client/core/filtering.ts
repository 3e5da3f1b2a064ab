/* The part "filters" is loaded when a filter is used, or when the address has one. */

import { findBesideRows } from "./beside-rows.ts";
import { say } from "./notices.ts";
import { load } from "./parts.ts";
import { text } from "./strings.ts";

type Filters = Awaited<ReturnType<typeof load<"filters">>>["filters"];
let filters: Filters | null = null;

const withFilters = (act: (loaded: Filters) => void) =>
  load("filters").then(
    (part) => {
      filters = part.filters;
      act(part.filters);
    },
    () => say(text("notices.part_missing"), true),
  );

document.addEventListener("change", (event) => {
  if (event.target instanceof Element && event.target.matches("select[data-rm-filter]"))
    void withFilters((loaded) => loaded.changed());
});
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-rm-filter]") : null;
  if (button instanceof HTMLButtonElement) void withFilters((loaded) => loaded.press(button));
});

export const filtering = {
  /** Apply the filters of the address, if it has any, or if the browser has kept one. */
  bind() {
    const controls = findBesideRows<HTMLElement>("[data-rm-filter]");
    if (controls.length === 0) return;
    // An export of the pages as Markdown has no sections around its rows.
    const box = document.querySelector<HTMLElement>(".rm-filters");
    if (box) box.hidden = !document.querySelector("[data-rm-section]");
    const { searchParams } = new URL(location.href);
    const isUsed = (control: HTMLElement) =>
      searchParams.has(control.dataset.rmFilter ?? "") ||
      (control instanceof HTMLSelectElement && control.value !== "");
    if (!controls.some(isUsed)) return;
    void withFilters((loaded) => {
      loaded.bind();
      // What the address names is shown, even if the filter would hide it.
      const target = document.getElementById(location.hash.slice(1));
      if (target) loaded.reveal(target);
    });
  },
  /** Show a row that a filter hides. */
  reveal: (target: Element) => filters?.reveal(target),
};
