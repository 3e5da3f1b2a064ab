/* The plan as a file for a calendar. What an earlier file had, and this one has not, is taken back. */

import { download } from "../core/download.ts";
import { map } from "../core/map.ts";
import { say } from "../core/notices.ts";
import { calendar } from "./calendar.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import type { Plan, Schedules } from "./types.ts";
import { localStore } from "../storage/local-storage.ts";

const site = map.site;

/** @returns the UIDs of the calendar that was saved last */
const earlier = (): string[] => {
  try {
    const uids = JSON.parse(localStore.get("meta/calendar") ?? "[]");
    return Array.isArray(uids)
      ? uids.filter((uid) => typeof uid === "string" && /^[\w@.-]{1,200}$/.test(uid)).slice(0, 5000)
      : [];
  } catch {
    return [];
  }
};

/** Save the plan's weeks and milestones as a file for a calendar. */
export const saveCalendar = (plan: Plan, ahead: Schedules) => {
  const title = (at: number) => roadmapIndex.title(roadmapIndex.leaves[at]);
  const events = ahead.likely.weeks.map((week) => ({
    uid: `week-${week.monday}@${site}.roadmap`,
    from: week.monday,
    to: days.day(days.number(week.monday) + 6),
    title: `${Math.round(week.hours * 10) / 10} h: ${week.items
      .map((item) => title(item.at))
      .slice(0, 3)
      .join(", ")}${week.items.length > 3 ? " …" : ""}`,
    text: week.items.map((item) => `- ${title(item.at)}`).join("\n"),
  }));
  const dated = planning.milestones(plan).map((one) => ({
    uid: `milestone-${one.id}@${site}.roadmap`,
    from: one.until,
    to: one.until,
    title: one.title,
    text: one.goals.map((goal) => `- ${goal.title}`).join("\n"),
  }));
  // Weeks of an earlier file that are planned no more are taken back.
  const all = [...events, ...dated];
  const uids = all.map((event) => event.uid);
  const gone = earlier()
    .filter((uid) => !uids.includes(uid))
    .map((uid) => ({
      uid,
      from: days.today(),
      to: days.today(),
      title: "No longer planned",
      text: "",
      isCancelled: true,
    }));
  localStore.set("meta/calendar", JSON.stringify(uids));
  download(
    `${site}-plan.ics`,
    calendar([...all, ...gone], { name: `${roadmapIndex.data.title}: plan`, stamp: Date.now() }),
    "text/calendar",
  );
  say("The calendar was saved as a file.");
};
