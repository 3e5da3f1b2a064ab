/* A second copy in IndexedDB. The browser takes seconds to write localStorage to disk; a transaction is written at
   once. */

import { scope } from "../storage/scope.ts";
import type { RestorePoint } from "../storage/types.ts";

const NAME = scope.prefix.slice(0, -1);
const SLICE = 500;
/** The timeout after a database did not answer once, in ms: the learner has waited enough. */
const SHORT_TIMEOUT = 400;
let opening: Promise<IDBDatabase> | null = null;
let isOpen = false;
let openedAt = 0;
let isStalled = false;

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * A database may never answer, so every wait has a limit.
 * @param limit in ms
 */
const withTimeout = <T>(
  work: Promise<T>,
  limit: number = isStalled ? SHORT_TIMEOUT : database.patience,
  giveUp: () => void = () => {},
): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      isStalled = true;
      giveUp();
      reject(new DOMException("the browser's database does not answer", "TimeoutError"));
    }, limit);
    work
      .then((value) => {
        isStalled = false;
        resolve(value);
      }, reject)
      .finally(() => clearTimeout(timer));
  });

const open = () => {
  // A request that was not answered in time is given up: the next may be answered.
  if (!isOpen && performance.now() - openedAt > database.patience) opening = null;
  if (opening) return opening;
  openedAt = performance.now();
  isOpen = false;
  const mine: Promise<IDBDatabase> = new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    const forget = () => {
      if (opening === mine) opening = null;
    };
    request.onupgradeneeded = () => {
      request.result.createObjectStore("items");
      request.result.createObjectStore("points", { keyPath: "at" });
    };
    request.onblocked = () => reject(new Error("blocked"));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      if (opening !== mine) {
        request.result.close();
        return;
      }
      isOpen = true;
      // Another tab may want to delete or upgrade the database: never block it.
      request.result.onversionchange = () => {
        request.result.close();
        forget();
      };
      request.result.onclose = forget;
      resolve(request.result);
    };
  });
  opening = mine;
  mine.catch(() => {
    if (opening === mine) opening = null;
  });
  return mine;
};

const begin = async (stores: string | string[], mode: IDBTransactionMode) => {
  const database = await withTimeout(open());
  try {
    return database.transaction(stores, mode, { durability: "strict" });
  } catch (error) {
    // The browser has closed it: the next call opens it again.
    opening = null;
    throw error;
  }
};

/** One transaction. When the promise resolves, it is on disk: it is complete, and has answered each request. */
const write = async (stores: string | string[], work: (transaction: IDBTransaction) => IDBRequest[]) => {
  const transaction = await begin(stores, "readwrite");
  let requested = 0;
  let answered = 0;
  const done: Promise<void> = new Promise((resolve, reject) => {
    transaction.oncomplete = () =>
      answered === requested ? resolve() : reject(new Error("the browser's database has not taken all of it"));
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
    try {
      for (const request of work(transaction)) {
        requested += 1;
        request.onsuccess = () => {
          answered += 1;
        };
      }
      transaction.commit?.();
    } catch (error) {
      abort();
      reject(error);
    }
  });
  function abort() {
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
  }
  // All or nothing: what is given up must not be stored after all.
  await withTimeout(done, database.patience + 2 * requested, abort);
};

const read = async <T>(store: "items" | "points", ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  withTimeout(result(ask((await begin(store, "readonly")).objectStore(store))));

/**
 * Everything in the database of another scope.
 * @returns null when there is none
 */
const peek = async (name: string): Promise<{ items: [string, string][]; points: RestorePoint[] } | null> => {
  const database: IDBDatabase | null = await withTimeout(
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      // There was none: do not create one.
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => {
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
      request.onerror = () => (request.error?.name === "AbortError" ? resolve(null) : reject(request.error));
    }),
  );
  if (!database) return null;
  try {
    const has = (store: string) => database.objectStoreNames.contains(store);
    if (!has("items")) return null;
    const transaction = database.transaction(["items", ...(has("points") ? ["points"] : [])]);
    const items = transaction.objectStore("items");
    const [keys, values, points] = await withTimeout(
      Promise.all([
        result(items.getAllKeys()),
        result(items.getAll()),
        has("points") ? result(transaction.objectStore("points").getAll()) : [],
      ]),
    );
    return { items: keys.map((key, at) => [String(key), String(values[at])]), points };
  } finally {
    database.close();
  }
};

export const database = {
  /** The usual timeout, in ms. */
  patience: 3000,
  /** @returns whether there is a database at all; some private windows have none */
  isMissing(): boolean {
    try {
      return !globalThis.indexedDB;
    } catch {
      return true;
    }
  },
  /** @param records paths and raw texts */
  put: (records: Iterable<[string, string]>) =>
    write("items", (transaction) => {
      const store = transaction.objectStore("items");
      return Array.from(records, ([path, raw]) => store.put(raw, path));
    }),
  /** @param take is given all records, a slice at a time, so that no task gets long */
  async each(take: (records: [string, string][]) => void) {
    let range: IDBKeyRange | undefined;
    for (;;) {
      const store = (await begin("items", "readonly")).objectStore("items");
      const [keys, values] = await withTimeout(
        Promise.all([result(store.getAllKeys(range, SLICE)), result(store.getAll(range, SLICE))]),
      );
      take(keys.map((key, at) => [String(key), String(values[at])]));
      if (keys.length < SLICE) return;
      range = IDBKeyRange.lowerBound(keys[keys.length - 1], true);
    }
  },
  isEmpty: async (): Promise<boolean> => (await read("items", (store) => store.count())) === 0,
  peek,
  /** Copy the contents of another database, except for what exists here already. */
  async fill(items: [string, string][], points: RestorePoint[]) {
    const [paths, times] = await Promise.all([
      read("items", (store) => store.getAllKeys()),
      read("points", (store) => store.getAllKeys()),
    ]);
    const [storedPaths, storedTimes] = [new Set(paths), new Set(times)];
    await write(["items", "points"], (transaction) => [
      ...items
        .filter(([path]) => !storedPaths.has(path))
        .map(([path, raw]) => transaction.objectStore("items").put(raw, path)),
      ...points.filter(({ at }) => !storedTimes.has(at)).map((point) => transaction.objectStore("points").put(point)),
    ]);
  },
  /** @returns restore points with their records, oldest first */
  points: (): Promise<RestorePoint[]> => read("points", (store) => store.getAll()),
  /** @returns the times of the restore points, which identify them, oldest first; their records are not read */
  times: async (): Promise<number[]> => (await read("points", (store) => store.getAllKeys())).map(Number),
  point: (at: number): Promise<RestorePoint | undefined> => read("points", (store) => store.get(at)),
  keep: (point: RestorePoint, stale: number[]) =>
    write("points", (transaction) => {
      const store = transaction.objectStore("points");
      return [store.put(point), ...stale.map((at) => store.delete(at))];
    }),
  /** Delete all records; restore points stay. */
  empty: () => write("items", (transaction) => [transaction.objectStore("items").clear()]),
  /** Delete everything. */
  clear: () =>
    write(["items", "points"], (transaction) => [
      transaction.objectStore("items").clear(),
      transaction.objectStore("points").clear(),
    ]),
};
