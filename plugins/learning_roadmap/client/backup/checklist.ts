/* Progress as a Markdown checklist. Nothing in it becomes a mention, a reference or a link that its author did not
   write as one. */

import { counts } from "../core/counts.ts";
import { rows } from "../core/rows.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { store } from "../storage/store.ts";

/**
 * What GitHub and others make live by themselves: addresses (GitHub Flavored Markdown 0.29, 6.9), @names, #12, GH-12,
 * owner/name#12 and commits.
 * They look for it in the finished HTML, so a backslash or an entity does not help. In code they leave it alone. A code
 * span can still be read
 * and copied as it is, which a zero-width character would spoil.
 */
const LIVE =
  /(?:[a-z][a-z0-9+.-]{1,30}:\/\/|www\.|(?:mailto|xmpp):)[^\s`<>]*[^\s`<>.,;:!?'")*_~\]]|[\w.+-]+@[\w-]+\.[\w.-]+|[\w./-]*[@#]\w[\w./#@-]*|\bGH-\d+|\b[0-9a-f]{7,40}\b/gi;
const isWord = (text: string) => /^(?:[a-f]+|\d+)$/i.test(text);

/** Characters that mean something to Markdown, made to mean themselves. */
const escapeText = (text: string) => text.replaceAll(/[\\`*_[\]<>#|~&]/g, "\\$&");
const isEscaping = (before: string) => (/\\+$/.exec(before)?.[0].length ?? 0) % 2 === 1;
const code = (text: string) => `\`${text}\``;

/** Two code spans side by side would be one; a comment is seen by nobody. */
const joined = (parts: string[]): string =>
  parts.reduce((made, part) => `${made}${made.endsWith("`") && part.startsWith("`") ? "<!-- -->" : ""}${part}`, "");

/** @param rest what becomes of all else */
const defused = (text: string, rest: (text: string) => string): string => {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(LIVE)) {
    if (isWord(match[0])) continue;
    const before = rest(text.slice(at, match.index));
    // A backslash would take the meaning from the backtick.
    parts.push(isEscaping(before) ? `${before}\\` : before, code(match[0]));
    at = match.index + match[0].length;
  }
  return joined([...parts, rest(text.slice(at))].filter((part) => part !== ""));
};
const plain = (text: string) => defused(text.replaceAll(/\s+/g, " "), escapeText);

/**
 * Raw HTML in a note is shown as text, as on the site. A backtick that opens nothing must not pair with one of ours; a
 * picture would be fetched.
 */
const prose = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/\\*`/g, (run) => (isEscaping(run.slice(0, -1)) ? run : `${run.slice(0, -1)}\\\``))
    .replaceAll("![", "\\![");
/**
 * What its author wrote as code or as a link stays that. A code span ends where a run of as many backticks stands
 * (CommonMark 0.31, 6.1).
 */
const KEPT = /(?<![\\`])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|(?<![\\!\]])\[[^[\]\\`\n]*\]\(https?:\/\/[^\s()<>`\\]*\)/g;
const noteLine = (line: string) => {
  const parts: string[] = [];
  let at = 0;
  for (const match of line.matchAll(KEPT)) {
    parts.push(defused(line.slice(at, match.index), prose), match[0]);
    at = match.index + match[0].length;
  }
  return joined([...parts, defused(line.slice(at), prose)].filter((part) => part !== ""));
};

/**
 * A note is Markdown of the learner's own. A fence at the very left is one wherever it stands; any other is taken for
 * text.
 */
const note = (id: string) => {
  const text = store.read(`note/${id}`)?.text ?? "";
  if (text === "") return [];
  let fence = "";
  return text
    .split(/\r\n?|\n/)
    .map((line: string) => {
      const mark = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
      const run = mark ? (mark[1] ?? mark[2]) : "";
      const isInside = fence !== "";
      if (!isInside) fence = run;
      else if (run.length >= fence.length && run[0] === fence[0] && line.trim() === run) fence = "";
      const made = isInside || run !== "" ? line : noteLine(line);
      return made === "" ? "" : `  ${made}`;
    })
    .concat(fence === "" ? [] : [`  ${fence}`]);
};
const line = (id: string) => {
  const { state } = rows.shown(id);
  return [
    `- [${state === "done" ? "x" : " "}] ${plain(roadmapIndex.title(id))}${state === "learning" || state === "skipped" ? ` (${state})` : ""}`,
    ...note(id),
  ];
};

export const checklist = () => {
  const lines = [`# ${plain(roadmapIndex.data.title)}`];
  const group = (heading: string, ids: string[]) => {
    if (ids.length > 0) lines.push("", heading, "", ...ids.flatMap(line));
  };
  for (const phase of roadmapIndex.data.phases) {
    lines.push("", `## ${plain(phase.title)}`);
    for (const [section, title] of phase.sections) group(`### ${plain(title)}`, counts.leavesIn(`section:${section}`));
  }
  const others = Object.entries(roadmapIndex.data.others).map(([id, [, , kind]]) => [id, kind]);
  for (const [kind, words] of roadmapIndex.data.kinds) {
    group(
      `## ${words}`,
      others.filter(([, other]) => other === kind).map(([id]) => id),
    );
  }
  group(
    "## Notes on topics that hold topics",
    others.filter(([id, kind]) => kind === "topic" && note(id).length > 0).map(([id]) => id),
  );
  return `${lines.join("\n")}\n`;
};
