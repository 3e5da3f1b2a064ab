/* Loads the client. The one script with a fixed name: it knows the parts of its build by names that hold the hash of
   their content. */

import { page } from "./page.ts";
import type { Deployed } from "./types.ts";

const { build, parts, strings } = globalThis.roadmapManifest;
const folder = new URL(".", (document.currentScript as HTMLScriptElement).src);
/** What a part builds on. */
const NEEDS = {
  map: [],
  strings: [],
  core: ["map", "strings"],
  panel: [],
  topics: [],
  places: [],
  desk: ["topics"],
  files: ["topics", "desk"],
};
/** How long a page may wait for its scripts before it says so, in ms. */
const PATIENCE = 15_000;
/** Parts that have come whole, by name: what runs them */
const come: Map<string, () => void> = new Map();
const ran = new Set();
const coming: Map<string, Promise<void>> = new Map();
let asking: Promise<Deployed | null> | null = null;
let early: Map<string, { isChecked: boolean; name: string }> = new Map();
let isReady = false;
/** Whether the page says that a part could not be had. */
let isMissing = false;

const fresh = () => `?fresh=${Math.random().toString(36).slice(2)}`;

/** @returns kept when the browser has run it or given up */
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
 * The loader once more, past every cache: which build does the site have now?
 * @returns null where it cannot be had
 */
const ask = (): Promise<Deployed | null> => {
  asking ??= (async () => {
    let answer: Deployed | null = null;
    globalThis.roadmapLoader.hear = (now) => {
      answer = now;
    };
    await insert(`loader.js${fresh()}`);
    globalThis.roadmapLoader.hear = null;
    asking = null;
    return answer;
  })();
  return asking;
};

/**
 * A part has not come whole: a missing file, a page in its place, half a file. A new version of the site is the usual
 * cause.
 */
const fetchPart = async (name: string) => {
  if (come.has(name)) return;
  await insert(`${name}.${parts[name]}.js`);
  if (come.has(name)) return;
  const now = await ask();
  if (now && now.build !== build) throw Object.assign(new Error(`${name} is of an older build`), { now });
  await insert(`${name}.${parts[name]}.js${fresh()}`);
  if (!come.has(name)) throw new Error(`${name} is missing`);
};

const run = (name: string) => {
  if (ran.has(name)) return;
  ran.add(name);
  try {
    (come.get(name) as () => void)();
  } catch (error) {
    // To the console, like every error that nobody expects; for the page it is as if the part were missing.
    reportError(error);
    throw new Error(`${name} has failed`);
  }
};

const bring = (name: string): Promise<void> => {
  const known = coming.get(name);
  if (known) return known;
  const promise = fetchPart(name).then(() => run(name));
  coming.set(name, promise);
  promise.catch(() => coming.delete(name));
  return promise;
};

/** Load the page anew, once for each pair of builds and page, so that it never goes in circles. */
const reloadOnce = (other: string): boolean => {
  if (page.isWriting()) return false;
  const key = `roadmap/reloaded/${[build, other].sort().join("/")}${location.pathname}`;
  try {
    if (sessionStorage.getItem(key) !== null) return false;
    sessionStorage.setItem(key, "1");
  } catch {
    return false;
  }
  location.reload();
  return true;
};

/** Never kept: the page is on its way out. */
const leaving: Promise<never> = new Promise(() => {});

const me = {
  build,
  root: new URL("../../", folder),
  /** Answers to `ask`; null when nobody has asked. */
  hear: null as ((now: Deployed) => void) | null,
  /** Every part calls this when it has come. */
  take(name: string, hash: string, work: () => void) {
    if (parts[name] === hash) come.set(name, work);
  },
  /** @returns kept when it and what it needs have run */
  async need(name: "panel" | "topics" | "places" | "desk" | "files"): Promise<void> {
    try {
      for (const other of [...NEEDS[name], name]) await bring(other);
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
   * Instant navigation, a cache or the way back may bring a page of another build. Load it anew where that can help.
   * @returns whether page and scripts are of one build, as far as can be known
   */
  async matchPage(): Promise<boolean> {
    const theirs = page.build();
    if (theirs === "" || theirs === build) return true;
    // Without a connection a page of another build is better than none.
    if ((await ask()) === null) return false;
    return reloadOnce(theirs) ? leaving : false;
  },
  /** The core can store ticks now. */
  ready(store: (id: string, isChecked: boolean, name: string) => void) {
    isReady = true;
    page.recover();
    for (const [id, { isChecked, name }] of early) store(id, isChecked, name);
    early.clear();
  },
};

const handOver = (now: Deployed, tries: number) => {
  page.recover();
  return now.begin(early, tries - 1);
};

/**
 * Start the client of this build.
 * @param pending what was ticked before
 * @param tries how many builds may still take over: a server in the middle of a deployment may answer with the one or
 * the other
 */
const begin = async (pending: Map<string, { isChecked: boolean; name: string }>, tries: number) => {
  early = pending;
  globalThis.roadmapLoader = me;
  const isOver = () => isReady || globalThis.roadmapLoader !== me;
  page.listen(early, isOver);
  setTimeout(() => {
    if (!isOver() && !document.documentElement.classList.contains("rm-failed")) page.explain(strings.slow, true);
  }, PATIENCE);
  try {
    const theirs = page.build();
    if (theirs !== "" && theirs !== build && tries > 0) {
      const now = await ask();
      if (now && now.build !== build) return handOver(now, tries);
    }
    await Promise.all([...NEEDS.core, "core"].map(fetchPart));
    NEEDS.core.forEach(run);
    run("core");
  } catch (error) {
    const { now } = error as { now?: Deployed };
    if (now && tries > 0) return handOver(now, tries);
    page.takeBack(early);
    page.explain(strings.broken, true);
  }
  return undefined;
};

// A loader that runs already has asked which build is the newest. Builds of different times talk here: keep this as it
// is.
const running = globalThis.roadmapLoader;
// An element of that name is no loader.
if (typeof running?.take !== "function") void begin(new Map(), 2);
else running.hear?.({ build, begin });
