/* A little Markdown, shown safely: paragraphs, lists, emphasis, code and links to web addresses. All else is text. */
"use strict";
(() => {
  const { records, element } = globalThis.roadmap;
  const INLINE = /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)])/g;

  /** @param {string} url @param {string} words */
  const link = (url, words) => (records.isAddress(url) ? element("a.rm-out", { href: url, rel: "noopener noreferrer" }, words) : words);

  /** @param {string} line @returns {(Node | string)[]} */
  const inline = (line) => {
    const found = [];
    let from = 0;
    for (const match of line.matchAll(INLINE)) {
      found.push(line.slice(from, match.index));
      const [, code, strong, em, words, url, bare] = match;
      if (code !== undefined) found.push(element("code", {}, code));
      else if (strong !== undefined) found.push(element("strong", {}, strong));
      else if (em !== undefined) found.push(element("em", {}, em));
      else if (url !== undefined) found.push(link(url, words));
      else found.push(link(bare, bare));
      from = match.index + match[0].length;
    }
    return [...found, line.slice(from)].filter((part) => part !== "");
  };

  /** @param {string} text @returns {DocumentFragment} */
  const prose = (text) => {
    const made = document.createDocumentFragment();
    for (const block of text.replaceAll("\r\n", "\n").split(/\n{2,}/)) {
      const lines = block.split("\n").filter((line) => line.trim() !== "");
      if (lines.length === 0) continue;
      if (lines.every((line) => /^\s*[-*] /.test(line))) {
        made.append(element("ul", { dir: "auto" }, ...lines.map((line) => element("li", {}, ...inline(line.replace(/^\s*[-*] /, ""))))));
      } else {
        made.append(element("p", { dir: "auto" }, ...lines.flatMap((line, at) => [...(at > 0 ? [element("br")] : []), ...inline(line)])));
      }
    }
    return made;
  };

  globalThis.roadmap.prose = prose;
})();
