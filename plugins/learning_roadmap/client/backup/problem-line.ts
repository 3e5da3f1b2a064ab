/* A problem of a file or a link. Its code, for a report, comes last and small: to a learner, it says nothing. */

import { element } from "../core/elements.ts";

/** @param line words, with a code such as "[PRG-TYPE]" at their end */
export const problemLine = (line: string): (Node | string)[] => {
  const match = /^(.*) (\[[A-Z0-9-]+\])$/s.exec(line);
  return match ? [match[1], " ", element("small.rm-code", {}, match[2])] : [line];
};
