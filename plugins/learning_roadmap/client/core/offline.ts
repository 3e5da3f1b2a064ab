/* Registers the service worker, which stores the site to be read without a connection. */

import { map } from "./map.ts";
import { loader } from "./parts.ts";
import { scope } from "../storage/scope.ts";

const DAY = 86_400_000;

/** Whether the learner has just erased everything: then nothing is stored again at once. */
const isErased = () => {
  const { state, at } = scope.mark();
  return state === "empty" && Date.now() - at < DAY;
};

/** Where a browser, an address such as file: or the learner allows no worker, the site is read as before. */
export const registerWorker = () => {
  const { connection, serviceWorker } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!map.offline || !serviceWorker || connection?.saveData || location.protocol === "file:" || isErased()) return;
  const register = () =>
    serviceWorker
      .register(new URL("service-worker.js", loader.root), { updateViaCache: "none" })
      // The browser refuses it, as in some private windows, or a download has failed: the next visit tries again.
      .catch(() => {});
  // What it downloads must not delay the page.
  if (document.readyState === "complete") void register();
  else addEventListener("load", register, { once: true });
};
