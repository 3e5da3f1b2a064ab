/* Backup & sync: export, import, a backup file, restore, erase. */

import { anki } from "./anki.ts";
import { checklist } from "./checklist.ts";
import { files } from "./files.ts";
import { imports } from "./import.ts";
import { problemLine } from "./problem-line.ts";
import { progress } from "./progress-file.ts";
import { share } from "./share-link.ts";
import { viewBackup } from "./view-backup-file.ts";
import { viewErase } from "./view-erase.ts";
import { viewOtherScopes } from "./view-other-scopes.ts";
import { backups } from "../upkeep/backups.ts";
import { download } from "../core/download.ts";
import { element } from "../core/elements.ts";
import { map } from "../core/map.ts";
import { say } from "../core/notices.ts";
import { listed, paragraph, text } from "../core/strings.ts";
import type { PointLabel } from "../core/types.ts";
import { dashboard } from "../dashboard/dashboard.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";
import { store } from "../storage/store.ts";

const { part, button, time } = viewBackup;
const site = map.site;
// The preview outlives the view, which is rendered again after every change, also in another tab.
const place = element("div.rm-preview-place");
const link = element("input.rm-field", { readonly: true, hidden: true, "aria-label": text("backup.export.link") });
const linkStatus = element("p.rm-line", { role: "status" });

const makeLink = async (isWhole: boolean) => {
  const items = new Map([...progress.everything()].filter(([path]) => isWhole || /^(?:state|phase)\//.test(path)));
  const address = new URL(roadmapIndex.at(roadmapIndex.data.pages.shared));
  address.hash = await share.write(await progress.write(items));
  link.value = address.href;
  link.hidden = false;
  link.select();
  const count = address.href.length;
  let result = text("backup.export.link_copied", { count });
  try {
    await navigator.clipboard.writeText(address.href);
    if (isWhole) backups.exported();
  } catch {
    result = text("backup.export.link_shown", { count });
  }
  linkStatus.textContent = paragraph([result, count > 8000 ? text("backup.export.link_long") : ""]);
};

const exporting = () =>
  part(
    text("backup.export.title"),
    element("p", {}, text("backup.export.lead")),
    element(
      "p",
      {},
      button("save", text("backup.export.export"), () => void files.save().then(dashboard.show)),
    ),
    element(
      "p",
      {},
      button("share", text("backup.export.share"), () => void makeLink(false)),
      " ",
      button("move", text("backup.export.move"), () => void makeLink(true)),
    ),
    link,
    linkStatus,
    element(
      "p",
      {},
      button("checklist", text("backup.export.checklist"), () =>
        download(`${site}-checklist.md`, checklist(), "text/markdown"),
      ),
      " ",
      button("anki", text("backup.export.anki"), () => {
        const { text: content, cards } = anki();
        if (cards > 0) download(`${site}-anki.txt`, content, "text/plain");
        say(
          cards > 0 ? text("backup.export.anki_exported", { count: cards }) : text("backup.export.anki_empty"),
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
      if (file.size > progress.MOST_BYTES) place.replaceChildren(element("p", {}, ...problemLine(progress.tooLarge())));
      else await imports.consider(await file.arrayBuffer(), place, text("backup.file_named", { name: file.name }));
      input.value = "";
    },
  });
  const last = imports.last();
  return part(
    text("backup.import.title"),
    element("p", {}, text("backup.import.lead")),
    element("p", {}, element("label.rm-label", {}, `${text("backup.import.file")} `, input)),
    last
      ? element(
          "p",
          {},
          `${last.message} `,
          button("undo", text("backup.import.undo"), () => void imports.goBack(last.at)),
        )
      : null,
    viewOtherScopes(place),
  );
};

/** The part is shown at once; the restore points follow when IndexedDB responds. */
const restoring = () => {
  const list = element("div");
  let points = files.knownPoints();
  const fill = () =>
    list.replaceChildren(
      points === null
        ? element("p", {}, text("backup.restore.loading"))
        : points.length === 0
          ? element("p", {}, text("backup.restore.none"))
          : element(
              "ul.rm-list.rm-points",
              {},
              ...points.map((point) =>
                element(
                  "li",
                  {},
                  `${text("backup.restore.point", { time: time(point.at), reason: point.why, count: point.size })} `,
                  button(`point-${point.at}`, text("backup.restore.restore"), () => void imports.goBack(point.at)),
                ),
              ),
            ),
    );
  fill();
  const isShown = (current: PointLabel[]) =>
    points !== null && current.map(({ at }) => at).join() === points.map(({ at }) => at).join();
  files.points().then(
    (current) => {
      if (isShown(current)) return;
      points = current;
      fill();
    },
    () => {
      list.replaceChildren(element("p", {}, text("backup.restore.unavailable")));
    },
  );
  const damaged = store.damaged().length;
  return part(
    text("backup.restore.title"),
    element("p", {}, text("backup.restore.lead")),
    list,
    damaged > 0
      ? element(
          "p",
          {},
          `${text("backup.restore.damaged", { count: damaged })} `,
          button("damaged", text("backup.restore.export_damaged"), files.saveDamaged),
        )
      : null,
  );
};

const removedEntries = () => {
  const unknown = store
    .paths()
    .filter((path) => /^(?:state|note|links)\//.test(path))
    .map((path) => path.split("/")[1])
    .filter((id) => !roadmapIndex.isKnown(id) && !Object.hasOwn(map.history, id));
  const ids = [...new Set(unknown)];
  if (ids.length === 0) return null;
  return part(
    text("backup.removed.title"),
    element(
      "p",
      {},
      text(ids.length > 50 ? "backup.removed.ids_more" : "backup.removed.ids", { ids: listed(ids.slice(0, 50)) }),
    ),
  );
};

dashboard.views.set("backup", () => [
  element("div.rm-dashboard-cards", {}, exporting(), importing()),
  place,
  element(
    "div.rm-dashboard-cards",
    {},
    viewBackup.file(place),
    viewBackup.safety(),
    restoring(),
    viewErase(),
    removedEntries(),
  ),
]);
