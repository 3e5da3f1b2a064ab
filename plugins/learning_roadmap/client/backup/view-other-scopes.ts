/* Imports progress of another copy of this roadmap on the same origin, such as an older address of the site or a fork.
 */

import { otherScopes } from "../upkeep/other-scopes.ts";
import { imports } from "./import.ts";
import { withTimeout } from "./timeout.ts";
import { element } from "../core/elements.ts";
import { nodes, text } from "../core/strings.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import type { Item } from "../storage/types.ts";

let copies: { name: string; items: Map<string, Item> }[] = [];
let isRequested = false;

/** List the other copies that have records. */
const find = async () => {
  if (!otherScopes) return [];
  const prefixes = [...(await otherScopes.others())].map((one) => (typeof one === "string" ? one : one.prefix));
  const scopes = await Promise.all(
    prefixes.map(async (prefix: string) => ({ name: nameOf(prefix), items: await otherScopes.read(prefix) })),
  );
  return scopes.filter(({ items }) => items.size > 0);
};

/** @returns the path of the site with that prefix */
const nameOf = (prefix: string) => {
  const path = /@([^/]*)\/?$/.exec(prefix)?.[1];
  try {
    return path === undefined ? text("backup.import.earlier_version") : decodeURIComponent(path);
  } catch {
    return prefix;
  }
};

/** @param place for the preview of an import */
export const viewOtherScopes = (place: HTMLElement) => {
  const box = element("div", { hidden: copies.length === 0 });
  box.append(
    element("h3", {}, text("backup.import.other_copies")),
    element(
      "ul.rm-list",
      {},
      ...copies.map(({ name, items }, at) =>
        element(
          "li",
          {},
          ...nodes("backup.import.copy", { name: element("bdi", {}, name), count: items.size }),
          " ",
          element(
            "button.rm-button",
            {
              type: "button",
              id: `copy-${at}`,
              onclick: () => void imports.look(items, place, text("backup.file_named", { name })),
            },
            text("backup.import.import_copy"),
          ),
        ),
      ),
    ),
  );
  if (!isRequested) {
    isRequested = true;
    withTimeout(find()).then(
      (scopes) => {
        copies = scopes;
        if (copies.length > 0) dashboard.show();
      },
      () => {},
    );
  }
  return box;
};
