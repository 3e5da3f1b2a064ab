/* Opens the search with its button, or with the keys that Material has for it. A site with Material's own search has no
   such dialog. The part that searches is loaded when the dialog opens for the first time. */

import { load } from "./parts.ts";
import { text } from "./strings.ts";

const KEYS = ["/", "f", "s"];

const open = (dialog: HTMLDialogElement) => {
  const input = dialog.querySelector<HTMLInputElement>(".rm-search-input");
  if (!dialog.open) dialog.showModal();
  input?.select();
  const status = dialog.querySelector(".rm-search-status");
  if (status && input?.value === "") status.textContent = text("search.loading");
  load("search").then(
    ({ search }) => search.start(dialog),
    () => {
      if (status) status.textContent = text("notices.part_missing");
    },
  );
};

const isWriting = (element: Element | null) =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element.matches("input:not([type=checkbox]), textarea, select"));

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || !event.target.closest("[data-rm-search]")) return;
  const dialog = document.querySelector<HTMLDialogElement>("dialog.rm-search");
  if (dialog) open(dialog);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const dialog = document.querySelector<HTMLDialogElement>("dialog.rm-search");
  if (!dialog) return;
  // The page of an instant navigation takes the focus when it arrives, also from a search that was opened meanwhile. A letter goes into the input.
  if (dialog.open && document.activeElement === document.body && event.key.length === 1)
    dialog.querySelector<HTMLInputElement>(".rm-search-input")?.focus();
  if (!KEYS.includes(event.key) || isWriting(document.activeElement) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  open(dialog);
});
