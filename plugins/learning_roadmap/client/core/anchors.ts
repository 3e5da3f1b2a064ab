/* An old address may name a row that is no longer on its page: go to where it is now, or say that it was removed. */

import { map } from "./map.ts";
import { notice } from "./notices.ts";
import { loader } from "./parts.ts";
import { text } from "./strings.ts";

const { history } = map;
const ANCHOR = /^#([a-z]+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const { root, need } = loader;

/** @returns the address of an entry; null if no page has it */
const addressOf = (id: string): URL | null => {
  for (const [page, kinds] of Object.entries(globalThis.roadmapLocations.pages)) {
    for (const [kind, ids] of Object.entries(kinds)) {
      if (!ids.includes(id)) continue;
      const address = new URL(page, root);
      address.hash = `${kind}-${id}`;
      return address;
    }
  }
  return null;
};

/** The page that is being loaded. */
let destination = "";

/** Go on from an address that this page does not have. An address that names no entry of the roadmap stays as it is. */
const redirect = async () => {
  const { hash } = location;
  const [, kind, id] = ANCHOR.exec(hash) ?? [];
  if (!id || document.getElementById(hash.slice(1))) return;
  try {
    await need("locations");
  } catch {
    return;
  }
  // The learner may have gone on meanwhile.
  if (location.hash !== hash || !globalThis.roadmapLocations.kinds.includes(kind)) return;
  const successors = Object.hasOwn(history, id) ? history[id] : null;
  const address = addressOf(successors?.[0]?.[0] ?? id);
  if (address) {
    // Never twice to the same address: it may still be loading, or its page may lack the row.
    if (address.href === location.href || address.href === destination) return;
    if (address.pathname !== location.pathname) destination = address.href;
    location.replace(address);
  } else if (successors) notice("gone", text("anchors.removed", { name: id.replaceAll("-", " ") }));
};

globalThis.addEventListener("hashchange", () => void redirect());
export const anchors = { redirect };
