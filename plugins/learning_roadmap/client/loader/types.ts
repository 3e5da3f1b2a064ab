/* What the loaders of different builds exchange. */

/** A box that was ticked before it could be stored. */
export interface EarlyTick {
  isChecked: boolean;
  name: string;
}

/** A build of the client, as its loader introduces itself to that of another build. */
export interface Deployed {
  build: string;
  begin(early: Map<string, EarlyTick>, tries: number): Promise<void>;
}

/** Parts of the client that are loaded when something needs them. */
export type PartName =
  | "upkeep"
  | "share-map"
  | "filters"
  | "dashboard-strings"
  | "panel"
  | "topics"
  | "questions"
  | "summaries"
  | "locations"
  | "graph"
  | "reasons"
  | "dashboard"
  | "paths"
  | "certificates"
  | "map-filters"
  | "search-entries"
  | "search"
  | "backup";

/** The loader, as the parts of its build see it. */
export interface Loader {
  build: string;
  root: URL;
  /** Receives the deployed build; null unless a request for it is running. */
  hear: ((now: Deployed) => void) | null;
  take(name: string, hash: string, work: () => void): void;
  need(name: PartName): Promise<void>;
  matchPage(): Promise<boolean>;
  /** The core calls this once it can store ticks. */
  ready(store: (id: string, isChecked: boolean, name: string) => void): void;
}
