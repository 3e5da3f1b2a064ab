/* What can truthfully be said of something that was written. */

import { plural } from "./elements.ts";
import { notice, say } from "./notices.ts";
import { load } from "./parts.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";
import { writeQueue } from "../storage/write-queue.ts";

const TOLD = `${localStore.prefix}backup-told`;
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

const keep = () =>
  load("files").then(
    ({ files }) => files.save(),
    () => say("This part could not be loaded. Reload the page, please.", true),
  );

writeQueue.listen(({ isSafe, why }) => {
  if (isSafe && isShown) {
    document.getElementById("rm-notice-backup")?.remove();
    isShown = false;
    say("Saved. The backup copy is complete again.");
  }
  if (isSafe || wasTold()) return;
  isShown = true;
  notice(
    "backup",
    `Your progress is saved in this tab, but a backup copy failed because ${why}. If the browser crashes, the last changes may be lost. Export your progress to be safe.`,
    [["Export", keep]],
  );
});

store.listenTorn((paths, of) => {
  notice(
    "torn",
    `Only ${paths.length} of ${plural(of, "entry")} could be saved: the browser's storage stopped taking anything in the middle of it. What is shown now is what is saved.`,
    [["Export", keep]],
  );
});

export const whenSaved = (heard: (words: string, isSafe: boolean) => void) => {
  void store.settled().then(({ isSafe, reason }) => heard(isSafe ? "Saved." : reason, isSafe));
};
