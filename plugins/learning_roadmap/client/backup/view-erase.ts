/* Backup & sync: erase everything, after a question and the offer of an export. */

import { files } from "./files.ts";
import { viewBackup } from "./view-backup-file.ts";
import { element, plural } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { erase, hasOlder } from "../storage/erase.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";

const { part, button } = viewBackup;
const ERASED = `${localStore.prefix}erased`;

const ask = async () => {
  const isOlder = await hasOlder();
  // Asked twice meanwhile.
  if (document.getElementById("erase-title")) return;
  const count = store.paths().length;
  const told = element("p.rm-line", { role: "status" });
  const buttons = [
    button(
      "erase-export",
      "Export first",
      () =>
        void files.save().then(() => {
          told.textContent = "Exported.";
        }),
    ),
    element(
      "button.rm-button.rm-danger",
      { type: "button", id: "erase-all", onclick: () => void run() },
      "Erase everything",
    ),
    element(
      "button.rm-button",
      { type: "button", id: "erase-cancel", autofocus: true, onclick: () => dialog.close() },
      "Cancel",
    ),
  ];
  const older = element("input", { type: "checkbox", id: "erase-older", checked: true });
  const dialog = element(
    "dialog.rm-dialog.md-typeset",
    { "aria-labelledby": "erase-title", onclose: () => dialog.remove() },
    element("h2", { id: "erase-title" }, "Erase everything?"),
    element(
      "p",
      {},
      `All your progress on this site is deleted from this browser, in all open tabs: ${plural(count, "entry")}, the restore points, the plan, notes and settings. `,
      element("strong", {}, "This cannot be undone."),
    ),
    isOlder &&
      element(
        "p",
        {},
        element(
          "label.rm-check",
          {},
          older,
          element("span", {}, "Also what an earlier version of this site saved in this browser"),
        ),
      ),
    element("p", {}, "Files you exported or chose as a backup are not deleted."),
    element("p", {}, ...buttons.flatMap((one) => [one, " "])),
    told,
  );
  const run = async () => {
    for (const one of buttons) one.disabled = true;
    told.textContent = "Erasing …";
    const isWhole = await erase({ isOlder: older.checked });
    try {
      sessionStorage.setItem(ERASED, isWhole ? "all" : "part");
    } catch {
      // Then it is not said; that it is gone can be seen.
    }
    location.reload();
  };
  document.body.append(dialog);
  dialog.showModal();
};

export const viewErase = () => {
  let erased: string | null = null;
  try {
    erased = sessionStorage.getItem(ERASED);
    sessionStorage.removeItem(ERASED);
  } catch {
    // No storage of this kind: nothing to tell.
  }
  if (erased === "all") say("Everything was erased.");
  if (erased === "part")
    say(
      "Your progress was erased here, but a second copy (IndexedDB) did not answer. It is erased when the site is opened next, or when you clear this site's data in the browser's settings.",
      true,
    );
  return part(
    "Erase",
    element("p", {}, "Deletes all your progress on this site from this browser."),
    element(
      "p",
      {},
      button("erase", "Erase everything …", () => void ask()),
    ),
  );
};
