/* All records of a learner, behind three verbs: read, write, listen. */

import { clock } from "./clock.ts";
import { localStore } from "./local-storage.ts";
import { merging } from "./merging.ts";
import { records } from "./records.ts";
import { scope } from "./scope.ts";
import type { Item } from "./types.ts";
import { writeQueue } from "./write-queue.ts";
import { text } from "../core/strings.ts";

const FORMAT = 2;
/** The states of all entries by id; the memory of this page */
const states: Map<string, Item> = new Map();
/** The ids of the entries that have a note */
const notes: Set<string> = new Set();
const listeners: Set<(paths: string[]) => void> = new Set();
const tornListeners: Set<(paths: string[], of: number) => void> = new Set();
/** A message why nothing may be written; empty when it may */
let refusal: string = "";
/** What this page wrote, and what it became by later merges */
const mine: Map<string, Item> = new Map();
/** Damaged records that could not be set aside: they are not overwritten */
const stuck: Set<string> = new Set();
let device: string | null = null;

/** A short random name of this browser, for telling newer notes from other ones. */
const deviceName = () => {
  device ??= localStore.get("meta/device");
  if (device === null || !/^[a-z0-9]{1,16}$/.test(device)) {
    device = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join("");
    localStore.set("meta/device", device);
  }
  return device;
};

/** Another tab may have loaded a newer version of the site meanwhile. */
const isRefused = () => {
  if (refusal === "" && Number(localStore.get("meta/format") ?? 0) > FORMAT) refusal = text("save.newer_version");
  return refusal !== "";
};

/** Keep a text under another path, where nothing is overwritten. */
const keepAside = (path: string, raw: string): boolean => {
  let place = `damaged/${path}`;
  for (let turn = 2; localStore.get(place) !== null && localStore.get(place) !== raw; turn += 1)
    place = `damaged/${path}~${turn}`;
  return localStore.set(place, raw) && localStore.get(place) === raw;
};

/** Move damaged text to another path, so that a record can be stored under its own. */
const setAside = (path: string, raw: string) => {
  if (keepAside(path, raw)) localStore.set(path, null);
  else stuck.add(path);
};

/** @returns what is stored there; null for nothing and for damage */
const read = (path: string): Item | null => {
  const raw = localStore.get(path);
  if (raw === null) return null;
  const item = records.parse(path, raw);
  if (item === null && !path.startsWith("damaged/") && !isRefused()) setAside(path, raw);
  return item && setRight(path, item);
};

/** Correct a stored time from a clock that was ahead; otherwise it would win until then. */
const setRight = (path: string, item: Item) => {
  const timely = clock.timely(item);
  if (timely !== item && !isRefused()) {
    const raw = JSON.stringify(timely);
    if (localStore.set(path, raw)) writeQueue.add([[path, raw]]);
  }
  return timely;
};

