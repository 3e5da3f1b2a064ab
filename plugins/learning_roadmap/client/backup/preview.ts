/* The look before an import: every change, by kind; what would remove or undo something comes first, and is taken
   only where the learner says so. */

import { changes } from "./changes.ts";
import { files } from "./files.ts";
import { progress } from "./progress-file.ts";
import { redirects } from "./redirects.ts";
import { textDiff } from "./text-diff.ts";
import type { ImportChange } from "./types.ts";
import { type FieldEvent, element, plural } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { merging } from "../storage/merging.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

const { KINDS, describe } = changes;
/** So many at once: more are behind a fold, or come when they are asked for. */
const SLICE = 100;
const OPEN = 30;

/** What would change now. In slices, so that no task gets long. */
const compare = async (items: Map<string, Item>): Promise<ImportChange[]> => {
  const [current, all] = [progress.everything(), [...redirects.all(items)]];
  const found: ImportChange[] = [];
  for (let at = 0; at < all.length; at += 500) {
    for (const [path, { before, after }] of progress.compare(current, new Map(all.slice(at, at + 500))))
      found.push(describe(path, before, after));
    await store.yieldToMain();
  }
  return found;
};

/** Fill a list a slice at a time. */
const list = (changes: ImportChange[], row: (change: ImportChange) => Node) => {
  const made = element("ul.rm-changes");
  const more = element("button.rm-button", { type: "button", onclick: () => add() });
  let shown = 0;
  const add = () => {
    const first = made.children.length;
    made.append(...changes.slice(shown, shown + SLICE).map(row));
    shown = Math.min(shown + SLICE, changes.length);
    more.textContent = `Show more (${changes.length - shown})`;
    more.hidden = shown === changes.length;
    if (first > 0) made.children[first]?.querySelector<HTMLElement>("input, summary")?.focus();
  };
  add();
  return [made, more];
};

const detail = (change: ImportChange) => [
  ...change.lines.map((text) => element("div", { dir: "auto" }, text)),
  ...change.texts.flatMap(({ name, before, after }) => [
    name && element("div.rm-quiet", {}, name),
    textDiff(before, after),
  ]),
];
const kindOf = ({ kind }: ImportChange) => KINDS[kind];
const plainRow = (change: ImportChange) => {
  const isOneLine = change.texts.length === 0 && change.lines.length === 1;
  const inner = isOneLine ? [": ", element("span", { dir: "auto" }, change.lines[0])] : detail(change);
  return element("li", {}, element("strong", { dir: "auto" }, change.title), ...inner);
};

/** What would be gone: each for itself. */
const removals = (losses: ImportChange[], chosen: Set<string>) => {
  if (losses.length === 0) return null;
  const boxes = () => part.querySelectorAll<HTMLInputElement>("input[data-path]");
  const row = (change: ImportChange) =>
    element(
      "li",
      {},
      element(
        "label.rm-check",
        {},
        element("input", {
          type: "checkbox",
          "data-path": change.path,
          checked: chosen.has(change.path),
          onchange: (event: FieldEvent) =>
            void (event.target.checked ? chosen.add(change.path) : chosen.delete(change.path)),
        }),
        element("span", {}, element("strong", { dir: "auto" }, change.title), ` (${kindOf(change)})`),
      ),
      element("div.rm-about", {}, ...detail(change)),
    );
  const all = (isWanted: boolean) => () => {
    for (const { path } of losses) isWanted ? chosen.add(path) : chosen.delete(path);
    for (const box of boxes()) box.checked = isWanted;
  };
  const part = element(
    "section.rm-removals",
    { "aria-labelledby": "rm-removals" },
    element("h3", { id: "rm-removals" }, `This would remove or undo (${losses.length})`),
    element("p", {}, "Your version is kept unless you select an item here."),
    losses.length > 1 &&
      element(
        "p",
        {},
        element("button.rm-small", { type: "button", onclick: all(true) }, "Select all"),
        " ",
        element("button.rm-small", { type: "button", onclick: all(false) }, "Select none"),
      ),
    ...list(losses, row),
  );
  return part;
};

/**
 * What is added or changed: a kind at a time.
 * @param left the kinds that are not taken
 */
