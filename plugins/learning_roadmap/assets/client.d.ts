/* What the client's files give one another, for `make types`. The code itself is JavaScript; nothing of this is served. */

/** A stored record: plain JSON, with the time of its last change in ms since 1970. */
interface Item {
  at: number;
  [field: string]: any;
}
type State = "todo" | "learning" | "skipped" | "done";
type MergeKind = "newest" | "written" | "ticks" | "state" | "union";
interface Kind {
  key: RegExp;
  check: (value: any) => string;
  merge: MergeKind;
}
/** Half-open ranges into the map's order. */
type Ranges = [number, number][];
interface Count {
  done: number;
  size: number;
  skipped: number;
  learning: number;
  extra: number;
}
interface Plan {
  start: string;
  hours?: number;
  week?: number[];
  pace?: number;
  off?: [string, string][];
  order?: string;
  parts?: string[];
  optional?: boolean;
}
/** A phase, and the positions of its topics. */
interface Part {
  id: string;
  weeks: [number, number] | null;
  spans: Ranges;
}
interface Road {
  parts: Part[];
  hours: Record<string, number>;
  order: number[];
  documents: { id: string; order: number[]; weeks: number[] }[];
}
/** Hours. */
interface Effort {
  least: number;
  likely: number;
  most: number;
}
interface Week {
  monday: string;
  hours: number;
  items: { at: number; hours: number; ends: boolean }[];
}
interface Schedule {
  weeks: Week[];
  ends: Map<number, string>;
  finish: string | null;
  hours: number;
  isEndless: boolean;
}
interface Schedules {
  least: Schedule;
  likely: Schedule;
  most: Schedule;
  order: number[];
}
/** What happened to an entry at an update of the roadmap, and to which others it led. */
interface Change {
  what: string;
  id: string;
  to: string[];
}
/** A release of the roadmap, as far as stored records hang on it. */
interface Shape {
  leaves: string[];
  parents: Map<string, string[]>;
  phases: Map<string, string[]>;
  gone: string[];
  isGone(id: string): boolean;
  isThere(id: string): boolean;
  isLeaf(id: string): boolean;
  above(id: string): string[];
  leavesOf(id: string): string[];
  heirsOf(id: string): string[];
  phasesFor(id: string): string[];
  phaseOf(id: string): string;
}
interface RestorePoint {
  at: number;
  why: string;
  items: Record<string, string>;
}
/** A restore point without what it holds. */
interface PointLabel {
  at: number;
  why: string;
  size: number;
}
/** Whether something that was written would survive a killed browser; else a sentence for the learner, and the cause to go on after "because". */
interface Saved {
  isSafe: boolean;
  reason: string;
  why: string;
}
/** Text that is not saved, and what stood in its field when it was begun. */
interface Draft {
  text: string;
  base: string;
}
/** Records of the same roadmap that another site of this origin keeps; an empty path: from before the path belonged to the keys. */
interface OtherScope {
  prefix: string;
  path: string;
  records: number;
  newest: number;
}
/** What healing needs of the store. */
interface Healed {
  read(path: string): Item | null;
  remember(path: string): void;
  isRefused(): boolean;
  isStuck(path: string): boolean;
  tell(paths: string[]): void;
  breathe(): Promise<unknown>;
}
interface Reading {
  items: Map<string, Item>;
  /** What is sound of a file that has records that are not. */
  rest: Map<string, Item>;
  errors: string[];
  warnings: string[];
  question: string;
}

/** What a record would become, in words. */
interface ImportChange {
  path: string;
  kind: string;
  title: string;
  before: Item | null;
  lines: string[];
  texts: { name: string; before: string; after: string }[];
  isLoss: boolean;
  isShown: boolean;
}
type BackupProblem = "" | "permission" | "gone" | "failed" | "newer" | "foreign" | "ahead";
interface BackupState {
  name: string;
  at: number;
  auto: boolean;
  problem: BackupProblem;
  count?: number;
  size?: number;
  modified?: number;
}

