/* Saves a backup to one file that the learner has chosen, on a click or after changes
   (wicg.github.io/file-system-access). */

import { changes } from "./changes.ts";
import { progress } from "./progress-file.ts";
import { withTimeout } from "./timeout.ts";
import type { BackupProblem, BackupState } from "./types.ts";
import { backups } from "../upkeep/backups.ts";
import { map } from "../core/map.ts";
import { say } from "../core/notices.ts";
import { text } from "../core/strings.ts";
import { localStore } from "../storage/local-storage.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

/** A separate database: an upgrade of the other one would wait until every other tab is closed. */
const NAME = `${localStore.prefix}backup-file`;
const META = "meta/backup";
/** After the last change, and between two saves; in ms. */
const PAUSE = 10_000;
const BETWEEN = 180_000;
let timer: ReturnType<typeof setTimeout> | undefined;

const handles = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  withTimeout(
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(NAME, 1);
      opening.onupgradeneeded = () => void opening.result.createObjectStore("handles");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("handles", mode);
        const request = work(transaction.objectStore("handles"));
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(request.result);
        };
        transaction.onabort = () => {
          opening.result.close();
          reject(transaction.error);
        };
      };
    }),
  );
const handle = (): Promise<any> => handles("readonly", (one) => one.get("file"));

/** The state of the file, shared by all tabs. `problem` is why the last save failed. */
const state = (): BackupState | null => {
  try {
    const value = JSON.parse(localStore.get(META) ?? "");
    return records.isRecord(value) && typeof value.name === "string" ? (value as BackupState) : null;
  } catch {
    return null;
  }
};
const updateState = (update: Partial<BackupState>) => {
  localStore.set(META, JSON.stringify({ ...state(), ...update }));
  return update.problem ?? "";
};

/** Find changes in the file that are not in this browser: they must not be overwritten without a question. */
const inspect = async (file: File): Promise<{ problem: BackupProblem; count: number }> => {
  const fine: { problem: BackupProblem; count: number } = { problem: "", count: 0 };
  const last = state();
  if (file.size === 0 || (last?.size === file.size && last.modified === file.lastModified)) return fine;
  const content = await file.text();
  if (content.trim() === "") return fine;
  const { items, rest, errors } = await progress.read(content, { isKnown: () => true, now: Date.now() });
  if (errors.length > 0 && rest.size === 0) return { problem: "foreign", count: 0 };
  const ahead = [...progress.compare(progress.everything(), errors.length > 0 ? rest : items)].filter(
    ([path, { before, after }]) => changes.describe(path, before, after).isShown,
  );
  return ahead.length > 0 || errors.length > 0 ? { problem: "ahead", count: ahead.length + errors.length } : fine;
};

/** Write the file atomically: the content goes to a swap file, which replaces the file when it is closed. */
const write = async (file: any, content: string) => {
  const writable = await file.createWritable();
  try {
    await writable.write(content);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
};

/**
 * Save the backup. Only a click may ask for permission. `isForced` overwrites changes that are not in this browser.
 * @returns the problem; empty if it was saved
 */
const save = async ({
  isClick = false,
  isForced = false,
}: {
  isClick?: boolean;
  isForced?: boolean;
} = {}): Promise<string> => {
  clearTimeout(timer);
  timer = undefined;
  const work = async () => {
    if (store.refusal() !== "") return updateState({ problem: "newer" });
    const file = await handle().catch(() => null);
    if (!file) return updateState({ problem: "gone" });
    let permission = await file.queryPermission({ mode: "readwrite" });
    if (permission !== "granted" && isClick) permission = await file.requestPermission({ mode: "readwrite" });
    if (permission !== "granted") return updateState({ problem: "permission" });
    const { problem, count } = isForced
      ? { problem: "" as BackupProblem, count: 0 }
      : await inspect(await file.getFile());
    if (problem) return updateState({ problem, count });
    await write(file, await progress.write(progress.everything()));
    const { size, lastModified } = await file.getFile();
    backups.exported();
    return updateState({ name: file.name, at: Date.now(), size, modified: lastModified, problem: "", count: 0 });
  };
  try {
    // Only one tab writes at a time. A second one waits only after a click.
    const locks = navigator.locks;
    return locks
      ? await locks.request(NAME, isClick ? {} : { ifAvailable: true }, (lock) => (lock ? work() : ""))
      : await work();
  } catch (error) {
    return updateState({ problem: error instanceof Error && error.name === "NotFoundError" ? "gone" : "failed" });
  }
};

/** @returns whether a file was chosen */
const choose = async (picker: "showSaveFilePicker" | "showOpenFilePicker"): Promise<boolean> => {
  const types = [{ description: text("backup.file.type"), accept: { "application/json": [".json"] } }];
  try {
    const options = picker === "showSaveFilePicker" ? { types, suggestedName: `${map.site}-progress.json` } : { types };
    const [file] = [await (globalThis as any)[picker](options)].flat();
    await handles("readwrite", (one) => one.put(file, "file"));
    localStore.set(META, JSON.stringify({ name: file.name, at: 0, auto: state()?.auto ?? false, problem: "" }));
    return true;
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) say(text("backup.file.cannot_use"), true);
    return false;
  }
};

const saveAtOnce = () => {
  if (timer === undefined || document.visibilityState === "visible") return;
  void save();
};
document.addEventListener("visibilitychange", saveAtOnce);
globalThis.addEventListener("pagehide", saveAtOnce);

export const backup = {
  isOffered: () => "showSaveFilePicker" in globalThis && "indexedDB" in globalThis,
  state,
  save,
  choose,
  /** Read the file, for an import. */
  text: async (): Promise<string> => (await (await handle()).getFile()).text(),
  /** Schedule a save after a change. A page that is left saves at once, if the browser allows it. */
  soon() {
    const last = state();
    if (!last?.auto || timer !== undefined || ["ahead", "foreign", "gone"].includes(last.problem)) return;
    timer = setTimeout(() => void save(), Math.max(PAUSE, last.at + BETWEEN - Date.now()));
  },
  follow: (auto: boolean) => void updateState({ auto }),
  async forget() {
    localStore.set(META, null);
    await handles("readwrite", (one) => one.delete("file")).catch(() => {});
  },
};
