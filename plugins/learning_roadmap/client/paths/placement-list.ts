/* The result of the placement: a list that the learner corrects before anything is marked. */

import { element, type FieldEvent } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { rows } from "../core/rows.ts";
import { listed as enumeration, paragraph, text } from "../core/strings.ts";
import { prerequisites } from "../dashboard/prerequisites.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import type { Placement } from "../graph/placement.ts";
import { withoutLastAnswer } from "./placement-question.ts";
import { isProposed, reasonsOf } from "./placement-result.ts";
import { placementSession, type Session } from "./placement-session.ts";
import { placementTopics } from "./placement-topics.ts";

type Change = (update: (session: Session) => Session | null) => void;
const { leaves } = roadmapIndex;
const { graph } = prerequisites;
/** The phases whose folds are open, by number. They stay open when the page is updated. */
const openPhases = new Set<number>();
/** As many missing prerequisites are named. */
const MOST_NAMED = 3;

/** The topics in groups by a number of each, the groups in the order of the map. */
const grouped = (topics: number[], numbers: readonly number[]): Map<number, number[]> => {
  const groups = new Map<number, number[]>();
  for (const topic of topics) {
    const group = groups.get(numbers[topic]);
    if (group) group.push(topic);
    else groups.set(numbers[topic], [topic]);
  }
  return groups;
};

const headline = (topics: number[]): string => {
  const hours = Math.round(topics.reduce((sum, topic) => sum + (graph.hours[topic] ?? 0), 0));
  const count = topics.length;
  if (count === 0) return text("placement.result.none");
  return hours > 0
    ? text("placement.result.title_with_hours", { count, hours })
    : text("placement.result.title", { count });
};