interface Client {
  records: {
    BETWEEN: string;
    BLANK: Map<string, any>;
    ID: RegExp;
    STATES: State[];
    MONTH_FIELDS: string[];
    MOST: Record<string, number>;
    own(value: unknown, name: string): any;
    isRecord(value: unknown): boolean;
    isDate(value: unknown): value is string;
    isAddress(value: unknown): boolean;
    kindOf(path: string): Kind | undefined;
    check(path: string, value: unknown): string;
    parse(path: string, raw: string | null): Item | null;
    parseOld(path: string, raw: string | null): Item | null;
  };
  clock: {
    isBehind(): boolean;
    isAhead(item: Item, now?: number): boolean;
    timely(item: Item, now?: number, changed?: () => void): Item;
    mayBeAhead(raw: string): boolean;
  };
  scope: {
    prefix: string;
    LEGACY: string;
    copied: string[];
    mark(): { state: string; at: number };
    setMark(state: string, at?: number): boolean;
  };
  scopes: {
    others(): Promise<OtherScope[]>;
    read(prefix: string): Promise<Map<string, Item>>;
    settle(): Promise<void>;
    tell(): Promise<void>;
  };
  healing(store: Healed): () => Promise<string[]>;
  saving: {
    add(records: Iterable<[string, string]>): void;
    settled(): Promise<Saved>;
    listen(listener: (answer: Saved) => void): void;
    forget(): void;
  };
  whenSaved(heard: (words: string, isSafe: boolean) => void): void;
  drafts: {
    get(name: string): Draft | null;
    set(name: string, draft: Draft | null): void;
    beforeLeaving(flush: () => void): void;
    tooLong(text: string, most: number): string;
    tooLongText(text: string): string;
    offer(name: string, text: () => string): HTMLButtonElement;
  };
  hasUnsavedText(): boolean;
  merging: {
    both(one: Item, other: Item): Item;
    hasSeen(one: Item, other: Item): boolean;
    saysTheSame(one: Item, other: Item): boolean;
    canonical(value: unknown): string;
    threeWay(base: string, mine: string, now: string): string;
    merge(path: string, one: Item, other: Item): Item;
  };
  disk: {
    prefix: string;
    paths(): string[];
    get(path: string): string | null;
    set(path: string, raw: string | null): boolean;
    works(): boolean;
    holds(more: number): boolean;
    listen(heard: (path: string | null, raw: string | null) => void): void;
  };
  mirror: {
    patience: number;
    isMissing(): boolean;
    isEmpty(): Promise<boolean>;
    peek(name: string): Promise<{ items: [string, string][]; points: RestorePoint[] } | null>;
    fill(items: [string, string][], points: RestorePoint[]): Promise<void>;
    times(): Promise<number[]>;
    point(at: number): Promise<RestorePoint | undefined>;
    empty(): Promise<void>;
    put(records: Iterable<[string, string]>): Promise<void>;
    each(take: (records: [string, string][]) => void): Promise<void>;
    points(): Promise<RestorePoint[]>;
    keep(point: RestorePoint, stale: number[]): Promise<void>;
    clear(): Promise<void>;
  };
  store: {
    FORMAT: number;
    read(path: string): Item | null;
    write(changes: Iterable<[string, Record<string, any>]>): boolean;
    put(items: Map<string, Item>): boolean;
    heal(): Promise<string[]>;
    breathe(): Promise<unknown>;
    listenTorn(listener: (paths: string[], of: number) => void): void;
    refresh(): void;
    settled(): Promise<Saved>;
    refusal(): string;
    damaged(): string[];
    paths(): string[];
    state(id: string): State;
    since(id: string): number;
    listen(listener: (paths: string[]) => void): void;
  };
  element(tag: string, attributes?: Record<string, any>, ...children: (Node | string | number | null | false | undefined)[]): any;
  plural(number: number, word: string): string;
  say(text: string, isTrouble?: boolean): void;
  sayUnsaved(what: string): void;
  notice(name: string, text: string, answers: [string, () => void][]): void;
  placeNotices(): void;
  toast: {
    show(text: string, actions?: [string, () => void, string?][]): void;
    update(text: string): void;
    close(): void;
  };
  undo: {
    act(label: string, changes: Iterable<[string, Record<string, any>]>, words?: { undone?: string; detail?: () => string }): boolean;
    undo(): boolean;
    redo(): boolean;
  };
  need(name: "panel" | "topics" | "places" | "desk" | "files"): Promise<void>;
  counts: {
    of(scope: string): Count;
    isParent(id: string): boolean;
    leavesIn(scope: string): string[];
    leavesOf(id: string): string[];
    parentsOf(id: string): string[];
    isOffBranch(id: string): boolean;
    isNeedless(id: string): boolean;
    isOptional(id: string): boolean;
  };
  keeping: {
    point(why: string): Promise<number>;
    points(): Promise<PointLabel[]>;
    daily(): Promise<void>;
    changed(): void;
    askToPersist(isClick: boolean): void;
    exported(): void;
    unsaved(): { since: number; changes: number };
    remind(save: () => void): void;
  };
  shapeOf(map: { leaves: string[]; sets: Record<string, Ranges>; history: Record<string, [string, string][]> }): Shape;
  successors: {
    handOn(stored: { read(path: string): Item | null; parted: string[] }, shape: Shape, seen: Shape | null): { changes: Map<string, Item>; events: Change[] };
    newIn(id: string, shape: Shape, read: (path: string) => Item | null): string[];
    moves(seen: Shape, shape: Shape, isTouched: (id: string) => boolean): Change[];
    followPlan(plan: Plan, shape: Shape): Plan;
    followFocus(focus: Item, shape: Shape): Item;
  };
  updates: {
    apply(): void;
    log(): { day: string; change: Change }[];
    phrase(change: Change): (string | { id: string })[];
    isNew(id: string): boolean;
    newLeaves(): string[];
    plan(plan: Plan): Plan;
    focus(focus: Item): Item;
    handedOn(items: Map<string, Item>): Map<string, Item>;
  };
  durability: {
    isWebKit(): boolean;
    answer(): string | null;
    risks(): string[];
    isFragile(): boolean;
    ask(): Promise<string>;
    canAsk(): boolean;
    changed(): void;
    look(): Promise<void>;
  };
  erase(how?: { isOlder?: boolean }): Promise<boolean>;
  hasOlder(): Promise<boolean>;
  landing: { lead(): Promise<void> };
  rows: { bind(): void; mark(id: string, state: State, name: string, isAll?: boolean): boolean; shown(id: string): { state: State; isPartly: boolean } };
  bars: { paint(): void; percent(count: { done: number; size: number }): number };
  prose(text: string): DocumentFragment;
  panel: { toggle(button: HTMLElement): void; keep(path: string, record: Record<string, any>, told: HTMLElement): boolean };
  days: {
    number(day: string): number;
    day(days: number): string;
    dayOf(time: number | Date): string;
    weekday(days: number): number;
    today(): string;
    monday(days: number): number;
    addMonths(start: string, months: number): string;
    words(text: string): string;
  };
  atlas: {
    data: any;
    leaves: string[];
    position: Map<string, number>;
    phases: Map<string, any>;
    root: URL;
    at(address: string): string;
    title(id: string): string;
    isKnown(id: string): boolean;
    summary(id: string): string;
    kind(id: string): string;
    link(id: string, words?: string): Node;
    box(id: string): Node;
  };
  desk: { views: Map<string, (root: HTMLElement) => (Node | null)[] | Promise<(Node | null)[]>>; show(): void; showSoon(): void };
  schedule: {
    PACE: number;
    UNKNOWN: number;
    efforts(plan: Plan, road: Road): Map<number, Effort>;
    chosen(plan: Plan, road: Road, isOptional: (at: number) => boolean): number[];
    make(plan: Plan, road: Road, topics: { isOptional(at: number): boolean; isOpen(at: number): boolean; isBegun?(at: number): boolean }, from: string): Schedules;
    judge(schedules: Schedules, topics: number[], until: string): { verdict: "kept" | "tight" | "late" | "unplanned"; least: string; most: string };
  };
  planning: {
    road: Road;
    plan(): Plan | null;
    next(): string[];
    ahead(plan: Plan): Schedules;
    whole(plan: Plan): Schedules;
    progressOf(goal: any): { done: number; size: number; open: number[]; isReached: boolean };
    milestones(plan: Plan): any[];
  };
  review: {
    GRADES: Record<string, number>;
    FRESH: { reps: number; ease: number; days: number };
    next(card: any, quality: number, today: string): { reps: number; ease: number; days: number; due: string };
    due(doneAt: number, card: any): string;
  };
  habits: {
    doneOn(day: string): Set<string>;
    tick(day: string, habit: string, isDone: boolean, title: string): boolean;
    blocksOf(blocks: any[], day: string): any[];
    streak(isKept: (day: string) => boolean, today: string): number;
  };
  habitList(block: any, day: string, done: Set<string>): Node;
  calendar(events: { uid: string; from: string; to: string; title: string; text: string; isCancelled?: boolean }[], calendar: { name: string; stamp: number }): string;
  burnUp(plan: Plan): { monday: string; planned: number; done: number | null }[];
  chart(plan: Plan): HTMLElement;
  download(name: string, text: string, type: string): void;
  readJson(text: string): any;
  progress: {
    everything(): Map<string, Item>;
    newer(): Promise<string>;
    write(items: Map<string, Item>, version?: number): Promise<string>;
    read(given: ArrayBuffer | string, context: { isKnown(id: string): boolean; now: number }): Promise<Reading>;
    compare(current: Map<string, Item>, incoming: Map<string, Item>): Map<string, { before: Item | null; after: Item }>;
  };
  share: { write(text: string): Promise<string>; read(hash: string): Promise<{ text: string; error: string }> };
  within<T>(answer: Promise<T>, most?: number): Promise<T>;
  checklist(): string;
  anki(): { text: string; cards: number };
  redirected: { targets(path: string): string[]; all(items: Map<string, Item>): Map<string, Item> };
  changes: { KINDS: Record<string, string>; describe(path: string, before: Item | null, after: Item): ImportChange };
  difference(before: string, after: string): Node;
  preview(
    items: Map<string, Item>,
    options: { place: HTMLElement; from: string; warnings?: string[]; question?: string; imported(count: number, point: number, reason: string): void | Promise<void> },
  ): Promise<void>;
  imports: {
    consider(given: ArrayBuffer | string, place: HTMLElement, from: string): Promise<void>;
    look(items: Map<string, Item>, place: HTMLElement, from: string, more?: { warnings?: string[]; question?: string }): Promise<void>;
    last(): { text: string; at: number } | null;
    goBack(at: number): Promise<void>;
  };
  backup: {
    isOffered(): boolean;
    state(): BackupState | null;
    save(how?: { isClick?: boolean; isForced?: boolean }): Promise<string>;
    choose(picker: "showSaveFilePicker" | "showOpenFilePicker"): Promise<boolean>;
    text(): Promise<string>;
    soon(): void;
    follow(auto: boolean): void;
    forget(): Promise<void>;
  };
  viewBackup: {
    file(place: HTMLElement): HTMLElement;
    safety(): HTMLElement;
    part(title: string, ...inner: (Node | string | null | false)[]): HTMLElement;
    button(id: string, words: string, act: () => void): HTMLElement;
    time(at: number): string;
  };
  viewErase(): HTMLElement;
  viewCopies(place: HTMLElement): HTMLElement;
  files: {
    apply(
      make: () => Map<string, Item>,
      why: string,
      isLoss?: (path: string, before: Item, after: Item) => boolean,
    ): Promise<{ isDone: boolean; point: number; reason: string }>;
    save(): Promise<void>;
    saveDamaged(): void;
    points(): Promise<PointLabel[]>;
    knownPoints(): PointLabel[] | null;
    canUndo(): Promise<boolean>;
    restore(label: { at: number }): Promise<{ isDone: boolean; point: number; reason: string }>;
  };
}

