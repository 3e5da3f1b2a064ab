/* The dashboard: the next topics, this week, today, what is due for review, and the next milestones. */

import { counts } from "../core/counts.ts";
import { type FieldEvent, element } from "../core/elements.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { need } from "../core/parts.ts";
import { progressBars } from "../core/progress-bars.ts";
import { nodes, text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { updates } from "../upkeep/updates.ts";
import { chart } from "./chart.ts";
import { codeWords } from "./code-words.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { dueReviews } from "./due-reviews.ts";
import { habits } from "./habits.ts";
import { newTopicsLine } from "./new-topics.ts";
import { planning } from "./planning.ts";
import { review } from "./review.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { continueHere } from "./view-continue.ts";
import { store } from "../storage/store.ts";
import type { RoutineBlock } from "./types.ts";

const card = (title: string, ...parts: (Node | string | null | false)[]) =>
  element("section.rm-dashboard-card", {}, element("h2", {}, title), ...parts);
const page = (name: string, label: string) =>
  element("a", { href: roadmapIndex.at(roadmapIndex.data.pages[name]) }, label);
const topics = (ids: string[]) => element("ul.rm-list", {}, ...ids.map((id) => roadmapIndex.row(id)));

/** @param shown the ids of the topics that are on the page already */
const thisWeek = (shown: string[]) => {
  const plan = planning.plan();
  const { done, size } = counts.of("all");
  if (!plan && done >= size) return null;
  if (!plan)
    return card(
      text("dashboard.overview.this_week"),
      element(
        "p",
        {},
        ...nodes("dashboard.overview.no_plan", { create_plan: page("plan", text("dashboard.overview.create_plan")) }),
      ),
    );
  const ahead = planning.ahead(plan).likely;
  const week = ahead.weeks[0];
  if (!week)
    return card(text("dashboard.overview.this_week"), element("p", {}, text("dashboard.overview.nothing_left")));
  const hours = Math.round(week.hours * 10) / 10;
  const ids = week.items.map((item) => roadmapIndex.idAt(item.at));
  const others = ids.filter((id) => !shown.includes(id));
  const thisMonday = days.day(days.monday(days.number(days.today())));
  return card(
    week.monday === thisMonday
      ? text("dashboard.overview.this_week")
      : text("dashboard.week_of", { date: days.words(week.monday) }),
    others.length < ids.length &&
      element("p.rm-line", {}, text("dashboard.overview.week_above", { count: ids.length - others.length })),
    others.length > 0 && topics(others.slice(0, 12)),
    element(
      "p.rm-line",
      {},
      text("dashboard.overview.planned", { hours }),
      text("lists.sentences"),
      ahead.finish && `${text("dashboard.overview.finish", { date: days.words(ahead.finish) })} `,
      page("plan", text("dashboard.overview.full_plan")),
    ),
  );
};

const today = () => {
  if (roadmapIndex.data.routine.length === 0) return null;
  const day = days.today();
  const done = habits.doneOn(day);
  const streak = habits.streak((one: string) => habits.doneOn(one).size > 0, day);
  return card(
    text("dashboard.overview.today"),
    ...habits.blocksOf(roadmapIndex.data.routine, day).map((block) => habitList(block, day, done)),
    element(
      "p.rm-line",
      {},
      streak > 0 ? text("dashboard.days_in_a_row", { count: streak }) : text("dashboard.overview.no_streak"),
    ),
  );
};

export const habitList = (block: RoutineBlock, day: string, done: Set<string>) =>
  element(
    "fieldset.rm-topics",
    {},
    element(
      "legend",
      {},
      block.hours ? text("dashboard.routine.block", { title: block.title, hours: block.hours }) : block.title,
    ),
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
                  say(text("dashboard.overview.new_day"));
                } else if (!habits.tick(day, id, event.target.checked, title)) {
                  event.target.checked = !event.target.checked;
                  sayUnsaved(text("dashboard.your_change"));
                }
              },
            }),
            " ",
            element("span.rm-title", {}, condition ? text("dashboard.routine.habit", { title, condition }) : title),
          ),
        ),
      ),
    ),
  );

/** A question about a topic, another one at each review; its answer opens. */
const question = (id: string, reviews: number) => {
  const questions = globalThis.roadmapQuestions?.[id] ?? [];
  if (questions.length === 0) return null;
  const [ask, answer] = questions[reviews % questions.length];
  return element(
    "details.rm-unfold.rm-answer",
    {},
    element("summary", {}, ...codeWords(ask)),
    element("p", {}, ...codeWords(answer)),
  );
};

type Grade = keyof typeof review.GRADES;

