/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // backup/json.ts
  var DEPTH = 20;
  var Unreadable = class extends Error {
    code;
    constructor(code2, message, text, at) {
      const before = text.slice(0, at).split("\n");
      super(`line ${before.length}, column ${before[before.length - 1].length + 1}: ${message}`);
      this.code = code2;
    }
  };
  var TOKEN = /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
  var readJson = (text) => {
    let at = 0;
    const fail = (message, place3 = at, code2 = "JSON-SYNTAX") => {
      throw new Unreadable(code2, message, text, place3);
    };
    const next = () => {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(text);
      if (!match) {
        const place3 = at + text.slice(at).search(/[^\t\n\r ]|$/);
        if (place3 >= text.length) fail("the text ends too early", place3);
        return fail(`“${[...text.slice(place3, place3 + 12)][0]}” cannot stand here`, place3);
      }
      at = TOKEN.lastIndex;
      const [, sign, string, plain2] = match;
      const token = sign ?? string ?? plain2;
      return [sign ?? (string === void 0 ? "plain" : "string"), token, at - token.length];
    };
    const value = ([kind, token, place3], depth) => {
      if (depth > DEPTH) fail(`it goes more than ${DEPTH} levels deep`, place3, "LIM-DEPTH");
      if (kind === "string" || kind === "plain") return JSON.parse(token);
      if (kind !== "{" && kind !== "[") fail(`“${token}” cannot stand here`, place3);
      return kind === "[" ? list3(depth) : record(depth);
    };
    const list3 = (depth) => {
      const made2 = [];
      for (let token = next(); token[0] !== "]"; token = next()) {
        if (made2.length > 0) {
          if (token[0] !== ",") fail("a comma is missing", token[2]);
          token = next();
        }
        made2.push(value(token, depth + 1));
      }
      return made2;
    };
    const record = (depth) => {
      const made2 = /* @__PURE__ */ Object.create(null);
      for (let token = next(), isFirst = true; token[0] !== "}"; token = next(), isFirst = false) {
        if (!isFirst) {
          if (token[0] !== ",") fail("a comma is missing", token[2]);
          token = next();
        }
        if (token[0] !== "string") fail("a name in quotes belongs here", token[2]);
        const key = JSON.parse(token[1]);
        if (key in made2) fail(`“${key}” stands twice`, token[2], "JSON-DUPLICATE");
        if (next()[0] !== ":") fail("a colon is missing");
        made2[key] = value(next(), depth + 1);
      }
      return made2;
    };
    const made = value(next(), 0);
    if (text.slice(at).trim() !== "") fail("something stands behind the end", at + text.slice(at).search(/\S/));
    return made;
  };

  // shared:core/map.ts
  var { map } = globalThis.roadmap;

  // shared:storage/clock.ts
  var { clock } = globalThis.roadmap;

  // shared:storage/local-storage.ts
  var { localStore } = globalThis.roadmap;

  // shared:storage/merging.ts
  var { merging } = globalThis.roadmap;

  // shared:storage/records.ts
  var { records } = globalThis.roadmap;

  // shared:storage/store.ts
  var { store } = globalThis.roadmap;

  // backup/progress-file.ts
  var FORMAT = "roadmap-progress";
  var MOST = { bytes: 2e7, items: 1e5, told: 30 };
  var digest = async (text) => {
    if (!globalThis.crypto?.subtle) return "";
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  var everything = () => new Map(
    store.paths().flatMap((path) => {
      const item = store.read(path);
      return item ? [[path, item]] : [];
    })
  );
  var newer = () => write(
    new Map(
      localStore.paths().filter((path) => !/^(?:meta|damaged)\//.test(path)).sort().flatMap((path) => {
        try {
          return [[path, JSON.parse(localStore.get(path) ?? "")]];
        } catch {
          return [];
        }
      })
    ),
    Number(localStore.get("meta/format"))
  );
  var write = async (items, version = store.FORMAT) => {
    const lines = [...items].sort(([one], [other]) => one < other ? -1 : 1).map(([path, item]) => `  ${JSON.stringify(path)}: ${merging.canonical(item)}`);
    const inner = lines.length > 0 ? `{
${lines.join(",\n")}
 }` : "{}";
    const sum = await digest(inner);
    const head = [["format", FORMAT], ["version", version], ["site", map.site], ...sum ? [["sha256", sum]] : []];
    return `{
${head.map(([name2, value]) => ` ${JSON.stringify(name2)}: ${JSON.stringify(value)},
`).join("")} "items": ${inner}
}
`;
  };
  var migrations = /* @__PURE__ */ new Map([
    // Version 1 had states only, under bare ids.
    [
      1,
      (items) => Object.assign(
        /* @__PURE__ */ Object.create(null),
        Object.fromEntries(Object.entries(items).map(([id, item]) => [`state/${id}`, item]))
      )
    ]
  ]);
  var read = async (given, { isKnown, now }) => {
    const found = { items: /* @__PURE__ */ new Map(), rest: /* @__PURE__ */ new Map(), errors: [], warnings: [], question: "" };
    const fail = (text2) => ({ ...found, items: /* @__PURE__ */ new Map(), errors: [text2] });
    if ((typeof given === "string" ? given.length : given.byteLength) > MOST.bytes)
      return fail(`[LIM-SIZE] the file is larger than ${MOST.bytes / 1e6} MB`);
    let text;
    try {
      text = typeof given === "string" ? given.replace(/^\uFEFF/, "") : new TextDecoder("utf-8", { fatal: true }).decode(given);
    } catch {
      return fail("[ENC-UTF8] the file is cut or damaged: it is no UTF-8 text");
    }
    if (text.trim() === "") return fail("[JSON-EMPTY] the file is empty");
    let data;
    try {
      data = readJson(text);
    } catch (error) {
      return fail(
        `[${error instanceof Unreadable ? error.code : "JSON-SYNTAX"}] ${error instanceof Error ? error.message : error}`
      );
    }
    if (!records.isRecord(data))
      return fail(
        `[PRG-ROOT] this is JSON, but no progress${typeof data === "string" ? " (a text in quotes: was it encoded twice?)" : ""}`
      );
    if (data.format !== FORMAT)
      return fail(
        `[PRG-FORMAT] this file is of something else${typeof data.type === "string" ? ` (“${data.type.slice(0, 40)}”)` : ""}: a progress file says "format": "${FORMAT}"`
      );
    if (!Number.isInteger(data.version) || data.version < 1)
      return fail("[PRG-VERSION] the file does not say which version it has");
    if (data.version > store.FORMAT)
      return fail(
        `[PRG-VERSION] the file is of version ${data.version}, and this site knows ${store.FORMAT}: open it on a newer one`
      );
    if (!records.isRecord(data.items)) return fail("[PRG-TYPE] items has to be a record of paths");
    if (typeof data.site === "string" && data.site !== map.site)
      found.warnings.push(
        `[PRG-SITE] the file is of another roadmap, “${data.site.slice(0, 80)}”: only what has the same names will be seen here`
      );
    if (data.sha256 !== void 0) {
      const inner = /"items": (\{[\s\S]*\})\n\}\n?$/.exec(text)?.[1] ?? "";
      const sum = await digest(inner);
      if (sum !== "" && sum !== data.sha256)
        found.question = "[PRG-SUM] The checksum does not fit: the file was edited by hand, or it is damaged.";
    }
    let items = data.items;
    for (let version = data.version; version < store.FORMAT; version += 1)
      items = migrations.get(version)?.(items) ?? items;
    const entries = Object.entries(items);
    if (entries.length > MOST.items) return fail(`[LIM-ITEMS] more than ${MOST.items} entries`);
    const orphans2 = [];
    for (const [path, item] of entries) {
      const problem = records.check(path, item);
      if (problem !== "") {
        const isLong = records.isRecord(item) && Object.values(item).some((value) => typeof value === "string" && value.length > records.MOST.text);
        const code2 = records.kindOf(path) === void 0 ? "PRG-ID" : path.startsWith("plan/") ? "PRG-PLAN" : isLong ? "LIM-NOTE" : "PRG-TYPE";
        found.errors.push(`[${code2}] “${path.slice(0, 80)}”: ${problem}`);
        continue;
      }
      const [kind, id] = path.split("/");
      if (["state", "note", "links", "review"].includes(kind) && !isKnown(id)) orphans2.push(id);
      found.items.set(
        path,
        clock.timely(
          item,
          now,
          () => found.warnings.push(`[PRG-TIME] “${path}” is of the future; it is taken as of now`)
        )
      );
    }
    if (orphans2.length > 0)
      found.warnings.push(
        `[PRG-ORPHAN] not in this roadmap, and kept all the same: ${[...new Set(orphans2)].slice(0, 10).join(", ")}${orphans2.length > 10 ? " …" : ""}`
      );
    if (found.errors.length > 0) [found.rest, found.items] = [found.items, /* @__PURE__ */ new Map()];
    if (found.errors.length > MOST.told)
      found.errors.splice(MOST.told, Infinity, `… and ${found.errors.length - MOST.told} more`);
    if (found.warnings.length > MOST.told)
      found.warnings.splice(MOST.told, Infinity, `… and ${found.warnings.length - MOST.told} more`);
    return found;
  };
  var compare = (current, incoming) => {
    const found = /* @__PURE__ */ new Map();
    for (const [path, item] of incoming) {
      const before = current.get(path) ?? null;
      const after = before ? merging.merge(path, before, item) : item;
      if (merging.canonical(after) !== merging.canonical(before)) found.set(path, { before, after });
    }
    return found;
  };
  var progress = { everything, newer, write, read, compare };

  // backup/share-link.ts
  var MOST2 = 5e6;
  var pass = async (bytes, through) => {
    const writer = through.writable.getWriter();
    writer.write(bytes).catch(() => {
    });
    writer.close().catch(() => {
    });
    const reader = through.readable.getReader();
    const parts = [];
    let size = 0;
    for (let { value } = await reader.read(); value !== void 0; { value } = await reader.read()) {
      size += value.length;
      if (size > MOST2) {
        await reader.cancel();
        throw new RangeError("too large");
      }
      parts.push(value);
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part4 of parts) {
      whole.set(part4, at);
      at += part4.length;
    }
    return whole;
  };
  var share = {
    /**
     * @param text of a progress file
     * @returns what stands behind the # of a link
     */
    async write(text) {
      const bytes = await pass(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
      let binary = "";
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return `s=${store.FORMAT}.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
    },
    /** @param hash with or without its # */
    async read(hash) {
      const fail = (error) => ({ text: "", error: `[URLSTATE] ${error}` });
      const match = /^#?s=(\d{1,6})\.([\w-]*)$/.exec(hash);
      if (!match) return fail("This is no link of shared progress, or a part of it got lost on the way.");
      if (Number(match[1]) > store.FORMAT)
        return fail("The link is of a newer version of this site. Reload the page, or ask for a file.");
      try {
        const bytes = Uint8Array.from(
          atob(match[2].replaceAll("-", "+").replaceAll("_", "/")),
          (letter) => letter.charCodeAt(0)
        );
        return {
          text: new TextDecoder("utf-8", { fatal: true }).decode(
            await pass(bytes, new DecompressionStream("deflate-raw"))
          ),
          error: ""
        };
      } catch (error) {
        return fail(
          error instanceof RangeError ? "The link holds more than a link can." : "The link is incomplete: some programs cut long links. Ask for it once more, or for a file."
        );
      }
    }
  };

  // backup/timeout.ts
  var withTimeout = (answer, most = 4e3) => {
    let timer2;
    const late = new Promise((_, reject) => {
      timer2 = setTimeout(() => reject(new Error("no answer")), most);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer2));
  };

  // shared:core/backups.ts
  var { backups } = globalThis.roadmap;

  // shared:core/download.ts
  var { download } = globalThis.roadmap;

  // shared:core/notices.ts
  var { say, notice, sayUnsaved } = globalThis.roadmap;

  // shared:core/updates.ts
  var { updates } = globalThis.roadmap;

  // shared:storage/indexeddb.ts
  var { database } = globalThis.roadmap;

  // backup/files.ts
  var known = null;
  var stamp = () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  var site = map.site;
  var apply = async (make, why, isLoss) => {
    let point = 0;
    let reason = "";
    try {
      point = await withTimeout(backups.point(why));
    } catch {
    }
    const items = make();
    const before = isLoss ? progress.everything() : /* @__PURE__ */ new Map();
    const isDone = store.put(items);
    if (isDone) {
      updates.apply();
      if (isLoss) takeBack(before, items, isLoss);
      const saved = await withTimeout(store.settled()).catch(() => null);
      reason = saved?.reason ?? "";
    } else sayUnsaved("It");
    return { isDone, point, reason };
  };
  var takeBack = (before, items, isLoss) => {
    const back = /* @__PURE__ */ new Map();
    for (const [path, was] of before) {
      const now = items.has(path) ? null : store.read(path);
      if (!now || !isLoss(path, was, now)) continue;
      const at = Math.max(Date.now(), now.at + 1);
      const by = records.kindOf(path)?.merge === "multiValue" ? { by: { ...now.by, ...was.by, restored: at } } : {};
      back.set(path, { ...was, ...by, ...path.startsWith("state/") ? { since: was.since ?? was.at } : {}, at });
    }
    store.put(back);
  };
  var asItWas = (items) => {
    const now = Date.now();
    const found = /* @__PURE__ */ new Map();
    const said = (item) => merging.canonical({ ...item, at: 0, since: 0, by: {}, after: 0, parts: [], from: "", before: 0, said: 0 });
    const all = updates.handedOn(
      new Map(
        Object.entries(items).flatMap(([path, raw]) => {
          const item = records.parse(path, raw);
          return item ? [[path, item]] : [];
        })
      )
    );
    for (const path of /* @__PURE__ */ new Set([...store.paths(), ...all.keys()])) {
      const was = all.get(path) ?? null;
      const current = store.read(path);
      const then = was ?? records.BLANK.get(path.split("/")[0]);
      if (!then || path.startsWith("update/") || current && said(current) === said(then)) continue;
      const at = Math.max(now, (current?.at ?? 0) + 1);
      const by = records.kindOf(path)?.merge === "multiValue" ? { by: { ...current?.by, restored: Math.max(at, (current?.by?.restored ?? 0) + 1) } } : {};
      const since = /^(?:state|review)\//.test(path) && was ? { since: was.since ?? was.at } : {};
      const habits2 = /* @__PURE__ */ new Set([...Object.keys(current?.ticks ?? {}), ...Object.keys(then.ticks ?? {})]);
      const ticks = path.startsWith("day/") ? {
        ticks: Object.fromEntries(
          [...habits2].map((habit) => {
            const time3 = Math.max(at, Math.abs(current?.ticks[habit] ?? 0) + 1);
            return [habit, then.ticks[habit] > 0 ? time3 : -time3];
          })
        )
      } : {};
      found.set(path, { ...then, at, ...since, ...by, ...ticks });
    }
    return found;
  };
  var files = {
    apply,
    /** All progress as a file. */
    async save() {
      download(
        `${site}-progress-${stamp()}.json`,
        store.refusal() ? await progress.newer() : await progress.write(progress.everything()),
        "application/json"
      );
      backups.exported();
      backups.askToPersist(true);
      say("Exported to a file.");
    },
    /** What was damaged, as it was found. */
    saveDamaged() {
      const found = Object.fromEntries(store.damaged().map((path) => [path, localStore.get(path)]));
      download(`${site}-damaged-${stamp()}.json`, `${JSON.stringify(found, null, 1)}
`, "application/json");
      localStore.set("meta/damage", String(Object.keys(found).length));
    },
    /** @returns newest first */
    async points() {
      known = (await withTimeout(backups.points())).reverse();
      return known;
    },
    /** As they were read last: to be shown until they are read again. */
    knownPoints: () => known,
    /** @returns whether a restore point can be made: not without IndexedDB, nor when it does not answer */
    canUndo: () => withTimeout(files.points(), 2500).then(
      () => true,
      () => false
    ),
    /** Make everything what it was. What came later is in the restore point of just now. */
    async restore({ at }) {
      const point = await database.point(at);
      return point ? apply(() => asItWas(point.items), "before a restore") : { isDone: false, point: 0, reason: "" };
    }
  };

  // shared:dashboard/days.ts
  var { days } = globalThis.roadmap;

  // shared:dashboard/roadmap-index.ts
  var { roadmapIndex } = globalThis.roadmap;

  // backup/changes.ts
  var KINDS = {
    state: "States",
    note: "Notes",
    links: "Own links",
    plan: "Plan",
    focus: "Current focus",
    phase: "Phase status",
    month: "Monthly reviews",
    day: "Habits",
    review: "Reviews",
    update: "Updates of the roadmap"
  };
  var STATES = { todo: "to do", learning: "learning", done: "done", skipped: "skipped" };
  var STATUSES = {
    auto: "by ticks",
    "not-started": "not started",
    "in-progress": "in progress",
    completed: "completed"
  };
  var PROMPTS = {
    learned: "Learned",
    projects: "Projects completed",
    challenges: "Challenges",
    next: "Goals for next month"
  };
  var isShortened = (before, after) => {
    if (before.trim() === "" || after.includes(before)) return false;
    const lines = (text) => text.split(/\r\n?|\n/).map((line3) => line3.trim()).filter((line3) => line3 !== "");
    const rest = lines(after);
    const missing = lines(before).filter((line3) => {
      const at = rest.indexOf(line3);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
    if (missing.length * rest.length > 1e5) return true;
    return missing.some((line3) => {
      const at = rest.findIndex((other) => other.includes(line3));
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
  };
  var line = (name2, before, after) => before === after ? [] : [`${name2}${name2 && ": "}${before} → ${after}`];
  var day = (value) => value ? days.words(value) : "none";
  var entry = (id) => id ? roadmapIndex.title(id) : "none";
  var habits = new Map(
    roadmapIndex.data.routine.flatMap((block) => block.items.map(([id, title]) => [id, title]))
  );
  var words = {
    state(before, after) {
      const [was, is] = [before?.state ?? "todo", after.state];
      const isLoss = was === "done" && is !== "done" || was !== "todo" && is === "todo";
      return { lines: line("", STATES[was], STATES[is]), texts: [], isLoss };
    },
    note: (before, after) => texts([["", before?.text, after.text]]),
    month: (before, after) => texts(Object.entries(PROMPTS).map(([field2, name2]) => [name2, before?.[field2], after[field2]])),
    links(before, after) {
      const [was, is] = [before?.links ?? [], after.links].map(
        (list3) => new Map(list3.map((link2) => [merging.canonical([link2.title, link2.url]), link2]))
      );
      const only = (one, other) => [...one].filter(([key]) => !other.has(key)).map(([, link2]) => link2);
      const [gone, fresh] = [only(was, is), only(is, was)];
      const shown = (link2) => link2.title ? `${link2.title} (${link2.url})` : link2.url;
      return {
        lines: [...gone.map((link2) => `Removed: ${shown(link2)}`), ...fresh.map((link2) => `Added: ${shown(link2)}`)],
        texts: [],
        isLoss: gone.length > 0
      };
    },
    phase(before, after) {
      const [was, is] = [before?.status ?? "auto", after.status];
      const name2 = (status) => STATUSES[status];
      return { lines: line("", name2(was), name2(is)), texts: [], isLoss: was === "completed" && is !== "completed" };
    },
    review: (before, after) => ({
      lines: [
        ...line("Next review", day(before?.due), day(after.due)),
        ...line("Times reviewed", String(before?.reps ?? 0), String(after.reps)),
        ...before ? line("Interval in days", String(before.days), String(after.days)) : []
      ],
      texts: [],
      isLoss: (before?.reps ?? 0) > after.reps
    }),
    day(before, after) {
      const isDone = (item, habit) => Object.hasOwn(item?.ticks ?? {}, habit) && item.ticks[habit] > 0;
      const changed = [.../* @__PURE__ */ new Set([...Object.keys(before?.ticks ?? {}), ...Object.keys(after.ticks)])].filter(
        (habit) => isDone(before, habit) !== isDone(after, habit)
      );
      return {
        lines: changed.map(
          (habit) => `${habits.get(habit) ?? habit}: ${isDone(after, habit) ? "not done → done" : "done → not done"}`
        ),
        texts: [],
        isLoss: changed.some((habit) => isDone(before, habit))
      };
    },
    focus: (before, after) => ({
      lines: [
        ...line("Phase", entry(before?.phase), entry(after.phase)),
        ...line("Topic", entry(before?.topic), entry(after.topic)),
        ...line("Started", day(before?.start), day(after.start)),
        ...line("To be done by", day(before?.target), day(after.target))
      ],
      texts: [],
      isLoss: ["phase", "topic", "start", "target"].some((field2) => before?.[field2] && !after[field2])
    }),
    plan(before, after) {
      const [was, is] = [before, after].map((plan) => !plan || plan.none ? null : plan);
      if (!was || !is)
        return {
          lines: line("", was ? planned(was) : "no plan", is ? planned(is) : "no plan"),
          texts: [],
          isLoss: Boolean(was && !is)
        };
      return {
        lines: PLANNED.flatMap(([name2, say2]) => line(name2, say2(was), say2(is))),
        texts: [],
        isLoss: (was.off ?? []).some(
          ([from, to]) => !(is.off ?? []).some((span) => span[0] === from && span[1] === to)
        )
      };
    }
  };
  var texts = (fields) => {
    const changed = fields.map(([name2, before, after]) => ({ name: name2, before: before ?? "", after: after ?? "" })).filter(({ before, after }) => before !== after);
    return { lines: [], texts: changed, isLoss: changed.some(({ before, after }) => isShortened(before, after)) };
  };
  var PLANNED = [
    ["Start", (plan) => day(plan.start)],
    ["Hours a week", (plan) => String(plan.hours ?? "by weekday")],
    ["Hours by weekday", (plan) => plan.week?.join(", ") ?? "none"],
    ["Hours a week that durations assume", (plan) => String(plan.pace ?? "the usual")],
    [
      "Days off",
      (plan) => (plan.off ?? []).map(([from, to]) => from === to ? day(from) : `${day(from)} to ${day(to)}`).join(", ") || "none"
    ],
    ["Optional topics", (plan) => plan.optional ? "included" : "left out"],
    [
      "Order",
      (plan) => !plan.order || plan.order === "map" ? "the roadmap" : roadmapIndex.data.documents.find((one) => one.id === plan.order)?.title ?? plan.order
    ],
    ["Phases", (plan) => plan.parts?.map(entry).join(", ") ?? "all"]
  ];
  var planned = (plan) => `start ${day(plan.start)}, ${plan.hours ? `${plan.hours} hours a week` : "hours by weekday"}`;
  var titleOf = (kind, key) => {
    if (kind === "day" || kind === "update") return days.words(key);
    if (kind === "month")
      return new Intl.DateTimeFormat(void 0, { month: "long", year: "numeric", timeZone: "UTC" }).format(
        Date.parse(`${key}-01`)
      );
    return key === "current" && kind === "plan" ? "Plan" : key === "current" && kind === "focus" ? "Current focus" : roadmapIndex.title(key);
  };
  var changes = {
    KINDS,
    describe(path, before, after) {
      const [kind, key] = path.split("/");
      const found = words[kind]?.(before, after, key) ?? {
        lines: [before ? "changed" : "new"],
        texts: [],
        isLoss: false
      };
      return {
        path,
        kind,
        title: titleOf(kind, key),
        before,
        ...found,
        isShown: found.lines.length + found.texts.length > 0
      };
    }
  };

  // backup/backup-file.ts
  var NAME = `${localStore.prefix}backup-file`;
  var META = "meta/backup";
  var PAUSE = 1e4;
  var BETWEEN = 18e4;
  var timer;
  var handles = (mode, work) => withTimeout(
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(NAME, 1);
      opening.onupgradeneeded = () => void opening.result.createObjectStore("handles");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("handles", mode);
        const request = work(transaction.objectStore("handles"));
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(request.result);
        };
        transaction.onabort = () => {
          opening.result.close();
          reject(transaction.error);
        };
      };
    })
  );
  var handle = () => handles("readonly", (one) => one.get("file"));
  var state = () => {
    try {
      const value = JSON.parse(localStore.get(META) ?? "");
      return records.isRecord(value) && typeof value.name === "string" ? value : null;
    } catch {
      return null;
    }
  };
  var remember = (more) => {
    localStore.set(META, JSON.stringify({ ...state(), ...more }));
    return more.problem ?? "";
  };
  var lookAt = async (file2) => {
    const fine = { problem: "", count: 0, text: "" };
    const known2 = state();
    if (file2.size === 0 || known2?.size === file2.size && known2.modified === file2.lastModified) return fine;
    const text = await file2.text();
    if (text.trim() === "") return fine;
    const { items, rest, errors } = await progress.read(text, { isKnown: () => true, now: Date.now() });
    if (errors.length > 0 && rest.size === 0) return { problem: "foreign", count: 0, text };
    const ahead = [...progress.compare(progress.everything(), errors.length > 0 ? rest : items)].filter(
      ([path, { before, after }]) => changes.describe(path, before, after).isShown
    );
    return ahead.length > 0 || errors.length > 0 ? { problem: "ahead", count: ahead.length + errors.length, text } : fine;
  };
  var write2 = async (file2, text) => {
    const writable = await file2.createWritable();
    try {
      await writable.write(text);
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => {
      });
      throw error;
    }
  };
  var save = async ({
    isClick = false,
    isForced = false
  } = {}) => {
    clearTimeout(timer);
    timer = void 0;
    const work = async () => {
      if (store.refusal() !== "") return remember({ problem: "newer" });
      const file2 = await handle().catch(() => null);
      if (!file2) return remember({ problem: "gone" });
      let permission = await file2.queryPermission({ mode: "readwrite" });
      if (permission !== "granted" && isClick) permission = await file2.requestPermission({ mode: "readwrite" });
      if (permission !== "granted") return remember({ problem: "permission" });
      const { problem, count } = isForced ? { problem: "", count: 0 } : await lookAt(await file2.getFile());
      if (problem) return remember({ problem, count });
      await write2(file2, await progress.write(progress.everything()));
      const { size, lastModified } = await file2.getFile();
      backups.exported();
      return remember({ name: file2.name, at: Date.now(), size, modified: lastModified, problem: "", count: 0 });
    };
    try {
      const locks = navigator.locks;
      return locks ? await locks.request(NAME, isClick ? {} : { ifAvailable: true }, (lock) => lock ? work() : "") : await work();
    } catch (error) {
      return remember({ problem: error instanceof Error && error.name === "NotFoundError" ? "gone" : "failed" });
    }
  };
  var choose = async (picker) => {
    const types = [{ description: "Progress", accept: { "application/json": [".json"] } }];
    try {
      const options = picker === "showSaveFilePicker" ? { types, suggestedName: `${map.site}-progress.json` } : { types };
      const [file2] = [await globalThis[picker](options)].flat();
      await handles("readwrite", (one) => one.put(file2, "file"));
      localStore.set(META, JSON.stringify({ name: file2.name, at: 0, auto: state()?.auto ?? false, problem: "" }));
      return true;
    } catch (error) {
      if (!(error instanceof Error && error.name === "AbortError"))
        say("This file cannot be used: the browser does not let the site remember it.", true);
      return false;
    }
  };
  var hurry = () => {
    if (timer === void 0 || document.visibilityState === "visible") return;
    void save();
  };
  document.addEventListener("visibilitychange", hurry);
  globalThis.addEventListener("pagehide", hurry);
  var backup = {
    isOffered: () => "showSaveFilePicker" in globalThis && "indexedDB" in globalThis,
    state,
    save,
    choose,
    /** The content of the file, for an import. */
    text: async () => (await (await handle()).getFile()).text(),
    /** Something has changed: save in a while. A page that is left saves at once, as far as the browser still lets it. */
    soon() {
      const known2 = state();
      if (!known2?.auto || timer !== void 0 || ["ahead", "foreign", "gone"].includes(known2.problem)) return;
      timer = setTimeout(() => void save(), Math.max(PAUSE, known2.at + BETWEEN - Date.now()));
    },
    follow: (auto) => void remember({ auto }),
    async forget() {
      localStore.set(META, null);
      await handles("readwrite", (one) => one.delete("file")).catch(() => {
      });
    }
  };

  // shared:core/counts.ts
  var { counts } = globalThis.roadmap;

  // backup/redirects.ts
  var { history } = map;
  var targets = (path) => {
    const [kind, id] = path.split("/");
    if (kind !== "state" && kind !== "review" || !Object.hasOwn(history, id)) return [];
    return history[id].flatMap(([successor]) => counts.leavesOf(successor)).map((leaf) => `${kind}/${leaf}`);
  };
  var redirects = {
    targets,
    /** @returns with what they come to for the successors */
    all(items) {
      const found = new Map(items);
      const current = progress.everything();
      for (const [path, item] of items) {
        for (const target of targets(path)) {
          const known2 = found.get(target) ?? current.get(target);
          if (known2 || item.state !== "todo") found.set(target, known2 ? merging.merge(target, known2, item) : item);
        }
      }
      return found;
    }
  };

  // shared:core/elements.ts
  var { element, plural } = globalThis.roadmap;

  // backup/text-diff.ts
  var SHORT = { letters: 280, lines: 6 };
  var AROUND = 40;
  var parted = (one, other) => {
    const most = Math.min(one.length, other.length);
    let [start, end] = [0, 0];
    while (start < most && one[start] === other[start]) start += 1;
    if (/[\uD800-\uDBFF]/.test(one[start - 1] ?? "")) start -= 1;
    while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
    if (/[\uDC00-\uDFFF]/.test(one[one.length - end] ?? "")) end -= 1;
    return [start, end];
  };
  var textDiff = (before, after) => {
    const [start, end] = parted(before, after);
    const version = (name2, tag, text) => [
      element("dt", {}, name2),
      element(
        "dd",
        { dir: "auto" },
        ...text === "" ? [element("em", {}, "empty")] : [
          text.slice(0, start),
          element(tag, {}, text.slice(start, text.length - end)),
          text.slice(text.length - end)
        ]
      )
    ];
    const both = element(
      "dl.rm-versions",
      {},
      ...before === "" ? [] : version("Yours", "del", before),
      ...version(before === "" ? "New" : "After the import", "ins", after)
    );
    const isShort = [before, after].every(
      (text) => text.length <= SHORT.letters && text.split("\n").length <= SHORT.lines
    );
    if (isShort) return both;
    const excerpt = (tag, text) => {
      const changed = text.slice(start, text.length - end);
      return element(
        "span",
        { dir: "auto" },
        `${start > AROUND ? "…" : ""}${text.slice(Math.max(0, start - AROUND), start)}`,
        changed === "" ? "…" : element(tag, {}, changed.slice(0, AROUND)),
        changed.length > AROUND ? "…" : ""
      );
    };
    const sizes = before === "" ? plural(after.length, "character") : `${plural(before.length, "character")} → ${plural(after.length, "character")}`;
    return element(
      "details.rm-fold",
      {},
      element(
        "summary",
        {},
        `${sizes}. ${before === "" ? "" : "First difference: "}`,
        before !== "" && excerpt("del", before),
        before !== "" && " → ",
        excerpt("ins", after)
      ),
      both
    );
  };

  // backup/preview.ts
  var { KINDS: KINDS2, describe } = changes;
  var SLICE = 100;
  var OPEN = 30;
  var compare2 = async (items) => {
    const [current, all] = [progress.everything(), [...redirects.all(items)]];
    const found = [];
    for (let at = 0; at < all.length; at += 500) {
      for (const [path, { before, after }] of progress.compare(current, new Map(all.slice(at, at + 500))))
        found.push(describe(path, before, after));
      await store.yieldToMain();
    }
    return found;
  };
  var list = (changes2, row) => {
    const made = element("ul.rm-changes");
    const more = element("button.rm-button", { type: "button", onclick: () => add() });
    let shown = 0;
    const add = () => {
      const first = made.children.length;
      made.append(...changes2.slice(shown, shown + SLICE).map(row));
      shown = Math.min(shown + SLICE, changes2.length);
      more.textContent = `Show more (${changes2.length - shown})`;
      more.hidden = shown === changes2.length;
      if (first > 0) made.children[first]?.querySelector("input, summary")?.focus();
    };
    add();
    return [made, more];
  };
  var detail = (change) => [
    ...change.lines.map((text) => element("div", { dir: "auto" }, text)),
    ...change.texts.flatMap(({ name: name2, before, after }) => [
      name2 && element("div.rm-quiet", {}, name2),
      textDiff(before, after)
    ])
  ];
  var kindOf = ({ kind }) => KINDS2[kind];
  var plainRow = (change) => {
    const isOneLine = change.texts.length === 0 && change.lines.length === 1;
    const inner = isOneLine ? [": ", element("span", { dir: "auto" }, change.lines[0])] : detail(change);
    return element("li", {}, element("strong", { dir: "auto" }, change.title), ...inner);
  };
  var removals = (losses, chosen) => {
    if (losses.length === 0) return null;
    const boxes = () => part4.querySelectorAll("input[data-path]");
    const row = (change) => element(
      "li",
      {},
      element(
        "label.rm-check",
        {},
        element("input", {
          type: "checkbox",
          "data-path": change.path,
          checked: chosen.has(change.path),
          onchange: (event) => void (event.target.checked ? chosen.add(change.path) : chosen.delete(change.path))
        }),
        element("span", {}, element("strong", { dir: "auto" }, change.title), ` (${kindOf(change)})`)
      ),
      element("div.rm-about", {}, ...detail(change))
    );
    const all = (isWanted) => () => {
      for (const { path } of losses) isWanted ? chosen.add(path) : chosen.delete(path);
      for (const box of boxes()) box.checked = isWanted;
    };
    const part4 = element(
      "section.rm-removals",
      { "aria-labelledby": "rm-removals" },
      element("h3", { id: "rm-removals" }, `This would remove or undo (${losses.length})`),
      element("p", {}, "Your version is kept unless you select an item here."),
      losses.length > 1 && element(
        "p",
        {},
        element("button.rm-small", { type: "button", onclick: all(true) }, "Select all"),
        " ",
        element("button.rm-small", { type: "button", onclick: all(false) }, "Select none")
      ),
      ...list(losses, row)
    );
    return part4;
  };
  var group = (kind, found, left) => {
    const name2 = KINDS2[kind];
    const box = element(
      "label.rm-check",
      {},
      element("input", {
        type: "checkbox",
        checked: true,
        "data-kind": kind,
        onchange: (event) => void (event.target.checked ? left.delete(kind) : left.add(kind))
      }),
      element("span", {}, `${name2} (${plural(found.length, "change")})`)
    );
    if (found.length <= OPEN) return element("section.rm-group", {}, box, ...list(found, plainRow));
    const fold = element("details.rm-fold", {}, element("summary", {}, `Show ${name2.toLowerCase()}`));
    fold.addEventListener("toggle", () => {
      if (fold.open && fold.children.length === 1) fold.append(...list(found, plainRow));
    });
    return element("section.rm-group", {}, box, fold);
  };
  var preview = async (items, {
    place: place3,
    from,
    warnings = [],
    question = "",
    imported
  }) => {
    const [found, canUndo] = await Promise.all([compare2(items), files.canUndo()]);
    const shown = found.filter((change) => change.isShown);
    const lines = warnings.length > 0 ? element("ul.rm-warnings", {}, ...warnings.map((text) => element("li", { dir: "auto" }, text))) : null;
    if (found.length === 0) {
      place3.replaceChildren(
        ...[element("p", {}, "You already have everything in this file."), lines].filter((node) => node !== null)
      );
      say("Nothing would change.");
      return;
    }
    const losses = shown.filter((change) => change.isLoss);
    const rest = shown.filter((change) => !change.isLoss);
    const chosen = /* @__PURE__ */ new Set();
    const left = /* @__PURE__ */ new Set();
    const seen = new Map(losses.map((change) => [change.path, merging.canonical(change.before)]));
    const isWanted = ({ path, kind, isLoss, before }) => isLoss ? chosen.has(path) && seen.get(path) === merging.canonical(before) : !left.has(kind);
    const take = async () => {
      let count = 0;
      const fresh = () => {
        const now = [...progress.compare(progress.everything(), redirects.all(items))].map(
          ([path, { before, after }]) => ({ path, after, isWanted: isWanted(describe(path, before, after)) })
        );
        const unwanted = new Set(now.filter((one) => !one.isWanted).map(({ path }) => path));
        const put = new Map(
          now.filter((one) => one.isWanted && !redirects.targets(one.path).some((target) => unwanted.has(target))).map(({ path, after }) => [path, after])
        );
        count = put.size;
        return put;
      };
      const { isDone, point, reason } = await files.apply(
        fresh,
        `before importing ${from}`,
        (path, before, after) => describe(path, before, after).isLoss
      );
      if (!isDone) return;
      place3.replaceChildren();
      imported(count, point, reason);
    };
    const sum = [
      shown.length > 0 ? plural(shown.length, "change") : "",
      losses.length > 0 ? `${losses.length} of them would remove or undo something` : "",
      found.length > shown.length ? `${plural(found.length - shown.length, "entry")} with newer times only` : ""
    ].filter(Boolean).join(", ");
    const button4 = (id, words2, act, isMain = false) => element(`button.rm-button${isMain ? ".rm-main" : ""}`, { type: "button", id, onclick: act }, words2);
    const title = element("h2", { tabindex: -1, id: "rm-preview" }, `Import from ${from}`);
    place3.replaceChildren(
      element(
        "section.rm-preview",
        { "aria-labelledby": "rm-preview" },
        title,
        element("p", {}, `${sum}. What you changed later than the file stays as it is.`),
        question && element("p", {}, element("strong", {}, question)),
        !canUndo && element(
          "p.rm-warning",
          {},
          element("strong", {}, "This import cannot be undone: "),
          "IndexedDB is not available, so there are no restore points. Export first. ",
          element("button.rm-button", { type: "button", onclick: () => void files.save() }, "Export")
        ),
        removals(losses, chosen),
        ...Object.keys(KINDS2).map((kind) => [kind, rest.filter((change) => change.kind === kind)]).filter(([, list3]) => list3.length > 0).map(([kind, list3]) => group(kind, list3, left)),
        lines,
        element(
          "p",
          {},
          button4("take", question ? "Import anyway" : "Import", () => void take(), true),
          " ",
          button4("leave", "Cancel", () => place3.replaceChildren())
        )
      )
    );
    say(`${sum}. Import, or cancel.`);
    title.focus();
    title.scrollIntoView({ block: "start" });
  };

  // shared:dashboard/dashboard.ts
  var { dashboard } = globalThis.roadmap;

  // backup/import.ts
  var last = null;
  var list2 = (name2, lines) => element(`ul.${name2}`, {}, ...lines.map((line3) => element("li", { dir: "auto" }, line3)));
  var look = (items, place3, from, more = {}) => preview(items, {
    ...more,
    place: place3,
    from,
    async imported(count, point, reason) {
      await files.points().catch(() => {
      });
      last = point ? { text: `${plural(count, "entry")} imported from ${from}.`, at: point } : null;
      dashboard.show();
      say(`${plural(count, "entry")} imported.${point ? " You can undo this." : ""}${reason && ` ${reason}`}`);
    }
  });
  var consider = async (given, place3, from) => {
    const { items, rest, errors, warnings, question } = await progress.read(given, {
      isKnown: roadmapIndex.isKnown,
      now: Date.now()
    });
    if (errors.length === 0) {
      await look(items, place3, from, { warnings, question });
      return;
    }
    const others = rest.size > 0 && element(
      "p",
      {},
      element(
        "button.rm-button",
        {
          type: "button",
          id: "import-rest",
          onclick: () => void look(rest, place3, from, {
            warnings: [...errors.map((line3) => `Left out: ${line3}`), ...warnings],
            question
          })
        },
        `Import the other ${plural(rest.size, "record")} …`
      )
    );
    const title = element(
      "h2",
      { tabindex: -1, id: "rm-preview" },
      rest.size > 0 ? `Some records of ${from} cannot be read` : `Nothing was imported from ${from}`
    );
    place3.replaceChildren(
      element("section.rm-preview", { "aria-labelledby": "rm-preview" }, title, list2("rm-errors", errors), others)
    );
    title.focus();
    say(`Nothing was imported from ${from}: ${errors[0]}`);
  };
  var goBack = async (at) => {
    const point = (await files.points().catch(() => [])).find((one) => one.at === at);
    if (!point) {
      say("This restore point no longer exists.", true);
      return;
    }
    const { isDone } = await files.restore(point);
    if (isDone) {
      last = null;
      await files.points().catch(() => {
      });
      dashboard.show();
      say("Restored.");
    }
  };
  var imports = { consider, look, last: () => last, goBack };

  // shared:storage/persistence.ts
  var { persistence } = globalThis.roadmap;

  // backup/view-backup-file.ts
  var button = (id, words2, act) => element("button.rm-button", { type: "button", id, onclick: act }, words2);
  var time = (at) => new Intl.DateTimeFormat(void 0, { dateStyle: "medium", timeStyle: "short" }).format(at);
  var part = (title, ...inner) => element("section.rm-part", {}, element("h2", {}, title), ...inner);
  var PROBLEMS = {
    permission: (name2) => `The browser asks for permission to write to ${name2} again. Select “Save now”.`,
    gone: (name2) => `${name2} cannot be found any more. Choose a file again, or export.`,
    failed: (name2) => `${name2} could not be written; what it held is still there. Try again, or export.`,
    newer: () => "A newer version of this site has saved your progress. Reload the page, then save.",
    foreign: (name2) => `${name2} is not a progress file. Nothing was written to it.`,
    ahead: (name2, count) => `${name2} holds ${plural(count, "change")} that ${count === 1 ? "is" : "are"} not in this browser. Nothing was written to it. Import first, or they are lost.`
  };
  var save2 = async (how = {}) => {
    const problem = await backup.save({ isClick: true, ...how });
    dashboard.show();
    if (problem === "") say(`Saved to ${backup.state()?.name}.`);
  };
  var choose2 = async (picker) => {
    if (await backup.choose(picker)) await save2();
  };
  var choosing = () => element(
    "p",
    {},
    button("backup-new", "New file …", () => void choose2("showSaveFilePicker")),
    " ",
    button("backup-open", "Existing file …", () => void choose2("showOpenFilePicker"))
  );
  var file = (place3) => {
    if (!backup.isOffered()) {
      const at = Number(localStore.get("meta/exported"));
      return part(
        "Backup file",
        element(
          "p",
          {},
          "This browser cannot keep a file up to date by itself (Chrome and Edge on a computer can). Export regularly instead."
        ),
        element("p.rm-line", {}, at > 0 ? `Last export: ${time(at)}.` : "Not exported yet."),
        element(
          "p",
          {},
          button("backup-export", "Save to a file", () => void files.save().then(dashboard.show))
        )
      );
    }
    const known2 = backup.state();
    if (!known2)
      return part(
        "Backup file",
        element(
          "p",
          {},
          "Choose a file once, then update it with one click or automatically. In a synced folder, it is on your other devices too."
        ),
        choosing()
      );
    const say2 = known2.problem && PROBLEMS[known2.problem](`“${known2.name}”`, known2.count ?? 0);
    const isStuck = known2.problem === "ahead" || known2.problem === "foreign";
    return part(
      "Backup file",
      element(
        "p",
        {},
        "“",
        element("bdi", {}, known2.name),
        known2.at > 0 ? `”, last saved ${time(known2.at)}.` : "”, not saved yet."
      ),
      say2 && element("p.rm-warning", { role: "alert" }, say2),
      element(
        "p",
        {},
        known2.problem === "ahead" && button(
          "backup-import",
          "Import from the file …",
          () => void backup.text().then((text) => imports.consider(text, place3, `“${known2.name}”`), dashboard.show)
        ),
        " ",
        isStuck ? button("backup-force", "Overwrite the file", () => void save2({ isForced: true })) : button("backup-save", "Save now", () => void save2()),
        " ",
        button("backup-forget", "Stop using this file", () => void backup.forget().then(dashboard.show))
      ),
      known2.problem === "gone" && choosing(),
      element(
        "label.rm-check",
        {},
        element("input", {
          type: "checkbox",
          id: "backup-auto",
          checked: known2.auto,
          onchange: (event) => {
            backup.follow(event.target.checked);
            backup.soon();
          }
        }),
        element("span", {}, "Save automatically after changes, at most every 3 minutes")
      )
    );
  };
  var safety = () => {
    const risks = persistence.risks();
    const { since, changes: changes2 } = backups.unsaved();
    return part(
      "How safe this browser is",
      changes2 > 0 && element(
        "p.rm-line",
        {},
        `${plural(changes2, "change")} since ${days.words(days.dayOf(since))} ${changes2 === 1 ? "is" : "are"} not exported.`
      ),
      risks.length === 0 ? element("p.rm-line", {}, "The browser has agreed to keep this site's data until you delete it.") : element("ul", {}, ...risks.map((risk) => element("li", {}, risk))),
      risks.length > 0 && element("p.rm-line", {}, "A file outside the browser is safe from all of this."),
      persistence.canAsk() && element(
        "p",
        {},
        button(
          "persist",
          "Ask the browser to keep this data",
          () => void persistence.ask().then((answer) => {
            dashboard.show();
            say(
              answer === "granted" ? "The browser will keep this site's data." : "The browser did not agree. It may later, when you use the site more or bookmark it. Until then, keep a backup file.",
              answer !== "granted"
            );
          })
        )
      )
    );
  };
  var viewBackup = { file, safety, part, button, time };

  // shared:core/other-scopes.ts
  var { otherScopes } = globalThis.roadmap;

  // backup/view-other-scopes.ts
  var copies = [];
  var isAsked = false;
  var find = async () => {
    if (!otherScopes) return [];
    const prefixes = [...await otherScopes.others()].map((one) => typeof one === "string" ? one : one.prefix);
    const found = await Promise.all(
      prefixes.map(async (prefix) => ({ name: nameOf(prefix), items: await otherScopes.read(prefix) }))
    );
    return found.filter(({ items }) => items.size > 0);
  };
  var nameOf = (prefix) => {
    const path = /@([^/]*)\/?$/.exec(prefix)?.[1];
    try {
      return path === void 0 ? "an earlier version of this site" : decodeURIComponent(path);
    } catch {
      return prefix;
    }
  };
  var viewOtherScopes = (place3) => {
    const box = element("div", { hidden: copies.length === 0 });
    box.append(
      element("h3", {}, "Import from another copy on this site"),
      element(
        "ul.rm-list",
        {},
        ...copies.map(
          ({ name: name2, items }, at) => element(
            "li",
            {},
            element("bdi", {}, name2),
            `: ${plural(items.size, "entry")} `,
            element(
              "button.rm-button",
              { type: "button", id: `copy-${at}`, onclick: () => void imports.look(items, place3, `“${name2}”`) },
              "Import …"
            )
          )
        )
      )
    );
    if (!isAsked) {
      isAsked = true;
      withTimeout(find()).then(
        (found) => {
          copies = found;
          if (copies.length > 0) dashboard.show();
        },
        () => {
        }
      );
    }
    return box;
  };

  // shared:storage/erase.ts
  var { erase, hasOlder } = globalThis.roadmap;

  // backup/view-erase.ts
  var { part: part2, button: button2 } = viewBackup;
  var ERASED = `${localStore.prefix}erased`;
  var ask = async () => {
    const isOlder = await hasOlder();
    if (document.getElementById("erase-title")) return;
    const count = store.paths().length;
    const told2 = element("p.rm-line", { role: "status" });
    const buttons = [
      button2(
        "erase-export",
        "Export first",
        () => void files.save().then(() => {
          told2.textContent = "Exported.";
        })
      ),
      element(
        "button.rm-button.rm-danger",
        { type: "button", id: "erase-all", onclick: () => void run() },
        "Erase everything"
      ),
      element(
        "button.rm-button",
        { type: "button", id: "erase-cancel", autofocus: true, onclick: () => dialog.close() },
        "Cancel"
      )
    ];
    const older = element("input", { type: "checkbox", id: "erase-older", checked: true });
    const dialog = element(
      "dialog.rm-dialog.md-typeset",
      { "aria-labelledby": "erase-title", onclose: () => dialog.remove() },
      element("h2", { id: "erase-title" }, "Erase everything?"),
      element(
        "p",
        {},
        `All your progress on this site is deleted from this browser, in all open tabs: ${plural(count, "entry")}, the restore points, the plan, notes and settings. `,
        element("strong", {}, "This cannot be undone.")
      ),
      isOlder && element(
        "p",
        {},
        element(
          "label.rm-check",
          {},
          older,
          element("span", {}, "Also what an earlier version of this site saved in this browser")
        )
      ),
      element("p", {}, "Files you exported or chose as a backup are not deleted."),
      element("p", {}, ...buttons.flatMap((one) => [one, " "])),
      told2
    );
    const run = async () => {
      for (const one of buttons) one.disabled = true;
      told2.textContent = "Erasing …";
      const isWhole = await erase({ isOlder: older.checked });
      try {
        sessionStorage.setItem(ERASED, isWhole ? "all" : "part");
      } catch {
      }
      location.reload();
    };
    document.body.append(dialog);
    dialog.showModal();
  };
  var viewErase = () => {
    let erased = null;
    try {
      erased = sessionStorage.getItem(ERASED);
      sessionStorage.removeItem(ERASED);
    } catch {
    }
    if (erased === "all") say("Everything was erased.");
    if (erased === "part")
      say(
        "Your progress was erased here, but a second copy (IndexedDB) did not answer. It is erased when the site is opened next, or when you clear this site's data in the browser's settings.",
        true
      );
    return part2(
      "Erase",
      element("p", {}, "Deletes all your progress on this site from this browser."),
      element(
        "p",
        {},
        button2("erase", "Erase everything …", () => void ask())
      )
    );
  };

  // backup/anki.ts
  var site2 = map.site;
  var ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "[": "&#91;",
    "{": "&#123;"
  };
  var html = (text) => text.replaceAll("\0", "").replaceAll(/[&<>"'[{]/g, (letter) => ENTITIES[letter]).replaceAll(/\\(?=[()]|&#91;|\])/g, "\\<span></span>").replaceAll(/\r\n?|\n/g, "<br>");
  var field = (text) => `"${text}"`;
  var name = (text) => text.replaceAll(/\s+/g, " ").replaceAll(/:{2,}/g, ":").trim();
  var anki = () => {
    const head = [
      "#separator:tab",
      "#html:true",
      "#notetype:Basic",
      `#deck:${name(roadmapIndex.data.title)}`,
      "#guid column:1",
      "#tags column:4"
    ];
    const cards = roadmapIndex.leaves.flatMap((id) => {
      const [note2, summary] = [store.read(`note/${id}`)?.text ?? "", roadmapIndex.summary(id)];
      if (store.state(id) !== "done" || note2 === "" && summary === "") return [];
      const back = [summary, note2].filter(Boolean).join("\n\n");
      return [[`${site2}/${id}`, html(roadmapIndex.title(id)), html(back), site2].map(field).join("	")];
    });
    return { text: `${[...head, ...cards].join("\n")}
`, cards: cards.length };
  };

  // shared:core/rows.ts
  var { rows } = globalThis.roadmap;

  // backup/checklist.ts
  var LIVE = /(?:[a-z][a-z0-9+.-]{1,30}:\/\/|www\.|(?:mailto|xmpp):)[^\s`<>]*[^\s`<>.,;:!?'")*_~\]]|[\w.+-]+@[\w-]+\.[\w.-]+|[\w./-]*[@#]\w[\w./#@-]*|\bGH-\d+|\b[0-9a-f]{7,40}\b/gi;
  var isWord = (text) => /^(?:[a-f]+|\d+)$/i.test(text);
  var escapeText = (text) => text.replaceAll(/[\\`*_[\]<>#|~&]/g, "\\$&");
  var isEscaping = (before) => (/\\+$/.exec(before)?.[0].length ?? 0) % 2 === 1;
  var code = (text) => `\`${text}\``;
  var joined = (parts) => parts.reduce((made, part4) => `${made}${made.endsWith("`") && part4.startsWith("`") ? "<!-- -->" : ""}${part4}`, "");
  var defused = (text, rest) => {
    const parts = [];
    let at = 0;
    for (const match of text.matchAll(LIVE)) {
      if (isWord(match[0])) continue;
      const before = rest(text.slice(at, match.index));
      parts.push(isEscaping(before) ? `${before}\\` : before, code(match[0]));
      at = match.index + match[0].length;
    }
    return joined([...parts, rest(text.slice(at))].filter((part4) => part4 !== ""));
  };
  var plain = (text) => defused(text.replaceAll(/\s+/g, " "), escapeText);
  var prose = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(/\\*`/g, (run) => isEscaping(run.slice(0, -1)) ? run : `${run.slice(0, -1)}\\\``).replaceAll("![", "\\![");
  var KEPT = /(?<![\\`])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|(?<![\\!\]])\[[^[\]\\`\n]*\]\(https?:\/\/[^\s()<>`\\]*\)/g;
  var noteLine = (line3) => {
    const parts = [];
    let at = 0;
    for (const match of line3.matchAll(KEPT)) {
      parts.push(defused(line3.slice(at, match.index), prose), match[0]);
      at = match.index + match[0].length;
    }
    return joined([...parts, defused(line3.slice(at), prose)].filter((part4) => part4 !== ""));
  };
  var note = (id) => {
    const text = store.read(`note/${id}`)?.text ?? "";
    if (text === "") return [];
    let fence = "";
    return text.split(/\r\n?|\n/).map((line3) => {
      const mark = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line3);
      const run = mark ? mark[1] ?? mark[2] : "";
      const isInside = fence !== "";
      if (!isInside) fence = run;
      else if (run.length >= fence.length && run[0] === fence[0] && line3.trim() === run) fence = "";
      const made = isInside || run !== "" ? line3 : noteLine(line3);
      return made === "" ? "" : `  ${made}`;
    }).concat(fence === "" ? [] : [`  ${fence}`]);
  };
  var line2 = (id) => {
    const { state: state2 } = rows.shown(id);
    return [
      `- [${state2 === "done" ? "x" : " "}] ${plain(roadmapIndex.title(id))}${state2 === "learning" || state2 === "skipped" ? ` (${state2})` : ""}`,
      ...note(id)
    ];
  };
  var checklist = () => {
    const lines = [`# ${plain(roadmapIndex.data.title)}`];
    const group2 = (heading, ids) => {
      if (ids.length > 0) lines.push("", heading, "", ...ids.flatMap(line2));
    };
    for (const phase of roadmapIndex.data.phases) {
      lines.push("", `## ${plain(phase.title)}`);
      for (const [section, title] of phase.sections) group2(`### ${plain(title)}`, counts.leavesIn(`section:${section}`));
    }
    const others = Object.entries(roadmapIndex.data.others).map(([id, [, , kind]]) => [id, kind]);
    for (const [kind, words2] of roadmapIndex.data.kinds) {
      group2(
        `## ${words2}`,
        others.filter(([, other]) => other === kind).map(([id]) => id)
      );
    }
    group2(
      "## Notes on topics that hold topics",
      others.filter(([id, kind]) => kind === "topic" && note(id).length > 0).map(([id]) => id)
    );
    return `${lines.join("\n")}
`;
  };

  // backup/view-backup.ts
  var { part: part3, button: button3, time: time2 } = viewBackup;
  var site3 = map.site;
  var place = element("div.rm-consider");
  var link = element("input.rm-field", { readonly: true, hidden: true, "aria-label": "The link" });
  var told = element("p.rm-line", { role: "status" });
  var makeLink = async (isWhole) => {
    const items = new Map([...progress.everything()].filter(([path]) => isWhole || /^(?:state|phase)\//.test(path)));
    const address = new URL(roadmapIndex.at(roadmapIndex.data.pages.shared));
    address.hash = await share.write(await progress.write(items));
    link.value = address.href;
    link.hidden = false;
    link.select();
    try {
      await navigator.clipboard.writeText(address.href);
      told.textContent = `Copied: ${plural(address.href.length, "character")}.`;
      if (isWhole) backups.exported();
    } catch {
      told.textContent = `${plural(address.href.length, "character")}. Copy it from the field.`;
    }
    if (address.href.length > 8e3) told.textContent += " Some programs cut links as long as this; a file is safer.";
  };
  var exporting = () => part3(
    "Export",
    element("p", {}, "All your progress in one file, for another browser or as a backup."),
    element(
      "p",
      {},
      button3("save", "Export to a file", () => void files.save().then(dashboard.show))
    ),
    element(
      "p",
      {},
      button3("share", "Link that shows your ticks", () => void makeLink(false)),
      " ",
      button3("move", "Link with everything, for another device", () => void makeLink(true))
    ),
    link,
    told,
    element(
      "p",
      {},
      button3("checklist", "Checklist (Markdown)", () => download(`${site3}-checklist.md`, checklist(), "text/markdown")),
      " ",
      button3("anki", "Cards for Anki", () => {
        const { text, cards } = anki();
        if (cards > 0) download(`${site3}-anki.txt`, text, "text/plain");
        say(
          cards > 0 ? `${plural(cards, "card")} saved. In Anki: File, Import.` : "No cards yet: a card is a topic that is done and has a note or a summary.",
          cards === 0
        );
      })
    )
  );
  var importing = () => {
    const input = element("input", {
      type: "file",
      id: "file",
      accept: ".json,application/json",
      onchange: async () => {
        const [file2] = input.files ?? [];
        if (!file2) return;
        if (file2.size > 2e7) place.replaceChildren(element("p", {}, "[LIM-SIZE] The file is larger than 20 MB."));
        else await imports.consider(await file2.arrayBuffer(), place, `“${file2.name}”`);
        input.value = "";
      }
    });
    const last2 = imports.last();
    return part3(
      "Import",
      element("p", {}, "You see every change before anything is imported."),
      element("label.rm-label", {}, "A progress file ", input),
      last2 ? element(
        "p",
        {},
        `${last2.text} `,
        button3("undo", "Undo", () => void imports.goBack(last2.at))
      ) : null,
      viewOtherScopes(place)
    );
  };
  var restoring = () => {
    const list3 = element("div");
    let points = files.knownPoints();
    const fill = () => list3.replaceChildren(
      points === null ? element("p", {}, "Loading …") : points.length === 0 ? element("p", {}, "No restore points yet.") : element(
        "ul.rm-list.rm-points",
        {},
        ...points.map(
          (point) => element(
            "li",
            {},
            `${time2(point.at)}, ${point.why}, ${plural(point.size, "entry")} `,
            button3(`point-${point.at}`, "Restore", () => void imports.goBack(point.at))
          )
        )
      )
    );
    fill();
    const isSame = (found) => points !== null && found.map(({ at }) => at).join() === points.map(({ at }) => at).join();
    files.points().then(
      (found) => {
        if (isSame(found)) return;
        points = found;
        fill();
      },
      () => {
        list3.replaceChildren(
          element(
            "p",
            {},
            "IndexedDB is not available or does not answer (often so in private windows): there are no restore points. Export and import work."
          )
        );
      }
    );
    const damaged = store.damaged().length;
    return part3(
      "Restore",
      element("p", {}, "Restore points are made each day, before an import and before a restore. Ten are kept."),
      list3,
      damaged > 0 ? element(
        "p",
        {},
        `${plural(damaged, "damaged entry")} set aside. `,
        button3("damaged", "Save them", files.saveDamaged)
      ) : null
    );
  };
  var orphans = () => {
    const found = store.paths().filter((path) => /^(?:state|note|links)\//.test(path)).map((path) => path.split("/")[1]).filter((id) => !roadmapIndex.isKnown(id) && !Object.hasOwn(map.history, id));
    const ids = [...new Set(found)];
    if (ids.length === 0) return null;
    return part3(
      "No longer in the roadmap",
      element(
        "p",
        {},
        `Your entries on these are kept and exported: ${ids.slice(0, 50).join(", ")}${ids.length > 50 ? " …" : ""}`
      )
    );
  };
  dashboard.views.set("keep", () => [
    element("div.rm-parts", {}, exporting(), importing()),
    place,
    element("div.rm-parts", {}, viewBackup.file(place), viewBackup.safety(), restoring(), viewErase(), orphans())
  ]);

  // backup/view-shared.ts
  var place2 = element("div.rm-consider");
  dashboard.views.set("shared", async () => {
    const { text, error } = await share.read(location.hash);
    if (error !== "") return [element("p", { role: "alert" }, error)];
    const { items, rest, errors } = await progress.read(text, { isKnown: roadmapIndex.isKnown, now: Date.now() });
    if (errors.length > 0)
      return [
        element("p", { role: "alert" }, "The link holds no progress that can be read."),
        element("ul", {}, ...errors.map((line3) => element("li", {}, line3))),
        rest.size > 0 ? element(
          "p",
          {},
          element(
            "button.rm-button",
            {
              type: "button",
              onclick: () => void imports.look(rest, place2, "this link", { warnings: errors.map((line3) => `Left out: ${line3}`) })
            },
            `Import the other ${plural(rest.size, "record")} …`
          )
        ) : null,
        place2
      ];
    const stateOf = (id) => items.get(`state/${id}`)?.state ?? "todo";
    const sets = map.sets;
    const phases = roadmapIndex.data.phases.map((phase) => {
      const ids = (sets[`phase:${phase.id}`] ?? []).flatMap(([from, to]) => roadmapIndex.leaves.slice(from, to));
      const done = ids.filter((id) => stateOf(id) === "done");
      const rest2 = ids.filter((id) => ["learning", "skipped"].includes(stateOf(id)));
      return element(
        "section",
        {},
        element("h2", {}, phase.title),
        element(
          "p.rm-line",
          {},
          `${done.length} of ${plural(ids.filter((id) => stateOf(id) !== "skipped").length, "topic")} done`
        ),
        done.length + rest2.length > 0 ? element(
          "ul",
          {},
          ...done.map((id) => element("li", {}, "✓ ", roadmapIndex.link(id))),
          ...rest2.map((id) => element("li", {}, roadmapIndex.link(id), ` (${stateOf(id)})`))
        ) : null
      );
    });
    return [
      element(
        "p",
        {},
        element(
          "button.rm-button",
          { type: "button", id: "take-shared", onclick: () => void imports.consider(text, place2, "this link") },
          "Import into this browser …"
        )
      ),
      place2,
      ...phases
    ];
  });

  // backup/main.ts
  var shared = {
    progress,
    share,
    files,
    backup
  };
  Object.assign(globalThis.roadmap, shared);
})();
