/* What is new since the last visit: what this browser has not seen before, for two weeks, whatever its clock says. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { clear } from "./browser.mjs";

const { localStore } = await import("../../plugins/learning_roadmap/client/storage/local-storage.ts");
const { store } = await import("../../plugins/learning_roadmap/client/storage/store.ts");
const PATH = "meta/added";
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20);

let turn = 0;
/** A page of a build with these additions, at a time: a module of its own, as each page has. */
const page = async (added, day = 0) => {
  globalThis.roadmapMap.added = added;
  turn += 1;
  const { recent } = await import(`../../plugins/learning_roadmap/client/upkeep/recent.ts?${turn}`);
  const clock = mock.method(Date, "now", () => START + day * DAY);
  try {
    recent.look();
    return { ids: [..."abcdefgh"].filter(recent.isNew).join(""), ...recent.summary() };
  } finally {
    clock.mock.restore();
    delete globalThis.roadmapMap.added;
  }
};
const B = ["2026-11-03", [[1, 2]]];
const CD = ["2026-11-18", [[2, 4]]];

beforeEach(() => {
  clear();
  store.refresh();
});

test("at the first visit nothing is new, and later only what was not there", async () => {
  assert.deepEqual(await page([B]), { ids: "", count: 0, since: "" });
  assert.deepEqual(await page([B, CD], 3), { ids: "cd", count: 2, since: "2026-11-18" });
  assert.deepEqual(await page([B, CD], 16.9), { ids: "cd", count: 2, since: "2026-11-18" });
  assert.deepEqual(await page([B, CD], 17), { ids: "", count: 0, since: "" });
});

test("a roadmap without additions is remembered, too", async () => {
  assert.equal((await page(undefined)).ids, "");
  assert.deepEqual(await page([B, CD], 1), { ids: "bcd", count: 3, since: "2026-11-03" });
});

test("a topic that is no longer to do is not new", async () => {
  await page([]);
  store.write([["state/c", { state: "done" }]]);
  assert.equal((await page([CD])).ids, "d");
});

test("a build without the topics, in another tab or rolled back, changes nothing", async () => {
  await page([B]);
  assert.equal((await page([B, CD], 1)).ids, "cd");
  assert.equal((await page([B], 2)).ids, "");
  assert.equal((await page([B, CD], 3)).ids, "cd");
  assert.equal((await page([B, CD], 20)).ids, "");
});

test("a clock that was wrong neither keeps topics new for years nor makes old ones new", async () => {
  await page([B]);
  assert.equal((await page([B, CD], 3650)).ids, "cd");
  assert.equal((await page([B, CD], 1)).ids, "cd");
  assert.equal((await page([B, CD], 15)).ids, "");
  assert.equal((await page([B, CD], -START / DAY + 1)).ids, "cd");
});

test("what cannot be read is as if it was never written; what others have written stays", async () => {
  localStore.set(PATH, "[broken");
  assert.equal((await page([B])).ids, "");
  localStore.set(PATH, JSON.stringify({ z: START, x: "?", b: 0 }));
  assert.equal((await page([B, CD], 1)).ids, "cd");
  assert.deepEqual(JSON.parse(localStore.get(PATH)), { z: START, b: 0, c: START + DAY, d: START + DAY });
});
