/* The routine's page: today's lists above those of the roadmap, days in a row, and a year at a glance. */

import { element, plural } from "../core/elements.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { habits } from "./habits.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { habitList } from "./view-dashboard.ts";
import { store } from "../storage/store.ts";

const CELL = 11;

/** @param today a year of days, one square each, and the same as a table of months */
const year = (today: string) => {
  const end = days.number(today);
  const start = days.monday(end - 364);
  const kept = new Map(
    store
      .paths()
      .filter((path) => path.startsWith("day/"))
      .map((path) => [path.slice(4), habits.doneOn(path.slice(4)).size]),
  );
  const most = Math.max(1, ...kept.values());
  const squares = [];
  const months: Map<string, number> = new Map();
  let active = 0;
  for (let day = start; day <= end; day += 1) {
    const name = days.day(day);
    const count = kept.get(name) ?? 0;
    if (count > 0) active += 1;
    months.set(name.slice(0, 7), (months.get(name.slice(0, 7)) ?? 0) + (count > 0 ? 1 : 0));
    const level = count === 0 ? 0 : Math.ceil((4 * count) / most);
    squares.push(
      element(
        "rect",
        {
          class: `rm-heat-${level}`,
          x: (((day - start) / 7) | 0) * CELL,
          y: days.weekday(day) * CELL,
          width: CELL - 2,
          height: CELL - 2,
          rx: 2,
        },
        element("title", {}, `${days.words(name)}: ${count}`),
      ),
    );
  }
  const text = `${plural(active, "day")} of the last year had at least one habit.`;
  return element(
    "figure.rm-figure",
    {},
    element(
      "svg",
      { class: "rm-heat", viewBox: `0 0 ${53 * CELL} ${7 * CELL}`, role: "img", "aria-label": text },
      ...squares,
    ),
    element("figcaption", {}, text),
    element(
      "details.rm-fold",
      {},
      element("summary", {}, "The same as a table"),
      element(
        "table.rm-table",
        {},
        element(
          "thead",
          {},
          element("tr", {}, element("th", { scope: "col" }, "Month"), element("th", { scope: "col" }, "Days")),
        ),
        element(
          "tbody",
          {},
          ...[...months].map(([month, count]) =>
            element("tr", {}, element("th", { scope: "row" }, month), element("td", {}, count)),
          ),
        ),
      ),
    ),
  );
};

dashboard.views.set("routine", () => {
  const today = days.today();
  const done = habits.doneOn(today);
  const streak = habits.streak((day: string) => habits.doneOn(day).size > 0, today);
  return [
    element("h2", {}, `Today, ${days.words(today)}`),
    element(
      "div.rm-parts",
      {},
      ...habits.blocksOf(roadmapIndex.data.routine, today).map((block) => habitList(block, today, done)),
    ),
    element(
      "p",
      {},
      streak > 0 ? `${plural(streak, "day")} in a row. ` : "",
      "The lists start fresh each day. A day without is only a day without.",
    ),
    year(today),
  ];
});
