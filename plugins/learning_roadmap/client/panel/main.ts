/* The part that opens under a row. */

import { prose } from "./markdown.ts";
import { panel } from "./panel.ts";

export const shared = {
  prose,
  panel,
};
Object.assign(globalThis.roadmap ?? {}, shared);