/** The choice of how many reviews a day there are. It is stored with the focus, which older builds keep as it is. */
const reviewsADay = () => {
  const choose = (event: FieldEvent) => {
    const { at: _at, ...rest } = store.read("focus/current") ?? { at: 0 };
    const reviews = Number(event.target.value);
    const isStored = undo.act(
      text("dashboard.overview.reviews_chosen", { count: reviews }),
      [["focus/current", { ...rest, reviews }]],
      { undone: text("dashboard.overview.reviews_undone") },
    );
    if (isStored) event.target.blur();
    else sayUnsaved(text("dashboard.your_change"));
  };
  const limit = dueReviews.limit();
  const choices = [...new Set([...dueReviews.CHOICES, limit])].sort((one, other) => one - other);
  return element(
    "label.rm-label.rm-reviews-limit",
    {},
    text("dashboard.overview.reviews_a_day"),
    " ",
    element(
      "select.rm-field",
      { id: "reviews-a-day", onchange: choose },
      ...choices.map((count) =>
        element(
          "option",
          { value: count, selected: count === limit },
          count === 0 ? text("dashboard.overview.reviews_none") : String(count),
        ),
      ),
    ),
  );
};

const dueForReview = () => {
  const day = days.today();
  const { today, waiting, done } = dueReviews.on(day);
  if (waiting === 0) return null;
  // Only reviews need the questions.
  if (globalThis.roadmapQuestions === undefined) void need("questions").then(dashboard.showSoon, () => {});
  const grade = (one: any, name: Grade) => {
    const next = review.next(one.card ?? review.FRESH, review.GRADES[name], day);
    const title = roadmapIndex.title(one.id);
    const label = text("dashboard.overview.graded", {
      title,
      grade: text(`dashboard.overview.grades.${name}`),
      date: days.words(next.due),
    });
    const isStored = undo.act(label, [[`review/${one.id}`, next]], {
      undone: text("dashboard.overview.grade_undone", { title }),
    });
    if (!isStored) sayUnsaved(text("dashboard.your_change"));
  };
  return card(
    text("dashboard.overview.due"),
    element(
      "p.rm-line",
      {},
      dueReviews.limit() === 0
        ? text("dashboard.overview.reviews_off")
        : today.length === 0
          ? text("dashboard.overview.due_later", { count: waiting, done })
          : today.length < waiting
            ? text("dashboard.overview.due_first", { count: waiting, shown: today.length })
            : text("dashboard.overview.due_all", { count: waiting }),
    ),
    element(
      "ul.rm-list.rm-reviews",
      {},
      ...today.map((one) =>
        element(
          "li",
          {},
          roadmapIndex.link(one.id),
          question(one.id, one.card?.reps ?? 0),
          element(
            "span.rm-grades",
            {
              role: "group",
              "aria-label": text("dashboard.overview.grades_of", { title: roadmapIndex.title(one.id) }),
            },
            ...(Object.keys(review.GRADES) as Grade[]).map((name) =>
              element(
                "button.rm-small-button",
                { type: "button", id: `grade-${name}-${one.id}`, onclick: () => grade(one, name) },
                text(`dashboard.overview.grades.${name}`),
              ),
            ),
          ),
        ),
      ),
    ),
    reviewsADay(),
  );
};

const newTopics = () => {
  const added = updates.newLeaves();
  if (added.length === 0) return null;
  return card(
    text("dashboard.overview.new_topics"),
    topics(added.slice(0, 5)),
    element(
      "p.rm-line",
      {},
      page(
        "changes",
        added.length > 5
          ? text("dashboard.overview.see_changes", { count: added.length })
          : text("dashboard.overview.changes"),
      ),
    ),
  );
};

const nextMilestones = () => {
  const plan = planning.plan();
  if (!plan || roadmapIndex.data.milestones.length === 0) return null;
  const open = planning
    .milestones(plan)
    .filter((one) => one.goals.some((goal) => !goal.isReached))
    .slice(0, 2);
  return card(
    text("dashboard.overview.milestones"),
    element(
      "ul.rm-list",
      {},
      ...open.map((one) =>
        element(
          "li",
          {},
          ...nodes("dashboard.overview.milestone", {
            milestone: element("a", { href: roadmapIndex.at(one.url) }, one.title),
            date: days.words(one.until),
            reached: one.goals.filter((goal) => goal.isReached).length,
            count: one.goals.length,
          }),
          one.goals.some((goal) => goal.judged?.verdict === "late") &&
            element("strong.rm-late", {}, ` ${text("dashboard.overview.late")}`),
        ),
      ),
    ),
  );
};

dashboard.views.set("dashboard", () => {
  const plan = planning.plan();
  const next = continueHere();
  const { done, size } = counts.of("all");
  return [
    element(
      "p.rm-line",
      {},
      done === 0
        ? text("dashboard.overview.start")
        : text("dashboard.overview.done", { done, count: size, percent: progressBars.percent({ done, size }) }),
      " ",
      ...(done === 0 ? [page("placement", text("dashboard.overview.placement")), " · "] : []),
      page("journal", text("dashboard.overview.journal")),
      " · ",
      page("backup", text("dashboard.overview.backup")),
      " · ",
      page("changes", text("dashboard.overview.changes")),
      " · ",
      page("print", text("dashboard.overview.print")),
    ),
    newTopicsLine(),
    element(
      "div.rm-dashboard-cards",
      {},
      element(
        "div",
        {},
        card(text("dashboard.overview.continue"), ...next.contents),
        newTopics(),
        thisWeek(next.shown),
        dueForReview(),
      ),
      element("div", {}, today(), nextMilestones()),
    ),
    plan ? card(text("dashboard.overview.planned_and_done"), chart(plan)) : null,
  ];
});
