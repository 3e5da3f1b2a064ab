/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // core/timing.ts
  performance.mark("roadmap-start");

  // core/map.ts
  var map = globalThis.roadmapMap;

  // core/strings.ts
  var PLACEHOLDER = /\{([a-z_]+)\}/;
  var pattern = (key2, count) => {
    let entry = globalThis.roadmapStrings;
    for (const name2 of key2.split(".")) entry = entry[name2];
    if (typeof entry === "string") return entry;
    return count === 1 && "one" in entry ? entry.one : entry.other;
  };
  var nodes = (key2, values) => (
    // Every second piece is the name of a placeholder.
    pattern(key2, values.count).split(PLACEHOLDER).flatMap((piece, at) => at % 2 === 1 ? values[piece] : piece).filter((piece) => piece !== "")
  );
  var text = (key2, values = {}) => nodes(key2, values).join("");
  var listed = (items) => items.join(text("lists.separator"));
  var paragraph = (sentences) => sentences.filter((sentence) => sentence !== "").join(text("lists.sentences"));
  var locale = () => {
    const language = globalThis.document?.documentElement?.lang;
    if (!language) return void 0;
    const [base] = language.split("-");
    return navigator.languages?.find((one) => one.split("-")[0] === base) ?? language;
  };

  // storage/records.ts
  var ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  var DATE = /^\d{4}-\d{2}-\d{2}$/;
  var LATEST = Date.UTC(2200, 0, 1);
  var BETWEEN = "\n\n---\n\n";
  var MOST = {
    text: 2e4,
    parts: 20,
    title: 500,
    address: 2e3,
    links: 500,
    weekly: 168,
    off: 400,
    leaves: 1e4,
    changes: 5e3,
    named: 100
  };
  var STATES = ["todo", "learning", "skipped", "done"];
  var STATUSES = ["auto", "not-started", "in-progress", "completed"];
  var MONTH_FIELDS = ["learned", "projects", "challenges", "next"];
  var own = (value, name2) => Object.hasOwn(value, name2) ? value[name2] : void 0;
  var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  var isText = (value, most) => typeof value === "string" && value.length <= most;
  var isWritten = (value) => typeof value === "string" && (value.length <= MOST.text || value.length <= MOST.text * MOST.parts && value.split(BETWEEN).every((part) => part.length <= MOST.text));
  var isNumber = (value, least, most) => typeof value === "number" && Number.isFinite(value) && value >= least && value <= most;
  var isDate = (value) => {
    if (typeof value !== "string" || !DATE.test(value)) return false;
    const time = Date.parse(value);
    return !Number.isNaN(time) && time >= 0 && time < LATEST && new Date(time).toISOString().startsWith(value);
  };
  var isAddress = (value) => isText(value, MOST.address) && /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);
  var completeAddress = (value) => !isAddress(value) && /^[^\s/:@?#]+\.[^\s/:@?#.]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(value) ? `https://${value}` : value;
  var isMap = (value, fits, most) => isRecord(value) && Object.keys(value).length <= most && Object.entries(value).every(([key2, inner]) => fits(key2, inner));
  var isTime = (value) => isNumber(value, 0, 864e13);
  var isList = (value, fits, most) => Array.isArray(value) && value.length <= most && value.every(fits);
  var isId = (value) => isText(value, 80) && ID.test(value);
  var isChange = (value) => isRecord(value) && /^[a-z]{1,20}$/.test(String(own(value, "what"))) && isId(own(value, "id")) && isList(own(value, "to"), isId, MOST.named);
  var mustBe = (type) => (field) => text(`records.must_be.${type}`, { field });
  var atMost = (limit, type) => (field) => text(`records.at_most.${type}`, { field, limit });
  var fields = (required, optional2 = []) => (value) => {
    for (const [name2, fits, problem] of required) if (!fits(own(value, name2))) return problem(name2);
    for (const [name2, fits, problem] of optional2)
      if (Object.hasOwn(value, name2) && !fits(own(value, name2))) return problem(name2);
    return "";
  };
  var oneOf = (name2, choices) => [
    name2,
    (value) => choices.includes(value),
    (field) => text("records.one_of", { field, choices: listed(choices) })
  ];
  var textField = (name2) => [name2, isWritten, atMost(MOST.text, "text")];
  var timeField = (name2) => [name2, isTime, mustBe("time")];
  var dateField = (name2) => [name2, isDate, mustBe("date")];
  var optionalDateField = (name2) => [
    name2,
    (value) => value === "" || isDate(value),
    mustBe("date_or_empty")
  ];
  var versionFields = [
    [
      "by",
      (value) => isMap(value, (key2, count) => /^[a-z0-9]{1,16}$/.test(key2) && isTime(count), 200),
      mustBe("version")
    ],
    timeField("after")
  ];
  var planned = fields(
    [dateField("start")],
    [
      ["hours", (value) => isNumber(value, 0.25, MOST.weekly), mustBe("hours")],
      [
        "week",
        (value) => isList(value, (hours2) => isNumber(hours2, 0, 24), 7) && value.length === 7 && value.some((hours2) => hours2 > 0),
        mustBe("hours_of_days")
      ],
      ["pace", (value) => isNumber(value, 0.25, MOST.weekly), mustBe("hours")],
      [
        "off",
        (value) => isList(value, (span) => isList(span, isDate, 2) && span.length === 2, MOST.off),
        mustBe("periods")
      ],
      ["optional", (value) => typeof value === "boolean", mustBe("boolean")],
      ["order", (value) => isText(value, 80), mustBe("order")],
      ["parts", (value) => isList(value, (id) => isText(id, 80), 1e3), mustBe("phases")],
      ["goal", (value) => isText(value, 80), mustBe("goal")],
      // Topics that are needed but left out are added; and all come after what they need.
      ["needs", (value) => typeof value === "boolean", mustBe("boolean")],
      ["first", (value) => typeof value === "boolean", mustBe("boolean")],
      ["tasks", (value) => typeof value === "boolean", mustBe("boolean")]
    ]
  );
  var choiceOf = (item) => item?.known === true ? "known" : item?.state ?? "todo";
  var ofChoice = (choice) => choice === "known" ? { state: "done", known: true } : { state: choice };
  var isKnownValid = (value) => own(value, "known") === true ? own(value, "state") === "done" : [void 0, false].includes(own(value, "known"));
  var checkState = fields(
    [oneOf("state", STATES)],
    [
      timeField("since"),
      // Of a topic that has subtopics now: those that got its state. Of one of them: the topic that it came from.
      ["parts", (value) => isList(value, isId, MOST.leaves), mustBe("ids")],
      ["from", isId, mustBe("id")],
      // Of a topic that had subtopics in a release that may come back: its state then. Of one that has them again: the
      // time of that state.
      [
        "before",
        (value) => isRecord(value) && isTime(own(value, "said")) && STATES.includes(own(value, "state")) && isKnownValid(value) && isList(own(value, "parts"), isId, MOST.leaves),
        mustBe("earlier_state")
      ],
      timeField("said")
    ]
  );
  var kinds = new Map(
    Object.entries({
      state: {
        key: ID,
        merge: "state",
        check: (value) => checkState(value) || (isKnownValid(value) ? "" : mustBe("known")("known"))
      },
      note: { key: ID, merge: "multiValue", check: fields([textField("text")], versionFields) },
      links: {
        key: ID,
        merge: "multiValue",
        check: fields(
          [
            [
              "links",
              (value) => isList(
                value,
                (link) => isRecord(link) && isText(own(link, "title"), MOST.title) && isAddress(own(link, "url")),
                MOST.links
              ),
              atMost(MOST.links, "links")
            ]
          ],
          versionFields
        )
      },
      phase: { key: ID, merge: "lastWriterWins", check: fields([oneOf("status", STATUSES)]) },
      review: {
        key: ID,
        merge: "lastWriterWins",
        check: fields(
          [
            ["reps", (value) => Number.isInteger(value) && isNumber(value, 0, 1e4), mustBe("whole_number")],
            ["ease", (value) => isNumber(value, 1.3, 20), mustBe("ease")],
            ["days", (value) => isNumber(value, 0, 4e4), mustBe("days")],
            dateField("due")
          ],
          [timeField("since")]
        )
      },
      day: {
        key: DATE,
        merge: "ticks",
        check: fields([
          [
            "ticks",
            (value) => isMap(value, (key2, at) => ID.test(key2) && isNumber(at, -864e13, 864e13), 500),
            mustBe("ticks")
          ]
        ])
      },
      month: {
        key: /^\d{4}-(?:0[1-9]|1[0-2])$/,
        merge: "multiValue",
        check: fields([], [...MONTH_FIELDS.map(textField), ...versionFields])
      },
      update: {
        key: DATE,
        merge: "union",
        check: fields([["changes", (value) => isList(value, isChange, MOST.changes), atMost(MOST.changes, "changes")]])
      },
      focus: {
        key: /^current$/,
        merge: "lastWriterWins",
        check: fields(
          [],
          [
            ["phase", (value) => isText(value, 80), mustBe("phase")],
            ["topic", (value) => isText(value, 80), mustBe("topic")],
            ["goal", (value) => isText(value, 80), mustBe("goal")],
            optionalDateField("start"),
            optionalDateField("target"),
            // The most reviews a day; 0 turns them off.
            ["reviews", (value) => Number.isInteger(value) && isNumber(value, 0, 1e3), mustBe("whole_number")]
          ]
        )
      },
      plan: {
        key: /^current$/,
        merge: "lastWriterWins",
        check: (value) => own(value, "none") === true ? "" : planned(value)
      }
    })
  );
  var BLANK = new Map(
    Object.entries({
      state: { state: "todo" },
      note: { text: "" },
      links: { links: [] },
      phase: { status: "auto" },
      day: { ticks: {} },
      month: {},
      focus: {},
      plan: { none: true },
      review: { reps: 0, ease: 2.5, days: 0, due: "1970-01-01" }
    })
  );
  var kindOf = (path) => {
    const slash = path.indexOf("/");
    const kind = slash < 0 ? void 0 : kinds.get(path.slice(0, slash));
    const key2 = path.slice(slash + 1);
    return kind && key2.length <= 80 && kind.key.test(key2) ? kind : void 0;
  };
  var check = (path, value) => {
    const kind = kindOf(path);
    if (!kind) return text("records.unknown");
    if (!isRecord(value)) return text("records.not_an_object");
    if (!isTime(own(value, "at"))) return mustBe("time")("at");
    return kind.check(value);
  };
  var parse = (path, raw) => {
    try {
      const value = JSON.parse(raw ?? "");
      return check(path, value) === "" ? value : null;
    } catch {
      return null;
    }
  };
  var parseOld = (path, raw) => {
    const item = parse(path, raw);
    if (item) return item;
    try {
      const value = JSON.parse(raw ?? "");
      return isRecord(value) && !Object.hasOwn(value, "at") && check(path, { ...value, at: 0 }) === "" ? { ...value, at: 0 } : null;
    } catch {
      return null;
    }
  };
  var records = {
    BETWEEN,
    BLANK,
    ID,
    STATES,
    MONTH_FIELDS,
    MOST,
    own,
    isRecord,
    isDate,
    isAddress,
    completeAddress,
    kindOf,
    choiceOf,
    ofChoice,
    check,
    parse,
    parseOld
  };

  // storage/merging.ts
  var canonical = (value) => JSON.stringify(
    value,
    (_, inner) => records.isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => one < other ? -1 : 1)) : inner
  );
  var lastWriterWins = (one, other) => {
    if (one.at !== other.at) return one.at > other.at ? one : other;
    const ranks = [one, other].map((item) => records.STATES.indexOf(item.state));
    if (ranks[0] !== ranks[1]) return ranks[0] > ranks[1] ? one : other;
    return canonical(one) >= canonical(other) ? one : other;
  };
  var dominates = (one, other) => {
    const theirs = Object.entries(other.by ?? {});
    return theirs.length > 0 && theirs.every(([device2, at]) => (records.own(one.by ?? {}, device2) ?? -1) >= at);
  };
  var mergeLists = (one, other) => {
    const [ones, others2] = [new Set(one), new Set(other)];
    const [containsOther, containsOne] = [other.every((part) => ones.has(part)), one.every((part) => others2.has(part))];
    if (containsOther !== containsOne) return containsOther ? one : other;
    return one.join() === other.join() ? one : [.../* @__PURE__ */ new Set([...one, ...other])].sort();
  };
  var mergeValues = (one, other) => {
    if (typeof one === "string" && typeof other === "string") {
      if (one === "" || other === "") return one || other;
      return mergeLists(one.split(records.BETWEEN), other.split(records.BETWEEN)).join(records.BETWEEN);
    }
    if (Array.isArray(one) && Array.isArray(other))
      return mergeLists(one.map(canonical), other.map(canonical)).map((text2) => JSON.parse(text2));
    return canonical(one) >= canonical(other) ? one : other;
  };
  var hasSameContent = (one, other) => {
    const [content, otherContent] = [one, other].map((item) => canonical({ ...item, at: 0, by: {}, after: 0 }));
    return content === otherContent;
  };
  var mergeConcurrent = (one, other) => {
    const merged = {};
    for (const name2 of [.../* @__PURE__ */ new Set([...Object.keys(one), ...Object.keys(other)])].sort()) {
      merged[name2] = !Object.hasOwn(one, name2) ? other[name2] : !Object.hasOwn(other, name2) ? one[name2] : mergeValues(one[name2], other[name2]);
    }
    return withMergedVersions(one, other, merged);
  };
  var multiValue = (one, other) => {
    const [oneWins, otherWins] = [dominates(one, other), dominates(other, one)];
    if (oneWins !== otherWins) return oneWins ? one : other;
    return hasSameContent(one, other) ? withMergedVersions(one, other, one) : mergeConcurrent(one, other);
  };
  var withMergedVersions = (one, other, content) => {
    const by = {};
    for (const [device2, at] of [
      ...Object.entries(one.by ?? {}),
      ...Object.entries(other.by ?? {})
    ].sort())
      by[device2] = Math.max(by[device2] ?? 0, at);
    const { after: _, ...rest } = content;
    const after = one.after !== void 0 && one.after === other.after ? { after: one.after } : {};
    return { ...rest, at: Math.max(one.at, other.at), ...one.by || other.by ? { by } : {}, ...after };
  };
  var ticks = (one, other) => {
    const both = new Map(Object.entries(one.ticks));
    for (const [habit, at] of Object.entries(other.ticks)) {
      const current2 = both.get(habit);
      const isNewer2 = current2 === void 0 || Math.abs(at) > Math.abs(current2) || Math.abs(at) === Math.abs(current2) && at > current2;
      if (isNewer2) both.set(habit, at);
    }
    return { ...lastWriterWins(one, other), ticks: Object.fromEntries([...both].sort()), at: Math.max(one.at, other.at) };
  };
  var state = (one, other) => {
    const bare2 = ({ parts: _, ...rest }) => rest;
    const winner = lastWriterWins(bare2(one), bare2(other));
    const parts = [one, other].filter((item) => canonical(bare2(item)) === canonical(winner)).flatMap((item) => item.parts ?? []);
    return parts.length > 0 ? { ...winner, parts: [...new Set(parts)].sort() } : winner;
  };
  var union = (one, other) => ({
    at: Math.max(one.at, other.at),
    changes: [...new Set([...one.changes, ...other.changes].map(canonical))].sort().map((text2) => JSON.parse(text2))
  });
  var strategies = { lastWriterWins, multiValue, ticks, state, union };
  var merging = {
    canonical,
    mergeConcurrent,
    dominates,
    hasSameContent,
    /**
     * Merge a text that was being edited while it changed elsewhere: nothing of either is lost.
     * @param base the text when editing began
     * @param now the stored text
     */
    threeWay: (base, mine2, now2) => mine2 === base ? now2 : now2 === base || now2 === mine2 ? mine2 : mergeValues(now2, mine2),
    /** @param path of a kind that can be stored */
    merge: (path, one, other) => strategies[records.kindOf(path).merge](one, other)
  };

  // storage/clock.ts
  var TOLERANCE = 864e5;
  var LATEST2 = Date.UTC(2200, 0, 1);
  var isBehind = () => Date.parse(document.lastModified) > Date.now() + TOLERANCE;
  var timesOf = (map2) => records.isRecord(map2) ? Object.entries(map2) : [];
  var isAhead = (item, now2 = Date.now()) => [item.at, item.since, ...timesOf(item.ticks).map(([, at]) => at)].some(
    (at) => Math.abs(Number(at)) > now2 + TOLERANCE
  ) || isAbsurd(item);
  var isAbsurd = (item) => timesOf(item.by).some(([, count]) => count > LATEST2);
  var timely = (item, now2 = Date.now(), changed2 = () => {
  }) => {
    if (!isAhead(item, now2) || isBehind()) return item;
    changed2();
    const back = (at) => Math.max(-now2, Math.min(Number(at), now2));
    const copy = { ...item, at: back(item.at) };
    for (const name2 of ["since", "after"]) if (typeof copy[name2] === "number") copy[name2] = back(copy[name2]);
    if (copy.ticks) copy.ticks = Object.fromEntries(timesOf(copy.ticks).map(([habit, at]) => [habit, back(at)]));
    if (isAbsurd(item)) delete copy.by;
    return copy;
  };
  var mayBeAhead = (raw) => {
    for (const [digits] of raw.matchAll(/\d{13,}/g)) if (Number(digits) > Date.now() + TOLERANCE) return true;
    return false;
  };
  var clock = { isBehind, isAhead, timely, mayBeAhead };

  // core/parts.ts
  var loader = globalThis.roadmapLoader;
  var need = loader.need;
  var load = async (name2) => {
    await need(name2);
    return globalThis.roadmap;
  };

  // storage/scope.ts
  var { site, scope: configuredScope = "" } = map;
  var LEGACY = `roadmap/${site}/`;
  var { root } = loader;
  var decoded = (path) => {
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  };
  var name = configuredScope === "" || configuredScope.startsWith(".") ? decoded(new URL(configuredScope, root).pathname) : configuredScope;
  var own2 = `roadmap/${site}@${encodeURIComponent(name)}/`;
  var MARK = `${own2}meta/scope`;
  var isNotCopied = (path) => /^meta\/(?:device|probe|scope|points)$/.test(path);
  var mark = () => {
    try {
      const { state: state2, at } = JSON.parse(localStorage.getItem(MARK) ?? "");
      return { state: String(state2), at: Number(at) || 0 };
    } catch {
      return { state: "", at: 0 };
    }
  };
  var setMark = (state2, at = mark().at) => {
    try {
      localStorage.setItem(MARK, JSON.stringify({ state: state2, at }));
      return true;
    } catch {
      return false;
    }
  };
  var copied = [];
  var copyLegacy = () => {
    const keys = Object.keys(localStorage);
    const { state: state2 } = mark();
    const isEmpty = !keys.some((key2) => key2.startsWith(own2) && !key2.startsWith(`${own2}meta/`));
    if (state2 !== "copying" && (state2 !== "" || !isEmpty)) return true;
    const paths = keys.filter((key2) => key2.startsWith(LEGACY)).map((key2) => key2.slice(LEGACY.length));
    if (!paths.some((path) => !path.startsWith("meta/"))) return true;
    if (!setMark("copying", Date.now())) return false;
    for (const path of paths) {
      if (isNotCopied(path) || localStorage.getItem(own2 + path) !== null) continue;
      try {
        localStorage.setItem(own2 + path, localStorage.getItem(LEGACY + path) ?? "");
        copied.push(path);
      } catch {
        for (const copiedPath of copied) localStorage.removeItem(own2 + copiedPath);
        localStorage.removeItem(MARK);
        copied = [];
        return false;
      }
    }
    return setMark("taken");
  };
  var choose = () => {
    try {
      return copyLegacy() ? own2 : LEGACY;
    } catch {
      return own2;
    }
  };
  var prefix = choose();
  var scope = { prefix, LEGACY, copied, mark, setMark };

  // storage/local-storage.ts
  var { prefix: prefix2 } = scope;
  var localStore = {
    prefix: prefix2,
    /** @returns the paths of everything that is stored for this site; none where storage is blocked */
    paths() {
      try {
        return Object.keys(localStorage).filter((key2) => key2.startsWith(prefix2)).map((key2) => key2.slice(prefix2.length));
      } catch {
        return [];
      }
    },
    get(path) {
      try {
        return localStorage.getItem(prefix2 + path);
      } catch {
        return null;
      }
    },
    /**
     * @param raw null removes it
     * @returns false when the browser refuses; then the old value is unchanged
     */
    set(path, raw) {
      try {
        if (raw === null) localStorage.removeItem(prefix2 + path);
        else localStorage.setItem(prefix2 + path, raw);
        return true;
      } catch {
        return false;
      }
    },
    /** @returns whether anything can be stored at all */
    works() {
      return this.holds(1);
    },
    /**
     * @param more characters
     * @returns whether so many can be stored
     */
    holds(more) {
      try {
        localStorage.setItem(`${prefix2}meta/probe`, "1".repeat(more));
        localStorage.removeItem(`${prefix2}meta/probe`);
        return true;
      } catch {
        return false;
      }
    },
    /** @param listener is given the path that another tab has changed and its new text; null for everything */
    listen(listener) {
      globalThis.addEventListener("storage", (event) => {
        if (event.key === null) listener(null, null);
        else if (event.key.startsWith(prefix2) && !event.key.startsWith(`${prefix2}meta/`))
          listener(event.key.slice(prefix2.length), event.newValue);
      });
    }
  };

  // storage/indexeddb.ts
  var NAME = scope.prefix.slice(0, -1);
  var SLICE = 500;
  var SHORT_TIMEOUT = 400;
  var opening = null;
  var isOpen = false;
  var openedAt = 0;
  var isStalled = false;
  var result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  var withTimeout = (work, limit = isStalled ? SHORT_TIMEOUT : database.patience, giveUp = () => {
  }) => new Promise((resolve, reject) => {
    const timer4 = setTimeout(() => {
      isStalled = true;
      giveUp();
      reject(new DOMException("the browser's database does not answer", "TimeoutError"));
    }, limit);
    work.then((value) => {
      isStalled = false;
      resolve(value);
    }, reject).finally(() => clearTimeout(timer4));
  });
  var open = () => {
    if (!isOpen && performance.now() - openedAt > database.patience) opening = null;
    if (opening) return opening;
    openedAt = performance.now();
    isOpen = false;
    const mine2 = new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      const forget = () => {
        if (opening === mine2) opening = null;
      };
      request.onupgradeneeded = () => {
        request.result.createObjectStore("items");
        request.result.createObjectStore("points", { keyPath: "at" });
      };
      request.onblocked = () => reject(new Error("blocked"));
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        if (opening !== mine2) {
          request.result.close();
          return;
        }
        isOpen = true;
        request.result.onversionchange = () => {
          request.result.close();
          forget();
        };
        request.result.onclose = forget;
        resolve(request.result);
      };
    });
    opening = mine2;
    mine2.catch(() => {
      if (opening === mine2) opening = null;
    });
    return mine2;
  };
  var begin = async (stores, mode) => {
    const database2 = await withTimeout(open());
    try {
      return database2.transaction(stores, mode, { durability: "strict" });
    } catch (error) {
      opening = null;
      throw error;
    }
  };
  var write = async (stores, work) => {
    const transaction = await begin(stores, "readwrite");
    let requested = 0;
    let answered = 0;
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = () => answered === requested ? resolve() : reject(new Error("the browser's database has not taken all of it"));
      transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
      try {
        for (const request of work(transaction)) {
          requested += 1;
          request.onsuccess = () => {
            answered += 1;
          };
        }
        transaction.commit?.();
      } catch (error) {
        abort();
        reject(error);
      }
    });
    function abort() {
      try {
        transaction.abort();
      } catch {
      }
    }
    await withTimeout(done, database.patience + 2 * requested, abort);
  };
  var read = async (store2, ask2) => withTimeout(result(ask2((await begin(store2, "readonly")).objectStore(store2))));
  var peek = async (name2) => {
    const database2 = await withTimeout(
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name2);
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onsuccess = () => {
          request.result.onversionchange = () => request.result.close();
          resolve(request.result);
        };
        request.onerror = () => request.error?.name === "AbortError" ? resolve(null) : reject(request.error);
      })
    );
    if (!database2) return null;
    try {
      const has = (store2) => database2.objectStoreNames.contains(store2);
      if (!has("items")) return null;
      const transaction = database2.transaction(["items", ...has("points") ? ["points"] : []]);
      const items = transaction.objectStore("items");
      const [keys, values, points2] = await withTimeout(
        Promise.all([
          result(items.getAllKeys()),
          result(items.getAll()),
          has("points") ? result(transaction.objectStore("points").getAll()) : []
        ])
      );
      return { items: keys.map((key2, at) => [String(key2), String(values[at])]), points: points2 };
    } finally {
      database2.close();
    }
  };
  var database = {
    /** The usual timeout, in ms. */
    patience: 3e3,
    /** @returns whether there is a database at all; some private windows have none */
    isMissing() {
      try {
        return !globalThis.indexedDB;
      } catch {
        return true;
      }
    },
    /** @param records paths and raw texts */
    put: (records2) => write("items", (transaction) => {
      const store2 = transaction.objectStore("items");
      return Array.from(records2, ([path, raw]) => store2.put(raw, path));
    }),
    /** @param take is given all records, a slice at a time, so that no task gets long */
    async each(take2) {
      let range;
      for (; ; ) {
        const store2 = (await begin("items", "readonly")).objectStore("items");
        const [keys, values] = await withTimeout(
          Promise.all([result(store2.getAllKeys(range, SLICE)), result(store2.getAll(range, SLICE))])
        );
        take2(keys.map((key2, at) => [String(key2), String(values[at])]));
        if (keys.length < SLICE) return;
        range = IDBKeyRange.lowerBound(keys[keys.length - 1], true);
      }
    },
    isEmpty: async () => await read("items", (store2) => store2.count()) === 0,
    peek,
    /** Copy the contents of another database, except for what exists here already. */
    async fill(items, points2) {
      const [paths, times] = await Promise.all([
        read("items", (store2) => store2.getAllKeys()),
        read("points", (store2) => store2.getAllKeys())
      ]);
      const [storedPaths, storedTimes] = [new Set(paths), new Set(times)];
      await write(["items", "points"], (transaction) => [
        ...items.filter(([path]) => !storedPaths.has(path)).map(([path, raw]) => transaction.objectStore("items").put(raw, path)),
        ...points2.filter(({ at }) => !storedTimes.has(at)).map((point2) => transaction.objectStore("points").put(point2))
      ]);
    },
    /** @returns restore points with their records, oldest first */
    points: () => read("points", (store2) => store2.getAll()),
    /** @returns the times of the restore points, which identify them, oldest first; their records are not read */
    times: async () => (await read("points", (store2) => store2.getAllKeys())).map(Number),
    point: (at) => read("points", (store2) => store2.get(at)),
    keep: (point2, stale) => write("points", (transaction) => {
      const store2 = transaction.objectStore("points");
      return [store2.put(point2), ...stale.map((at) => store2.delete(at))];
    }),
    /** Delete all records; restore points stay. */
    empty: () => write("items", (transaction) => [transaction.objectStore("items").clear()]),
    /** Delete everything. */
    clear: () => write(["items", "points"], (transaction) => [
      transaction.objectStore("items").clear(),
      transaction.objectStore("points").clear()
    ])
  };

  // storage/write-queue.ts
  var PAUSES = [200, 800, 1600];
  var LATER = 3e4;
  var SAFE = { isSafe: true, reason: "", cause: "" };
  var pending = /* @__PURE__ */ new Map();
  var current = [];
  var upcoming = null;
  var last = SAFE;
  var isRunning = false;
  var isDown = false;
  var listeners = /* @__PURE__ */ new Set();
  var timer;
  var batch = () => {
    let resolve = () => {
    };
    const promise = new Promise((settle3) => {
      resolve = settle3;
    });
    return { promise, resolve };
  };
  var causeOf = (error) => {
    if (database.isMissing()) return text("save.causes.missing");
    if (error?.name === "QuotaExceededError") return text("save.causes.full");
    if (error?.name === "TimeoutError") return text("save.causes.timeout");
    return text("save.causes.refused");
  };
  var take = () => {
    if (upcoming) current.push(upcoming);
    upcoming = null;
  };
  var end = (answer2) => {
    last = answer2;
    if (!answer2.isSafe) take();
    for (const one of current) one.resolve(answer2);
    current = [];
    for (const listener of listeners) listener(answer2);
  };
  var run = async () => {
    isRunning = true;
    clearTimeout(timer);
    let failures = 0;
    while (pending.size > 0) {
      take();
      const records2 = [...pending];
      try {
        await database.put(records2);
        for (const [path, raw] of records2) if (pending.get(path) === raw) pending.delete(path);
        failures = 0;
        isDown = false;
        end(SAFE);
      } catch (error) {
        if (isDown || database.isMissing() || failures >= PAUSES.length) {
          isDown = true;
          end({ isSafe: false, reason: text("save.saved_here"), cause: causeOf(error) });
          if (!database.isMissing()) timer = setTimeout(() => void run(), LATER);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSES[failures]));
        failures += error instanceof Error && error.name === "TimeoutError" ? PAUSES.length : 1;
      }
    }
    isRunning = false;
  };
  var writeQueue = {
    /** @param records paths and raw texts */
    add(records2) {
      for (const [path, raw] of records2) pending.set(path, raw);
      upcoming ??= batch();
      if (!isRunning) void run();
    },
    /** @returns resolves when what was written so far is in the second copy, or was given up for now */
    settled: () => (upcoming ?? current.at(-1))?.promise ?? Promise.resolve(last),
    /** @param listener is given each outcome */
    listen: (listener) => listeners.add(listener),
    /** Drop what is still to be stored. */
    forget: () => pending.clear()
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && pending.size > 0 && !isRunning && !database.isMissing()) void run();
  });

  // storage/reconcile.ts
  var SLICE2 = 500;
  var makeReconcile = ({
    read: read4,
    remember: remember2,
    isRefused: isRefused2,
    isStuck,
    tell: tell2,
    yieldToMain: yieldToMain2
  }) => {
    return async () => {
      if (isRefused2()) return [];
      const restored = [];
      const inMirror = /* @__PURE__ */ new Set();
      const missing = [];
      const reconcile2 = (path, copy) => {
        inMirror.add(path);
        const raw = localStore.get(path);
        if (raw === copy && !clock.mayBeAhead(copy)) return;
        const [mine2, stored2] = [raw === null ? null : read4(path), records.parse(path, copy)];
        if (stored2 === null) {
          if (mine2) missing.push([path, localStore.get(path), JSON.stringify(mine2)]);
          return;
        }
        const other = clock.timely(stored2);
        const text2 = JSON.stringify(mine2 ? merging.merge(path, mine2, other) : other);
        if (text2 !== localStore.get(path) && !isStuck(path) && localStore.set(path, text2)) {
          restored.push(path);
          remember2(path);
        }
        if (text2 !== copy) missing.push([path, localStore.get(path), text2]);
      };
      await database.each((slice) => {
        for (const [path, copy] of slice) reconcile2(path, copy);
      });
      const unmirrored = localStore.paths().filter((path) => !inMirror.has(path));
      for (let at = 0; at < unmirrored.length; at += SLICE2) {
        for (const path of unmirrored.slice(at, at + SLICE2)) {
          const item = records.kindOf(path) ? read4(path) : null;
          if (item) missing.push([path, localStore.get(path), JSON.stringify(item)]);
        }
        await yieldToMain2();
      }
      const isUnchanged = ([path, raw]) => localStore.get(path) === raw;
      for (let at = 0; at < missing.length; at += SLICE2) {
        await database.put(
          missing.slice(at, at + SLICE2).filter(isUnchanged).map(([path, , text2]) => [path, text2])
        );
      }
      if (restored.length > 0) tell2(restored);
      return restored;
    };
  };

  // storage/store.ts
  var FORMAT = 2;
  var states = /* @__PURE__ */ new Map();
  var listeners2 = /* @__PURE__ */ new Set();
  var tornListeners = /* @__PURE__ */ new Set();
  var refusal = "";
  var mine = /* @__PURE__ */ new Map();
  var stuck = /* @__PURE__ */ new Set();
  var device = null;
  var deviceName = () => {
    device ??= localStore.get("meta/device");
    if (device === null || !/^[a-z0-9]{1,16}$/.test(device)) {
      device = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join("");
      localStore.set("meta/device", device);
    }
    return device;
  };
  var isRefused = () => {
    if (refusal === "" && Number(localStore.get("meta/format") ?? 0) > FORMAT) refusal = text("save.newer_version");
    return refusal !== "";
  };
  var keepAside = (path, raw) => {
    let place = `damaged/${path}`;
    for (let turn = 2; localStore.get(place) !== null && localStore.get(place) !== raw; turn += 1)
      place = `damaged/${path}~${turn}`;
    return localStore.set(place, raw) && localStore.get(place) === raw;
  };
  var setAside = (path, raw) => {
    if (keepAside(path, raw)) localStore.set(path, null);
    else stuck.add(path);
  };
  var read2 = (path) => {
    const raw = localStore.get(path);
    if (raw === null) return null;
    const item = records.parse(path, raw);
    if (item === null && !path.startsWith("damaged/") && !isRefused()) setAside(path, raw);
    return item && setRight(path, item);
  };
  var setRight = (path, item) => {
    const timely2 = clock.timely(item);
    if (timely2 !== item && !isRefused()) {
      const raw = JSON.stringify(timely2);
      if (localStore.set(path, raw)) writeQueue.add([[path, raw]]);
    }
    return timely2;
  };
  var USUAL = /^\{"state":"(?:(todo|learning|skipped|done)"|done"(,"known":true)),"at":(\d{1,15})\}$/;
  var remember = (path) => {
    if (!path.startsWith("state/")) return;
    const id = path.slice(6);
    const usual = USUAL.exec(localStore.get(path) ?? "");
    const short = usual && records.ID.test(id) ? { state: usual[1] ?? "done", ...usual[2] ? { known: true } : {}, at: Number(usual[3]) } : null;
    const item = short && !clock.isAhead(short) ? short : read2(path);
    if (item) states.set(id, item);
    else states.delete(id);
  };
  var tell = (paths) => {
    for (const listener of listeners2) listener(paths);
  };
  var hasRoom = (items) => {
    if (items.size < 2) return true;
    let more = 0;
    for (const [path, item] of items) {
      const old = localStore.get(path);
      more += JSON.stringify(item).length - (old === null ? -localStore.prefix.length - path.length : old.length);
    }
    return more <= 0 || localStore.holds(more);
  };
  var takeBack = (before, items) => {
    const torn = before.filter(([path, was]) => !localStore.set(path, was)).map(([path]) => path);
    if (torn.length === 0) return;
    writeQueue.add(torn.map((path) => [path, localStore.get(path) ?? ""]));
    for (const path of torn) {
      remember(path);
      mine.set(path, items.get(path));
    }
    tell(torn);
    for (const listener of tornListeners) listener(torn, items.size);
  };
  var put = (changes) => {
    if (isRefused() || [...changes].some(([path, item]) => stuck.has(path) || records.check(path, item) !== ""))
      return false;
    const items = new Map([...changes].map(([path, item]) => [path, clock.timely(item)]));
    if (!hasRoom(items)) return false;
    const before = [];
    const texts = [];
    for (const [path, item] of items) {
      const raw = JSON.stringify(item);
      const old = localStore.get(path);
      if (old === raw) continue;
      before.push([path, old]);
      if (!localStore.set(path, raw)) {
        takeBack(before.slice(0, -1), items);
        return false;
      }
      texts.push([path, raw]);
    }
    if (texts.length === 0) return true;
    writeQueue.add(texts);
    for (const [path] of texts) {
      remember(path);
      mine.set(path, items.get(path));
    }
    tell(texts.map(([path]) => path));
    return true;
  };
  var write2 = (changes) => {
    const items = /* @__PURE__ */ new Map();
    for (const [path, change2] of changes) {
      const old = read2(path);
      const at = Math.max(Date.now(), (old?.at ?? 0) + 1);
      const version = records.kindOf(path)?.merge === "multiValue" ? { by: { ...old?.by, [deviceName()]: Math.max(at, (old?.by?.[deviceName()] ?? 0) + 1) }, after: old?.at ?? 0 } : {};
      items.set(path, { ...change2, at, ...version });
    }
    return put(items);
  };
  var yieldToMain = () => new Promise((resolve) => setTimeout(resolve));
  var reconcile = makeReconcile({ read: read2, remember, isRefused, isStuck: (path) => stuck.has(path), tell, yieldToMain });
  var rememberAll = (paths = localStore.paths()) => {
    states.clear();
    for (const path of paths) remember(path);
  };
  var migrate = () => {
    for (const path of localStore.paths()) {
      if (path.includes("/")) continue;
      const [raw, to] = [localStore.get(path), `state/${path}`];
      const old = records.parseOld(to, raw);
      if (raw === null || old === null && localStore.get(`damaged/${path}`) !== null) continue;
      if (old === null) {
        setAside(path, raw);
        continue;
      }
      const now2 = read2(to);
      if (localStore.set(to, JSON.stringify(now2 ? merging.merge(to, now2, old) : old))) localStore.set(path, null);
    }
    localStore.set("meta/format", String(FORMAT));
  };
  var start = () => {
    const paths = localStore.paths();
    if (!isRefused() && (localStore.get("meta/format") !== String(FORMAT) || paths.some((path) => !path.includes("/")))) {
      migrate();
      rememberAll();
      return;
    }
    rememberAll(paths);
  };
  var replaces = (later, earlier) => {
    const keeps = merging.dominates(later, earlier) && later.by?.[deviceName()] === earlier.by?.[deviceName()];
    return later.after === earlier.at || keeps;
  };
  var rescue = (path, raw) => {
    const own3 = mine.get(path);
    if (!own3) return;
    const [now2, theirs] = [read2(path), records.parse(path, raw)];
    if (!now2 || !theirs) return;
    if (clock.isAhead(own3) && !clock.isBehind() && !clock.isAhead(theirs)) {
      mine.set(path, theirs);
      return;
    }
    if (records.kindOf(path)?.merge !== "multiValue")
      put(/* @__PURE__ */ new Map([[path, merging.merge(path, now2, merging.merge(path, own3, theirs))]]));
    else if (replaces(theirs, own3)) mine.set(path, theirs);
    else if (!replaces(own3, theirs)) {
      const merged = merging.mergeConcurrent(merging.mergeConcurrent(now2, own3), theirs);
      if (merging.hasSameContent(merged, now2)) mine.set(path, now2);
      else if (!write2([[path, merged]]) && !merging.hasSameContent(own3, now2)) keepAside(path, JSON.stringify(own3));
    }
  };
  localStore.listen((path, raw) => {
    if (path === null) {
      const before = [...states.keys()];
      rememberAll();
      tell([.../* @__PURE__ */ new Set([...before, ...states.keys()])].map((id) => `state/${id}`));
    } else {
      remember(path);
      if (raw === null) mine.delete(path);
      tell([path]);
      rescue(path, raw);
    }
  });
  globalThis.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const path of mine.keys()) if (localStore.get(path) === null) mine.delete(path);
    rememberAll();
    tell(localStore.paths());
  });
  start();
  var store = {
    FORMAT,
    read: read2,
    write: write2,
    put,
    reconcile,
    yieldToMain,
    /** @param listener is given the paths that were stored when not all of a change was */
    listenTorn: (listener) => tornListeners.add(listener),
    /** Read everything again. */
    refresh() {
      const before = [...states.keys()];
      mine.clear();
      rememberAll();
      tell([.../* @__PURE__ */ new Set([...before.map((id) => `state/${id}`), ...localStore.paths()])]);
    },
    /** @returns resolves when what was written last is on disk, or cannot be for now */
    settled: writeQueue.settled,
    /** @returns a message why nothing can be written; empty when it can */
    refusal: () => refusal,
    /** @returns the paths of what was damaged and set aside, or could not be */
    damaged: () => [...localStore.paths().filter((path) => path.startsWith("damaged/")), ...stuck],
    /** @returns the paths of all records, in order */
    paths: () => localStore.paths().filter(
      (path) => path.startsWith("state/") ? records.ID.test(path.slice(6)) : records.kindOf(path) !== void 0
    ).sort(),
    state: (id) => states.get(id)?.state ?? "todo",
    /** @returns whether it is known already; its state is then "done" */
    isKnown: (id) => records.choiceOf(states.get(id)) === "known",
    /** @returns when its state last changed, in ms since 1970; 0 for never */
    since: (id) => states.get(id)?.since ?? states.get(id)?.at ?? 0,
    listen: (listener) => listeners2.add(listener)
  };

  // storage/erase.ts
  var MARK2 = "meta/erasing";
  var { set } = localStore;
  var NOTIFICATION_TIME = 250;
  var TIMEOUT = 5e3;
  var HANDLES = `${localStore.prefix}backup-file`;
  var isStopped = false;
  var stopWriting = () => {
    isStopped = true;
    localStore.set = () => false;
    writeQueue.forget();
    for (const write3 of ["put", "keep", "fill"]) database[write3] = () => Promise.reject(new Error("erased"));
  };
  var wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  var inTime = (work) => Promise.race([
    work.then(
      () => true,
      () => false
    ),
    wait(TIMEOUT).then(() => false)
  ]);
  var older = scope.LEGACY;
  var olderKeys = () => older === localStore.prefix ? [] : Object.keys(localStorage).filter((key2) => key2.startsWith(older));
  var eraseLocalStorage = () => {
    for (const path of localStore.paths()) if (path !== MARK2) set(path, null);
  };
  var deleteDatabase = (name2) => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name2);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  var eraseDatabases = async (isOlder) => {
    if (!globalThis.indexedDB) return true;
    const databases = [HANDLES, ...isOlder && older !== localStore.prefix ? [older.slice(0, -1)] : []];
    const done = await Promise.all([inTime(database.clear()), ...databases.map((name2) => inTime(deleteDatabase(name2)))]);
    return done.every(Boolean);
  };
  var eraseCaches = async () => {
    const names = await globalThis.caches?.keys() ?? [];
    await Promise.all(names.filter((name2) => name2.startsWith(localStore.prefix)).map((name2) => caches.delete(name2)));
  };
  var erase = async ({ isOlder = false } = {}) => {
    for (const path of [null, ...localStore.paths()]) {
      if (path) set(path, null);
      if (set(MARK2, isOlder ? "older" : "all")) break;
    }
    stopWriting();
    await wait(NOTIFICATION_TIME);
    eraseLocalStorage();
    if (isOlder) for (const key2 of olderKeys()) localStorage.removeItem(key2);
    const isWhole = await eraseDatabases(isOlder);
    await inTime(eraseCaches());
    eraseLocalStorage();
    scope.setMark("empty", Date.now());
    set(MARK2, isWhole ? null : isOlder ? "older-copy" : "copy");
    return isWhole;
  };
  globalThis.addEventListener("storage", (event) => {
    if (event.key !== localStore.prefix + MARK2) return;
    if (event.newValue === "all" || event.newValue === "older") stopWriting();
    else if (isStopped) location.reload();
  });
  globalThis.addEventListener("beforeunload", (event) => {
    if (isStopped) event.stopImmediatePropagation();
  });
  var mark2 = localStore.get(MARK2);
  if (mark2 === "all" || mark2 === "older") void erase({ isOlder: mark2 === "older" }).then(() => location.reload());
  else if (mark2 === "copy" || mark2 === "older-copy")
    void eraseDatabases(mark2 === "older-copy").then((isWhole) => isWhole && set(MARK2, null));
  var hasOlder = async () => {
    if (older === localStore.prefix) return false;
    try {
      if (olderKeys().some((key2) => !key2.startsWith(`${older}meta/`))) return true;
      const copy = database.isMissing() ? null : await database.peek(older.slice(0, -1));
      return copy !== null && copy.items.length + copy.points.length > 0;
    } catch {
      return true;
    }
  };

  // core/elements.ts
  var element = (tag, attributes = {}, ...children) => {
    const [name2, ...classes] = tag.split(".");
    const isSvg = ["svg", "rect", "path", "line", "text", "title", "g", "polyline"].includes(name2);
    const created = isSvg ? document.createElementNS("http://www.w3.org/2000/svg", name2) : document.createElement(name2);
    if (classes.length > 0) created.setAttribute("class", classes.join(" "));
    for (const [key2, value] of Object.entries(attributes)) {
      if (key2.startsWith("on")) created.addEventListener(key2.slice(2), value);
      else if (key2 === "value") created.value = value ?? "";
      else if (value === true) created.setAttribute(key2, "");
      else if (value !== false && value !== null && value !== void 0) created.setAttribute(key2, String(value));
    }
    created.append(
      ...children.filter((child) => child !== null && child !== false && child !== void 0).map((child) => child instanceof Node ? child : String(child))
    );
    return created;
  };

  // core/download.ts
  var download = (name2, content, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name2;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
  };

  // core/notices.ts
  var status = element("div.rm-status", { role: "status" });
  var shelf = element("aside.rm-notices", { "aria-label": text("notices.label") });
  var messages = element("div.rm-messages", {}, status, shelf);
  var space = 0;
  var makeSpace = () => {
    const height = messages.offsetHeight;
    const { scrollHeight } = document.documentElement;
    if (height < space && scrollY + innerHeight > scrollHeight - space) return;
    space = height;
    document.documentElement.style.setProperty("--rm-messages-height", `${space}px`);
  };
  new ResizeObserver(makeSpace).observe(messages);
  var placeNotices = () => {
    if (!messages.isConnected) document.body.append(messages);
  };
  var say = (message, isTrouble = false) => {
    placeNotices();
    status.classList.toggle("rm-status-error", isTrouble);
    status.textContent = message;
  };
  var dismissTrouble = () => {
    if (status.classList.contains("rm-status-error")) say("");
  };
  status.addEventListener("click", dismissTrouble);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismissTrouble();
  });
  var notice = (name2, message, actions = [], dismissal = [text("notices.close"), () => {
  }]) => {
    placeNotices();
    document.getElementById(`rm-notice-${name2}`)?.remove();
    const box2 = element("div.rm-notice", { id: `rm-notice-${name2}` }, element("p", {}, message));
    for (const [label, act] of [...actions, dismissal]) {
      const onclick = () => {
        box2.remove();
        act();
      };
      box2.append(element("button.rm-button", { type: "button", onclick }, label), " ");
    }
    shelf.append(box2);
    say(message);
  };
  var sayUnsaved = (what) => say(store.refusal() || text("save.failed", { what }), true);

  // core/toast.ts
  var DURATION = 1e4;
  var timer2;
  var previousFocus = null;
  var line = element("p", { dir: "auto" });
  var buttons = element("span.rm-toast-buttons");
  var box = element("div.rm-toast", { role: "group", "aria-label": text("toast.label") }, line, buttons);
  var hasFocus = () => box.contains(document.activeElement);
  var close = () => {
    clearTimeout(timer2);
    const hadFocus = hasFocus();
    box.remove();
    if (hadFocus && previousFocus?.isConnected) previousFocus.focus({ preventScroll: true });
  };
  var stay = () => clearTimeout(timer2);
  var start2 = () => {
    clearTimeout(timer2);
    timer2 = setTimeout(close, DURATION);
  };
  var isInUse = () => box.matches(":hover") || box.querySelector(":focus-visible") !== null;
  box.addEventListener("pointerenter", stay);
  box.addEventListener("pointerleave", () => {
    if (!isInUse()) start2();
  });
  box.addEventListener("focusin", (event) => {
    if (event.relatedTarget instanceof HTMLElement && !box.contains(event.relatedTarget))
      previousFocus = event.relatedTarget;
    if (isInUse()) stay();
  });
  box.addEventListener(
    "focusout",
    () => setTimeout(() => {
      if (box.isConnected && !isInUse()) start2();
    })
  );
  var button = (label, act, attributes = {}) => {
    const onclick = (event) => {
      if (event.detail < 2) act();
    };
    return element("button.rm-button", { type: "button", onclick, ...attributes }, label);
  };
  var toast = {
    /**
     * Show a message in place of the one before. It is not read out: that is for `say`.
     */
    show(message, actions = []) {
      placeNotices();
      const hadFocus = hasFocus();
      line.textContent = message;
      buttons.replaceChildren(
        ...actions.map(([label, act, keys]) => button(label, act, { "aria-keyshortcuts": keys })),
        button("✕", close, { "aria-label": text("notices.close"), class: "rm-button rm-close" })
      );
      document.querySelector(".rm-notices")?.append(box);
      if (hadFocus) buttons.querySelector("button")?.focus({ preventScroll: true });
      clearTimeout(timer2);
      if (!isInUse()) start2();
    },
    /** @param message the same message, with more details */
    update(message) {
      line.textContent = message;
    },
    close
  };
  document.addEventListener("keydown", (event) => {
    const isWriting3 = event.target instanceof Element && event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if (event.key !== "Escape" || !box.isConnected || isWriting3) return;
    close();
  });

  // core/drafts.ts
  var unsaved = /* @__PURE__ */ new Map();
  var flushers = /* @__PURE__ */ new Set();
  var inDigits = (value) => value.toLocaleString(locale());
  var tooLong = (size, limit) => size > limit ? text("drafts.too_long", { size: inDigits(size), limit: inDigits(limit) }) : "";
  var hasUnsavedText = () => {
    for (const flush of flushers) flush();
    return unsaved.size > 0 || document.querySelector("[data-rm-unsent]") !== null;
  };
  globalThis.addEventListener("beforeunload", (event) => {
    if (!hasUnsavedText()) return;
    event.preventDefault();
    event.returnValue = "unsaved";
  });
  var drafts = {
    get: (name2) => unsaved.get(name2) ?? null,
    /** @param draft null when it is saved, or given up */
    set(name2, draft) {
      if (draft) unsaved.set(name2, draft);
      else unsaved.delete(name2);
    },
    beforeLeaving: (flush) => flushers.add(flush),
    /** @returns a message that a text is too long; empty when it is not */
    tooLong: (value, limit) => tooLong(value.length, limit),
    /** The same for a text that may be several texts, which a merge has put one below the other. */
    tooLongText(value) {
      const parts = value.split(records.BETWEEN);
      return tooLong(Math.max(...parts.map((part) => part.length)), records.MOST.text) || tooLong(value.length, records.MOST.text * records.MOST.parts);
    },
    /**
     * A button that saves a text as a file; to be shown while the text is not saved.
     * @param name of the file
     */
    offer: (name2, value) => element(
      "button.rm-button",
      { type: "button", hidden: true, onclick: () => download(name2, value(), "text/plain") },
      text("drafts.download")
    )
  };

  // core/save-status.ts
  var REPORTED = `${localStore.prefix}backup-told`;
  var isReported = false;
  var isShown = false;
  var wasReported = () => {
    try {
      if (sessionStorage.getItem(REPORTED) !== null) isReported = true;
      sessionStorage.setItem(REPORTED, "1");
    } catch {
    }
    const was = isReported;
    isReported = true;
    return was;
  };
  var exportAll = () => load("backup").then(
    ({ files }) => files.save(),
    () => say(text("notices.part_missing"), true)
  );
  writeQueue.listen(({ isSafe, cause }) => {
    if (isSafe && isShown) {
      document.getElementById("rm-notice-backup")?.remove();
      isShown = false;
      say(text("save.backup_complete"));
    }
    if (isSafe || wasReported()) return;
    isShown = true;
    notice("backup", text("save.backup_failed", { cause }), [[text("notices.export"), exportAll]]);
  });
  store.listenTorn((paths, count) => {
    notice("torn", text("save.torn", { saved: paths.length, count }), [[text("notices.export"), exportAll]]);
  });
  var whenSaved = (tell2) => {
    void store.settled().then(({ isSafe, reason }) => tell2(isSafe ? text("save.saved") : reason, isSafe));
  };

  // core/counts.ts
  var { leaves, sets, optional, branches } = map;
  var ranges = new Map(Object.entries(sets));
  var position = new Map(leaves.map((id, at) => [id, at]));
  var isOptional = new Uint8Array(leaves.length);
  for (const [from, to] of optional) isOptional.fill(1, from, to);
  var parents = /* @__PURE__ */ new Map();
  for (const [name2, spans] of ranges) {
    if (!name2.startsWith("topic:")) continue;
    for (const [from, to] of spans) {
      for (let at = from; at < to; at += 1) {
        const others2 = parents.get(at);
        if (others2) others2.push(name2.slice(6));
        else parents.set(at, [name2.slice(6)]);
      }
    }
  }
  var TOTALS = ["required", "size", "done", "skipped", "learning", "extraSize", "extra"];
  var totals = null;
  var offBranch = null;
  var runningTotals = () => {
    if (totals) return totals;
    totals = Object.fromEntries(TOTALS.map((name2) => [name2, new Uint32Array(leaves.length + 1)]));
    for (let at = 0; at < leaves.length; at += 1) {
      const state2 = store.state(leaves[at]);
      const isExtra = isOptional[at] === 1;
      for (const name2 of TOTALS) totals[name2][at + 1] = totals[name2][at];
      if (!isExtra) totals.required[at + 1] += 1;
      if (state2 === "skipped") totals.skipped[at + 1] += 1;
      else totals[isExtra ? "extraSize" : "size"][at + 1] += 1;
      if (state2 === "done") totals[isExtra ? "extra" : "done"][at + 1] += 1;
      if (state2 === "learning") totals.learning[at + 1] += 1;
    }
    return totals;
  };
  store.listen(() => {
    totals = offBranch = null;
  });
  var sum = (spans) => {
    const sums = runningTotals();
    return Object.fromEntries(
      TOTALS.map((name2) => [name2, spans.reduce((all, [from, to]) => all + sums[name2][to] - sums[name2][from], 0)])
    );
  };
  var intersection = (spans, others2) => spans.flatMap(
    ([from, to]) => others2.map(([start4, end2]) => [Math.max(from, start4), Math.min(to, end2)]).filter(([start4, end2]) => start4 < end2)
  );
  var progressOf = (branch) => {
    const { size, done, extraSize, extra, learning } = sum(branch);
    return size + extraSize > 0 ? (done + extra + learning / 2) / (size + extraSize) : -1;
  };
  var otherBranches = (spans) => branches.flatMap((group) => {
    const inside = group.map((branch) => intersection(spans, branch)).filter((branch) => branch.length > 0);
    if (inside.length < 2) return [];
    const best = inside.reduce((one, other) => progressOf(other) > progressOf(one) ? other : one);
    return inside.filter((branch) => branch !== best).flat();
  });
  var holds = (spans, at) => spans.some(([from, to]) => at >= from && at < to);
  var isOpen2 = (id) => ["todo", "learning"].includes(store.state(id));
  var countIn = (spans) => {
    const whole = sum(spans);
    const others2 = sum(otherBranches(spans));
    const { skipped, learning } = whole;
    return whole.required === 0 ? {
      done: whole.extra - others2.extra,
      size: whole.extraSize - others2.extraSize,
      skipped,
      learning,
      extra: others2.extra,
      optional: others2.extraSize
    } : {
      done: whole.done - others2.done,
      size: whole.size - others2.size,
      skipped,
      learning,
      extra: whole.extra + others2.done,
      optional: whole.extraSize + others2.size
    };
  };
  var countTasks = (kind, scope2) => {
    const { ids, sets: taskSets } = map.tasks[kind];
    const states2 = (taskSets[scope2] ?? []).flatMap(([from, to]) => ids.slice(from, to)).map((id) => store.state(id)).filter((state2) => state2 !== "skipped");
    return { done: states2.filter((state2) => state2 === "done").length, size: states2.length };
  };
  var counts = {
    /**
     * Optional and skipped topics and other branches are not needed for 100%; where all topics are optional, all count.
     * @param scope such as "all" or "phase:foundation"
     */
    of: (scope2) => countIn(ranges.get(scope2) ?? []),
    /** @returns how many of its exercises and projects are done */
    tasks: (scope2) => ({ exercises: countTasks("exercises", scope2), projects: countTasks("projects", scope2) }),
    /** @returns the ids of its exercises, then those of its projects */
    tasksIn: (scope2) => ["exercises", "projects"].flatMap(
      (kind) => (map.tasks[kind].sets[scope2] ?? []).flatMap(([from, to]) => map.tasks[kind].ids.slice(from, to))
    ),
    /** @returns the ids of the topics to go: as many as `of` counts and are not done, in the map's order */
    open(scope2) {
      const spans = ranges.get(scope2) ?? [];
      const others2 = otherBranches(spans);
      const isAllOptional = sum(spans).required === 0;
      return this.leavesIn(scope2).filter((id) => {
        const at = position.get(id) ?? -1;
        return isOpen2(id) && !holds(others2, at) && (isAllOptional || isOptional[at] === 0);
      });
    },
    /** @returns those of some positions, in the map's order, that are on a branch that does not count, because one is enough */
    offBranch(positions) {
      const spans = [];
      for (const at of [...positions].sort((one, other) => one - other)) {
        const last2 = spans.at(-1);
        if (last2?.[1] === at) last2[1] = at + 1;
        else spans.push([at, at + 1]);
      }
      const others2 = otherBranches(spans);
      return new Set(positions.filter((at) => holds(others2, at)));
    },
    /** @returns whether it is a topic with subtopics */
    isParent: (id) => ranges.has(`topic:${id}`),
    /** @returns the ids of the topics in a set, in the map's order */
    leavesIn: (scope2) => (ranges.get(scope2) ?? []).flatMap(([from, to]) => leaves.slice(from, to)),
    /** @returns the ids that count for an entry: a parent's leaves, else itself */
    leavesOf: (id) => (ranges.get(`topic:${id}`) ?? []).flatMap(([from, to]) => leaves.slice(from, to)).concat(ranges.has(`topic:${id}`) ? [] : [id]),
    /** @returns the parents of a topic */
    parentsOf: (id) => parents.get(position.get(id) ?? -1) ?? [],
    /** @returns whether it is on a branch that does not count for the whole roadmap, because one is enough */
    isOffBranch(id) {
      offBranch ??= otherBranches(ranges.get("all") ?? []);
      return holds(offBranch, position.get(id) ?? -1);
    },
    /** @returns whether it is on a branch that is no longer needed: another one is done */
    isNeedless(id) {
      const at = position.get(id) ?? -1;
      const group = branches.find((one) => one.some((branch) => holds(branch, at)));
      const isDone = (branch) => {
        const { size, done, extraSize, extra } = sum(branch);
        return size + extraSize > 0 && size === done && extraSize === extra;
      };
      return group?.some((branch) => !holds(branch, at) && isDone(branch)) ?? false;
    },
    isOptional: (id) => isOptional[position.get(id) ?? -1] === 1
  };

  // storage/persistence.ts
  var ANSWER = "meta/persist";
  var ASKED = "meta/persist-asked";
  var AGAIN = { first: 40, most: 6 };
  var isWebKit = () => (/^Apple/.test(navigator.vendor) || "GestureEvent" in globalThis || "webkitConvertPointFromNodeToPage" in globalThis) && !("mozInnerScreenX" in globalThis);
  var isOnHomeScreen = () => navigator.standalone === true;
  var prompts = () => "mozInnerScreenX" in globalThis;
  var answer = () => localStore.get(ANSWER);
  var hasDatabase = () => {
    try {
      return Boolean(globalThis.indexedDB);
    } catch {
      return false;
    }
  };
  var requests = () => {
    try {
      const { times, changes } = JSON.parse(localStore.get(ASKED) ?? "");
      if ([times, changes].every((value) => Number.isSafeInteger(value) && value >= 0)) return { times, changes };
    } catch {
    }
    return { times: 0, changes: 0 };
  };
  var isAsking = false;
  var ask = async () => {
    if (isAsking || !navigator.storage?.persist) return answer() ?? "";
    isAsking = true;
    localStore.set(ASKED, JSON.stringify({ times: requests().times + 1, changes: 0 }));
    try {
      localStore.set(ANSWER, await navigator.storage.persist() ? "granted" : "refused");
    } catch {
    } finally {
      isAsking = false;
    }
    return answer() ?? "";
  };
  var persistence = {
    isWebKit,
    answer,
    /** Why the browser may delete what is stored here; most urgent first, empty where it has promised not to. */
    risks() {
      const risks = [];
      if (isWebKit() && !isOnHomeScreen()) risks.push(text("persistence.webkit"));
      if (!hasDatabase()) risks.push(text("persistence.no_database"));
      if (answer() !== "granted") risks.push(text("persistence.not_granted"));
      return risks;
    },
    /** Whether a copy elsewhere is needed soon. */
    isFragile() {
      return isWebKit() && !isOnHomeScreen() || !hasDatabase() || answer() === "refused";
    },
    ask,
    /** Whether there is anything to ask for. */
    canAsk: () => store.refusal() === "" && Boolean(navigator.storage?.persist) && answer() !== "granted",
    /** After the first change, and again as engagement grows, ask browsers that decide by themselves. */
    changed() {
      if (answer() === "granted" || prompts()) return;
      const { times, changes } = requests();
      if (times === 0 || times < AGAIN.most && changes + 1 >= AGAIN.first * 2 ** (times - 1)) void ask();
      else localStore.set(ASKED, JSON.stringify({ times, changes: changes + 1 }));
    },
    /** Some browsers grant later what they refused at first: check without asking. */
    async look() {
      if (store.refusal() !== "") return;
      try {
        if (await navigator.storage?.persisted?.()) localStore.set(ANSWER, "granted");
        else if (answer() === "granted") localStore.set(ANSWER, "refused");
      } catch {
      }
    }
  };

  // core/backups.ts
  var DAY = 864e5;
  var POINTS = 10;
  var REMIND_AFTER = { days: 7, changes: 25 };
  var REMIND_SOONER = { days: 3, changes: 10 };
  var MOST_LATERS = 4;
  var UNSAVED = "meta/unsaved";
  var LABELS = "meta/points";
  var unsaved2 = () => {
    const counters = { since: 0, changes: 0, laterAt: 0, laterChanges: 0, laters: 0 };
    try {
      const value = JSON.parse(localStore.get(UNSAVED) ?? "");
      for (const name2 of Object.keys(counters))
        if (Number.isFinite(records.own(value, name2))) counters[name2] = value[name2];
    } catch {
    }
    return counters;
  };
  var labels = () => {
    try {
      const value = JSON.parse(localStore.get(LABELS) ?? "");
      return records.isRecord(value) ? value : {};
    } catch {
      return {};
    }
  };
  var points = async () => {
    const times = await database.times();
    const stored2 = labels();
    const current2 = {};
    for (const at of times) {
      const label = records.own(stored2, String(at));
      if (Array.isArray(label)) current2[at] = [String(label[0]), Number(label[1])];
      else {
        const point2 = await database.point(at);
        if (point2) current2[at] = [point2.why, Object.keys(point2.items).length];
      }
    }
    if (JSON.stringify(current2) !== JSON.stringify(stored2)) localStore.set(LABELS, JSON.stringify(current2));
    return Object.entries(current2).map(([at, [why, size]]) => ({ at: Number(at), why, size }));
  };
  var point = async (why) => {
    const items = {};
    const paths = store.paths();
    for (let at2 = 0; at2 < paths.length; at2 += 1e3) {
      for (const path of paths.slice(at2, at2 + 1e3)) items[path] = localStore.get(path) ?? "";
      await store.yieldToMain();
    }
    const times = await database.times();
    const at = Math.max(Date.now(), (times.at(-1) ?? 0) + 1);
    await database.keep({ at, why, items }, times.slice(0, Math.max(0, times.length + 1 - POINTS)));
    localStore.set(LABELS, JSON.stringify({ ...labels(), [at]: [why, paths.length] }));
    return at;
  };
  var hasBackupFile = () => {
    const raw = localStore.get("meta/backup") ?? "";
    return raw.includes('"auto":true') && raw.includes('"problem":""');
  };
  var saveBackupFile = () => void load("backup").then(
    ({ backup }) => backup.soon(),
    () => {
    }
  );
  var isSameDay = (one, other) => new Date(one).toDateString() === new Date(other).toDateString();
  var REMINDED = `${localStore.prefix}reminded`;
  var forgetReminder = () => {
    try {
      sessionStorage.removeItem(REMINDED);
    } catch {
    }
  };
  var wasReminded = () => {
    try {
      const was = sessionStorage.getItem(REMINDED) !== null;
      sessionStorage.setItem(REMINDED, "1");
      return was;
    } catch {
      return false;
    }
  };
  var backups = {
    point,
    points,
    /** Once a day, before anything changes. */
    async daily() {
      if (store.refusal() !== "" || store.paths().length === 0) return;
      if (!(await database.times()).some((at) => isSameDay(at, Date.now()))) await point(text("restore_points.daily"));
    },
    /** To be called after every change of the learner. */
    changed() {
      const counters = unsaved2();
      const since = counters.since || Date.now();
      localStore.set(UNSAVED, JSON.stringify({ ...counters, since, changes: counters.changes + 1 }));
      persistence.changed();
      if (hasBackupFile()) saveBackupFile();
    },
    /** @param isClick only then may a browser ask the learner for permission */
    askToPersist(isClick) {
      if (isClick && persistence.canAsk()) void persistence.ask();
    },
    /** Everything has a copy elsewhere: start counting again. */
    exported() {
      if (store.refusal() !== "") return;
      forgetReminder();
      localStore.set(UNSAVED, null);
      localStore.set("meta/exported", String(Date.now()));
    },
    unsaved: unsaved2,
    /** @param exportAll what the notice's button does */
    remind(exportAll2) {
      const counters = unsaved2();
      void persistence.look();
      if (hasBackupFile()) {
        if (counters.changes > 0) saveBackupFile();
        return;
      }
      const after = persistence.isFragile() ? REMIND_SOONER : REMIND_AFTER;
      const patience = 1 + Math.min(counters.laters, MOST_LATERS);
      const isDue = counters.changes - counters.laterChanges >= after.changes * patience || counters.since > 0 && Date.now() - Math.max(counters.since, counters.laterAt) > after.days * DAY * patience;
      if (!isDue || store.refusal() !== "" || wasReminded()) return;
      const later = () => {
        forgetReminder();
        localStore.set(
          UNSAVED,
          JSON.stringify({
            ...unsaved2(),
            laterAt: Date.now(),
            laterChanges: unsaved2().changes,
            laters: unsaved2().laters + 1
          })
        );
      };
      notice(
        "export",
        text(persistence.isFragile() ? "reminder.fragile" : "reminder.usual"),
        [[text("notices.export"), exportAll2]],
        [text("notices.later"), later]
      );
    }
  };

  // core/other-scopes.ts
  var site2 = map.site;
  var KEY = /^roadmap\/([a-z0-9-]+)(?:@([^/]*))?\/(.+)$/;
  var isOld = scope.prefix === scope.LEGACY;
  var formatDate = (at) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(at);
  var wasEmpty = scope.copied.length > 0 ? database.isEmpty().catch(() => true) : null;
  var rawOf = async (prefix3) => {
    const entries = [];
    try {
      for (const key2 of Object.keys(localStorage))
        if (key2.startsWith(prefix3)) entries.push([key2.slice(prefix3.length), localStorage.getItem(key2) ?? ""]);
    } catch {
    }
    try {
      entries.push(...(await database.peek(prefix3.slice(0, -1)))?.items ?? []);
    } catch {
    }
    return entries;
  };
  var read3 = async (prefix3) => {
    const items = /* @__PURE__ */ new Map();
    for (const [path, raw] of await rawOf(prefix3)) {
      const to = path.includes("/") ? path : `state/${path}`;
      const item = records.parseOld(to, raw);
      if (!item) continue;
      const other = items.get(to);
      items.set(to, other ? merging.merge(to, other, clock.timely(item)) : clock.timely(item));
    }
    return new Map([...items].sort(([one], [other]) => one < other ? -1 : 1));
  };
  var others = async () => {
    const prefixes = /* @__PURE__ */ new Set();
    try {
      for (const key2 of Object.keys(localStorage)) {
        const [, id, path] = KEY.exec(key2) ?? [];
        if (id === site2) prefixes.add(path === void 0 ? scope.LEGACY : `roadmap/${site2}@${path}/`);
      }
      for (const { name: name2 = "" } of await globalThis.indexedDB?.databases?.() ?? [])
        if (name2 === `roadmap/${site2}` || name2.startsWith(`roadmap/${site2}@`)) prefixes.add(`${name2}/`);
    } catch {
    }
    prefixes.delete(localStore.prefix);
    const scopes = [];
    for (const prefix3 of prefixes) {
      const items = await read3(prefix3);
      if (items.size === 0) continue;
      const [, , path = ""] = KEY.exec(`${prefix3}x`) ?? [];
      scopes.push({
        prefix: prefix3,
        path: decodeURIComponent(path),
        records: items.size,
        newest: Math.max(...[...items.values()].map(({ at }) => at))
      });
    }
    return scopes.sort((one, other) => other.newest - one.newest);
  };
  var copyMirror = async () => {
    const mirror = await database.peek(scope.LEGACY.slice(0, -1));
    if (mirror) await database.fill(mirror.items, mirror.points);
    return (mirror?.items.length ?? 0) > 0;
  };
  var settle = async () => {
    if (isOld || store.refusal() !== "" || database.isMissing()) return;
    try {
      if (wasEmpty && !await wasEmpty) {
        for (const path of scope.copied)
          if (localStore.get(path) === localStorage.getItem(scope.LEGACY + path)) localStore.set(path, null);
        scope.setMark("own");
        store.refresh();
      } else if (scope.mark().state === "taken" && localStore.get("meta/scope-mirror") === null) {
        await copyMirror();
        localStore.set("meta/scope-mirror", "taken");
      } else if (scope.mark().state === "" && store.paths().length === 0 && await database.isEmpty() && await copyMirror()) {
        scope.setMark("taken", Date.now());
        localStore.set("meta/scope-mirror", "taken");
      }
    } catch {
    }
  };
  var startEmpty = async () => {
    try {
      if (!database.isMissing()) {
        await backups.point(text("restore_points.before_empty"));
        await writeQueue.settled();
        writeQueue.forget();
        await database.empty();
      }
    } catch {
      say(text("scope.start_empty_failed"), true);
      return;
    }
    for (const path of localStore.paths())
      if (!/^meta\/(?:device|format|persist|points|scope)/.test(path)) localStore.set(path, null);
    scope.setMark("empty", Date.now());
    location.reload();
  };
  var openBackup = () => load("dashboard").then(
    ({ roadmapIndex }) => {
      location.assign(roadmapIndex.at(roadmapIndex.data.pages.backup));
    },
    () => say(text("notices.part_missing"), true)
  );
  var isAnswered = (one) => Number(localStore.get(`meta/scope-told/${encodeURIComponent(one.path)}`) ?? 0) >= one.newest;
  var setAnswered = (one) => localStore.set(`meta/scope-told/${encodeURIComponent(one.path)}`, String(one.newest));
  var showNotice = async () => {
    if (isOld || store.refusal() !== "") return;
    const { state: state2, at } = scope.mark();
    if (state2 === "taken") {
      notice(
        "scope",
        text("scope.imported"),
        [[text("scope.start_empty"), () => void startEmpty()]],
        [text("scope.keep"), () => scope.setMark("kept")]
      );
      return;
    }
    const isEmpty = store.paths().length === 0;
    if (!isEmpty && state2 !== "kept") return;
    const scopes = (await others()).filter(
      (one) => (isEmpty ? !(state2 === "empty" && one.prefix === scope.LEGACY) : one.prefix === scope.LEGACY && one.newest > at) && !isAnswered(one)
    );
    if (scopes.length === 0) return;
    const [{ path, records: count, newest }] = scopes;
    const date = formatDate(newest);
    const message = !isEmpty ? text("scope.late", { date }) : path === "" ? text("scope.earlier", { count, date }) : text("scope.elsewhere", { count, path, date });
    notice(
      "scope",
      message,
      [[text("scope.preview"), openBackup]],
      [text("notices.later"), () => scopes.forEach(setAnswered)]
    );
  };
  var otherScopes = { others, read: read3, settle, showNotice };

  // core/undo.ts
  var MOST2 = 50;
  var isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  var KEYS = isMac ? { undo: "Meta+Z", redo: "Meta+Shift+Z" } : { undo: "Control+Z", redo: "Control+Shift+Z" };
  var acts = [];
  var undone = [];
  var isDay = (path) => records.kindOf(path)?.merge === "ticks";
  var isSame = (one, other) => merging.canonical(one ?? null) === merging.canonical(other ?? null);
  var valueIn = (record, habit) => habit === "" ? record : records.own(record?.ticks ?? {}, habit);
  var now = (change2) => valueIn(store.read(change2.path), change2.habit);
  var changesOf = (path, before, after) => {
    const parts = isDay(path) ? Object.keys(after?.ticks ?? {}) : [""];
    return parts.map((habit) => ({ path, habit, before: valueIn(before, habit), after: valueIn(after, habit) })).filter((change2) => !isSame(change2.before, change2.after));
  };
  var contentOf = (path, before) => {
    const kind = path.split("/")[0];
    if (!before) return records.BLANK.get(kind) ?? {};
    const { at, by: _by, after: _after, ...rest } = before;
    return kind === "state" || kind === "review" ? { ...rest, since: rest.since ?? at } : rest;
  };
  var reversed = (changes) => {
    const items = /* @__PURE__ */ new Map();
    for (const { path, habit, before, after } of changes) {
      if (habit === "") items.set(path, contentOf(path, before));
      else {
        const { ticks: ticks2 } = items.get(path) ?? { ticks: { ...store.read(path)?.ticks } };
        const at = Math.max(Date.now(), Math.abs(after) + 1);
        items.set(path, { ticks: { ...ticks2, [habit]: before > 0 ? at : -at } });
      }
    }
    return items;
  };
  var replaceInActs = (change2, from, to) => {
    for (const other of [...acts, ...undone].flatMap((act) => act.changes)) {
      if (other.path !== change2.path || other.habit !== change2.habit) continue;
      if (isSame(other.before, from)) other.before = to;
      if (isSame(other.after, from)) other.after = to;
    }
  };
  var lastMessage = 0;
  var show = (message, actions, detail = () => "") => {
    lastMessage += 1;
    const number = lastMessage;
    toast.show(message, actions);
    whenSaved((saved) => {
      if (number !== lastMessage) return;
      toast.update(paragraph([message, saved]));
      say(paragraph([message, saved, detail()]));
    });
  };
  var showFailure = (message) => {
    lastMessage += 1;
    say(message, true);
  };
  var push = (stack, act) => {
    stack.push(act);
    if (stack.length > MOST2) stack.shift();
  };
  var reverse = (from, to, verb) => {
    const act = from.at(-1);
    if (!act) return false;
    const mine2 = act.changes.filter((change2) => isSame(now(change2), change2.after));
    if (mine2.length === 0) {
      from.pop();
      showFailure(text(`undo.changed.${verb}`, { act: act.label }));
      toast.close();
      return false;
    }
    if (!store.write(reversed(mine2))) {
      showFailure(store.refusal() || text(`undo.failed.${verb}`, { act: act.label }));
      return false;
    }
    from.pop();
    backups.changed();
    const changes = mine2.map((change2) => {
      const written = now(change2);
      replaceInActs(change2, change2.before, written);
      return { ...change2, before: change2.after, after: written };
    });
    push(to, { ...act, changes });
    const count = act.changes.length - mine2.length;
    const messages2 = [
      verb === "redo" ? text("undo.redone", { act: act.label }) : text("undo.undone", { act: count === 0 ? act.undone : act.label }),
      ...count > 0 ? [text("undo.partial", { count })] : []
    ];
    const undoActions = [redoButton, ...acts.length > 0 ? [undoPreviousButton] : []];
    show(paragraph(messages2), verb === "undo" ? undoActions : [undoButton]);
    return true;
  };
  var undoLast = () => reverse(acts, undone, "undo");
  var redo = () => reverse(undone, acts, "redo");
  var undoButton = [text("toast.undo"), undoLast, KEYS.undo];
  var undoPreviousButton = [text("undo.undo_previous"), undoLast, KEYS.undo];
  var redoButton = [text("undo.redo"), redo, KEYS.redo];
  var undo = {
    /**
     * Write changes as one act that can be undone.
     * @param label what is true now, such as "Dropout: done"
     * @param changes as for `store.write`
     * @param messages what is true again after undo, and a detail to read out
     * @returns false when nothing could be stored; then nothing has changed
     */
    act(label, changes, messages2 = {}) {
      const entries = [...changes];
      const before = entries.map(([path]) => store.read(path));
      if (!store.write(entries)) {
        lastMessage += 1;
        return false;
      }
      backups.changed();
      undone.length = 0;
      push(acts, {
        label,
        undone: messages2.undone ?? label,
        changes: entries.flatMap(([path], at) => changesOf(path, before[at], store.read(path)))
      });
      const hasKeyboard = matchMedia("(any-hover: hover)").matches;
      const shortcut = hasKeyboard ? text(isMac ? "undo.shortcut_mac" : "undo.shortcut") : "";
      show(text("undo.act", { act: label }), [undoButton], () => paragraph([messages2.detail?.() ?? "", shortcut]));
      return true;
    },
    undo: undoLast,
    redo
  };
  var isWriting = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches(
    "textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=file], [type=range], [type=color])"
  ));
  document.addEventListener(
    "keydown",
    (event) => {
      const isCommand = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      if (!isCommand || event.altKey || event.repeat || isWriting(event.composedPath()[0] ?? null)) return;
      const key2 = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
      const isRedo = key2 === "z" ? event.shiftKey : key2 === "y" && !isMac && !event.shiftKey;
      if (key2 !== "z" && !isRedo || (isRedo ? undone : acts).length === 0) return;
      event.preventDefault();
      if (isRedo) redo();
      else undoLast();
    },
    true
  );

  // core/release.ts
  var releaseOf = ({
    leaves: leaves2,
    sets: sets2,
    history: history3
  }) => {
    const parents2 = /* @__PURE__ */ new Map();
    const phases = /* @__PURE__ */ new Map();
    const sections2 = /* @__PURE__ */ new Map();
    const above = new Map(leaves2.map((id) => [id, []]));
    const phaseOf = /* @__PURE__ */ new Map();
    for (const [name2, spans] of Object.entries(sets2)) {
      const colon = name2.indexOf(":");
      const [kind, id] = [name2.slice(0, colon), name2.slice(colon + 1)];
      if (!["topic", "phase", "section"].includes(kind)) continue;
      const inside = spans.flatMap(([from, to]) => leaves2.slice(from, to));
      if (kind === "phase") {
        phases.set(id, inside);
        for (const leaf of inside) phaseOf.set(leaf, id);
      } else if (kind === "section") {
        if (inside.length > 0) sections2.set(id, inside[0]);
      } else {
        parents2.set(id, inside);
        above.set(id, [...above.get(inside[0]) ?? []]);
        for (const leaf of inside) above.get(leaf).push(id);
      }
    }
    for (const [id, inside] of parents2) phaseOf.set(id, phaseOf.get(inside[0]) ?? "");
    for (const [id, leaf] of sections2) phaseOf.set(id, phaseOf.get(leaf) ?? "");
    const successorsOf = (id) => Object.hasOwn(history3, id) ? history3[id].map(([successor]) => successor) : [];
    const isThere = (id) => above.has(id);
    return {
      leaves: leaves2,
      parents: parents2,
      phases,
      gone: Object.keys(history3),
      isGone: (id) => Object.hasOwn(history3, id),
      isThere,
      isLeaf: (id) => above.has(id) && !parents2.has(id),
      above: (id) => above.get(id) ?? [],
      leavesOf: (id) => parents2.get(id) ?? [id],
      successorsOf,
      /** The phase itself, or its successors. */
      phasesFor: (id) => phases.has(id) ? [id] : [
        ...new Set(
          successorsOf(id).map((successor) => phases.has(successor) ? successor : phaseOf.get(successor) ?? "").filter(Boolean)
        )
      ],
      phaseOf: (id) => phaseOf.get(id) ?? ""
    };
  };

  // core/successors.ts
  var REPLACED = { done: ["todo", "learning"], learning: ["todo"], skipped: ["todo", "learning"], todo: [""] };
  var MOST_NAMED = 50;
  var authorOf = (id) => `was${[...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261).toString(36)}`;
  var bare = ({ parts: _parts, from: _from, before: _before, said: _said, ...rest }) => rest;
  var timed = (item) => item.said === void 0 ? item : { ...item, at: item.said };
  var detached = ({ from: _from, ...rest }) => rest;
  var withKnown = ({ known: _, ...rest }, isKnown) => isKnown ? { ...rest, known: true } : rest;
  var isFinished = (item) => item?.state === "done" || item?.state === "skipped";
  var isAllKnown = (items) => {
    const counted = items.filter((item) => item?.state !== "skipped");
    return counted.length > 0 && counted.every((item) => records.choiceOf(item) === "known");
  };
  var isNewer = (one, other) => merging.canonical(merging.merge("state/x", bare(one), bare(other))) !== merging.canonical(bare(other));
  var earlierOf = (item, parts) => ({
    said: item?.said ?? item?.at ?? 0,
    parts,
    state: item?.state ?? "todo",
    known: item?.known === true
  });
  var newerLeaves = (id, parts, shape2, read4) => {
    const finished = new Set(parts);
    return shape2.leavesOf(id).filter((leaf) => {
      const ancestors = shape2.above(leaf);
      const path = [...ancestors.slice(ancestors.indexOf(id) + 1), leaf];
      return !path.some((one) => finished.has(one)) && !read4(`state/${leaf}`);
    });
  };
  var newIn = (id, shape2, read4) => {
    const item = read4(`state/${id}`);
    if (item?.state !== "done" || !item.parts) return [];
    const fresh = new Set(newerLeaves(id, item.parts, shape2, read4));
    return shape2.leavesOf(id).every((leaf) => fresh.has(leaf) || isFinished(read4(`state/${leaf}`))) ? [...fresh] : [];
  };
  var handOn = (stored2, shape2, seen2) => {
    const changes = /* @__PURE__ */ new Map();
    const events = [];
    const read4 = (path) => changes.get(path) ?? stored2.read(path);
    const set4 = (path, item) => {
      if (merging.canonical(item) !== merging.canonical(read4(path))) changes.set(path, item);
    };
    const add = (path, item) => {
      const now2 = read4(path);
      set4(path, now2 ? merging.merge(path, now2, item) : item);
    };
    const report = (what, id, to) => events.push({ what, id, to: to.slice(0, MOST_NAMED) });
    const moveFromRemoved = () => {
      for (const id of shape2.gone) {
        if (!records.ID.test(id)) continue;
        const successors2 = shape2.successorsOf(id);
        let hasRecord = false;
        for (const kind of ["state", "review", "note", "links", "phase"]) {
          const item = stored2.read(`${kind}/${id}`);
          if (!item || item.status === "auto") continue;
          hasRecord ||= item.state !== "todo";
          const former = records.kindOf(`${kind}/${id}`)?.merge === "multiValue" ? { ...item, by: { [authorOf(id)]: item.at } } : bare(item);
          const targets = kind === "phase" ? shape2.phasesFor(id) : kind === "note" || kind === "links" ? successors2.slice(0, 1) : successors2;
          for (const successor of targets) add(`${kind}/${successor}`, former);
        }
        if (hasRecord)
          report(successors2.length === 0 ? "retired" : successors2.length === 1 ? "merged" : "split", id, successors2);
      }
    };
    const sumUpFormerSubtopics = () => {
      for (const id of /* @__PURE__ */ new Set([...seen2?.parents.keys() ?? [], ...stored2.parted])) {
        if (!shape2.isLeaf(id)) continue;
        const own3 = read4(`state/${id}`);
        const former = seen2?.parents.get(id) ?? (seen2?.isLeaf(id) ? [] : own3?.parts ?? []);
        const items = former.map((part) => stored2.read(`state/${part}`));
        const existing = items.filter((item) => item !== null);
        if (own3?.parts) set4(`state/${id}`, { ...bare(own3), before: earlierOf(own3, own3.parts) });
        for (const part of former)
          if (read4(`state/${part}`)?.from === id) set4(`state/${part}`, detached(read4(`state/${part}`)));
        if (existing.length === 0) continue;
        const states2 = items.map((item) => item?.state ?? "todo").filter((state3) => state3 !== "skipped");
        const isAll = (state3) => states2.every((one) => one === state3);
        const state2 = states2.length === 0 ? "skipped" : isAll("done") ? "done" : isAll("todo") ? "todo" : "learning";
        const before = { known: false, ...read4(`state/${id}`)?.before ?? earlierOf(own3, former) };
        const at = Math.max(...existing.map((item) => item.at));
        add(`state/${id}`, withKnown({ state: state2, at, before }, isAllKnown(items)));
        report("whole", id, []);
      }
    };
    const recordFinished = () => {
      for (const [id, former] of seen2?.parents ?? []) {
        if (former.join() === shape2.parents.get(id)?.join()) continue;
        const items = former.map((part) => read4(`state/${part}`));
        if (!shape2.parents.has(id) || !items.every(isFinished) || !items.some((item) => item?.state === "done")) continue;
        const at = Math.max(...items.map((item) => item?.at ?? 0));
        if (newerLeaves(id, former, shape2, read4).length > 0)
          add(`state/${id}`, withKnown({ state: "done", at, parts: former.toSorted() }, isAllKnown(items)));
      }
    };
    const restoreEarlierStates = () => {
      for (const id of shape2.parents.keys()) {
        const item = read4(`state/${id}`);
        if (!item?.before) continue;
        const { before, ...now2 } = item;
        const isBack = before.parts.some((part) => shape2.above(part).includes(id));
        set4(`state/${id}`, isBack ? withKnown({ ...bare(now2), ...before }, before.known === true) : now2);
      }
    };
    const appliesTo = (id, item, part) => {
      if (!isPassedOn(id, item) || item.parts.includes(part)) return true;
      const ancestors = shape2.above(part);
      const between = ancestors.slice(ancestors.indexOf(id) + 1).findLast((one) => item.parts.includes(one));
      return between !== void 0 && !read4(`state/${between}`);
    };
    const isPassedOn = (id, item) => {
      const exists = (part) => shape2.isThere(part) || shape2.isGone(part) && !shape2.successorsOf(part).includes(id);
      return item.parts?.some(exists) ?? false;
    };
    const inherit = (id) => {
      const now2 = read4(`state/${id}`);
      const ancestors = shape2.above(id);
      const source = now2 && ancestors.includes(now2.from) ? read4(`state/${now2.from}`) : null;
      let result2 = now2 && source && isNewer(timed(source), now2) ? { ...bare(timed(source)), from: now2.from } : now2;
      for (const ancestor of ancestors.toReversed()) {
        const stored3 = read4(`state/${ancestor}`);
        if (!stored3 || !appliesTo(ancestor, stored3, id)) continue;
        const item = timed(stored3);
        if (!result2 || REPLACED[item.state].includes(result2.state) && isNewer(item, result2))
          result2 = { ...bare(item), from: ancestor };
      }
      if (!result2 || !now2 && result2.state === "todo") return;
      const isSame2 = now2?.parts && merging.canonical(bare(now2)) === merging.canonical(bare(result2));
      set4(`state/${id}`, isSame2 ? { ...result2, parts: now2.parts } : result2);
    };
    const passToSubtopics = () => {
      const parents2 = [...shape2.parents.keys()].filter((id) => read4(`state/${id}`) || read4(`review/${id}`));
      for (const id of parents2) if (read4(`state/${id}`)?.from) inherit(id);
      for (const leaf of new Set(parents2.flatMap(shape2.leavesOf))) inherit(leaf);
      for (const id of parents2) {
        const item = read4(`state/${id}`);
        const leaves2 = shape2.leavesOf(id);
        if (item && item.state !== "todo" && !isPassedOn(id, item)) {
          set4(`state/${id}`, { ...item, parts: leaves2.toSorted() });
          if (stored2.read(`state/${id}`) && !seen2?.parents.has(id)) report("parts", id, leaves2);
        }
        const card = read4(`review/${id}`);
        if (card) {
          for (const leaf of leaves2)
            if (!item || appliesTo(id, read4(`state/${id}`), leaf)) add(`review/${leaf}`, card);
        }
      }
      for (const id of shape2.parents.keys()) {
        const added = newIn(id, shape2, read4);
        if (added.length > 0) report("new", id, added);
      }
    };
    moveFromRemoved();
    sumUpFormerSubtopics();
    restoreEarlierStates();
    recordFinished();
    passToSubtopics();
    for (let [round, size] = [0, -1]; round < 5 && changes.size > Math.max(size, 0); round += 1) {
      size = changes.size;
      moveFromRemoved();
      passToSubtopics();
    }
    return { changes, events };
  };
  var moves = (seen2, shape2, hasRecords) => [...seen2.phases].flatMap(([phase, leaves2]) => {
    const current2 = shape2.phasesFor(phase);
    return leaves2.filter((id) => shape2.isThere(id) && !current2.includes(shape2.phaseOf(id)) && hasRecords(id)).map((id) => ({ what: "moved", id, to: [shape2.phaseOf(id)] }));
  });
  var followPlan = (stored2, shape2) => {
    const plan = stored2.goal ? { ...stored2, goal: followGoal(stored2.goal, shape2) } : stored2;
    if (!plan.parts) return plan;
    const { parts, ...rest } = plan;
    const now2 = [...new Set(parts.flatMap(shape2.phasesFor))];
    return now2.length > 0 || parts.length === 0 ? { ...rest, parts: now2 } : rest;
  };
  var followGoal = (id, shape2) => shape2.isGone(id) ? shape2.successorsOf(id)[0] ?? "" : id;
  var followFocus = (focus, shape2) => {
    const current2 = { ...focus };
    if (focus.topic) {
      const topic = shape2.isThere(focus.topic) ? focus.topic : shape2.successorsOf(focus.topic)[0];
      current2.topic = topic ? shape2.leavesOf(topic)[0] : "";
    }
    if (focus.goal) current2.goal = followGoal(focus.goal, shape2);
    if (focus.phase) current2.phase = shape2.phasesFor(focus.phase)[0] ?? "";
    if (current2.topic && focus.phase && current2.phase !== shape2.phaseOf(current2.topic))
      current2.phase = shape2.phaseOf(current2.topic) || current2.phase;
    return current2;
  };
  var successors = { handOn, newIn, moves, followPlan, followFocus };

  // core/updates.ts
  var SEEN = "meta/seen";
  var NEWS = "meta/news";
  var REPORTED2 = "meta/told";
  var MOST3 = 6;
  var { root: root2 } = loader;
  var release = null;
  var shape = () => release ??= releaseOf(map);
  var remembered = (path) => {
    try {
      return JSON.parse(localStore.get(path) ?? "null");
    } catch {
      return null;
    }
  };
  var summary = () => {
    const { leaves: leaves2, sets: sets2 } = map;
    return JSON.stringify({
      leaves: leaves2,
      sets: Object.fromEntries(Object.entries(sets2).filter(([name2]) => /^(?:phase|topic):/.test(name2)))
    });
  };
  var seen = () => {
    if (localStore.get(SEEN) === summary()) return shape();
    const value = remembered(SEEN);
    const isId2 = (id) => typeof id === "string" && records.ID.test(id);
    const isRange = (range) => Array.isArray(range) && range.length === 2 && range.every(Number.isInteger);
    const isValid = records.isRecord(value) && Array.isArray(value.leaves) && value.leaves.every(isId2) && records.isRecord(value.sets) && Object.values(value.sets).every((spans) => Array.isArray(spans) && spans.every(isRange));
    return isValid ? releaseOf({ leaves: value.leaves, sets: value.sets, history: {} }) : null;
  };
  var log = () => {
    const keys = /* @__PURE__ */ new Set();
    const changesOf2 = (path) => store.read(path)?.changes ?? [];
    return store.paths().filter((path) => path.startsWith("update/")).flatMap((path) => changesOf2(path).map((change2) => ({ day: path.slice(7), change: change2 }))).filter(({ change: change2 }) => !keys.has(keyOf(change2)) && keys.add(keyOf(change2)));
  };
  var keyOf = ({ what, id, to }) => ["merged", "split", "retired"].includes(what) ? `end/${id}` : [what, id, ...to].join(" ");
  var plans = () => {
    const [plan, focus] = [store.read("plan/current"), store.read("focus/current")];
    const parts = (plan?.parts ?? []).filter(
      (id) => records.ID.test(id) && !shape().phases.has(id) && shape().isGone(id)
    );
    const changes = parts.map((id) => ({ what: "plan", id, to: shape().phasesFor(id) }));
    const follow2 = (what, id) => {
      if (id && records.ID.test(id) && shape().isGone(id))
        changes.push({ what, id, to: shape().successorsOf(id).slice(0, 1) });
    };
    follow2("plan", plan?.goal);
    follow2("focus", focus?.phase);
    follow2("focus", focus?.topic);
    follow2("goal", focus?.goal);
    return changes;
  };
  var today = () => {
    const now2 = /* @__PURE__ */ new Date();
    return [now2.getFullYear(), now2.getMonth() + 1, now2.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };
  var logEvents = (events) => {
    const logged = new Set(log().map(({ change: change2 }) => keyOf(change2)));
    const fresh = [...new Map(events.map((change2) => [keyOf(change2), change2])).values()].filter(
      (change2) => !logged.has(keyOf(change2))
    );
    if (fresh.length === 0) return;
    const path = `update/${today()}`;
    const item = { at: Date.now(), changes: fresh.slice(0, records.MOST.changes) };
    const now2 = store.read(path);
    if (!store.put(/* @__PURE__ */ new Map([[path, merging.merge(path, now2 ?? item, item)]]))) return;
    const reported = new Set(remembered(REPORTED2) ?? []);
    const news = fresh.filter((change2) => !(keyOf(change2).startsWith("end/") && reported.has(change2.id)));
    if (news.length > 0) localStore.set(NEWS, JSON.stringify([...pending2(), ...news].slice(0, 100)));
  };
  var pending2 = () => {
    const value = remembered(NEWS);
    return Array.isArray(value) && records.check("update/2026-01-01", { at: 0, changes: value }) === "" ? value : [];
  };
  var quoted = (id) => nodes("updates.entry", { name: { id } });
  var phrase = ({ what, id, to }) => {
    const entry = quoted(id);
    const successors2 = to.flatMap((one, at) => [...at > 0 ? [text("lists.separator")] : [], ...quoted(one)]);
    const hasSuccessors = to.length > 0;
    switch (what) {
      case "merged":
      case "split":
        return nodes("updates.replaced", { entry, successors: successors2 });
      case "retired":
        return nodes("updates.retired", { entry });
      case "parts":
        return nodes("updates.parts", { entry, successors: successors2 });
      case "whole":
        return nodes("updates.whole", { entry });
      case "new":
        return nodes("updates.new", { entry, successors: successors2 });
      case "moved":
        return nodes("updates.moved", { entry, successors: successors2 });
      case "plan":
        return hasSuccessors ? nodes("updates.plan", { entry, successors: successors2 }) : nodes("updates.plan_removed", { entry });
      case "focus":
        return hasSuccessors ? nodes("updates.focus", { entry, successors: successors2 }) : nodes("updates.focus_removed", { entry });
      case "goal":
        return hasSuccessors ? nodes("updates.goal", { entry, successors: successors2 }) : nodes("updates.goal_removed", { entry });
      default:
        return hasSuccessors ? nodes("updates.other_to", { entry, successors: successors2 }) : nodes("updates.other", { entry });
    }
  };
  var clearNews = () => localStore.set(NEWS, null);
  var openChanges = async () => {
    clearNews();
    await need("topics");
    location.assign(new URL(globalThis.roadmapTopics.pages.changes, root2));
  };
  var listeners3 = /* @__PURE__ */ new Set();
  var shownNews = "";
  var showNews = async () => {
    if (pending2().length === 0 || JSON.stringify(pending2()) === shownNews) return;
    const dashboard = await load("dashboard").catch(() => null);
    const title = (id) => dashboard?.roadmapIndex.title(id) ?? id.replaceAll("-", " ");
    const news = pending2();
    if (news.length === 0) return;
    shownNews = JSON.stringify(news);
    const lines = news.slice(0, MOST3).map(
      (change2) => phrase(change2).map((part) => typeof part === "string" ? part : title(part.id)).join("")
    );
    const count = news.length - lines.length;
    if (count > 0) lines.push(text("updates.more", { count }));
    notice(
      "update",
      text("updates.changed", { changes: paragraph(lines) }),
      [[text("updates.show"), () => void openChanges()]],
      [text("notices.close"), clearNews]
    );
  };
  var apply = () => {
    if (store.refusal() !== "") return;
    const before = seen();
    const parted = store.paths().filter((path) => path.startsWith("state/") && /"(?:parts|before)"/.test(localStore.get(path) ?? "")).map((path) => path.slice(6));
    const { changes, events } = successors.handOn({ read: store.read, parted }, shape(), before);
    if (!store.put(changes)) return;
    const hasRecords = (id) => store.state(id) !== "todo" || store.read(`note/${id}`) !== null;
    logEvents([...events, ...before ? successors.moves(before, shape(), hasRecords) : [], ...plans()]);
    if (localStore.get(SEEN) !== summary()) localStore.set(SEEN, summary());
    if (changes.size > 0) for (const listener of listeners3) listener();
    void showNews();
  };
  var newLeaves = null;
  var findNewLeaves = () => newLeaves ??= new Set(
    [...shape().parents.keys()].filter((id) => store.state(id) === "done").flatMap((id) => successors.newIn(id, shape(), store.read))
  );
  var timer3;
  store.listen((paths) => {
    newLeaves = null;
    const isSource = (path) => {
      const [kind, id] = path.split("/");
      return ["state", "review", "phase"].includes(kind) && (counts.isParent(id) || shape().isGone(id));
    };
    if (!paths.some(isSource)) return;
    clearTimeout(timer3);
    timer3 = setTimeout(apply, 200);
  });
  var updates = {
    /** @param listener is called when records were moved to successors */
    listen: (listener) => listeners3.add(listener),
    apply,
    log,
    phrase,
    /** @returns whether it is new since its parent was finished, and has no state */
    isNew: (id) => findNewLeaves().has(id),
    newLeaves: () => [...findNewLeaves()],
    plan: (plan) => successors.followPlan(plan, shape()),
    focus: (focus) => successors.followFocus(focus, shape()),
    /** The records of an earlier release, moved to their successors in this one. */
    handedOn(items) {
      const parted = [...items].filter(([path, item]) => path.startsWith("state/") && (item.parts ?? item.before)).map(([path]) => path.slice(6));
      return new Map([
        ...items,
        ...successors.handOn({ read: (path) => items.get(path) ?? null, parted }, shape(), null).changes
      ]);
    }
  };

  // core/anchors.ts
  var { history: history2 } = map;
  var ANCHOR = /^#([a-z]+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
  var { root: root3, need: need2 } = loader;
  var addressOf = (id) => {
    for (const [page, kinds2] of Object.entries(globalThis.roadmapLocations.pages)) {
      for (const [kind, ids] of Object.entries(kinds2)) {
        if (!ids.includes(id)) continue;
        const address = new URL(page, root3);
        address.hash = `${kind}-${id}`;
        return address;
      }
    }
    return null;
  };
  var destination = "";
  var redirect = async () => {
    const { hash } = location;
    const [, kind, id] = ANCHOR.exec(hash) ?? [];
    if (!id || document.getElementById(hash.slice(1))) return;
    try {
      await need2("locations");
    } catch {
      return;
    }
    if (location.hash !== hash || !globalThis.roadmapLocations.kinds.includes(kind)) return;
    const successors2 = Object.hasOwn(history2, id) ? history2[id] : null;
    const address = addressOf(successors2?.[0]?.[0] ?? id);
    if (address) {
      if (address.href === location.href || address.href === destination) return;
      if (address.pathname !== location.pathname) destination = address.href;
      location.replace(address);
    } else if (successors2) notice("gone", text("anchors.removed", { name: id.replaceAll("-", " ") }));
  };
  globalThis.addEventListener("hashchange", () => void redirect());
  var anchors = { redirect };

  // core/rows.ts
  var boxes = /* @__PURE__ */ new Map();
  var SLICE3 = 1e3;
  var shown = (id) => {
    if (!counts.isParent(id)) return { state: store.state(id), isKnown: store.isKnown(id), isPartly: false };
    const open3 = counts.leavesOf(id).filter((leaf) => store.state(leaf) !== "skipped");
    const done = open3.filter((leaf) => store.state(leaf) === "done").length;
    if (open3.length === 0) return { state: "skipped", isKnown: false, isPartly: false };
    const isLearning = open3.some((leaf) => store.state(leaf) === "learning");
    return {
      state: done === open3.length ? "done" : isLearning ? "learning" : "todo",
      isKnown: open3.every(store.isKnown),
      isPartly: done > 0 && done < open3.length
    };
  };
  var choiceOf2 = (id) => {
    const { state: state2, isKnown } = shown(id);
    return isKnown ? "known" : state2;
  };
  var stateLabel = (choice, isNew) => {
    if (isNew) return text("row.new");
    return choice === "todo" || choice === "done" ? "" : text(`states.${choice}`);
  };
  var paint = (id) => {
    const { state: state2, isKnown, isPartly } = shown(id);
    const choice = isKnown ? "known" : state2;
    for (const box2 of boxes.get(id) ?? []) {
      if (box2.checked !== (state2 === "done")) box2.checked = !box2.checked;
      if (box2.indeterminate !== isPartly) box2.indeterminate = isPartly;
      const label = box2.parentElement;
      const isNew = state2 === "todo" && updates.isNew(id);
      const description = stateLabel(choice, isNew);
      if ((label.querySelector(".rm-state")?.textContent ?? "") === description) continue;
      label.setAttribute("data-state", isNew ? "new" : description === "" ? "" : choice);
      label.querySelector(".rm-state")?.remove();
      if (description !== "") label.append(element("span.rm-state", {}, description));
    }
  };
  var paintNotes = () => {
    const idsWithNotes = new Set(
      localStore.paths().filter((path) => path.startsWith("note/") && store.read(path)?.text).map((path) => path.slice(5))
    );
    const buttons2 = idsWithNotes.size > 0 ? ".rm-more" : ".rm-more.rm-has-note";
    for (const button2 of document.querySelectorAll(buttons2)) {
      const hasNote = idsWithNotes.has(button2.getAttribute("data-entry") ?? "");
      if (hasNote === button2.classList.contains("rm-has-note")) continue;
      button2.classList.toggle("rm-has-note", hasNote);
      button2.title = text(hasNote ? "row.status_title_with_note" : "row.status_title");
    }
  };
  var bind = () => {
    const boxesById = /* @__PURE__ */ new Map();
    boxes = boxesById;
    for (const box2 of document.querySelectorAll("input.rm-tick")) {
      const id = box2.getAttribute("data-tick") ?? "";
      const others2 = boxesById.get(id);
      if (others2) others2.push(box2);
      else boxesById.set(id, [box2]);
    }
    const ids = [...boxesById.keys()].filter((id) => store.since(id) > 0 || counts.isParent(id) || updates.isNew(id));
    const slice = (from) => {
      if (boxes !== boxesById) return;
      ids.slice(from, from + SLICE3).forEach(paint);
      if (from + SLICE3 < ids.length) setTimeout(slice, 0, from + SLICE3);
      else paintNotes();
    };
    slice(0);
  };
  store.listen((paths) => {
    const changed2 = /* @__PURE__ */ new Set();
    for (const path of paths) {
      if (!path.startsWith("state/")) continue;
      const id = path.slice(6);
      changed2.add(id);
      for (const parent of counts.parentsOf(id)) changed2.add(parent);
    }
    for (const id of changed2) paint(id);
    if (paths.some((path) => path.startsWith("note/"))) paintNotes();
  });
  var set2 = (ids, choice, label, undone2) => {
    const detail = () => {
      const { done, size } = counts.of("all");
      return text("row.all_done", { done, count: size });
    };
    return undo.act(
      label,
      ids.map((id) => [`state/${id}`, records.ofChoice(choice)]),
      { undone: undone2, detail }
    );
  };
  var REPLACED2 = {
    done: ["todo", "learning"],
    known: ["todo", "learning"],
    learning: ["todo"],
    skipped: ["todo", "learning"],
    todo: ["done", "known"]
  };
  var targetsIn = (leaves2, choice, isAll) => {
    const having = (choices) => leaves2.filter((leaf) => choices.includes(choiceOf2(leaf)));
    if (choice === "todo" && isAll) return having(["learning", "skipped", "done", "known"]);
    const open3 = having(REPLACED2[choice]);
    if (open3.length > 0 || choice !== "done" && choice !== "known") return open3;
    const finished = having(choice === "known" ? ["done"] : ["known"]);
    return finished.length > 0 ? finished : leaves2;
  };
  var mark3 = (id, choice, name2, isAll = false) => {
    const isParent = counts.isParent(id);
    const targets = isParent ? targetsIn(counts.leavesOf(id), choice, isAll) : [id];
    const count = targets.length;
    if (count === 0) {
      paint(id);
      toast.show(text("row.unchanged", { name: name2 }));
      say(text("row.unchanged", { name: name2 }));
      return true;
    }
    const label = isParent ? text(`row.marked_subtopics.${choice}`, { name: name2, count }) : text("row.marked", { name: name2, state: text(`states.${choice}`) });
    const undone2 = isParent ? text("row.restored_subtopics", { name: name2, count }) : text("row.restored", { name: name2, state: text(`states.${choiceOf2(id)}`) });
    if (!set2(targets, choice, label, undone2)) {
      paint(id);
      sayUnsaved(name2);
      return false;
    }
    return true;
  };
  var markKnown = (ids, label, undone2 = label) => {
    const leaves2 = new Set(ids.flatMap(counts.leavesOf));
    const open3 = [...leaves2].filter((leaf) => REPLACED2.known.includes(choiceOf2(leaf)));
    return open3.length === 0 || set2(open3, "known", label, undone2);
  };
  var nameOf = (box2) => box2.getAttribute("aria-label") ?? box2.parentElement?.querySelector(".rm-title")?.textContent?.trim() ?? "";
  document.addEventListener("change", (event) => {
    const box2 = event.target;
    if (box2 instanceof HTMLInputElement && box2.classList.contains("rm-tick"))
      mark3(box2.dataset.tick ?? "", box2.checked ? "done" : "todo", nameOf(box2));
  });
  var rows = { bind, mark: mark3, markKnown, choiceOf: choiceOf2, nameOf, shown };

  // core/folds.ts
  var sections = [];
  var key = () => `roadmap-folds:${location.pathname}`;
  var stored = () => {
    try {
      return JSON.parse(sessionStorage.getItem(key()) ?? "{}");
    } catch {
      return {};
    }
  };
  var keep = () => {
    try {
      sessionStorage.setItem(key(), JSON.stringify(Object.fromEntries(sections.map((one) => [one.name, isOpen3(one)]))));
    } catch {
    }
  };
  var isOpen3 = ({ body }) => !body.hasAttribute("hidden");
  var set3 = ({ body, button: button2 }, isShown2) => {
    if (isShown2) body.removeAttribute("hidden");
    else body.setAttribute("hidden", "until-found");
    button2.setAttribute("aria-expanded", String(isShown2));
  };
  var paintAll = () => {
    const button2 = document.querySelector("[data-rm-folds]");
    if (!button2) return;
    button2.hidden = sections.length < 2;
    button2.textContent = text(sections.every(isOpen3) ? "folds.collapse" : "folds.expand");
  };
  var change = (changed2, isShown2) => {
    for (const section of changed2) set3(section, isShown2);
    keep();
    paintAll();
  };
  var nextSection = () => {
    const having = (state2) => sections.find(
      ({ name: name2 }) => counts.leavesIn(name2).some((id) => store.state(id) === state2 && !counts.isOptional(id) && !counts.isOffBranch(id))
    );
    if (sections.length === 1) return sections[0];
    const hasTopics = sections.some(({ name: name2 }) => counts.leavesIn(name2).length > 0);
    return having("learning") ?? having("todo") ?? (hasTopics ? void 0 : sections[0]);
  };
  var bind2 = () => {
    sections = [...document.querySelectorAll("[data-rm-section]")].flatMap((box2) => {
      const body = box2.querySelector("[data-rm-body]");
      const heading = box2.querySelector("h2");
      if (!body || !heading) return [];
      let button2 = heading.querySelector("button");
      if (!button2) {
        const link = heading.querySelector(".headerlink");
        const words = [...heading.childNodes].filter((node) => node !== link);
        button2 = element("button.rm-fold-button", { type: "button" }, ...words);
        heading.prepend(button2);
      }
      const section = { name: box2.dataset.rmSection ?? "", body, button: button2 };
      button2.onclick = () => change([section], !isOpen3(section));
      return [section];
    });
    if (sections.length === 0) return;
    const choices = stored();
    const next = nextSection();
    for (const section of sections) set3(section, choices[section.name] ?? section === next);
    paintAll();
  };
  var reveal = (target) => {
    const section = sections.find(({ body, button: button2 }) => body.contains(target) || button2.parentElement?.contains(target));
    if (section && !isOpen3(section)) change([section], true);
  };
  var showOnly = (names) => {
    const choices = stored();
    const next = nextSection();
    for (const section of sections)
      set3(section, names ? names.has(section.name) : choices[section.name] ?? section === next);
    paintAll();
  };
  document.addEventListener("click", (event) => {
    const button2 = event.target instanceof Element ? event.target.closest("[data-rm-folds]") : null;
    if (button2) change(sections, !sections.every(isOpen3));
  });
  document.addEventListener("beforematch", (event) => {
    if (event.target instanceof Element) reveal(event.target);
  });
  var folds = { bind: bind2, reveal, showOnly };

  // core/filters.ts
  var CORE = 3;
  var TESTS = {
    state: (row, value) => rows.choiceOf(row.querySelector("input.rm-tick")?.dataset.tick ?? "") === value,
    level: (row, value) => row.dataset.rmLevel === value,
    core: (row) => Number(row.dataset.rmSources ?? 0) >= CORE,
    project: (row) => row.dataset.rmProject !== void 0,
    kind: (row, value) => row.dataset.rmKind === value
  };
  var controls = () => [...document.querySelectorAll("[data-rm-filter]")];
  var nameOf2 = (control) => control.dataset.rmFilter ?? "";
  var choiceIn = (control) => {
    if (control instanceof HTMLSelectElement) return control.value;
    return control.getAttribute("aria-pressed") === "true" ? "1" : "";
  };
  var setValue = (control, value) => {
    if (control instanceof HTMLSelectElement) {
      const isOffered = [...control.options].some((option) => option.value === value);
      control.value = isOffered ? value : "";
    } else control.setAttribute("aria-pressed", String(value !== ""));
  };
  var active = () => controls().map((control) => [nameOf2(control), choiceIn(control)]).filter(([name2, value]) => value !== "" && Object.hasOwn(TESTS, name2));
  var filter = (row, filters2) => {
    const parts = [...row.querySelectorAll(":scope > .rm-list > .rm-calm")];
    const inParts = parts.reduce((sum2, part) => sum2 + filter(part, filters2), 0);
    const count = inParts + (filters2.every(([name2, value]) => TESTS[name2](row, value)) ? 1 : 0);
    row.hidden = count === 0;
    return count;
  };
  var apply2 = () => {
    const filters2 = active();
    const isActive = filters2.length > 0;
    let count = 0;
    const names = /* @__PURE__ */ new Set();
    for (const section of document.querySelectorAll("[data-rm-section]")) {
      const all = [...section.querySelectorAll(".rm-calm")].filter(
        (row) => !row.parentElement?.closest(".rm-calm")
      );
      const matches2 = all.reduce((sum2, row) => sum2 + filter(row, filters2), 0);
      count += matches2;
      if (matches2 > 0) names.add(section.dataset.rmSection ?? "");
      for (const list of section.querySelectorAll("fieldset"))
        list.hidden = isActive && !list.querySelector(".rm-calm:not([hidden])");
      section.querySelector(".rm-none")?.remove();
      if (isActive && matches2 === 0)
        section.querySelector(".rm-section-head")?.append(element("span.rm-none", {}, text("filters.none")));
    }
    folds.showOnly(isActive ? names : null);
    const matches = document.querySelector("[data-rm-matches]");
    if (matches) matches.textContent = isActive ? text("filters.matches", { count }) : "";
    return count;
  };
  var keepInAddress = () => {
    const address = new URL(location.href);
    for (const control of controls()) {
      const value = choiceIn(control);
      if (value === "") address.searchParams.delete(nameOf2(control));
      else address.searchParams.set(nameOf2(control), value);
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
    }
  };
  var changed = () => {
    keepInAddress();
    say(text("filters.matches", { count: apply2() }));
  };
  var bind3 = () => {
    const all = controls();
    if (all.length === 0) return;
    const box2 = document.querySelector(".rm-filters");
    if (box2) box2.hidden = !document.querySelector("[data-rm-section]");
    const { searchParams } = new URL(location.href);
    for (const control of all) setValue(control, searchParams.get(nameOf2(control)) ?? "");
    if (active().length > 0) apply2();
  };
  var reveal2 = (target) => {
    if (!target.closest(".rm-calm[hidden], fieldset[hidden]")) return;
    for (const control of controls()) setValue(control, "");
    keepInAddress();
    apply2();
  };
  document.addEventListener("change", (event) => {
    if (event.target instanceof Element && event.target.matches("select[data-rm-filter]")) changed();
  });
  document.addEventListener("click", (event) => {
    const button2 = event.target instanceof Element ? event.target.closest("button[data-rm-filter]") : null;
    if (!(button2 instanceof HTMLButtonElement)) return;
    setValue(button2, choiceIn(button2) === "" ? "1" : "");
    changed();
  });
  var filters = { bind: bind3, reveal: reveal2 };

  // core/row-address.ts
  var wasLoaded = false;
  var withPanel = (act) => {
    load("panel").then(
      ({ panel }) => {
        wasLoaded = true;
        act(panel);
      },
      () => say(text("notices.part_missing"), true)
    );
  };
  var follow = () => {
    const hash = location.hash.slice(1);
    const target = hash === "" ? null : document.getElementById(hash);
    if (target) {
      filters.reveal(target);
      folds.reveal(target);
    }
    const button2 = target?.matches(".rm-calm") ? target.querySelector(":scope > .rm-row .rm-more") : null;
    if (button2) withPanel((panel) => location.hash.slice(1) === hash && panel.show(button2));
    else if (wasLoaded) withPanel((panel) => panel.leave());
  };
  globalThis.addEventListener("hashchange", () => {
    follow();
    document.getElementById(location.hash.slice(1))?.closest("[data-rm-body]") && document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
  globalThis.addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    const button2 = event.target instanceof Element ? event.target.closest(".rm-more") : null;
    if (button2) withPanel((panel) => panel.toggle(button2));
  });
  document.addEventListener(
    "toggle",
    (event) => {
      const { target } = event;
      if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches(".rm-calm > .rm-about")) return;
      const button2 = target.parentElement?.querySelector(":scope > .rm-row .rm-more");
      if (button2) withPanel((panel) => panel.show(button2));
    },
    true
  );
  var rowAddress = { follow };

  // core/row-keys.ts
  var CHOICES = { l: "learning", a: "known", x: "skipped" };
  var boxes2 = () => [...document.querySelectorAll(".rm-row input.rm-tick")].filter((box2) => box2.checkVisibility());
  var move = (row, step) => {
    const all = boxes2();
    const at = all.findIndex((box2) => row.contains(box2));
    all[at + step]?.focus();
  };
  var help = () => load("panel").then(
    ({ showShortcuts }) => showShortcuts(),
    () => say(text("notices.part_missing"), true)
  );
  var letterOf = (event) => /^[ -~]$/.test(event.key) ? event.key : event.code.replace(/^Key/, "").toLowerCase();
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (!(target instanceof HTMLElement) || !target.matches("input.rm-tick, .rm-more")) return;
    const row = target.closest(".rm-row");
    const box2 = row?.querySelector("input.rm-tick");
    if (!row || !box2) return;
    const letter = letterOf(event);
    const name2 = rows.nameOf(box2);
    if (letter === "j") move(row, 1);
    else if (letter === "k") move(row, -1);
    else if (letter === "u") undo.undo();
    else if (letter === "?") void help();
    else if (letter === "o") row.querySelector(".rm-more")?.click();
    else if (Object.hasOwn(CHOICES, letter)) rows.mark(box2.dataset.tick ?? "", CHOICES[letter], name2, true);
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-rm-keys]")) void help();
  });

  // core/progress-bars.ts
  var percent = ({ done, size }) => Math.min(Math.max(Math.round(100 * done / size), done > 0 ? 1 : 0), done < size ? 99 : 100);
  var describe = (count, tasks) => {
    const { done, size, extra, optional: optional2, skipped } = count;
    const { exercises, projects } = tasks;
    return [
      size > 0 && text("bars.done", { done, count: size, percent: percent(count) }),
      size === 0 && skipped > 0 && text("bars.all_skipped"),
      optional2 > 0 && (extra > 0 ? text("bars.optional_done", { extra, count: optional2 }) : text("bars.optional", { count: optional2 })),
      exercises.size > 0 && text("bars.exercises", { done: exercises.done, count: exercises.size }),
      projects.size > 0 && text("bars.projects", { done: projects.done, count: projects.size })
    ].filter((part) => part !== false).join(" · ");
  };
  var barOf = (count, { exercises, projects }) => count.size + count.skipped > 0 ? count : projects.size > 0 ? projects : exercises;
  var paint2 = () => {
    paintRings();
    for (const bar of document.querySelectorAll(".rm-progress")) {
      const scope2 = bar.dataset.scope ?? "";
      const [count, tasks] = [counts.of(scope2), counts.tasks(scope2)];
      const progress = bar.querySelector("progress");
      const label = bar.querySelector(".rm-count");
      const remaining = bar.querySelector(".rm-left-count");
      if (!progress || !label) continue;
      const { done, size } = barOf(count, tasks);
      const description = describe(count, tasks);
      if (description === "") continue;
      if (label.textContent === description) continue;
      label.textContent = description;
      const isFinished2 = size > 0 && done === size;
      bar.classList.toggle("rm-just-finished", isFinished2 && bar.dataset.rmPainted !== void 0);
      bar.classList.toggle("rm-finished", isFinished2);
      bar.dataset.rmPainted = "";
      progress.max = Math.max(size, 1);
      progress.value = done;
      if (remaining?.parentElement) {
        remaining.textContent = text("bars.remaining", { remaining: size - done });
        remaining.parentElement.hidden = size === done;
      }
    }
  };
  var paintRings = () => {
    for (const ring of document.querySelectorAll("[data-rm-ring]")) {
      const count = counts.of(ring.dataset.rmRing ?? "");
      ring.setAttribute("stroke-dasharray", `${count.size > 0 ? percent(count) : 0} 100`);
    }
  };
  store.listen(paint2);
  var progressBars = { paint: paint2, percent, describe };

  // core/map-picture.ts
  var hours = new Map((map.hours ?? []).map((one, at) => [map.leaves[at], one]));
  var spent = (scope2) => counts.leavesIn(scope2).filter((id) => !counts.isOptional(id) && ["done", "skipped"].includes(store.state(id))).reduce((sum2, id) => sum2 + (hours.get(id) ?? 0), 0);
  var paintHours = (node, isDone) => {
    const label = node.querySelector(".rm-node-hours");
    if (!label) return;
    const left = isDone ? 0 : Math.max(Number(label.dataset.hours) - spent(node.dataset.rmNode ?? ""), 0);
    label.textContent = left > 0 ? text("map.hours_left", { hours: Math.max(Math.round(left), 1) }) : "";
  };
  var paint3 = () => {
    for (const node of document.querySelectorAll("[data-rm-node]")) {
      const label = node.querySelector(".rm-node-count");
      const count = counts.of(node.dataset.rmNode ?? "");
      const { done, size, skipped } = count;
      if (!label || size === 0 && skipped === 0) continue;
      const track = node.querySelector(".rm-node-track");
      const description = track ? text("map.count", { done, count: size }) : progressBars.describe(count, counts.tasks(node.dataset.rmNode ?? ""));
      if (label.textContent === description) continue;
      label.textContent = description;
      paintHours(node, size === done);
      node.classList.toggle("rm-node-done", size === done);
      const width = Number(track?.getAttribute("width")) * done / Math.max(size, 1);
      node.querySelector(".rm-node-fill")?.setAttribute("width", String(Math.ceil(width)));
    }
  };
  store.listen(paint3);
  var mapPicture = { paint: paint3 };

  // core/share-map.ts
  var SVG = "http://www.w3.org/2000/svg";
  var HEAD = 64;
  var GAP = 12;
  var STYLES = ["fill", "stroke", "stroke-width", "font-weight", "text-decoration-line"];
  var GEOMETRY = ["x", "y", "width", "height", "rx", "d", "cx", "cy", "r", "font-size", "text-anchor"];
  var MOST_PIXELS = 16e6;
  var svgElement = (name2, attributes, ...children) => {
    const created = document.createElementNS(SVG, name2);
    for (const [key2, value] of Object.entries(attributes)) created.setAttribute(key2, String(value));
    created.append(...children);
    return created;
  };
  var copyOf = (original) => {
    const style = getComputedStyle(original);
    if (style.display === "none") return null;
    const copy = document.createElementNS(SVG, original.localName === "a" ? "g" : original.localName);
    for (const name2 of GEOMETRY) {
      const value = original.getAttribute(name2);
      if (value !== null) copy.setAttribute(name2, value);
    }
    if (!["a", "g", "title"].includes(original.localName))
      for (const name2 of STYLES) copy.setAttribute(name2, style.getPropertyValue(name2));
    for (const child of original.childNodes) {
      if (child instanceof Element) {
        const inner = copyOf(child);
        if (inner) copy.append(inner);
      } else copy.append(child.textContent ?? "");
    }
    return copy;
  };
  var draw = (title) => {
    const slices = [...document.querySelectorAll(".rm-picture-wide svg")];
    const boxes3 = slices.map((slice) => (slice.getAttribute("viewBox") ?? "").split(" ").map(Number));
    const [left, top, width] = boxes3[0];
    const [, lastTop, , lastHeight] = boxes3[boxes3.length - 1];
    const height = lastTop + lastHeight - top + HEAD;
    const page = getComputedStyle(document.body);
    const count = counts.of("all");
    const { done, size } = count;
    const summary2 = text("map.shared", { title, done, count: size, percent: progressBars.percent(count) });
    const withoutTitle = summary2.startsWith(title) ? summary2.slice(title.length).replace(/^\p{P}\s*/u, "") : summary2;
    const phases = slices.map((slice) => {
      const phase = slice.querySelector(".rm-node-phase");
      const name2 = [...phase?.querySelectorAll("tspan") ?? []].map((line2) => line2.textContent).join(" ");
      return `${name2}: ${phase?.querySelector(".rm-node-count")?.textContent ?? ""}`;
    });
    const color = page.getPropertyValue("--md-default-fg-color") || page.color;
    const place = { x: left + GAP * 2, fill: color };
    const picture = svgElement(
      "svg",
      {
        viewBox: `${left} ${top - HEAD} ${width} ${height}`,
        width,
        height,
        role: "img",
        "font-size": 13,
        "font-family": page.fontFamily
      },
      svgElement("title", {}, summary2),
      svgElement("desc", {}, phases.join("; ")),
      svgElement("rect", { x: left, y: top - HEAD, width, height, fill: page.backgroundColor }),
      svgElement("text", { ...place, y: top - 34, "font-size": 20, "font-weight": 700 }, title),
      svgElement("text", { ...place, y: top - GAP }, withoutTitle),
      ...slices.flatMap((slice) => [...slice.children].map(copyOf).filter((one) => one !== null))
    );
    return { source: new XMLSerializer().serializeToString(picture), width, height };
  };
  var toPng = async ({ source, width, height }) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
    await image.decode();
    const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
    const canvas = element("canvas", { width: Math.floor(width * scale), height: Math.floor(height * scale) });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(
      (resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("no picture")), "image/png")
    );
  };
  var save = async (title, kind) => {
    const picture = draw(title);
    const file = `map.${kind}`;
    try {
      if (kind === "svg") download(file, picture.source, "image/svg+xml");
      else download(file, await toPng(picture), "image/png");
      say(text("map.saved", { file }));
    } catch {
      say(text("map.failed"), true);
    }
  };
  var show2 = () => {
    const room = document.querySelector("[data-rm-map-download]");
    if (!room || room.childElementCount > 0 || !document.querySelector(".rm-picture-wide svg")) return;
    const title = room.dataset.rmMapDownload ?? "";
    room.append(
      ...["svg", "png"].map(
        (kind) => element("button.rm-button", { type: "button", onclick: () => save(title, kind) }, text(`map.download_${kind}`))
      )
    );
  };
  var shareMap = { show: show2 };

  // core/welcome.ts
  var hasBegun = () => {
    const { done, learning, skipped, extra } = counts.of("all");
    const plan = store.read("plan/current");
    return done + learning + skipped + extra > 0 || plan !== null && !plan.none;
  };
  var show3 = () => {
    const frame = document.querySelector("[data-rm-welcome]");
    if (!frame || frame.dataset.rmDesk !== void 0 || !hasBegun()) return;
    frame.dataset.rmDesk = "home";
    load("dashboard").then(
      ({ dashboard }) => dashboard.show(),
      () => {
      }
    );
  };
  store.listen(show3);
  var welcome = { show: show3 };

  // core/next-page-key.ts
  document.addEventListener("keydown", (event) => {
    if (!["n", "."].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
      return;
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && (focused.isContentEditable || focused.matches("input:not([type=checkbox]), textarea, select")))
      return;
    const link = document.querySelector("link[rel='next-page']");
    if (!link) return;
    const anchor = document.createElement("a");
    anchor.href = link.href;
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
  });

  // core/search-dialog.ts
  var KEYS2 = ["/", "f", "s"];
  var open2 = (dialog) => {
    const input = dialog.querySelector(".rm-search-input");
    if (!dialog.open) dialog.showModal();
    input?.select();
    const status2 = dialog.querySelector(".rm-search-status");
    if (status2 && input?.value === "") status2.textContent = text("search.loading");
    load("search").then(
      ({ search }) => search.start(dialog),
      () => {
        if (status2) status2.textContent = text("notices.part_missing");
      }
    );
  };
  var isWriting2 = (element2) => element2 instanceof HTMLElement && (element2.isContentEditable || element2.matches("input:not([type=checkbox]), textarea, select"));
  document.addEventListener("click", (event) => {
    const dialog = document.querySelector("dialog.rm-search");
    if (dialog && event.target instanceof Element && event.target.closest("[data-rm-search]")) open2(dialog);
  });
  document.addEventListener("keydown", (event) => {
    if (!KEYS2.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const dialog = document.querySelector("dialog.rm-search");
    if (!dialog || isWriting2(document.activeElement) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open2(dialog);
  });

  // core/start.ts
  var shownIn = null;
  var show4 = () => {
    const content = document.querySelector("[data-md-component='content']") ?? document.body;
    if (content === shownIn) return;
    shownIn = content;
    placeNotices();
    rows.bind();
    progressBars.paint();
    mapPicture.paint();
    folds.bind();
    filters.bind();
    rowAddress.follow();
    shareMap.show();
    document.documentElement.classList.add("rm-on");
    performance.mark("roadmap-shown");
    void anchors.redirect();
    requestAnimationFrame(() => requestAnimationFrame(() => scrollToTarget()));
    const frame = document.querySelector("[data-rm-desk]");
    if (frame)
      load("dashboard").then(
        ({ dashboard }) => dashboard.show(),
        () => frame.querySelector(".rm-empty")?.remove()
      );
    welcome.show();
    void matchPage();
  };
  var matchPage = async () => {
    const isSame2 = await loader.matchPage();
    const name2 = "version";
    if (isSame2) document.getElementById(`rm-notice-${name2}`)?.remove();
    else
      notice(
        name2,
        text("notices.other_version"),
        [[text("notices.reload"), () => location.reload()]],
        [text("notices.later"), () => {
        }]
      );
  };
  var scrollToTarget = (isLast = false) => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (!target?.closest("[data-md-component='content']")) return;
    const { top } = target.getBoundingClientRect();
    if (top < 0 || top > innerHeight) target.scrollIntoView();
    const position2 = scrollY;
    if (!isLast) setTimeout(() => scrollY === position2 && scrollToTarget(true), 300);
  };
  var settle2 = async () => {
    if (store.refusal() !== "") {
      notice("refusal", store.refusal());
      return;
    }
    if (!localStore.works()) notice("blocked", text("notices.blocked"));
    await otherScopes.settle();
    updates.apply();
    const damaged = store.damaged().length;
    if (damaged > 0 && localStore.get("meta/damage") !== String(damaged)) {
      const exportDamaged = () => load("backup").then(({ files }) => files.saveDamaged());
      notice(
        "damage",
        text("notices.damaged", { count: damaged }),
        [[text("notices.export_damaged"), exportDamaged]],
        [text("notices.later"), () => localStore.set("meta/damage", String(damaged))]
      );
    }
    try {
      if ((await store.reconcile()).length > 0) updates.apply();
      await backups.daily();
    } catch {
    }
    void otherScopes.showNotice();
    backups.remind(() => load("backup").then(({ files }) => files.save()));
  };
  var whenIdle = (task) => "requestIdleCallback" in globalThis ? requestIdleCallback(task, { timeout: 2e3 }) : setTimeout(task, 200);
  var start3 = () => {
    show4();
    loader.ready((id, isChecked, name2) => {
      if (isChecked !== (rows.shown(id).state === "done")) rows.mark(id, isChecked ? "done" : "todo", name2);
    });
    whenIdle(() => void settle2());
  };
  var startClient = () => {
    updates.listen(rows.bind);
    const isLarge = map.leaves.length > 2e3;
    if (document.readyState !== "loading" || document.querySelector("[data-md-component='content']"))
      isLarge ? setTimeout(start3) : start3();
    else document.addEventListener("DOMContentLoaded", start3);
    globalThis.document$?.subscribe?.(show4);
  };

  // core/main.ts
  var shared = {
    map,
    records,
    merging,
    clock,
    localStore,
    database,
    store,
    erase,
    hasOlder,
    listed,
    locale,
    nodes,
    paragraph,
    text,
    element,
    download,
    say,
    notice,
    sayUnsaved,
    hasUnsavedText,
    drafts,
    loader,
    need,
    load,
    whenSaved,
    counts,
    persistence,
    backups,
    otherScopes,
    undo,
    releaseOf,
    successors,
    updates,
    rows,
    progressBars
  };
  globalThis.roadmap = shared;
  startClient();
})();
