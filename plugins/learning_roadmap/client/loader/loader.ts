/* Loads the client. It is the only script with a fixed name; the names of its build's parts contain the hash of
   their content. */

import { page } from "./page.ts";
import type { Deployed, EarlyTick, Loader, PartName } from "./types.ts";

const { build, parts, strings } = globalThis.roadmapManifest;
const folder = new URL(".", (document.currentScript as HTMLScriptElement).src);
/** The parts that each part needs. */
const NEEDS = {
  map: [],
  strings: [],
  "dashboard-strings": [],
  core: ["map", "strings"],
  upkeep: [],
  "share-map": [],
  filters: [],
  panel: ["upkeep"],
  topics: [],
  locations: [],
  questions: [],
  summaries: [],
  graph: [],
  reasons: [],
  dashboard: ["upkeep", "dashboard-strings", "topics", "graph"],
  paths: ["upkeep", "dashboard-strings", "topics", "graph", "reasons", "dashboard"],
  certificates: ["upkeep", "dashboard-strings", "topics", "graph", "dashboard"],
  "map-filters": [],
  "search-entries": [],
  search: ["search-entries"],
  backup: ["upkeep", "dashboard-strings", "topics", "questions", "summaries", "graph", "dashboard"],
};
/** After this time without all scripts the page says so, in ms. */
const PATIENCE = 15_000;
/** Parts that were received complete, by name: the function that runs them */
const received: Map<string, () => void> = new Map();
const started = new Set();
const fetching: Map<string, Promise<void>> = new Map();
const loading: Map<string, Promise<void>> = new Map();
let deployedRequest: Promise<Deployed | null> | null = null;
let earlyTicks: Map<string, EarlyTick> = new Map();
let isReady = false;
/** Whether the page says that a part could not be loaded. */
let isMissing = false;
let isReloading = false;

const uncached = () => `?fresh=${Math.random().toString(36).slice(2)}`;

/** @returns resolves when the browser has run the script or given up */
const insert = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = new URL(file, folder).href;
    script.async = false;
    script.onload = script.onerror = () => {
      script.remove();
      resolve();
    };
    document.head.append(script);
  });

/**
 * Load the loader again, past every cache, to learn which build the site has now.
 * @returns null if it cannot be loaded
 */
const fetchDeployed = (): Promise<Deployed | null> => {
  deployedRequest ??= (async () => {
    let answer: Deployed | null = null;
    globalThis.roadmapLoader.hear = (now) => {
      answer = now;
    };
    await insert(`loader.js${uncached()}`);
    globalThis.roadmapLoader.hear = null;
    deployedRequest = null;
    return answer;
  })();
  return deployedRequest;
};

/**
 * When a part does not arrive complete (no file, an error page, half a file), the usual cause is a new version of the
 * site.
 */
const fetchAnew = async (name: string) => {
  await insert(`${name}.${parts[name]}.js`);
  if (received.has(name)) return;
  const now = await fetchDeployed();
  if (now && now.build !== build) throw Object.assign(new Error(`${name} is of an older build`), { now });
  await insert(`${name}.${parts[name]}.js${uncached()}`);
  if (!received.has(name)) throw new Error(`${name} is missing`);
};

const fetchPart = async (name: string): Promise<void> => {
  if (received.has(name)) return;
  const running = fetching.get(name) ?? fetchAnew(name).finally(() => fetching.delete(name));
  fetching.set(name, running);
  await running;
};

const run = (name: string) => {
  if (started.has(name)) return;
  started.add(name);
  try {
    (received.get(name) as () => void)();
  } catch (error) {
    // To the console, like every unexpected error; for the page the part is missing.
    reportError(error);
    throw new Error(`${name} has failed`);
  }
};

const loadPart = (name: string): Promise<void> => {
  const running = loading.get(name);
  if (running) return running;
  const promise = fetchPart(name).then(() => run(name));
  loading.set(name, promise);
  promise.catch(() => loading.delete(name));
  return promise;
};

