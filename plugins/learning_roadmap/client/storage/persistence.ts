/* How long a browser keeps what a site stores, and asking it to keep it for good. */

import { localStore } from "./local-storage.ts";
import { store } from "./store.ts";

const ANSWER = "meta/persist";
const ASKED = "meta/persist-asked";
/**
 * A browser that has refused is asked again when the learner has done so much more; each time twice as much, and not
 * for ever.
 */
const AGAIN = { first: 40, most: 6 };

/**
 * WebKit deletes what scripts have stored after seven days of use without a visit (webkit.org/tracking-prevention,
 * "7-Day Cap on All
 * Script-Writeable Storage"), on every browser of iOS. Known by what it alone has; a site on the home screen is exempt.
 */
const isWebKit = () =>
  (/^Apple/.test(navigator.vendor) ||
    "GestureEvent" in globalThis ||
    "webkitConvertPointFromNodeToPage" in globalThis) &&
  !("mozInnerScreenX" in globalThis);
const isOnHomeScreen = () => (navigator as any).standalone === true;
/** Firefox asks the learner; others decide by themselves. */
const prompts = () => "mozInnerScreenX" in globalThis;
const answer = () => localStore.get(ANSWER);
const hasDatabase = () => {
  try {
    return Boolean(globalThis.indexedDB);
  } catch {
    return false;
  }
};

const known = () => {
  try {
    const { times, changes } = JSON.parse(localStore.get(ASKED) ?? "");
    if ([times, changes].every((value) => Number.isSafeInteger(value) && value >= 0)) return { times, changes };
  } catch {
    // Not asked yet.
  }
  return { times: 0, changes: 0 };
};

let isAsking = false;
/** @returns "granted", "refused", or empty where browsers are not asked at all */
const ask = async (): Promise<string> => {
  if (isAsking || !navigator.storage?.persist) return answer() ?? "";
  isAsking = true;
  localStore.set(ASKED, JSON.stringify({ times: known().times + 1, changes: 0 }));
  try {
    localStore.set(ANSWER, (await navigator.storage.persist()) ? "granted" : "refused");
  } catch {
    // Nothing is said of it: it stays as it was.
  } finally {
    isAsking = false;
  }
  return answer() ?? "";
};

export const persistence = {
  isWebKit,
  answer,
  /**
   * Why what is stored here may be gone one day; most urgent first, empty where the browser has promised to keep it.
   */
  risks(): string[] {
    const found = [];
    if (isWebKit() && !isOnHomeScreen())
      found.push(
        "This browser (Safari, or one built on WebKit) deletes a site's data after seven days of use without a visit to the site.",
      );
    if (!hasDatabase())
      found.push(
        "IndexedDB is not available: there is no second copy. This is often a private window, and everything is deleted when it closes.",
      );
    if (answer() !== "granted")
      found.push(
        "The browser may delete this site's data when the disk is full. In a private window everything is deleted when the window closes.",
      );
    return found;
  },
  /** Whether a copy elsewhere is needed soon. */
  isFragile() {
    return (isWebKit() && !isOnHomeScreen()) || !hasDatabase() || answer() === "refused";
  },
  ask,
  /** Whether there is anything to ask for. */
  canAsk: () => store.refusal() === "" && Boolean(navigator.storage?.persist) && answer() !== "granted",
  /**
   * Something has changed: at the first time, and then as engagement grows, browsers that decide by themselves are
   * asked.
   */
  changed() {
    if (answer() === "granted" || prompts()) return;
    const { times, changes } = known();
    if (times === 0 || (times < AGAIN.most && changes + 1 >= AGAIN.first * 2 ** (times - 1))) void ask();
    else localStore.set(ASKED, JSON.stringify({ times, changes: changes + 1 }));
  },
  /** Some browsers keep what they did not promise at first: look without asking. */
  async look() {
    if (store.refusal() !== "") return;
    try {
      if (await navigator.storage?.persisted?.()) localStore.set(ANSWER, "granted");
      else if (answer() === "granted") localStore.set(ANSWER, "refused");
    } catch {
      // Nobody knows; then nothing is promised.
    }
  },
};
