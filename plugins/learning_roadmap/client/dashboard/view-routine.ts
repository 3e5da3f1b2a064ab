/* The page of the routine: today's lists, the streak, and a heat map of the past year. */

import { element } from "../core/elements.ts";
import { locale, text } from "../core/strings.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { habits } from "./habits.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { habitList } from "./view-dashboard.ts";
import { store } from "../storage/store.ts";

const CELL = 11;
const inShort = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale(), { ...options, timeZone: "UTC" });
const shortMonth = (month: string) => inShort({ month: "short" }).format(Date.parse(`${month}-01`));
const shortWeekday = (day: number) => inShort({ weekday: "short" }).format(Date.parse(days.day(day)));

/** @returns a heat map of the year up to today, and its months as a table */
const year = (today: string) => {
  const end = days.number(today);
  const start = days.monday(end - 364);
  const habitCounts = new Map(
    store
      .paths()
      .filter((path) => path.startsWith("day/"))
      .map((path) => [path.slice(4), habits.doneOn(path.slice(4)).size]),
  );
  const most = Math.max(1, ...habitCounts.values());
  const squares = [];
  const months: Map<string, number> = new Map();
  let active = 0;
  for (let day = start; day <= end; day += 1) {
    const name = days.day(day);
    const count = habitCounts.get(name) ?? 0;
    if (count > 0) active += 1;
    months.set(name.slice(0, 7), (months.get(name.slice(0, 7)) ?? 0) + (count > 0 ? 1 : 0));
    const level = count === 0 ? 0 : Math.ceil((4 * count) / most);
    squares.push(
      element(
        "rect",
        {
          class: `rm-heatmap-${level}`,
          x: (((day - start) / 7) | 0) * CELL,
          y: days.weekday(day) * CELL,
          width: CELL - 2,
          height: CELL - 2,
          rx: 2,
        },
        element("title", {}, text("dashboard.routine.day", { date: days.words(name), count })),
      ),
    );
  }
  const caption = text("dashboard.routine.year", { count: active });
  const column = (day: number) => ((day - start) / 7) | 0;
  const labels = [...months.keys()]
    .map((month) => ({ month, first: Math.max(days.number(`${month}-01`), start) }))
    // The first month may be too short for a label.
    .filter(({ first }) => column(first) > 2 || first === start)
    .map(({ month, first }) => element("text", { x: column(first) * CELL, y: -3 }, shortMonth(month)));
  const weekdays = [0, 2, 4].map((day) =>
    element("text", { x: -4, y: (day + 0.75) * CELL, "text-anchor": "end" }, shortWeekday(start + day)),
  );
  return element(
    "figure.rm-figure",
    {},
    element(
      "svg",
      {
        class: "rm-heatmap",
        // A phone shows the last half year, in squares that can be seen.
        preserveAspectRatio: "xMaxYMin slice",
        viewBox: `-24 -12 ${53 * CELL + 24} ${7 * CELL + 12}`,
        role: "img",
        "aria-label": caption,
      },
      ...labels,
      ...weekdays,
      ...squares,
    ),
    element("figcaption", {}, caption),
    element(
      "details.rm-fold",
      {},
      element("summary", {}, text("dashboard.as_table")),
      element(
        "table.rm-table",
        {},
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            element("th", { scope: "col" }, text("dashboard.routine.month")),
            element("th", { scope: "col" }, text("dashboard.routine.active_days")),
          ),
        ),
        element(
          "tbody",
          {},
          ...[...months].map(([month, count]) =>
            element("tr", {}, element("th", { scope: "row" }, days.monthWords(month)), element("td", {}, count)),
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
    element("h2", {}, text("dashboard.routine.today", { date: days.words(today) })),
    element(
      "div.rm-dashboard-cards",
      {},
      ...habits.blocksOf(roadmapIndex.data.routine, today).map((block) => habitList(block, today, done)),
    ),
    element(
      "p",
      {},
      streak > 0 && `${text("dashboard.days_in_a_row", { count: streak })} `,
      text("dashboard.routine.resets"),
    ),
    year(today),
  ];
});
