/* The page of certificates and badges. */

import { element, type FieldEvent } from "../core/elements.ts";
import { text } from "../core/strings.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { days } from "../dashboard/days.ts";
import { planning } from "../dashboard/planning.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { localStore } from "../storage/local-storage.ts";
import { type Achievement, achievements } from "./achievements.ts";
import { address } from "./address.ts";
import { badgeMaker } from "./badge-maker.ts";
import { certificate, paintName } from "./certificate.ts";
import { medal } from "./medal.ts";

/** Beside the records: it is in no export and in no link, and "Erase everything" erases it. */
const NAME = "meta/name";
const MOST = 80;
const storedName = () => (localStore.get(NAME) ?? "").slice(0, MOST);

/** All that is finished, as links. */
const list = (finished: Achievement[], shown: Achievement): Node =>
  element(
    "nav.rm-certificates.rm-noprint",
    { "aria-label": text("certificates.list") },
    element(
      "ul",
      {},
      ...finished.map((one) =>
        element(
          "li",
          {},
          element(
            "a",
            { href: address.hash(one.scope), "aria-current": one.scope === shown.scope && "true" },
            medal(),
            element(
              "span",
              {},
              element("strong", { dir: "auto" }, one.title),
              element(
                "small",
                {},
                text(`certificates.kinds.${one.kind}`),
                one.at > 0 && ` · ${days.words(days.dayOf(one.at))}`,
              ),
            ),
          ),
        ),
      ),
    ),
  );

const tools = (paper: HTMLElement): Node => {
  const oninput = ({ target }: FieldEvent) => {
    const name = target.value.trim().slice(0, MOST);
    localStore.set(NAME, name === "" ? null : name);
    const line = paper.querySelector<HTMLElement>(".rm-certificate-name");
    if (line) paintName(line, name);
  };
  return element(
    "div.rm-certificate-tools.rm-noprint",
    {},
    element(
      "label.rm-label",
      {},
      text("certificates.name"),
      " ",
      element("small", {}, text("certificates.name_stays")),
      element("input.rm-field", {
        id: "certificate-name",
        maxlength: MOST,
        autocomplete: "name",
        value: storedName(),
        oninput,
      }),
    ),
    element(
      "button.rm-button.rm-primary",
      { type: "button", id: "certificate-print", onclick: () => print() },
      text("certificates.print"),
    ),
  );
};

/** Nothing is finished yet: what is nearest, and where to go on. */
const empty = (all: Achievement[]): Node => {
  const share = ({ topics }: Achievement) => topics.done / Math.max(topics.size, 1);
  const phases = all.filter(({ kind, topics }) => kind === "phase" && topics.size > 0);
  const nearest = phases.reduce<Achievement | null>(
    (best, one) => (best && share(best) >= share(one) ? best : one),
    null,
  );
  const { begun, steps } = planning.next();
  const next = begun[0] ?? steps[0]?.topic;
  return element(
    "div.rm-certificates-empty",
    {},
    medal(),
    element("h2", {}, text("certificates.empty")),
    element("p", {}, text("certificates.empty_lead")),
    nearest &&
      nearest.topics.done > 0 &&
      element(
        "p",
        {},
        text("certificates.nearest", { title: nearest.title, done: nearest.topics.done, count: nearest.topics.size }),
      ),
    next !== undefined &&
      element(
        "p",
        {},
        element(
          "a.md-button.md-button--primary",
          { href: roadmapIndex.at(roadmapIndex.url(roadmapIndex.leaves[next])) },
          text("certificates.continue", { title: roadmapIndex.title(roadmapIndex.leaves[next]) }),
        ),
      ),
  );
};

dashboard.views.set("certificate", (root) => {
  root.onclick = address.follow;
  const all = achievements.all();
  const finished = all.filter(({ isFinished }) => isFinished);
  const wanted = address.wanted();
  const asked = all.find(({ scope }) => scope === wanted);
  const latest = finished.reduce<Achievement | null>(
    (best, one) => (best && (best.kind === "all" || best.at >= one.at) ? best : one),
    null,
  );
  const shown = asked?.isFinished ? asked : latest;
  const unfinished =
    asked &&
    !asked.isFinished &&
    element(
      "p.rm-noprint",
      {},
      text("certificates.unfinished", { title: asked.title, done: asked.topics.done, count: asked.topics.size }),
    );
  const badges = badgeMaker(shown && ["all", "phase"].includes(shown.kind) ? shown.scope : "all");
  if (!shown) return [unfinished || null, empty(all), badges];
  const paper = certificate(shown, storedName());
  return [unfinished || null, list(finished, shown), tools(paper), paper, badges];
});
