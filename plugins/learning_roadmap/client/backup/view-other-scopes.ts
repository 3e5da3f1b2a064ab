/* Progress of another copy of this roadmap on the same origin: an older address of the site, or a fork. Looked at and
   imported like a file. */

import { otherScopes } from "../core/other-scopes.ts";
import { imports } from "./import.ts";
import { withTimeout } from "./timeout.ts";
import { element, plural } from "../core/elements.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import type { Item } from "../storage/types.ts";

let copies: { name: string; items: Map<string, Item> }[] = [];
let isAsked = false;

/** Which there are, in whatever form they are listed. */
const find = async () => {
  if (!otherScopes) return [];
  const prefixes = [...(await otherScopes.others())].map((one) => (typeof one === "string" ? one : one.prefix));
  const found = await Promise.all(
    prefixes.map(async (prefix: string) => ({ name: nameOf(prefix), items: await otherScopes.read(prefix) })),
  );
  return found.filter(({ items }) => items.size > 0);
};

/** The path of the site that a prefix is of. */
const nameOf = (prefix: string) => {
  const path = /@([^/]*)\/?$/.exec(prefix)?.[1];
  try {
    return path === undefined ? "an earlier version of this site" : decodeURIComponent(path);
  } catch {
    return prefix;
  }
};

/** @param place where the look at it is shown */
export const viewOtherScopes = (place: HTMLElement) => {
  const box = element("div", { hidden: copies.length === 0 });
  box.append(
    element("h3", {}, "Import from another copy on this site"),
    element(
      "ul.rm-list",
      {},
      ...copies.map(({ name, items }, at) =>
        element(
          "li",
          {},
          element("bdi", {}, name),
          `: ${plural(items.size, "entry")} `,
          element(
            "button.rm-button",
            { type: "button", id: `copy-${at}`, onclick: () => void imports.look(items, place, `“${name}”`) },
            "Import …",
          ),
        ),
      ),
    ),
  );
  if (!isAsked) {
    isAsked = true;
    withTimeout(find()).then(
      (found) => {
        copies = found;
        if (copies.length > 0) dashboard.show();
      },
      () => {},
    );
  }
  return box;
};
