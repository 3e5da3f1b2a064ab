/* Backup & sync: the backup file, and the safety of the browser's storage. */

import { backup } from "./backup-file.ts";
import { files } from "./files.ts";
import { imports } from "./import.ts";
import { backups } from "../upkeep/backups.ts";
import { type FieldEvent, element } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { locale, nodes, text } from "../core/strings.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { days } from "../dashboard/days.ts";
import { localStore } from "../storage/local-storage.ts";
import { persistence } from "../upkeep/persistence.ts";

const button = (id: string, label: string, act: () => void) =>
  element("button.rm-button", { type: "button", id, onclick: act }, label);
const time = (at: number) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(at);
const part = (title: string, ...inner: (Node | string | null | false)[]) =>
  element("section.rm-dashboard-card", {}, element("h2", {}, title), ...inner);

const save = async (how: { isForced?: boolean } = {}) => {
  const problem = await backup.save({ isClick: true, ...how });
  dashboard.show();
  if (problem === "") say(text("backup.file.saved", { name: backup.state()?.name ?? "" }));
};
const choose = async (picker: "showSaveFilePicker" | "showOpenFilePicker") => {
  if (await backup.choose(picker)) await save();
};
const choices = () =>
  element(
    "p",
    {},
    button("backup-new", text("backup.file.new"), () => void choose("showSaveFilePicker")),
    " ",
    button("backup-open", text("backup.file.existing"), () => void choose("showOpenFilePicker")),
  );

/** @param place for the preview of an import */
const file = (place: HTMLElement) => {
  if (!backup.isOffered()) {
    const at = Number(localStore.get("meta/exported"));
    return part(
      text("backup.file.title"),
      element("p", {}, text("backup.file.not_offered")),
      element(
        "p.rm-line",
        {},
        at > 0 ? text("backup.file.last_export", { time: time(at) }) : text("backup.file.never_exported"),
      ),
      element(
        "p",
        {},
        button("backup-export", text("backup.file.export"), () => void files.save().then(dashboard.show)),
      ),
    );
  }
  const state = backup.state();
  if (!state) return part(text("backup.file.title"), element("p", {}, text("backup.file.lead")), choices());
  const source = text("backup.file_named", { name: state.name });
  const name = element("bdi", {}, state.name);
  const isStuck = state.problem === "ahead" || state.problem === "foreign";
  return part(
    text("backup.file.title"),
    element(
      "p",
      {},
      ...(state.at > 0
        ? nodes("backup.file.saved_at", { name, time: time(state.at) })
        : nodes("backup.file.never_saved", { name })),
    ),
    state.problem &&
      element(
        "p.rm-warning",
        { role: "alert" },
        state.problem === "ahead"
          ? text("backup.file.ahead", { file: source, count: state.count ?? 0 })
          : text(`backup.file.problems.${state.problem}`, { file: source }),
      ),
    element(
      "p",
      {},
      state.problem === "ahead" &&
        button(
          "backup-import",
          text("backup.file.import"),
          () => void backup.text().then((content) => imports.consider(content, place, source), dashboard.show),
        ),
      " ",
      isStuck
        ? button("backup-force", text("backup.file.overwrite"), () => void save({ isForced: true }))
        : button("backup-save", text("backup.file.save"), () => void save()),
      " ",
      button("backup-forget", text("backup.file.forget"), () => void backup.forget().then(dashboard.show)),
    ),
    state.problem === "gone" && choices(),
    element(
      "label.rm-check",
      {},
      element("input", {
        type: "checkbox",
        id: "backup-auto",
        checked: state.auto,
        onchange: (event: FieldEvent) => {
          backup.follow(event.target.checked);
          backup.soon();
        },
      }),
      element("span", {}, text("backup.file.automatic")),
    ),
  );
};

const safety = () => {
  const risks = persistence.risks();
  const { since, changes } = backups.unsaved();
  return part(
    text("backup.storage.title"),
    changes > 0 &&
      element(
        "p.rm-line",
        {},
        text("backup.storage.not_exported", { count: changes, date: days.words(days.dayOf(since)) }),
      ),
    risks.length === 0
      ? element("p.rm-line", {}, text("backup.storage.persistent"))
      : element("ul", {}, ...risks.map((risk) => element("li", {}, risk))),
    risks.length > 0 && element("p.rm-line", {}, text("backup.storage.file_is_safer")),
    persistence.canAsk() &&
      element(
        "p",
        {},
        button(
          "persist",
          text("backup.storage.ask"),
          () =>
            void persistence.ask().then((answer) => {
              dashboard.show();
              const isGranted = answer === "granted";
              say(text(isGranted ? "backup.storage.granted" : "backup.storage.denied"), !isGranted);
            }),
        ),
      ),
  );
};

export const viewBackup = { file, safety, part, button, time };
