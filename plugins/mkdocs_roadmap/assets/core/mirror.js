/* A second copy in IndexedDB. The browser takes seconds to bring localStorage to disk; a transaction is there at once. */
"use strict";
(() => {
  const NAME = `roadmap/${globalThis.roadmapMap.site}`;
  const SLICE = 500;
  /** @type {Promise<IDBDatabase> | null} */
  let opening = null;

  /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  const open = () => {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("items");
        request.result.createObjectStore("points", { keyPath: "at" });
      };
      request.onblocked = () => reject(new Error("blocked"));
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        // Another tab may want to delete or renew the database: never stand in its way.
        request.result.onversionchange = () => { request.result.close(); opening = null; };
        request.result.onclose = () => { opening = null; };
        resolve(request.result);
      };
    });
    opening.catch(() => { opening = null; });
    return opening;
  };

  /**
   * One transaction that is on disk when the promise is kept.
   * @param {"items" | "points"} store
   * @param {(store: IDBObjectStore) => void} work
   */
  const write = async (store, work) => {
    const database = await open();
    await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve(undefined);
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(store));
      transaction.commit?.();
    });
  };

  /** @template T @param {"items" | "points"} store @param {(store: IDBObjectStore) => IDBRequest<T>} ask @returns {Promise<T>} */
  const read = async (store, ask) => result(ask((await open()).transaction(store).objectStore(store)));

  globalThis.roadmap.mirror = {
    /** @param {Iterable<[string, string]>} records paths and raw texts */
    put: (records) => write("items", (store) => { for (const [path, raw] of records) store.put(raw, path); }),
    /** @param {(records: [string, string][]) => void} take is given all of it, a slice at a time, so that no task gets long */
    async each(take) {
      /** @type {IDBKeyRange | undefined} */
      let range;
      for (;;) {
        const database = await open();
        const store = database.transaction("items").objectStore("items");
        const [keys, values] = await Promise.all([result(store.getAllKeys(range, SLICE)), result(store.getAll(range, SLICE))]);
        take(keys.map((key, at) => [String(key), String(values[at])]));
        if (keys.length < SLICE) return;
        range = IDBKeyRange.lowerBound(keys[keys.length - 1], true);
      }
    },
    /** @returns {Promise<any[]>} restore points, oldest first */
    points: () => read("points", (store) => store.getAll()),
    /** @param {{at: number}} point @param {number[]} stale */
    keep: (point, stale) => write("points", (store) => { store.put(point); for (const at of stale) store.delete(at); }),
    /** Everything, for good. */
    async clear() {
      await write("items", (store) => { store.clear(); });
      await write("points", (store) => { store.clear(); });
    },
  };
})();