/** A state as this client writes it. Thousands are read at the start, so these are parsed without JSON. */
const USUAL = /^\{"state":"(?:(todo|learning|skipped|done)"|done"(,"known":true)),"at":(\d{1,15})\}$/;
const remember = (path: string, now: number = Date.now()) => {
  if (path.startsWith("state/")) {
    const id = path.slice(6);
    const usual = USUAL.exec(localStore.get(path) ?? "");
    const at = Number(usual?.[3]);
    const short = usual?.[2] ? { state: "done", known: true, at } : { state: usual?.[1], at };
    // A time that is past needs no correction.
    const item = at <= now && records.ID.test(id) ? short : read(path);
    if (item) states.set(id, item);
    else states.delete(id);
  } else if (path.startsWith("note/")) {
    if (read(path)?.text) notes.add(path.slice(5));
    else notes.delete(path.slice(5));
  }
};

const tell = (paths: string[]) => {
  for (const listener of listeners) listener(paths);
};

/** Whether there is room for all of it. Other tabs would see a write that is taken back, so this is checked first. */
const hasRoom = (items: Map<string, Item>) => {
  if (items.size < 2) return true;
  let more = 0;
  for (const [path, item] of items) {
    const old = localStore.get(path);
    more += JSON.stringify(item).length - (old === null ? -localStore.prefix.length - path.length : old.length);
  }
  return more <= 0 || localStore.holds(more);
};

/** The browser refused a record: take back those before it, and report what it does not take back either. */
const takeBack = (before: [string, string | null][], items: Map<string, Item>) => {
  const torn = before.filter(([path, was]) => !localStore.set(path, was)).map(([path]) => path);
  if (torn.length === 0) return;
  writeQueue.add(torn.map((path) => [path, localStore.get(path) ?? ""]));
  for (const path of torn) {
    remember(path);
    mine.set(path, items.get(path) as Item);
  }
  tell(torn);
  for (const listener of tornListeners) listener(torn, items.size);
};

/**
 * Store records as they are. All of them or none.
 * @returns false when the browser would not store them; then nothing has changed
 */
const put = (changes: Map<string, Item>): boolean => {
  // Nothing is stored that could not be read again.
  if (isRefused() || [...changes].some(([path, item]) => stuck.has(path) || records.check(path, item) !== ""))
    return false;
  const items = new Map([...changes].map(([path, item]) => [path, clock.timely(item)]));
  if (!hasRoom(items)) return false;
  const before: [string, string | null][] = [];
  const texts: [string, string][] = [];
  for (const [path, item] of items) {
    const raw = JSON.stringify(item);
    const old = localStore.get(path);
    if (old === raw) continue;
    before.push([path, old]);
    if (!localStore.set(path, raw)) {
      takeBack(before.slice(0, -1), items);
      return false;
    }
    texts.push([path, raw]);
  }
  if (texts.length === 0) return true;
  writeQueue.add(texts);
  for (const [path] of texts) {
    remember(path);
    mine.set(path, items.get(path) as Item);
  }
  tell(texts.map(([path]) => path));
  return true;
};

/**
 * Store what the learner just did. The time is now, or just after that of the stored record if a clock ran ahead.
 * @param changes paths and records without times
 */
const write = (changes: Iterable<[string, Record<string, any>]>) => {
  const items = new Map();
  for (const [path, change] of changes) {
    const old = read(path);
    const at = Math.max(Date.now(), (old?.at ?? 0) + 1);
    const version =
      records.kindOf(path)?.merge === "multiValue"
        ? { by: { ...old?.by, [deviceName()]: Math.max(at, (old?.by?.[deviceName()] ?? 0) + 1) }, after: old?.at ?? 0 }
        : {};
    items.set(path, { ...change, at, ...version });
  }
  return put(items);
};

/** Let the browser handle input and paint. */
const yieldToMain = () => new Promise((resolve) => setTimeout(resolve));

const rememberAll = (paths = localStore.paths()) => {
  states.clear();
  notes.clear();
  const now = Date.now();
  for (const path of paths) remember(path, now);
};

/** The first format kept a topic's state under its bare id. The old record is removed only after its copy is stored. */
const migrate = () => {
  for (const path of localStore.paths()) {
    if (path.includes("/")) continue;
    const [raw, to] = [localStore.get(path), `state/${path}`];
    const old = records.parseOld(to, raw);
    if (raw === null || (old === null && localStore.get(`damaged/${path}`) !== null)) continue;
    if (old === null) {
      setAside(path, raw);
      continue;
    }
    const now = read(to);
    if (localStore.set(to, JSON.stringify(now ? merging.merge(to, now, old) : old))) localStore.set(path, null);
  }
  localStore.set("meta/format", String(FORMAT));
};

const start = () => {
  const paths = localStore.paths(scope.copied.length > 0 ? null : scope.keys);
  if (!isRefused() && (localStore.get("meta/format") !== String(FORMAT) || paths.some((path) => !path.includes("/")))) {
    migrate();
    rememberAll();
    return;
  }
  rememberAll(paths);
};

/** Whether the author of a text had read an earlier one of this browser. */
const replaces = (later: Item, earlier: Item) => {
  // The result of a merge or a restore keeps the time of what this browser wrote last.
  const keeps = merging.dominates(later, earlier) && later.by?.[deviceName()] === earlier.by?.[deviceName()];
  return later.after === earlier.at || keeps;
};

/**
 * Two tabs wrote the same record before either knew of the other, and the browser kept the later one: merge both.
 * In a version vector a browser is one device, so only the times of its texts tell which of them had been read.
 */
const rescue = (path: string, raw: string | null) => {
  const own = mine.get(path);
  if (!own) return;
  const [now, theirs] = [read(path), records.parse(path, raw)];
  if (!now || !theirs) return;
  // The clock was ahead when this tab wrote, and was corrected since: its time says nothing, and the later author had
  // seen it.
  if (clock.isAhead(own) && !clock.isBehind() && !clock.isAhead(theirs)) {
    mine.set(path, theirs);
    return;
  }
  if (records.kindOf(path)?.merge !== "multiValue")
    put(new Map([[path, merging.merge(path, now, merging.merge(path, own, theirs))]]));
  else if (replaces(theirs, own)) mine.set(path, theirs);
  else if (!replaces(own, theirs)) {
    const merged = merging.mergeConcurrent(merging.mergeConcurrent(now, own), theirs);
    if (merging.hasSameContent(merged, now)) mine.set(path, now);
    // Too long for one record: the learner is notified, and offered what is not in it.
    else if (!write([[path, merged]]) && !merging.hasSameContent(own, now)) keepAside(path, JSON.stringify(own));
  }
};

localStore.listen((path, raw) => {
  if (path === null) {
    const before = [...states.keys()];
    rememberAll();
    tell([...new Set([...before, ...states.keys()])].map((id) => `state/${id}`));
  } else {
    remember(path);
    // What another tab removed (the learner starts empty, or erases) does not come back with the next text.
    if (raw === null) mine.delete(path);
    tell([path]);
    rescue(path, raw);
  }
});
// A page that comes back from the browser's cache missed what other tabs did.
globalThis.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const path of mine.keys()) if (localStore.get(path) === null) mine.delete(path);
  rememberAll();
  tell(localStore.paths());
});

