/* The home page of a learner who has begun: where to continue. The dashboard's part renders it. */

import { findBesideRows } from "./beside-rows.ts";
import { counts } from "./counts.ts";
import { use } from "./parts.ts";
import { store } from "../storage/store.ts";

/** Whether there is anything to continue. */
const hasBegun = () => {
  const { done, learning, skipped, extra } = counts.of("all");
  const plan = store.read("plan/current") as { none?: boolean } | null;
  return done + learning + skipped + extra > 0 || (plan !== null && !plan.none);
};

/** Its place in the page, if it has one */
let frame: HTMLElement | undefined;

const show = () => {
  if (!frame || frame.dataset.rmDesk !== undefined || !hasBegun()) return;
  // From now on it is a view like those of the dashboard's pages.
  frame.dataset.rmDesk = "home";
  use("dashboard", ({ dashboard }) => dashboard.show());
};

const bind = () => {
  [frame] = findBesideRows<HTMLElement>("[data-rm-welcome]");
  show();
};

store.listen(show);
export const welcome = { bind };
