/* What is known already: stored as done, so that every build can read it, and followed through releases. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { clear } from "./browser.mjs";

const { releaseOf } = await import("../../plugins/learning_roadmap/client/upkeep/release.ts");
const { successors } = await import("../../plugins/learning_roadmap/client/upkeep/successors.ts");
const { localStore } = await import("../../plugins/learning_roadmap/client/storage/local-storage.ts");
const { records } = await import("../../plugins/learning_roadmap/client/storage/records.ts");
const { store } = await import("../../plugins/learning_roadmap/client/storage/store.ts");

const KNOWN = { state: "done", known: true };

beforeEach(() => {
  clear();
  store.refresh();
});

test("a known topic is done, and says that it is known", () => {
  assert.ok(store.write([["state/a", KNOWN]]));
  assert.deepEqual([store.state("a"), store.isKnown("a"), store.isKnown("b")], ["done", true, false]);
  store.write([["state/a", { state: "done" }]]);
  assert.deepEqual([store.state("a"), store.isKnown("a")], ["done", false]);
});

test("however it was written, it is read again", () => {
  for (const raw of [
    '{"state":"done","known":true,"at":5}',
    '{"at":5,"known":true,"state":"done"}',
    '{"state":"done","known":true,"since":4,"at":5}',
  ]) {
    localStore.set("state/a", raw);
    store.refresh();
    assert.deepEqual([store.state("a"), store.isKnown("a")], ["done", true], raw);
    assert.equal(localStore.get("state/a"), raw);
  }
  localStore.set("state/a", '{"state":"todo","known":true,"at":5}');
  store.refresh();
  assert.deepEqual([store.state("a"), store.damaged()], ["todo", ["damaged/state/a"]]);
});

/** Topics in one phase: ids, or a parent with the ids in it. */
const release = (topics, history = {}) => {
  const leaves = topics.flatMap((topic) => (typeof topic === "string" ? [topic] : topic.slice(1)));
  const sets = { "phase:one": [[0, leaves.length]] };
  for (const topic of topics) {
    if (typeof topic === "string") continue;
    const from = leaves.indexOf(topic[1]);
    sets[`topic:${topic[0]}`] = [[from, from + topic.length - 1]];
  }
  return releaseOf({ leaves, sets, history });
};
/** The records after an update from one release to another, and to more. */
const follow = (items, ...releases) => {
  const all = new Map(Object.entries(items).map(([id, item]) => [`state/${id}`, item]));
  for (const [at, shape] of releases.slice(1).entries()) {
    const parted = [...all].filter(([, item]) => item.parts ?? item.before).map(([path]) => path.slice(6));
    const { changes } = successors.handOn({ read: (path) => all.get(path) ?? null, parted }, shape, releases[at]);
    for (const [path, item] of changes) {
      assert.equal(records.check(path, item), "", JSON.stringify(item));
      all.set(path, item);
    }
  }
  return (id) => records.choiceOf(all.get(`state/${id}`));
};
const known = (at) => ({ ...KNOWN, at });
const done = (at) => ({ state: "done", at });

test("the successors of a known topic are known", () => {
  const history = { old: [["a"]], both: [["b"], ["c"]] };
  const now = follow({ old: known(5), both: known(6) }, release(["old", "both"]), release(["a", "b", "c"], history));
  assert.deepEqual(["a", "b", "c"].map(now), ["known", "known", "known"]);
});

test("the newest of two topics that were merged says how it is done", () => {
  const [before, after] = [release(["a", "b"]), release(["a"], { b: [["a"]] })];
  assert.equal(follow({ a: done(5), b: known(6) }, before, after)("a"), "known");
  assert.equal(follow({ a: done(6), b: known(5) }, before, after)("a"), "done");
});

test("a known topic that gets subtopics is known in all of them", () => {
  const now = follow({ a: known(5), left: done(3) }, release(["a", "left"]), release([["a", "left", "right"]]));
  assert.deepEqual(["left", "right"].map(now), ["done", "known"]);
});

test("a topic that loses its subtopics is known when all of them are", () => {
  const [before, after] = [release([["a", "left", "right"]]), release(["a"])];
  assert.equal(follow({ left: known(5), right: known(6) }, before, after)("a"), "known");
  assert.equal(follow({ left: known(5), right: { state: "skipped", at: 6 } }, before, after)("a"), "known");
  assert.equal(follow({ left: known(5), right: done(6) }, before, after)("a"), "done");
  assert.equal(follow({ left: known(5) }, before, after)("a"), "learning");
});

test("a release that is withdrawn brings back what was said before", () => {
  const [whole, parted] = [release(["a"]), release([["a", "left", "right"]])];
  const now = follow({ left: known(5), right: known(6) }, parted, whole, parted);
  assert.deepEqual(["a", "left", "right"].map(now), ["todo", "known", "known"]);
  const again = follow({ a: known(5) }, whole, parted, whole, parted, whole);
  assert.equal(again("a"), "known");
});

test("a known topic with a later subtopic is known without it", () => {
  const [before, after] = [release([["a", "left", "right"]]), release([["a", "left", "right", "middle"]])];
  const now = follow({ left: known(5), right: known(6) }, before, after);
  assert.deepEqual(["a", "left", "middle"].map(now), ["known", "known", "todo"]);
});
