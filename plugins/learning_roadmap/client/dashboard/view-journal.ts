/* The journal: the status of each phase, the current focus, a review for each month, and all notes. */

import { backups } from "../core/backups.ts";
import { counts } from "../core/counts.ts";
import { drafts } from "../core/drafts.ts";
import { element } from "../core/elements.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { load } from "../core/parts.ts";
import { whenSaved } from "../core/save-status.ts";
import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { updates } from "../core/updates.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

const STATUSES = ["not-started", "in-progress", "completed"] as const;
type Status = (typeof STATUSES)[number];
let month = "";
/** Save the review of the month that is shown. */
let flush = () => {};
let timer: ReturnType<typeof setTimeout> | undefined;
globalThis.addEventListener("pagehide", () => flush());
drafts.beforeLeaving(() => flush());

/** Save a record, and show the result in the status line. The view may be rendered again before, so the line is looked up by id. */
const put = (path: string, record: Record<string, any>, lineName: string) => {
  const show = (message: string) => {
    const line = document.getElementById(`told-${lineName}`);
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
const statusLine = (name: string) => element("span.rm-told", { id: `told-${name}`, "aria-live": "polite" });

/** Save a choice, as an action that can be undone. */
const choose = (path: string, record: Record<string, any>, label: string, undone: string) => {
  const problem = records.check(path, { ...record, at: 0 });
  if (problem === "" && undo.act(label, [[path, record]], { undone })) return;
  if (problem === "") sayUnsaved(text("dashboard.your_change"));
  else say(text("dashboard.journal.invalid", { problem }), true);
  follow([path]);
};

/** Update the fields of changed records. The view is not rendered while one of its fields has the focus. */
const follow = (paths: string[]) => {
  const show = (id: string, value: string) => {
    const field = document.getElementById(id) as HTMLInputElement | null;
    const isTyping = field === document.activeElement && field?.type === "date";
    if (field && field.value !== value && !isTyping) field.value = value;
  };
  for (const path of paths) {
    if (path.startsWith("phase/")) show(`status-${path.slice(6)}`, store.read(path)?.status ?? "auto");
    if (path !== "focus/current") continue;
    const current = store.read(path) ?? { at: 0 };
    for (const name of ["phase", "topic", "start", "target"]) show(`focus-${name}`, records.own(current, name) ?? "");
  }
};
store.listen(follow);

/** Derive the status of a phase from its topics. */
const automaticStatus = (id: string): Status => {
  const { done, size, learning, extra } = counts.of(`phase:${id}`);
  return size > 0 && done === size ? "completed" : done + learning + extra > 0 ? "in-progress" : "not-started";
};

const phases = () => {
  return element(
    "section.rm-part",
    {},
    element("h2", {}, text("dashboard.journal.phases")),
    element(
      "ul.rm-list",
      {},
      ...roadmapIndex.data.phases.map((phase: any) => {
        const set = store.read(`phase/${phase.id}`)?.status ?? "auto";
        const automatic = text(`dashboard.journal.statuses.${automaticStatus(phase.id)}`);
        return element(
          "li.rm-status-line",
          {},
          roadmapIndex.link(phase.id),
          " ",
          element(
            "select.rm-field",
            {
              id: `status-${phase.id}`,
              "aria-label": text("dashboard.journal.status_of", { phase: phase.title }),
              onchange: (event: any) => {
                const value = event.target.value as Status | "auto";
                const status = text(`dashboard.journal.statuses.${value}`);
                choose(
                  `phase/${phase.id}`,
                  { status: value },
                  text("dashboard.journal.status_set", { phase: phase.title, status }),
                  text("dashboard.journal.status_undone", { phase: phase.title }),
                );
              },
            },
            element(
              "option",
              { value: "auto", selected: set === "auto" },
              text("dashboard.journal.automatic", { status: automatic }),
            ),
            ...STATUSES.map((value) =>
              element("option", { value, selected: set === value }, text(`dashboard.journal.statuses.${value}`)),
            ),
          ),
        );
      }),
    ),
  );
};

const focus = () => {
  const current = updates.focus(store.read("focus/current") ?? { at: 0 }) as any;
  const change = (event: any) => {
    const { at: _at, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
    choose(
      "focus/current",
      { ...rest, [event.target.name]: event.target.value },
      text("dashboard.journal.focus_changed"),
      text("dashboard.journal.focus_undone"),
    );
  };
  const open = counts.leavesIn(current.phase ? `phase:${current.phase}` : "all");
  return element(
    "section.rm-part",
    { onchange: change },
    element("h2", {}, text("dashboard.journal.focus")),
    element(
      "div.rm-fields",
      {},
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.phase"),
        element(
          "select.rm-field",
          { name: "phase", id: "focus-phase" },
          element("option", { value: "" }, "–"),
          ...roadmapIndex.data.phases.map((phase: any) =>
            element("option", { value: phase.id, selected: current.phase === phase.id }, phase.title),
          ),
        ),
      ),
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.topic"),
        element(
          "select.rm-field",
          { name: "topic", id: "focus-topic" },
          element("option", { value: "" }, "–"),
          ...open.map((id) => element("option", { value: id, selected: current.topic === id }, roadmapIndex.title(id))),
        ),
      ),
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.started"),
        element("input.rm-field", { type: "date", name: "start", id: "focus-start", value: current.start ?? "" }),
      ),
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.target"),
        element("input.rm-field", { type: "date", name: "target", id: "focus-target", value: current.target ?? "" }),
      ),
    ),
  );
};

