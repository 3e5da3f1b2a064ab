/* An old address names a row that is not on its page any more: go to where it stands now, or to what became of it. */

import { loader } from "./parts.ts";
import { map } from "./map.ts";
import { notice } from "./notices.ts";

const { history } = map;
const ANCHOR = /^#([a-z]+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const { root, need } = loader;

/** @param id of an entry that is there */
const placeOf = (id: string): URL | null => {
  for (const [address, kinds] of Object.entries(globalThis.roadmapPlaces.pages)) {
    for (const [kind, ids] of Object.entries(kinds)) {
      if (!ids.includes(id)) continue;
      const place = new URL(address, root);
      place.hash = `${kind}-${id}`;
      return place;
    }
  }
  return null;
};

/** The page that was asked for and is on its way. */
let going = "";

/** Lead on from an address that this page cannot answer. Anything that names no entry of the roadmap stays as it is. */
const redirect = async () => {
  const asked = location.hash;
  const [, kind, id] = ANCHOR.exec(asked) ?? [];
  if (!id || document.getElementById(asked.slice(1))) return;
  try {
    await need("places");
  } catch {
    return;
  }
  // Someone may have gone on meanwhile.
  if (location.hash !== asked || !globalThis.roadmapPlaces.kinds.includes(kind)) return;
  const successors = Object.hasOwn(history, id) ? history[id] : null;
  const place = placeOf(successors?.[0]?.[0] ?? id);
  if (place) {
    // Never twice to the same place: not while it is on its way, nor if a page should lack what it is said to hold.
    if (place.href === location.href || place.href === going) return;
    if (place.pathname !== location.pathname) going = place.href;
    location.replace(place);
  } else if (successors) notice("gone", `“${id.replaceAll("-", " ")}” has left the roadmap.`, []);
};

globalThis.addEventListener("hashchange", () => void redirect());
export const anchors = { redirect };
