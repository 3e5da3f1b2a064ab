/* What someone has written in a field is stored, and they are told where they wrote it. */

import { backups } from "../core/backups.ts";
import { sayUnsaved } from "../core/notices.ts";
import { whenSaved } from "../core/save-status.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

/** Keep something that was written; say so where it was written. */
export const saveField = (path: string, record: Record<string, any>, told: HTMLElement) => {
  const wrong = records.check(path, { ...record, at: 0 });
  if (wrong !== "") {
    told.textContent = `Not saved: ${wrong}.`;
    return false;
  }
  if (!store.write([[path, record]])) {
    told.textContent = "Not saved.";
    sayUnsaved("This text");
    return false;
  }
  backups.changed();
  // By then it may have been said of what came later that it is not.
  told.textContent = "";
  whenSaved((words) => {
    if (told.textContent === "") told.textContent = words;
  });
  return true;
};