/** Of a build of the client: what the loader of another build hands to the one that has asked. */
interface Deployed {
  build: string;
  begin(early: Map<string, { isChecked: boolean; name: string }>, tries: number): Promise<void>;
}
declare var roadmap: Client;
/** The build of the client, and the hash of each of its parts: `pages/client_files.py`. */
declare var roadmapManifest: { build: string; parts: Record<string, string> };
declare var roadmapLoader: {
  build: string;
  root: URL;
  hear: ((now: Deployed) => void) | null;
  take(name: string, hash: string, work: () => void): void;
  need(name: "panel" | "topics" | "places" | "desk" | "files"): Promise<void>;
  matchPage(): Promise<boolean>;
  ready(store: (id: string, isChecked: boolean, name: string) => void): void;
};
declare var roadmapPage: {
  build(): string;
  isWriting(): boolean;
  explain(text: string, isDead: boolean): void;
  recover(): void;
  listen(early: Map<string, { isChecked: boolean; name: string }>, isOver: () => boolean): void;
  takeBack(early: Map<string, { isChecked: boolean; name: string }>): void;
};
/** What every page knows of the roadmap: `pages/client_data.py`. */
declare var roadmapMap: {
  site: string;
  scope?: string;
  leaves: string[];
  sets: Record<string, Ranges>;
  optional: Ranges;
  branches: Ranges[][];
  history: Record<string, [string, string][]>;
};
/** What the desk knows besides: `pages/desk_data.py`. */
declare var roadmapTopics: any;
/** Where entries stand, by page and kind: `pages/places.py`. */
declare var roadmapPlaces: { kinds: string[]; pages: Record<string, Record<string, string[]>> };
/** Material's observable of pages. */
declare var document$: { subscribe(heard: () => void): void } | undefined;
