/* Backup & sync: the part with one file that is kept up to date, and how safe the browser's storage is. */

import { backup } from "./backup-file.ts";
import { files } from "./files.ts";
import { imports } from "./import.ts";
import { backups } from "../core/backups.ts";
import { type FieldEvent, element, plural } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { days } from "../dashboard/days.ts";
import { localStore } from "../storage/local-storage.ts";
import { persistence } from "../storage/persistence.ts";

const button = (id: string, words: string, act: () => void) =>
  element("button.rm-button", { type: "button", id, onclick: act }, words);
const time = (at: number) => new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(at);
const part = (title: string, ...inner: (Node | string | null | false)[]) =>
  element("section.rm-part", {}, element("h2", {}, title), ...inner);

const PROBLEMS = {
  permission: (name: string) => `The browser asks for permission to write to ${name} again. Select “Save now”.`,
  gone: (name: string) => `${name} cannot be found any more. Choose a file again, or export.`,
  failed: (name: string) => `${name} could not be written; what it held is still there. Try again, or export.`,
  newer: () => "A newer version of this site has saved your progress. Reload the page, then save.",
  foreign: (name: string) => `${name} is not a progress file. Nothing was written to it.`,
  ahead: (name: string, count: number) =>
    `${name} holds ${plural(count, "change")} that ${count === 1 ? "is" : "are"} not in this browser. Nothing was written to it. Import first, or they are lost.`,
};

const save = async (how: { isForced?: boolean } = {}) => {
  const problem = await backup.save({ isClick: true, ...how });
  dashboard.show();
  if (problem === "") say(`Saved to ${backup.state()?.name}.`);
};
const choose = async (picker: "showSaveFilePicker" | "showOpenFilePicker") => {
  if (await backup.choose(picker)) await save();
};
const choosing = () =>
  element(
    "p",
    {},
    button("backup-new", "New file …", () => void choose("showSaveFilePicker")),
    " ",
    button("backup-open", "Existing file …", () => void choose("showOpenFilePicker")),
  );

/** @param place where an import is shown */
const file = (place: HTMLElement) => {
  if (!backup.isOffered()) {
    const at = Number(localStore.get("meta/exported"));
    return part(
      "Backup file",
      element(
        "p",
        {},
        "This browser cannot keep a file up to date by itself (Chrome and Edge on a computer can). Export regularly instead.",
      ),
      element("p.rm-line", {}, at > 0 ? `Last export: ${time(at)}.` : "Not exported yet."),
      element(
        "p",
        {},
        button("backup-export", "Save to a file", () => void files.save().then(dashboard.show)),
      ),
    );
  }
  const known = backup.state();
  if (!known)
    return part(
      "Backup file",
      element(
        "p",
        {},
        "Choose a file once, then update it with one click or automatically. In a synced folder, it is on your other devices too.",
      ),
      choosing(),
    );
  const say = known.problem && PROBLEMS[known.problem](`“${known.name}”`, known.count ?? 0);
  const isStuck = known.problem === "ahead" || known.problem === "foreign";
  return part(
    "Backup file",
    element(
      "p",
      {},
      "“",
      element("bdi", {}, known.name),
      known.at > 0 ? `”, last saved ${time(known.at)}.` : "”, not saved yet.",
    ),
    say && element("p.rm-warning", { role: "alert" }, say),
    element(
      "p",
      {},
      known.problem === "ahead" &&
        button(
          "backup-import",
          "Import from the file …",
          () => void backup.text().then((text) => imports.consider(text, place, `“${known.name}”`), dashboard.show),
        ),
      " ",
      isStuck
        ? button("backup-force", "Overwrite the file", () => void save({ isForced: true }))
        : button("backup-save", "Save now", () => void save()),
      " ",
      button("backup-forget", "Stop using this file", () => void backup.forget().then(dashboard.show)),
    ),
    known.problem === "gone" && choosing(),
    element(
      "label.rm-check",
      {},
      element("input", {
        type: "checkbox",
        id: "backup-auto",
        checked: known.auto,
        onchange: (event: FieldEvent) => {
          backup.follow(event.target.checked);
          backup.soon();
        },
      }),
      element("span", {}, "Save automatically after changes, at most every 3 minutes"),
    ),
  );
};

const safety = () => {
  const risks = persistence.risks();
  const { since, changes } = backups.unsaved();
  return part(
    "How safe this browser is",
    changes > 0 &&
      element(
        "p.rm-line",
        {},
        `${plural(changes, "change")} since ${days.words(days.dayOf(since))} ${changes === 1 ? "is" : "are"} not exported.`,
      ),
    risks.length === 0
      ? element("p.rm-line", {}, "The browser has agreed to keep this site's data until you delete it.")
      : element("ul", {}, ...risks.map((risk) => element("li", {}, risk))),
    risks.length > 0 && element("p.rm-line", {}, "A file outside the browser is safe from all of this."),
    persistence.canAsk() &&
      element(
        "p",
        {},
        button(
          "persist",
          "Ask the browser to keep this data",
          () =>
            void persistence.ask().then((answer) => {
              dashboard.show();
              say(
                answer === "granted"
                  ? "The browser will keep this site's data."
                  : "The browser did not agree. It may later, when you use the site more or bookmark it. Until then, keep a backup file.",
                answer !== "granted",
              );
            }),
        ),
      ),
  );
};

export const viewBackup = { file, safety, part, button, time };
