/* Progress as a file: the same records as in the browser, under the same paths, with a checksum. */

import { readJson, Unreadable } from "./json.ts";
import type { Reading } from "./types.ts";
import { map } from "../core/map.ts";
import { clock } from "../storage/clock.ts";
import { localStore } from "../storage/local-storage.ts";
import { merging } from "../storage/merging.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import type { Item } from "../storage/types.ts";

const FORMAT = "roadmap-progress";
const MOST = { bytes: 20_000_000, items: 100_000, told: 30 };

/** @returns SHA-256 in hexadecimal; empty where a browser has none to offer (a page without TLS) */
const digest = async (text: string): Promise<string> => {
  if (!globalThis.crypto?.subtle) return "";
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
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

/** What a newer version has stored: as it is, unread, with its own version. */
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

/** The text of a file. It holds no time of its own: the same progress is the same file. */
const write = async (items: Map<string, Item>, version: number = store.FORMAT): Promise<string> => {
  const lines = [...items]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, item]) => `  ${JSON.stringify(path)}: ${merging.canonical(item)}`);
  const inner = lines.length > 0 ? `{\n${lines.join(",\n")}\n }` : "{}";
  const sum = await digest(inner);
  const head = [["format", FORMAT], ["version", version], ["site", map.site], ...(sum ? [["sha256", sum]] : [])];
  return `{\n${head.map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`).join("")} "items": ${inner}\n}\n`;
};

/** Files of older versions, one step each. */
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
 * Read a file completely and say everything that is wrong with it. Nothing of it is to be used when there are errors,
 * unless the learner wants
 * `rest`: the records that are sound, of a file in which others are not. A file that is damaged as a whole has none.
 */
const read = async (
  given: ArrayBuffer | string,
  { isKnown, now }: { isKnown: (id: string) => boolean; now: number },
): Promise<Reading> => {
  const found: Reading = { items: new Map(), rest: new Map(), errors: [], warnings: [], question: "" };
  const fail = (text: string) => ({ ...found, items: new Map(), errors: [text] });
  if ((typeof given === "string" ? given.length : given.byteLength) > MOST.bytes)
    return fail(`[LIM-SIZE] the file is larger than ${MOST.bytes / 1e6} MB`);
  let text: string;
  try {
    text =
      typeof given === "string"
        ? given.replace(/^\uFEFF/, "")
        : new TextDecoder("utf-8", { fatal: true }).decode(given);
  } catch {
    return fail("[ENC-UTF8] the file is cut or damaged: it is no UTF-8 text");
  }
  if (text.trim() === "") return fail("[JSON-EMPTY] the file is empty");
  let data: any;
  try {
    data = readJson(text);
  } catch (error) {
    return fail(
      `[${error instanceof Unreadable ? error.code : "JSON-SYNTAX"}] ${error instanceof Error ? error.message : error}`,
    );
  }
  if (!records.isRecord(data))
    return fail(
      `[PRG-ROOT] this is JSON, but no progress${typeof data === "string" ? " (a text in quotes: was it encoded twice?)" : ""}`,
    );
  if (data.format !== FORMAT)
    return fail(
      `[PRG-FORMAT] this file is of something else${typeof data.type === "string" ? ` (“${data.type.slice(0, 40)}”)` : ""}: a progress file says "format": "${FORMAT}"`,
    );
  if (!Number.isInteger(data.version) || data.version < 1)
    return fail("[PRG-VERSION] the file does not say which version it has");
  if (data.version > store.FORMAT)
    return fail(
      `[PRG-VERSION] the file is of version ${data.version}, and this site knows ${store.FORMAT}: open it on a newer one`,
    );
  if (!records.isRecord(data.items)) return fail("[PRG-TYPE] items has to be a record of paths");
  if (typeof data.site === "string" && data.site !== map.site)
    found.warnings.push(
      `[PRG-SITE] the file is of another roadmap, “${data.site.slice(0, 80)}”: only what has the same names will be seen here`,
    );
  if (data.sha256 !== undefined) {
    const inner = /"items": (\{[\s\S]*\})\n\}\n?$/.exec(text)?.[1] ?? "";
    const sum = await digest(inner);
    if (sum !== "" && sum !== data.sha256)
      found.question = "[PRG-SUM] The checksum does not fit: the file was edited by hand, or it is damaged.";
  }
  let items = data.items;
  for (let version = data.version; version < store.FORMAT; version += 1)
    items = migrations.get(version)?.(items) ?? items;
  const entries = Object.entries<Item>(items);
  if (entries.length > MOST.items) return fail(`[LIM-ITEMS] more than ${MOST.items} entries`);
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
      found.errors.push(`[${code}] “${path.slice(0, 80)}”: ${problem}`);
      continue;
    }
    const [kind, id] = path.split("/");
    if (["state", "note", "links", "review"].includes(kind) && !isKnown(id)) orphans.push(id);
    found.items.set(
      path,
      clock.timely(item, now, () =>
        found.warnings.push(`[PRG-TIME] “${path}” is of the future; it is taken as of now`),
      ),
    );
  }
  if (orphans.length > 0)
    found.warnings.push(
      `[PRG-ORPHAN] not in this roadmap, and kept all the same: ${[...new Set(orphans)].slice(0, 10).join(", ")}${orphans.length > 10 ? " …" : ""}`,
    );
  if (found.errors.length > 0) [found.rest, found.items] = [found.items, new Map()];
  if (found.errors.length > MOST.told)
    found.errors.splice(MOST.told, Infinity, `… and ${found.errors.length - MOST.told} more`);
  if (found.warnings.length > MOST.told)
    found.warnings.splice(MOST.told, Infinity, `… and ${found.warnings.length - MOST.told} more`);
  return found;
};

/** What would change: for each path its record now and the record after. */
const compare = (
  current: Map<string, Item>,
  incoming: Map<string, Item>,
): Map<string, { before: Item | null; after: Item }> => {
  const found = new Map();
  for (const [path, item] of incoming) {
    const before = current.get(path) ?? null;
    const after = before ? merging.merge(path, before, item) : item;
    if (merging.canonical(after) !== merging.canonical(before)) found.set(path, { before, after });
  }
  return found;
};

export const progress = { everything, newer, write, read, compare };
