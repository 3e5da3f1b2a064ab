/* JSON from outside, read strictly: no key twice, no depth without end, and a place for every complaint. */

const DEPTH = 20;

/** What is wrong with a text, and where. Line and column count from 1. */
export class Unreadable extends Error {
  readonly code: string;

  constructor(code: string, message: string, text: string, at: number) {
    const before = text.slice(0, at).split("\n");
    super(`line ${before.length}, column ${before[before.length - 1].length + 1}: ${message}`);
    this.code = code;
  }
}

/**
 * Which place a parser of the browser complains of differs; so the text is walked here, and values are left to
 * JSON.parse.
 */
const TOKEN =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/**
 * @returns plain values; objects have no prototype
 * @throws Unreadable
 */
export const readJson = (text: string): any => {
  let at = 0;
  const fail = (message: string, place = at, code = "JSON-SYNTAX") => {
    throw new Unreadable(code, message, text, place);
  };
  /** @returns the kind of the next token, its text and its place */
  const next = (): [string, string, number] => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      const place = at + text.slice(at).search(/[^\t\n\r ]|$/);
      if (place >= text.length) fail("the text ends too early", place);
      return fail(`“${[...text.slice(place, place + 12)][0]}” cannot stand here`, place);
    }
    at = TOKEN.lastIndex;
    const [, sign, string, plain] = match;
    const token = sign ?? string ?? plain;
    return [sign ?? (string === undefined ? "plain" : "string"), token, at - token.length];
  };
  const value = ([kind, token, place]: [string, string, number], depth: number): any => {
    if (depth > DEPTH) fail(`it goes more than ${DEPTH} levels deep`, place, "LIM-DEPTH");
    if (kind === "string" || kind === "plain") return JSON.parse(token);
    if (kind !== "{" && kind !== "[") fail(`“${token}” cannot stand here`, place);
    return kind === "[" ? list(depth) : record(depth);
  };
  const list = (depth: number) => {
    const made: any[] = [];
    for (let token = next(); token[0] !== "]"; token = next()) {
      if (made.length > 0) {
        if (token[0] !== ",") fail("a comma is missing", token[2]);
        token = next();
      }
      made.push(value(token, depth + 1));
    }
    return made;
  };
  const record = (depth: number) => {
    const made = Object.create(null);
    for (let token = next(), isFirst = true; token[0] !== "}"; token = next(), isFirst = false) {
      if (!isFirst) {
        if (token[0] !== ",") fail("a comma is missing", token[2]);
        token = next();
      }
      if (token[0] !== "string") fail("a name in quotes belongs here", token[2]);
      const key = JSON.parse(token[1]);
      if (key in made) fail(`“${key}” stands twice`, token[2], "JSON-DUPLICATE");
      if (next()[0] !== ":") fail("a colon is missing");
      made[key] = value(next(), depth + 1);
    }
    return made;
  };
  const made = value(next(), 0);
  if (text.slice(at).trim() !== "") fail("something stands behind the end", at + text.slice(at).search(/\S/));
  return made;
};
