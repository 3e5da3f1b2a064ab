/* The part with the panel that opens under a row. */

import { renderMarkdown } from "./markdown.ts";
import { panel } from "./panel.ts";
import { showShortcuts } from "./shortcuts.ts";

export const shared = {
  renderMarkdown,
  panel,
  showShortcuts,
};
Object.assign(globalThis.roadmap, shared);
