/* A subset of Markdown, rendered safely: paragraphs, lists, emphasis, code and links to web addresses. Everything
   else is text. */

import { element } from "../core/elements.ts";
import { records } from "../storage/records.ts";

const INLINE =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)])/g;

const link = (url: string, label: string) =>
  records.isAddress(url) ? element("a.rm-external-link", { href: url, rel: "noopener noreferrer" }, label) : label;

const inline = (line: string): (Node | string)[] => {
  const parts = [];
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    parts.push(line.slice(from, match.index));
    const [, code, strong, em, label, url, bare] = match;
    if (code !== undefined) parts.push(element("code", {}, code));
    else if (strong !== undefined) parts.push(element("strong", {}, strong));
    else if (em !== undefined) parts.push(element("em", {}, em));
    else if (url !== undefined) parts.push(link(url, label));
    else parts.push(link(bare, bare));
    from = match.index + match[0].length;
  }
  return [...parts, line.slice(from)].filter((part) => part !== "");
};

export const renderMarkdown = (text: string): DocumentFragment => {
  const fragment = document.createDocumentFragment();
  /** The paragraph or list that the next line may belong to */
  let last: HTMLElement | null = null;
  for (const line of text.split(/\r?\n/)) {
    const item = /^\s*[-*] (.*)$/.exec(line);
    const tag = item ? "UL" : "P";
    if (line.trim() === "") last = null;
    else {
      const isSame: boolean = last?.tagName === tag;
      const block: HTMLElement = isSame && last ? last : element(item ? "ul" : "p", { dir: "auto" });
      if (!isSame) fragment.append(block);
      else if (!item) block.append(element("br"));
      block.append(...(item ? [element("li", {}, ...inline(item[1]))] : inline(line)));
      last = block;
    }
  }
  return fragment;
};