start();

export const store = {
  FORMAT,
  read,
  write,
  put,
  yieldToMain,
  /** What reconciling the two copies needs. */
  copies: { read, remember, isRefused, isStuck: (path: string) => stuck.has(path), tell, yieldToMain },
  /** @param listener is given the paths that were stored when not all of a change was */
  listenTorn: (listener: (paths: string[], of: number) => void) => tornListeners.add(listener),
  /** Read everything again. */
  refresh() {
    const before = [...states.keys()];
    mine.clear();
    rememberAll();
    tell([...new Set([...before.map((id) => `state/${id}`), ...localStore.paths()])]);
  },
  /** @returns resolves when what was written last is on disk, or cannot be for now */
  settled: writeQueue.settled,
  /** @returns a message why nothing can be written; empty when it can */
  refusal: (): string => refusal,
  /** @returns the paths of what was damaged and set aside, or could not be */
  damaged: (): string[] => [...localStore.paths().filter((path) => path.startsWith("damaged/")), ...stuck],
  /** @returns the paths of all records, in order */
  paths: (): string[] =>
    localStore
      .paths()
      .filter((path) =>
        path.startsWith("state/") ? records.ID.test(path.slice(6)) : records.kindOf(path) !== undefined,
      )
      .sort(),
  /** @returns whether there are no records */
  isEmpty: (): boolean => states.size === 0 && store.paths().length === 0,
  /** The states by id, and the ids of the entries that have a note */
  states: states as ReadonlyMap<string, Item>,
  notes: notes as ReadonlySet<string>,
  state: (id: string): "todo" | "learning" | "skipped" | "done" => states.get(id)?.state ?? "todo",
  /** @returns whether it is known already; its state is then "done" */
  isKnown: (id: string): boolean => records.choiceOf(states.get(id)) === "known",
  /** @returns when its state last changed, in ms since 1970; 0 for never */
  since: (id: string): number => states.get(id)?.since ?? states.get(id)?.at ?? 0,
  listen: (listener: (paths: string[]) => void) => listeners.add(listener),
};
