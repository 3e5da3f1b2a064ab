/* localStorage, the first copy: one key for each record, so that tabs never overwrite one another. */

import { scope } from "./scope.ts";

const { prefix } = scope;

export const localStore = {
  prefix,
  /**
   * @param keys of all that is stored, if they are known
   * @returns the paths of everything that is stored for this site; none where storage is blocked
   */
  paths(keys: string[] | null = null): string[] {
    try {
      return (keys ?? Object.keys(localStorage))
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length));
    } catch {
      return [];
    }
  },
  get(path: string): string | null {
    try {
      return localStorage.getItem(prefix + path);
    } catch {
      return null;
    }
  },
  /**
   * @param raw null removes it
   * @returns false when the browser refuses; then the old value is unchanged
   */
  set(path: string, raw: string | null): boolean {
    try {
      if (raw === null) localStorage.removeItem(prefix + path);
      else localStorage.setItem(prefix + path, raw);
      return true;
    } catch {
      return false;
    }
  },
  /** @returns whether anything can be stored at all */
  works(): boolean {
    return this.holds(1);
  },
  /**
   * @param more characters
   * @returns whether so many can be stored
   */
  holds(more: number): boolean {
    try {
      localStorage.setItem(`${prefix}meta/probe`, "1".repeat(more));
      localStorage.removeItem(`${prefix}meta/probe`);
      return true;
    } catch {
      return false;
    }
  },
  /** @param listener is given the path that another tab has changed and its new text; null for everything */
  listen(listener: (path: string | null, raw: string | null) => void) {
    globalThis.addEventListener("storage", (event) => {
      if (event.key === null) listener(null, null);
      else if (event.key.startsWith(prefix) && !event.key.startsWith(`${prefix}meta/`))
        listener(event.key.slice(prefix.length), event.newValue);
    });
  },
};
