/* All sites of one origin share a storage, so each site has a prefix for its keys: its scope. */

import { loader } from "../core/parts.ts";
import { map } from "../core/map.ts";

const { site, scope: configuredScope = "" } = map;
/** The prefix from before the keys contained the path. */
const LEGACY = `roadmap/${site}/`;

const { root } = loader;

/** The path without percent-encoding: %7E and ~ are the same folder. */
const decoded = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
/** A scope that begins with a point is a path relative to the site's: several languages of a site share one. */
const name =
  configuredScope === "" || configuredScope.startsWith(".")
    ? decoded(new URL(configuredScope, root).pathname)
    : configuredScope;
const own = `roadmap/${site}@${encodeURIComponent(name)}/`;
const MARK = `${own}meta/scope`;
// A copy is another device: with the same device name, each site would take the other's texts for older ones of its
// own.
const isNotCopied = (path: string) => /^meta\/(?:device|probe|scope|points)$/.test(path);

/** The keys of all that is stored when the page is opened, null where storage is blocked. To list thousands takes milliseconds. */
const keys = (() => {
  try {
    return Object.keys(localStorage);
  } catch {
    return null;
  }
})();

/** @returns what was done with the records of the older scope; an empty state if nothing was */
const mark = (): { state: string; at: number } => {
  try {
    const { state, at } = JSON.parse(localStorage.getItem(MARK) ?? "");
    return { state: String(state), at: Number(at) || 0 };
  } catch {
    return { state: "", at: 0 };
  }
};
/** @param state "copying", "taken", "kept", "empty" or "own" */
const setMark = (state: string, at: number = mark().at) => {
  try {
    localStorage.setItem(MARK, JSON.stringify({ state, at }));
    return true;
  } catch {
    return false;
  }
};

/** The paths that this page copied */
let copied: string[] = [];

/**
 * Copy the records of the older scope, if this scope is empty. They stay where they are, too.
 * @returns false when there is no room for a copy
 */
const copyLegacy = (): boolean => {
  const { state } = mark();
  const isEmpty = !(keys ?? []).some((key) => key.startsWith(own) && !key.startsWith(`${own}meta/`));
  // If the browser was closed while copying, continue.
  if (state !== "copying" && (state !== "" || !isEmpty)) return true;
  const paths = (keys ?? []).filter((key) => key.startsWith(LEGACY)).map((key) => key.slice(LEGACY.length));
  if (!paths.some((path) => !path.startsWith("meta/"))) return true;
  if (!setMark("copying", Date.now())) return false;
  for (const path of paths) {
    if (isNotCopied(path) || localStorage.getItem(own + path) !== null) continue;
    try {
      localStorage.setItem(own + path, localStorage.getItem(LEGACY + path) ?? "");
      copied.push(path);
    } catch {
      for (const copiedPath of copied) localStorage.removeItem(own + copiedPath);
      localStorage.removeItem(MARK);
      copied = [];
      return false;
    }
  }
  return setMark("taken");
};

const choose = () => {
  try {
    // Without room for a copy, the records are used where they are.
    return copyLegacy() ? own : LEGACY;
  } catch {
    return own;
  }
};

const prefix = choose();
export const scope = { prefix, LEGACY, keys, copied, mark, setMark };
