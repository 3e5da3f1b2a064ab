/* Shows two versions of a text and marks the difference. Long texts are collapsed behind an excerpt of the first
   difference. */

import { element } from "../core/elements.ts";
import { nodes, text } from "../core/strings.ts";

const SHORT = { letters: 280, lines: 6 };
const AROUND = 40;

/** @returns the lengths of the common beginning and end; surrogate pairs are not split */
const commonEnds = (one: string, other: string) => {
  const most = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < most && one[start] === other[start]) start += 1;
  if (/[\uD800-\uDBFF]/.test(one[start - 1] ?? "")) start -= 1;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  if (/[\uDC00-\uDFFF]/.test(one[one.length - end] ?? "")) end -= 1;
  return [start, end];
};

export const textDiff = (before: string, after: string): Node => {
  const [start, end] = commonEnds(before, after);
  const version = (name: string, tag: string, content: string) => [
    element("dt", {}, name),
    element(
      "dd",
      { dir: "auto" },
      ...(content === ""
        ? [element("em", {}, text("backup.diff.empty"))]
        : [
            content.slice(0, start),
            element(tag, {}, content.slice(start, content.length - end)),
            content.slice(content.length - end),
          ]),
    ),
  ];
  const isNew = before === "";
  const versions = element(
    "dl.rm-versions",
    {},
    ...(isNew ? [] : version(text("backup.diff.yours"), "del", before)),
    ...version(text(isNew ? "backup.diff.new" : "backup.diff.imported"), "ins", after),
  );
  const isShort = [before, after].every(
    (content) => content.length <= SHORT.letters && content.split("\n").length <= SHORT.lines,
  );
  if (isShort) return versions;
  const excerpt = (tag: string, content: string) => {
    const changed = content.slice(start, content.length - end);
    return element(
      "span",
      { dir: "auto" },
      `${start > AROUND ? "…" : ""}${content.slice(Math.max(0, start - AROUND), start)}`,
      changed === "" ? "…" : element(tag, {}, changed.slice(0, AROUND)),
      changed.length > AROUND ? "…" : "",
    );
  };
  const size = (content: string) => text("backup.diff.characters", { count: content.length });
  const summary = isNew
    ? nodes("backup.diff.new_text", { size: size(after), excerpt: excerpt("ins", after) })
    : nodes("backup.diff.changed_text", {
        before_size: size(before),
        after_size: size(after),
        removed: excerpt("del", before),
        added: excerpt("ins", after),
      });
  return element("details.rm-fold", {}, element("summary", {}, ...summary), versions);
};
