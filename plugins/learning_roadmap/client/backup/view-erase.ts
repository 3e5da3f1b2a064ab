/* Backup & sync: erase everything, after a confirmation that offers an export. */

import { files } from "./files.ts";
import { viewBackup } from "./view-backup-file.ts";
import { element } from "../core/elements.ts";
import { backups } from "../upkeep/backups.ts";
import { say, sayUnsaved } from "../core/notices.ts";
import { nodes, text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { erase, hasOlder } from "../upkeep/erase.ts";
import { records } from "../storage/records.ts";
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

/** What is set back: what the learner wrote stays. */
const PROGRESS = ["state", "review", "phase", "plan", "focus", "day"];

const startOver = async () => {
  const items = store
    .paths()
    .filter((path) => PROGRESS.includes(path.slice(0, path.indexOf("/"))))
    .map((path): [string, Record<string, any>] => [path, records.BLANK.get(path.slice(0, path.indexOf("/")))]);
  try {
    await backups.point(text("backup.start_over.reason"));
  } catch {
    // Without a second copy there are no restore points. It can still be undone.
  }
  const isStored = undo.act(text("backup.start_over.done"), items, { undone: text("backup.start_over.undone") });
  if (!isStored) sayUnsaved(text("backup.start_over.title"));
};

const confirmStart = () => {
  const dialog = element(
    "dialog.rm-dialog.md-typeset",
    { "aria-labelledby": "start-over-title", onclose: () => dialog.remove() },
    element("h2", { id: "start-over-title" }, text("backup.start_over.question")),
    element("p", {}, text("backup.start_over.consequences")),
    element(
      "p",
      {},
      button("start-over-now", text("backup.start_over.title"), () => {
        dialog.close();
        void startOver();
      }),
      " ",
      element(
        "button.rm-button",
        { type: "button", id: "start-over-cancel", autofocus: true, onclick: () => dialog.close() },
        text("backup.erase.cancel"),
      ),
    ),
  );
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
    element("p", {}, text("backup.start_over.lead")),
    element("p", {}, button("start-over", text("backup.start_over.open"), confirmStart)),
    element("p", {}, text("backup.erase.lead")),
    element(
      "p",
      {},
      button("erase", text("backup.erase.open"), () => void confirmErase()),
    ),
  );
};
