/* "My guide": the page holds the whole map; here it gets what is done and noted, its counts, and its running heads. */

import { counts } from "../core/counts.ts";
import { element, plural } from "../core/elements.ts";
import { progressBars } from "../core/progress-bars.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { store } from "../storage/store.ts";
import type { Link } from "../storage/types.ts";

const heads = new CSSStyleSheet();
const all = (places: string) => document.querySelectorAll<HTMLElement>(`.rm-print ${places}`);
/** A text of CSS, cut to a line: whatever could end it stands there as its number. */
const quoted = (text: string) =>
  `"${text.replace(/(.{60}).{3,}/su, "$1…").replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** What is done of a set, and why it does not count all that stands there. */
const tally = (scope: string) => {
  const ids = counts.leavesIn(scope);
  const { done, size, skipped, extra } = counts.of(scope);
  if (size === 0) return `all ${skipped} skipped`;
  const optional =
    size + skipped === ids.length
      ? 0
      : ids.filter((id) => counts.isOptional(id) && store.state(id) !== "skipped").length;
  const branches = ids.length - size - skipped - optional;
  const why = [
    optional && `${optional} optional`,
    branches && `${branches} where one branch is enough`,
    skipped && `${skipped} skipped`,
  ].filter((one) => one);
  return `${done} of ${plural(size, "topic")} done, ${progressBars.percent({ done, size })} %${extra > 0 ? `, and ${extra} more` : ""}${why.length > 0 ? `; not counted of ${ids.length}: ${why.join(", ")}` : ""}`;
};

const note = (path: string) => {
  const id = path.slice(path.indexOf("/") + 1);
  const { text = "", links = [] } = (store.read(path) ?? {}) as any;
  const words = path.startsWith("note/")
    ? text
    : path.startsWith("links/")
      ? links.map((one: Link) => `${one.title} ${one.url}`.trim()).join("\n")
      : "";
  if (words === "") return;
  const made = element("p.rm-written", { dir: "auto" }, words);
  const row = all(`[data-tick="${CSS.escape(id)}"]`)[0]?.closest("li");
  const rest = all("[data-rm-rest]")[0];
  if (row) row.insertBefore(made, row.querySelector(":scope > .rm-list"));
  else rest.append(element("h3", {}, roadmapIndex.title(id)), made);
  rest.parentElement?.toggleAttribute("hidden", rest.childElementCount === 0);
};

/** Each chapter's pages bear its name: browsers that know margin boxes print it. */
const name = () => {
  const chapters = [...all("[data-rm-head]")];
  const pages = chapters.map((chapter, at) => {
    chapter.style.setProperty("page", `rm-${at}`);
    return `@page rm-${at} { margin: 20mm 16mm; color: #555; font: 8.5pt sans-serif; @top-left { content: ${quoted(roadmapIndex.data.title)} } @top-right { content: ${quoted(chapter.dataset.rmHead ?? "")} } @bottom-center { content: counter(page) } }`;
  });
  heads.replaceSync(pages.join(""));
  if (!document.adoptedStyleSheets.includes(heads)) document.adoptedStyleSheets.push(heads);
};

dashboard.views.set("print", (root) => {
  for (const place of all(".rm-tally")) place.textContent = tally(place.dataset.scope ?? "");
  for (const place of all(".rm-written, [data-rm-rest] > *")) place.remove();
  for (const path of store.paths()) note(path);
  dashboard.views.get("milestones")?.(root);
  name();
  return [
    element(
      "p.rm-noprint",
      {},
      element("button.rm-button", { type: "button", id: "print", onclick: () => print() }, "Print"),
    ),
    element("p", {}, `As of ${days.words(days.today())}.`),
  ];
});
