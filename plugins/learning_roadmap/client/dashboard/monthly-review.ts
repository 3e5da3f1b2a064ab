/* A page of the journal for each month: what was ticked, and what the learner writes of it. */

import { backups } from "../core/backups.ts";
import { drafts } from "../core/drafts.ts";
import { type FieldEvent, element, plural } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { whenSaved } from "../core/save-status.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

const PROMPTS = {
  learned: "Learned",
  projects: "Projects completed",
  challenges: "Challenges",
  next: "Goals for next month",
};
let month = "";
/** Keeps what is written in the month that is shown. */
let flush = () => {};
let timer: ReturnType<typeof setTimeout> | undefined;
globalThis.addEventListener("pagehide", () => flush());
drafts.beforeLeaving(() => flush());

/**
 * Keep something, and say so where it was said. The view may have been made anew by then, so the place goes by name.
 */
const put = (path: string, record: Record<string, any>, place: string) => {
  const tell = (words: string) => {
    const told = document.getElementById(`told-${place}`);
    if (told) told.textContent = words;
  };
  const wrong = records.check(path, { ...record, at: 0 });
  if (wrong !== "") {
    tell(`Not saved: ${wrong}.`);
    return false;
  }
  if (!store.write([[path, record]])) {
    tell("Not saved.");
    sayUnsaved("This");
    return false;
  }
  backups.changed();
  whenSaved((words) => requestAnimationFrame(() => requestAnimationFrame(() => tell(words))));
  return true;
};
const told = (place: string) => element("span.rm-told", { id: `told-${place}`, "aria-live": "polite" });

/** What was learned in a month, and what the learner writes of it. */
export const monthlyReview = () => {
  // What was typed a moment ago in the fields that this makes anew.
  flush();
  month ||= days.today().slice(0, 7);
  const path = `month/${month}`;
  const now = (store.read(path) ?? {}) as any;
  const inMonth = (id: string) => store.state(id) === "done" && days.dayOf(store.since(id)).startsWith(month);
  const learned = roadmapIndex.leaves.filter(inMonth);
  const built = Object.entries(roadmapIndex.data.others).filter(([id, entry]) => entry[2] === "project" && inMonth(id));
  const written = store
    .paths()
    .filter((one) => one.startsWith("month/"))
    .map((one) => one.slice(6))
    .reverse();
  const draftOf = (name: string) => `${path}/${name}`;
  // What stood there when this was begun: another tab may write, too.
  const bases = new Map(
    records.MONTH_FIELDS.map((name) => [name, drafts.get(draftOf(name))?.base ?? records.own(now, name) ?? ""]),
  );
  const fields = Object.entries(PROMPTS).map(([name, words]) => {
    const draft = drafts.get(draftOf(name));
    const area = element("textarea.rm-field", {
      name,
      id: `month-${name}`,
      rows: 3,
      dir: "auto",
      value: draft?.text ?? now[name] ?? "",
    });
    const offer = drafts.offer(`${month}-${name}.txt`, () => area.value);
    offer.hidden = !draft;
    const problem = element("span.rm-unsaved", { "aria-live": "polite" }, drafts.tooLongText(area.value));
    const block = element("div", {}, element("label.rm-label", {}, words, area), problem, " ", offer);
    return { block, area, problem, offer };
  });
  /** Keep what is not saved, and say why it is not; once it is, forget it. */
  const hold = ({ area, problem, offer }: (typeof fields)[number], isUnsaved: boolean) => {
    drafts.set(draftOf(area.name), isUnsaved ? { text: area.value, base: bases.get(area.name) ?? "" } : null);
    problem.textContent = drafts.tooLongText(area.value);
    offer.hidden = !isUnsaved;
  };
  const checkAll = () => {
    for (const field of fields) {
      const { name, value } = field.area;
      const isTooLong = drafts.tooLongText(value) !== "";
      if (isTooLong || drafts.get(draftOf(name))) hold(field, isTooLong);
    }
  };
  clearTimeout(timer);
  flush = () => {
    clearTimeout(timer);
    const before = store.read(path) ?? {};
    const record = Object.fromEntries(
      fields.map(({ area: { name, value } }) => {
        const stored = records.own(before, name) ?? "";
        const text = merging.threeWay(bases.get(name), value, stored);
        // A text that is too long stays in its field, and does not keep the others from being saved.
        return [name, drafts.tooLongText(text) === "" ? text : stored];
      }),
    );
    const isSaved =
      records.MONTH_FIELDS.every((name) => (records.own(before, name) ?? "") === record[name]) ||
      put(path, record, "month");
    for (const field of fields) {
      const { area } = field;
      const text = record[area.name];
      const isTooLong = drafts.tooLongText(merging.threeWay(bases.get(area.name), area.value, text)) !== "";
      if (isTooLong || !isSaved) {
        if (isTooLong || area.value !== (records.own(before, area.name) ?? "")) hold(field, true);
        continue;
      }
      bases.set(area.name, text);
      if (drafts.get(draftOf(area.name))) hold(field, false);
      if (area.value !== text) area.value = text;
    }
  };
  const soon = () => {
    clearTimeout(timer);
    checkAll();
    timer = setTimeout(flush, 400);
  };
  return element(
    "section.rm-part.rm-wide",
    {},
    element("h2", {}, "Monthly review"),
    element(
      "label.rm-label",
      {},
      "Month",
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
      `Ticked in this month: ${plural(learned.length, "topic")}${built.length > 0 ? `, ${plural(built.length, "project")}` : ""}.`,
    ),
    learned.length > 0
      ? element(
          "details.rm-fold",
          {},
          element("summary", {}, "Which"),
          element("ul", {}, ...learned.map((id: string) => element("li", {}, roadmapIndex.link(id)))),
        )
      : null,
    element("div", { oninput: soon, onfocusout: () => flush() }, ...fields.map(({ block }) => block)),
    told("month"),
    written.length > 0
      ? element(
          "p.rm-line",
          {},
          "Written: ",
          ...written.flatMap((one, at) => [
            at > 0 && ", ",
            element(
              "button.rm-small",
              {
                type: "button",
                onclick: () => {
                  month = one;
                  dashboard.show();
                },
              },
              one,
            ),
          ]),
        )
      : null,
  );
};
