/* Globals that are not defined in the modules: data that the site build writes, and Material's observable. */

import type { Ranges } from "./core/types.ts";
import type { TopicsData } from "./dashboard/types.ts";
import type { GraphData } from "./graph/types.ts";
import type { Loader } from "./loader/types.ts";
import type { Build } from "./offline/types.ts";
import type { SearchData } from "./search/types.ts";

declare global {
  /** What the parts share, each from its `main.ts`. */
  var roadmap: Record<string, unknown>;
  /** The build of the client, and the hash of each of its parts: `pages/client_files.py`. */
  var roadmapManifest: { build: string; parts: Record<string, string>; strings: Record<string, string> };
  var roadmapLoader: Loader;
  /** What every page knows of the roadmap: `pages/client_data.py`. */
  var roadmapMap: {
    site: string;
    scope?: string;
    /** The address of the page of paths, from the site's root. */
    path: string;
    leaves: string[];
    sets: Record<string, Ranges>;
    optional: Ranges;
    /** The hours of each topic, in the map's order; 0 where they are not known. Empty where none are. */
    hours?: number[];
    /** The own hours of topics with subtopics, by id. */
    parentHours?: Record<string, number>;
    /** Of each choice, the branch that counts while none is begun comes first. */
    branches: Ranges[][];
    /** Exercises have hours like topics; those of projects are counted apart. */
    tasks: Record<"exercises" | "projects", { ids: string[]; hours?: number[]; sets: Record<string, Ranges> }>;
    history: Record<string, [string, string][]>;
    /** The topics that were added after the publication, by day. */
    added?: [string, Ranges][];
    /** Whether the site is stored to be read offline. */
    offline?: true;
    /** The roots of the site in each of its languages, as seen from its own. */
    languages?: string[];
  };
  /** What the dashboard knows besides: `pages/dashboard_data.py`. */
  var roadmapTopics: TopicsData;
  /** The graph of prerequisites: `pages/graph_data.py`. */
  var roadmapGraph: GraphData;
  /** Why topics need others, and the alternative names of goals by id: `pages/graph_data.py`. */
  var roadmapReasons: { texts: string[]; of: number[][]; also: Record<string, string[]> } | undefined;
  /** Summaries by topic: `pages/client_data.py`. */
  var roadmapSummaries: Record<string, string>;
  /** Questions with their answers, by topic: `pages/client_data.py`. */
  var roadmapQuestions: Record<string, [string, string][]> | undefined;
  /** The ids of entries by page and kind: `pages/locations.py`. */
  var roadmapLocations: { kinds: string[]; pages: Record<string, Record<string, string[]>> };
  /** What is searched: `pages/search_data.py`. */
  var roadmapSearchEntries: SearchData;
  /** What the service worker stores; null if it removes itself: `pages/offline.py`. */
  var roadmapOffline: Build | null;
  /** The section `client` of the catalogue of strings. */
  var roadmapStrings: object;
  /** Material's observable of pages. */
  var document$: { subscribe(listener: () => void): void } | undefined;
}
