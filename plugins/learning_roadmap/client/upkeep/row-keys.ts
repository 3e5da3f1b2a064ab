/* Keys for rows. They work only while the box or the button of a row has the focus (WCAG 2.2, success criterion 2.1.4). */

import { acts } from "./acts.ts";
import { say } from "../core/notices.ts";
import { load } from "../core/parts.ts";
import { rows } from "../core/rows.ts";
import { text } from "../core/strings.ts";
import type { Choice } from "../storage/types.ts";

const CHOICES: Record<string, Choice> = { l: "learning", a: "known", x: "skipped" };

/** The boxes that can get the focus, in the order of the page. */
const boxes = () =>
  [...document.querySelectorAll<HTMLInputElement>(".rm-row input.rm-tick")].filter((box) => box.checkVisibility());

const move = (row: Element, step: 1 | -1) => {
  const all = boxes();
  const at = all.findIndex((box) => row.contains(box));
  all[at + step]?.focus();
};

const help = () =>
  load("panel").then(
    ({ showShortcuts }) => showShortcuts(),
    () => say(text("notices.part_missing"), true),
  );

/** On a keyboard of another script a key is recognized by its position. */
const letterOf = (event: KeyboardEvent) =>
  /^[ -~]$/.test(event.key) ? event.key : event.code.replace(/^Key/, "").toLowerCase();

const press = (event: KeyboardEvent) => {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (!(target instanceof HTMLElement) || !target.matches("input.rm-tick, .rm-more")) return;
  const row = target.closest(".rm-row");
  const box = row?.querySelector<HTMLInputElement>("input.rm-tick");
  if (!row || !box) return;
  const letter = letterOf(event);
  const name = rows.nameOf(box);
  if (letter === "j") move(row, 1);
  else if (letter === "k") move(row, -1);
  else if (letter === "u") acts.undo();
  else if (letter === "?") void help();
  else if (letter === "o") row.querySelector<HTMLElement>(".rm-more")?.click();
  else if (Object.hasOwn(CHOICES, letter)) rows.mark(box.dataset.tick ?? "", CHOICES[letter], name, true);
  else return;
  event.preventDefault();
};

document.addEventListener("keydown", press);
export const rowKeys = { press };
