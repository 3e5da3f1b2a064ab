/* Exports the plan as a calendar file. Events of the last file that are no longer planned are cancelled. */

import { download } from "../core/download.ts";
import { map } from "../core/map.ts";
import { say } from "../core/notices.ts";
import { listed, text } from "../core/strings.ts";
import { type CalendarEvent, calendar } from "./calendar.ts";
import { days } from "./days.ts";
import { planning } from "./planning.ts";
import { roadmapIndex } from "./roadmap-index.ts";
import { studySlots } from "./study-slots.ts";
import type { Plan, Schedules } from "./types.ts";
import { localStore } from "../storage/local-storage.ts";

const site = map.site;
/** When study begins, in the last file */
const START = "meta/calendar-start";
/** Later weeks change before they come, and thousands of slots would be more than a calendar takes. */
const SLOT_WEEKS = 26;
const SLOT_ALARM = "-PT10M";
const MILESTONE_ALARM = "-P1D";

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

/** @returns when study begins, in minutes after midnight */
const startTime = (clock: string): number => {
  const [, hours = "18", minutes = "0"] = /^(\d\d):(\d\d)/.exec(clock) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

/** @returns when study begins, such as 18:00: as in the last file, if there was one */
export const lastStart = (): string => {
  const clock = localStore.get(START) ?? "";
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? clock : "18:00";
};

/** The title and the text of an event: its hours and topics, with their addresses. */
const description = (hours: number, topics: number[]) => {
  const title = (at: number) => roadmapIndex.title(roadmapIndex.idAt(at));
  return {
    title: text(topics.length > 3 ? "dashboard.calendar.week_more" : "dashboard.calendar.week", {
      hours: Math.round(hours * 10) / 10,
      topics: listed(topics.slice(0, 3).map(title)),
    }),
    text: topics
      .map((at) => [`- ${title(at)}`, address(roadmapIndex.url(roadmapIndex.idAt(at)))].join("\n  ").trimEnd())
      .join("\n"),
  };
};

/** @returns an address that works from a calendar; empty if the site is opened from disk */
const address = (url: string): string => {
  const { href, protocol } = new URL(url, roadmapIndex.root);
  return url !== "" && /^https?:$/.test(protocol) ? href : "";
};

/**
 * Export the plan as a calendar file: slots for each day of the first weeks, later weeks as a whole, and milestones.
 * @param start when study begins, such as 18:00
 */
export const exportCalendar = (plan: Plan, ahead: Schedules, start: string) => {
  const url = address(roadmapIndex.data.pages.plan);
  const { weeks } = ahead.likely;
  localStore.set(START, start);
  const slots = studySlots(plan, weeks.slice(0, SLOT_WEEKS), days.today()).map(({ day, hours, topics }) => ({
    uid: `day-${day}@${site}.roadmap`,
    from: day,
    to: day,
    time: { start: startTime(start), length: Math.max(Math.round((hours * 60) / 5) * 5, 5) },
    alarm: SLOT_ALARM,
    url,
    ...description(hours, topics),
  }));
  const later = weeks.slice(SLOT_WEEKS).map((week) => ({
    uid: `week-${week.monday}@${site}.roadmap`,
    from: week.monday,
    to: days.day(days.number(week.monday) + 6),
    url,
    ...description(
      week.hours,
      week.items.map((item) => item.at),
    ),
  }));
  const dates = planning.milestones(plan).map((one) => ({
    uid: `milestone-${one.id}@${site}.roadmap`,
    from: one.until,
    to: one.until,
    alarm: MILESTONE_ALARM,
    url,
    title: one.title,
    text: one.goals.map((goal) => `- ${goal.title}`).join("\n"),
  }));
  // Events of the last file that are no longer planned are cancelled.
  const events: CalendarEvent[] = [...slots, ...later, ...dates];
  const uids = events.map((event) => event.uid);
  const cancelled = exportedUids()
    // What was planned for a past day stays in the calendar.
    .filter((uid) => !uids.includes(uid) && !(uid.startsWith("day-") && uid.slice(4, 14) < days.today()))
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
