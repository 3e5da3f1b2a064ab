/* The events of a service worker: with a connection, pages come from the network, so that every visit has the deployed version. */

import { answerTo } from "./requests.ts";
import { deleteCopies, storeOf } from "./store.ts";
import type { Answer, Build, FetchEvent, WorkerScope } from "./types.ts";

/** After this time the stored copy is shown, in ms. */
const PATIENCE = 3000;
/** How many pages are remembered that came from the store */
const MOST = 100;

/** The worker of a build. It is installed when all files of the build are stored, and then replaces an earlier one at once. */
export const serve = (worker: WorkerScope, build: Build) => {
  const scope = new URL(worker.registration.scope);
  const store = storeOf(build, scope);
  /** The pages that came from the store: all of their files do, too. */
  const storedPages = new Set<string>();

  const remember = (client: string) => {
    storedPages.add(client);
    if (storedPages.size > MOST) storedPages.delete([...storedPages][0]);
  };

  const respond = async (
    { request, clientId, resultingClientId }: FetchEvent,
    { file, isPage, isVersioned }: Answer,
  ): Promise<Response> => {
    if (isVersioned || (!isPage && storedPages.has(clientId))) return (await store.get(file)) ?? fetch(request);
    const download = fetch(request);
    const waiting = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
    const response = await Promise.race([download.catch(() => null), waiting]);
    if (response && response.status < 500) return response;
    const stored = await store.get(file);
    if (stored && resultingClientId) remember(resultingClientId);
    return stored ?? download;
  };

  const offlinePage = () => {
    const html = build.page.replace("<head>", (head) => `${head}<base href="${scope.href}">`);
    return new Response(html, { status: 503, headers: { "content-type": "text/html" } });
  };

  worker.addEventListener("install", (event) => event.waitUntil(store.fill().then(() => worker.skipWaiting())));
  worker.addEventListener("activate", (event) =>
    event.waitUntil(store.deleteOthers().then(() => worker.clients.claim())),
  );
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const answer = answerTo(request, scope, build.files);
    const isVisit = request.mode === "navigate" && request.method === "GET";
    if (!answer && !isVisit) return;
    const response = answer ? respond(event, answer) : fetch(request);
    event.respondWith(isVisit ? response.catch(offlinePage) : response);
  });
};

/** The worker of a site that is no longer stored: it deletes what earlier ones have stored, and itself. */
export const remove = (worker: WorkerScope) => {
  worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener("activate", (event) =>
    event.waitUntil(deleteCopies(new URL(worker.registration.scope)).then(() => worker.registration.unregister())),
  );
};
