/* "My progress", ready to print: the page holds the whole roadmap. This adds the counts, the notes, the summaries and
   the page headers. */

import { counts } from "../core/counts.ts";
import { element } from "../core/elements.ts";
import { need } from "../core/parts.ts";
import { progressBars } from "../core/progress-bars.ts";
import { listed, paragraph, text } from "../core/strings.ts";
import { codeWords } from "./code-words.ts";
import { dashboard } from "./dashboard.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { store } from "../storage/store.ts";
import type { Link } from "../storage/types.ts";

const pageHeaders = new CSSStyleSheet();
const all = (selector: string) => document.querySelectorAll<HTMLElement>(`.rm-print ${selector}`);
/** Quote a string for CSS, cut to one line. Characters that could end the string are escaped by number. */
const quoted = (title: string) =>
  `"${title.replace(/(.{60}).{3,}/su, "$1…").replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

/** Describe how much of a scope is done, and why some of its topics are not counted. */
const tally = (scope: string) => {
  const ids = counts.leavesIn(scope);
  const { done, size, skipped, extra } = counts.of(scope);
  if (size === 0) return text("dashboard.print.all_skipped", { count: skipped });
  const open = counts.of(scope).optional;
  const optional =
    open === 0 ? 0 : Math.min(open, ids.filter((id) => counts.isOptional(id) && store.state(id) !== "skipped").length);
  const branches = open - optional;
  const reasons = Object.entries({ optional, branches, skipped })
    .filter(([, count]) => count > 0)
    .map(([reason, count]) =>
      text(`dashboard.print.reasons.${reason as "optional" | "branches" | "skipped"}`, { count }),
    );
  return paragraph([
    text("dashboard.print.done", { done, count: size, percent: progressBars.percent({ done, size }) }),
    extra > 0 ? text("dashboard.print.extra", { count: extra }) : "",
    reasons.length > 0 ? text("dashboard.print.not_counted", { count: ids.length, reasons: listed(reasons) }) : "",
  ]);
};

/** Show a note, or the learner's links, below its topic. */
const showNote = (path: string) => {
  const id = path.slice(path.indexOf("/") + 1);
  const { text: note = "", links = [] } = (store.read(path) ?? {}) as any;
  const content = path.startsWith("note/")
    ? note
    : path.startsWith("links/")
      ? links.map((link: Link) => `${link.title} ${link.url}`.trim()).join("\n")
      : "";
  if (content === "") return;
  const paragraph = element("p.rm-printed-note", { dir: "auto" }, content);
  const row = all(`[data-tick="${CSS.escape(id)}"]`)[0]?.closest("li");
  const rest = all("[data-rm-rest]")[0];
  if (row) row.insertBefore(paragraph, row.querySelector(":scope > .rm-list"));
  else rest.append(element("h3", {}, roadmapIndex.title(id)), paragraph);
  rest.parentElement?.toggleAttribute("hidden", rest.childElementCount === 0);
};

/** Show what each topic is. The page itself would be too heavy with all summaries. */
const showSummaries = () => {
  for (const box of all("[data-tick]")) {
    const summary = globalThis.roadmapSummaries[box.dataset.tick ?? ""];
    const row = box.closest(".rm-row");
    if (summary === undefined || row === null || row.parentElement?.querySelector(":scope > .rm-details > .rm-summary"))
      continue;
    const paragraph = element("p.rm-summary", {}, ...codeWords(summary));
    if (row.nextElementSibling?.matches(".rm-details")) row.nextElementSibling.append(paragraph);
    else row.after(element("div.rm-details", {}, paragraph));
  }
};

/** Give each chapter's pages a header with its title. Browsers that support margin boxes print it. */
const setPageHeaders = () => {
  const chapters = [...all("[data-rm-head]")];
  const pages = chapters.map((chapter, at) => {
    chapter.style.setProperty("page", `rm-${at}`);
    return `@page rm-${at} { margin: 20mm 16mm; color: #555; font: 8.5pt sans-serif; @top-left { content: ${quoted(roadmapIndex.data.title)} } @top-right { content: ${quoted(chapter.dataset.rmHead ?? "")} } @bottom-center { content: counter(page) } }`;
  });
  pageHeaders.replaceSync(pages.join(""));
  if (!document.adoptedStyleSheets.includes(pageHeaders)) document.adoptedStyleSheets.push(pageHeaders);
};

dashboard.views.set("print", (root) => {
  for (const place of all(".rm-tally")) place.textContent = tally(place.dataset.scope ?? "");
  for (const place of all(".rm-printed-note, [data-rm-rest] > *")) place.remove();
  for (const path of store.paths()) showNote(path);
  dashboard.views.get("milestones")?.(root);
  setPageHeaders();
  void need("summaries").then(showSummaries, () => {});
  return [
    element(
      "p.rm-noprint",
      {},
      element(
        "button.rm-button",
        { type: "button", id: "print", onclick: () => print() },
        text("dashboard.print.print"),
      ),
    ),
    element("p", {}, text("dashboard.print.as_of", { date: days.words(days.today()) })),
  ];
});
