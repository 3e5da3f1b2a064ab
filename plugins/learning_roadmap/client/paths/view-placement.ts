/* "Where do I stand?": questions that find out what the learner knows already. */

import { element, type FieldEvent } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { say } from "../core/notices.ts";
import { nodes, paragraph, text } from "../core/strings.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { planning } from "../dashboard/planning.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { store } from "../storage/store.ts";
import { placementResult } from "./placement-list.ts";
import { placementQuestion } from "./placement-question.ts";
import { placementSession, type Session } from "./placement-session.ts";
import { placementTopics } from "./placement-topics.ts";

const { leaves } = roadmapIndex;
/** Long enough that the browser shows what was written to the page, in ms. */
const PAINT = 50;
/** Whether the screen that is shown next takes the focus, and is announced. */
let isNext = false;

/** Change the session, and show what follows. Another tab may have changed it meanwhile: this changes its newest state. */
const change = (update: (session: Session) => Session | null) => {
  const session = placementSession.read();
  placementSession.write(session && update(session));
  isNext = true;
  dashboard.show();
};
placementSession.listen(dashboard.showSoon);

const begin = (scope: string) => {
  placementSession.write({ scope, answers: new Map(), isStopped: false, corrections: new Map(), marked: null });
  isNext = true;
  dashboard.show();
};

const start = () => {
  const scopes = [
    { scope: "all", title: text("placement.start.all") },
    ...placementTopics.phases.map(({ id, title }) => ({ scope: `phase:${id}`, title })),
  ].filter(({ scope }) => placementTopics.topicsIn(scope).open.length > 0);
  if (scopes.length === 0) return [element("p", {}, text("placement.start.nothing"))];
  const wanted = new URLSearchParams(location.search).get("of");
  let chosen = scopes.find(({ scope }) => scope === wanted)?.scope ?? scopes[0].scope;
  const extent = element("p", { id: "placement-extent", role: "status" });
  const describe = () => {
    const { open } = placementTopics.topicsIn(chosen);
    const topics = text("placement.start.topics", { count: open.length });
    const questions = text("placement.start.questions", { count: placementTopics.mostQuestions(chosen) });
    extent.textContent = paragraph([topics, questions]);
  };
  describe();
  const select = element(
    "select.rm-field",
    {
      id: "placement-scope",
      onchange: ({ target }: FieldEvent) => {
        chosen = target.value;
        describe();
      },
    },
    ...scopes.map(({ scope, title }) => element("option", { value: scope, selected: scope === chosen }, title)),
  );
  return [
    element("h2", { id: "placement-title", tabindex: -1 }, text("placement.start.title")),
    element("p", {}, text("placement.start.explanation")),
    placementTopics.hasFewPrerequisites && element("p", {}, text("placement.few_prerequisites")),
    scopes.length > 1 &&
      element("p", {}, element("label", { for: "placement-scope" }, text("placement.start.scope")), " ", select),
    extent,
    element(
      "p",
      {},
      element(
        "button.rm-button.rm-primary",
        { type: "button", id: "placement-start", onclick: () => begin(chosen) },
        text("placement.start.start"),
      ),
    ),
  ].filter((node) => node !== false);
};

const marked = (count: number) => {
  const { begun, steps } = planning.next();
  const at = begun[0] ?? steps[0]?.topic;
  const page = (name: string, label: string) =>
    element("a", { href: roadmapIndex.at(roadmapIndex.data.pages[name]) }, label);
  return [
    element("h2", { id: "placement-title", tabindex: -1 }, text("placement.marked.title", { count })),
    at !== undefined
      ? element("p", {}, ...nodes("placement.marked.continue", { topic: roadmapIndex.link(roadmapIndex.leaves[at]) }))
      : element("p", {}, text("placement.marked.nothing_left")),
    element(
      "p",
      {},
      page("dashboard", text("placement.marked.dashboard")),
      " · ",
      page("path", text("placement.marked.path")),
    ),
    element(
      "p",
      {},
      element(
        "button.rm-button",
        { type: "button", id: "placement-restart", onclick: () => change(() => null) },
        text("placement.again"),
      ),
    ),
  ];
};

/** @returns the screen that the session is at */
const screen = (session: Session | null): { nodes: Node[]; announcement: string } => {
  if (!session) return { nodes: start(), announcement: "" };
  if (session.marked && store.isKnown(session.marked.topic))
    return { nodes: marked(session.marked.count), announcement: "" };
  const placement = placementTopics.place(session);
  return session.isStopped || placement.question === null
    ? placementResult(session, placement, change)
    : placementQuestion(session, placement, placement.question, change);
};

dashboard.views.set("placement", async (root) => {
  if (leaves.length === 0) return [element("p", {}, text("placement.no_topics"))];
  await placementTopics.load();
  if (placementSession.read() && placementTopics.isSlow()) {
    root.replaceChildren(element("p", { role: "status" }, text("placement.preparing")));
    await new Promise((resolve) => setTimeout(resolve, PAINT));
  }
  const session = placementSession.read();
  if (session && !Object.hasOwn(map.sets, session.scope)) session.scope = "all";
  const { nodes: shown, announcement } = screen(session);
  if (isNext) {
    isNext = false;
    // After the dashboard has put the nodes on the page.
    setTimeout(() => {
      document.getElementById("placement-title")?.focus();
      if (announcement) say(announcement);
    });
  }
  return [element("div.rm-placement", {}, ...shown)];
});