const group = (kind: string, found: ImportChange[], left: Set<string>) => {
  const name = KINDS[kind];
  const box = element(
    "label.rm-check",
    {},
    element("input", {
      type: "checkbox",
      checked: true,
      "data-kind": kind,
      onchange: (event: FieldEvent) => void (event.target.checked ? left.delete(kind) : left.add(kind)),
    }),
    element("span", {}, `${name} (${plural(found.length, "change")})`),
  );
  if (found.length <= OPEN) return element("section.rm-group", {}, box, ...list(found, plainRow));
  const fold = element("details.rm-fold", {}, element("summary", {}, `Show ${name.toLowerCase()}`));
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1) fold.append(...list(found, plainRow));
  });
  return element("section.rm-group", {}, box, fold);
};

/** Show what records would change, and let the learner decide. */
export const preview = async (
  items: Map<string, Item>,
  {
    place,
    from,
    warnings = [],
    question = "",
    imported,
  }: {
    place: HTMLElement;
    from: string;
    warnings?: string[];
    question?: string;
    imported: (count: number, point: number, reason: string) => void | Promise<void>;
  },
) => {
  const [found, canUndo] = await Promise.all([compare(items), files.canUndo()]);
  const shown = found.filter((change) => change.isShown);
  const lines =
    warnings.length > 0
      ? element("ul.rm-warnings", {}, ...warnings.map((text) => element("li", { dir: "auto" }, text)))
      : null;
  if (found.length === 0) {
    place.replaceChildren(
      ...[element("p", {}, "You already have everything in this file."), lines].filter((node) => node !== null),
    );
    say("Nothing would change.");
    return;
  }
  const losses = shown.filter((change) => change.isLoss);
  const rest = shown.filter((change) => !change.isLoss);
  const chosen: Set<string> = new Set();
  const left: Set<string> = new Set();
  const seen = new Map(losses.map((change) => [change.path, merging.canonical(change.before)]));
  /** Only what was seen is removed; what has changed since counts as not seen. */
  const isWanted = ({ path, kind, isLoss, before }: ImportChange) =>
    isLoss ? chosen.has(path) && seen.get(path) === merging.canonical(before) : !left.has(kind);

  const take = async () => {
    let count = 0;
    // Compared once more: what was shown may be older than what has been said since.
    const fresh = () => {
      const now = [...progress.compare(progress.everything(), redirects.all(items))].map(
        ([path, { before, after }]) => ({ path, after, isWanted: isWanted(describe(path, before, after)) }),
      );
      const unwanted = new Set(now.filter((one) => !one.isWanted).map(({ path }) => path));
      const put = new Map(
        now
          .filter((one) => one.isWanted && !redirects.targets(one.path).some((target) => unwanted.has(target)))
          .map(({ path, after }) => [path, after]),
      );
      count = put.size;
      return put;
    };
    const { isDone, point, reason } = await files.apply(
      fresh,
      `before importing ${from}`,
      (path, before, after) => describe(path, before, after).isLoss,
    );
    if (!isDone) return;
    place.replaceChildren();
    imported(count, point, reason);
  };
  const sum = [
    shown.length > 0 ? plural(shown.length, "change") : "",
    losses.length > 0 ? `${losses.length} of them would remove or undo something` : "",
    found.length > shown.length ? `${plural(found.length - shown.length, "entry")} with newer times only` : "",
  ]
    .filter(Boolean)
    .join(", ");
  const button = (id: string, words: string, act: () => void, isMain = false) =>
    element(`button.rm-button${isMain ? ".rm-main" : ""}`, { type: "button", id, onclick: act }, words);
  const title = element("h2", { tabindex: -1, id: "rm-preview" }, `Import from ${from}`);
  place.replaceChildren(
    element(
      "section.rm-preview",
      { "aria-labelledby": "rm-preview" },
      title,
      element("p", {}, `${sum}. What you changed later than the file stays as it is.`),
      question && element("p", {}, element("strong", {}, question)),
      !canUndo &&
        element(
          "p.rm-warning",
          {},
          element("strong", {}, "This import cannot be undone: "),
          "IndexedDB is not available, so there are no restore points. Export first. ",
          element("button.rm-button", { type: "button", onclick: () => void files.save() }, "Export"),
        ),
      removals(losses, chosen),
      ...Object.keys(KINDS)
        .map((kind) => [kind, rest.filter((change) => change.kind === kind)])
        .filter(([, list]) => list.length > 0)
        .map(([kind, list]) => group(kind as string, list as ImportChange[], left)),
      lines,
      element(
        "p",
        {},
        button("take", question ? "Import anyway" : "Import", () => void take(), true),
        " ",
        button("leave", "Cancel", () => place.replaceChildren()),
      ),
    ),
  );
  say(`${sum}. Import, or cancel.`);
  title.focus();
  title.scrollIntoView({ block: "start" });
};
