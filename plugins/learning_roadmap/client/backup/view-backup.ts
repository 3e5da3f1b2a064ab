/* Backup & sync: export, import, a backup file, restore, erase. */

import { anki } from "./anki.ts";
import { checklist } from "./checklist.ts";
import { files } from "./files.ts";
import { imports } from "./import.ts";
import { progress } from "./progress-file.ts";
import { share } from "./share-link.ts";
import { viewBackup } from "./view-backup-file.ts";
import { viewErase } from "./view-erase.ts";
import { viewOtherScopes } from "./view-other-scopes.ts";
import { backups } from "../core/backups.ts";
import { download } from "../core/download.ts";
import { element, plural } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { say } from "../core/notices.ts";
import type { PointLabel } from "../core/types.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { store } from "../storage/store.ts";

const { part, button, time } = viewBackup;
const site = map.site;
// What is being looked at outlives the view: it is made anew whenever something changes, in another tab too.
const place = element("div.rm-consider");
const link = element("input.rm-field", { readonly: true, hidden: true, "aria-label": "The link" });
const told = element("p.rm-line", { role: "status" });

const makeLink = async (isWhole: boolean) => {
  const items = new Map([...progress.everything()].filter(([path]) => isWhole || /^(?:state|phase)\//.test(path)));
  const address = new URL(roadmapIndex.at(roadmapIndex.data.pages.shared));
  address.hash = await share.write(await progress.write(items));
  link.value = address.href;
  link.hidden = false;
  link.select();
  try {
    await navigator.clipboard.writeText(address.href);
    told.textContent = `Copied: ${plural(address.href.length, "character")}.`;
    if (isWhole) backups.exported();
  } catch {
    told.textContent = `${plural(address.href.length, "character")}. Copy it from the field.`;
  }
  if (address.href.length > 8000) told.textContent += " Some programs cut links as long as this; a file is safer.";
};

const exporting = () =>
  part(
    "Export",
    element("p", {}, "All your progress in one file, for another browser or as a backup."),
    element(
      "p",
      {},
      button("save", "Export to a file", () => void files.save().then(dashboard.show)),
    ),
    element(
      "p",
      {},
      button("share", "Link that shows your ticks", () => void makeLink(false)),
      " ",
      button("move", "Link with everything, for another device", () => void makeLink(true)),
    ),
    link,
    told,
    element(
      "p",
      {},
      button("checklist", "Checklist (Markdown)", () => download(`${site}-checklist.md`, checklist(), "text/markdown")),
      " ",
      button("anki", "Cards for Anki", () => {
        const { text, cards } = anki();
        if (cards > 0) download(`${site}-anki.txt`, text, "text/plain");
        say(
          cards > 0
            ? `${plural(cards, "card")} saved. In Anki: File, Import.`
            : "No cards yet: a card is a topic that is done and has a note or a summary.",
          cards === 0,
        );
      }),
    ),
  );

const importing = () => {
  const input = element("input", {
    type: "file",
    id: "file",
    accept: ".json,application/json",
    onchange: async () => {
      const [file] = input.files ?? [];
      if (!file) return;
      if (file.size > 20_000_000) place.replaceChildren(element("p", {}, "[LIM-SIZE] The file is larger than 20 MB."));
      else await imports.consider(await file.arrayBuffer(), place, `“${file.name}”`);
      input.value = "";
    },
  });
  const last = imports.last();
  return part(
    "Import",
    element("p", {}, "You see every change before anything is imported."),
    element("label.rm-label", {}, "A progress file ", input),
    last
      ? element(
          "p",
          {},
          `${last.text} `,
          button("undo", "Undo", () => void imports.goBack(last.at)),
        )
      : null,
    viewOtherScopes(place),
  );
};

/** The page stands at once, and the restore points come when IndexedDB answers. */
const restoring = () => {
  const list = element("div");
  let points = files.knownPoints();
  const fill = () =>
    list.replaceChildren(
      points === null
        ? element("p", {}, "Loading …")
        : points.length === 0
          ? element("p", {}, "No restore points yet.")
          : element(
              "ul.rm-list.rm-points",
              {},
              ...points.map((point) =>
                element(
                  "li",
                  {},
                  `${time(point.at)}, ${point.why}, ${plural(point.size, "entry")} `,
                  button(`point-${point.at}`, "Restore", () => void imports.goBack(point.at)),
                ),
              ),
            ),
    );
  fill();
  const isSame = (found: PointLabel[]) =>
    points !== null && found.map(({ at }) => at).join() === points.map(({ at }) => at).join();
  files.points().then(
    (found) => {
      if (isSame(found)) return;
      points = found;
      fill();
    },
    () => {
      list.replaceChildren(
        element(
          "p",
          {},
          "IndexedDB is not available or does not answer (often so in private windows): there are no restore points. Export and import work.",
        ),
      );
    },
  );
  const damaged = store.damaged().length;
  return part(
    "Restore",
    element("p", {}, "Restore points are made each day, before an import and before a restore. Ten are kept."),
    list,
    damaged > 0
      ? element(
          "p",
          {},
          `${plural(damaged, "damaged entry")} set aside. `,
          button("damaged", "Save them", files.saveDamaged),
        )
      : null,
  );
};

const orphans = () => {
  const found = store
    .paths()
    .filter((path) => /^(?:state|note|links)\//.test(path))
    .map((path) => path.split("/")[1])
    .filter((id) => !roadmapIndex.isKnown(id) && !Object.hasOwn(map.history, id));
  const ids = [...new Set(found)];
  if (ids.length === 0) return null;
  return part(
    "No longer in the roadmap",
    element(
      "p",
      {},
      `Your entries on these are kept and exported: ${ids.slice(0, 50).join(", ")}${ids.length > 50 ? " …" : ""}`,
    ),
  );
};

dashboard.views.set("keep", () => [
  element("div.rm-parts", {}, exporting(), importing()),
  place,
  element("div.rm-parts", {}, viewBackup.file(place), viewBackup.safety(), restoring(), viewErase(), orphans()),
]);
