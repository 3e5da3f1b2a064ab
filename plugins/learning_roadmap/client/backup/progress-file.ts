/* Reads and writes progress files: the same records as in the browser, under the same paths, with a checksum. */

import { JsonError, readJson } from "./json.ts";
import type { Reading } from "./types.ts";
import { map } from "../core/map.ts";
import { listed, text } from "../core/strings.ts";
import { clock } from "../storage/clock.ts";
import { localStore } from "../storage/local-storage.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

const FORMAT = "roadmap-progress";
const MOST = { bytes: 20_000_000, items: 100_000, problems: 30 };

const tooLarge = () => `${text("backup.read.too_large", { megabytes: MOST.bytes / 1e6 })} [LIM-SIZE]`;

/** @returns SHA-256 in hexadecimal; empty if the browser does not offer it, as on pages without TLS */
const digest = async (content: string): Promise<string> => {
  if (!globalThis.crypto?.subtle) return "";
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** @returns everything that is stored, in the order of the paths */
const everything = (): Map<string, Item> =>
  new Map(
    store.paths().flatMap((path) => {
      const item = store.read(path);
      return item ? [[path, item] as [string, Item]] : [];
    }),
  );

/** Export what a newer version of the site has stored, with its version and without reading it. */
const newer = (): Promise<string> =>
  write(
    new Map(
      localStore
        .paths()
        .filter((path) => !/^(?:meta|damaged)\//.test(path))
        .sort()
        .flatMap((path) => {
          try {
            return [[path, JSON.parse(localStore.get(path) ?? "")] as [string, Item]];
          } catch {
            return [];
          }
        }),
    ),
    Number(localStore.get("meta/format")),
  );

/** Make the content of a file. It has no time of its own, so the same progress gives the same file. */
const write = async (items: Map<string, Item>, version: number = store.FORMAT): Promise<string> => {
  const lines = [...items]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, item]) => `  ${JSON.stringify(path)}: ${merging.canonical(item)}`);
  const inner = lines.length > 0 ? `{\n${lines.join(",\n")}\n }` : "{}";
  const sum = await digest(inner);
  const head = [["format", FORMAT], ["version", version], ["site", map.site], ...(sum ? [["sha256", sum]] : [])];
  return `{\n${head.map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`).join("")} "items": ${inner}\n}\n`;
};

/** From each older version to the next. */
const migrations: Map<number, (items: Record<string, any>) => Record<string, any>> = new Map([
  // Version 1 had states only, under bare ids.
  [
    1,
    (items) =>
      Object.assign(
        Object.create(null),
        Object.fromEntries(Object.entries(items).map(([id, item]) => [`state/${id}`, item])),
      ),
  ],
]);

/**
 * Read a file and report all of its errors. If there are any, `items` is empty, and `rest` has the valid records, which
 * the learner may import. A file that is damaged as a whole has none.
 */
const read = async (
  file: ArrayBuffer | string,
  { isKnown, now }: { isKnown: (id: string) => boolean; now: number },
): Promise<Reading> => {
  const reading: Reading = { items: new Map(), rest: new Map(), errors: [], warnings: [], question: "" };
  const fail = (problem: string) => ({ ...reading, items: new Map(), errors: [problem] });
  if ((typeof file === "string" ? file.length : file.byteLength) > MOST.bytes) return fail(tooLarge());
  let content: string;
  try {
    content =
      typeof file === "string" ? file.replace(/^\uFEFF/, "") : new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return fail(`${text("backup.read.not_utf8")} [ENC-UTF8]`);
  }
  if (content.trim() === "") return fail(`${text("backup.read.empty")} [JSON-EMPTY]`);
  let data: any;
  try {
    data = readJson(content);
  } catch (error) {
    return fail(
      `${error instanceof Error ? error.message : error} [${error instanceof JsonError ? error.code : "JSON-SYNTAX"}]`,
    );
  }
  if (!records.isRecord(data))
    return fail(
      `${text(typeof data === "string" ? "backup.read.encoded_twice" : "backup.read.not_progress")} [PRG-ROOT]`,
    );
  if (data.format !== FORMAT)
    return fail(
      `${
        typeof data.type === "string"
          ? text("backup.read.other_format", { type: data.type.slice(0, 40), format: FORMAT })
          : text("backup.read.not_format", { format: FORMAT })
      } [PRG-FORMAT]`,
    );
  if (!Number.isInteger(data.version) || data.version < 1)
    return fail(`${text("backup.read.no_version")} [PRG-VERSION]`);
  if (data.version > store.FORMAT)
    return fail(`${text("backup.read.newer_version", { version: data.version, known: store.FORMAT })} [PRG-VERSION]`);
  if (!records.isRecord(data.items)) return fail(`${text("backup.read.items_type")} [PRG-TYPE]`);
  if (typeof data.site === "string" && data.site !== map.site)
    reading.warnings.push(`${text("backup.read.other_site", { site: data.site.slice(0, 80) })} [PRG-SITE]`);
  if (data.sha256 !== undefined) {
    const inner = /"items": (\{[\s\S]*\})\n\}\n?$/.exec(content)?.[1] ?? "";
    const sum = await digest(inner);
    if (sum !== "" && sum !== data.sha256) reading.question = `${text("backup.read.wrong_checksum")} [PRG-SUM]`;
  }
  let items = data.items;
  for (let version = data.version; version < store.FORMAT; version += 1)
    items = migrations.get(version)?.(items) ?? items;
  const entries = Object.entries<Item>(items);
  if (entries.length > MOST.items) return fail(`${text("backup.read.too_many", { count: MOST.items })} [LIM-ITEMS]`);
  const orphans: string[] = [];
  for (const [path, item] of entries) {
    const problem = records.check(path, item);
    if (problem !== "") {
      const isLong =
        records.isRecord(item) &&
        Object.values(item).some((value) => typeof value === "string" && value.length > records.MOST.text);
      const code =
        records.kindOf(path) === undefined
          ? "PRG-ID"
          : path.startsWith("plan/")
            ? "PRG-PLAN"
            : isLong
              ? "LIM-NOTE"
              : "PRG-TYPE";
      reading.errors.push(`${text("backup.read.record", { path: path.slice(0, 80), problem })} [${code}]`);
      continue;
    }
    const [kind, id] = path.split("/");
    if (["state", "note", "links", "review"].includes(kind) && !isKnown(id)) orphans.push(id);
    reading.items.set(
      path,
      clock.timely(item, now, () => reading.warnings.push(`${text("backup.read.future", { path })} [PRG-TIME]`)),
    );
  }
  const ids = [...new Set(orphans)];
  if (ids.length > 0)
    reading.warnings.push(
      `${text(ids.length > 10 ? "backup.read.orphans_more" : "backup.read.orphans", { ids: listed(ids.slice(0, 10)) })} [PRG-ORPHAN]`,
    );
  if (reading.errors.length > 0) [reading.rest, reading.items] = [reading.items, new Map()];
  for (const problems of [reading.errors, reading.warnings]) {
    const count = problems.length - MOST.problems;
    if (count > 0) problems.splice(MOST.problems, count, text("backup.read.more", { count }));
  }
  return reading;
};

/** Compute the changes of an import: for each path the record before and after. */
const compare = (
  current: Map<string, Item>,
  incoming: Map<string, Item>,
): Map<string, { before: Item | null; after: Item }> => {
  const changes = new Map();
  for (const [path, item] of incoming) {
    const before = current.get(path) ?? null;
    const after = before ? merging.merge(path, before, item) : item;
    if (merging.canonical(after) !== merging.canonical(before)) changes.set(path, { before, after });
  }
  return changes;
};

export const progress = { MOST_BYTES: MOST.bytes, tooLarge, everything, newer, write, read, compare };
