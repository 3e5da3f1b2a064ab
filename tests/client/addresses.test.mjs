import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const { records } = await import("../../plugins/learning_roadmap/client/storage/records.ts");

for (const [typed, address] of [
  ["example.org", "https://example.org"],
  ["www.example.org/a?b#c", "https://www.example.org/a?b#c"],
  ["localhost.test:8000/x", "https://localhost.test:8000/x"],
  ["http://example.org", "http://example.org"],
  ["https://example.org/a", "https://example.org/a"],
])
  test(`“${typed}” is an address`, () => {
    assert.equal(records.completeAddress(typed), address);
    assert.ok(records.isAddress(records.completeAddress(typed)));
  });

for (const typed of [
  "",
  "words",
  "two words.org",
  "javascript:alert(1)",
  "me@example.org",
  "ftp://example.org",
  "a..b",
])
  test(`“${typed}” is none`, () => {
    assert.equal(records.completeAddress(typed), typed);
    assert.equal(records.isAddress(typed), false);
  });