export const placementResult = (session: Session, placement: Placement, change: Change) => {
  const { verdicts, question } = placement;
  const { order, sections, phases, isOpen } = placementTopics;
  const answers = placementTopics.answersOf(session);
  const reasons = reasonsOf(graph.needs, verdicts, answers, placementTopics.done());
  const scope = new Set(placementTopics.topicsIn(session.scope).open);
  const listed = leaves
    .map((_, topic) => topic)
    .filter((topic) => isOpen(topic) && (scope.has(topic) || verdicts[topic] === "known"));
  const isProposal = (topic: number) => isProposed(verdicts[topic], reasons[topic]);
  const proposed = listed.filter(isProposal);
  const ticked = new Set(listed.filter((topic) => session.corrections.get(leaves[topic]) ?? isProposal(topic)));
  /** What has to be written again when ticks change. */
  const boxes = new Map<number, HTMLInputElement>();
  const notes = new Map<number, HTMLElement>();
  const countLines: (() => void)[] = [];

  const missing = (topic: number): string => {
    const needs = ticked.has(topic) ? graph.needs[topic].filter((need) => isOpen(need) && !ticked.has(need)) : [];
    const count = needs.length;
    if (count === 0) return "";
    const names = needs.slice(0, MOST_NAMED).map((need) => roadmapIndex.title(leaves[need]));
    return text(count > MOST_NAMED ? "placement.result.missing_more" : "placement.result.missing", {
      count,
      topics: enumeration(names),
    });
  };
  const paintNote = (topic: number) => {
    const note = notes.get(topic);
    if (note) note.textContent = missing(topic);
  };
  const tick = (topics: number[], isTicked: boolean) => {
    for (const topic of topics) {
      if (isTicked) ticked.add(topic);
      else ticked.delete(topic);
      const box = boxes.get(topic);
      if (box) box.checked = isTicked;
    }
    for (const topic of topics) for (const other of [topic, ...graph.neededBy[topic]]) paintNote(other);
    for (const write of countLines) write();
    const newest = placementSession.read();
    if (!newest) return;
    const corrections = new Map(newest.corrections);
    for (const topic of topics) {
      if (isTicked === isProposal(topic)) corrections.delete(leaves[topic]);
      else corrections.set(leaves[topic], isTicked);
    }
    placementSession.write({ ...newest, corrections });
  };
  /** A text about how many of some topics are ticked, which follows every change. */
  const counted = (topics: number[], write: (ticked: number) => string, line: HTMLElement) => {
    const update = () => {
      line.textContent = write(topics.filter((topic) => ticked.has(topic)).length);
    };
    update();
    countLines.push(update);
    return line;
  };

  const row = (topic: number) => {
    const reason = reasons[topic];
    const box = element("input", {
      type: "checkbox",
      id: `placement-box-${leaves[topic]}`,
      "aria-describedby": `placement-note-${leaves[topic]}`,
      autocomplete: "off",
      onchange: ({ target }: FieldEvent) => tick([topic], target.checked),
    });
    box.checked = ticked.has(topic);
    const note = element("span.rm-placement-missing", { id: `placement-note-${leaves[topic]}` });
    boxes.set(topic, box);
    notes.set(topic, note);
    paintNote(topic);
    return element(
      "li",
      {},
      element(
        "label.rm-check",
        {},
        box,
        element(
          "span",
          {},
          element("span", { dir: "auto" }, roadmapIndex.title(leaves[topic])),
          reason !== "" && " ",
          reason !== "" && element("span.rm-state", {}, text(`placement.reasons.${reason}`)),
        ),
      ),
      note,
    );
  };
  const section = (number: number, topics: number[]) => {
    const title = sections[number]?.title ?? text("placement.result.other_topics");
    const all = (isTicked: boolean) =>
      element(
        "button.rm-small-button",
        {
          type: "button",
          id: `placement-${isTicked ? "all" : "none"}-${number}`,
          "aria-label": text(isTicked ? "placement.result.all_of" : "placement.result.none_of", { title }),
          onclick: () => tick(topics, isTicked),
        },
        text(isTicked ? "placement.result.all" : "placement.result.none_ticked"),
      );
    return element(
      "fieldset.rm-topics",
      {},
      element("legend", {}, title),
      element(
        "p.rm-line",
        {},
        counted(
          topics,
          (count) => text("placement.result.ticked", { ticked: count, count: topics.length }),
          element("span.rm-quiet"),
        ),
        all(true),
        all(false),
      ),
      element("ul.rm-list", {}, ...topics.map(row)),
    );
  };
  const phase = (number: number, topics: number[]) => {
    const title = phases[number]?.title ?? text("placement.result.other_topics");
    const list = element("div");
    const fill = () => {
      if (list.childElementCount === 0)
        list.append(...[...grouped(topics, order.sections)].map(([one, members]) => section(one, members)));
    };
    const isShown = openPhases.has(number);
    if (isShown) fill();
    const fold = element(
      "details.rm-fold",
      {
        open: isShown,
        ontoggle: () => {
          if (fold.open) openPhases.add(number);
          else openPhases.delete(number);
          if (fold.open) fill();
        },
      },
      element(
        "summary",
        { id: `placement-phase-${number}` },
        element("strong", {}, title),
        " ",
        counted(
          topics,
          (count) => text("placement.result.ticked", { ticked: count, count: topics.length }),
          element("span.rm-quiet"),
        ),
      ),
      list,
    );
    return fold;
  };

  const mark = () => {
    const ids = listed.filter((topic) => ticked.has(topic)).map((topic) => leaves[topic]);
    const count = ids.length;
    if (count === 0) return;
    if (!rows.markKnown(ids, text("placement.result.done", { count }), text("placement.result.undone", { count }))) {
      sayUnsaved(text("dashboard.your_change"));
      return;
    }
    change((newest) => ({ ...newest, marked: { topic: ids[0], count } }));
  };
  const submit = element("button.rm-button.rm-primary", { type: "button", id: "placement-mark", onclick: mark });
  countLines.push(() => {
    submit.disabled = ticked.size === 0;
  });
  submit.disabled = ticked.size === 0;
  const button = (name: string, label: string, update: (newest: Session) => Session | null) =>
    element("button.rm-button", { type: "button", id: `placement-${name}`, onclick: () => change(update) }, label);

  const having = (reason: string) => proposed.filter((topic) => reasons[topic] === reason).length;
  const lines = [
    having("yes") > 0 ? text("placement.result.yes", { count: having("yes") }) : "",
    having("needed") > 0 ? text("placement.result.needed", { count: having("needed") }) : "",
    having("likely") > 0 ? text("placement.result.likely", { count: having("likely") }) : "",
  ];
  const unsure = listed.filter((topic) => reasons[topic] === "unsure").length;
  const title = headline(proposed);
  const shown = [
    element("h2", { id: "placement-title", tabindex: -1 }, title),
    proposed.length > 0 && element("p", {}, paragraph(lines)),
    unsure > 0 && element("p", {}, text("placement.result.unsure", { count: unsure })),
    placementTopics.hasFewPrerequisites && element("p", {}, text("placement.few_prerequisites")),
    element("p", {}, text("placement.result.correct")),
    ...[...grouped(listed, order.phases)].map(([number, topics]) => phase(number, topics)),
    element(
      "p.rm-placement-actions",
      {},
      counted(listed, (count) => text("placement.result.mark", { count }), submit),
      " ",
      session.isStopped && question !== null
        ? button("go-on", text("placement.go_on"), (newest) => ({ ...newest, isStopped: false }))
        : session.answers.size > 0 && button("back", text("placement.back"), withoutLastAnswer),
      " ",
      button("restart", text("placement.again"), () => null),
    ),
  ];
  return { nodes: shown.filter((node) => node !== false), announcement: title };
};
