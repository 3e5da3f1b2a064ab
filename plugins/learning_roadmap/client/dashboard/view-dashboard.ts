/* The desk: where to go on, this week, today, what is due, what is near. */

import { counts } from "../core/counts.ts";
import { type FieldEvent, element, plural } from "../core/elements.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { progressBars } from "../core/progress-bars.ts";
import { undo } from "../core/undo.ts";
import { updates } from "../core/updates.ts";
import { chart } from "./chart.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { habits } from "./habits.ts";
import { planning } from "./planning.ts";
import { review } from "./review.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { store } from "../storage/store.ts";
import type { RoutineBlock } from "./types.ts";

const MOST_DUE = 10;

const card = (title: string, ...parts: (Node | string | null | false)[]) =>
  element("section.rm-part", {}, element("h2", {}, title), ...parts);
const page = (name: string, words: string) =>
  element("a", { href: roadmapIndex.at(roadmapIndex.data.pages[name]) }, words);
const topics = (ids: string[]) =>
  element(
    "ul.rm-list",
    {},
    ...ids.map((id) =>
      element(
        "li",
        {},
        element("div.rm-row", {}, roadmapIndex.box(id), element("span.rm-home", {}, roadmapIndex.link(id, "open"))),
      ),
    ),
  );

const goOn = () => {
  const next = planning.next();
  const { done, size } = counts.of("all");
  const bar = element(
    "div.rm-progress",
    { "data-scope": "all" },
    element("progress", { max: 1, value: 0, "aria-label": "Progress: the whole roadmap" }),
    " ",
    element("span.rm-count"),
  );
  if (next.length === 0)
    return card(
      "Continue here",
      bar,
      element("p", {}, done >= size ? "All is done." : "Nothing is left in your plan."),
    );
  return card(
    "Continue here",
    bar,
    topics(next.slice(0, 3)),
    element("p.rm-line", {}, page("left", `See all ${plural(next.length, "topic")} that are left`)),
  );
};

const thisWeek = () => {
  const plan = planning.plan();
  if (!plan)
    return card(
      "This week",
      element(
        "p",
        {},
        "No plan yet. ",
        page("plan", "Make one"),
        ": a start, some hours a week, and this place fills itself.",
      ),
    );
  const ahead = planning.ahead(plan).likely;
  const week = ahead.weeks[0];
  if (!week) return card("This week", element("p", {}, "Nothing is left to plan."));
  const hours = Math.round(week.hours * 10) / 10;
  const now = days.day(days.monday(days.number(days.today())));
  return card(
    week.monday === now ? "This week" : `Week of ${days.words(week.monday)}`,
    topics(week.items.slice(0, 12).map((item) => roadmapIndex.leaves[item.at])),
    element(
      "p.rm-line",
      {},
      `${hours} h planned`,
      ahead.finish ? `, the end about ${days.words(ahead.finish)}. ` : ". ",
      page("plan", "The whole plan"),
    ),
  );
};

const today = () => {
  if (roadmapIndex.data.routine.length === 0) return null;
  const day = days.today();
  const done = habits.doneOn(day);
  const streak = habits.streak((one: string) => habits.doneOn(one).size > 0, day);
  return card(
    "Today",
    ...habits.blocksOf(roadmapIndex.data.routine, day).map((block) => habitList(block, day, done)),
    element("p.rm-line", {}, streak > 0 ? `${plural(streak, "day")} in a row.` : "A day is kept with one of them."),
  );
};

export const habitList = (block: RoutineBlock, day: string, done: Set<string>) =>
  element(
    "fieldset.rm-topics",
    {},
    element("legend", {}, block.title, block.hours ? ` (${block.hours})` : ""),
    element(
      "ul.rm-list",
      {},
      ...block.items.map(([id, title, condition]: [string, string, string]) =>
        element(
          "li",
          {},
          element(
            "label.rm-check",
            {},
            element("input.rm-habit", {
              type: "checkbox",
              id: `habit-box-${id}`,
              checked: done.has(id),
              onchange: (event: FieldEvent) => {
                if (day !== days.today()) {
                  event.target.checked = !event.target.checked;
                  dashboard.show();
                  say("A new day has begun. The lists are fresh.");
                } else if (!habits.tick(day, id, event.target.checked, title)) {
                  event.target.checked = !event.target.checked;
                  sayUnsaved("This");
                }
              },
            }),
            " ",
            element("span.rm-title", {}, title, condition ? ` (${condition})` : ""),
          ),
        ),
      ),
    ),
  );

