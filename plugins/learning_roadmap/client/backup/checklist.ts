/* Exports progress as a Markdown checklist. It creates no mention, reference or link that the author did not write as
   one. */

import { counts } from "../core/counts.ts";
import { rows } from "../core/rows.ts";
import { text } from "../core/strings.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { store } from "../storage/store.ts";
import type { Choice, Link } from "../storage/types.ts";

/**
 * Text that GitHub and others turn into links: addresses (GitHub Flavored Markdown 0.29, 6.9), @names, #12, GH-12,
 * owner/name#12 and commits. They search the finished HTML, so a backslash or an entity does not help, but they skip
 * code. Unlike a zero-width character, a code span leaves the text readable, and it can be copied.
 */
const AUTOLINK =
  /(?:[a-z][a-z0-9+.-]{1,30}:\/\/|www\.|(?:mailto|xmpp):)[^\s`<>]*[^\s`<>.,;:!?'")*_~\]]|[\w.+-]+@[\w-]+\.[\w.-]+|[\w./-]*[@#]\w[\w./#@-]*|\bGH-\d+|\b[0-9a-f]{7,40}\b/gi;
const isWord = (match: string) => /^(?:[a-f]+|\d+)$/i.test(match);

/** Escape the characters that have a meaning in Markdown. */
const escapeText = (source: string) => source.replaceAll(/[\\`*_[\]<>#|~&]/g, "\\$&");
const isEscaping = (before: string) => (/\\+$/.exec(before)?.[0].length ?? 0) % 2 === 1;
const code = (source: string) => `\`${source}\``;

/** Join parts. Two adjacent code spans would become one, so an empty comment separates them. */
const join = (parts: string[]): string =>
  parts.reduce((line, part) => `${line}${line.endsWith("`") && part.startsWith("`") ? "<!-- -->" : ""}${part}`, "");

/**
 * Put everything in code spans that would become a link.
 * @param escapePart for the text between them
 */
const withoutAutolinks = (source: string, escapePart: (part: string) => string): string => {
  const parts: string[] = [];
  let at = 0;
  for (const match of source.matchAll(AUTOLINK)) {
    if (isWord(match[0])) continue;
    const before = escapePart(source.slice(at, match.index));
    // An open backslash would escape the backtick.
    parts.push(isEscaping(before) ? `${before}\\` : before, code(match[0]));
    at = match.index + match[0].length;
  }
  return join([...parts, escapePart(source.slice(at))].filter((part) => part !== ""));
};
const plain = (source: string) => withoutAutolinks(source.replaceAll(/\s+/g, " "), escapeText);

/**
 * Escape raw HTML, single backticks and pictures of a note: HTML is shown as text, as on the site, and pictures are not
 * fetched.
 */
const prose = (source: string) =>
  source
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/\\*`/g, (run) => (isEscaping(run.slice(0, -1)) ? run : `${run.slice(0, -1)}\\\``))
    .replaceAll("![", "\\![");
/**
 * Code spans and links of the author, which are not changed. A code span ends with as many backticks as it begins
 * (CommonMark 0.31, 6.1).
 */
const CODE_OR_LINK =
  /(?<![\\`])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|(?<![\\!\]])\[[^[\]\\`\n]*\]\(https?:\/\/[^\s()<>`\\]*\)/g;
const noteLine = (line: string) => {
  const parts: string[] = [];
  let at = 0;
  for (const match of line.matchAll(CODE_OR_LINK)) {
    parts.push(withoutAutolinks(line.slice(at, match.index), prose), match[0]);
    at = match.index + match[0].length;
  }
  return join([...parts, withoutAutolinks(line.slice(at), prose)].filter((part) => part !== ""));
};

/**
 * The lines of a note, indented. The learner wrote it in Markdown. Only an unindented code fence counts as one; others
 * are text.
 */
const noteLines = (id: string): string[] => {
  const note = store.read(`note/${id}`)?.text ?? "";
  if (note === "") return [];
  let fence = "";
  return note
    .split(/\r\n?|\n/)
    .map((line: string) => {
      const mark = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
      const run = mark ? (mark[1] ?? mark[2]) : "";
      const isInside = fence !== "";
      if (!isInside) fence = run;
      else if (run.length >= fence.length && run[0] === fence[0] && line.trim() === run) fence = "";
      const safeLine = isInside || run !== "" ? line : noteLine(line);
      return safeLine === "" ? "" : `  ${safeLine}`;
    })
    .concat(fence === "" ? [] : [`  ${fence}`]);
};
/** A character that could end the address of a link, as its percent-encoding. */
const encoded = (url: string) =>
  url.replaceAll(
    /[\s()<>\\[\]`"*_~|]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
  );
/** The learner's own links. */
const linkLines = (id: string): string[] =>
  ((store.read(`links/${id}`)?.links ?? []) as Link[]).map(
    ({ title, url }) => `  - [${plain(title || url)}](${encoded(url)})`,
  );
/** What the learner wrote at an entry. */
const ownLines = (id: string): string[] => [...noteLines(id), ...linkLines(id)];
const indented = (lines: string[], depth: number) =>
  lines.map((line) => (line === "" ? "" : `${"  ".repeat(depth)}${line}`));
const entryLines = (id: string) => {
  const choice = rows.choiceOf(id);
  const title = plain(roadmapIndex.title(id));
  const labels: Partial<Record<Choice, string>> = {
    known: text("backup.checklist.known", { title }),
    learning: text("backup.checklist.learning", { title }),
    skipped: text("backup.checklist.skipped", { title }),
  };
  const isDone = choice === "done" || choice === "known";
  return [`- [${isDone ? "x" : " "}] ${labels[choice] ?? title}`, ...ownLines(id)];
};

/** Topics below those that hold them. */
const topicLines = (ids: string[]): string[] => {
  let open: string[] = [];
  return ids.flatMap((id) => {
    const parents = counts.parentsOf(id);
    const shared = parents.findIndex((parent, depth) => open[depth] !== parent);
    const first = shared < 0 ? parents.length : shared;
    open = parents;
    return [
      ...parents
        .slice(first)
        .flatMap((parent, at) =>
          indented([`- **${plain(roadmapIndex.title(parent))}**`, ...ownLines(parent)], first + at),
        ),
      ...indented(entryLines(id), parents.length),
    ];
  });
};

export const checklist = () => {
  const lines = [`# ${plain(roadmapIndex.data.title)}`];
  const group = (heading: string, entries: string[]) => {
    if (entries.length > 0) lines.push("", heading, "", ...entries);
  };
  for (const phase of roadmapIndex.data.phases) {
    lines.push("", `## ${plain(phase.title)}`);
    for (const [section, title] of phase.sections)
      group(`### ${plain(title)}`, topicLines(counts.leavesIn(`section:${section}`)));
  }
  const others = Object.entries(roadmapIndex.data.others).map(([id, [, , kind]]) => [id, kind]);
  for (const [kind, heading] of roadmapIndex.data.kinds) {
    group(
      `## ${heading}`,
      others.filter(([, other]) => other === kind).flatMap(([id]) => entryLines(id)),
    );
  }
  return `${lines.join("\n")}\n`;
};
