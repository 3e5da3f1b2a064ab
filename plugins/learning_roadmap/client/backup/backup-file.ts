/* A backup in one file that the learner has chosen (File System Access, wicg.github.io/file-system-access): saved
   with a click, or after changes. */

import { changes } from "./changes.ts";
import { progress } from "./progress-file.ts";
import { withTimeout } from "./timeout.ts";
import type { BackupProblem, BackupState } from "./types.ts";
import { backups } from "../core/backups.ts";
import { map } from "../core/map.ts";
import { say } from "../core/notices.ts";
import { localStore } from "../storage/local-storage.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";

/** A database of its own: a new version of the other one would wait for every open tab. */
const NAME = `${localStore.prefix}backup-file`;
const META = "meta/backup";
/** After the last change, and between two saves, in ms. */
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

/** What is known of the file in every tab. `problem` is why it was not saved last. */
const state = (): BackupState | null => {
  try {
    const value = JSON.parse(localStore.get(META) ?? "");
    return records.isRecord(value) && typeof value.name === "string" ? (value as BackupState) : null;
  } catch {
    return null;
  }
};
const remember = (more: Partial<BackupState>) => {
  localStore.set(META, JSON.stringify({ ...state(), ...more }));
  return more.problem ?? "";
};

/** What the file holds that is not here: nothing is written over it unseen. */
const lookAt = async (file: File): Promise<{ problem: BackupProblem; count: number; text: string }> => {
  const fine: { problem: BackupProblem; count: number; text: string } = { problem: "", count: 0, text: "" };
  const known = state();
  if (file.size === 0 || (known?.size === file.size && known.modified === file.lastModified)) return fine;
  const text = await file.text();
  if (text.trim() === "") return fine;
  const { items, rest, errors } = await progress.read(text, { isKnown: () => true, now: Date.now() });
  if (errors.length > 0 && rest.size === 0) return { problem: "foreign", count: 0, text };
  const ahead = [...progress.compare(progress.everything(), errors.length > 0 ? rest : items)].filter(
    ([path, { before, after }]) => changes.describe(path, before, after).isShown,
  );
  return ahead.length > 0 || errors.length > 0 ? { problem: "ahead", count: ahead.length + errors.length, text } : fine;
};

/**
 * A swap file takes the text and takes the place of the old one when it is closed: the file is the old one or the new
 * one, never half of it.
 */
const write = async (file: any, text: string) => {
  const writable = await file.createWritable();
  try {
    await writable.write(text);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
};

/**
 * @param how a click may ask for permission; only what the learner was asked is written over
 * @returns the problem; empty when it is saved
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
    if (store.refusal() !== "") return remember({ problem: "newer" });
    const file = await handle().catch(() => null);
    if (!file) return remember({ problem: "gone" });
    let permission = await file.queryPermission({ mode: "readwrite" });
    if (permission !== "granted" && isClick) permission = await file.requestPermission({ mode: "readwrite" });
    if (permission !== "granted") return remember({ problem: "permission" });
    const { problem, count } = isForced
      ? { problem: "" as BackupProblem, count: 0 }
      : await lookAt(await file.getFile());
    if (problem) return remember({ problem, count });
    await write(file, await progress.write(progress.everything()));
    const { size, lastModified } = await file.getFile();
    backups.exported();
    return remember({ name: file.name, at: Date.now(), size, modified: lastModified, problem: "", count: 0 });
  };
  try {
    // Two tabs do not write at once; who comes second without a click leaves it to the other.
    const locks = navigator.locks;
    return locks
      ? await locks.request(NAME, isClick ? {} : { ifAvailable: true }, (lock) => (lock ? work() : ""))
      : await work();
  } catch (error) {
    return remember({ problem: error instanceof Error && error.name === "NotFoundError" ? "gone" : "failed" });
  }
};

/** @returns whether a file was chosen */
const choose = async (picker: "showSaveFilePicker" | "showOpenFilePicker"): Promise<boolean> => {
  const types = [{ description: "Progress", accept: { "application/json": [".json"] } }];
  try {
    const options = picker === "showSaveFilePicker" ? { types, suggestedName: `${map.site}-progress.json` } : { types };
    const [file] = [await (globalThis as any)[picker](options)].flat();
    await handles("readwrite", (one) => one.put(file, "file"));
    localStore.set(META, JSON.stringify({ name: file.name, at: 0, auto: state()?.auto ?? false, problem: "" }));
    return true;
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError"))
      say("This file cannot be used: the browser does not let the site remember it.", true);
    return false;
  }
};

const hurry = () => {
  if (timer === undefined || document.visibilityState === "visible") return;
  void save();
};
document.addEventListener("visibilitychange", hurry);
globalThis.addEventListener("pagehide", hurry);

export const backup = {
  isOffered: () => "showSaveFilePicker" in globalThis && "indexedDB" in globalThis,
  state,
  save,
  choose,
  /** The content of the file, for an import. */
  text: async (): Promise<string> => (await (await handle()).getFile()).text(),
  /** Something has changed: save in a while. A page that is left saves at once, as far as the browser still lets it. */
  soon() {
    const known = state();
    if (!known?.auto || timer !== undefined || ["ahead", "foreign", "gone"].includes(known.problem)) return;
    timer = setTimeout(() => void save(), Math.max(PAUSE, known.at + BETWEEN - Date.now()));
  },
  follow: (auto: boolean) => void remember({ auto }),
  async forget() {
    localStore.set(META, null);
    await handles("readwrite", (one) => one.delete("file")).catch(() => {});
  },
};
