/* Exports the plan as a calendar file. Events of the last file that are no longer planned are cancelled. */

import { download } from "../core/download.ts";
import { map } from "../core/map.ts";
import { say } from "../core/notices.ts";
import { listed, text } from "../core/strings.ts";
import { calendar } from "./calendar.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import type { Plan, Schedules } from "./types.ts";
import { localStore } from "../storage/local-storage.ts";

const site = map.site;

/** @returns the UIDs of the last exported calendar */
const exportedUids = (): string[] => {
  try {
    const uids = JSON.parse(localStore.get("meta/calendar") ?? "[]");
    return Array.isArray(uids)
      ? uids.filter((uid) => typeof uid === "string" && /^[\w@.-]{1,200}$/.test(uid)).slice(0, 5000)
      : [];
  } catch {
    return [];
  }
};

/** Export the plan's weeks and milestones as a calendar file. */
export const exportCalendar = (plan: Plan, ahead: Schedules) => {
  const title = (at: number) => roadmapIndex.title(roadmapIndex.leaves[at]);
  const weeks = ahead.likely.weeks.map((week) => ({
    uid: `week-${week.monday}@${site}.roadmap`,
    from: week.monday,
    to: days.day(days.number(week.monday) + 6),
    title: text(week.items.length > 3 ? "dashboard.calendar.week_more" : "dashboard.calendar.week", {
      hours: Math.round(week.hours * 10) / 10,
      topics: listed(week.items.slice(0, 3).map((item) => title(item.at))),
    }),
    text: week.items.map((item) => `- ${title(item.at)}`).join("\n"),
  }));
  const dates = planning.milestones(plan).map((one) => ({
    uid: `milestone-${one.id}@${site}.roadmap`,
    from: one.until,
    to: one.until,
    title: one.title,
    text: one.goals.map((goal) => `- ${goal.title}`).join("\n"),
  }));
  // Events of the last file that are no longer planned are cancelled.
  const events = [...weeks, ...dates];
  const uids = events.map((event) => event.uid);
  const cancelled = exportedUids()
    .filter((uid) => !uids.includes(uid))
    .map((uid) => ({
      uid,
      from: days.today(),
      to: days.today(),
      title: text("dashboard.calendar.cancelled"),
      text: "",
      isCancelled: true,
    }));
  localStore.set("meta/calendar", JSON.stringify(uids));
  download(
    `${site}-plan.ics`,
    calendar([...events, ...cancelled], {
      name: text("dashboard.calendar.name", { roadmap: roadmapIndex.data.title }),
      stamp: Date.now(),
    }),
    "text/calendar",
  );
  say(text("dashboard.calendar.exported"));
};
