/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/strings.ts
  var { nodes, text, listed, paragraph, locale } = globalThis.roadmap;

  // backup/json.ts
  var DEPTH = 20;
  var JsonError = class extends Error {
    code;
    constructor(code2, problem, source, at) {
      const lines = source.slice(0, at).split("\n");
      super(text("backup.read.at", { line: lines.length, column: lines[lines.length - 1].length + 1, problem }));
      this.code = code2;
    }
  };
  var TOKEN = /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
  var readJson = (source) => {
    let at = 0;
    const fail = (problem, position = at, code2 = "JSON-SYNTAX") => {
      throw new JsonError(code2, problem, source, position);
    };
    const next = () => {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(source);
      if (!match) {
        const position = at + source.slice(at).search(/[^\t\n\r ]|$/);
        if (position >= source.length) fail(text("backup.read.unexpected_end"), position);
        return fail(text("backup.read.unexpected", { token: [...source.slice(position, position + 12)][0] }), position);
      }
      at = TOKEN.lastIndex;
      const [, punctuation, string, plain2] = match;
      const token = punctuation ?? string ?? plain2;
      return [punctuation ?? (string === void 0 ? "plain" : "string"), token, at - token.length];
    };
    const value = ([kind, token, position], depth) => {
      if (depth > DEPTH) fail(text("backup.read.too_deep", { count: DEPTH }), position, "LIM-DEPTH");
      if (kind === "string" || kind === "plain") return JSON.parse(token);
      if (kind !== "{" && kind !== "[") fail(text("backup.read.unexpected", { token }), position);
      return kind === "[" ? list3(depth) : record(depth);
    };
    const list3 = (depth) => {
      const values = [];
      for (let token = next(); token[0] !== "]"; token = next()) {
        if (values.length > 0) {
          if (token[0] !== ",") fail(text("backup.read.comma"), token[2]);
          token = next();
        }
        values.push(value(token, depth + 1));
      }
      return values;
    };
    const record = (depth) => {
      const object = /* @__PURE__ */ Object.create(null);
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
  var MOST = { bytes: 2e7, items: 1e5, problems: 30 };
  var tooLarge = () => `[LIM-SIZE] ${text("backup.read.too_large", { megabytes: MOST.bytes / 1e6 })}`;
  var digest = async (content) => {
    if (!globalThis.crypto?.subtle) return "";
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content));
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
  var read = async (file2, { isKnown, now }) => {
    const reading = { items: /* @__PURE__ */ new Map(), rest: /* @__PURE__ */ new Map(), errors: [], warnings: [], question: "" };
    const fail = (problem) => ({ ...reading, items: /* @__PURE__ */ new Map(), errors: [problem] });
    if ((typeof file2 === "string" ? file2.length : file2.byteLength) > MOST.bytes) return fail(tooLarge());
    let content;
    try {
      content = typeof file2 === "string" ? file2.replace(/^\uFEFF/, "") : new TextDecoder("utf-8", { fatal: true }).decode(file2);
    } catch {
      return fail(`[ENC-UTF8] ${text("backup.read.not_utf8")}`);
    }
    if (content.trim() === "") return fail(`[JSON-EMPTY] ${text("backup.read.empty")}`);
    let data;
    try {
      data = readJson(content);
    } catch (error) {
      return fail(
        `[${error instanceof JsonError ? error.code : "JSON-SYNTAX"}] ${error instanceof Error ? error.message : error}`
      );
    }
    if (!records.isRecord(data))
      return fail(
        `[PRG-ROOT] ${text(typeof data === "string" ? "backup.read.encoded_twice" : "backup.read.not_progress")}`
      );
    if (data.format !== FORMAT)
      return fail(
        `[PRG-FORMAT] ${typeof data.type === "string" ? text("backup.read.other_format", { type: data.type.slice(0, 40), format: FORMAT }) : text("backup.read.not_format", { format: FORMAT })}`
      );
    if (!Number.isInteger(data.version) || data.version < 1)
      return fail(`[PRG-VERSION] ${text("backup.read.no_version")}`);
    if (data.version > store.FORMAT)
      return fail(`[PRG-VERSION] ${text("backup.read.newer_version", { version: data.version, known: store.FORMAT })}`);
    if (!records.isRecord(data.items)) return fail(`[PRG-TYPE] ${text("backup.read.items_type")}`);
    if (typeof data.site === "string" && data.site !== map.site)
      reading.warnings.push(`[PRG-SITE] ${text("backup.read.other_site", { site: data.site.slice(0, 80) })}`);
    if (data.sha256 !== void 0) {
      const inner = /"items": (\{[\s\S]*\})\n\}\n?$/.exec(content)?.[1] ?? "";
      const sum = await digest(inner);
      if (sum !== "" && sum !== data.sha256) reading.question = `[PRG-SUM] ${text("backup.read.wrong_checksum")}`;
    }
    let items = data.items;
    for (let version = data.version; version < store.FORMAT; version += 1)
      items = migrations.get(version)?.(items) ?? items;
    const entries = Object.entries(items);
    if (entries.length > MOST.items) return fail(`[LIM-ITEMS] ${text("backup.read.too_many", { count: MOST.items })}`);
    const orphans = [];
    for (const [path, item] of entries) {
      const problem = records.check(path, item);
      if (problem !== "") {
        const isLong = records.isRecord(item) && Object.values(item).some((value) => typeof value === "string" && value.length > records.MOST.text);
        const code2 = records.kindOf(path) === void 0 ? "PRG-ID" : path.startsWith("plan/") ? "PRG-PLAN" : isLong ? "LIM-NOTE" : "PRG-TYPE";
        reading.errors.push(`[${code2}] ${text("backup.read.record", { path: path.slice(0, 80), problem })}`);
        continue;
      }
      const [kind, id] = path.split("/");
      if (["state", "note", "links", "review"].includes(kind) && !isKnown(id)) orphans.push(id);
      reading.items.set(
        path,
        clock.timely(item, now, () => reading.warnings.push(`[PRG-TIME] ${text("backup.read.future", { path })}`))
      );
    }
    const ids = [...new Set(orphans)];
    if (ids.length > 0)
      reading.warnings.push(
        `[PRG-ORPHAN] ${text(ids.length > 10 ? "backup.read.orphans_more" : "backup.read.orphans", { ids: listed(ids.slice(0, 10)) })}`
      );
    if (reading.errors.length > 0) [reading.rest, reading.items] = [reading.items, /* @__PURE__ */ new Map()];
    for (const problems of [reading.errors, reading.warnings]) {
      const count = problems.length - MOST.problems;
      if (count > 0) problems.splice(MOST.problems, count, text("backup.read.more", { count }));
    }
    return reading;
  };
  var compare = (current, incoming) => {
    const changes2 = /* @__PURE__ */ new Map();
    for (const [path, item] of incoming) {
      const before = current.get(path) ?? null;
      const after = before ? merging.merge(path, before, item) : item;
      if (merging.canonical(after) !== merging.canonical(before)) changes2.set(path, { before, after });
    }
    return changes2;
  };
  var progress = { MOST_BYTES: MOST.bytes, tooLarge, everything, newer, write, read, compare };

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
     * @param content of a progress file
     * @returns the part of a link after the #
     */
    async write(content) {
      const bytes = await pass(new TextEncoder().encode(content), new CompressionStream("deflate-raw"));
      let binary = "";
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return `s=${store.FORMAT}.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
    },
    /** @param hash with or without its # */
    async read(hash) {
      const fail = (problem) => ({ text: "", error: `[URLSTATE] ${problem}` });
      const match = /^#?s=(\d{1,6})\.([\w-]*)$/.exec(hash);
      if (!match) return fail(text("backup.link.not_progress"));
      if (Number(match[1]) > store.FORMAT) return fail(text("backup.link.newer"));
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
        return fail(text(error instanceof RangeError ? "backup.link.too_large" : "backup.link.incomplete"));
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
  var lastPoints = null;
  var stamp = () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  var site = map.site;
  var apply = async (make, reason, isLoss) => {
    let point = 0;
    let warning = "";
    try {
      point = await withTimeout(backups.point(reason));
    } catch {
    }
    const items = make();
    const before = isLoss ? progress.everything() : /* @__PURE__ */ new Map();
    const isDone = store.put(items);
    if (isDone) {
      updates.apply();
      if (isLoss) revertLosses(before, items, isLoss);
      const saved = await withTimeout(store.settled()).catch(() => null);
      warning = saved?.reason ?? "";
    } else sayUnsaved(text("dashboard.your_change"));
    return { isDone, point, reason: warning };
  };
  var revertLosses = (before, items, isLoss) => {
    const reverted = /* @__PURE__ */ new Map();
    for (const [path, was] of before) {
      const now = items.has(path) ? null : store.read(path);
      if (!now || !isLoss(path, was, now)) continue;
      const at = Math.max(Date.now(), now.at + 1);
      const by = records.kindOf(path)?.merge === "multiValue" ? { by: { ...now.by, ...was.by, restored: at } } : {};
      reverted.set(path, { ...was, ...by, ...path.startsWith("state/") ? { since: was.since ?? was.at } : {}, at });
    }
    store.put(reverted);
  };
  var recordsToRestore = (items) => {
    const now = Date.now();
    const changes2 = /* @__PURE__ */ new Map();
    const content = (item) => merging.canonical({ ...item, at: 0, since: 0, by: {}, after: 0, parts: [], from: "", before: 0, said: 0 });
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
      if (!then || path.startsWith("update/") || current && content(current) === content(then)) continue;
      const at = Math.max(now, (current?.at ?? 0) + 1);
      const by = records.kindOf(path)?.merge === "multiValue" ? { by: { ...current?.by, restored: Math.max(at, (current?.by?.restored ?? 0) + 1) } } : {};
      const since = /^(?:state|review)\//.test(path) && was ? { since: was.since ?? was.at } : {};
      const habits = /* @__PURE__ */ new Set([...Object.keys(current?.ticks ?? {}), ...Object.keys(then.ticks ?? {})]);
      const ticks = path.startsWith("day/") ? {
        ticks: Object.fromEntries(
          [...habits].map((habit) => {
            const time3 = Math.max(at, Math.abs(current?.ticks[habit] ?? 0) + 1);
            return [habit, then.ticks[habit] > 0 ? time3 : -time3];
          })
        )
      } : {};
      changes2.set(path, { ...then, at, ...since, ...by, ...ticks });
    }
    return changes2;
  };
  var files = {
    apply,
    /** Export all progress to a file. */
    async save() {
      download(
        `${site}-progress-${stamp()}.json`,
        store.refusal() ? await progress.newer() : await progress.write(progress.everything()),
        "application/json"
      );
      backups.exported();
      backups.askToPersist(true);
      say(text("backup.export.exported"));
    },
    /** Export damaged records as they are stored. */
    saveDamaged() {
      const damaged = Object.fromEntries(store.damaged().map((path) => [path, localStore.get(path)]));
      download(`${site}-damaged-${stamp()}.json`, `${JSON.stringify(damaged, null, 1)}
`, "application/json");
      localStore.set("meta/damage", String(Object.keys(damaged).length));
    },
    /** @returns newest first */
    async points() {
      lastPoints = (await withTimeout(backups.points())).reverse();
      return lastPoints;
    },
    /** @returns the restore points as last read, to show them at once */
    knownPoints: () => lastPoints,
    /** @returns whether a restore point can be made, that is, whether IndexedDB responds */
    canUndo: () => withTimeout(files.points(), 2500).then(
      () => true,
      () => false
    ),
    /** Restore a point, after making another one of the current state. */
    async restore({ at }) {
      const point = await database.point(at);
      return point ? apply(() => recordsToRestore(point.items), text("backup.restore.reason")) : { isDone: false, point: 0, reason: "" };
    }
  };

  // shared:dashboard/days.ts
  var { days } = globalThis.roadmap;

  // shared:dashboard/roadmap-index.ts
  var { roadmapIndex } = globalThis.roadmap;

  // backup/changes.ts
  var KINDS = ["state", "note", "links", "plan", "focus", "phase", "month", "day", "review", "update"];
  var isShortened = (before, after) => {
    if (before.trim() === "" || after.includes(before)) return false;
    const lines = (text2) => text2.split(/\r\n?|\n/).map((line2) => line2.trim()).filter((line2) => line2 !== "");
    const rest = lines(after);
    const missing = lines(before).filter((line2) => {
      const at = rest.indexOf(line2);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
    if (missing.length * rest.length > 1e5) return true;
    return missing.some((line2) => {
      const at = rest.findIndex((other) => other.includes(line2));
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
  };
  var line = (name2, before, after) => before === after ? [] : [
    name2 === "" ? text("backup.changes.change", { before, after }) : text("backup.changes.named_change", { name: name2, before, after })
  ];
  var day = (value) => value ? days.words(value) : text("backup.changes.none");
  var entry = (id) => id ? roadmapIndex.title(id) : text("backup.changes.none");
  var habitTitles = new Map(
    roadmapIndex.data.routine.flatMap((block) => block.items.map(([id, title]) => [id, title]))
  );
  var describeKind = {
    state(before, after) {
      const [was, is] = [before, after].map(records.choiceOf);
      const isDone = (choice) => choice === "done" || choice === "known";
      const isLoss = isDone(was) && !isDone(is) || was !== "todo" && is === "todo";
      const name2 = (choice) => text(`states.${choice}`);
      return { lines: line("", name2(was), name2(is)), texts: [], isLoss };
    },
    note: (before, after) => texts([["", before?.text, after.text]]),
    month: (before, after) => texts(
      records.MONTH_FIELDS.map((field2) => [text(`dashboard.journal.prompts.${field2}`), before?.[field2], after[field2]])
    ),
    links(before, after) {
      const [was, is] = [before?.links ?? [], after.links].map(
        (list3) => new Map(list3.map((link2) => [merging.canonical([link2.title, link2.url]), link2]))
      );
      const only = (one, other) => [...one].filter(([key]) => !other.has(key)).map(([, link2]) => link2);
      const [removed, added] = [only(was, is), only(is, was)];
      const shown = ({ title, url }) => title ? text("backup.changes.link", { title, url }) : url;
      return {
        lines: [
          ...removed.map((link2) => text("backup.changes.link_removed", { link: shown(link2) })),
          ...added.map((link2) => text("backup.changes.link_added", { link: shown(link2) }))
        ],
        texts: [],
        isLoss: removed.length > 0
      };
    },
    phase(before, after) {
      const [was, is] = [before?.status ?? "auto", after.status];
      const name2 = (status) => text(`dashboard.journal.statuses.${status}`);
      return { lines: line("", name2(was), name2(is)), texts: [], isLoss: was === "completed" && is !== "completed" };
    },
    review: (before, after) => ({
      lines: [
        ...line(text("backup.changes.next_review"), day(before?.due), day(after.due)),
        ...line(text("backup.changes.times_reviewed"), String(before?.reps ?? 0), String(after.reps)),
        ...before ? line(text("backup.changes.interval"), String(before.days), String(after.days)) : []
      ],
      texts: [],
      isLoss: (before?.reps ?? 0) > after.reps
    }),
    day(before, after) {
      const isDone = (item, habit) => Object.hasOwn(item?.ticks ?? {}, habit) && item.ticks[habit] > 0;
      const changed = [.../* @__PURE__ */ new Set([...Object.keys(before?.ticks ?? {}), ...Object.keys(after.ticks)])].filter(
        (habit) => isDone(before, habit) !== isDone(after, habit)
      );
      const name2 = (item, habit) => text(isDone(item, habit) ? "backup.changes.habit_done" : "backup.changes.habit_not_done");
      return {
        lines: changed.flatMap((habit) => line(habitTitles.get(habit) ?? habit, name2(before, habit), name2(after, habit))),
        texts: [],
        isLoss: changed.some((habit) => isDone(before, habit))
      };
    },
    focus: (before, after) => ({
      lines: [
        ...line(text("backup.changes.focus_phase"), entry(before?.phase), entry(after.phase)),
        ...line(text("backup.changes.focus_topic"), entry(before?.topic), entry(after.topic)),
        ...line(text("backup.changes.focus_start"), day(before?.start), day(after.start)),
        ...line(text("backup.changes.focus_target"), day(before?.target), day(after.target))
      ],
      texts: [],
      isLoss: ["phase", "topic", "start", "target"].some((field2) => before?.[field2] && !after[field2])
    }),
    plan(before, after) {
      const [was, is] = [before, after].map((plan) => !plan || plan.none ? null : plan);
      if (!was || !is)
        return {
          lines: line("", planSummary(was), planSummary(is)),
          texts: [],
          isLoss: Boolean(was && !is)
        };
      return {
        lines: Object.keys(PLAN_FIELDS).flatMap(
          (field2) => line(text(`backup.changes.plan_fields.${field2}`), PLAN_FIELDS[field2](was), PLAN_FIELDS[field2](is))
        ),
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
  var PLAN_FIELDS = {
    start: (plan) => day(plan.start),
    hours: (plan) => String(plan.hours ?? text("backup.changes.by_weekday")),
    week: (plan) => (plan.week && listed(plan.week)) ?? text("backup.changes.none"),
    pace: (plan) => String(plan.pace ?? text("backup.changes.default_pace")),
    off: (plan) => listed(
      (plan.off ?? []).map(
        ([from, to]) => from === to ? day(from) : text("backup.changes.days_off", { from: day(from), to: day(to) })
      )
    ) || text("backup.changes.none"),
    optional: (plan) => text(plan.optional ? "backup.changes.included" : "backup.changes.left_out"),
    order: (plan) => !plan.order || plan.order === "map" ? text("backup.changes.roadmap_order") : roadmapIndex.data.documents.find((one) => one.id === plan.order)?.title ?? plan.order,
    parts: (plan) => (plan.parts && listed(plan.parts.map(entry))) ?? text("backup.changes.all")
  };
  var planSummary = (plan) => {
    if (!plan) return text("backup.changes.no_plan");
    const date = day(plan.start);
    return plan.hours ? text("backup.changes.plan", { date, hours: plan.hours }) : text("backup.changes.plan_by_weekday", { date });
  };
  var titleOf = (kind, key) => {
    if (kind === "day" || kind === "update") return days.words(key);
    if (kind === "month") return days.monthWords(key);
    return key === "current" && kind === "plan" ? text("backup.changes.kinds.plan") : key === "current" && kind === "focus" ? text("backup.changes.kinds.focus") : roadmapIndex.title(key);
  };
  var changes = {
    KINDS,
    describe(path, before, after) {
      const [kind, key] = path.split("/");
      const description = describeKind[kind]?.(before, after) ?? {
        lines: [text(before ? "backup.changes.changed" : "backup.changes.new")],
        texts: [],
        isLoss: false
      };
      return {
        path,
        kind,
        title: titleOf(kind, key),
        before,
        ...description,
        isShown: description.lines.length + description.texts.length > 0
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
  var updateState = (update) => {
    localStore.set(META, JSON.stringify({ ...state(), ...update }));
    return update.problem ?? "";
  };
  var inspect = async (file2) => {
    const fine = { problem: "", count: 0 };
    const last2 = state();
    if (file2.size === 0 || last2?.size === file2.size && last2.modified === file2.lastModified) return fine;
    const content = await file2.text();
    if (content.trim() === "") return fine;
    const { items, rest, errors } = await progress.read(content, { isKnown: () => true, now: Date.now() });
    if (errors.length > 0 && rest.size === 0) return { problem: "foreign", count: 0 };
    const ahead = [...progress.compare(progress.everything(), errors.length > 0 ? rest : items)].filter(
      ([path, { before, after }]) => changes.describe(path, before, after).isShown
    );
    return ahead.length > 0 || errors.length > 0 ? { problem: "ahead", count: ahead.length + errors.length } : fine;
  };
  var write2 = async (file2, content) => {
    const writable = await file2.createWritable();
    try {
      await writable.write(content);
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
      if (store.refusal() !== "") return updateState({ problem: "newer" });
      const file2 = await handle().catch(() => null);
      if (!file2) return updateState({ problem: "gone" });
      let permission = await file2.queryPermission({ mode: "readwrite" });
      if (permission !== "granted" && isClick) permission = await file2.requestPermission({ mode: "readwrite" });
      if (permission !== "granted") return updateState({ problem: "permission" });
      const { problem, count } = isForced ? { problem: "", count: 0 } : await inspect(await file2.getFile());
      if (problem) return updateState({ problem, count });
      await write2(file2, await progress.write(progress.everything()));
      const { size, lastModified } = await file2.getFile();
      backups.exported();
      return updateState({ name: file2.name, at: Date.now(), size, modified: lastModified, problem: "", count: 0 });
    };
    try {
      const locks = navigator.locks;
      return locks ? await locks.request(NAME, isClick ? {} : { ifAvailable: true }, (lock) => lock ? work() : "") : await work();
    } catch (error) {
      return updateState({ problem: error instanceof Error && error.name === "NotFoundError" ? "gone" : "failed" });
    }
  };
  var choose = async (picker) => {
    const types = [{ description: text("backup.file.type"), accept: { "application/json": [".json"] } }];
    try {
      const options = picker === "showSaveFilePicker" ? { types, suggestedName: `${map.site}-progress.json` } : { types };
      const [file2] = [await globalThis[picker](options)].flat();
      await handles("readwrite", (one) => one.put(file2, "file"));
      localStore.set(META, JSON.stringify({ name: file2.name, at: 0, auto: state()?.auto ?? false, problem: "" }));
      return true;
    } catch (error) {
      if (!(error instanceof Error && error.name === "AbortError")) say(text("backup.file.cannot_use"), true);
      return false;
    }
  };
  var saveAtOnce = () => {
    if (timer === void 0 || document.visibilityState === "visible") return;
    void save();
  };
  document.addEventListener("visibilitychange", saveAtOnce);
  globalThis.addEventListener("pagehide", saveAtOnce);
  var backup = {
    isOffered: () => "showSaveFilePicker" in globalThis && "indexedDB" in globalThis,
    state,
    save,
    choose,
    /** Read the file, for an import. */
    text: async () => (await (await handle()).getFile()).text(),
    /** Schedule a save after a change. A page that is left saves at once, if the browser allows it. */
    soon() {
      const last2 = state();
      if (!last2?.auto || timer !== void 0 || ["ahead", "foreign", "gone"].includes(last2.problem)) return;
      timer = setTimeout(() => void save(), Math.max(PAUSE, last2.at + BETWEEN - Date.now()));
    },
    follow: (auto) => void updateState({ auto }),
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
    /** @returns the records, with those of successors */
    all(items) {
      const all = new Map(items);
      const current = progress.everything();
      for (const [path, item] of items) {
        for (const target of targets(path)) {
          const record = all.get(target) ?? current.get(target);
          if (record || item.state !== "todo") all.set(target, record ? merging.merge(target, record, item) : item);
        }
      }
      return all;
    }
  };

  // shared:core/elements.ts
  var { element } = globalThis.roadmap;

  // backup/text-diff.ts
  var SHORT = { letters: 280, lines: 6 };
  var AROUND = 40;
  var commonEnds = (one, other) => {
    const most = Math.min(one.length, other.length);
    let [start, end] = [0, 0];
    while (start < most && one[start] === other[start]) start += 1;
    if (/[\uD800-\uDBFF]/.test(one[start - 1] ?? "")) start -= 1;
    while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
    if (/[\uDC00-\uDFFF]/.test(one[one.length - end] ?? "")) end -= 1;
    return [start, end];
  };
  var textDiff = (before, after) => {
    const [start, end] = commonEnds(before, after);
    const version = (name2, tag, content) => [
      element("dt", {}, name2),
      element(
        "dd",
        { dir: "auto" },
        ...content === "" ? [element("em", {}, text("backup.diff.empty"))] : [
          content.slice(0, start),
          element(tag, {}, content.slice(start, content.length - end)),
          content.slice(content.length - end)
        ]
      )
    ];
    const isNew = before === "";
    const versions = element(
      "dl.rm-versions",
      {},
      ...isNew ? [] : version(text("backup.diff.yours"), "del", before),
      ...version(text(isNew ? "backup.diff.new" : "backup.diff.imported"), "ins", after)
    );
    const isShort = [before, after].every(
      (content) => content.length <= SHORT.letters && content.split("\n").length <= SHORT.lines
    );
    if (isShort) return versions;
    const excerpt = (tag, content) => {
      const changed = content.slice(start, content.length - end);
      return element(
        "span",
        { dir: "auto" },
        `${start > AROUND ? "…" : ""}${content.slice(Math.max(0, start - AROUND), start)}`,
        changed === "" ? "…" : element(tag, {}, changed.slice(0, AROUND)),
        changed.length > AROUND ? "…" : ""
      );
    };
    const size = (content) => text("backup.diff.characters", { count: content.length });
    const summary = isNew ? nodes("backup.diff.new_text", { size: size(after), excerpt: excerpt("ins", after) }) : nodes("backup.diff.changed_text", {
      before_size: size(before),
      after_size: size(after),
      removed: excerpt("del", before),
      added: excerpt("ins", after)
    });
    return element("details.rm-fold", {}, element("summary", {}, ...summary), versions);
  };

  // backup/preview.ts
  var { KINDS: KINDS2, describe } = changes;
  var SLICE = 100;
  var OPEN = 30;
  var compare2 = async (items) => {
    const [current, all] = [progress.everything(), [...redirects.all(items)]];
    const list3 = [];
    for (let at = 0; at < all.length; at += 500) {
      for (const [path, { before, after }] of progress.compare(current, new Map(all.slice(at, at + 500))))
        list3.push(describe(path, before, after));
      await store.yieldToMain();
    }
    return list3;
  };
  var list = (changes2, row) => {
    const rows2 = element("ul.rm-changes");
    const more = element("button.rm-button", { type: "button", onclick: () => add() });
    let shown = 0;
    const add = () => {
      const first = rows2.children.length;
      rows2.append(...changes2.slice(shown, shown + SLICE).map(row));
      shown = Math.min(shown + SLICE, changes2.length);
      more.textContent = text("backup.preview.show_more", { count: changes2.length - shown });
      more.hidden = shown === changes2.length;
      if (first > 0) rows2.children[first]?.querySelector("input, summary")?.focus();
    };
    add();
    return [rows2, more];
  };
  var detail = (change) => [
    ...change.lines.map((line2) => element("div", { dir: "auto" }, line2)),
    ...change.texts.flatMap(({ name: name2, before, after }) => [
      name2 && element("div.rm-quiet", {}, name2),
      textDiff(before, after)
    ])
  ];
  var kindName = (kind) => text(`backup.changes.kinds.${kind}`);
  var plainRow = (change) => {
    const title = element("strong", { dir: "auto" }, change.title);
    const isOneLine = change.texts.length === 0 && change.lines.length === 1;
    return isOneLine ? element(
      "li",
      {},
      ...nodes("backup.preview.row", { title, change: element("span", { dir: "auto" }, change.lines[0]) })
    ) : element("li", {}, title, ...detail(change));
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
        element(
          "span",
          {},
          ...nodes("backup.preview.removal", {
            title: element("strong", { dir: "auto" }, change.title),
            kind: kindName(change.kind)
          })
        )
      ),
      element("div.rm-details", {}, ...detail(change))
    );
    const all = (isWanted) => () => {
      for (const { path } of losses) isWanted ? chosen.add(path) : chosen.delete(path);
      for (const box of boxes()) box.checked = isWanted;
    };
    const part4 = element(
      "section.rm-removals",
      { "aria-labelledby": "rm-removals" },
      element("h3", { id: "rm-removals" }, text("backup.preview.removals", { count: losses.length })),
      element("p", {}, text("backup.preview.removals_lead")),
      losses.length > 1 && element(
        "p",
        {},
        element("button.rm-small-button", { type: "button", onclick: all(true) }, text("backup.preview.select_all")),
        " ",
        element("button.rm-small-button", { type: "button", onclick: all(false) }, text("backup.preview.select_none"))
      ),
      ...list(losses, row)
    );
    return part4;
  };
  var group = (kind, changes2, excluded) => {
    const name2 = kindName(kind);
    const box = element(
      "label.rm-check",
      {},
      element("input", {
        type: "checkbox",
        checked: true,
        "data-kind": kind,
        onchange: (event) => void (event.target.checked ? excluded.delete(kind) : excluded.add(kind))
      }),
      element("span", {}, text("backup.preview.group", { kind: name2, count: changes2.length }))
    );
    if (changes2.length <= OPEN) return element("section.rm-group", {}, box, ...list(changes2, plainRow));
    const fold = element(
      "details.rm-fold",
      {},
      element("summary", {}, text("backup.preview.show_group", { kind: name2 }))
    );
    fold.addEventListener("toggle", () => {
      if (fold.open && fold.children.length === 1) fold.append(...list(changes2, plainRow));
    });
    return element("section.rm-group", {}, box, fold);
  };
  var preview = async (items, {
    place: place3,
    source,
    warnings = [],
    question = "",
    imported
  }) => {
    const [changes2, canUndo] = await Promise.all([compare2(items), files.canUndo()]);
    const shown = changes2.filter((change) => change.isShown);
    const lines = warnings.length > 0 ? element("ul.rm-warnings", {}, ...warnings.map((warning) => element("li", { dir: "auto" }, warning))) : null;
    if (changes2.length === 0) {
      place3.replaceChildren(
        ...[element("p", {}, text("backup.preview.nothing_new")), lines].filter((node) => node !== null)
      );
      say(text("backup.preview.nothing_new"));
      return;
    }
    const losses = shown.filter((change) => change.isLoss);
    const rest = shown.filter((change) => !change.isLoss);
    const chosen = /* @__PURE__ */ new Set();
    const excluded = /* @__PURE__ */ new Set();
    const seen = new Map(losses.map((change) => [change.path, merging.canonical(change.before)]));
    const isWanted = ({ path, kind, isLoss, before }) => isLoss ? chosen.has(path) && seen.get(path) === merging.canonical(before) : !excluded.has(kind);
    const importSelected = async () => {
      let count = 0;
      const select = () => {
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
        select,
        text("backup.import.point", { source }),
        (path, before, after) => describe(path, before, after).isLoss
      );
      if (!isDone) return;
      place3.replaceChildren();
      imported(count, point, reason);
    };
    const summary = paragraph([
      shown.length > 0 ? text("backup.preview.changes", { count: shown.length }) : "",
      losses.length > 0 ? text("backup.preview.losses", { count: losses.length }) : "",
      changes2.length > shown.length ? text("backup.preview.newer_times", { count: changes2.length - shown.length }) : ""
    ]);
    const button4 = (id, label, act, isMain = false) => element(`button.rm-button${isMain ? ".rm-primary" : ""}`, { type: "button", id, onclick: act }, label);
    const title = element("h2", { tabindex: -1, id: "rm-preview" }, text("backup.preview.title", { source }));
    place3.replaceChildren(
      element(
        "section.rm-preview",
        { "aria-labelledby": "rm-preview" },
        title,
        element("p", {}, paragraph([summary, text("backup.preview.newer_kept")])),
        question && element("p", {}, element("strong", {}, question)),
        !canUndo && element(
          "p.rm-warning",
          {},
          element("strong", {}, text("backup.preview.no_undo")),
          ` ${text("backup.preview.no_undo_why")} `,
          element(
            "button.rm-button",
            { type: "button", onclick: () => void files.save() },
            text("backup.preview.export")
          )
        ),
        removals(losses, chosen),
        ...KINDS2.map((kind) => ({ kind, ofKind: rest.filter((change) => change.kind === kind) })).filter(({ ofKind }) => ofKind.length > 0).map(({ kind, ofKind }) => group(kind, ofKind, excluded)),
        lines,
        element(
          "p",
          {},
          button4(
            "take",
            text(question ? "backup.preview.import_anyway" : "backup.preview.import"),
            () => void importSelected(),
            true
          ),
          " ",
          button4("leave", text("backup.preview.cancel"), () => place3.replaceChildren())
        )
      )
    );
    say(paragraph([summary, text("backup.preview.choose")]));
    title.focus();
    title.scrollIntoView({ block: "start" });
  };

  // shared:dashboard/dashboard.ts
  var { dashboard } = globalThis.roadmap;

  // backup/import.ts
  var last = null;
  var list2 = (name2, lines) => element(`ul.${name2}`, {}, ...lines.map((line2) => element("li", { dir: "auto" }, line2)));
  var look = (items, place3, source, more = {}) => preview(items, {
    ...more,
    place: place3,
    source,
    async imported(count, point, warning) {
      await files.points().catch(() => {
      });
      last = point ? { message: text("backup.import.imported_from", { count, source }), at: point } : null;
      dashboard.show();
      const sentences = [
        text("backup.import.imported", { count }),
        point ? text("backup.import.can_undo") : "",
        warning
      ];
      say(paragraph(sentences));
    }
  });
  var consider = async (content, place3, source) => {
    const { items, rest, errors, warnings, question } = await progress.read(content, {
      isKnown: roadmapIndex.isKnown,
      now: Date.now()
    });
    if (errors.length === 0) {
      await look(items, place3, source, { warnings, question });
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
          onclick: () => void look(rest, place3, source, {
            warnings: [...errors.map((problem) => text("backup.import.skipped_entry", { problem })), ...warnings],
            question
          })
        },
        text("backup.import.other_entries", { count: rest.size })
      )
    );
    const title = element(
      "h2",
      { tabindex: -1, id: "rm-preview" },
      text(rest.size > 0 ? "backup.import.some_unreadable" : "backup.import.nothing_imported", { source })
    );
    place3.replaceChildren(
      element("section.rm-preview", { "aria-labelledby": "rm-preview" }, title, list2("rm-errors", errors), others)
    );
    title.focus();
    say(text("backup.import.failed", { source, problem: errors[0] }));
  };
  var goBack = async (at) => {
    const point = (await files.points().catch(() => [])).find((one) => one.at === at);
    if (!point) {
      say(text("backup.restore.gone"), true);
      return;
    }
    const { isDone } = await files.restore(point);
    if (isDone) {
      last = null;
      await files.points().catch(() => {
      });
      dashboard.show();
      say(text("backup.restore.restored"));
    }
  };
  var imports = { consider, look, last: () => last, goBack };

  // shared:storage/persistence.ts
  var { persistence } = globalThis.roadmap;

  // backup/view-backup-file.ts
  var button = (id, label, act) => element("button.rm-button", { type: "button", id, onclick: act }, label);
  var time = (at) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(at);
  var part = (title, ...inner) => element("section.rm-dashboard-card", {}, element("h2", {}, title), ...inner);
  var save2 = async (how = {}) => {
    const problem = await backup.save({ isClick: true, ...how });
    dashboard.show();
    if (problem === "") say(text("backup.file.saved", { name: backup.state()?.name ?? "" }));
  };
  var choose2 = async (picker) => {
    if (await backup.choose(picker)) await save2();
  };
  var choices = () => element(
    "p",
    {},
    button("backup-new", text("backup.file.new"), () => void choose2("showSaveFilePicker")),
    " ",
    button("backup-open", text("backup.file.existing"), () => void choose2("showOpenFilePicker"))
  );
  var file = (place3) => {
    if (!backup.isOffered()) {
      const at = Number(localStore.get("meta/exported"));
      return part(
        text("backup.file.title"),
        element("p", {}, text("backup.file.not_offered")),
        element(
          "p.rm-line",
          {},
          at > 0 ? text("backup.file.last_export", { time: time(at) }) : text("backup.file.never_exported")
        ),
        element(
          "p",
          {},
          button("backup-export", text("backup.file.export"), () => void files.save().then(dashboard.show))
        )
      );
    }
    const state2 = backup.state();
    if (!state2) return part(text("backup.file.title"), element("p", {}, text("backup.file.lead")), choices());
    const source = text("backup.file_named", { name: state2.name });
    const name2 = element("bdi", {}, state2.name);
    const isStuck = state2.problem === "ahead" || state2.problem === "foreign";
    return part(
      text("backup.file.title"),
      element(
        "p",
        {},
        ...state2.at > 0 ? nodes("backup.file.saved_at", { name: name2, time: time(state2.at) }) : nodes("backup.file.never_saved", { name: name2 })
      ),
      state2.problem && element(
        "p.rm-warning",
        { role: "alert" },
        state2.problem === "ahead" ? text("backup.file.ahead", { file: source, count: state2.count ?? 0 }) : text(`backup.file.problems.${state2.problem}`, { file: source })
      ),
      element(
        "p",
        {},
        state2.problem === "ahead" && button(
          "backup-import",
          text("backup.file.import"),
          () => void backup.text().then((content) => imports.consider(content, place3, source), dashboard.show)
        ),
        " ",
        isStuck ? button("backup-force", text("backup.file.overwrite"), () => void save2({ isForced: true })) : button("backup-save", text("backup.file.save"), () => void save2()),
        " ",
        button("backup-forget", text("backup.file.forget"), () => void backup.forget().then(dashboard.show))
      ),
      state2.problem === "gone" && choices(),
      element(
        "label.rm-check",
        {},
        element("input", {
          type: "checkbox",
          id: "backup-auto",
          checked: state2.auto,
          onchange: (event) => {
            backup.follow(event.target.checked);
            backup.soon();
          }
        }),
        element("span", {}, text("backup.file.automatic"))
      )
    );
  };
  var safety = () => {
    const risks = persistence.risks();
    const { since, changes: changes2 } = backups.unsaved();
    return part(
      text("backup.storage.title"),
      changes2 > 0 && element(
        "p.rm-line",
        {},
        text("backup.storage.not_exported", { count: changes2, date: days.words(days.dayOf(since)) })
      ),
      risks.length === 0 ? element("p.rm-line", {}, text("backup.storage.persistent")) : element("ul", {}, ...risks.map((risk) => element("li", {}, risk))),
      risks.length > 0 && element("p.rm-line", {}, text("backup.storage.file_is_safer")),
      persistence.canAsk() && element(
        "p",
        {},
        button(
          "persist",
          text("backup.storage.ask"),
          () => void persistence.ask().then((answer) => {
            dashboard.show();
            const isGranted = answer === "granted";
            say(text(isGranted ? "backup.storage.granted" : "backup.storage.denied"), !isGranted);
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
  var isRequested = false;
  var find = async () => {
    if (!otherScopes) return [];
    const prefixes = [...await otherScopes.others()].map((one) => typeof one === "string" ? one : one.prefix);
    const scopes = await Promise.all(
      prefixes.map(async (prefix) => ({ name: nameOf(prefix), items: await otherScopes.read(prefix) }))
    );
    return scopes.filter(({ items }) => items.size > 0);
  };
  var nameOf = (prefix) => {
    const path = /@([^/]*)\/?$/.exec(prefix)?.[1];
    try {
      return path === void 0 ? text("backup.import.earlier_version") : decodeURIComponent(path);
    } catch {
      return prefix;
    }
  };
  var viewOtherScopes = (place3) => {
    const box = element("div", { hidden: copies.length === 0 });
    box.append(
      element("h3", {}, text("backup.import.other_copies")),
      element(
        "ul.rm-list",
        {},
        ...copies.map(
          ({ name: name2, items }, at) => element(
            "li",
            {},
            ...nodes("backup.import.copy", { name: element("bdi", {}, name2), count: items.size }),
            " ",
            element(
              "button.rm-button",
              {
                type: "button",
                id: `copy-${at}`,
                onclick: () => void imports.look(items, place3, text("backup.file_named", { name: name2 }))
              },
              text("backup.import.import_copy")
            )
          )
        )
      )
    );
    if (!isRequested) {
      isRequested = true;
      withTimeout(find()).then(
        (scopes) => {
          copies = scopes;
          if (copies.length > 0) dashboard.show();
        },
        () => {
        }
      );
    }
    return box;
  };

  // shared:core/undo.ts
  var { undo } = globalThis.roadmap;

  // shared:storage/erase.ts
  var { erase, hasOlder } = globalThis.roadmap;

  // backup/view-erase.ts
  var { part: part2, button: button2 } = viewBackup;
  var ERASED = `${localStore.prefix}erased`;
  var confirmErase = async () => {
    const isOlder = await hasOlder();
    if (document.getElementById("erase-title")) return;
    const count = store.paths().length;
    const status = element("p.rm-line", { role: "status" });
    const buttons = [
      button2(
        "erase-export",
        text("backup.erase.export_first"),
        () => void files.save().then(() => {
          status.textContent = text("backup.erase.exported");
        })
      ),
      element(
        "button.rm-button.rm-danger",
        { type: "button", id: "erase-all", onclick: () => void run() },
        text("backup.erase.erase")
      ),
      element(
        "button.rm-button",
        { type: "button", id: "erase-cancel", autofocus: true, onclick: () => dialog.close() },
        text("backup.erase.cancel")
      )
    ];
    const older = element("input", { type: "checkbox", id: "erase-older", checked: true });
    const dialog = element(
      "dialog.rm-dialog.md-typeset",
      { "aria-labelledby": "erase-title", onclose: () => dialog.remove() },
      element("h2", { id: "erase-title" }, text("backup.erase.question")),
      element(
        "p",
        {},
        ...nodes("backup.erase.consequences", {
          count,
          warning: element("strong", {}, text("backup.erase.no_undo"))
        })
      ),
      isOlder && element("p", {}, element("label.rm-check", {}, older, element("span", {}, text("backup.erase.older")))),
      element("p", {}, text("backup.erase.files_stay")),
      element("p", {}, ...buttons.flatMap((one) => [one, " "])),
      status
    );
    const run = async () => {
      for (const one of buttons) one.disabled = true;
      status.textContent = text("backup.erase.erasing");
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
  var PROGRESS = ["state", "review", "phase", "plan", "focus", "day"];
  var startOver = async () => {
    const items = store.paths().filter((path) => PROGRESS.includes(path.slice(0, path.indexOf("/")))).map((path) => [path, records.BLANK.get(path.slice(0, path.indexOf("/")))]);
    try {
      await backups.point(text("backup.start_over.reason"));
    } catch {
    }
    const isStored = undo.act(text("backup.start_over.done"), items, { undone: text("backup.start_over.undone") });
    if (!isStored) sayUnsaved(text("backup.start_over.title"));
  };
  var confirmStart = () => {
    const dialog = element(
      "dialog.rm-dialog.md-typeset",
      { "aria-labelledby": "start-over-title", onclose: () => dialog.remove() },
      element("h2", { id: "start-over-title" }, text("backup.start_over.question")),
      element("p", {}, text("backup.start_over.consequences")),
      element(
        "p",
        {},
        button2("start-over-now", text("backup.start_over.title"), () => {
          dialog.close();
          void startOver();
        }),
        " ",
        element(
          "button.rm-button",
          { type: "button", id: "start-over-cancel", autofocus: true, onclick: () => dialog.close() },
          text("backup.erase.cancel")
        )
      )
    );
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
    if (erased === "all") say(text("backup.erase.erased"));
    if (erased === "part") say(text("backup.erase.erased_partly"), true);
    return part2(
      text("backup.erase.title"),
      element("p", {}, text("backup.start_over.lead")),
      element("p", {}, button2("start-over", text("backup.start_over.open"), confirmStart)),
      element("p", {}, text("backup.erase.lead")),
      element(
        "p",
        {},
        button2("erase", text("backup.erase.open"), () => void confirmErase())
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
  var html = (text2) => text2.replaceAll("\0", "").replaceAll(/[&<>"'[{]/g, (letter) => ENTITIES[letter]).replaceAll(/\\(?=[()]|&#91;|\])/g, "\\<span></span>").replaceAll(/\r\n?|\n/g, "<br>");
  var field = (text2) => `"${text2}"`;
  var name = (text2) => text2.replaceAll(/\s+/g, " ").replaceAll(/:{2,}/g, ":").trim();
  var KNOWN = "known-already";
  var phaseOf = () => new Map(roadmapIndex.data.phases.flatMap((phase) => counts.leavesIn(`phase:${phase.id}`).map((id) => [id, phase])));
  var card = (tags, deck, ...fields) => [...fields, tags, deck].map(field).join("	");
  var anki = () => {
    const head = [
      "#separator:tab",
      "#html:true",
      "#notetype:Basic",
      "#guid column:1",
      "#tags column:4",
      "#deck column:5"
    ];
    const phases = phaseOf();
    const cards = roadmapIndex.leaves.flatMap((id) => {
      const [note, summary] = [store.read(`note/${id}`)?.text ?? "", globalThis.roadmapSummaries[id] ?? ""];
      if (store.state(id) !== "done") return [];
      const title = roadmapIndex.title(id);
      const phase = phases.get(id);
      const tags = [site2, phase?.id, store.isKnown(id) && KNOWN].filter(Boolean).join(" ");
      const deck = [roadmapIndex.data.title, ...phase ? [phase.title] : []].map((title2) => name(title2).replaceAll('"', '""')).join("::");
      const back = [summary, note].filter(Boolean).join("\n\n");
      const questions = globalThis.roadmapQuestions?.[id] ?? [];
      return [
        // A card needs a back.
        ...back === "" ? [] : [card(tags, deck, `${site2}/${id}`, html(title), html(back))],
        ...questions.map(
          ([ask, answer], at) => card(tags, deck, `${site2}/${id}/${at + 1}`, html(`${title}

${ask}`), html(answer))
        )
      ];
    });
    return { text: `${[...head, ...cards].join("\n")}
`, cards: cards.length };
  };

  // shared:core/rows.ts
  var { rows } = globalThis.roadmap;

  // backup/checklist.ts
  var AUTOLINK = /(?:[a-z][a-z0-9+.-]{1,30}:\/\/|www\.|(?:mailto|xmpp):)[^\s`<>]*[^\s`<>.,;:!?'")*_~\]]|[\w.+-]+@[\w-]+\.[\w.-]+|[\w./-]*[@#]\w[\w./#@-]*|\bGH-\d+|\b[0-9a-f]{7,40}\b/gi;
  var isWord = (match) => /^(?:[a-f]+|\d+)$/i.test(match);
  var escapeText = (source) => source.replaceAll(/[\\`*_[\]<>#|~&]/g, "\\$&");
  var isEscaping = (before) => (/\\+$/.exec(before)?.[0].length ?? 0) % 2 === 1;
  var code = (source) => `\`${source}\``;
  var join = (parts) => parts.reduce((line2, part4) => `${line2}${line2.endsWith("`") && part4.startsWith("`") ? "<!-- -->" : ""}${part4}`, "");
  var withoutAutolinks = (source, escapePart) => {
    const parts = [];
    let at = 0;
    for (const match of source.matchAll(AUTOLINK)) {
      if (isWord(match[0])) continue;
      const before = escapePart(source.slice(at, match.index));
      parts.push(isEscaping(before) ? `${before}\\` : before, code(match[0]));
      at = match.index + match[0].length;
    }
    return join([...parts, escapePart(source.slice(at))].filter((part4) => part4 !== ""));
  };
  var plain = (source) => withoutAutolinks(source.replaceAll(/\s+/g, " "), escapeText);
  var prose = (source) => source.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(/\\*`/g, (run) => isEscaping(run.slice(0, -1)) ? run : `${run.slice(0, -1)}\\\``).replaceAll("![", "\\![");
  var CODE_OR_LINK = /(?<![\\`])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|(?<![\\!\]])\[[^[\]\\`\n]*\]\(https?:\/\/[^\s()<>`\\]*\)/g;
  var noteLine = (line2) => {
    const parts = [];
    let at = 0;
    for (const match of line2.matchAll(CODE_OR_LINK)) {
      parts.push(withoutAutolinks(line2.slice(at, match.index), prose), match[0]);
      at = match.index + match[0].length;
    }
    return join([...parts, withoutAutolinks(line2.slice(at), prose)].filter((part4) => part4 !== ""));
  };
  var noteLines = (id) => {
    const note = store.read(`note/${id}`)?.text ?? "";
    if (note === "") return [];
    let fence = "";
    return note.split(/\r\n?|\n/).map((line2) => {
      const mark = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line2);
      const run = mark ? mark[1] ?? mark[2] : "";
      const isInside = fence !== "";
      if (!isInside) fence = run;
      else if (run.length >= fence.length && run[0] === fence[0] && line2.trim() === run) fence = "";
      const safeLine = isInside || run !== "" ? line2 : noteLine(line2);
      return safeLine === "" ? "" : `  ${safeLine}`;
    }).concat(fence === "" ? [] : [`  ${fence}`]);
  };
  var encoded = (url) => url.replaceAll(
    /[\s()<>\\[\]`"*_~|]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`
  );
  var linkLines = (id) => (store.read(`links/${id}`)?.links ?? []).map(
    ({ title, url }) => `  - [${plain(title || url)}](${encoded(url)})`
  );
  var ownLines = (id) => [...noteLines(id), ...linkLines(id)];
  var indented = (lines, depth) => lines.map((line2) => line2 === "" ? "" : `${"  ".repeat(depth)}${line2}`);
  var entryLines = (id) => {
    const choice = rows.choiceOf(id);
    const title = plain(roadmapIndex.title(id));
    const labels = {
      known: text("backup.checklist.known", { title }),
      learning: text("backup.checklist.learning", { title }),
      skipped: text("backup.checklist.skipped", { title })
    };
    const isDone = choice === "done" || choice === "known";
    return [`- [${isDone ? "x" : " "}] ${labels[choice] ?? title}`, ...ownLines(id)];
  };
  var topicLines = (ids) => {
    let open = [];
    return ids.flatMap((id) => {
      const parents = counts.parentsOf(id);
      const shared2 = parents.findIndex((parent, depth) => open[depth] !== parent);
      const first = shared2 < 0 ? parents.length : shared2;
      open = parents;
      return [
        ...parents.slice(first).flatMap(
          (parent, at) => indented([`- **${plain(roadmapIndex.title(parent))}**`, ...ownLines(parent)], first + at)
        ),
        ...indented(entryLines(id), parents.length)
      ];
    });
  };
  var checklist = () => {
    const lines = [`# ${plain(roadmapIndex.data.title)}`];
    const group2 = (heading, entries) => {
      if (entries.length > 0) lines.push("", heading, "", ...entries);
    };
    for (const phase of roadmapIndex.data.phases) {
      lines.push("", `## ${plain(phase.title)}`);
      for (const [section, title] of phase.sections)
        group2(`### ${plain(title)}`, topicLines(counts.leavesIn(`section:${section}`)));
    }
    const others = Object.entries(roadmapIndex.data.others).map(([id, [, , kind]]) => [id, kind]);
    for (const [kind, heading] of roadmapIndex.data.kinds) {
      group2(
        `## ${heading}`,
        others.filter(([, other]) => other === kind).flatMap(([id]) => entryLines(id))
      );
    }
    return `${lines.join("\n")}
`;
  };

  // backup/view-backup.ts
  var { part: part3, button: button3, time: time2 } = viewBackup;
  var site3 = map.site;
  var place = element("div.rm-preview-place");
  var link = element("input.rm-field", { readonly: true, hidden: true, "aria-label": text("backup.export.link") });
  var linkStatus = element("p.rm-line", { role: "status" });
  var makeLink = async (isWhole) => {
    const items = new Map([...progress.everything()].filter(([path]) => isWhole || /^(?:state|phase)\//.test(path)));
    const address = new URL(roadmapIndex.at(roadmapIndex.data.pages.shared));
    address.hash = await share.write(await progress.write(items));
    link.value = address.href;
    link.hidden = false;
    link.select();
    const count = address.href.length;
    let result = text("backup.export.link_copied", { count });
    try {
      await navigator.clipboard.writeText(address.href);
      if (isWhole) backups.exported();
    } catch {
      result = text("backup.export.link_shown", { count });
    }
    linkStatus.textContent = paragraph([result, count > 8e3 ? text("backup.export.link_long") : ""]);
  };
  var exporting = () => part3(
    text("backup.export.title"),
    element("p", {}, text("backup.export.lead")),
    element(
      "p",
      {},
      button3("save", text("backup.export.export"), () => void files.save().then(dashboard.show))
    ),
    element(
      "p",
      {},
      button3("share", text("backup.export.share"), () => void makeLink(false)),
      " ",
      button3("move", text("backup.export.move"), () => void makeLink(true))
    ),
    link,
    linkStatus,
    element(
      "p",
      {},
      button3(
        "checklist",
        text("backup.export.checklist"),
        () => download(`${site3}-checklist.md`, checklist(), "text/markdown")
      ),
      " ",
      button3("anki", text("backup.export.anki"), () => {
        const { text: content, cards } = anki();
        if (cards > 0) download(`${site3}-anki.txt`, content, "text/plain");
        say(
          cards > 0 ? text("backup.export.anki_exported", { count: cards }) : text("backup.export.anki_empty"),
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
        if (file2.size > progress.MOST_BYTES) place.replaceChildren(element("p", {}, progress.tooLarge()));
        else await imports.consider(await file2.arrayBuffer(), place, text("backup.file_named", { name: file2.name }));
        input.value = "";
      }
    });
    const last2 = imports.last();
    return part3(
      text("backup.import.title"),
      element("p", {}, text("backup.import.lead")),
      element("label.rm-label", {}, `${text("backup.import.file")} `, input),
      last2 ? element(
        "p",
        {},
        `${last2.message} `,
        button3("undo", text("backup.import.undo"), () => void imports.goBack(last2.at))
      ) : null,
      viewOtherScopes(place)
    );
  };
  var restoring = () => {
    const list3 = element("div");
    let points = files.knownPoints();
    const fill = () => list3.replaceChildren(
      points === null ? element("p", {}, text("backup.restore.loading")) : points.length === 0 ? element("p", {}, text("backup.restore.none")) : element(
        "ul.rm-list.rm-bullets",
        {},
        ...points.map(
          (point) => element(
            "li",
            {},
            `${text("backup.restore.point", { time: time2(point.at), reason: point.why, count: point.size })} `,
            button3(`point-${point.at}`, text("backup.restore.restore"), () => void imports.goBack(point.at))
          )
        )
      )
    );
    fill();
    const isShown = (current) => points !== null && current.map(({ at }) => at).join() === points.map(({ at }) => at).join();
    files.points().then(
      (current) => {
        if (isShown(current)) return;
        points = current;
        fill();
      },
      () => {
        list3.replaceChildren(element("p", {}, text("backup.restore.unavailable")));
      }
    );
    const damaged = store.damaged().length;
    return part3(
      text("backup.restore.title"),
      element("p", {}, text("backup.restore.lead")),
      list3,
      damaged > 0 ? element(
        "p",
        {},
        `${text("backup.restore.damaged", { count: damaged })} `,
        button3("damaged", text("backup.restore.export_damaged"), files.saveDamaged)
      ) : null
    );
  };
  var removedEntries = () => {
    const unknown = store.paths().filter((path) => /^(?:state|note|links)\//.test(path)).map((path) => path.split("/")[1]).filter((id) => !roadmapIndex.isKnown(id) && !Object.hasOwn(map.history, id));
    const ids = [...new Set(unknown)];
    if (ids.length === 0) return null;
    return part3(
      text("backup.removed.title"),
      element(
        "p",
        {},
        text(ids.length > 50 ? "backup.removed.ids_more" : "backup.removed.ids", { ids: listed(ids.slice(0, 50)) })
      )
    );
  };
  dashboard.views.set("backup", () => [
    element("div.rm-dashboard-cards", {}, exporting(), importing()),
    place,
    element(
      "div.rm-dashboard-cards",
      {},
      viewBackup.file(place),
      viewBackup.safety(),
      restoring(),
      viewErase(),
      removedEntries()
    )
  ]);

  // backup/view-shared.ts
  var place2 = element("div.rm-preview-place");
  dashboard.views.set("shared", async () => {
    const { text: content, error } = await share.read(location.hash);
    if (error !== "") return [element("p", { role: "alert" }, error)];
    const { items, rest, errors } = await progress.read(content, { isKnown: roadmapIndex.isKnown, now: Date.now() });
    if (errors.length > 0)
      return [
        element("p", { role: "alert" }, text("backup.shared.unreadable")),
        element("ul", {}, ...errors.map((line2) => element("li", {}, line2))),
        rest.size > 0 ? element(
          "p",
          {},
          element(
            "button.rm-button",
            {
              type: "button",
              onclick: () => void imports.look(rest, place2, text("backup.this_link"), {
                warnings: errors.map((problem) => text("backup.import.skipped_entry", { problem }))
              })
            },
            text("backup.import.other_entries", { count: rest.size })
          )
        ) : null,
        place2
      ];
    const choiceOf = (id) => records.choiceOf(items.get(`state/${id}`));
    const isDone = (id) => ["done", "known"].includes(choiceOf(id));
    const sets = map.sets;
    const phases = roadmapIndex.data.phases.map((phase) => {
      const ids = (sets[`phase:${phase.id}`] ?? []).flatMap(([from, to]) => roadmapIndex.leaves.slice(from, to));
      const done = ids.filter(isDone);
      const others = ids.flatMap((id) => {
        const state2 = choiceOf(id);
        return state2 === "learning" || state2 === "skipped" ? [{ id, state: state2 }] : [];
      });
      const count = ids.filter((id) => choiceOf(id) !== "skipped").length;
      return element(
        "section",
        {},
        element("h2", {}, phase.title),
        element("p.rm-line", {}, text("backup.shared.done", { done: done.length, count })),
        done.length + others.length > 0 ? element(
          "ul",
          {},
          ...done.map((id) => {
            const topic = roadmapIndex.link(id);
            const words = choiceOf(id) === "known" ? nodes("backup.shared.known", { topic }) : [topic];
            return element("li", {}, "✓ ", ...words);
          }),
          ...others.map(
            ({ id, state: state2 }) => element(
              "li",
              {},
              ...nodes(state2 === "learning" ? "backup.shared.learning" : "backup.shared.skipped", {
                topic: roadmapIndex.link(id)
              })
            )
          )
        ) : null
      );
    });
    return [
      element(
        "p",
        {},
        element(
          "button.rm-button",
          {
            type: "button",
            id: "import-shared",
            onclick: () => void imports.consider(content, place2, text("backup.this_link"))
          },
          text("backup.shared.import")
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
