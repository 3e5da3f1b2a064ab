/* Clocks. A device's clock may be wrong by a year, and be set right later. */

import { records } from "./records.ts";
import type { Item } from "./types.ts";

/** How far ahead a time may be: time zones and a clock that is a little fast are no mistake. */
const TOLERANCE = 86_400_000;
/** No counter of a version vector gets here in normal use. */
const LATEST = Date.UTC(2200, 0, 1);

/*
 * A new record gets the time max(now, time of the record it replaces + 1). This is a hybrid logical clock (S. Kulkarni,
 * M. Demirbas, D. Madappa, B. Avva, M. Leone: "Logical Physical Clocks", OPODIS 2014), kept for each record separately,
 * with the logical counter folded into the milliseconds. Only records of one path are ever compared, so "later than what
 * it replaces" is all the causal order that is needed: a change always wins over what its author saw. What the paper
 * does with a clock out of bounds is done here, too: a time that is too far ahead is brought back, or it would win until
 * then.
 *
 * The entries of a version vector (`by`) are counters, not times: they are only compared with those of the same device,
 * and each is larger than the one before. Reducing one would claim that an unseen text was seen, and lose it.
 */

/**
 * Whether this device's own clock is evidently behind: the page was published after the clock's "now". Then times that
 * look like the future may be right, and bringing all of them back to one "now" would destroy their order.
 */
const isBehind = () => Date.parse(document.lastModified) > Date.now() + TOLERANCE;

const timesOf = (map: any): [string, any][] => (records.isRecord(map) ? Object.entries(map) : []);

/** Whether any time of a record is too far ahead. */
const isAhead = (item: Item, now: number = Date.now()) =>
  [item.at, item.since, ...timesOf(item.ticks).map(([, at]) => at)].some(
    (at) => Math.abs(Number(at)) > now + TOLERANCE,
  ) || isAbsurd(item);
const isAbsurd = (item: Item) => timesOf(item.by).some(([, count]) => count > LATEST);

/**
 * A record whose times are not ahead: as it is, or a copy with every time at most now.
 * @param changed called when a time was brought back
 */
const timely = (item: Item, now: number = Date.now(), changed: () => void = () => {}): Item => {
  if (!isAhead(item, now) || isBehind()) return item;
  changed();
  const back = (at: any) => Math.max(-now, Math.min(Number(at), now));
  const copy: Item = { ...item, at: back(item.at) };
  for (const name of ["since", "after"]) if (typeof copy[name] === "number") copy[name] = back(copy[name]);
  if (copy.ticks) copy.ticks = Object.fromEntries(timesOf(copy.ticks).map(([habit, at]) => [habit, back(at)]));
  // Without a version vector, a text replaces nothing and is not replaced.
  if (isAbsurd(item)) delete copy.by;
  return copy;
};

/** Whether a stored text may contain a time that is ahead: checked before parsing, because there are thousands. */
const mayBeAhead = (raw: string) => {
  for (const [digits] of raw.matchAll(/\d{13,}/g)) if (Number(digits) > Date.now() + TOLERANCE) return true;
  return false;
};

export const clock = { isBehind, isAhead, timely, mayBeAhead };
