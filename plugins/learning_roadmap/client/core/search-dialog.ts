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

/** After an instant navigation, Material goes to the fragment of the address. That takes the focus from a search that was
    opened while the page was on its way, and what is typed would be lost. */
export const keepSearchFocus = () => {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLInputElement>("dialog.rm-search[open] .rm-search-input")?.focus();
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
  if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const dialog = document.querySelector<HTMLDialogElement>("dialog.rm-search");
  if (!dialog || isWriting(document.activeElement) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  open(dialog);
});
