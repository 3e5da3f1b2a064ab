/* Previews an import by kind. Changes that remove or undo something come first, and are applied only if the learner
   selects them. */

import { changes } from "./changes.ts";
import { files } from "./files.ts";
import { problemLine } from "./problem-line.ts";
import { progress } from "./progress-file.ts";
import { redirects } from "./redirects.ts";
import { textDiff } from "./text-diff.ts";
import type { ImportChange } from "./types.ts";
import { type FieldEvent, element } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { nodes, paragraph, text } from "../core/strings.ts";
import { merging } from "../storage/merging.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

const { KINDS, describe } = changes;
/** Longer lists show this many entries at a time. */
const SLICE = 100;
/** Longer lists are collapsed. */
const OPEN = 30;

/** List the changes, in slices to avoid long tasks. */
const compare = async (items: Map<string, Item>): Promise<ImportChange[]> => {
  const [current, all] = [progress.everything(), [...redirects.all(items)]];
  const list: ImportChange[] = [];
  for (let at = 0; at < all.length; at += 500) {
    for (const [path, { before, after }] of progress.compare(current, new Map(all.slice(at, at + 500))))
      list.push(describe(path, before, after));
    await store.yieldToMain();
  }
  return list;
};

/** Show a list with a button for its next slice. */
const list = (changes: ImportChange[], row: (change: ImportChange) => Node) => {
  const rows = element("ul.rm-changes");
  const more = element("button.rm-button", { type: "button", onclick: () => add() });
  let shown = 0;
  const add = () => {
    const first = rows.children.length;
    rows.append(...changes.slice(shown, shown + SLICE).map(row));
    shown = Math.min(shown + SLICE, changes.length);
    more.textContent = text("backup.preview.show_more", { count: changes.length - shown });
    more.hidden = shown === changes.length;
    if (first > 0) rows.children[first]?.querySelector<HTMLElement>("input, summary")?.focus();
  };
  add();
  return [rows, more];
};

const detail = (change: ImportChange) => [
  ...change.lines.map((line) => element("div", { dir: "auto" }, line)),
  ...change.texts.flatMap(({ name, before, after }) => [
    name && element("div.rm-quiet", {}, name),
    textDiff(before, after),
  ]),
];
type Kind = (typeof KINDS)[number];
const kindName = (kind: Kind) => text(`backup.changes.kinds.${kind}`);
const plainRow = (change: ImportChange) => {
  const title = element("strong", { dir: "auto" }, change.title);
  const isOneLine = change.texts.length === 0 && change.lines.length === 1;
  return isOneLine
    ? element(
        "li",
        {},
        ...nodes("backup.preview.row", { title, change: element("span", { dir: "auto" }, change.lines[0]) }),
      )
    : element("li", {}, title, ...detail(change));
};

/** List the changes that remove or undo something, with a checkbox for each. */
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
        element(
          "span",
          {},
          ...nodes("backup.preview.removal", {
            title: element("strong", { dir: "auto" }, change.title),
            kind: kindName(change.kind as Kind),
          }),
        ),
      ),
      element("div.rm-details", {}, ...detail(change)),
    );
  const all = (isWanted: boolean) => () => {
    for (const { path } of losses) isWanted ? chosen.add(path) : chosen.delete(path);
    for (const box of boxes()) box.checked = isWanted;
  };
  const part = element(
    "section.rm-removals",
    { "aria-labelledby": "rm-removals" },
    element("h3", { id: "rm-removals" }, text("backup.preview.removals", { count: losses.length })),
    element("p", {}, text("backup.preview.removals_lead")),
    losses.length > 1 &&
      element(
        "p",
        {},
        element("button.rm-small-button", { type: "button", onclick: all(true) }, text("backup.preview.select_all")),
        " ",
        element("button.rm-small-button", { type: "button", onclick: all(false) }, text("backup.preview.select_none")),
      ),
    ...list(losses, row),
  );
  return part;
};

/**
 * List the other changes of one kind.
 * @param excluded the kinds that are not imported
 */
