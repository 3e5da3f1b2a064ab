/* The panel of a row has an address, that of the row: a link to it opens the panel, and the back button closes it. */

import { filtering } from "./filtering.ts";
import { folds } from "./folds.ts";
import { say } from "./notices.ts";
import { load } from "./parts.ts";
import { text } from "./strings.ts";

let wasLoaded = false;
const withPanel = (act: (part: Awaited<ReturnType<typeof load<"panel">>>) => void) => {
  load("panel").then(
    (part) => {
      wasLoaded = true;
      act(part);
    },
    () => say(text("notices.part_missing"), true),
  );
};

/** Show what the address names: open its section, and the panel of a row that has details. */
const follow = () => {
  const hash = location.hash.slice(1);
  const target = hash === "" ? null : document.getElementById(hash);
  if (target) {
    filtering.reveal(target);
    folds.reveal(target);
  }
  const button = target?.matches(".rm-calm") ? target.querySelector<HTMLElement>(":scope > .rm-row .rm-more") : null;
  if (button) withPanel(({ panel }) => location.hash.slice(1) === hash && panel.show(button));
  else if (wasLoaded) withPanel(({ panel }) => panel.leave());
};

globalThis.addEventListener("hashchange", () => {
  follow();
  // A row in a section that was closed is drawn only now.
  document.getElementById(location.hash.slice(1))?.closest("[data-rm-body]") &&
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
globalThis.addEventListener("popstate", follow);

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>(".rm-more");
  if (button) withPanel(({ panel }) => panel.toggle(button));
  else if (event.target.closest("[data-rm-keys]")) withPanel(({ showShortcuts }) => showShortcuts());
});
// The browser's search in the page opens details that it finds.
document.addEventListener(
  "toggle",
  (event) => {
    const { target } = event;
    if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches(".rm-calm > .rm-about")) return;
    const button = target.parentElement?.querySelector<HTMLElement>(":scope > .rm-row .rm-more");
    if (button) withPanel(({ panel }) => panel.show(button));
  },
  true,
);

export const rowAddress = { follow };
