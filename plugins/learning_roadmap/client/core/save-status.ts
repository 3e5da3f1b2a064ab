/* What can truthfully be said of something that was written. */

import { notice, say } from "./notices.ts";
import { load } from "./parts.ts";
import { text } from "./strings.ts";
import { localStore } from "../storage/local-storage.ts";
import { store } from "../storage/store.ts";
import { writeQueue } from "../storage/write-queue.ts";

const REPORTED = `${localStore.prefix}backup-told`;
let isReported = false;
let isShown = false;

/** Once a visit: not with every tick, nor on every page. */
const wasReported = () => {
  try {
    if (sessionStorage.getItem(REPORTED) !== null) isReported = true;
    sessionStorage.setItem(REPORTED, "1");
  } catch {
    // Then it is reported once a page.
  }
  const was = isReported;
  isReported = true;
  return was;
};

const exportAll = () =>
  load("backup").then(
    ({ files }) => files.save(),
    () => say(text("notices.part_missing"), true),
  );

writeQueue.listen(({ isSafe, cause }) => {
  if (isSafe && isShown) {
    document.getElementById("rm-notice-backup")?.remove();
    isShown = false;
    say(text("save.backup_complete"));
  }
  if (isSafe || wasReported()) return;
  isShown = true;
  notice("backup", text("save.backup_failed", { cause }), [[text("notices.export"), exportAll]]);
});

store.listenTorn((paths, count) => {
  notice("torn", text("save.torn", { saved: paths.length, count }), [[text("notices.export"), exportAll]]);
});

/** @param tell is given "Saved." once that is true, or a message that only one copy is saved */
export const whenSaved = (tell: (message: string, isSafe: boolean) => void) => {
  void store.settled().then(({ isSafe, reason }) => tell(isSafe ? text("save.saved") : reason, isSafe));
};