const review = () => {
  // Save what was just typed in the fields, before they are rendered again.
  flush();
  month ||= days.today().slice(0, 7);
  const path = `month/${month}`;
  const saved = (store.read(path) ?? {}) as any;
  const inMonth = (id: string) => store.state(id) === "done" && days.dayOf(store.since(id)).startsWith(month);
  const learned = roadmapIndex.leaves.filter(inMonth);
  const projects = Object.entries<[string, string, string]>(roadmapIndex.data.others).filter(
    ([id, entry]) => entry[2] === "project" && inMonth(id),
  );
  const monthsWithReviews = store
    .paths()
    .filter((one) => one.startsWith("month/"))
    .map((one) => one.slice(6))
    .reverse();
  const draftOf = (name: string) => `${path}/${name}`;
  // The texts at the beginning, for a three-way merge: another tab may write, too.
  const bases: Map<string, any> = new Map(
    records.MONTH_FIELDS.map((name) => [name, drafts.get(draftOf(name))?.base ?? records.own(saved, name) ?? ""]),
  );
  const areas = records.MONTH_FIELDS.map((name) => {
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
    return element(
      "div",
      {},
      element("label.rm-label", {}, text(`dashboard.journal.prompts.${name}`), area),
      problem,
      " ",
      offer,
    );
  });
  /** Keep an unsaved text as a draft and show why it is not saved, or drop the draft. */
  const setDraft = (block: HTMLElement, isUnsaved: boolean) => {
    const area = block.querySelector("textarea") as HTMLTextAreaElement;
    drafts.set(draftOf(area.name), isUnsaved ? { text: area.value, base: bases.get(area.name) ?? "" } : null);
    (block.querySelector(".rm-unsaved") as HTMLElement).textContent = drafts.tooLongText(area.value);
    (block.querySelector("button") as HTMLElement).hidden = !isUnsaved;
  };
  const checkAll = () => {
    for (const block of areas) {
      const { name, value } = block.querySelector("textarea");
      const isTooLong = drafts.tooLongText(value) !== "";
      if (isTooLong || drafts.get(draftOf(name))) setDraft(block, isTooLong);
    }
  };
  clearTimeout(timer);
  flush = () => {
    clearTimeout(timer);
    const before = store.read(path) ?? {};
    const record = Object.fromEntries(
      areas.map((label) => {
        const { name, value } = label.querySelector("textarea");
        const stored = records.own(before, name) ?? "";
        const merged = merging.threeWay(bases.get(name), value, stored);
        // A text that is too long stays in its field. The others are saved all the same.
        return [name, drafts.tooLongText(merged) === "" ? merged : stored];
      }),
    );
    const isSaved =
      records.MONTH_FIELDS.every((name) => (records.own(before, name) ?? "") === record[name]) ||
      put(path, record, "month");
    for (const block of areas) {
      const area = block.querySelector("textarea");
      const stored = record[area.name];
      const isTooLong = drafts.tooLongText(merging.threeWay(bases.get(area.name), area.value, stored)) !== "";
      if (isTooLong || !isSaved) {
        if (isTooLong || area.value !== (records.own(before, area.name) ?? "")) setDraft(block, true);
        continue;
      }
      bases.set(area.name, stored);
      if (drafts.get(draftOf(area.name))) setDraft(block, false);
      if (area.value !== stored) area.value = stored;
    }
  };
  const flushSoon = () => {
    clearTimeout(timer);
    checkAll();
    timer = setTimeout(flush, 400);
  };
  return element(
    "section.rm-part.rm-wide",
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
        onchange: (event: any) => {
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
    element("div", { oninput: flushSoon, onfocusout: () => flush() }, ...areas),
    statusLine("month"),
    monthsWithReviews.length > 0
      ? element(
          "p.rm-line",
          {},
          text("dashboard.journal.past_reviews"),
          " ",
          ...monthsWithReviews.flatMap((one, at) => [
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
              days.monthWords(one),
            ),
          ]),
        )
      : null,
  );
};

const notes = async () => {
  const { renderMarkdown } = await load("panel");
  const written = store.paths().flatMap((path) => {
    const note = path.startsWith("note/") ? store.read(path)?.text : "";
    return note ? [[path.slice(5), note]] : [];
  });
  if (written.length === 0) return null;
  return element(
    "section.rm-part.rm-wide",
    {},
    element("h2", {}, text("dashboard.journal.notes", { count: written.length })),
    ...written.map(([id, note]) =>
      element(
        "article.rm-note",
        {},
        element(
          "h3",
          {},
          roadmapIndex.link(id),
          !roadmapIndex.isKnown(id) && element("small", {}, ` ${text("dashboard.journal.removed")}`),
        ),
        element("div.rm-prose", {}, renderMarkdown(note)),
      ),
    ),
  );
};

dashboard.views.set("journal", async () => [element("div.rm-parts", {}, phases(), focus()), review(), await notes()]);
