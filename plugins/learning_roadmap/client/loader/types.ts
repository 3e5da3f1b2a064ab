/* What the loaders of different builds say to one another. */

/** A box that was ticked before it could be stored. */
export interface EarlyTick {
  isChecked: boolean;
  name: string;
}

/** Of a build of the client: what the loader of another build hands to the one that has asked. */
export interface Deployed {
  build: string;
  begin(early: Map<string, EarlyTick>, tries: number): Promise<void>;
}

/** Parts of the client that are loaded when something needs them. */
export type PartName = "panel" | "topics" | "places" | "desk" | "files";

/** The loader, as the parts of its build see it. */
export interface Loader {
  build: string;
  root: URL;
  /** Answers to a page that has asked for the newest build; null when nobody has. */
  hear: ((now: Deployed) => void) | null;
  take(name: string, hash: string, work: () => void): void;
  need(name: PartName): Promise<void>;
  matchPage(): Promise<boolean>;
  ready(store: (id: string, isChecked: boolean, name: string) => void): void;
}
