import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const { progress } = await import("../../plugins/learning_roadmap/client/backup/progress-file.ts");

const NOW = Date.UTC(2026, 5, 1);
const CONTEXT = { isKnown: (id) => id.length === 1, now: NOW };
const ITEMS = new Map([
  ["note/a", { text: "A “note” with \u2028 signs", at: 2, by: { x: 2 }, after: 1 }],
  ["state/a", { state: "done", at: 1 }],
  ["state/b", { state: "done", known: true, at: 1 }],
]);
/** Records of a file have no prototype. */
const plain = (items) => new Map([...items].map(([path, item]) => [path, JSON.parse(JSON.stringify(item))]));
const read = (given) => progress.read(given, CONTEXT);

test("a file contains what was written, and a checksum", async () => {
  const text = await progress.write(ITEMS);
  const { items, errors, warnings, question } = await read(text);
  assert.deepEqual([errors, warnings, question], [[], [], ""]);
  assert.deepEqual(plain(items), ITEMS);
  assert.equal(JSON.parse(text).site, "letters");
});

test("equal progress makes equal files, whatever the order of records", async () => {
  assert.equal(await progress.write(new Map([...ITEMS].reverse())), await progress.write(ITEMS));
});

test("an edited file causes a question", async () => {
  const text = await progress.write(ITEMS);
  const { question, items } = await read(text.replace('"done"', '"todo"'));
  assert.match(question, / \[PRG-SUM\]$/);
  assert.equal(items.get("state/a").state, "todo");
});

test("the valid records of a file with errors are returned separately", async () => {
  const text = JSON.stringify({
    format: "roadmap-progress",
    version: 2,
    items: { "state/a": { state: "done", at: 1 }, "state/b": { state: "?", at: 1 } },
  });
  const { items, rest, errors } = await read(text);
  assert.equal(items.size, 0);
  assert.deepEqual([...rest.keys()], ["state/a"]);
  assert.equal(errors.length, 1);
  assert.match(errors[0], /^“state\/b”.* \[PRG-TYPE\]$/);
});

test("version 1 is read, with states under bare ids", async () => {
  const { items, errors } = await read(
    JSON.stringify({ format: "roadmap-progress", version: 1, items: { a: { state: "done", at: 7 } } }),
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(plain(items), new Map([["state/a", { state: "done", at: 7 }]]));
});

test("a future time becomes now, and unknown ids are reported", async () => {
  const items = { "state/a": { state: "done", at: NOW + 1e12 }, "state/gone": { state: "done", at: 1 } };
  const { items: taken, warnings } = await read(JSON.stringify({ format: "roadmap-progress", version: 2, items }));
  assert.equal(taken.get("state/a").at, NOW);
  assert.deepEqual(
    warnings.map((line) => line.slice(line.lastIndexOf("["))),
    ["[PRG-TIME]", "[PRG-ORPHAN]"],
  );
});

const REFUSED = {
  "[JSON-EMPTY]": " ",
  "[JSON-SYNTAX]": "{",
  "[PRG-ROOT]": '"{}"',
  "[PRG-FORMAT]": '{"format":"other"}',
  "[PRG-VERSION]": '{"format":"roadmap-progress","version":99,"items":{}}',
  "[PRG-TYPE]": '{"format":"roadmap-progress","version":2,"items":[]}',
  "[ENC-UTF8]": new Uint8Array([0xff, 0xfe, 0x41]).buffer,
};
for (const [code, given] of Object.entries(REFUSED)) {
  test(`${code} refuses the whole file`, async () => {
    const { items, rest, errors } = await read(given);
    assert.deepEqual([items.size, rest.size, errors.length], [0, 0, 1]);
    assert.ok(errors[0].endsWith(code), errors[0]);
  });
}

test("only what would change is listed", async () => {
  const current = new Map([["state/a", { state: "done", at: 5 }]]);
  assert.equal(progress.compare(current, new Map([["state/a", { state: "todo", at: 4 }]])).size, 0);
  const newer = { state: "todo", at: 6 };
  assert.deepEqual(
    progress.compare(current, new Map([["state/a", newer]])),
    new Map([["state/a", { before: { state: "done", at: 5 }, after: newer }]]),
  );
});
