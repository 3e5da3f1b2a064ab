/* How many topics are new since the last visit, as a link to the page that names them. */

import { element } from "../core/elements.ts";
import { recent } from "../upkeep/recent.ts";
import { text } from "../core/strings.ts";
import { days } from "./days.ts";
import { roadmapIndex } from "./roadmap-index.ts";

/** @returns null where nothing is new */
export const newTopicsLine = () => {
  const { count, since } = recent.summary();
  if (count === 0) return null;
  const words = text("dashboard.added", { count, date: days.words(since) });
  const { news } = roadmapIndex.data;
  return element("p.rm-line.rm-added", {}, news ? element("a", { href: roadmapIndex.at(news) }, words) : words);
};
