/* Choose a badge, see it, download it, and copy what a README needs. */

import { download } from "../core/download.ts";
import { element, type FieldEvent } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { text } from "../core/strings.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { type Achievement, achievements } from "./achievements.ts";
import { badge } from "./badge.ts";

/** What the learner chose on this visit. */
let chosen = "";

/** Topics; where there are none, projects or exercises. */
const stateOf = ({ topics, projects, exercises }: Achievement) => {
  if (topics.size > 0)
    return { ...topics, value: text("certificates.badge_topics", { done: topics.done, count: topics.size }) };
  const [tally, key] =
    projects.size > 0
      ? ([projects, "certificates.badge_projects"] as const)
      : ([exercises, "certificates.badge_exercises"] as const);
  return { ...tally, value: text(key, { done: tally.done, count: tally.size }) };
};

const describe = (one: Achievement) => {
  const { done, size, value } = stateOf(one);
  const description = text("certificates.badge_description", { title: one.title, value });
  const file = `${one.kind === "all" ? "roadmap" : one.scope.replace(":", "-")}.svg`;
  const svg = badge.svg({ label: one.title, value, share: size > 0 ? done / size : 0, description });
  // An address on this computer's disk is of no use to others.
  const page = /^https?:$/.test(location.protocol) ? roadmapIndex.at(one.url) : "";
  return { description, file, svg, markdown: badge.markdown(description, file, page) };
};

const isCountable = (one: Achievement | null): one is Achievement =>
  one !== null && one.topics.size + one.projects.size + one.exercises.size > 0;

const choices = (): Node[] => {
  const option = (one: Achievement) =>
    element("option", { value: one.scope, selected: one.scope === chosen }, one.title);
  const of = (scopes: string[]) => scopes.map(achievements.of).filter(isCountable).map(option);
  const { phases } = roadmapIndex.data;
  return [
    ...of(["all"]),
    element("optgroup", { label: text("certificates.phases") }, ...of(phases.map(({ id }) => `phase:${id}`))),
    ...phases.map(({ title, sections }) =>
      element("optgroup", { label: title }, ...of(sections.map(([id]) => `section:${id}`))),
    ),
  ].filter((one) => one.localName === "option" || one.childElementCount > 0);
};

/** @param first the scope to begin with */
export const badgeMaker = (first: string): Node => {
  if (!isCountable(achievements.of(chosen))) chosen = isCountable(achievements.of(first)) ? first : "all";
  const image = element("img", { id: "badge-image" });
  const code = element("textarea.rm-field", {
    id: "badge-markdown",
    readonly: true,
    rows: 3,
    spellcheck: "false",
    "aria-label": text("certificates.markdown"),
  });
  const show = () => {
    const one = achievements.of(chosen);
    if (!one) return;
    const { svg, description, markdown } = describe(one);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    image.alt = description;
    code.value = markdown;
    code.defaultValue = markdown;
  };
  const choose = ({ target }: FieldEvent) => {
    chosen = target.value;
    show();
  };
  const save = () => {
    const one = achievements.of(chosen);
    if (!one) return;
    const { file, svg } = describe(one);
    download(file, svg, "image/svg+xml");
    say(text("certificates.badge_saved", { file }));
  };
  const status = element("span.rm-badge-status", { role: "status" });
  const copy = async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      status.textContent = text("certificates.copied");
    } catch {
      // Not every browser lets a page copy, above all a page from disk.
      code.focus();
      status.textContent = text("certificates.copy_by_hand");
    }
  };
  const button = (id: string, label: string, onclick: () => void) =>
    element("button.rm-button", { type: "button", id, onclick }, label);
  const box = element(
    "section.rm-badge.rm-noprint",
    { "aria-labelledby": "badge" },
    element("h2", { id: "badge" }, text("certificates.badge")),
    element("p", {}, text("certificates.badge_lead")),
    element(
      "div.rm-badge-maker",
      {},
      element(
        "label.rm-label",
        {},
        text("certificates.badge_of"),
        element("select.rm-field", { id: "badge-of", onchange: choose, autocomplete: "off" }, ...choices()),
      ),
      element("p.rm-badge-preview", {}, image),
      element(
        "p.rm-badge-buttons",
        {},
        button("badge-download", text("certificates.download"), save),
        button("badge-copy", text("certificates.copy"), () => void copy()),
        status,
      ),
      code,
    ),
  );
  show();
  return box;
};
