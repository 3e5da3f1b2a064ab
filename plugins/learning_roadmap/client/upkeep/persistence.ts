/* How long a browser keeps what a site stores, and requests to keep it permanently. */

import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";
import { text } from "../core/strings.ts";

const ANSWER = "meta/persist";
const ASKED = "meta/persist-asked";
/** After a refusal, the browser is asked again after this many changes; each time twice as many, and only so often. */
const AGAIN = { first: 40, most: 6 };

/**
 * WebKit deletes what scripts have stored after seven days of use without a visit (webkit.org/tracking-prevention,
 * "7-Day Cap on All Script-Writeable Storage"), on every browser of iOS. Recognized by features that it alone has; a
 * site on the home screen is exempt.
 */
const isWebKit = () =>
  (/^Apple/.test(navigator.vendor) ||
    "GestureEvent" in globalThis ||
    "webkitConvertPointFromNodeToPage" in globalThis) &&
  !("mozInnerScreenX" in globalThis);
const isOnHomeScreen = () => (navigator as any).standalone === true;
/** Firefox asks the learner; other browsers decide by themselves. */
const prompts = () => "mozInnerScreenX" in globalThis;
const answer = () => localStore.get(ANSWER);
const hasDatabase = () => {
  try {
    return Boolean(globalThis.indexedDB);
  } catch {
    return false;
  }
};

const requests = () => {
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
  localStore.set(ASKED, JSON.stringify({ times: requests().times + 1, changes: 0 }));
  try {
    localStore.set(ANSWER, (await navigator.storage.persist()) ? "granted" : "refused");
  } catch {
    // The last answer still holds.
  } finally {
    isAsking = false;
  }
  return answer() ?? "";
};

export const persistence = {
  isWebKit,
  answer,
  /** Why the browser may delete what is stored here; most urgent first, empty where it has promised not to. */
  risks(): string[] {
    const risks = [];
    if (isWebKit() && !isOnHomeScreen()) risks.push(text("persistence.webkit"));
    if (!hasDatabase()) risks.push(text("persistence.no_database"));
    if (answer() !== "granted") risks.push(text("persistence.not_granted"));
    return risks;
  },
  /** Whether a copy elsewhere is needed soon. */
  isFragile() {
    return (isWebKit() && !isOnHomeScreen()) || !hasDatabase() || answer() === "refused";
  },
  ask,
  /** Whether there is anything to ask for. */
  canAsk: () => store.refusal() === "" && Boolean(navigator.storage?.persist) && answer() !== "granted",
  /** After the first change, and again as engagement grows, ask browsers that decide by themselves. */
  changed() {
    if (answer() === "granted" || prompts()) return;
    const { times, changes } = requests();
    if (times === 0 || (times < AGAIN.most && changes + 1 >= AGAIN.first * 2 ** (times - 1))) void ask();
    else localStore.set(ASKED, JSON.stringify({ times, changes: changes + 1 }));
  },
  /** Some browsers grant later what they refused at first: check without asking. */
  async look() {
    if (store.refusal() !== "") return;
    try {
      if (await navigator.storage?.persisted?.()) localStore.set(ANSWER, "granted");
      else if (answer() === "granted") localStore.set(ANSWER, "refused");
    } catch {
      // Unknown: nothing is promised.
    }
  },
};
