/* What the service worker knows, and what it needs of its scope: TypeScript's types for workers exclude those for pages. */

/** The build that a worker belongs to. */
export interface Build {
  version: string;
  /** The size of all files, in bytes. */
  bytes: number;
  /**
   * The files by their paths in the site, without the "index.html" at the end; each with its hash and the query that
   * pages request it with.
   */
  files: Record<string, [hash: string, query?: string]>;
  /** The HTML for addresses that are not stored, while there is no connection; its links are relative to the site's root. */
  page: string;
}

/** How a request is answered. */
export interface Answer {
  /** The path of the file that can answer it. */
  file: string;
  isPage: boolean;
  /** Whether its address changes with its content, so that the stored copy is always right. */
  isVersioned: boolean;
}

export interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends WorkerEvent {
  request: Request;
  clientId: string;
  resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface WorkerScope {
  registration: { scope: string; unregister(): Promise<boolean> };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}
