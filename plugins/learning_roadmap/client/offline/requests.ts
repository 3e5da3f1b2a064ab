/* Which of the stored files answers a request, if any. All other requests are left to the browser. */

import type { Answer, Build } from "./types.ts";

/** A name with the hash of the content, as in "core.9299b01fe895.js" */
const HASHED = /\.[0-9a-f]{8,}\./;
/** The loader requests the deployed build with it: see `loader.ts`. */
const FRESH = "?fresh=";

/** Whether the address of a file changes with its content. */
export const isVersioned = (file: string, files: Build["files"]) => files[file].length > 1 || HASHED.test(file);

const decoded = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * @param scope the address of the site's root
 * @returns null for a request that is none of this site's files
 */
export const answerTo = (
  { method, url, headers }: Pick<Request, "method" | "url" | "headers">,
  scope: URL,
  files: Build["files"],
): Answer | null => {
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || headers.has("range")) return null;
  if (origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  const file = decoded(pathname.slice(scope.pathname.length)).replace(/(^|\/)index\.html$/, "$1");
  if (!Object.hasOwn(files, file)) return null;
  const isPage = file === "" || /(?:\/|\.html)$/.test(file);
  const [, query = ""] = files[file];
  // Another query is another version of the file.
  if (!isPage && search !== query && !search.startsWith(FRESH)) return null;
  return { file, isPage, isVersioned: !isPage && search === query && isVersioned(file, files) };
};
