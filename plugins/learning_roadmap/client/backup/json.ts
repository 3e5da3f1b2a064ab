/* Reads untrusted JSON strictly: no duplicate keys, limited depth, and a position for every error. */

import { text } from "../core/strings.ts";

const DEPTH = 20;

/** Line and column count from 1. */
export class JsonError extends Error {
  readonly code: string;

  constructor(code: string, problem: string, source: string, at: number) {
    const lines = source.slice(0, at).split("\n");
    super(text("backup.read.at", { line: lines.length, column: lines[lines.length - 1].length + 1, problem }));
    this.code = code;
  }
}

/** Browsers report different positions, so this reads the tokens itself and leaves only the values to JSON.parse. */
const TOKEN =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/**
 * @returns plain values; objects have no prototype
 * @throws JsonError
 */
export const readJson = (source: string): any => {
  let at = 0;
  const fail = (problem: string, position = at, code = "JSON-SYNTAX") => {
    throw new JsonError(code, problem, source, position);
  };
  /** @returns the kind of the next token, its text and its position */
  const next = (): [string, string, number] => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) {
      const position = at + source.slice(at).search(/[^\t\n\r ]|$/);
      if (position >= source.length) fail(text("backup.read.unexpected_end"), position);
      return fail(text("backup.read.unexpected", { token: [...source.slice(position, position + 12)][0] }), position);
    }
    at = TOKEN.lastIndex;
    const [, punctuation, string, plain] = match;
    const token = punctuation ?? string ?? plain;
    return [punctuation ?? (string === undefined ? "plain" : "string"), token, at - token.length];
  };
  const value = ([kind, token, position]: [string, string, number], depth: number): any => {
    if (depth > DEPTH) fail(text("backup.read.too_deep", { count: DEPTH }), position, "LIM-DEPTH");
    if (kind === "string" || kind === "plain") return JSON.parse(token);
    if (kind !== "{" && kind !== "[") fail(text("backup.read.unexpected", { token }), position);
    return kind === "[" ? list(depth) : record(depth);
  };
  const list = (depth: number) => {
    const values: any[] = [];
    for (let token = next(); token[0] !== "]"; token = next()) {
      if (values.length > 0) {
        if (token[0] !== ",") fail(text("backup.read.comma"), token[2]);
        token = next();
      }
      values.push(value(token, depth + 1));
    }
    return values;
  };
  const record = (depth: number) => {
    const object = Object.create(null);
    for (let token = next(), isFirst = true; token[0] !== "}"; token = next(), isFirst = false) {
      if (!isFirst) {
        if (token[0] !== ",") fail(text("backup.read.comma"), token[2]);
        token = next();
      }
      if (token[0] !== "string") fail(text("backup.read.key"), token[2]);
      const key = JSON.parse(token[1]);
      if (key in object) fail(text("backup.read.duplicate_key", { key }), token[2], "JSON-DUPLICATE");
      if (next()[0] !== ":") fail(text("backup.read.colon"));
      object[key] = value(next(), depth + 1);
    }
    return object;
  };
  const data = value(next(), 0);
  if (source.slice(at).trim() !== "") fail(text("backup.read.after_end"), at + source.slice(at).search(/\S/));
  return data;
};
