/* Whose records are whose: all sites of one origin share a storage, so each keeps to keys of its own. */

import { loader } from "../core/parts.ts";
import { map } from "../core/map.ts";

const { site, scope: given = "" } = map;
/** Where records lay before the path belonged to their keys. */
const LEGACY = `roadmap/${site}/`;

const { root } = loader;

/** The path as people write it: %7E and ~ are the same folder. */
const plain = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
const own = `roadmap/${site}@${encodeURIComponent(given || plain(root.pathname))}/`;
const MARK = `${own}meta/scope`;
// A copy is another author: with the same name, two sites would take one another's texts for their own older ones.
const isLeft = (path: string) => /^meta\/(?:device|probe|scope|points)$/.test(path);

/** @returns what became of the records of the older scope; an empty state for nothing yet */
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

/** The paths that were copied just now */
let copied: string[] = [];

/**
 * Copy the records of the older scope, if this scope is empty. They stay where they are, too.
 * @returns false when there is no room for a copy
 */
const copyLegacy = (): boolean => {
  const keys = Object.keys(localStorage);
  const { state } = mark();
  const isEmpty = !keys.some((key) => key.startsWith(own) && !key.startsWith(`${own}meta/`));
  // A browser may have been closed in the middle of copying: then it goes on.
  if (state !== "copying" && (state !== "" || !isEmpty)) return true;
  const paths = keys.filter((key) => key.startsWith(LEGACY)).map((key) => key.slice(LEGACY.length));
  if (!paths.some((path) => !path.startsWith("meta/"))) return true;
  if (!setMark("copying", Date.now())) return false;
  for (const path of paths) {
    if (isLeft(path) || localStorage.getItem(own + path) !== null) continue;
    try {
      localStorage.setItem(own + path, localStorage.getItem(LEGACY + path) ?? "");
      copied.push(path);
    } catch {
      for (const done of copied) localStorage.removeItem(own + done);
      localStorage.removeItem(MARK);
      copied = [];
      return false;
    }
  }
  return setMark("taken");
};

const choose = () => {
  try {
    // Without room for a copy the records are used where they are, rather than not at all.
    return copyLegacy() ? own : LEGACY;
  } catch {
    return own;
  }
};

const prefix = choose();
export const scope = { prefix, LEGACY, copied, mark, setMark };
