/* The part with the panel that opens under a row. */

import { renderMarkdown } from "./markdown.ts";
import { panel } from "./panel.ts";

export const shared = {
  renderMarkdown,
  panel,
};
Object.assign(globalThis.roadmap, shared);
