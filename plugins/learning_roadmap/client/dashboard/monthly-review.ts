/* The monthly review of the journal: the topics and projects done in a month, and the learner's texts about it. */

import { backups } from "../upkeep/backups.ts";
import { drafts } from "../upkeep/drafts.ts";
import { type FieldEvent, element } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { whenSaved } from "../core/save-status.ts";
import { text } from "../core/strings.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

let month = "";
/** Save the review of the month that is shown. */
let flush = () => {};
let timer: ReturnType<typeof setTimeout> | undefined;
globalThis.addEventListener("pagehide", () => flush());
drafts.beforeLeaving(() => flush());

/**
 * Save a record, and show the result in the status line. The view may be rendered again before, so the line is looked
 * up by id.
 */
const put = (path: string, record: Record<string, any>, lineName: string) => {
  const show = (message: string) => {
    const line = document.getElementById(`save-status-${lineName}`);
    if (line) line.textContent = message;
  };
  const problem = records.check(path, { ...record, at: 0 });
  if (problem !== "") {
    show(text("dashboard.journal.invalid", { problem }));
    return false;
  }
  if (!store.write([[path, record]])) {
    show(text("dashboard.journal.not_saved"));
    sayUnsaved(text("dashboard.your_change"));
    return false;
  }
  backups.changed();
  whenSaved((message) => requestAnimationFrame(() => requestAnimationFrame(() => show(message))));
  return true;
};
const statusLine = (name: string) =>
  element("span.rm-field-status", { id: `save-status-${name}`, "aria-live": "polite" });

/** The topics and projects of a month, and what the learner writes about it. */
export const monthlyReview = () => {
  // Save what was just typed in the fields, before they are rendered again.
  flush();
  month ||= days.today().slice(0, 7);
  const path = `month/${month}`;
  const saved = (store.read(path) ?? {}) as any;
  const inMonth = (id: string) =>
    store.state(id) === "done" && !store.isKnown(id) && days.dayOf(store.since(id)).startsWith(month);
  const learned = roadmapIndex.leaves.filter(inMonth);
  const projects = Object.entries(roadmapIndex.data.others).filter(
    ([id, entry]) => entry[2] === "project" && inMonth(id),
  );
  const monthsWithReviews = store
    .paths()
    .filter((one) => one.startsWith("month/"))
    .map((one) => one.slice(6))
    .reverse();
  const draftOf = (name: string) => `${path}/${name}`;
  // The texts at the beginning, for a three-way merge: another tab may write, too.
  const bases = new Map<string, string>(
    records.MONTH_FIELDS.map((name) => [name, drafts.get(draftOf(name))?.base ?? records.own(saved, name) ?? ""]),
  );
  const fields = records.MONTH_FIELDS.map((name) => {
    const draft = drafts.get(draftOf(name));
    const area = element("textarea.rm-field", {
      name,
      id: `month-${name}`,
      rows: 3,
      dir: "auto",
      value: draft?.text ?? saved[name] ?? "",
    });
    const offer = drafts.offer(`${month}-${name}.txt`, () => area.value);
    offer.hidden = !draft;
    const problem = element("span.rm-unsaved", { "aria-live": "polite" }, drafts.tooLongText(area.value));
    const label = element("label.rm-label", {}, text(`dashboard.journal.prompts.${name}`), area);
    return { block: element("div", {}, label, problem, " ", offer), area, problem, offer };
  });
  /** Keep an unsaved text as a draft and show why it is not saved, or drop the draft. */
  const setDraft = ({ area, problem, offer }: (typeof fields)[number], isUnsaved: boolean) => {
    drafts.set(draftOf(area.name), isUnsaved ? { text: area.value, base: bases.get(area.name) ?? "" } : null);
    problem.textContent = drafts.tooLongText(area.value);
    offer.hidden = !isUnsaved;
  };
  const checkAll = () => {
    for (const field of fields) {
      const { name, value } = field.area;
      const isTooLong = drafts.tooLongText(value) !== "";
      if (isTooLong || drafts.get(draftOf(name))) setDraft(field, isTooLong);
    }
  };
  clearTimeout(timer);
  flush = () => {
    clearTimeout(timer);
    const before = store.read(path) ?? {};
    const record = Object.fromEntries(
      fields.map(({ area: { name, value } }) => {
        const stored = records.own(before, name) ?? "";
        const merged = merging.threeWay(bases.get(name) ?? "", value, stored);
        // A text that is too long stays in its field. The others are saved all the same.
        return [name, drafts.tooLongText(merged) === "" ? merged : stored];
      }),
    );
    const isSaved =
      records.MONTH_FIELDS.every((name) => (records.own(before, name) ?? "") === record[name]) ||
      put(path, record, "month");
    for (const field of fields) {
      const { area } = field;
      const stored = record[area.name];
      const isTooLong = drafts.tooLongText(merging.threeWay(bases.get(area.name) ?? "", area.value, stored)) !== "";
      if (isTooLong || !isSaved) {
        if (isTooLong || area.value !== (records.own(before, area.name) ?? "")) setDraft(field, true);
        continue;
      }
      bases.set(area.name, stored);
      if (drafts.get(draftOf(area.name))) setDraft(field, false);
      if (area.value !== stored) area.value = stored;
    }
  };
  const flushSoon = () => {
    clearTimeout(timer);
    checkAll();
    timer = setTimeout(flush, 400);
  };
  return element(
    "section.rm-dashboard-card.rm-wide",
    {},
    element("h2", {}, text("dashboard.journal.review")),
    element(
      "label.rm-label",
      {},
      text("dashboard.journal.month"),
      element("input.rm-field.rm-short", {
        type: "month",
        id: "month",
        value: month,
        pattern: "\\d{4}-\\d{2}",
        onchange: (event: FieldEvent) => {
          if (records.kindOf(`month/${event.target.value}`)) {
            flush();
            month = event.target.value;
            event.target.blur();
            dashboard.show();
          }
        },
      }),
    ),
    element(
      "p.rm-line",
      {},
      projects.length > 0
        ? text("dashboard.journal.completed", {
            topics: text("dashboard.journal.topics", { count: learned.length }),
            projects: text("dashboard.journal.projects", { count: projects.length }),
          })
        : text("dashboard.journal.topics_completed", { count: learned.length }),
    ),
    learned.length > 0
      ? element(
          "details.rm-fold",
          {},
          element("summary", {}, text("dashboard.journal.show_topics")),
          element("ul", {}, ...learned.map((id: string) => element("li", {}, roadmapIndex.link(id)))),
        )
      : null,
    element("div", { oninput: flushSoon, onfocusout: () => flush() }, ...fields.map(({ block }) => block)),
    statusLine("month"),
    monthsWithReviews.length > 0
      ? element(
          "p.rm-line",
          {},
          text("dashboard.journal.past_reviews"),
          " ",
          ...monthsWithReviews.flatMap((one, at) => [
            at > 0 && text("lists.separator"),
            element(
              "button.rm-small-button",
              {
                type: "button",
                onclick: () => {
                  month = one;
                  dashboard.show();
                },
              },
              days.monthWords(one),
            ),
          ]),
        )
      : null,
  );
};
