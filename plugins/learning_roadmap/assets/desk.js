/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // dashboard/days.ts
  var DAY = 864e5;
  var two = (number3) => String(number3).padStart(2, "0");
  var number = (day2) => Date.parse(day2) / DAY;
  var day = (days2) => new Date(days2 * DAY).toISOString().slice(0, 10);
  var dayOf = (time) => {
    const date = new Date(time);
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  var weekday = (days2) => ((days2 + 3) % 7 + 7) % 7;
  var days = {
    number,
    day,
    dayOf,
    weekday,
    today: () => dayOf(Date.now()),
    /** @returns the Monday of its week */
    monday: (days2) => days2 - weekday(days2),
    /** @returns that many months later; the last day of a month stays one */
    addMonths(start, months) {
      const [year2, month2, date] = start.split("-").map(Number);
      const last = new Date(Date.UTC(year2, month2 + months, 0)).getUTCDate();
      return day(Date.UTC(year2, month2 - 1 + months, Math.min(date, last)) / DAY);
    },
    /** @returns in the reader's language and order */
    words: (text) => new Intl.DateTimeFormat(void 0, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(text))
  };

  // shared:core/parts.ts
  var { loader, need, load } = globalThis.roadmap;

  // shared:core/elements.ts
  var { element, plural } = globalThis.roadmap;

  // shared:core/map.ts
  var { map } = globalThis.roadmap;

  // dashboard/roadmap-index.ts
  var { leaves } = map;
  var { root } = loader;
  var told = globalThis.roadmapTopics;
  var position = new Map(leaves.map((id, at) => [id, at]));
  var topics = new Map(told.ids.map((id, at) => [id, told.topics[at]]));
  var onMap = (places) => places.map((at) => position.get(told.ids[at])).filter((at) => at !== void 0);
  var everyOf = (spans) => spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));
  var data = {
    ...told,
    hours: Object.fromEntries(
      Object.entries(told.hours).flatMap(([at, hours]) => onMap([Number(at)]).map((there) => [there, hours]))
    ),
    order: onMap(told.order),
    documents: told.documents.map((one) => {
      const kept = one.order.map((place, at) => ({ place, week: one.weeks[at] })).filter(({ place }) => position.has(told.ids[place]));
      const order = onMap(kept.map(({ place }) => place));
      return { ...one, order, weeks: one.weeks.length > 0 ? kept.map(({ week }) => week) : [] };
    }),
    milestones: told.milestones.map((one) => ({
      ...one,
      goals: one.goals.map((goal) => ({ ...goal, topics: onMap(everyOf(goal.topics)) }))
    }))
  };
  var others = new Map(Object.entries(data.others));
  var phases = new Map(data.phases.map((phase) => [phase.id, phase]));
  var known = (id) => topics.get(id) ?? others.get(id) ?? null;
  var roadmapIndex = {
    data,
    leaves,
    position,
    phases,
    root,
    /** @param address as seen from the root */
    at: (address) => new URL(address, root).href,
    /** @returns its title; for what is gone, its id in words */
    title: (id) => known(id)?.[0] ?? phases.get(id)?.title ?? id.replaceAll("-", " "),
    isKnown: (id) => known(id) !== null || phases.has(id),
    summary: (id) => topics.get(id)?.[2] ?? "",
    /** @returns "topic", "paper" and so on */
    kind: (id) => position.has(id) ? "topic" : others.get(id)?.[2] ?? "entry",
    /** @returns a link to where it is at home; its title when it has none */
    link(id, words) {
      const url = known(id)?.[1] ?? phases.get(id)?.url;
      const text = words ?? this.title(id);
      return url !== void 0 ? element("a", { href: this.at(url) }, text) : element("span", { dir: "auto" }, text);
    },
    /**
     * @param id of anything that can be ticked
     * @returns its box, with its name beside it
     */
    box: (id) => element(
      "label.rm-check",
      {},
      element("input.rm-tick", { type: "checkbox", "data-tick": id, autocomplete: "off" }),
      " ",
      element("span.rm-title", {}, roadmapIndex.title(id))
    )
  };

  // shared:core/notices.ts
  var { say, notice, sayUnsaved } = globalThis.roadmap;

  // shared:core/progress-bars.ts
  var { progressBars } = globalThis.roadmap;

  // shared:core/rows.ts
  var { rows } = globalThis.roadmap;

  // shared:storage/store.ts
  var { store } = globalThis.roadmap;

  // dashboard/dashboard.ts
  var views = /* @__PURE__ */ new Map();
  var CALM = 2500;
  var isWaiting = false;
  var calmUntil = 0;
  var isBusy = (root2) => {
    const now = document.activeElement;
    const isWriting = now instanceof HTMLElement && root2.contains(now) && now.matches("textarea, input:not([type=checkbox], [type=radio]), select");
    return isWriting || root2.dataset.rmUnsent !== void 0 || root2.querySelector(".rm-panel") !== null;
  };
  var FOCUSABLE = "a[href], button, input, select, textarea, summary";
  var shownOn = days.today();
  var render = async (root2) => {
    const name2 = root2.dataset.rmDesk ?? "";
    if (name2 === "keep" || name2 === "shared") await need("files");
    const view = views.get(name2);
    if (!view) return;
    const focused = document.activeElement instanceof HTMLElement && root2.contains(document.activeElement) ? document.activeElement : null;
    const order = focused ? [...root2.querySelectorAll(FOCUSABLE)].indexOf(focused) : -1;
    const key = focused?.dataset.tick ? `[data-tick="${CSS.escape(focused.dataset.tick)}"]` : focused?.id ? `#${CSS.escape(focused.id)}` : "";
    const made = await view(root2);
    delete root2.dataset.rmUnsent;
    root2.replaceChildren(...made.filter((node) => node !== null));
    rows.bind();
    progressBars.paint();
    const there = key ? root2.querySelector(key) : null;
    const around = [...root2.querySelectorAll(FOCUSABLE)];
    if (focused) (there ?? around[Math.min(order, around.length - 1)])?.focus();
  };
  var show = () => {
    shownOn = days.today();
    for (const root2 of document.querySelectorAll("[data-rm-desk]")) {
      render(root2).catch(() => say("A part of this page could not be shown. Reload it, please.", true));
    }
  };
  var showSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    const wait = calmUntil - performance.now();
    if (wait > 0) setTimeout(again, wait);
    else requestAnimationFrame(again);
    function again() {
      isWaiting = false;
      if (calmUntil > performance.now()) {
        showSoon();
        return;
      }
      for (const root2 of document.querySelectorAll("[data-rm-desk]")) if (!isBusy(root2)) void render(root2);
    }
  };
  document.addEventListener(
    "change",
    (event) => {
      if (event.target instanceof Element && event.target.matches("[data-rm-desk] .rm-tick"))
        calmUntil = performance.now() + CALM;
    },
    true
  );
  store.listen(showSoon);
  var wake = () => {
    const root2 = document.querySelector("[data-rm-desk]");
    if (root2 && days.today() !== shownOn && !isBusy(root2)) show();
  };
  setInterval(wake, 3e4);
  document.addEventListener("visibilitychange", wake);
  document.addEventListener("input", (event) => {
    const root2 = event.target instanceof Element ? event.target.closest(".rm-plan")?.closest("[data-rm-desk]") : null;
    if (root2) root2.dataset.rmUnsent = "";
  });
  globalThis.addEventListener("hashchange", showSoon);
  var dashboard = { views, show, showSoon };

  // shared:core/counts.ts
  var { counts } = globalThis.roadmap;

  // shared:core/updates.ts
  var { updates } = globalThis.roadmap;

  // dashboard/schedule.ts
  var FURTHEST = 40 * 366;
  var UNKNOWN = 2;
  var PACE = 10;
  var inside = (part) => part.spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));
  var efforts = (plan, road2) => {
    const pace = plan.pace ?? PACE;
    const own = (at) => road2.hours[at] ?? 0;
    const found = /* @__PURE__ */ new Map();
    const share = (topics3, weeks) => {
      const open = topics3.filter((at) => own(at) === 0);
      const spent = topics3.reduce((all2, at) => all2 + own(at), 0);
      const each = (number3) => Math.max(number3 * pace - spent, 0) / Math.max(open.length, 1);
      for (const at of open)
        found.set(at, { least: each(weeks[0]), likely: each((weeks[0] + weeks[1]) / 2), most: each(weeks[1]) });
    };
    const document2 = road2.documents.find((one) => one.id === plan.order);
    if (document2 && document2.weeks.length > 0) {
      for (const week of new Set(document2.weeks))
        share(
          document2.order.filter((_, at) => document2.weeks[at] === week),
          [1, 1]
        );
    } else {
      for (const part of road2.parts) if (part.weeks) share(inside(part), part.weeks);
    }
    const shares = [...found.values()];
    const typical = shares.length > 0 ? shares.reduce((all2, effort) => all2 + effort.likely, 0) / shares.length : UNKNOWN;
    for (const at of road2.parts.flatMap(inside)) {
      const hours = own(at) || (found.has(at) ? 0 : typical);
      if (hours > 0) found.set(at, { least: hours, likely: hours, most: hours });
    }
    return found;
  };
  var chosen = (plan, road2, isOptional2) => {
    const document2 = road2.documents.find((one) => one.id === plan.order);
    if (document2) return document2.order.filter((at) => plan.optional !== false || !isOptional2(at));
    const usual = road2.parts.filter((part) => part.weeks !== null || road2.parts.every((other) => other.weeks === null)).map((part) => part.id);
    const wanted = new Set(road2.parts.filter((part) => (plan.parts ?? usual).includes(part.id)).flatMap(inside));
    return road2.order.filter((at) => wanted.has(at) && (plan.optional !== false || !isOptional2(at)));
  };
  var capacity = (plan) => {
    const off = (plan.off ?? []).map(([from, to]) => [days.number(from), days.number(to)]);
    return (day2) => {
      if (off.some(([from, to]) => day2 >= from && day2 <= to)) return 0;
      return plan.week ? plan.week[days.weekday(day2)] : (plan.hours ?? PACE) / 7;
    };
  };
  var lay = (plan, work, from) => {
    const hoursOf = capacity(plan);
    const weeks = [];
    const ends = /* @__PURE__ */ new Map();
    let day2 = days.number(from);
    const limit = day2 + FURTHEST;
    let left = hoursOf(day2);
    const spend = (at, hours, isLast) => {
      const monday = days.day(days.monday(day2));
      let week = weeks.at(-1);
      if (week?.monday !== monday) {
        week = { monday, hours: 0, items: [] };
        weeks.push(week);
      }
      week.hours += hours;
      const known2 = week.items.at(-1);
      if (known2?.at === at) {
        known2.hours += hours;
        known2.ends = isLast;
      } else week.items.push({ at, hours, ends: isLast });
    };
    for (const [at, hours] of work) {
      let rest = hours;
      while (rest > 1e-6) {
        while (left <= 1e-6) {
          day2 += 1;
          if (day2 > limit) return { weeks, ends, finish: null, hours: 0, isEndless: true };
          left = hoursOf(day2);
        }
        const now = Math.min(rest, left);
        rest -= now;
        left -= now;
        spend(at, now, rest <= 1e-6);
      }
      ends.set(at, days.day(day2));
    }
    return {
      weeks,
      ends,
      finish: work.length > 0 ? days.day(day2) : null,
      hours: work.reduce((all2, [, hours]) => all2 + hours, 0),
      isEndless: false
    };
  };
  var make = (plan, road2, topics3, from) => {
    const known2 = efforts(plan, road2);
    const order = chosen(plan, road2, topics3.isOptional).filter(topics3.isOpen);
    const isBegun2 = topics3.isBegun ?? (() => false);
    const sorted = [...order.filter(isBegun2), ...order.filter((at2) => !isBegun2(at2))];
    const start = from > plan.start ? from : plan.start;
    const at = (which) => lay(
      plan,
      sorted.map((topic) => [topic, known2.get(topic)?.[which] ?? UNKNOWN]),
      start
    );
    return { least: at("least"), likely: at("likely"), most: at("most"), order: sorted };
  };
  var judge = (schedules, topics3, until) => {
    if (topics3.some((at) => !schedules.likely.ends.has(at))) return { verdict: "unplanned", least: "", most: "" };
    const last = (schedule2) => topics3.map((at) => schedule2.ends.get(at) ?? "").sort().at(-1) ?? "";
    const [least, most] = [last(schedules.least), last(schedules.most)];
    return { verdict: most <= until ? "kept" : least <= until ? "tight" : "late", least, most };
  };
  var schedule = { PACE, UNKNOWN, efforts, chosen, make, judge };

  // dashboard/planning.ts
  var { data: data2, leaves: leaves2 } = roadmapIndex;
  var sets = map.sets;
  var road = {
    parts: data2.phases.map((phase) => ({
      id: phase.id,
      weeks: phase.weeks,
      spans: sets[`phase:${phase.id}`] ?? []
    })),
    hours: data2.hours,
    order: data2.order,
    documents: data2.documents
  };
  var isOptional = (at) => counts.isOptional(leaves2[at]);
  var isOpen = (at) => ["todo", "learning"].includes(store.state(leaves2[at])) && !counts.isOffBranch(leaves2[at]);
  var isBegun = (at) => store.state(leaves2[at]) === "learning";
  var progressOf = (goal, topics3) => {
    const { topics: covered, others: others2 } = goal;
    const doneOthers = others2.filter((id) => store.state(id) === "done").length;
    const open = covered.filter(topics3.isOpen);
    const size = goal.count || covered.length + others2.length;
    const done = Math.min(covered.filter((at) => store.state(leaves2[at]) === "done").length + doneOthers, size);
    const isReached = size > 0 ? goal.count ? done >= goal.count : open.length === 0 && doneOthers === others2.length && done > 0 : store.state(goal.id) === "done";
    return { done, size, open, isReached: isReached || store.state(goal.id) === "done" };
  };
  var planning = {
    road,
    plan: () => {
      const plan = store.read("plan/current");
      return !plan || plan.none ? null : updates.plan(plan);
    },
    /**
     * What to do next, in the order of the plan or of the map: what is begun comes first.
     * @returns ids
     */
    next() {
      const plan = this.plan();
      const order = (plan ? schedule.chosen(plan, road, isOptional) : road.order.filter((at) => !isOptional(at))).filter(
        isOpen
      );
      return [...order.filter(isBegun), ...order.filter((at) => !isBegun(at))].map((at) => leaves2[at]);
    },
    /** Schedules of what is left, from today. */
    ahead: (plan) => schedule.make(plan, road, { isOptional, isOpen, isBegun }, days.today()),
    /** The schedules as they would have been at the start, with nothing done. What is skipped is not planned. */
    whole: (plan) => schedule.make(plan, road, { isOptional, isOpen: (at) => store.state(leaves2[at]) !== "skipped" }, plan.start),
    progressOf: (goal) => progressOf(goal, { isOpen }),
    /** Milestones with their days, and whether the plan keeps them. */
    milestones(plan) {
      const ahead = this.ahead(plan);
      return data2.milestones.map((milestone) => {
        const until = days.addMonths(plan.start, milestone.months);
        const goals = milestone.goals.map((goal) => {
          const progress = progressOf(goal, { isOpen });
          const judged = progress.isReached || progress.open.length === 0 ? null : schedule.judge(ahead, progress.open, until);
          return { ...goal, ...progress, judged };
        });
        return { ...milestone, until, goals };
      });
    }
  };

  // shared:storage/records.ts
  var { records } = globalThis.roadmap;

  // dashboard/review.ts
  var FRESH = { reps: 0, ease: 2.5, days: 0 };
  var GRADES = { forgotten: 1, hard: 3, good: 4, easy: 5 };
  var next = (card2, quality, today2) => {
    const reps = quality < 3 ? 1 : card2.reps + 1;
    const wait = reps === 1 ? 1 : reps === 2 ? 6 : Math.ceil(card2.days * card2.ease - 1e-9);
    const ease = quality < 3 ? card2.ease : Math.max(1.3, card2.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
    const interval = Math.min(wait, 36500);
    return { reps, ease: Math.round(ease * 1e3) / 1e3, days: interval, due: days.day(days.number(today2) + interval) };
  };
  var review = {
    GRADES,
    FRESH,
    next,
    /**
     * @param card its record, or null
     * @returns the day of its next look
     */
    due: (doneAt, card2) => card2 && card2.reps > 0 && records.isDate(card2.due) && (card2.since ?? card2.at) > doneAt ? card2.due : days.day(days.number(days.dayOf(doneAt)) + 1)
  };

  // shared:core/undo.ts
  var { undo } = globalThis.roadmap;

  // dashboard/chart.ts
  var SIZE = { width: 400, height: 150, left: 26, bottom: 16, top: 6, right: 4 };
  var burnUp = (plan) => {
    const whole = planning.whole(plan);
    const planned = [...whole.likely.ends.values()].map((day2) => days.monday(days.number(day2))).sort((one, other) => one - other);
    const inPlan = new Set(whole.order.map((at) => roadmapIndex.leaves[at]));
    const done = [...inPlan].filter((id) => store.state(id) === "done").map((id) => days.monday(days.number(days.dayOf(store.since(id))))).sort((one, other) => one - other);
    const now = days.monday(days.number(days.today()));
    const first = Math.min(days.monday(days.number(plan.start)), done[0] ?? now, now);
    const last = Math.min(Math.max(planned.at(-1) ?? now, now), first + 7 * 520);
    const found = [];
    for (let [monday, p, d] = [first, 0, 0]; monday <= last; monday += 7) {
      while (p < planned.length && planned[p] <= monday) p += 1;
      while (d < done.length && done[d] <= monday) d += 1;
      found.push({ monday: days.day(monday), planned: p, done: monday <= now ? d : null });
    }
    return found;
  };
  var chart = (plan) => {
    const weeks = burnUp(plan);
    const most = Math.max(1, ...weeks.map((week) => Math.max(week.planned, week.done ?? 0)));
    const x = (at) => SIZE.left + (SIZE.width - SIZE.left - SIZE.right) * at / Math.max(weeks.length - 1, 1);
    const y = (number3) => SIZE.height - SIZE.bottom - (SIZE.height - SIZE.top - SIZE.bottom) * number3 / most;
    const points = (of) => weeks.flatMap((week, at) => of(week) === null ? [] : [`${x(at).toFixed(1)},${y(of(week)).toFixed(1)}`]).join(" ");
    const now = weeks.filter((week) => week.done !== null).at(-1) ?? weeks[0];
    const text = `Done ${now.done ?? 0} of ${most} topics; by this week the plan had ${now.planned}.`;
    const drawn = element(
      "svg",
      { class: "rm-chart", viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "img", "aria-label": text },
      ...[0, 0.5, 1].map(
        (share) => element("line", {
          class: "rm-grid",
          x1: SIZE.left,
          x2: SIZE.width - SIZE.right,
          y1: y(most * share),
          y2: y(most * share)
        })
      ),
      ...[0, 0.5, 1].map(
        (share) => element("text", { x: SIZE.left - 4, y: y(most * share) + 3, "text-anchor": "end" }, Math.round(most * share))
      ),
      element("text", { x: SIZE.left, y: SIZE.height - 4 }, days.words(weeks[0].monday)),
      element(
        "text",
        { x: SIZE.width - SIZE.right, y: SIZE.height - 4, "text-anchor": "end" },
        days.words(weeks[weeks.length - 1].monday)
      ),
      element("polyline", { class: "rm-planned", points: points((week) => week.planned) }),
      element("polyline", { class: "rm-done", points: points((week) => week.done) })
    );
    const told3 = weeks.filter((week, at) => week.done !== null || at % 4 === 0 || at === weeks.length - 1);
    const table = element(
      "table.rm-table",
      {},
      element(
        "thead",
        {},
        element("tr", {}, ...["Week of", "Planned", "Done"].map((word) => element("th", { scope: "col" }, word)))
      ),
      element(
        "tbody",
        {},
        ...told3.map(
          (week) => element(
            "tr",
            {},
            element("th", { scope: "row" }, days.words(week.monday)),
            element("td", {}, week.planned),
            element("td", {}, week.done ?? "–")
          )
        )
      )
    );
    return element(
      "figure.rm-figure",
      {},
      drawn,
      element(
        "figcaption",
        {},
        text,
        " ",
        element("span.rm-key-done", {}, "— done"),
        " ",
        element("span.rm-key-planned", {}, "- - planned")
      ),
      element("details.rm-fold", {}, element("summary", {}, "The same as a table"), table)
    );
  };

  // dashboard/habits.ts
  var doneOn = (day2) => new Set(
    Object.entries(store.read(`day/${day2}`)?.ticks ?? {}).filter(([, at]) => Number(at) > 0).map(([habit]) => habit)
  );
  var habits = {
    doneOn,
    /** @returns whether it was stored */
    tick(day2, habit, isDone, title) {
      const ticks = store.read(`day/${day2}`)?.ticks ?? {};
      const at = Math.max(Date.now(), Math.abs(ticks[habit] ?? 0) + 1);
      const words = [`${title}: not done`, `${title}: done`];
      if (!isDone) words.reverse();
      return undo.act(words[1], [[`day/${day2}`, { ticks: { ...ticks, [habit]: isDone ? at : -at } }]], {
        undone: words[0]
      });
    },
    /** @returns the blocks of a day: at the weekend its own as well */
    blocksOf: (blocks, day2) => blocks.filter((block) => !block.weekend || days.weekday(days.number(day2)) >= 5),
    /** Days in a row with at least one habit. Today counts when it has one, and breaks nothing while it has none. */
    streak(isKept, today2) {
      let day2 = days.number(today2);
      if (!isKept(today2)) day2 -= 1;
      let found = 0;
      while (isKept(days.day(day2))) {
        found += 1;
        day2 -= 1;
      }
      return found;
    }
  };

  // dashboard/view-dashboard.ts
  var MOST_DUE = 10;
  var card = (title, ...parts) => element("section.rm-part", {}, element("h2", {}, title), ...parts);
  var page = (name2, words) => element("a", { href: roadmapIndex.at(roadmapIndex.data.pages[name2]) }, words);
  var topics2 = (ids) => element(
    "ul.rm-list",
    {},
    ...ids.map(
      (id) => element(
        "li",
        {},
        element("div.rm-row", {}, roadmapIndex.box(id), element("span.rm-home", {}, roadmapIndex.link(id, "open")))
      )
    )
  );
  var goOn = () => {
    const next2 = planning.next();
    const { done, size } = counts.of("all");
    const bar = element(
      "div.rm-progress",
      { "data-scope": "all" },
      element("progress", { max: 1, value: 0, "aria-label": "Progress: the whole roadmap" }),
      " ",
      element("span.rm-count")
    );
    if (next2.length === 0)
      return card(
        "Continue here",
        bar,
        element("p", {}, done >= size ? "All is done." : "Nothing is left in your plan.")
      );
    return card(
      "Continue here",
      bar,
      topics2(next2.slice(0, 3)),
      element("p.rm-line", {}, page("left", `See all ${plural(next2.length, "topic")} that are left`))
    );
  };
  var thisWeek = () => {
    const plan = planning.plan();
    if (!plan)
      return card(
        "This week",
        element(
          "p",
          {},
          "No plan yet. ",
          page("plan", "Make one"),
          ": a start, some hours a week, and this place fills itself."
        )
      );
    const ahead = planning.ahead(plan).likely;
    const week = ahead.weeks[0];
    if (!week) return card("This week", element("p", {}, "Nothing is left to plan."));
    const hours = Math.round(week.hours * 10) / 10;
    const now = days.day(days.monday(days.number(days.today())));
    return card(
      week.monday === now ? "This week" : `Week of ${days.words(week.monday)}`,
      topics2(week.items.slice(0, 12).map((item) => roadmapIndex.leaves[item.at])),
      element(
        "p.rm-line",
        {},
        `${hours} h planned`,
        ahead.finish ? `, the end about ${days.words(ahead.finish)}. ` : ". ",
        page("plan", "The whole plan")
      )
    );
  };
  var today = () => {
    if (roadmapIndex.data.routine.length === 0) return null;
    const day2 = days.today();
    const done = habits.doneOn(day2);
    const streak = habits.streak((one) => habits.doneOn(one).size > 0, day2);
    return card(
      "Today",
      ...habits.blocksOf(roadmapIndex.data.routine, day2).map((block) => habitList(block, day2, done)),
      element("p.rm-line", {}, streak > 0 ? `${plural(streak, "day")} in a row.` : "A day is kept with one of them.")
    );
  };
  var habitList = (block, day2, done) => element(
    "fieldset.rm-topics",
    {},
    element("legend", {}, block.title, block.hours ? ` (${block.hours})` : ""),
    element(
      "ul.rm-list",
      {},
      ...block.items.map(
        ([id, title, condition]) => element(
          "li",
          {},
          element(
            "label.rm-check",
            {},
            element("input.rm-habit", {
              type: "checkbox",
              id: `habit-box-${id}`,
              checked: done.has(id),
              onchange: (event) => {
                if (day2 !== days.today()) {
                  event.target.checked = !event.target.checked;
                  dashboard.show();
                  say("A new day has begun. The lists are fresh.");
                } else if (!habits.tick(day2, id, event.target.checked, title)) {
                  event.target.checked = !event.target.checked;
                  sayUnsaved("This");
                }
              }
            }),
            " ",
            element("span.rm-title", {}, title, condition ? ` (${condition})` : "")
          )
        )
      )
    )
  );
  var due = () => {
    const day2 = days.today();
    const waiting = roadmapIndex.leaves.filter((id) => store.state(id) === "done").map((id) => ({ id, card: store.read(`review/${id}`) })).map((one) => ({ ...one, due: review.due(store.since(one.id), one.card) })).filter((one) => one.due <= day2).sort((one, other) => one.due < other.due ? -1 : one.due > other.due ? 1 : 0);
    if (waiting.length === 0) return null;
    const grade = (one, word) => {
      const next2 = review.next(one.card ?? review.FRESH, review.GRADES[word], day2);
      const title = roadmapIndex.title(one.id);
      const isStored = undo.act(`${title}: ${word}. Again on ${days.words(next2.due)}`, [[`review/${one.id}`, next2]], {
        undone: `${title} is due again`
      });
      if (!isStored) sayUnsaved("This");
    };
    return card(
      "To look at again",
      element(
        "p.rm-line",
        {},
        `${plural(waiting.length, "topic")} ${waiting.length === 1 ? "is" : "are"} due${waiting.length > MOST_DUE ? `; here are the first ${MOST_DUE}` : ""}. How well do you still know it?`
      ),
      element(
        "ul.rm-list.rm-due",
        {},
        ...waiting.slice(0, MOST_DUE).map(
          (one) => element(
            "li",
            {},
            roadmapIndex.link(one.id),
            element(
              "span.rm-grades",
              { role: "group", "aria-label": `How well do you know ${roadmapIndex.title(one.id)}?` },
              ...Object.keys(review.GRADES).map(
                (word) => element(
                  "button.rm-small",
                  { type: "button", id: `grade-${word}-${one.id}`, onclick: () => grade(one, word) },
                  word
                )
              )
            )
          )
        )
      )
    );
  };
  var since = () => {
    const fresh = updates.newLeaves();
    if (fresh.length === 0) return null;
    return card(
      "New since you finished",
      topics2(fresh.slice(0, 5)),
      element(
        "p.rm-line",
        {},
        page("changes", fresh.length > 5 ? `All ${fresh.length}, and what else changed` : "What changed")
      )
    );
  };
  var near = () => {
    const plan = planning.plan();
    if (!plan || roadmapIndex.data.milestones.length === 0) return null;
    const open = planning.milestones(plan).filter((one) => one.goals.some((goal) => !goal.isReached)).slice(0, 2);
    return card(
      "Milestones",
      element(
        "ul.rm-list",
        {},
        ...open.map(
          (one) => element(
            "li",
            {},
            element("a", { href: roadmapIndex.at(one.url) }, one.title),
            ` by ${days.words(one.until)}: ${one.goals.filter((goal) => goal.isReached).length} of ${plural(one.goals.length, "goal")}`,
            one.goals.some((goal) => goal.judged?.verdict === "late") && element("strong.rm-late", {}, " cannot be met at this pace")
          )
        )
      )
    );
  };
  dashboard.views.set("desk", () => {
    const plan = planning.plan();
    const { done, size } = counts.of("all");
    return [
      element(
        "p.rm-line",
        {},
        done === 0 ? "Tick a first topic, and this page knows where you are. " : `${done} of ${plural(size, "topic")} done, ${progressBars.percent({ done, size })} %. `,
        page("journal", "Journal"),
        " · ",
        page("keep", "Backup & sync"),
        " · ",
        page("changes", "What changed"),
        " · ",
        page("print", "Print my progress")
      ),
      element("div.rm-parts", {}, goOn(), since(), thisWeek(), today(), due(), near()),
      plan ? card("Done against plan", chart(plan)) : null
    ];
  });

  // dashboard/view-remaining.ts
  var nameOf = (scope) => {
    const [kind, id = ""] = scope.split(":");
    if (kind === "document") return roadmapIndex.data.documents.find((one) => one.id === id)?.title ?? id;
    if (kind === "section")
      return roadmapIndex.data.phases.flatMap((phase) => phase.sections).find(([section]) => section === id)?.[1] ?? id;
    return kind === "all" ? "the whole roadmap" : roadmapIndex.title(id);
  };
  dashboard.views.set("left", () => {
    let scope = new URLSearchParams(location.search).get("of") ?? "all";
    if (!Object.hasOwn(map.sets, scope)) scope = "all";
    const ids = counts.leavesIn(scope);
    const open = ids.filter((id) => ["todo", "learning"].includes(store.state(id)) && !counts.isNeedless(id));
    const { done, size } = counts.of(scope);
    const skipped = ids.filter((id) => store.state(id) === "skipped");
    const bar = element(
      "div.rm-progress",
      { "data-scope": scope },
      element("progress", { max: 1, value: 0, "aria-label": `Progress: ${nameOf(scope)}` }),
      " ",
      element("span.rm-count")
    );
    const row = (id) => element(
      "li.rm-topic",
      {},
      element(
        "div.rm-row",
        {},
        roadmapIndex.box(id),
        counts.isOptional(id) && element("span.rm-mark", {}, "optional"),
        element("span.rm-home", {}, roadmapIndex.link(id, "open")),
        element(
          "button.rm-more",
          {
            type: "button",
            "data-entry": id,
            "aria-expanded": "false",
            "aria-label": `State and notes of ${roadmapIndex.title(id)}`,
            title: "State and notes"
          },
          "⋯"
        )
      )
    );
    const groups = roadmapIndex.data.phases.map((phase) => {
      const inPhase = new Set(counts.leavesIn(`phase:${phase.id}`));
      return { title: phase.title, topics: open.filter((id) => inPhase.has(id)) };
    }).filter(({ topics: topics3 }) => topics3.length > 0);
    return [
      element(
        "p",
        {},
        "Of ",
        element("strong", {}, nameOf(scope)),
        `: ${plural(Math.max(size - done, 0), "topic")} left${open.length > size - done ? `, and ${open.length - size + done} that are optional or another branch` : ""}${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}. `,
        scope !== "all" && element("a", { href: "?of=all" }, "Of the whole roadmap")
      ),
      bar,
      ...groups.flatMap(({ title, topics: topics3 }) => [
        element("h2", {}, title),
        element("ul.rm-list.rm-long", {}, ...topics3.map(row))
      ]),
      skipped.length > 0 ? element(
        "details.rm-fold",
        {},
        element("summary", {}, `Skipped: ${skipped.length}`),
        element("ul.rm-list", {}, ...skipped.map(row))
      ) : null
    ];
  });

  // shared:core/download.ts
  var { download } = globalThis.roadmap;

  // dashboard/calendar.ts
  var OCTETS = 74;
  var escapeText = (text) => text.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "").replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll(/\r?\n/g, "\\n");
  var fold = (line) => {
    const encoder = new TextEncoder();
    let [done, now, size] = ["", "", 0];
    for (const character of line) {
      const octets = encoder.encode(character).length;
      if (size + octets > OCTETS) {
        done += `${now}\r
 `;
        [now, size] = ["", 1];
      }
      now += character;
      size += octets;
    }
    return done + now;
  };
  var calendar = (events, { name: name2, stamp }) => {
    const compact = (day2) => day2.replaceAll("-", "");
    const time = `${new Date(stamp).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//mkdocs-learning-roadmap//Plan//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      `X-WR-CALNAME:${escapeText(name2)}`
    ];
    for (const event of events) {
      lines.push(
        "BEGIN:VEVENT",
        `UID:${event.uid}`,
        `DTSTAMP:${time}`,
        `DTSTART;VALUE=DATE:${compact(event.from)}`,
        `DTEND;VALUE=DATE:${compact(days.day(days.number(event.to) + 1))}`,
        `SUMMARY:${escapeText(event.title)}`,
        ...event.text ? [`DESCRIPTION:${escapeText(event.text)}`] : [],
        ...event.isCancelled ? ["STATUS:CANCELLED"] : [],
        "TRANSP:TRANSPARENT",
        `SEQUENCE:${Math.floor(stamp / 1e3) % 2 ** 31}`,
        "END:VEVENT"
      );
    }
    return `${[...lines, "END:VCALENDAR"].map(fold).join("\r\n")}\r
`;
  };

  // shared:storage/local-storage.ts
  var { localStore } = globalThis.roadmap;

  // dashboard/plan-calendar.ts
  var site = map.site;
  var earlier = () => {
    try {
      const uids = JSON.parse(localStore.get("meta/calendar") ?? "[]");
      return Array.isArray(uids) ? uids.filter((uid) => typeof uid === "string" && /^[\w@.-]{1,200}$/.test(uid)).slice(0, 5e3) : [];
    } catch {
      return [];
    }
  };
  var saveCalendar = (plan, ahead) => {
    const title = (at) => roadmapIndex.title(roadmapIndex.leaves[at]);
    const events = ahead.likely.weeks.map((week) => ({
      uid: `week-${week.monday}@${site}.roadmap`,
      from: week.monday,
      to: days.day(days.number(week.monday) + 6),
      title: `${Math.round(week.hours * 10) / 10} h: ${week.items.map((item) => title(item.at)).slice(0, 3).join(", ")}${week.items.length > 3 ? " …" : ""}`,
      text: week.items.map((item) => `- ${title(item.at)}`).join("\n")
    }));
    const dated = planning.milestones(plan).map((one) => ({
      uid: `milestone-${one.id}@${site}.roadmap`,
      from: one.until,
      to: one.until,
      title: one.title,
      text: one.goals.map((goal) => `- ${goal.title}`).join("\n")
    }));
    const all2 = [...events, ...dated];
    const uids = all2.map((event) => event.uid);
    const gone = earlier().filter((uid) => !uids.includes(uid)).map((uid) => ({
      uid,
      from: days.today(),
      to: days.today(),
      title: "No longer planned",
      text: "",
      isCancelled: true
    }));
    localStore.set("meta/calendar", JSON.stringify(uids));
    download(
      `${site}-plan.ics`,
      calendar([...all2, ...gone], { name: `${roadmapIndex.data.title}: plan`, stamp: Date.now() }),
      "text/calendar"
    );
    say("The calendar was saved as a file.");
  };

  // dashboard/plan-form.ts
  var NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  var field = (words, input) => element("label.rm-label", {}, words, input);
  var number2 = (name2, value, more = {}) => element("input.rm-field", {
    type: "number",
    name: name2,
    value,
    min: 0,
    max: 168,
    step: "any",
    inputmode: "decimal",
    ...more
  });
  var readOff = (text) => {
    const spans = [];
    for (const line of text.split("\n").map((one) => one.trim()).filter(Boolean)) {
      const [from, to = from] = line.split(/\s+(?:to|–|-)\s+/);
      if (!records.isDate(from) || !records.isDate(to) || to < from)
        return { spans, problem: `“${line}” is no day: write 2026-12-24, or 2026-12-24 to 2027-01-01` };
      spans.push([from, to]);
    }
    return { spans, problem: "" };
  };
  var save = (form, told3) => {
    const data3 = new FormData(form);
    const text = (name2) => String(data3.get(name2) ?? "").trim();
    const fail = (words2) => {
      told3.textContent = words2;
      say(words2);
    };
    const week = NAMES.map((_, at) => Number(text(`day-${at}`)));
    const isWeekly = week.some((hours) => hours > 0);
    const { spans, problem } = readOff(text("off"));
    if (problem !== "") return fail(problem);
    const parts = data3.getAll("parts").map(String);
    const plan = {
      start: text("start"),
      ...isWeekly ? { week } : { hours: Number(text("hours")) },
      pace: Number(text("pace")),
      off: spans,
      order: text("order"),
      optional: data3.get("optional") !== null,
      ...parts.length > 0 ? { parts } : {}
    };
    const wrong = records.check("plan/current", { ...plan, at: 0 });
    if (wrong !== "") return fail(`This cannot be planned: ${wrong}.`);
    const isFirst = planning.plan() === null;
    const words = isFirst ? ["Plan created", "There is no plan"] : ["Plan updated", "The plan is as it was"];
    if (!undo.act(words[0], [["plan/current", plan]], { undone: words[1] })) return sayUnsaved("The plan");
    dashboard.show();
    return void 0;
  };
  var planForm = (plan) => {
    const told3 = element("span.rm-told", { role: "status" });
    const usual = planning.road.parts.filter((part) => part.weeks).map((part) => part.id);
    const wanted = plan?.parts ?? usual;
    const made = element(
      "form.rm-plan",
      {
        onsubmit: (event) => {
          event.preventDefault();
          save(made, told3);
        }
      },
      element(
        "div.rm-fields",
        {},
        field(
          "Start",
          element("input.rm-field", { type: "date", name: "start", value: plan?.start ?? days.today(), required: true })
        ),
        field("Hours a week", number2("hours", plan?.hours ?? schedule.PACE, { min: 0.25 })),
        field(
          "Order",
          element(
            "select.rm-field",
            { name: "order" },
            element("option", { value: "map" }, "The whole map"),
            ...roadmapIndex.data.documents.map(
              (one) => element("option", { value: one.id, selected: plan?.order === one.id }, one.title)
            )
          )
        )
      ),
      element(
        "details.rm-fold",
        {},
        element("summary", {}, "More: hours for each weekday, days off, which phases"),
        element(
          "fieldset.rm-topics",
          {},
          element("legend", {}, "Hours for each weekday, instead of hours a week"),
          element(
            "div.rm-fields",
            {},
            ...NAMES.map((name2, at) => field(name2, number2(`day-${at}`, plan?.week?.[at] ?? "", { max: 24 })))
          )
        ),
        field(
          "Days off, one line each",
          element("textarea.rm-field", {
            name: "off",
            rows: 3,
            placeholder: "2026-12-24 to 2027-01-01",
            value: (plan?.off ?? []).map(([from, to]) => from === to ? from : `${from} to ${to}`).join("\n")
          })
        ),
        field(
          "The roadmap's weeks are meant at this many hours each",
          number2("pace", plan?.pace ?? schedule.PACE, { min: 0.25 })
        ),
        element(
          "fieldset.rm-topics",
          {},
          element("legend", {}, "Phases (for the whole map)"),
          ...roadmapIndex.data.phases.map(
            (phase) => element(
              "label.rm-choice-line",
              {},
              element("input", {
                type: "checkbox",
                name: "parts",
                value: phase.id,
                checked: wanted.includes(phase.id) || usual.length === 0 && !plan?.parts
              }),
              ` ${phase.title}`,
              phase.duration && element("small", {}, ` ${phase.duration}`)
            )
          )
        ),
        element(
          "label.rm-choice-line",
          {},
          element("input", { type: "checkbox", name: "optional", checked: plan?.optional ?? true }),
          " With optional topics"
        )
      ),
      element(
        "p",
        {},
        element("button.rm-button", { type: "submit", id: "make-plan" }, plan ? "Plan anew" : "Make the plan"),
        " ",
        told3
      )
    );
    return made;
  };

  // dashboard/view-plan.ts
  var summary = (ahead, plan) => {
    if (ahead.order.length === 0) return element("p", {}, "Nothing of it is left to do.");
    if (ahead.most.isEndless || ahead.likely.isEndless)
      return element("p", {}, element("strong.rm-late", {}, "At this pace it does not end within 40 years."));
    const [from, to] = [ahead.least.finish, ahead.most.finish].map((day2) => days.number(day2));
    const start = Math.max(days.number(plan.start), days.number(days.today()));
    const [least, most] = [from, to].map((day2) => Math.ceil((day2 - start + 1) / 7));
    const [low, high] = [ahead.least.hours, ahead.most.hours].map(Math.round);
    const span = (one, other) => one === other ? String(one) : `${one}–${other}`;
    return element(
      "p",
      {},
      `${plural(ahead.order.length, "topic")} left, about ${span(low, high)} hours: `,
      element("strong", {}, `${span(least, most)} weeks`),
      `, until ${from === to ? days.words(days.day(to)) : `${days.words(days.day(from))} at best, ${days.words(days.day(to))} at worst`}.`
    );
  };
  var VERDICTS = {
    kept: "will be met",
    tight: "can be met, at the quick end",
    late: "cannot be met",
    unplanned: "is not in this plan"
  };
  var milestones = (plan) => planning.milestones(plan).map((one) => {
    const judged = one.goals.flatMap(({ title, judged: judged2 }) => judged2 ? [{ title, ...judged2 }] : []);
    if (judged.length === 0) return null;
    return element(
      "li",
      {},
      element("strong", {}, one.title),
      ` by ${days.words(one.until)}`,
      element(
        "ul",
        {},
        ...judged.map(
          (goal) => element(
            "li",
            {},
            `${goal.title}: `,
            element(goal.verdict === "late" ? "strong.rm-late" : "span", {}, VERDICTS[goal.verdict]),
            goal.verdict === "late" || goal.verdict === "tight" ? ` (done between ${days.words(goal.least)} and ${days.words(goal.most)})` : ""
          )
        )
      )
    );
  }).filter((item) => item !== null);
  dashboard.views.set("plan", () => {
    const plan = planning.plan();
    if (!plan) return [planForm(plan)];
    const ahead = planning.ahead(plan);
    const kept = milestones(plan);
    const week = (one) => element(
      "li.rm-week",
      {},
      element(
        "h3",
        {},
        `Week of ${days.words(one.monday)} `,
        element("small", {}, `${Math.round(one.hours * 10) / 10} h`)
      ),
      element(
        "ul.rm-list",
        {},
        ...one.items.map(
          (item) => element(
            "li",
            {},
            element(
              "div.rm-row",
              {},
              roadmapIndex.box(roadmapIndex.leaves[item.at]),
              element("span.rm-home", {}, roadmapIndex.link(roadmapIndex.leaves[item.at], "open")),
              !item.ends && element("small.rm-kind", {}, "goes on")
            )
          )
        )
      )
    );
    return [
      planForm(plan),
      element("h2", {}, "What comes out"),
      summary(ahead, plan),
      element(
        "p.rm-line",
        {},
        `Effort: a topic's own hours where the roadmap has them; else its share of its phase's (or its document's week's) time, at ${plan.pace ?? schedule.PACE} hours a week.`
      ),
      kept.length > 0 ? element("ul", {}, ...kept) : null,
      element(
        "p",
        {},
        element(
          "button.rm-button",
          { type: "button", id: "save-calendar", onclick: () => saveCalendar(plan, ahead) },
          "Save as calendar (.ics)"
        )
      ),
      element("h2", {}, "Week by week"),
      element("ol.rm-list", {}, ...ahead.likely.weeks.slice(0, 8).map(week)),
      ahead.likely.weeks.length > 8 ? element(
        "details.rm-fold",
        {},
        element("summary", {}, `All ${ahead.likely.weeks.length} weeks`),
        element("ol.rm-list.rm-long", {}, ...ahead.likely.weeks.slice(8).map(week))
      ) : null
    ];
  });

  // shared:core/backups.ts
  var { backups } = globalThis.roadmap;

  // shared:core/drafts.ts
  var { hasUnsavedText, drafts } = globalThis.roadmap;

  // shared:core/save-status.ts
  var { whenSaved } = globalThis.roadmap;

  // shared:storage/merging.ts
  var { merging } = globalThis.roadmap;

  // dashboard/monthly-review.ts
  var PROMPTS = {
    learned: "Learned",
    projects: "Projects completed",
    challenges: "Challenges",
    next: "Goals for next month"
  };
  var month = "";
  var flush = () => {
  };
  var timer;
  globalThis.addEventListener("pagehide", () => flush());
  drafts.beforeLeaving(() => flush());
  var put = (path, record, place) => {
    const tell = (words) => {
      const told3 = document.getElementById(`told-${place}`);
      if (told3) told3.textContent = words;
    };
    const wrong = records.check(path, { ...record, at: 0 });
    if (wrong !== "") {
      tell(`Not saved: ${wrong}.`);
      return false;
    }
    if (!store.write([[path, record]])) {
      tell("Not saved.");
      sayUnsaved("This");
      return false;
    }
    backups.changed();
    whenSaved((words) => requestAnimationFrame(() => requestAnimationFrame(() => tell(words))));
    return true;
  };
  var told2 = (place) => element("span.rm-told", { id: `told-${place}`, "aria-live": "polite" });
  var monthlyReview = () => {
    flush();
    month ||= days.today().slice(0, 7);
    const path = `month/${month}`;
    const now = store.read(path) ?? {};
    const inMonth = (id) => store.state(id) === "done" && days.dayOf(store.since(id)).startsWith(month);
    const learned = roadmapIndex.leaves.filter(inMonth);
    const built = Object.entries(roadmapIndex.data.others).filter(([id, entry]) => entry[2] === "project" && inMonth(id));
    const written = store.paths().filter((one) => one.startsWith("month/")).map((one) => one.slice(6)).reverse();
    const draftOf = (name2) => `${path}/${name2}`;
    const bases = new Map(
      records.MONTH_FIELDS.map((name2) => [name2, drafts.get(draftOf(name2))?.base ?? records.own(now, name2) ?? ""])
    );
    const fields = Object.entries(PROMPTS).map(([name2, words]) => {
      const draft = drafts.get(draftOf(name2));
      const area = element("textarea.rm-field", {
        name: name2,
        id: `month-${name2}`,
        rows: 3,
        dir: "auto",
        value: draft?.text ?? now[name2] ?? ""
      });
      const offer = drafts.offer(`${month}-${name2}.txt`, () => area.value);
      offer.hidden = !draft;
      const problem = element("span.rm-unsaved", { "aria-live": "polite" }, drafts.tooLongText(area.value));
      const block = element("div", {}, element("label.rm-label", {}, words, area), problem, " ", offer);
      return { block, area, problem, offer };
    });
    const hold = ({ area, problem, offer }, isUnsaved) => {
      drafts.set(draftOf(area.name), isUnsaved ? { text: area.value, base: bases.get(area.name) ?? "" } : null);
      problem.textContent = drafts.tooLongText(area.value);
      offer.hidden = !isUnsaved;
    };
    const checkAll = () => {
      for (const field2 of fields) {
        const { name: name2, value } = field2.area;
        const isTooLong = drafts.tooLongText(value) !== "";
        if (isTooLong || drafts.get(draftOf(name2))) hold(field2, isTooLong);
      }
    };
    clearTimeout(timer);
    flush = () => {
      clearTimeout(timer);
      const before = store.read(path) ?? {};
      const record = Object.fromEntries(
        fields.map(({ area: { name: name2, value } }) => {
          const stored = records.own(before, name2) ?? "";
          const text = merging.threeWay(bases.get(name2), value, stored);
          return [name2, drafts.tooLongText(text) === "" ? text : stored];
        })
      );
      const isSaved = records.MONTH_FIELDS.every((name2) => (records.own(before, name2) ?? "") === record[name2]) || put(path, record, "month");
      for (const field2 of fields) {
        const { area } = field2;
        const text = record[area.name];
        const isTooLong = drafts.tooLongText(merging.threeWay(bases.get(area.name), area.value, text)) !== "";
        if (isTooLong || !isSaved) {
          if (isTooLong || area.value !== (records.own(before, area.name) ?? "")) hold(field2, true);
          continue;
        }
        bases.set(area.name, text);
        if (drafts.get(draftOf(area.name))) hold(field2, false);
        if (area.value !== text) area.value = text;
      }
    };
    const soon = () => {
      clearTimeout(timer);
      checkAll();
      timer = setTimeout(flush, 400);
    };
    return element(
      "section.rm-part.rm-wide",
      {},
      element("h2", {}, "Monthly review"),
      element(
        "label.rm-label",
        {},
        "Month",
        element("input.rm-field.rm-short", {
          type: "month",
          id: "month",
          value: month,
          pattern: "\\d{4}-\\d{2}",
          onchange: (event) => {
            if (records.kindOf(`month/${event.target.value}`)) {
              flush();
              month = event.target.value;
              event.target.blur();
              dashboard.show();
            }
          }
        })
      ),
      element(
        "p.rm-line",
        {},
        `Ticked in this month: ${plural(learned.length, "topic")}${built.length > 0 ? `, ${plural(built.length, "project")}` : ""}.`
      ),
      learned.length > 0 ? element(
        "details.rm-fold",
        {},
        element("summary", {}, "Which"),
        element("ul", {}, ...learned.map((id) => element("li", {}, roadmapIndex.link(id))))
      ) : null,
      element("div", { oninput: soon, onfocusout: () => flush() }, ...fields.map(({ block }) => block)),
      told2("month"),
      written.length > 0 ? element(
        "p.rm-line",
        {},
        "Written: ",
        ...written.flatMap((one, at) => [
          at > 0 && ", ",
          element(
            "button.rm-small",
            {
              type: "button",
              onclick: () => {
                month = one;
                dashboard.show();
              }
            },
            one
          )
        ])
      ) : null
    );
  };

  // dashboard/view-journal.ts
  var STATUSES = {
    "not-started": "Not started",
    "in-progress": "In progress",
    completed: "Completed"
  };
  var choose = (path, record, label, undone) => {
    const wrong = records.check(path, { ...record, at: 0 });
    if (wrong === "" && undo.act(label, [[path, record]], { undone })) return;
    if (wrong === "") sayUnsaved("This");
    else say(`Not saved: ${wrong}.`, true);
    follow([path]);
  };
  var follow = (paths) => {
    const show2 = (id, value) => {
      const field2 = document.getElementById(id);
      const isTyping = field2 === document.activeElement && field2?.type === "date";
      if (field2 && field2.value !== value && !isTyping) field2.value = value;
    };
    for (const path of paths) {
      if (path.startsWith("phase/")) show2(`status-${path.slice(6)}`, store.read(path)?.status ?? "auto");
      if (path !== "focus/current") continue;
      const now = store.read(path) ?? { at: 0 };
      for (const name2 of ["phase", "topic", "start", "target"]) show2(`focus-${name2}`, records.own(now, name2) ?? "");
    }
  };
  store.listen(follow);
  var byTicks = (id) => {
    const { done, size, learning, extra } = counts.of(`phase:${id}`);
    return size > 0 && done === size ? "completed" : done + learning + extra > 0 ? "in-progress" : "not-started";
  };
  var phases2 = () => {
    return element(
      "section.rm-part",
      {},
      element("h2", {}, "Phases"),
      element(
        "ul.rm-list",
        {},
        ...roadmapIndex.data.phases.map((phase) => {
          const set = store.read(`phase/${phase.id}`)?.status ?? "auto";
          const words = STATUSES[byTicks(phase.id)];
          return element(
            "li.rm-status-line",
            {},
            roadmapIndex.link(phase.id),
            " ",
            element(
              "select.rm-field",
              {
                id: `status-${phase.id}`,
                "aria-label": `Status of ${phase.title}`,
                onchange: (event) => {
                  const { value } = event.target;
                  const label = `${phase.title}: ${value === "auto" ? "status by ticks" : STATUSES[value].toLowerCase()}`;
                  choose(`phase/${phase.id}`, { status: value }, label, `the status of ${phase.title} is as it was`);
                }
              },
              element("option", { value: "auto", selected: set === "auto" }, `${words} (by ticks)`),
              ...Object.entries(STATUSES).map(
                ([value, text]) => element("option", { value, selected: set === value }, text)
              )
            )
          );
        })
      )
    );
  };
  var focus = () => {
    const now = updates.focus(store.read("focus/current") ?? { at: 0 });
    const change = (event) => {
      const { at: _at, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
      choose(
        "focus/current",
        { ...rest, [event.target.name]: event.target.value },
        "Current focus changed",
        "the current focus is as it was"
      );
    };
    const open = counts.leavesIn(now.phase ? `phase:${now.phase}` : "all");
    return element(
      "section.rm-part",
      { onchange: change },
      element("h2", {}, "Current focus"),
      element(
        "div.rm-fields",
        {},
        element(
          "label.rm-label",
          {},
          "Phase",
          element(
            "select.rm-field",
            { name: "phase", id: "focus-phase" },
            element("option", { value: "" }, "–"),
            ...roadmapIndex.data.phases.map(
              (phase) => element("option", { value: phase.id, selected: now.phase === phase.id }, phase.title)
            )
          )
        ),
        element(
          "label.rm-label",
          {},
          "Topic",
          element(
            "select.rm-field",
            { name: "topic", id: "focus-topic" },
            element("option", { value: "" }, "–"),
            ...open.map((id) => element("option", { value: id, selected: now.topic === id }, roadmapIndex.title(id)))
          )
        ),
        element(
          "label.rm-label",
          {},
          "Started",
          element("input.rm-field", { type: "date", name: "start", id: "focus-start", value: now.start ?? "" })
        ),
        element(
          "label.rm-label",
          {},
          "To be done by",
          element("input.rm-field", { type: "date", name: "target", id: "focus-target", value: now.target ?? "" })
        )
      )
    );
  };
  var notes = async () => {
    const { renderMarkdown } = await load("panel");
    const found = store.paths().flatMap((path) => {
      const text = path.startsWith("note/") ? store.read(path)?.text : "";
      return text ? [[path.slice(5), text]] : [];
    });
    if (found.length === 0) return null;
    return element(
      "section.rm-part.rm-wide",
      {},
      element("h2", {}, `Notes (${found.length})`),
      ...found.map(
        ([id, text]) => element(
          "article.rm-note",
          {},
          element(
            "h3",
            {},
            roadmapIndex.link(id),
            !roadmapIndex.isKnown(id) && element("small", {}, " (no longer in the roadmap)")
          ),
          element("div.rm-prose", {}, renderMarkdown(text))
        )
      )
    );
  };
  dashboard.views.set("journal", async () => [
    element("div.rm-parts", {}, phases2(), focus()),
    monthlyReview(),
    await notes()
  ]);

  // dashboard/view-changes.ts
  dashboard.views.set("changes", () => {
    const fresh = updates.newLeaves();
    const log = updates.log();
    const line = (change) => element(
      "li",
      {},
      ...updates.phrase(change).map((part) => typeof part === "string" ? part : roadmapIndex.link(part.id))
    );
    const row = (id) => element(
      "li",
      {},
      element("div.rm-row", {}, roadmapIndex.box(id), element("span.rm-home", {}, roadmapIndex.link(id, "open")))
    );
    return [
      fresh.length > 0 ? element(
        "section.rm-part",
        {},
        element("h2", {}, "New since you finished"),
        element("ul.rm-list", {}, ...fresh.map(row))
      ) : null,
      ...[...new Set(log.map(({ day: day2 }) => day2))].reverse().map(
        (day2) => element(
          "section.rm-part.rm-update",
          {},
          element("h2", {}, days.words(day2)),
          element("ul", {}, ...log.filter((one) => one.day === day2).map(({ change }) => line(change)))
        )
      ),
      log.length === 0 ? element("p", {}, "Nothing has changed since you started.") : null
    ];
  });

  // dashboard/view-routine.ts
  var CELL = 11;
  var year = (today2) => {
    const end = days.number(today2);
    const start = days.monday(end - 364);
    const kept = new Map(
      store.paths().filter((path) => path.startsWith("day/")).map((path) => [path.slice(4), habits.doneOn(path.slice(4)).size])
    );
    const most = Math.max(1, ...kept.values());
    const squares = [];
    const months = /* @__PURE__ */ new Map();
    let active = 0;
    for (let day2 = start; day2 <= end; day2 += 1) {
      const name2 = days.day(day2);
      const count = kept.get(name2) ?? 0;
      if (count > 0) active += 1;
      months.set(name2.slice(0, 7), (months.get(name2.slice(0, 7)) ?? 0) + (count > 0 ? 1 : 0));
      const level = count === 0 ? 0 : Math.ceil(4 * count / most);
      squares.push(
        element(
          "rect",
          {
            class: `rm-heat-${level}`,
            x: ((day2 - start) / 7 | 0) * CELL,
            y: days.weekday(day2) * CELL,
            width: CELL - 2,
            height: CELL - 2,
            rx: 2
          },
          element("title", {}, `${days.words(name2)}: ${count}`)
        )
      );
    }
    const text = `${plural(active, "day")} of the last year had at least one habit.`;
    return element(
      "figure.rm-figure",
      {},
      element(
        "svg",
        { class: "rm-heat", viewBox: `0 0 ${53 * CELL} ${7 * CELL}`, role: "img", "aria-label": text },
        ...squares
      ),
      element("figcaption", {}, text),
      element(
        "details.rm-fold",
        {},
        element("summary", {}, "The same as a table"),
        element(
          "table.rm-table",
          {},
          element(
            "thead",
            {},
            element("tr", {}, element("th", { scope: "col" }, "Month"), element("th", { scope: "col" }, "Days"))
          ),
          element(
            "tbody",
            {},
            ...[...months].map(
              ([month2, count]) => element("tr", {}, element("th", { scope: "row" }, month2), element("td", {}, count))
            )
          )
        )
      )
    );
  };
  dashboard.views.set("routine", () => {
    const today2 = days.today();
    const done = habits.doneOn(today2);
    const streak = habits.streak((day2) => habits.doneOn(day2).size > 0, today2);
    return [
      element("h2", {}, `Today, ${days.words(today2)}`),
      element(
        "div.rm-parts",
        {},
        ...habits.blocksOf(roadmapIndex.data.routine, today2).map((block) => habitList(block, today2, done))
      ),
      element(
        "p",
        {},
        streak > 0 ? `${plural(streak, "day")} in a row. ` : "",
        "The lists start fresh each day. A day without is only a day without."
      ),
      year(today2)
    ];
  });

  // dashboard/view-milestones.ts
  dashboard.views.set("milestones", () => {
    const plan = planning.plan();
    const dated = new Map((plan ? planning.milestones(plan) : []).map((one) => [one.id, one]));
    for (const line of document.querySelectorAll("[data-rm-milestone]")) {
      const one = dated.get(line.dataset.rmMilestone ?? "");
      line.querySelector(".rm-until")?.remove();
      if (one) line.append(element("span.rm-until", {}, `by ${days.words(one.until)}`));
    }
    for (const goal of roadmapIndex.data.milestones.flatMap((one) => one.goals)) {
      const place = document.querySelector(`[data-rm-goal="${CSS.escape(goal.id)}"]`);
      if (!place) continue;
      const { done, size, isReached } = planning.progressOf(goal);
      place.textContent = size > 0 ? `${done} of ${size}${isReached ? ", reached" : ""}` : "";
    }
    const link = element("a", { href: roadmapIndex.at(roadmapIndex.data.pages.plan) }, "plan");
    return [
      element(
        "p.rm-line",
        {},
        plan ? "Days count from the start of your " : "With a ",
        link,
        plan ? "." : ", each has its day."
      )
    ];
  });

  // dashboard/view-print.ts
  var heads = new CSSStyleSheet();
  var all = (places) => document.querySelectorAll(`.rm-print ${places}`);
  var quoted = (text) => `"${text.replace(/(.{60}).{3,}/su, "$1…").replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
  var tally = (scope) => {
    const ids = counts.leavesIn(scope);
    const { done, size, skipped, extra } = counts.of(scope);
    if (size === 0) return `all ${skipped} skipped`;
    const optional = size + skipped === ids.length ? 0 : ids.filter((id) => counts.isOptional(id) && store.state(id) !== "skipped").length;
    const branches = ids.length - size - skipped - optional;
    const why = [
      optional && `${optional} optional`,
      branches && `${branches} where one branch is enough`,
      skipped && `${skipped} skipped`
    ].filter((one) => one);
    return `${done} of ${plural(size, "topic")} done, ${progressBars.percent({ done, size })} %${extra > 0 ? `, and ${extra} more` : ""}${why.length > 0 ? `; not counted of ${ids.length}: ${why.join(", ")}` : ""}`;
  };
  var note = (path) => {
    const id = path.slice(path.indexOf("/") + 1);
    const { text = "", links = [] } = store.read(path) ?? {};
    const words = path.startsWith("note/") ? text : path.startsWith("links/") ? links.map((one) => `${one.title} ${one.url}`.trim()).join("\n") : "";
    if (words === "") return;
    const made = element("p.rm-written", { dir: "auto" }, words);
    const row = all(`[data-tick="${CSS.escape(id)}"]`)[0]?.closest("li");
    const rest = all("[data-rm-rest]")[0];
    if (row) row.insertBefore(made, row.querySelector(":scope > .rm-list"));
    else rest.append(element("h3", {}, roadmapIndex.title(id)), made);
    rest.parentElement?.toggleAttribute("hidden", rest.childElementCount === 0);
  };
  var name = () => {
    const chapters = [...all("[data-rm-head]")];
    const pages = chapters.map((chapter, at) => {
      chapter.style.setProperty("page", `rm-${at}`);
      return `@page rm-${at} { margin: 20mm 16mm; color: #555; font: 8.5pt sans-serif; @top-left { content: ${quoted(roadmapIndex.data.title)} } @top-right { content: ${quoted(chapter.dataset.rmHead ?? "")} } @bottom-center { content: counter(page) } }`;
    });
    heads.replaceSync(pages.join(""));
    if (!document.adoptedStyleSheets.includes(heads)) document.adoptedStyleSheets.push(heads);
  };
  dashboard.views.set("print", (root2) => {
    for (const place of all(".rm-tally")) place.textContent = tally(place.dataset.scope ?? "");
    for (const place of all(".rm-written, [data-rm-rest] > *")) place.remove();
    for (const path of store.paths()) note(path);
    dashboard.views.get("milestones")?.(root2);
    name();
    return [
      element(
        "p.rm-noprint",
        {},
        element("button.rm-button", { type: "button", id: "print", onclick: () => print() }, "Print")
      ),
      element("p", {}, `As of ${days.words(days.today())}.`)
    ];
  });

  // dashboard/main.ts
  var shared = {
    days,
    roadmapIndex,
    dashboard,
    planning,
    review
  };
  Object.assign(globalThis.roadmap, shared);
})();
