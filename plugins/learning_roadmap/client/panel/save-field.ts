/* Saves what the learner wrote in a field, and shows the outcome beside it. */

import { backups } from "../upkeep/backups.ts";
import { sayUnsaved } from "../core/notices.ts";
import { whenSaved } from "../core/save-status.ts";
import { text } from "../core/strings.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

/** @param status the element beside the field that shows the outcome */
export const saveField = (path: string, record: Record<string, any>, status: HTMLElement) => {
  const problem = records.check(path, { ...record, at: 0 });
  if (problem !== "") {
    status.textContent = text("panel.invalid", { problem });
    return false;
  }
  if (!store.write([[path, record]])) {
    status.textContent = text("panel.not_saved");
    sayUnsaved(text("panel.this_text"));
    return false;
  }
  backups.changed();
  // A later text may not have been saved: then its message stays.
  status.textContent = "";
  whenSaved((message) => {
    if (status.textContent === "") status.textContent = message;
  });
  return true;
};
