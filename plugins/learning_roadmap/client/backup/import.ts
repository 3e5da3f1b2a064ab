/* Imports a file or a link: reads it, reports its errors, and previews the changes. */

import { files } from "./files.ts";
import { preview } from "./preview.ts";
import { problemLine } from "./problem-line.ts";
import { progress } from "./progress-file.ts";
import { element } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { paragraph, text } from "../core/strings.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import type { Item } from "../storage/types.ts";

/** The last import, and the restore point before it. */
let last: { message: string; at: number } | null = null;

const list = (name: string, lines: string[]) =>
  element(`ul.${name}`, {}, ...lines.map((line) => element("li", { dir: "auto" }, ...problemLine(line))));

/**
 * Preview the changes, and let the learner decide.
 * @param source a name for the file or link
 */
const look = (
  items: Map<string, Item>,
  place: HTMLElement,
  source: string,
  more: { warnings?: string[]; question?: string } = {},
) =>
  preview(items, {
    ...more,
    place,
    source,
    async imported(count, point, warning) {
      await files.points().catch(() => {});
      last = point ? { message: text("backup.import.imported_from", { count, source }), at: point } : null;
      dashboard.show();
      const sentences = [
        text("backup.import.imported", { count }),
        point ? text("backup.import.can_undo") : "",
        warning,
      ];
      say(paragraph(sentences));
    },
  });

/**
 * Read a file, then preview its changes or show its errors.
 * @param source a name for the file or link
 */
const consider = async (content: ArrayBuffer | string, place: HTMLElement, source: string) => {
  const { items, rest, errors, warnings, question } = await progress.read(content, {
    isKnown: roadmapIndex.isKnown,
    now: Date.now(),
  });
  if (errors.length === 0) {
    await look(items, place, source, { warnings, question });
    return;
  }
  const others =
    rest.size > 0 &&
    element(
      "p",
      {},
      element(
        "button.rm-button",
        {
          type: "button",
          id: "import-rest",
          onclick: () =>
            void look(rest, place, source, {
              warnings: [...errors.map((problem) => text("backup.import.skipped_entry", { problem })), ...warnings],
              question,
            }),
        },
        text("backup.import.other_entries", { count: rest.size }),
      ),
    );
  const title = element(
    "h2",
    { tabindex: -1, id: "rm-preview" },
    text(rest.size > 0 ? "backup.import.some_unreadable" : "backup.import.nothing_imported", { source }),
  );
  place.replaceChildren(
    element("section.rm-preview", { "aria-labelledby": "rm-preview" }, title, list("rm-errors", errors), others),
  );
  title.focus();
  say(text("backup.import.failed", { source, problem: errors[0] }));
};

/** @param at the time of a restore point */
const goBack = async (at: number) => {
  const point = (await files.points().catch(() => [])).find((one) => one.at === at);
  if (!point) {
    say(text("backup.restore.gone"), true);
    return;
  }
  const { isDone } = await files.restore(point);
  if (isDone) {
    last = null;
    await files.points().catch(() => {});
    dashboard.show();
    say(text("backup.restore.restored"));
  }
};

export const imports = { consider, look, last: () => last, goBack };
