/* A question of the placement. */

import { element } from "../core/elements.ts";
import { text } from "../core/strings.ts";
import { codeWords } from "../dashboard/code-words.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import type { Answer, Placement } from "../graph/placement.ts";
import { placementSession, type Session } from "./placement-session.ts";
import { placementTopics } from "./placement-topics.ts";

/** By the key that gives the answer. */
const ANSWERS: Record<string, Answer> = { "1": "yes", "2": "roughly", "3": "no" };
type Change = (update: (session: Session) => Session | null) => void;

/** The topic's own check question, with its answer to compare; its summary if there is none. */
const task = (id: string, title: string): Node[] => {
  const [question] = globalThis.roadmapQuestions?.[id] ?? [];
  if (question) {
    const [ask, answer] = question;
    return [
      element("p.rm-placement-ask", {}, ...codeWords(ask)),
      element(
        "details.rm-unfold.rm-answer",
        { id: "placement-answer" },
        element("summary", {}, text("placement.question.show_answer")),
        element("p", {}, ...codeWords(answer)),
      ),
    ];
  }
  const summary = globalThis.roadmapSummaries?.[id];
  return [
    element("p.rm-placement-ask", {}, text("placement.question.explain", { title })),
    ...(summary ? [element("p", {}, ...codeWords(summary))] : []),
  ];
};

/** @returns the session without its last answer */
export const withoutLastAnswer = (session: Session): Session => ({
  ...session,
  isStopped: false,
  answers: new Map([...session.answers].slice(0, -1)),
});

export const placementQuestion = (session: Session, placement: Placement, topic: number, change: Change) => {
  const { leaves } = roadmapIndex;
  const { sections, order } = placementTopics;
  const id = leaves[topic];
  const title = roadmapIndex.title(id);
  const section = sections[order.sections[topic]];
  const isAsked = (one: string) => {
    const at = roadmapIndex.position.get(one);
    return at !== undefined && placementTopics.isOpen(at);
  };
  const number = [...session.answers.keys()].filter(isAsked).length + 1;
  const count = placement.mostQuestions;
  const place = text("placement.question.number", { number, count });

  const answer = (one: Answer) =>
    change((newest) => {
      const answers = new Map(newest.answers);
      answers.delete(id);
      return { ...newest, answers: answers.set(id, one) };
    });
  const button = (key: string) =>
    element(
      "button.rm-button",
      {
        type: "button",
        id: `placement-${ANSWERS[key]}`,
        "aria-keyshortcuts": key,
        // The second click of a double click would answer the next question.
        onclick: (event: MouseEvent) => event.detail < 2 && answer(ANSWERS[key]),
      },
      text(`placement.answers.${ANSWERS[key]}`),
      element("kbd", { "aria-hidden": "true" }, key),
    );
  const action = (name: string, label: string, act: () => void) =>
    element("button.rm-small-button", { type: "button", id: `placement-${name}`, onclick: act }, label);

  const onkeydown = (event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(ANSWERS, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    answer(ANSWERS[event.key]);
  };
  const card = element(
    "section.rm-placement-card",
    { "aria-labelledby": "placement-title", onkeydown },
    element("p.rm-line", {}, place),
    element("progress", { max: count, value: number - 1, "aria-label": place }),
    element("h2", { id: "placement-title", tabindex: -1 }, title),
    section &&
      element(
        "p.rm-line.rm-quiet",
        {},
        text("placement.question.place", { phase: section.phase, title: section.title }),
      ),
    ...task(id, title),
    element(
      "div.rm-placement-answers",
      { role: "group", "aria-label": text("placement.question.group", { title }) },
      element("p", {}, text("placement.question.can_you")),
      ...Object.keys(ANSWERS).map(button),
    ),
    element(
      "p.rm-placement-actions",
      {},
      session.answers.size > 0 && action("back", text("placement.back"), () => change(withoutLastAnswer)),
      action("stop", text("placement.stop"), () => change((newest) => ({ ...newest, isStopped: true }))),
      action("restart", text("placement.again"), () => change(() => null)),
    ),
    element(
      "p.rm-line.rm-quiet",
      {},
      text(placementSession.isForgotten() ? "placement.not_stored" : "placement.stored"),
    ),
  );
  return { nodes: [card], announcement: `${place}: ${title}` };
};
