/* Two versions of a text, with what differs marked; long ones behind an excerpt of the place where they part. */

import { element, plural } from "../core/elements.ts";

const SHORT = { letters: 280, lines: 6 };
const AROUND = 40;

/**
 * Where two texts part, and where they meet again: lengths of the common beginning and end. Never in the middle of a
 * character.
 */
const parted = (one: string, other: string) => {
  const most = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < most && one[start] === other[start]) start += 1;
  if (/[\uD800-\uDBFF]/.test(one[start - 1] ?? "")) start -= 1;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  if (/[\uDC00-\uDFFF]/.test(one[one.length - end] ?? "")) end -= 1;
  return [start, end];
};

export const textDiff = (before: string, after: string): Node => {
  const [start, end] = parted(before, after);
  const version = (name: string, tag: string, text: string) => [
    element("dt", {}, name),
    element(
      "dd",
      { dir: "auto" },
      ...(text === ""
        ? [element("em", {}, "empty")]
        : [
            text.slice(0, start),
            element(tag, {}, text.slice(start, text.length - end)),
            text.slice(text.length - end),
          ]),
    ),
  ];
  const both = element(
    "dl.rm-versions",
    {},
    ...(before === "" ? [] : version("Yours", "del", before)),
    ...version(before === "" ? "New" : "After the import", "ins", after),
  );
  const isShort = [before, after].every(
    (text) => text.length <= SHORT.letters && text.split("\n").length <= SHORT.lines,
  );
  if (isShort) return both;
  const excerpt = (tag: string, text: string) => {
    const changed = text.slice(start, text.length - end);
    return element(
      "span",
      { dir: "auto" },
      `${start > AROUND ? "…" : ""}${text.slice(Math.max(0, start - AROUND), start)}`,
      changed === "" ? "…" : element(tag, {}, changed.slice(0, AROUND)),
      changed.length > AROUND ? "…" : "",
    );
  };
  const sizes =
    before === ""
      ? plural(after.length, "character")
      : `${plural(before.length, "character")} → ${plural(after.length, "character")}`;
  return element(
    "details.rm-fold",
    {},
    element(
      "summary",
      {},
      `${sizes}. ${before === "" ? "" : "First difference: "}`,
      before !== "" && excerpt("del", before),
      before !== "" && " → ",
      excerpt("ins", after),
    ),
    both,
  );
};
