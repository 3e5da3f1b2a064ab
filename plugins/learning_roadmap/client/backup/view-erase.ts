/* Backup & sync: erase everything, after a confirmation that offers an export. */

import { files } from "./files.ts";
import { viewBackup } from "./view-backup-file.ts";
import { element } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { nodes, text } from "../core/strings.ts";
import { erase, hasOlder } from "../storage/erase.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";

const { part, button } = viewBackup;
const ERASED = `${localStore.prefix}erased`;

const confirmErase = async () => {
  const isOlder = await hasOlder();
  // The button may have been pressed twice.
  if (document.getElementById("erase-title")) return;
  const count = store.paths().length;
  const status = element("p.rm-line", { role: "status" });
  const buttons = [
    button(
      "erase-export",
      text("backup.erase.export_first"),
      () =>
        void files.save().then(() => {
          status.textContent = text("backup.erase.exported");
        }),
    ),
    element(
      "button.rm-button.rm-danger",
      { type: "button", id: "erase-all", onclick: () => void run() },
      text("backup.erase.erase"),
    ),
    element(
      "button.rm-button",
      { type: "button", id: "erase-cancel", autofocus: true, onclick: () => dialog.close() },
      text("backup.erase.cancel"),
    ),
  ];
  const older = element("input", { type: "checkbox", id: "erase-older", checked: true });
  const dialog = element(
    "dialog.rm-dialog.md-typeset",
    { "aria-labelledby": "erase-title", onclose: () => dialog.remove() },
    element("h2", { id: "erase-title" }, text("backup.erase.question")),
    element(
      "p",
      {},
      ...nodes("backup.erase.consequences", {
        count,
        warning: element("strong", {}, text("backup.erase.no_undo")),
      }),
    ),
    isOlder && element("p", {}, element("label.rm-check", {}, older, element("span", {}, text("backup.erase.older")))),
    element("p", {}, text("backup.erase.files_stay")),
    element("p", {}, ...buttons.flatMap((one) => [one, " "])),
    status,
  );
  const run = async () => {
    for (const one of buttons) one.disabled = true;
    status.textContent = text("backup.erase.erasing");
    const isWhole = await erase({ isOlder: older.checked });
    try {
      sessionStorage.setItem(ERASED, isWhole ? "all" : "part");
    } catch {
      // Without session storage there is no message after the reload, but the result can be seen.
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
    // Without session storage there is no message.
  }
  if (erased === "all") say(text("backup.erase.erased"));
  if (erased === "part") say(text("backup.erase.erased_partly"), true);
  return part(
    text("backup.erase.title"),
    element("p", {}, text("backup.erase.lead")),
    element(
      "p",
      {},
      button("erase", text("backup.erase.open"), () => void confirmErase()),
    ),
  );
};
