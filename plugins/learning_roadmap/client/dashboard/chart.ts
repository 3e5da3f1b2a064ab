/* The burn-up chart: topics planned and done by week, as a picture and as a table. */

import { element } from "../core/elements.ts";
import { text } from "../core/strings.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import type { Plan } from "./types.ts";
import { store } from "../storage/store.ts";

const COLUMNS = ["week", "planned", "done"] as const;
const SIZE = { width: 400, height: 150, left: 26, bottom: 16, top: 6, right: 4 };

/** Totals at the end of a week; `done` is null for future weeks. */
interface BurnUpWeek {
  monday: string;
  planned: number;
  done: number | null;
}

export const burnUp = (plan: Plan): BurnUpWeek[] => {
  const whole = planning.whole(plan);
  const planned = [...whole.likely.ends]
    .filter(([at]) => roadmapIndex.isTopicAt(at))
    .map(([, day]) => days.monday(days.number(day)))
    .sort((one, other) => one - other);
  const inPlan = new Set(whole.order.filter(roadmapIndex.isTopicAt).map(roadmapIndex.idAt));
  const done = [...inPlan]
    .filter((id) => store.state(id) === "done")
    .map((id) => days.monday(days.number(days.dayOf(store.since(id)))))
    .sort((one, other) => one - other);
  const now = days.monday(days.number(days.today()));
  const first = Math.min(days.monday(days.number(plan.start)), done[0] ?? now, now);
  const last = Math.min(Math.max(planned.at(-1) ?? now, now), first + 7 * 520);
  const weeks = [];
  for (let [monday, p, d] = [first, 0, 0]; monday <= last; monday += 7) {
    while (p < planned.length && planned[p] <= monday) p += 1;
    while (d < done.length && done[d] <= monday) d += 1;
    weeks.push({ monday: days.day(monday), planned: p, done: monday <= now ? d : null });
  }
  return weeks;
};

/** The topics of a plan that were known already: they are no work, so the chart leaves them out. */
const knownIn = (plan: Plan) => planning.topics(plan).filter((at) => store.isKnown(roadmapIndex.idAt(at))).length;

/** @returns the chart and its table */
export const chart = (plan: Plan): HTMLElement => {
  const weeks = burnUp(plan);
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.planned, week.done ?? 0)));
  const x = (at: number) => SIZE.left + ((SIZE.width - SIZE.left - SIZE.right) * at) / Math.max(weeks.length - 1, 1);
  const y = (number: number) => SIZE.height - SIZE.bottom - ((SIZE.height - SIZE.top - SIZE.bottom) * number) / most;
  const points = (of: (week: BurnUpWeek) => number | null) =>
    weeks
      .flatMap((week, at) => (of(week) === null ? [] : [`${x(at).toFixed(1)},${y(of(week) as number).toFixed(1)}`]))
      .join(" ");
  const now = weeks.filter((week) => week.done !== null).at(-1) ?? weeks[0];
  const caption = text("dashboard.chart.caption", { done: now.done ?? 0, count: most, planned: now.planned });
  const knownCount = knownIn(plan);
  const picture = element(
    "svg",
    { class: "rm-chart", viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "img", "aria-label": caption },
    ...[0, 0.5, 1].map((share) =>
      element("line", {
        class: "rm-grid",
        x1: SIZE.left,
        x2: SIZE.width - SIZE.right,
        y1: y(most * share),
        y2: y(most * share),
      }),
    ),
    ...[0, 0.5, 1].map((share) =>
      element("text", { x: SIZE.left - 4, y: y(most * share) + 3, "text-anchor": "end" }, Math.round(most * share)),
    ),
    element("text", { x: SIZE.left, y: SIZE.height - 4 }, days.words(weeks[0].monday)),
    element(
      "text",
      { x: SIZE.width - SIZE.right, y: SIZE.height - 4, "text-anchor": "end" },
      days.words(weeks[weeks.length - 1].monday),
    ),
    element("polyline", { class: "rm-planned", points: points((week) => week.planned) }),
    element("polyline", { class: "rm-done", points: points((week) => week.done) }),
  );
  // A row for every week of two years would be too long: the past weeks, and every fourth future week.
  const rows = weeks.filter((week, at) => week.done !== null || at % 4 === 0 || at === weeks.length - 1);
  const table = element(
    "table.rm-table",
    {},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...COLUMNS.map((name) => element("th", { scope: "col" }, text(`dashboard.chart.columns.${name}`))),
      ),
    ),
    element(
      "tbody",
      {},
      ...rows.map((week) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, days.words(week.monday)),
          element("td", {}, week.planned),
          element("td", {}, week.done ?? "–"),
        ),
      ),
    ),
  );
  return element(
    "figure.rm-figure",
    {},
    picture,
    element(
      "figcaption",
      {},
      caption,
      knownCount > 0 ? ` ${text("dashboard.chart.known", { count: knownCount })}` : "",
      " ",
      element("span.rm-key-done", {}, text("dashboard.chart.done_line")),
      " ",
      element("span.rm-key-planned", {}, text("dashboard.chart.planned_line")),
    ),
    element("details.rm-fold", {}, element("summary", {}, text("dashboard.as_table")), table),
  );
};