/** Reload the page, once for each pair of builds and page, so that it never reloads forever. */
const reloadOnce = (other: string): boolean => {
  // A part and the page may both turn out to be of another build: then there is nothing to explain.
  if (isReloading) return true;
  if (page.isWriting()) return false;
  const key = `roadmap/reloaded/${[build, other].sort().join("/")}${location.pathname}`;
  try {
    if (sessionStorage.getItem(key) !== null) return false;
    sessionStorage.setItem(key, "1");
  } catch {
    return false;
  }
  isReloading = true;
  location.reload();
  return true;
};

/** Never settles: the page is being reloaded. */
const leaving: Promise<never> = new Promise(() => {});

const loader: Loader = {
  build,
  root: new URL("../../", folder),
  hear: null,
  /** Every part is one call of this, so half a file calls nothing. */
  take(name: string, hash: string, work: () => void) {
    if (parts[name] === hash) received.set(name, work);
  },
  /** @returns resolves when the part and those that it needs have run */
  async need(name: PartName): Promise<void> {
    try {
      const names = [...NEEDS[name], name];
      // All at once: one after another, each would wait for the connection again.
      const fetched = names.map(fetchPart);
      void Promise.allSettled(fetched);
      for (const [at, other] of names.entries()) {
        await fetched[at];
        await loadPart(other);
      }
      // The connection is back.
      if (isMissing) page.recover();
      isMissing = false;
    } catch (error) {
      const { now } = error as { now?: Deployed };
      if (now && reloadOnce(now.build)) return leaving;
      isMissing = !now;
      page.explain(now ? strings.newer : strings.missing, false);
      throw error;
    }
  },
  /**
   * Instant navigation, a cache or the Back button may bring a page of another build. Reload it where that can help.
   * @returns whether page and scripts are of one build, as far as is known
   */
  async matchPage(): Promise<boolean> {
    const theirs = page.build();
    if (theirs === "" || theirs === build) return true;
    // Without a connection a page of another build is better than none.
    if ((await fetchDeployed()) === null) return false;
    return reloadOnce(theirs) ? leaving : false;
  },
  ready(store) {
    isReady = true;
    page.recover();
    for (const [id, { isChecked, name }] of earlyTicks) store(id, isChecked, name);
    earlyTicks.clear();
  },
};

const handOver = (now: Deployed, tries: number) => {
  page.recover();
  return now.begin(earlyTicks, tries - 1);
};

/**
 * Start the client of this build.
 * @param pending ticks from before
 * @param tries how many other builds may still take over: during a deployment a server may answer with either
 */
const begin = async (pending: Map<string, EarlyTick>, tries: number) => {
  earlyTicks = pending;
  globalThis.roadmapLoader = loader;
  const isOver = () => isReady || globalThis.roadmapLoader !== loader;
  page.listen(earlyTicks, isOver);
  setTimeout(() => {
    if (!isOver() && !document.documentElement.classList.contains("rm-failed")) page.explain(strings.slow, true);
  }, PATIENCE);
  try {
    const theirs = page.build();
    if (theirs !== "" && theirs !== build && tries > 0) {
      const now = await fetchDeployed();
      if (now && now.build !== build) return handOver(now, tries);
    }
    await Promise.all([...NEEDS.core, "core"].map(fetchPart));
    NEEDS.core.forEach(run);
    run("core");
  } catch (error) {
    const { now } = error as { now?: Deployed };
    if (now && tries > 0) return handOver(now, tries);
    page.takeBack(earlyTicks);
    page.explain(strings.broken, true);
  }
  return undefined;
};

// If a loader runs already, it wants to know which build this is. Builds of different ages meet here: never change this
// protocol.
const running = globalThis.roadmapLoader;
// An element of that name is not a loader.
if (typeof running?.take !== "function") void begin(new Map(), 2);
else running.hear?.({ build, begin });
