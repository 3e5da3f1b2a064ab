/* The dialog of the search: what is typed, its results, and the keys to reach them. */

import { element } from "../core/elements.ts";
import { nodes, paragraph, text } from "../core/strings.ts";
import { store } from "../storage/store.ts";
import { type Answer, type Hit, SearchEngine } from "./engine.ts";
import { entriesOf } from "./entries.ts";
import { resultRows } from "./results.ts";
import { titleHits } from "./title-hits.ts";
import type { Entry } from "./types.ts";

const LIMIT = 12;
/** The nearest titles, when nothing is found. */
const NEAREST = 5;

let entries: Entry[] | null = null;
let engine: Promise<SearchEngine> | null = null;
let isIndexed = false;

/** Index everything, a slice at a time, so that typing is never held up. */
const makeEngine = async (all: Entry[]): Promise<SearchEngine> => {
  const search = new SearchEngine(all);
  while (!search.indexSlice()) await store.yieldToMain();
  isIndexed = true;
  return search;
};

const part = <Kind extends HTMLElement>(dialog: HTMLElement, name: string): Kind =>
  dialog.querySelector(`.rm-search-${name}`) as Kind;

/** The page with all topics, in which learners can look further. */
const browse = (dialog: HTMLElement): HTMLElement | false => {
  const { topics } = dialog.dataset;
  if (!topics) return false;
  const link = element("a", { href: topics }, text("search.all_topics"));
  return element("p", {}, ...nodes("search.browse", { topics: link }));
};

/** The form of the repository to suggest what is missing, if the site has a repository. */
const suggestion = (dialog: HTMLElement, typed: string): HTMLElement | false => {
  const { suggest } = dialog.dataset;
  if (!suggest) return false;
  const title = encodeURIComponent(text("search.suggest_title", { typed }));
  return element("p", {}, element("a", { href: `${suggest}&title=${title}` }, text("search.suggest", { typed })));
};

/** What the list shows, in words. */
const summary = (typed: string, { hits, total, isGuess }: Answer): string => {
  if (typed === "") return text("search.hint");
  if (total === 0) return text("search.none", { typed });
  if (isGuess) return paragraph([text("search.none", { typed }), text("search.nearest")]);
  return hits.length < total
    ? text("search.best", { shown: hits.length, count: total })
    : text("search.count", { count: total });
};

const links = (dialog: HTMLElement): HTMLElement[] => [...dialog.querySelectorAll<HTMLElement>(".rm-search-result")];

/** Show other results. Whoever has gone to one of the former ones stays there, or goes back to the input if it is gone. */
const showHits = (dialog: HTMLElement, hits: Hit[], typed: string) => {
  const former = links(dialog).find((link) => link === document.activeElement);
  part(dialog, "list").replaceChildren(...resultRows(hits, typed));
  const address = former?.getAttribute("href");
  if (former) (links(dialog).find((link) => link.getAttribute("href") === address) ?? part(dialog, "input")).focus();
};

const show = async (dialog: HTMLDialogElement) => {
  const input = part<HTMLInputElement>(dialog, "input");
  entries ??= entriesOf(globalThis.roadmapSearchEntries);
  engine ??= makeEngine(entries);
  // A large roadmap takes a moment to index: until then, titles are looked through.
  if (!isIndexed) {
    const typed = input.value.trim();
    showHits(dialog, titleHits(entries, typed, LIMIT), typed);
  }
  const ready = await engine;
  const typed = input.value.trim();
  const answer = ready.search(typed, LIMIT);
  const hits = answer.isGuess ? answer.hits.slice(0, NEAREST) : answer.hits;
  part(dialog, "status").textContent = summary(typed, answer);
  showHits(dialog, hits, typed);
  const offers = typed !== "" && answer.isGuess ? [browse(dialog), suggestion(dialog, typed)] : [];
  part(dialog, "none").replaceChildren(...offers.filter((offer) => offer !== false));
  performance.mark("roadmap-searched");
};

/** Arrows go from the input through the results and back; Enter in the input opens the first one. */
const onKey = (event: KeyboardEvent) => {
  const dialog = event.currentTarget as HTMLDialogElement;
  const input = part<HTMLInputElement>(dialog, "input");
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const stops = [input, ...links(dialog)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (at < 0) return;
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    stops[(next + stops.length) % stops.length].focus();
    event.preventDefault();
  } else if (event.key === "Enter" && at === 0) {
    event.preventDefault();
    // What was typed last may not be shown yet.
    void show(dialog).then(() => links(dialog)[0]?.click());
  }
};

const onClick = (event: MouseEvent) => {
  const dialog = event.currentTarget as HTMLDialogElement;
  const isLink = event.target instanceof Element && event.target.closest("a") !== null;
  const isNewTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  // The dialog itself is hit only where its backdrop is.
  if (event.target !== dialog && (!isLink || isNewTab)) return;
  dialog.close();
  // The next Tab goes on from the place that the link leads to, not from the button of the search.
  if (isLink) (document.activeElement as HTMLElement | null)?.blur();
};

const bound: WeakSet<HTMLDialogElement> = new WeakSet();

/** Search in this dialog from now on. */
const start = async (dialog: HTMLDialogElement) => {
  if (!bound.has(dialog)) {
    bound.add(dialog);
    part(dialog, "input").addEventListener("input", () => void show(dialog));
    dialog.addEventListener("keydown", onKey);
    dialog.addEventListener("click", onClick);
  }
  await show(dialog);
};

export const search = { start };
