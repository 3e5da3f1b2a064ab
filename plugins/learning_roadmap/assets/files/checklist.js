/* Progress as a Markdown checklist. Nothing in it becomes a mention, a reference or a link that its author did not write as one. */
"use strict";
(() => {
  const { atlas, counts, rows, store } = globalThis.roadmap;

  /**
   * What GitHub and others make live by themselves: addresses (GitHub Flavored Markdown 0.29, 6.9), @names, #12, GH-12, owner/name#12 and commits.
   * They look for it in the finished HTML, so a backslash or an entity does not help. In code they leave it alone. A code span can still be read
   * and copied as it is, which a zero-width character would spoil.
   */
  const LIVE = /(?:[a-z][a-z0-9+.-]{1,30}:\/\/|www\.|(?:mailto|xmpp):)[^\s`<>]*[^\s`<>.,;:!?'")*_~\]]|[\w.+-]+@[\w-]+\.[\w.-]+|[\w./-]*[@#]\w[\w./#@-]*|\bGH-\d+|\b[0-9a-f]{7,40}\b/gi;
  const isWord = (/** @type {string} */ text) => /^(?:[a-f]+|\d+)$/i.test(text);

  /** Characters that mean something to Markdown, made to mean themselves. */
  const escape = (/** @type {string} */ text) => text.replaceAll(/[\\`*_[\]<>#|~&]/g, "\\$&");
  const isEscaping = (/** @type {string} */ before) => (/\\+$/.exec(before)?.[0].length ?? 0) % 2 === 1;
  const code = (/** @type {string} */ text) => `\`${text}\``;

  /** Two code spans side by side would be one; a comment is seen by nobody. @param {string[]} parts @returns {string} */
  const joined = (parts) => parts.reduce((made, part) => `${made}${made.endsWith("`") && part.startsWith("`") ? "<!-- -->" : ""}${part}`, "");

  /** @param {string} text @param {(text: string) => string} rest what becomes of all else @returns {string} */
  const defused = (text, rest) => {
    /** @type {string[]} */
    const parts = [];
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
  const plain = (/** @type {string} */ text) => defused(text.replaceAll(/\s+/g, " "), escape);

  /** Raw HTML in a note is shown as text, as on the site. A backtick that opens nothing must not pair with one of ours; a picture would be fetched. */
  const prose = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(/\\*`/g, (run) => (isEscaping(run.slice(0, -1)) ? run : `${run.slice(0, -1)}\\\``)).replaceAll("![", "\\![");
  /** What its author wrote as code or as a link stays that. A code span ends where a run of as many backticks stands (CommonMark 0.31, 6.1). */
  const KEPT = /(?<![\\`])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|(?<![\\!\]])\[[^[\]\\`\n]*\]\(https?:\/\/[^\s()<>`\\]*\)/g;
  const noteLine = (/** @type {string} */ line) => {
    /** @type {string[]} */
    const parts = [];
    let at = 0;
    for (const match of line.matchAll(KEPT)) {
      parts.push(defused(line.slice(at, match.index), prose), match[0]);
      at = match.index + match[0].length;
    }
    return joined([...parts, defused(line.slice(at), prose)].filter((part) => part !== ""));
  };

  /** A note is Markdown of the learner's own. A fence at the very left is one wherever it stands; any other is taken for text. */
  const note = (/** @type {string} */ id) => {
    const text = store.read(`note/${id}`)?.text ?? "";
    if (text === "") return [];
    let fence = "";
    return text.split(/\r\n?|\n/).map((/** @type {string} */ line) => {
      const mark = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
      const run = mark ? mark[1] ?? mark[2] : "";
      const isInside = fence !== "";
      if (!isInside) fence = run;
      else if (run.length >= fence.length && run[0] === fence[0] && line.trim() === run) fence = "";
      const made = isInside || run !== "" ? line : noteLine(line);
      return made === "" ? "" : `  ${made}`;
    }).concat(fence === "" ? [] : [`  ${fence}`]);
  };
  const line = (/** @type {string} */ id) => {
    const { state } = rows.shown(id);
    return [`- [${state === "done" ? "x" : " "}] ${plain(atlas.title(id))}${state === "learning" || state === "skipped" ? ` (${state})` : ""}`, ...note(id)];
  };

  const checklist = () => {
    const lines = [`# ${plain(atlas.data.title)}`];
    const group = (/** @type {string} */ heading, /** @type {string[]} */ ids) => {
      if (ids.length > 0) lines.push("", heading, "", ...ids.flatMap(line));
    };
    for (const phase of atlas.data.phases) {
      lines.push("", `## ${plain(phase.title)}`);
      for (const [section, title] of phase.sections) group(`### ${plain(title)}`, counts.leavesIn(`section:${section}`));
    }
    const others = Object.entries(atlas.data.others).map(([id, [, , kind]]) => [id, kind]);
    for (const [kind, words] of atlas.data.kinds) {
      group(`## ${words}`, others.filter(([, other]) => other === kind).map(([id]) => id));
    }
    group("## Notes on topics that hold topics", others.filter(([id, kind]) => kind === "topic" && note(id).length > 0).map(([id]) => id));
    return `${lines.join("\n")}\n`;
  };

  globalThis.roadmap.checklist = checklist;
})();
