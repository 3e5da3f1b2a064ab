/* Import: a file or link is read, its faults are named, and what is sound of it is shown before anything is taken. */

import { files } from "./files.ts";
import { preview } from "./preview.ts";
import { progress } from "./progress-file.ts";
import { element, plural } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import type { Item } from "../storage/types.ts";

/** What was imported last, and the restore point from before it */
let last: { text: string; at: number } | null = null;

const list = (name: string, lines: string[]) =>
  element(`ul.${name}`, {}, ...lines.map((line) => element("li", { dir: "auto" }, line)));

/**
 * Show what records would change, and let the learner decide.
 * @param from in words
 */
const look = (
  items: Map<string, Item>,
  place: HTMLElement,
  from: string,
  more: { warnings?: string[]; question?: string } = {},
) =>
  preview(items, {
    ...more,
    place,
    from,
    async imported(count, point, reason) {
      await files.points().catch(() => {});
      last = point ? { text: `${plural(count, "entry")} imported from ${from}.`, at: point } : null;
      dashboard.show();
      say(`${plural(count, "entry")} imported.${point ? " You can undo this." : ""}${reason && ` ${reason}`}`);
    },
  });

/**
 * @param given a file's content
 * @param from in words
 */
const consider = async (given: ArrayBuffer | string, place: HTMLElement, from: string) => {
  const { items, rest, errors, warnings, question } = await progress.read(given, {
    isKnown: roadmapIndex.isKnown,
    now: Date.now(),
  });
  if (errors.length === 0) {
    await look(items, place, from, { warnings, question });
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
            void look(rest, place, from, {
              warnings: [...errors.map((line) => `Left out: ${line}`), ...warnings],
              question,
            }),
        },
        `Import the other ${plural(rest.size, "record")} …`,
      ),
    );
  const title = element(
    "h2",
    { tabindex: -1, id: "rm-preview" },
    rest.size > 0 ? `Some records of ${from} cannot be read` : `Nothing was imported from ${from}`,
  );
  place.replaceChildren(
    element("section.rm-preview", { "aria-labelledby": "rm-preview" }, title, list("rm-errors", errors), others),
  );
  title.focus();
  say(`Nothing was imported from ${from}: ${errors[0]}`);
};

/** @param at the time of a restore point */
const goBack = async (at: number) => {
  const point = (await files.points().catch(() => [])).find((one) => one.at === at);
  if (!point) {
    say("This restore point no longer exists.", true);
    return;
  }
  const { isDone } = await files.restore(point);
  if (isDone) {
    last = null;
    await files.points().catch(() => {});
    dashboard.show();
    say("Restored.");
  }
};

export const imports = { consider, look, last: () => last, goBack };
