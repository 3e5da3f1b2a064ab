/* The stored copy of a site: one cache for each build. It is complete, or it is not used. */

import { isVersioned } from "./requests.ts";
import type { Build } from "./types.ts";

const DOWNLOADS = 6;
/** Progress is stored in the same room, and must not run out of it. */
const ROOM = 4;
/** Headers that describe the transport and not the content */
const TRANSPORT = ["content-encoding", "content-length", "transfer-encoding", "vary"];

/** The caches of all builds of one site. An address contains no space, so no other site's name begins like this. */
const prefixOf = (scope: URL) => `roadmap-offline ${scope.href} `;

const hashOf = async (bytes: ArrayBuffer) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .slice(0, 6)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** Without the mark of a redirect, which a browser refuses as the answer to a navigation. */
const copyOf = (response: Response, bytes: ArrayBuffer) => {
  const headers = new Headers(response.headers);
  for (const name of TRANSPORT) headers.delete(name);
  return new Response(bytes, { headers });
};

export const storeOf = ({ version, bytes: size, files }: Build, scope: URL) => {
  const name = prefixOf(scope) + version;
  const addressOf = (file: string) =>
    new URL(file.split("/").map(encodeURIComponent).join("/") + (files[file][1] ?? ""), scope).href;

  /** The browser's own cache would show a page that it got here for as long as the host allows, whatever is deployed. */
  const cacheOf = (file: string) => (isVersioned(file, files) ? "default" : "no-store");

  /** Store a file, from the copy of another build if it is the same there. A file of another build is not stored. */
  const add = async (cache: Cache, file: string) => {
    const address = addressOf(file);
    if (await cache.match(address)) return;
    for (const find of [() => caches.match(address), () => fetch(address, { cache: cacheOf(file) })]) {
      const response = await find();
      if (!response?.ok) continue;
      const bytes = await response.arrayBuffer();
      if ((await hashOf(bytes)) !== files[file][0]) continue;
      await cache.put(address, copyOf(response, bytes));
      return;
    }
    throw new Error(`${address} is missing, or of another build`);
  };

  return {
    /** The stored copy of a file; undefined if it is gone. */
    get: (file: string) => caches.match(addressOf(file), { cacheName: name }),
    /** Store all files. What has arrived stays when a download fails: the browser tries again at the next visit. */
    async fill() {
      const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
      if (quota - usage < ROOM * size) throw new Error("no room to store the site");
      const cache = await caches.open(name);
      const queue = Object.keys(files);
      const download = async () => {
        for (let file = queue.pop(); file !== undefined; file = queue.pop()) await add(cache, file);
      };
      try {
        await Promise.all(Array.from({ length: DOWNLOADS }, download));
      } catch (error) {
        queue.length = 0;
        if ((error as Error).name === "QuotaExceededError") await caches.delete(name);
        throw error;
      }
    },
    /** Delete the copies of all other builds of this site. */
    deleteOthers: () => deleteCopies(scope, name),
  };
};

/** Delete the copies of all builds of a site but one. Other sites of the origin keep theirs. */
export const deleteCopies = async (scope: URL, kept: string = "") => {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefixOf(scope)) && name !== kept);
  await Promise.all(names.map((name) => caches.delete(name)));
};