const group = (kind: Kind, changes: ImportChange[], excluded: Set<string>) => {
  const name = kindName(kind);
  const box = element(
    "label.rm-check",
    {},
    element("input", {
      type: "checkbox",
      checked: true,
      "data-kind": kind,
      onchange: (event: FieldEvent) => void (event.target.checked ? excluded.delete(kind) : excluded.add(kind)),
    }),
    element("span", {}, text("backup.preview.group", { kind: name, count: changes.length })),
  );
  if (changes.length <= OPEN) return element("section.rm-group", {}, box, ...list(changes, plainRow));
  const fold = element(
    "details.rm-fold",
    {},
    element("summary", {}, text("backup.preview.show_group", { kind: name })),
  );
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1) fold.append(...list(changes, plainRow));
  });
  return element("section.rm-group", {}, box, fold);
};

/** Preview the changes, and let the learner decide. */
export const preview = async (
  items: Map<string, Item>,
  {
    place,
    source,
    warnings = [],
    question = "",
    imported,
  }: {
    place: HTMLElement;
    source: string;
    warnings?: string[];
    question?: string;
    imported: (count: number, point: number, warning: string) => void | Promise<void>;
  },
) => {
  const [changes, canUndo] = await Promise.all([compare(items), files.canUndo()]);
  const shown = changes.filter((change) => change.isShown);
  const lines =
    warnings.length > 0
      ? element(
          "ul.rm-warnings",
          {},
          ...warnings.map((warning) => element("li", { dir: "auto" }, ...problemLine(warning))),
        )
      : null;
  if (changes.length === 0) {
    place.replaceChildren(
      ...[element("p", {}, text("backup.preview.nothing_new")), lines].filter((node) => node !== null),
    );
    say(text("backup.preview.nothing_new"));
    return;
  }
  const losses = shown.filter((change) => change.isLoss);
  const rest = shown.filter((change) => !change.isLoss);
  const chosen: Set<string> = new Set();
  const excluded: Set<string> = new Set();
  const seen = new Map(losses.map((change) => [change.path, merging.canonical(change.before)]));
  /** A removal is applied only if it was selected and its record has not changed since. */
  const isWanted = ({ path, kind, isLoss, before }: ImportChange) =>
    isLoss ? chosen.has(path) && seen.get(path) === merging.canonical(before) : !excluded.has(kind);

  const importSelected = async () => {
    let count = 0;
    // Compare again: records may have changed since the preview.
    const select = () => {
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
      select,
      text("backup.import.point", { source }),
      (path, before, after) => describe(path, before, after).isLoss,
    );
    if (!isDone) return;
    place.replaceChildren();
    imported(count, point, reason);
  };
  const summary = paragraph([
    shown.length > 0 ? text("backup.preview.changes", { count: shown.length }) : "",
    losses.length > 0 ? text("backup.preview.losses", { count: losses.length }) : "",
    changes.length > shown.length ? text("backup.preview.newer_times", { count: changes.length - shown.length }) : "",
  ]);
  const button = (id: string, label: string, act: () => void, isMain = false) =>
    element(`button.rm-button${isMain ? ".rm-primary" : ""}`, { type: "button", id, onclick: act }, label);
  const title = element("h2", { tabindex: -1, id: "rm-preview" }, text("backup.preview.title", { source }));
  place.replaceChildren(
    element(
      "section.rm-preview",
      { "aria-labelledby": "rm-preview" },
      title,
      element("p", {}, paragraph([summary, text("backup.preview.newer_kept")])),
      question && element("p", {}, element("strong", {}, ...problemLine(question))),
      !canUndo &&
        element(
          "p.rm-warning",
          {},
          element("strong", {}, text("backup.preview.no_undo")),
          ` ${text("backup.preview.no_undo_why")} `,
          element(
            "button.rm-button",
            { type: "button", onclick: () => void files.save() },
            text("backup.preview.export"),
          ),
        ),
      removals(losses, chosen),
      ...KINDS.map((kind) => ({ kind, ofKind: rest.filter((change) => change.kind === kind) }))
        .filter(({ ofKind }) => ofKind.length > 0)
        .map(({ kind, ofKind }) => group(kind, ofKind, excluded)),
      lines,
      element(
        "p",
        {},
        button(
          "take",
          text(question ? "backup.preview.import_anyway" : "backup.preview.import"),
          () => void importSelected(),
          true,
        ),
        " ",
        button("leave", text("backup.preview.cancel"), () => place.replaceChildren()),
      ),
    ),
  );
  say(paragraph([summary, text("backup.preview.choose")]));
  title.focus();
  title.scrollIntoView({ block: "start" });
};
