/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // offline/requests.ts
  var HASHED = /\.[0-9a-f]{8,}\./;
  var FRESH = "?fresh=";
  var isVersioned = (file, files) => files[file].length > 1 || HASHED.test(file);
  var decoded = (path) => {
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  };
  var answerTo = ({ method, url, headers }, scope, files) => {
    const { origin, pathname, search } = new URL(url);
    if (method !== "GET" || headers.has("range")) return null;
    if (origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
    const file = decoded(pathname.slice(scope.pathname.length)).replace(/(^|\/)index\.html$/, "$1");
    if (!Object.hasOwn(files, file)) return null;
    const isPage = file === "" || /(?:\/|\.html)$/.test(file);
    const [, query = ""] = files[file];
    if (!isPage && search !== query && !search.startsWith(FRESH)) return null;
    return { file, isPage, isVersioned: !isPage && search === query && isVersioned(file, files) };
  };

  // offline/store.ts
  var DOWNLOADS = 6;
  var ROOM = 4;
  var TRANSPORT = ["content-encoding", "content-length", "transfer-encoding", "vary"];
  var prefixOf = (scope) => `roadmap-offline ${scope.href} `;
  var hashOf = async (bytes) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].slice(0, 6).map((byte) => byte.toString(16).padStart(2, "0")).join("");
  var copyOf = (response, bytes) => {
    const headers = new Headers(response.headers);
    for (const name of TRANSPORT) headers.delete(name);
    return new Response(bytes, { headers });
  };
  var storeOf = ({ version, bytes: size, files }, scope) => {
    const name = prefixOf(scope) + version;
    const addressOf = (file) => new URL(file.split("/").map(encodeURIComponent).join("/") + (files[file][1] ?? ""), scope).href;
    const cacheOf = (file) => isVersioned(file, files) ? "default" : "no-store";
    const add = async (cache, file) => {
      const address = addressOf(file);
      if (await cache.match(address)) return;
      for (const find of [() => caches.match(address), () => fetch(address, { cache: cacheOf(file) })]) {
        const response = await find();
        if (!response?.ok) continue;
        const bytes = await response.arrayBuffer();
        if (await hashOf(bytes) !== files[file][0]) continue;
        await cache.put(address, copyOf(response, bytes));
        return;
      }
      throw new Error(`${address} is missing, or of another build`);
    };
    return {
      /** The stored copy of a file; undefined if it is gone. */
      get: (file) => caches.match(addressOf(file), { cacheName: name }),
      /** Store all files. What has arrived stays when a download fails: the browser tries again at the next visit. */
      async fill() {
        const { quota = Infinity, usage = 0 } = await navigator.storage?.estimate?.() ?? {};
        if (quota - usage < ROOM * size) throw new Error("no room to store the site");
        const cache = await caches.open(name);
        const queue = Object.keys(files);
        const download = async () => {
          for (let file = queue.pop(); file !== void 0; file = queue.pop()) await add(cache, file);
        };
        try {
          await Promise.all(Array.from({ length: DOWNLOADS }, download));
        } catch (error) {
          queue.length = 0;
          if (error.name === "QuotaExceededError") await caches.delete(name);
          throw error;
        }
      },
      /** Delete the copies of all other builds of this site. */
      deleteOthers: () => deleteCopies(scope, name)
    };
  };
  var deleteCopies = async (scope, kept = "") => {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefixOf(scope)) && name !== kept);
    await Promise.all(names.map((name) => caches.delete(name)));
  };

  // offline/worker.ts
  var PATIENCE = 3e3;
  var MOST = 100;
  var serve = (worker2, build2) => {
    const scope = new URL(worker2.registration.scope);
    const store = storeOf(build2, scope);
    const storedPages = /* @__PURE__ */ new Set();
    const remember = (client) => {
      storedPages.add(client);
      if (storedPages.size > MOST) storedPages.delete([...storedPages][0]);
    };
    const respond = async ({ request, clientId, resultingClientId }, { file, isPage, isVersioned: isVersioned2 }) => {
      if (isVersioned2 || !isPage && storedPages.has(clientId)) return await store.get(file) ?? fetch(request);
      const download = fetch(request);
      const waiting = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
      const response = await Promise.race([download.catch(() => null), waiting]);
      if (response && response.status < 500) return response;
      const stored = await store.get(file);
      if (stored && resultingClientId) remember(resultingClientId);
      return stored ?? download;
    };
    worker2.addEventListener("install", (event) => event.waitUntil(store.fill().then(() => worker2.skipWaiting())));
    worker2.addEventListener(
      "activate",
      (event) => event.waitUntil(store.deleteOthers().then(() => worker2.clients.claim()))
    );
    worker2.addEventListener("fetch", (event) => {
      const answer = answerTo(event.request, scope, build2.files);
      if (answer) event.respondWith(respond(event, answer));
    });
  };
  var remove = (worker2) => {
    worker2.addEventListener("install", (event) => event.waitUntil(worker2.skipWaiting()));
    worker2.addEventListener(
      "activate",
      (event) => event.waitUntil(deleteCopies(new URL(worker2.registration.scope)).then(() => worker2.registration.unregister()))
    );
  };

  // offline/main.ts
  var worker = globalThis;
  var build = globalThis.roadmapOffline;
  if (build) serve(worker, build);
  else remove(worker);
})();
