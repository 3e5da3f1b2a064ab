/* "Continue" on the home page: the next topic, this week, and the next milestone. */

import { counts } from "../core/counts.ts";
import { element } from "../core/elements.ts";
import { nodes, text } from "../core/strings.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { newTopicsLine } from "./new-topics.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";

const page = (name: string, label: string) =>
  element("a", { href: roadmapIndex.at(roadmapIndex.data.pages[name]) }, label);
const cell = (heading: string, ...parts: (Node | null)[]) => element("div", {}, element("h2", {}, heading), ...parts);

/** The bar of the whole roadmap. */
const bar = () =>
  element(
    "div.rm-progress",
    { "data-scope": "all" },
    element("progress", {
      max: 1,
      value: 0,
      "aria-label": text("dashboard.progress", { name: text("dashboard.whole_roadmap") }),
    }),
    " ",
    element("span.rm-count"),
  );

/** What to go on with: a topic in progress, the next one, or an exercise or project of the goal. */
const nextTopic = () => {
  const { begun, steps, tasks } = planning.next();
  const at = begun[0] ?? steps[0]?.topic;
  const id = at === undefined ? tasks[0] : roadmapIndex.leaves[at];
  const heading = text("welcome.continue");
  if (id === undefined) {
    const { done, size } = counts.of("all");
    const key = done >= size ? "welcome.finished" : "dashboard.overview.nothing_left";
    return cell(heading, element("p.rm-continue-topic", {}, text(key)), bar(), newTopicsLine());
  }
  const hours = at === undefined ? undefined : roadmapIndex.data.hours[at];
  return cell(
    heading,
    element(
      "p.rm-continue-topic",
      {},
      roadmapIndex.link(id),
      hours !== undefined && element("small", {}, ` · ${text("welcome.hours", { hours })}`),
    ),
    bar(),
    newTopicsLine(),
  );
};

const thisWeek = () => {
  const plan = planning.plan();
  const { done, size } = counts.of("all");
  if (done >= size)
    return cell(
      text("certificates.certificate"),
      element("p", {}, page("certificate", text("certificates.see"))),
      element("p", {}, page("dashboard", text("welcome.dashboard"))),
    );
  if (!plan)
    return cell(
      text("welcome.this_week"),
      element("p", {}, page("plan", text("dashboard.overview.create_plan"))),
      element("p", {}, page("dashboard", text("welcome.dashboard"))),
    );
  const week = planning.ahead(plan).likely.weeks[0];
  const isThisWeek = week?.monday === days.day(days.monday(days.number(days.today())));
  return cell(
    week && !isThisWeek ? text("dashboard.week_of", { date: days.words(week.monday) }) : text("welcome.this_week"),
    element(
      "p",
      {},
      week
        ? text("welcome.planned", { hours: Math.round(week.hours * 10) / 10 })
        : text("dashboard.overview.nothing_left"),
    ),
    element("p", {}, page("dashboard", text("welcome.dashboard"))),
  );
};

const nextMilestone = () => {
  const plan = planning.plan();
  const milestone = plan
    ? planning.milestones(plan).find((one) => one.goals.some((goal) => !goal.isReached))
    : undefined;
  if (!milestone) return null;
  return cell(
    text("welcome.next_milestone"),
    element("p", {}, element("a", { href: roadmapIndex.at(milestone.url) }, milestone.title)),
    element("p", {}, ...nodes("welcome.by", { date: days.words(milestone.until) })),
  );
};

dashboard.views.set("home", (root) => {
  root.parentElement?.classList.add("rm-returning");
  return [
    element(
      "section.rm-continue",
      { "aria-label": text("welcome.continue") },
      nextTopic(),
      thisWeek(),
      nextMilestone(),
    ),
  ];
});