const due = () => {
  const day = days.today();
  const waiting = roadmapIndex.leaves
    .filter((id: string) => store.state(id) === "done")
    .map((id: string) => ({ id, card: store.read(`review/${id}`) }))
    .map((one) => ({ ...one, due: review.due(store.since(one.id), one.card) }))
    .filter((one) => one.due <= day)
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  if (waiting.length === 0) return null;
  const grade = (one: any, word: string) => {
    const next = review.next(one.card ?? review.FRESH, review.GRADES[word], day);
    const title = roadmapIndex.title(one.id);
    const isStored = undo.act(`${title}: ${word}. Again on ${days.words(next.due)}`, [[`review/${one.id}`, next]], {
      undone: `${title} is due again`,
    });
    if (!isStored) sayUnsaved("This");
  };
  return card(
    "To look at again",
    element(
      "p.rm-line",
      {},
      `${plural(waiting.length, "topic")} ${waiting.length === 1 ? "is" : "are"} due${waiting.length > MOST_DUE ? `; here are the first ${MOST_DUE}` : ""}. How well do you still know it?`,
    ),
    element(
      "ul.rm-list.rm-due",
      {},
      ...waiting
        .slice(0, MOST_DUE)
        .map((one) =>
          element(
            "li",
            {},
            roadmapIndex.link(one.id),
            element(
              "span.rm-grades",
              { role: "group", "aria-label": `How well do you know ${roadmapIndex.title(one.id)}?` },
              ...Object.keys(review.GRADES).map((word) =>
                element(
                  "button.rm-small",
                  { type: "button", id: `grade-${word}-${one.id}`, onclick: () => grade(one, word) },
                  word,
                ),
              ),
            ),
          ),
        ),
    ),
  );
};

const since = () => {
  const fresh = updates.newLeaves();
  if (fresh.length === 0) return null;
  return card(
    "New since you finished",
    topics(fresh.slice(0, 5)),
    element(
      "p.rm-line",
      {},
      page("changes", fresh.length > 5 ? `All ${fresh.length}, and what else changed` : "What changed"),
    ),
  );
};

const near = () => {
  const plan = planning.plan();
  if (!plan || roadmapIndex.data.milestones.length === 0) return null;
  const open = planning
    .milestones(plan)
    .filter((one) => one.goals.some((goal) => !goal.isReached))
    .slice(0, 2);
  return card(
    "Milestones",
    element(
      "ul.rm-list",
      {},
      ...open.map((one) =>
        element(
          "li",
          {},
          element("a", { href: roadmapIndex.at(one.url) }, one.title),
          ` by ${days.words(one.until)}: ${one.goals.filter((goal) => goal.isReached).length} of ${plural(one.goals.length, "goal")}`,
          one.goals.some((goal) => goal.judged?.verdict === "late") &&
            element("strong.rm-late", {}, " cannot be met at this pace"),
        ),
      ),
    ),
  );
};

dashboard.views.set("desk", () => {
  const plan = planning.plan();
  const { done, size } = counts.of("all");
  return [
    element(
      "p.rm-line",
      {},
      done === 0
        ? "Tick a first topic, and this page knows where you are. "
        : `${done} of ${plural(size, "topic")} done, ${progressBars.percent({ done, size })} %. `,
      page("journal", "Journal"),
      " · ",
      page("keep", "Backup & sync"),
      " · ",
      page("changes", "What changed"),
      " · ",
      page("print", "Print my progress"),
    ),
    element("div.rm-parts", {}, goOn(), since(), thisWeek(), today(), due(), near()),
    plan ? card("Done against plan", chart(plan)) : null,
  ];
});
