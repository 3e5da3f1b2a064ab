import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";
import { readJson } from "../../plugins/learning_roadmap/client/backup/json.ts";

test("the parser reads what JSON.parse reads", () => {
  for (const text of [
    '{"a":[1,-2.5e3,true,false,null,"x\\u00e9\\n"],"b":{}}',
    " [ ] ",
    '""',
    "0",
    '{"a":{"b":[[],{}]}}',
  ]) {
    assert.deepEqual(JSON.parse(JSON.stringify(readJson(text))), JSON.parse(text));
  }
});

test("keys named like properties of the prototype are plain keys", () => {
  const value = readJson('{"__proto__":{"a":1},"toString":2}');
  assert.equal(Object.getPrototypeOf(value), null);
  assert.deepEqual(Object.keys(value), ["__proto__", "toString"]);
});

const WRONG = {
  "an end too early": ['{"a":', "JSON-SYNTAX", "Line 1, column 6: "],
  "a comma too many": ["[1,]", "JSON-SYNTAX", "Line 1, column 4: "],
  "a comma that is missing": ["[1 2]", "JSON-SYNTAX", "Line 1, column 4: "],
  "a name without quotes": ["{a:1}", "JSON-SYNTAX", "Line 1, column 2: "],
  "something behind the end": ["{}\n x", "JSON-SYNTAX", "Line 2, column 2: "],
  "a name twice": ['{"a":1,\n"a":2}', "JSON-DUPLICATE", "Line 2, column 1: "],
  "too many levels": ["[".repeat(30), "LIM-DEPTH", "Line 1, column 22: "],
  "a number that JSON has not": ["[01]", "JSON-SYNTAX", "Line 1, column 3: "],
  "a line end in a text": ['"a\nb"', "JSON-SYNTAX", "Line 1, column 1: "],
};
for (const [name, [text, code, place]] of Object.entries(WRONG)) {
  test(`${name} is refused, with its place`, () => {
    assert.throws(
      () => readJson(text),
      (error) => {
        assert.equal(error.code, code);
        assert.ok(error.message.startsWith(place), error.message);
        return true;
      },
    );
  });
}
