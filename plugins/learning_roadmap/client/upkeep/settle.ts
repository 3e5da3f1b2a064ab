/* What is done once on every page, after it is shown: records move to a new release, both copies are reconciled, and a
   restore point is kept. */

import { backups } from "./backups.ts";
import { otherScopes } from "./other-scopes.ts";
import { recent } from "./recent.ts";
import { reconcile } from "./reconcile.ts";
import { updates } from "./updates.ts";
import { notice } from "../core/notices.ts";
import { load } from "../core/parts.ts";
import { rows } from "../core/rows.ts";
import { text } from "../core/strings.ts";
import { hadRecords } from "../core/upkeep.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";

export const settle = async () => {
  updates.listen(rows.bind);
  const added = (id: string) => (recent.isNew(id) ? text("row.added") : "");
  rows.labelNew((id) => (updates.isNew(id) ? text("row.new") : added(id)));
  if (store.refusal() !== "") return;
  recent.look();
  await otherScopes.settle();
  updates.apply();
  const damaged = store.damaged().length;
  if (damaged > 0 && localStore.get("meta/damage") !== String(damaged)) {
    const exportDamaged = () => load("backup").then(({ files }) => files.saveDamaged());
    notice(
      "damage",
      text("notices.damaged", { count: damaged }),
      [[text("notices.export_damaged"), exportDamaged]],
      [text("notices.later"), () => localStore.set("meta/damage", String(damaged))],
    );
  }
  try {
    // What this visit has stored is on its way to the second copy: two tabs that write the same record settle it between them.
    if ((await hadRecords) && (await reconcile()).length > 0) updates.apply();
    await backups.daily();
  } catch {
    // No second copy in this browser (some private windows). The first one is unchanged.
  }
  void otherScopes.showNotice();
  backups.remind(() => load("backup").then(({ files }) => files.save()));
};
