/* What can truthfully be said of something that was written. */
"use strict";
(() => {
  const { disk, store, saving, say, notice, need } = globalThis.roadmap;
  const TOLD = `${disk.prefix}backup-told`;
  let isTold = false;
  let isShown = false;

  /** Once a visit: not with every tick, nor on every page of it. */
  const wasTold = () => {
    try {
      if (sessionStorage.getItem(TOLD) !== null) isTold = true;
      sessionStorage.setItem(TOLD, "1");
    } catch {
      // Then it is told once a page.
    }
    const was = isTold;
    isTold = true;
    return was;
  };

  saving.listen(({ isSafe, why }) => {
    if (isSafe && isShown) {
      document.getElementById("rm-notice-backup")?.remove();
      isShown = false;
      say("Saved. The backup copy is complete again.");
    }
    if (isSafe || wasTold()) return;
    isShown = true;
    const keep = () => need("files").then(() => globalThis.roadmap.files.save(), () => say("This part could not be loaded. Reload the page, please.", true));
    notice("backup", `Your progress is saved in this tab, but a backup copy failed because ${why}. If the browser crashes, the last changes may be lost. Export your progress to be safe.`, [["Export", keep]]);
  });

  globalThis.roadmap.whenSaved = (heard) => {
    void store.settled().then(({ isSafe, reason }) => heard(isSafe ? "Saved." : reason, isSafe));
  };
})();
