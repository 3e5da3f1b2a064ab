/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/elements.ts
  var { element } = globalThis.roadmap;

  // dashboard/code-words.ts
  var codeWords = (text2) => text2.split("`").map((words, at) => at % 2 === 1 ? element("code", {}, words) : words);

  // shared:core/strings.ts
  var { nodes, text, listed, paragraph, locale } = globalThis.roadmap;

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
    /** @returns the day that many months later, or the last day of that month if it is shorter */
    addMonths(start, months) {
      const [year2, month2, date] = start.split("-").map(Number);
      const last = new Date(Date.UTC(year2, month2 + months, 0)).getUTCDate();
      return day(Date.UTC(year2, month2 - 1 + months, Math.min(date, last)) / DAY);
    },
    /** @returns the day in the format of the page's language */
    words: (day2) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day2)),
    /** @returns a month such as 2026-01 in the format of the page's language */
    monthWords: (month2) => new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric", timeZone: "UTC" }).format(
      Date.parse(`${month2}-01`)
    )
  };

  // graph/topic-graph.ts
  var DEFAULT_HOURS = 2;
  var topicGraph = (needs, hours, taskHours) => {
    const neededBy = needs.map(() => []);
    needs.forEach((before, topic) => {
      for (const need2 of before) neededBy[need2].push(topic);
    });
    return { needs, neededBy, hours, taskHours };
  };
  var cost = (graph3, topics3, tasks = []) => {
    const minutes = (hours) => Math.floor((hours ?? DEFAULT_HOURS) * 60 + 0.5);
    let sum = 0;
    for (const topic of topics3) sum += minutes(graph3.hours[topic]);
    for (const task of tasks) sum += minutes(graph3.taskHours[task]);
    return sum / 60;
  };
  var inOrder = (nodes2, needs) => {
    const ordered = /* @__PURE__ */ new Set();
    for (const start of nodes2) {
      if (ordered.has(start)) continue;
      const waiting = /* @__PURE__ */ new Set([start]);
      const stack = [{ node: start, before: needs(start), next: 0 }];
      while (stack.length > 0) {
        const top = stack[stack.length - 1];
        const isPassed = (need2) => ordered.has(need2) || waiting.has(need2);
        while (top.next < top.before.length && isPassed(top.before[top.next])) top.next += 1;
        if (top.next < top.before.length) {
          const need2 = top.before[top.next];
          waiting.add(need2);
          stack.push({ node: need2, before: needs(need2), next: 0 });
        } else {
          ordered.add(top.node);
          stack.pop();
        }
      }
    }
    return [...ordered];
  };

  // graph/path.ts
  var nothing = () => ({ topics: /* @__PURE__ */ new Set(), aims: /* @__PURE__ */ new Set(), tasks: /* @__PURE__ */ new Set() });
  var include = (selection, other) => {
    for (const topic of other.topics) selection.topics.add(topic);
    for (const topic of other.aims) selection.aims.add(topic);
    for (const task of other.tasks) selection.tasks.add(task);
    return selection;
  };
  var ascending = (one, other) => one - other;
  var closure = (graph3, topics3, isKnown2) => {
    const reached = /* @__PURE__ */ new Set();
    const waiting = topics3.filter((topic) => !isKnown2(topic));
    for (let topic = waiting.pop(); topic !== void 0; topic = waiting.pop()) {
      if (reached.has(topic)) continue;
      reached.add(topic);
      for (const need2 of graph3.needs[topic]) if (!isKnown2(need2) && !reached.has(need2)) waiting.push(need2);
    }
    return reached;
  };
  var pathTo = (graph3, goal2, isKnown2, isDone = () => false) => {
    const addition = ({ topics: topics4 = [], choices = [], tasks: tasks2 = [] }, path) => {
      const isReached = (topic) => isKnown2(topic) || path.topics.has(topic);
      const isToDo = (task) => !isDone(task) && !path.tasks.has(task);
      const added = {
        topics: closure(graph3, topics4, isReached),
        aims: new Set(topics4),
        tasks: new Set(tasks2.filter(isToDo))
      };
      for (const choice of choices)
        for (const chosen2 of cheapest(choice, include(include(nothing(), path), added))) include(added, chosen2);
      return added;
    };
    const cheapest = ({ count, among }, path) => {
      const chosen2 = [];
      const rest = [...among];
      while (rest.length > 0 && chosen2.length < count) {
        const options = rest.map(
          (alternative) => isReachedBy(alternative, path) ? nothing() : addition(alternative, path)
        );
        const costs = options.map(({ topics: topics4, tasks: tasks2 }) => cost(graph3, topics4, tasks2));
        const best = costs.indexOf(Math.min(...costs));
        chosen2.push(options[best]);
        include(path, options[best]);
        rest.splice(best, 1);
      }
      return chosen2;
    };
    const isReachedBy = ({ tasks: tasks2 = [] }, path) => tasks2.length > 0 && tasks2.every((task) => isDone(task) || path.tasks.has(task));
    const { topics: topics3, aims, tasks } = addition(goal2, nothing());
    const order = inOrder([...topics3].sort(ascending), (topic) => graph3.needs[topic].filter((need2) => topics3.has(need2)));
    const position4 = new Map(order.map((topic, at2) => [topic, at2]));
    const at = (topic) => position4.get(topic);
    const steps = order.map((topic) => ({
      topic,
      opens: graph3.neededBy[topic].filter((other) => position4.has(other)).sort((one, other) => at(one) - at(other))
    }));
    const before = /* @__PURE__ */ new Set([...aims, ...order.flatMap((topic) => graph3.needs[topic])]);
    return { steps, tasks: [...tasks], known: [...before].filter(isKnown2).sort(ascending) };
  };

  // graph/next-topics.ts
  var BLOCK = 32;
  var openedBy = (graph3, ready, among) => {
    const needs = (topic) => graph3.needs[topic].filter((need2) => among.has(need2));
    const order = inOrder(
      [...among].sort((one, other) => one - other),
      needs
    );
    const place = new Map(order.map((topic, at2) => [topic, at2]));
    const at = (topic) => place.get(topic);
    const first = new Int32Array(order.length + 1);
    const edges = [];
    order.forEach((topic, position4) => {
      for (const need2 of needs(topic)) edges.push(at(need2));
      first[position4 + 1] = edges.length;
    });
    const sources = Int32Array.from(edges);
    const counts2 = /* @__PURE__ */ new Map();
    for (let start = 0; start < ready.length; start += BLOCK) {
      const block = ready.slice(start, start + BLOCK);
      const bits = new Int32Array(order.length);
      const opened = new Int32Array(BLOCK);
      block.forEach((topic, bit) => {
        bits[at(topic)] = 1 << bit;
      });
      for (let position4 = 0; position4 < order.length; position4 += 1) {
        let reached = 0;
        for (let edge = first[position4]; edge < first[position4 + 1]; edge += 1) reached |= bits[sources[edge]];
        bits[position4] |= reached;
        for (; reached !== 0; reached &= reached - 1) opened[31 - Math.clz32(reached & -reached)] += 1;
      }
      block.forEach((topic, bit) => {
        counts2.set(topic, opened[bit]);
      });
    }
    return counts2;
  };
  var nextTopics = (graph3, isKnown2, wanted) => {
    const open = new Set(wanted.filter((topic) => !isKnown2(topic)));
    const ready = [...open].filter((topic) => graph3.needs[topic].every(isKnown2));
    const opened = openedBy(graph3, ready, open);
    const opens2 = (topic) => opened.get(topic);
    return ready.sort((one, other) => opens2(other) - opens2(one) || one - other);
  };

  // shared:core/counts.ts
  var { counts } = globalThis.roadmap;

  // shared:core/map.ts
  var { map } = globalThis.roadmap;

  // graph/alternatives.ts
  var withoutSkipped = (needed, isSkipped2, isTaskSkipped) => {
    const { choices = [] } = needed;
    if (choices.length === 0) return needed;
    const isOpen2 = ({ topics: topics3 = [], choices: choices2 = [], tasks = [] }) => choices2.length > 0 || !(tasks.length > 0 ? tasks.every(isTaskSkipped) : topics3.every(isSkipped2));
    return {
      ...needed,
      choices: choices.map(({ count, among }) => {
        const open = among.filter(isOpen2);
        const rest = open.length > 0 ? open : among;
        return { count, among: rest.map((one) => withoutSkipped(one, isSkipped2, isTaskSkipped)) };
      })
    };
  };

  // shared:storage/store.ts
  var { store } = globalThis.roadmap;

  // shared:core/parts.ts
  var { loader, need, load } = globalThis.roadmap;

  // dashboard/roadmap-index.ts
  var { leaves } = map;
  var { root } = loader;
  var source = globalThis.roadmapTopics;
  var position = new Map(leaves.map((id, at) => [id, at]));
  var topics = new Map(source.ids.map((id, at) => [id, source.topics[at]]));
  var onMap = (places) => places.map((at) => position.get(source.ids[at])).filter((at) => at !== void 0);
  var expand = (spans) => spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));
  var data = {
    ...source,
    /** The positions of the topics of each exercise and project. */
    tasks: new Map(Object.entries(source.tasks).map(([id, spans]) => [id, onMap(expand(spans))])),
    asked: new Set(onMap(expand(source.asked))),
    hours: Object.fromEntries(
      Object.entries(source.hours).flatMap(([at, hours]) => onMap([Number(at)]).map((mapAt) => [mapAt, hours]))
    ),
    order: onMap(source.order),
    documents: source.documents.map((one) => {
      const topics3 = one.order.map((place, at) => ({ place, week: one.weeks[at] })).filter(({ place }) => position.has(source.ids[place]));
      const order = onMap(topics3.map(({ place }) => place));
      return { ...one, order, weeks: one.weeks.length > 0 ? topics3.map(({ week }) => week) : [] };
    }),
    milestones: source.milestones.map((one) => ({
      ...one,
      goals: one.goals.map((goal2) => ({ ...goal2, topics: onMap(expand(goal2.topics)) }))
    }))
  };
  var others = new Map(Object.entries(data.others));
  var taskIds = [...data.tasks.keys()];
  var phases = new Map(data.phases.map((phase) => [phase.id, phase]));
  var lookup = (id) => topics.get(id) ?? others.get(id) ?? null;
  var roadmapIndex = {
    data,
    leaves,
    position,
    taskIds,
    /** @returns the id of the topic, exercise or project at a position */
    idAt: (at) => leaves[at] ?? taskIds[at - leaves.length] ?? "",
    /** @returns whether it is a topic's, not that of an exercise or project */
    isTopicAt: (at) => at < leaves.length,
    phases,
    root,
    /** @param address as seen from the root */
    at: (address3) => new URL(address3, root).href,
    /** @returns its title; the words of its id if it was removed */
    title: (id) => lookup(id)?.[0] ?? phases.get(id)?.title ?? id.replaceAll("-", " "),
    isKnown: (id) => lookup(id) !== null || phases.has(id),
    /** @returns its address from the site's root; empty if it was removed */
    url: (id) => lookup(id)?.[1] ?? phases.get(id)?.url ?? "",
    /** @returns "topic", "paper" and so on */
    kind: (id) => position.has(id) ? "topic" : others.get(id)?.[2] ?? "entry",
    /** @returns a link to its place in the roadmap, or its title if it was removed */
    link(id, label) {
      const url = lookup(id)?.[1] ?? phases.get(id)?.url;
      const content = label ?? this.title(id);
      return url !== void 0 ? element("a", { href: this.at(url) }, content) : element("span", { dir: "auto" }, content);
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
    ),
    /** @returns a list item: its box, a link to its place in the roadmap, and what else belongs in the row */
    row: (id, ...more) => element(
      "li",
      {},
      element(
        "div.rm-row",
        {},
        roadmapIndex.box(id),
        element("span.rm-entry-link", {}, roadmapIndex.link(id, text("dashboard.open"))),
        ...more
      )
    )
  };

  // dashboard/prerequisites.ts
  var { leaves: leaves2 } = map;
  var source2 = globalThis.roadmapGraph;
  var { position: position2 } = roadmapIndex;
  var numbers = (spans = []) => spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));
  var requirements = (data3) => ({
    topics: numbers(data3.topics),
    choices: (data3.choices ?? []).map(({ count, among }) => ({ count, among: among.map(requirements) })),
    tasks: data3.tasks ?? []
  });
  var others2 = new Map(
    source2.goals.map(([id, kind, title2, url, needs]) => [id, { id, kind, title: title2, url, needs: requirements(needs) }])
  );
  var graph = topicGraph(
    source2.needs,
    leaves2.map((_, at) => roadmapIndex.data.hours[at] ?? null),
    source2.taskHours
  );
  var isSkipped = (id) => store.state(id) === "skipped";
  var prerequisites = {
    graph,
    /** Whether the roadmap has any prerequisites. */
    hasAny: graph.needs.some((needs) => needs.length > 0),
    /** @returns the goal with that id, without alternatives that are skipped; null if there is none */
    goal(id) {
      const at = position2.get(id);
      const other = others2.get(id);
      if (other) return { ...other, needs: withoutSkipped(other.needs, (topic) => isSkipped(leaves2[topic]), isSkipped) };
      if (at === void 0) return null;
      return { id, kind: "topic", title: roadmapIndex.title(id), url: roadmapIndex.url(id), needs: { topics: [at] } };
    },
    /** All goals, counted topics last. */
    goals: () => [
      ...others2.values(),
      ...leaves2.map((id) => prerequisites.goal(id)).filter((goal2) => goal2 !== null)
    ],
    /** Whether a topic, by its number, needs no learning: it is done, or the learner has decided to skip it. */
    isKnown: (at) => ["done", "skipped"].includes(store.state(leaves2[at])),
    /** Whether an exercise or project is done. */
    isDone: (id) => store.state(id) === "done",
    /** Whether a topic, by its number, is optional. */
    isOptional: (at) => counts.isOptional(leaves2[at])
  };

  // shared:core/undo.ts
  var { undo } = globalThis.roadmap;

  // shared:core/updates.ts
  var { updates } = globalThis.roadmap;

  // dashboard/goal.ts
  var pathOf = (id) => {
    const entry = prerequisites.goal(id);
    return entry && pathTo(prerequisites.graph, entry.needs, prerequisites.isKnown, prerequisites.isDone);
  };
  var goal = {
    /** @returns the id of the goal, or of its successor; empty if there is none */
    id: () => goal.entry()?.id ?? "",
    /** @returns the goal, or its successor; null if there is none */
    entry() {
      const stored = store.read("focus/current");
      return stored?.goal ? prerequisites.goal(updates.focus(stored).goal) : null;
    },
    /**
     * Choose a goal, as an act that can be undone. The other fields of the focus stay.
     * @param id empty for no goal
     * @returns whether it was stored; not if the roadmap has no such goal
     */
    choose(id) {
      const entry = prerequisites.goal(id);
      if (id !== "" && !entry) return false;
      const { at: _at, goal: _goal, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
      return undo.act(
        entry ? text("dashboard.goal.chosen", { goal: entry.title }) : text("dashboard.goal.removed"),
        [["focus/current", entry ? { ...rest, goal: id } : rest]],
        { undone: text("dashboard.goal.undone") }
      );
    },
    /** @returns the path to the goal; null if there is no goal */
    path: () => pathOf(goal.id()),
    pathOf
  };

  // shared:core/notices.ts
  var { say, notice, sayUnsaved } = globalThis.roadmap;

  // shared:core/progress-bars.ts
  var { progressBars } = globalThis.roadmap;

  // shared:core/rows.ts
  var { rows } = globalThis.roadmap;

  // dashboard/dashboard.ts
  var views = /* @__PURE__ */ new Map();
  var UPDATE_DELAY = 2500;
  var isWaiting = false;
  var isStale = false;
  var noUpdateBefore = 0;
  var isBusy = (root2) => {
    const focused = document.activeElement;
    const isWriting = focused instanceof HTMLElement && root2.contains(focused) && focused.matches("textarea, input:not([type=checkbox], [type=radio]), select");
    return isWriting || root2.dataset.rmUnsent !== void 0 || root2.querySelector(".rm-panel") !== null;
  };
  var FOCUSABLE = "a[href], button, input, select, textarea, summary";
  var shownOn = days.today();
  var VIEW_OF = { desk: "dashboard", left: "remaining", keep: "backup" };
  var render = async (root2) => {
    const value = root2.dataset.rmDesk ?? "";
    const name = VIEW_OF[value] ?? value;
    if (name === "backup" || name === "shared") await need("backup");
    if (name === "path" || name === "placement") await need("paths");
    const view = views.get(name);
    if (!view) return;
    const focused = document.activeElement instanceof HTMLElement && root2.contains(document.activeElement) ? document.activeElement : null;
    const order = focused ? [...root2.querySelectorAll(FOCUSABLE)].indexOf(focused) : -1;
    const key = focused?.dataset.tick ? `[data-tick="${CSS.escape(focused.dataset.tick)}"]` : focused?.id ? `#${CSS.escape(focused.id)}` : "";
    const nodes2 = await view(root2);
    delete root2.dataset.rmUnsent;
    root2.replaceChildren(...nodes2.filter((node) => node !== null));
    rows.bind();
    progressBars.paint();
    const same = key ? root2.querySelector(key) : null;
    const focusable = [...root2.querySelectorAll(FOCUSABLE)];
    if (focused) (same ?? focusable[Math.min(order, focusable.length - 1)])?.focus();
  };
  var show = () => {
    isStale = false;
    shownOn = days.today();
    for (const root2 of document.querySelectorAll("[data-rm-desk]")) {
      render(root2).catch(() => say(text("dashboard.broken"), true));
    }
  };
  var showSoon = () => {
    isStale = true;
    if (isWaiting) return;
    isWaiting = true;
    const wait = noUpdateBefore - performance.now();
    if (wait > 0) setTimeout(update, wait);
    else requestAnimationFrame(update);
    function update() {
      isWaiting = false;
      if (!isStale) return;
      if (noUpdateBefore > performance.now()) {
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
        noUpdateBefore = performance.now() + UPDATE_DELAY;
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

  // dashboard/plan-order.ts
  var problems = (graph3, order, isKnown2) => {
    const open = order.filter((topic) => !isKnown2(topic));
    const position4 = new Map(open.map((topic, at) => [topic, at]));
    const early = [];
    const missing = [];
    open.forEach((topic, at) => {
      for (const need2 of graph3.needs[topic]) {
        if (isKnown2(need2)) continue;
        const other = position4.get(need2);
        if (other === void 0) missing.push({ topic, need: need2 });
        else if (other > at) early.push({ topic, need: need2 });
      }
    });
    const added = [...closure(graph3, open, isKnown2)].filter((topic) => !position4.has(topic));
    return { early, missing, added: added.sort((one, other) => one - other) };
  };
  var arranged = (graph3, order, isKnown2, rules) => {
    if (!rules.needs && !rules.first) return order;
    const own = new Set(order);
    const known = rules.needs ? [...closure(graph3, order, () => false)].filter(isKnown2) : [];
    const open = rules.needs ? [...closure(graph3, order, isKnown2)] : [];
    const added = new Set([...known, ...open].filter((topic) => !own.has(topic)));
    const moves = (need2) => added.has(need2) || rules.first === true && own.has(need2);
    return inOrder(order, (topic) => graph3.needs[topic].filter(moves));
  };
  var ofGoal = (graph3, goal2, isKnown2, isDone) => {
    const path = pathTo(graph3, goal2, isKnown2, isDone).steps.map(({ topic }) => topic);
    const whole = pathTo(graph3, goal2, () => false).steps.map(({ topic }) => topic);
    const topics3 = /* @__PURE__ */ new Set([...path, ...whole.filter(isKnown2)]);
    return inOrder(
      [...topics3].sort((one, other) => one - other),
      (topic) => graph3.needs[topic].filter((need2) => topics3.has(need2))
    );
  };
  var planOrder = { problems, arranged, ofGoal };

  // dashboard/schedule.ts
  var LIMIT = 40 * 366;
  var UNKNOWN = 2;
  var PACE = 10;
  var inside = (part) => part.spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));
  var efforts = (plan, road2) => {
    const pace = plan.pace ?? PACE;
    const own = (at) => road2.hours[at] ?? 0;
    const byTopic = /* @__PURE__ */ new Map();
    const share = (topics3, weeks) => {
      const open = topics3.filter((at) => own(at) === 0);
      const spent = topics3.reduce((all2, at) => all2 + own(at), 0);
      const each = (number3) => Math.max(number3 * pace - spent, 0) / Math.max(open.length, 1);
      for (const at of open)
        byTopic.set(at, { least: each(weeks[0]), likely: each((weeks[0] + weeks[1]) / 2), most: each(weeks[1]) });
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
    const shares = [...byTopic.values()];
    const typical = shares.length > 0 ? shares.reduce((all2, effort) => all2 + effort.likely, 0) / shares.length : UNKNOWN;
    for (const { at, hours } of road2.tasks ?? []) byTopic.set(at, { least: hours, likely: hours, most: hours });
    for (const at of road2.parts.flatMap(inside)) {
      const hours = own(at) || (byTopic.has(at) ? 0 : typical);
      if (hours > 0) byTopic.set(at, { least: hours, likely: hours, most: hours });
    }
    return byTopic;
  };
  var chosen = (plan, road2, isOptional2, isOffBranch2 = (_at) => false) => {
    const before = road2.prerequisites;
    const goal2 = plan.goal && before?.goal(plan.goal) || null;
    if (before && goal2) return planOrder.ofGoal(before.graph, goal2.needs, before.isKnown, before.isDone);
    const order = usual(plan, road2).filter((at) => (plan.optional !== false || !isOptional2(at)) && !isOffBranch2(at));
    return before ? planOrder.arranged(before.graph, order, before.isKnown, plan) : order;
  };
  var withTasks = (plan, road2, order, isMissing) => {
    if (!plan.tasks) return order;
    const position4 = new Map(order.map((topic, at) => [topic, at]));
    const after = /* @__PURE__ */ new Map();
    const rest = (road2.tasks ?? []).filter(({ topics: topics3 }) => topics3.length === 0).map(({ at }) => at);
    for (const { at, topics: topics3 } of road2.tasks ?? []) {
      const last = Math.max(...topics3.map((topic) => position4.get(topic) ?? -1));
      if (last < 0 || topics3.some((topic) => !position4.has(topic) && isMissing(topic))) continue;
      after.set(order[last], [...after.get(order[last]) ?? [], at]);
    }
    return [...order.flatMap((topic) => [topic, ...after.get(topic) ?? []]), ...rest];
  };
  var usual = (plan, road2) => {
    const document2 = road2.documents.find((one) => one.id === plan.order);
    if (document2) return document2.order;
    const parts = road2.parts.filter((part) => part.weeks !== null || road2.parts.every((other) => other.weeks === null)).map((part) => part.id);
    const wanted = new Set(road2.parts.filter((part) => (plan.parts ?? parts).includes(part.id)).flatMap(inside));
    return road2.order.filter((at) => wanted.has(at));
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
    const limit2 = day2 + LIMIT;
    let left = hoursOf(day2);
    const spend = (at, hours, isLast) => {
      const monday = days.day(days.monday(day2));
      let week = weeks.at(-1);
      if (week?.monday !== monday) {
        week = { monday, hours: 0, items: [] };
        weeks.push(week);
      }
      week.hours += hours;
      const item = week.items.at(-1);
      if (item?.at === at) {
        item.hours += hours;
        item.ends = isLast;
      } else week.items.push({ at, hours, ends: isLast });
    };
    for (const [at, hours] of work) {
      let rest = hours;
      while (rest > 1e-6) {
        while (left <= 1e-6) {
          day2 += 1;
          if (day2 > limit2) return { weeks, ends, finish: null, hours: 0, isEndless: true };
          left = hoursOf(day2);
        }
        const spent = Math.min(rest, left);
        rest -= spent;
        left -= spent;
        spend(at, spent, rest <= 1e-6);
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
    const hours = efforts(plan, road2);
    const planned = chosen(plan, road2, topics3.isOptional, topics3.isOffBranch);
    const isMissing = (at2) => topics3.isOpen(at2) && !topics3.isOptional(at2) && !topics3.isOffBranch?.(at2);
    const order = withTasks(plan, road2, planned, isMissing).filter(topics3.isOpen);
    const isBegun2 = topics3.isBegun ?? (() => false);
    const sorted = [...order.filter(isBegun2), ...order.filter((at2) => !isBegun2(at2))];
    const start = from > plan.start ? from : plan.start;
    const at = (which) => lay(
      plan,
      sorted.map((topic) => [topic, hours.get(topic)?.[which] ?? UNKNOWN]),
      start
    );
    return { least: at("least"), likely: at("likely"), most: at("most"), order: sorted, efforts: hours };
  };
  var judge = (schedules, topics3, until) => {
    const planned = new Set(schedules.order);
    if (topics3.some((at) => !planned.has(at))) return { verdict: "unplanned", least: "", most: "" };
    if (topics3.some((at) => !schedules.most.ends.has(at))) return { verdict: "late", least: "", most: "" };
    const last = (schedule2) => topics3.map((at) => schedule2.ends.get(at) ?? "").sort().at(-1) ?? "";
    const [least, most] = [last(schedules.least), last(schedules.most)];
    return { verdict: most <= until ? "met" : least <= until ? "tight" : "late", least, most };
  };
  var schedule = { PACE, UNKNOWN, efforts, chosen, capacity, make, judge };

  // dashboard/advice.ts
  var MOST_A_WEEK = 168;
  var MOST_A_DAY = 24;
  var roundUp = (hours, step) => Math.ceil(hours / step - 1e-9) * step;
  var freeDays = (plan, from, until) => {
    const isFree = schedule.capacity({ start: plan.start, hours: 7, off: plan.off });
    const counts2 = [0, 0, 0, 0, 0, 0, 0];
    for (let day2 = days.number(from); day2 <= days.number(until); day2 += 1)
      if (isFree(day2) > 0) counts2[days.weekday(day2)] += 1;
    return counts2;
  };
  var workUntil = (schedules, topics3) => {
    const wanted = new Set(topics3);
    const last = schedules.order.findLastIndex((topic) => wanted.has(topic));
    return schedules.order.slice(0, last + 1).reduce((sum, topic) => sum + (schedules.efforts.get(topic)?.most ?? schedule.UNKNOWN), 0);
  };
  var scaledWeek = (week, counts2, work) => {
    const scaled = [...week];
    const possible = () => scaled.reduce((sum, hours, day2) => sum + hours * counts2[day2], 0);
    for (let round = 0; round < 7; round += 1) {
      const isGrowing = scaled.map((hours) => hours > 0 && hours < MOST_A_DAY);
      const share = scaled.reduce((sum, hours, day2) => sum + (isGrowing[day2] ? hours * counts2[day2] : 0), 0);
      if (share === 0) break;
      const factor = 1 + (work - possible()) / share;
      isGrowing.forEach((grows, day2) => {
        if (grows) scaled[day2] = Math.min(roundUp(scaled[day2] * factor, 0.25), MOST_A_DAY);
      });
      if (possible() >= work - 1e-6) return scaled;
    }
    return null;
  };
  var hoursToMeet = (plan, schedules, topics3, from, until) => {
    const work = workUntil(schedules, topics3);
    const counts2 = freeDays(plan, from, until);
    if (plan.week) {
      const week = scaledWeek(plan.week, counts2, work);
      return week && { week };
    }
    const free = counts2.reduce((sum, count) => sum + count, 0);
    const hours = roundUp(work * 7 / free, 0.5);
    return hours <= MOST_A_WEEK ? { hours } : null;
  };
  var advice = { hoursToMeet };

  // dashboard/next-steps.ts
  var nextSteps = (graph3, isKnown2, wanted, order = null) => {
    const open = closure(graph3, wanted, isKnown2);
    const topics3 = inOrder(
      order ? [...order.filter((topic) => open.has(topic)), ...open] : [...open].sort((one, other) => one - other),
      (topic) => graph3.needs[topic].filter((need2) => open.has(need2))
    );
    const ready = topics3.filter((topic) => graph3.needs[topic].every(isKnown2));
    const opens2 = openedBy(graph3, ready.length > 0 ? ready : topics3.slice(0, 1), open);
    const steps = [...opens2].map(([topic, count]) => ({ topic, opens: count }));
    return order ? steps : steps.sort((one, other) => other.opens - one.opens || one.topic - other.topic);
  };

  // dashboard/planning.ts
  var { data: data2, leaves: leaves3 } = roadmapIndex;
  var sets = map.sets;
  var road = {
    parts: data2.phases.map((phase) => ({
      id: phase.id,
      weeks: phase.weeks,
      spans: sets[`phase:${phase.id}`] ?? []
    })),
    hours: data2.hours,
    order: data2.order,
    documents: data2.documents,
    tasks: roadmapIndex.taskIds.map((id, at) => ({
      at: leaves3.length + at,
      hours: prerequisites.graph.taskHours[id] ?? schedule.UNKNOWN,
      topics: data2.tasks.get(id) ?? []
    })),
    prerequisites
  };
  var { isOptional } = prerequisites;
  var { idAt } = roadmapIndex;
  var isOpen = (at) => ["todo", "learning"].includes(store.state(idAt(at)));
  var isBegun = (at) => store.state(idAt(at)) === "learning";
  var isOffBranch = (at) => counts.isOffBranch(leaves3[at]);
  var isLeft = (at) => isOpen(at) && !isOffBranch(at);
  var taskPosition = new Map(roadmapIndex.taskIds.map((id, at) => [id, leaves3.length + at]));
  var offBranchOf = (plan) => {
    const document2 = data2.documents.find((one) => one.id === plan.order);
    if (!document2) return isOffBranch;
    const others3 = counts.offBranch(document2.order);
    return (at) => others3.has(at);
  };
  var progressOf = (goal2) => {
    const off = goal2.count > 0 ? /* @__PURE__ */ new Set() : counts.offBranch(goal2.topics);
    const topics3 = goal2.topics.filter((at) => !off.has(at) && store.state(leaves3[at]) !== "skipped");
    const others3 = goal2.others.filter((id) => store.state(id) !== "skipped");
    const size = goal2.count || topics3.length + others3.length;
    const isDone = (id) => store.state(id) === "done";
    const done = Math.min(topics3.filter((at) => isDone(leaves3[at])).length + others3.filter(isDone).length, size);
    const tasks = others3.map((id) => taskPosition.get(id)).filter((at) => at !== void 0);
    const open = [...topics3, ...tasks].filter(isOpen);
    return { done, size, open, isReached: size > 0 && done >= size || isDone(goal2.id) };
  };
  var planning = {
    road,
    plan: () => {
      const plan = store.read("plan/current");
      return !plan || plan.none ? null : updates.plan(plan);
    },
    /** The topics of a plan, also those that are done. */
    topics: (plan) => schedule.chosen(plan, road, isOptional, offBranchOf(plan)),
    /** The topics in progress, and those that can be learned next, for the goal, the plan or the whole roadmap. */
    next() {
      const plan = this.plan();
      const path = goal.path();
      const scope = path && path.steps.length > 0 ? "goal" : plan ? "plan" : "roadmap";
      const wanted = path && scope === "goal" ? path.steps.map(({ topic }) => topic) : plan ? planning.topics(plan).filter(isOpen) : road.order.filter((at) => !isOptional(at) && isLeft(at));
      const keepsOrder = scope === "plan" && !plan?.goal && road.documents.some((one) => one.id === plan?.order);
      return {
        scope,
        wanted,
        tasks: path && scope !== "goal" ? path.tasks : [],
        begun: leaves3.flatMap((_, at) => isBegun(at) ? [at] : []),
        steps: nextSteps(prerequisites.graph, knownNow(), wanted, keepsOrder ? wanted : null)
      };
    },
    /** The topics of a plan that come before what they need. */
    orderProblems: (plan) => planOrder.problems(prerequisites.graph, planning.topics(plan).filter(isOpen), knownNow()),
    /** Schedule the remaining topics, from today. */
    ahead: (plan) => schedule.make(plan, road, { isOptional, isOpen, isBegun, isOffBranch: offBranchOf(plan) }, days.today()),
    /** Schedule all topics from the start of the plan, as if none was done. What is skipped or was known already takes no time. */
    whole: (plan) => schedule.make(
      plan,
      road,
      {
        isOptional,
        isOpen: (at) => store.state(idAt(at)) !== "skipped" && !store.isKnown(idAt(at)),
        isOffBranch: offBranchOf(plan)
      },
      plan.start
    ),
    progressOf,
    /** The milestones with their dates, whether the plan meets them, and what would. */
    milestones(plan) {
      const ahead = this.ahead(plan);
      const today2 = days.today();
      const from = today2 > plan.start ? today2 : plan.start;
      const planned = new Set(ahead.order);
      return data2.milestones.map((milestone) => {
        const until = days.addMonths(plan.start, milestone.months);
        const goals = milestone.goals.map((goal2) => {
          const progress = progressOf(goal2);
          const { isReached, done, size } = progress;
          const first = ahead.order.filter((at) => progress.open.includes(at)).slice(0, size - done);
          const open = goal2.count > 0 && first.length === size - done ? first : progress.open;
          const judged = isReached || open.length === 0 ? null : schedule.judge(ahead, open, until);
          const isImpossible = judged?.verdict === "late" || judged?.verdict === "tight";
          return {
            ...goal2,
            ...progress,
            judged,
            needed: isImpossible ? advice.hoursToMeet(plan, ahead, open, from, until) : null,
            unplanned: open.filter((at) => !planned.has(at))
          };
        });
        return { ...milestone, until, goals };
      });
    }
  };
  var knownNow = () => {
    const known = leaves3.map((_, at) => prerequisites.isKnown(at));
    return (at) => known[at];
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
     * @returns the day of its next review
     */
    due: (doneAt, card2) => card2 && card2.reps > 0 && records.isDate(card2.due) && (card2.since ?? card2.at) > doneAt ? card2.due : days.day(days.number(days.dayOf(doneAt)) + 1)
  };

  // dashboard/chart.ts
  var COLUMNS = ["week", "planned", "done"];
  var SIZE = { width: 400, height: 150, left: 26, bottom: 16, top: 6, right: 4 };
  var burnUp = (plan) => {
    const whole = planning.whole(plan);
    const planned = [...whole.likely.ends].filter(([at]) => roadmapIndex.isTopicAt(at)).map(([, day2]) => days.monday(days.number(day2))).sort((one, other) => one - other);
    const inPlan = new Set(whole.order.filter(roadmapIndex.isTopicAt).map(roadmapIndex.idAt));
    const done = [...inPlan].filter((id) => store.state(id) === "done").map((id) => days.monday(days.number(days.dayOf(store.since(id))))).sort((one, other) => one - other);
    const now = days.monday(days.number(days.today()));
    const first = Math.min(days.monday(days.number(plan.start)), done[0] ?? now, now);
    const last = Math.min(Math.max(planned.at(-1) ?? now, now), first + 7 * 520);
    const weeks = [];
    for (let [monday, p, d] = [first, 0, 0]; monday <= last; monday += 7) {
      while (p < planned.length && planned[p] <= monday) p += 1;
      while (d < done.length && done[d] <= monday) d += 1;
      weeks.push({ monday: days.day(monday), planned: p, done: monday <= now ? d : null });
    }
    return weeks;
  };
  var knownIn = (plan) => planning.topics(plan).filter((at) => store.isKnown(roadmapIndex.idAt(at))).length;
  var chart = (plan) => {
    const weeks = burnUp(plan);
    const most = Math.max(1, ...weeks.map((week) => Math.max(week.planned, week.done ?? 0)));
    const x = (at) => SIZE.left + (SIZE.width - SIZE.left - SIZE.right) * at / Math.max(weeks.length - 1, 1);
    const y = (number3) => SIZE.height - SIZE.bottom - (SIZE.height - SIZE.top - SIZE.bottom) * number3 / most;
    const points = (of) => weeks.flatMap((week, at) => of(week) === null ? [] : [`${x(at).toFixed(1)},${y(of(week)).toFixed(1)}`]).join(" ");
    const now = weeks.filter((week) => week.done !== null).at(-1) ?? weeks[0];
    const caption = text("dashboard.chart.caption", { done: now.done ?? 0, count: most, planned: now.planned });
    const knownCount = knownIn(plan);
    const picture = element(
      "svg",
      { class: "rm-chart", viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "img", "aria-label": caption },
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
    const rows2 = weeks.filter((week, at) => week.done !== null || at % 4 === 0 || at === weeks.length - 1);
    const table = element(
      "table.rm-table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ...COLUMNS.map((name) => element("th", { scope: "col" }, text(`dashboard.chart.columns.${name}`)))
        )
      ),
      element(
        "tbody",
        {},
        ...rows2.map(
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
      picture,
      element(
        "figcaption",
        {},
        caption,
        knownCount > 0 ? ` ${text("dashboard.chart.known", { count: knownCount })}` : "",
        " ",
        element("span.rm-key-done", {}, text("dashboard.chart.done_line")),
        " ",
        element("span.rm-key-planned", {}, text("dashboard.chart.planned_line"))
      ),
      element("details.rm-fold", {}, element("summary", {}, text("dashboard.as_table")), table)
    );
  };

  // dashboard/due-reviews.ts
  var CHOICES = [0, 5, 10, 20, 50];
  var USUAL = 10;
  var canBeReviewed = (id) => {
    const { asked } = roadmapIndex.data;
    return asked.size === 0 || asked.has(roadmapIndex.position.get(id) ?? -1);
  };
  var limit = () => store.read("focus/current")?.reviews ?? USUAL;
  var doneOn = (day2) => roadmapIndex.leaves.filter((id) => {
    const card2 = store.read(`review/${id}`);
    return card2 !== null && card2.reps > 0 && days.dayOf(card2.at) === day2;
  }).length;
  var on = (day2) => {
    const waiting = roadmapIndex.leaves.filter((id) => store.state(id) === "done" && !store.isKnown(id) && canBeReviewed(id)).map((id) => ({ id, card: store.read(`review/${id}`) })).map((one) => ({ ...one, due: review.due(store.since(one.id), one.card) })).filter((one) => one.due <= day2).sort((one, other) => one.due < other.due ? -1 : one.due > other.due ? 1 : 0);
    const done = doneOn(day2);
    return { today: waiting.slice(0, Math.max(limit() - done, 0)), waiting: waiting.length, done };
  };
  var dueReviews = { CHOICES, on, limit };

  // dashboard/habits.ts
  var doneOn2 = (day2) => new Set(
    Object.entries(store.read(`day/${day2}`)?.ticks ?? {}).filter(([, at]) => Number(at) > 0).map(([habit]) => habit)
  );
  var habits = {
    doneOn: doneOn2,
    /** @returns whether it was stored */
    tick(day2, habit, isDone, title2) {
      const ticks = store.read(`day/${day2}`)?.ticks ?? {};
      const at = Math.max(Date.now(), Math.abs(ticks[habit] ?? 0) + 1);
      const labels = [text("dashboard.routine.not_done", { title: title2 }), text("dashboard.routine.done", { title: title2 })];
      if (!isDone) labels.reverse();
      return undo.act(labels[1], [[`day/${day2}`, { ticks: { ...ticks, [habit]: isDone ? at : -at } }]], {
        undone: labels[0]
      });
    },
    /** @returns the blocks of a day; some are for weekends only */
    blocksOf: (blocks, day2) => blocks.filter((block) => !block.weekend || days.weekday(days.number(day2)) >= 5),
    /** Count the days in a row with at least one habit. Today does not end a streak, even without a habit so far. */
    streak(isActive, today2) {
      let day2 = days.number(today2);
      if (!isActive(today2)) day2 -= 1;
      let length = 0;
      while (isActive(days.day(day2))) {
        length += 1;
        day2 -= 1;
      }
      return length;
    }
  };

  // dashboard/view-continue.ts
  var MOST_BEGUN = 3;
  var MOST = 4;
  var MOST_NAMED = 2;
  var { leaves: leaves4, position: position3 } = roadmapIndex;
  var { graph: graph2, isKnown } = prerequisites;
  var address = (page3) => roadmapIndex.at(roadmapIndex.data.pages[page3]);
  var focusNow = () => {
    const current = updates.focus(store.read("focus/current") ?? { at: 0 });
    const chosen2 = position3.get(current.topic);
    const topic = chosen2 !== void 0 && isKnown(chosen2) ? void 0 : chosen2;
    const inPhase = counts.leavesIn(`phase:${current.phase}`).map((id) => position3.get(id));
    const topics3 = (topic === void 0 ? inPhase.filter((at) => !prerequisites.isOptional(at)) : [topic]).filter(
      (at) => !isKnown(at)
    );
    if (topics3.length === 0) return null;
    const own = new Set(topics3);
    const steps = nextSteps(graph2, isKnown, topics3).map((step) => step.topic);
    const ready = steps.filter((at) => own.has(at));
    return {
      name: roadmapIndex.title(topic === void 0 ? current.phase : leaves4[topic]),
      isTopic: topic !== void 0,
      topics: ready,
      first: ready.length > 0 ? [] : steps,
      target: current.target ?? ""
    };
  };
  var titles = (topics3) => listed(topics3.map((at) => roadmapIndex.title(leaves4[at])));
  var dependents = (topic, wanted) => {
    const reached = /* @__PURE__ */ new Set([topic]);
    for (const one of reached) for (const other of graph2.neededBy[one]) if (wanted.has(other)) reached.add(other);
    return [...reached].slice(1);
  };
  var opens = (topic, next2, wanted) => {
    const count = next2.steps.find((step) => step.topic === topic)?.opens ?? 0;
    if (count === 0) return "";
    return count <= MOST_NAMED ? text("dashboard.overview.opens", { topics: titles(dependents(topic, wanted)) }) : text(`dashboard.overview.opens_count.${next2.scope}`, { count });
  };
  var rowsOf = (next2, focus2) => {
    const begun = next2.begun.slice(0, MOST_BEGUN);
    const inFocus = focus2 ? focus2.first.length > 0 ? focus2.first : focus2.topics : [];
    const order = focus2?.isTopic ? [...inFocus, ...begun] : [...begun, ...inFocus];
    const wanted = closure(graph2, next2.wanted, isKnown);
    const topics3 = [.../* @__PURE__ */ new Set([...order, ...next2.steps.map((step) => step.topic)])].slice(0, MOST);
    return topics3.map((at) => {
      const reasons = [focus2?.topics.includes(at) ? text("dashboard.overview.in_focus") : "", opens(at, next2, wanted)];
      return { id: leaves4[at], why: reasons.filter(Boolean).join(" · ") };
    });
  };
  var goalLine = (next2) => {
    const entry = goal.entry();
    if (!entry) return element("p.rm-line", {}, element("a", { href: address("path") }, text("dashboard.goal.choose")));
    const link = element("a", { href: `${address("path")}#goal=${entry.id}` }, entry.title);
    const key = next2.scope === "goal" ? "dashboard.goal.current" : next2.tasks.length > 0 ? "dashboard.goal.tasks_left" : "dashboard.goal.reached";
    const remove2 = () => {
      if (!goal.choose("")) sayUnsaved(text("dashboard.your_change"));
    };
    return element(
      "p.rm-line",
      {},
      ...nodes(key, { goal: link }),
      " ",
      element("a", { href: address("path") }, text("dashboard.goal.change")),
      " · ",
      element(
        "button.rm-small-button",
        { type: "button", id: "remove-goal", onclick: remove2 },
        text("dashboard.goal.remove")
      ),
      !prerequisites.hasAny && ` ${text("dashboard.goal.no_prerequisites")}`
    );
  };
  var focusLine = (focus2) => {
    if (!focus2) return null;
    const isLate = focus2.target !== "" && focus2.target < days.today();
    const date = focus2.target === "" ? "" : days.words(focus2.target);
    const line = focus2.first.length > 0 ? text("dashboard.overview.focus_blocked", { focus: focus2.name, topics: titles(focus2.first.slice(0, MOST)) }) : text("dashboard.overview.focus", { focus: focus2.name });
    return element(
      "p.rm-line",
      {},
      line,
      date && ` ${text(isLate ? "dashboard.overview.focus_late" : "dashboard.overview.focus_target", { date })}`
    );
  };
  var continueHere = () => {
    const next2 = planning.next();
    const focus2 = focusNow();
    const rows2 = rowsOf(next2, focus2);
    const { tasks } = next2;
    const { done, size } = counts.of("all");
    const bar2 = element(
      "div.rm-progress",
      { "data-scope": "all" },
      element("progress", {
        max: 1,
        value: 0,
        "aria-label": text("dashboard.progress", { name: text("dashboard.whole_roadmap") })
      }),
      " ",
      element("span.rm-count")
    );
    const none = text(done >= size ? "dashboard.overview.all_done" : "dashboard.overview.nothing_left");
    const list = element(
      "ul.rm-list",
      {},
      ...tasks.slice(0, MOST).map((id) => roadmapIndex.row(id)),
      ...rows2.map(({ id, why }) => roadmapIndex.row(id, why !== "" && element("small.rm-reason", {}, why)))
    );
    const count = Math.max(size - done, 0);
    return {
      contents: [
        bar2,
        goalLine(next2),
        focusLine(focus2),
        rows2.length + tasks.length > 0 ? list : element("p", {}, none),
        count > 0 ? element(
          "p.rm-line",
          {},
          element("a", { href: address("remaining") }, text("dashboard.overview.see_remaining", { count }))
        ) : null
      ],
      shown: rows2.map(({ id }) => id)
    };
  };

  // dashboard/view-dashboard.ts
  var card = (title2, ...parts) => element("section.rm-dashboard-card", {}, element("h2", {}, title2), ...parts);
  var page = (name, label) => element("a", { href: roadmapIndex.at(roadmapIndex.data.pages[name]) }, label);
  var topics2 = (ids) => element("ul.rm-list", {}, ...ids.map((id) => roadmapIndex.row(id)));
  var thisWeek = (shown) => {
    const plan = planning.plan();
    if (!plan)
      return card(
        text("dashboard.overview.this_week"),
        element(
          "p",
          {},
          ...nodes("dashboard.overview.no_plan", { create_plan: page("plan", text("dashboard.overview.create_plan")) })
        )
      );
    const ahead = planning.ahead(plan).likely;
    const week = ahead.weeks[0];
    if (!week)
      return card(text("dashboard.overview.this_week"), element("p", {}, text("dashboard.overview.nothing_left")));
    const hours = Math.round(week.hours * 10) / 10;
    const ids = week.items.map((item) => roadmapIndex.idAt(item.at));
    const others3 = ids.filter((id) => !shown.includes(id));
    const thisMonday = days.day(days.monday(days.number(days.today())));
    return card(
      week.monday === thisMonday ? text("dashboard.overview.this_week") : text("dashboard.week_of", { date: days.words(week.monday) }),
      others3.length < ids.length && element("p.rm-line", {}, text("dashboard.overview.week_above", { count: ids.length - others3.length })),
      others3.length > 0 && topics2(others3.slice(0, 12)),
      element(
        "p.rm-line",
        {},
        text("dashboard.overview.planned", { hours }),
        text("lists.sentences"),
        ahead.finish && `${text("dashboard.overview.finish", { date: days.words(ahead.finish) })} `,
        page("plan", text("dashboard.overview.full_plan"))
      )
    );
  };
  var today = () => {
    if (roadmapIndex.data.routine.length === 0) return null;
    const day2 = days.today();
    const done = habits.doneOn(day2);
    const streak = habits.streak((one) => habits.doneOn(one).size > 0, day2);
    return card(
      text("dashboard.overview.today"),
      ...habits.blocksOf(roadmapIndex.data.routine, day2).map((block) => habitList(block, day2, done)),
      element(
        "p.rm-line",
        {},
        streak > 0 ? text("dashboard.days_in_a_row", { count: streak }) : text("dashboard.overview.no_streak")
      )
    );
  };
  var habitList = (block, day2, done) => element(
    "fieldset.rm-topics",
    {},
    element(
      "legend",
      {},
      block.hours ? text("dashboard.routine.block", { title: block.title, hours: block.hours }) : block.title
    ),
    element(
      "ul.rm-list",
      {},
      ...block.items.map(
        ([id, title2, condition]) => element(
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
                  say(text("dashboard.overview.new_day"));
                } else if (!habits.tick(day2, id, event.target.checked, title2)) {
                  event.target.checked = !event.target.checked;
                  sayUnsaved(text("dashboard.your_change"));
                }
              }
            }),
            " ",
            element("span.rm-title", {}, condition ? text("dashboard.routine.habit", { title: title2, condition }) : title2)
          )
        )
      )
    )
  );
  var question = (id, reviews) => {
    const questions = globalThis.roadmapQuestions?.[id] ?? [];
    if (questions.length === 0) return null;
    const [ask, answer] = questions[reviews % questions.length];
    return element(
      "details.rm-unfold.rm-answer",
      {},
      element("summary", {}, ...codeWords(ask)),
      element("p", {}, ...codeWords(answer))
    );
  };
  var reviewsADay = () => {
    const choose2 = (event) => {
      const { at: _at, ...rest } = store.read("focus/current") ?? { at: 0 };
      const reviews = Number(event.target.value);
      const isStored = undo.act(
        text("dashboard.overview.reviews_chosen", { count: reviews }),
        [["focus/current", { ...rest, reviews }]],
        { undone: text("dashboard.overview.reviews_undone") }
      );
      if (isStored) event.target.blur();
      else sayUnsaved(text("dashboard.your_change"));
    };
    const limit2 = dueReviews.limit();
    const choices = [.../* @__PURE__ */ new Set([...dueReviews.CHOICES, limit2])].sort((one, other) => one - other);
    return element(
      "label.rm-label.rm-reviews-limit",
      {},
      text("dashboard.overview.reviews_a_day"),
      " ",
      element(
        "select.rm-field",
        { id: "reviews-a-day", onchange: choose2 },
        ...choices.map(
          (count) => element(
            "option",
            { value: count, selected: count === limit2 },
            count === 0 ? text("dashboard.overview.reviews_none") : String(count)
          )
        )
      )
    );
  };
  var dueForReview = () => {
    const day2 = days.today();
    const { today: today2, waiting, done } = dueReviews.on(day2);
    if (waiting === 0) return null;
    if (globalThis.roadmapQuestions === void 0) void need("questions").then(dashboard.showSoon, () => {
    });
    const grade = (one, name) => {
      const next2 = review.next(one.card ?? review.FRESH, review.GRADES[name], day2);
      const title2 = roadmapIndex.title(one.id);
      const label = text("dashboard.overview.graded", {
        title: title2,
        grade: text(`dashboard.overview.grades.${name}`),
        date: days.words(next2.due)
      });
      const isStored = undo.act(label, [[`review/${one.id}`, next2]], {
        undone: text("dashboard.overview.grade_undone", { title: title2 })
      });
      if (!isStored) sayUnsaved(text("dashboard.your_change"));
    };
    return card(
      text("dashboard.overview.due"),
      element(
        "p.rm-line",
        {},
        dueReviews.limit() === 0 ? text("dashboard.overview.reviews_off") : today2.length === 0 ? text("dashboard.overview.due_later", { count: waiting, done }) : today2.length < waiting ? text("dashboard.overview.due_first", { count: waiting, shown: today2.length }) : text("dashboard.overview.due_all", { count: waiting })
      ),
      element(
        "ul.rm-list.rm-reviews",
        {},
        ...today2.map(
          (one) => element(
            "li",
            {},
            roadmapIndex.link(one.id),
            element(
              "span.rm-grades",
              {
                role: "group",
                "aria-label": text("dashboard.overview.grades_of", { title: roadmapIndex.title(one.id) })
              },
              ...Object.keys(review.GRADES).map(
                (name) => element(
                  "button.rm-small-button",
                  { type: "button", id: `grade-${name}-${one.id}`, onclick: () => grade(one, name) },
                  text(`dashboard.overview.grades.${name}`)
                )
              )
            ),
            question(one.id, one.card?.reps ?? 0)
          )
        )
      ),
      reviewsADay()
    );
  };
  var newTopics = () => {
    const added = updates.newLeaves();
    if (added.length === 0) return null;
    return card(
      text("dashboard.overview.new_topics"),
      topics2(added.slice(0, 5)),
      element(
        "p.rm-line",
        {},
        page(
          "changes",
          added.length > 5 ? text("dashboard.overview.see_changes", { count: added.length }) : text("dashboard.overview.changes")
        )
      )
    );
  };
  var nextMilestones = () => {
    const plan = planning.plan();
    if (!plan || roadmapIndex.data.milestones.length === 0) return null;
    const open = planning.milestones(plan).filter((one) => one.goals.some((goal2) => !goal2.isReached)).slice(0, 2);
    return card(
      text("dashboard.overview.milestones"),
      element(
        "ul.rm-list",
        {},
        ...open.map(
          (one) => element(
            "li",
            {},
            ...nodes("dashboard.overview.milestone", {
              milestone: element("a", { href: roadmapIndex.at(one.url) }, one.title),
              date: days.words(one.until),
              reached: one.goals.filter((goal2) => goal2.isReached).length,
              count: one.goals.length
            }),
            one.goals.some((goal2) => goal2.judged?.verdict === "late") && element("strong.rm-late", {}, ` ${text("dashboard.overview.late")}`)
          )
        )
      )
    );
  };
  dashboard.views.set("dashboard", () => {
    const plan = planning.plan();
    const next2 = continueHere();
    const { done, size } = counts.of("all");
    return [
      element(
        "p.rm-line",
        {},
        done === 0 ? text("dashboard.overview.start") : text("dashboard.overview.done", { done, count: size, percent: progressBars.percent({ done, size }) }),
        " ",
        ...done === 0 ? [page("placement", text("dashboard.overview.placement")), " · "] : [],
        page("journal", text("dashboard.overview.journal")),
        " · ",
        page("backup", text("dashboard.overview.backup")),
        " · ",
        page("changes", text("dashboard.overview.changes")),
        " · ",
        page("print", text("dashboard.overview.print"))
      ),
      element(
        "div.rm-dashboard-cards",
        {},
        card(text("dashboard.overview.continue"), ...next2.contents),
        newTopics(),
        thisWeek(next2.shown),
        today(),
        dueForReview(),
        nextMilestones()
      ),
      plan ? card(text("dashboard.overview.planned_and_done"), chart(plan)) : null
    ];
  });

  // dashboard/view-home.ts
  var page2 = (name, label) => element("a", { href: roadmapIndex.at(roadmapIndex.data.pages[name]) }, label);
  var cell = (heading, ...parts) => element("div", {}, element("h2", {}, heading), ...parts);
  var bar = () => element(
    "div.rm-progress",
    { "data-scope": "all" },
    element("progress", {
      max: 1,
      value: 0,
      "aria-label": text("dashboard.progress", { name: text("dashboard.whole_roadmap") })
    }),
    " ",
    element("span.rm-count")
  );
  var nextTopic = () => {
    const { begun, steps, tasks } = planning.next();
    const at = begun[0] ?? steps[0]?.topic;
    const id = at === void 0 ? tasks[0] : roadmapIndex.leaves[at];
    const heading = text("welcome.continue");
    if (id === void 0) {
      const { done, size } = counts.of("all");
      const key = done >= size ? "welcome.finished" : "dashboard.overview.nothing_left";
      return cell(heading, element("p.rm-continue-topic", {}, text(key)), bar());
    }
    const hours = at === void 0 ? void 0 : roadmapIndex.data.hours[at];
    return cell(
      heading,
      element(
        "p.rm-continue-topic",
        {},
        roadmapIndex.link(id),
        hours !== void 0 && element("small", {}, ` · ${text("welcome.hours", { hours })}`)
      ),
      bar()
    );
  };
  var thisWeek2 = () => {
    const plan = planning.plan();
    if (!plan)
      return cell(
        text("welcome.this_week"),
        element("p", {}, page2("plan", text("dashboard.overview.create_plan"))),
        element("p", {}, page2("dashboard", text("welcome.dashboard")))
      );
    const week = planning.ahead(plan).likely.weeks[0];
    const isThisWeek = week?.monday === days.day(days.monday(days.number(days.today())));
    return cell(
      week && !isThisWeek ? text("dashboard.week_of", { date: days.words(week.monday) }) : text("welcome.this_week"),
      element(
        "p",
        {},
        week ? text("welcome.planned", { hours: Math.round(week.hours * 10) / 10 }) : text("dashboard.overview.nothing_left")
      ),
      element("p", {}, page2("dashboard", text("welcome.dashboard")))
    );
  };
  var nextMilestone = () => {
    const plan = planning.plan();
    const milestone = plan ? planning.milestones(plan).find((one) => one.goals.some((goal2) => !goal2.isReached)) : void 0;
    if (!milestone) return null;
    return cell(
      text("welcome.next_milestone"),
      element("p", {}, element("a", { href: roadmapIndex.at(milestone.url) }, milestone.title)),
      element("p", {}, ...nodes("welcome.by", { date: days.words(milestone.until) }))
    );
  };
  dashboard.views.set("home", (root2) => {
    root2.parentElement?.classList.add("rm-returning");
    return [
      element(
        "section.rm-continue",
        { "aria-label": text("welcome.continue") },
        nextTopic(),
        thisWeek2(),
        nextMilestone()
      )
    ];
  });

  // dashboard/view-remaining.ts
  var nameOf = (scope) => {
    const [kind, id = ""] = scope.split(":");
    if (kind === "document") return roadmapIndex.data.documents.find((one) => one.id === id)?.title ?? id;
    if (kind === "section")
      return roadmapIndex.data.phases.flatMap((phase) => phase.sections).find(([section]) => section === id)?.[1] ?? id;
    return roadmapIndex.title(id);
  };
  var SHOWN = ["remaining", "learning", "done", "known", "skipped"];
  var filters = (scope, shown, size) => element(
    "nav.rm-state-links",
    { "aria-label": text("dashboard.remaining.filters") },
    ...SHOWN.map(
      (one) => element(
        "a",
        {
          href: `?of=${encodeURIComponent(scope)}${one === "remaining" ? "" : `&show=${one}`}`,
          "aria-current": one === shown ? "true" : null
        },
        text(`dashboard.remaining.show.${one}`, { count: size(one) })
      )
    )
  );
  dashboard.views.set("remaining", () => {
    const parameters = new URLSearchParams(location.search);
    const shown = SHOWN.find((one) => one === parameters.get("show")) ?? "remaining";
    let scope = parameters.get("of") ?? "all";
    if (!Object.hasOwn(map.sets, scope)) scope = "all";
    const ids = counts.leavesIn(scope);
    const open = ids.filter((id) => ["todo", "learning"].includes(store.state(id)) && !counts.isNeedless(id));
    const needed = new Set(counts.open(scope));
    const openTasks = counts.tasksIn(scope).filter((id) => ["todo", "learning"].includes(store.state(id)));
    const skipped = ids.filter((id) => store.state(id) === "skipped");
    const isAll = scope === "all";
    const bar2 = element(
      "div.rm-progress",
      { "data-scope": scope },
      element("progress", {
        max: 1,
        value: 0,
        "aria-label": text("dashboard.progress", { name: isAll ? text("dashboard.whole_roadmap") : nameOf(scope) })
      }),
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
        counts.isOptional(id) && element("span.rm-mark", {}, text("dashboard.remaining.optional")),
        counts.isOffBranch(id) && element("span.rm-mark", {}, text("dashboard.remaining.branch")),
        element("span.rm-entry-link", {}, roadmapIndex.link(id, text("dashboard.open"))),
        element(
          "button.rm-more",
          {
            type: "button",
            "data-entry": id,
            "aria-expanded": "false",
            "aria-label": text("dashboard.remaining.status", { title: roadmapIndex.title(id) }),
            title: text("dashboard.remaining.status_title")
          },
          "▸"
        )
      )
    );
    const having = (state) => state === "remaining" ? [...open, ...openTasks] : [...ids, ...counts.tasksIn(scope)].filter((id) => rows.choiceOf(id) === state);
    const listed2 = having(shown);
    const tasks = listed2.filter((id) => !roadmapIndex.position.has(id));
    const groups = roadmapIndex.data.phases.map((phase) => {
      const inPhase = /* @__PURE__ */ new Set([...counts.leavesIn(`phase:${phase.id}`), ...counts.tasksIn(`phase:${phase.id}`)]);
      return { title: phase.title, topics: listed2.filter((id) => inPhase.has(id)) };
    }).filter(({ topics: topics3 }) => topics3.length > 0);
    const grouped = new Set(groups.flatMap(({ topics: topics3 }) => topics3));
    const rest = tasks.filter((id) => !grouped.has(id));
    const count = needed.size;
    const notNeeded = open.filter((id) => !needed.has(id)).length;
    const name = element("strong", {}, isAll ? text("dashboard.remaining.whole_roadmap") : nameOf(scope));
    return [
      element(
        "p",
        {},
        ...nodes("dashboard.remaining.left", { scope: name, count }),
        notNeeded > 0 && ` ${text("dashboard.remaining.not_needed", { count: notNeeded })}`,
        openTasks.length > 0 && ` ${text("dashboard.remaining.tasks", { count: openTasks.length })}`,
        skipped.length > 0 && ` ${text("dashboard.remaining.skipped", { count: skipped.length })}`,
        " ",
        !isAll && element("a", { href: "?of=all" }, text("dashboard.remaining.show_all"))
      ),
      bar2,
      filters(scope, shown, (one) => one === "remaining" ? count : having(one).length),
      listed2.length === 0 ? element("p", {}, text("dashboard.remaining.none")) : null,
      ...groups.flatMap(({ title: title2, topics: topics3 }) => [
        element("h2", {}, title2),
        element("ul.rm-list.rm-long", {}, ...topics3.map(row))
      ]),
      rest.length > 0 ? element("ul.rm-list.rm-long", {}, ...rest.map(row)) : null,
      shown === "remaining" && skipped.length > 0 ? element(
        "details.rm-fold",
        {},
        element("summary", {}, text("dashboard.remaining.skipped_topics", { count: skipped.length })),
        element("ul.rm-list", {}, ...skipped.map(row))
      ) : null,
      element(
        "p.rm-line.rm-noprint",
        {},
        element(
          "a",
          { href: `${roadmapIndex.at(roadmapIndex.data.pages.backup)}#start-over` },
          text("dashboard.remaining.start_over")
        )
      )
    ];
  });

  // shared:core/download.ts
  var { download } = globalThis.roadmap;

  // dashboard/calendar.ts
  var OCTETS = 74;
  var escapeText = (text2) => text2.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "").replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll(/\r?\n/g, "\\n");
  var fold = (line) => {
    const encoder = new TextEncoder();
    let [folded, current, size] = ["", "", 0];
    for (const character of line) {
      const octets = encoder.encode(character).length;
      if (size + octets > OCTETS) {
        folded += `${current}\r
 `;
        [current, size] = ["", 1];
      }
      current += character;
      size += octets;
    }
    return folded + current;
  };
  var localTime = (day2, minutes) => {
    const [date, rest] = [days.day(days.number(day2) + Math.floor(minutes / 1440)), minutes % 1440];
    const two2 = (number3) => String(number3).padStart(2, "0");
    return `${date.replaceAll("-", "")}T${two2(Math.floor(rest / 60))}${two2(rest % 60)}00`;
  };
  var calendar = (events, { name, stamp }) => {
    const compact = (day2) => day2.replaceAll("-", "");
    const time = `${new Date(stamp).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//mkdocs-learning-roadmap//Plan//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      `X-WR-CALNAME:${escapeText(name)}`
    ];
    for (const event of events) {
      lines.push(
        "BEGIN:VEVENT",
        `UID:${event.uid}`,
        `DTSTAMP:${time}`,
        ...event.time ? [
          `DTSTART:${localTime(event.from, event.time.start)}`,
          `DTEND:${localTime(event.from, event.time.start + event.time.length)}`
        ] : [
          `DTSTART;VALUE=DATE:${compact(event.from)}`,
          `DTEND;VALUE=DATE:${compact(days.day(days.number(event.to) + 1))}`
        ],
        `SUMMARY:${escapeText(event.title)}`,
        ...event.text ? [`DESCRIPTION:${escapeText(event.text)}`] : [],
        ...event.url ? [`URL:${event.url}`] : [],
        ...event.isCancelled ? ["STATUS:CANCELLED"] : [],
        `TRANSP:${event.time ? "OPAQUE" : "TRANSPARENT"}`,
        `SEQUENCE:${Math.floor(stamp / 1e3) % 2 ** 31}`,
        ...event.alarm ? [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `TRIGGER:${event.alarm}`,
          `DESCRIPTION:${escapeText(event.title)}`,
          "END:VALARM"
        ] : [],
        "END:VEVENT"
      );
    }
    return `${[...lines, "END:VCALENDAR"].map(fold).join("\r\n")}\r
`;
  };

  // dashboard/study-slots.ts
  var studySlots = (plan, weeks, from) => {
    const hoursOf = schedule.capacity(plan);
    const first = days.number(from > plan.start ? from : plan.start);
    return weeks.flatMap((week) => {
      const slots = [];
      const monday = days.number(week.monday);
      const items = week.items.map(({ at, hours }) => ({ at, hours }));
      for (let day2 = Math.max(monday, first); day2 < monday + 7; day2 += 1) {
        const slot = { day: days.day(day2), hours: 0, topics: [] };
        let left = hoursOf(day2);
        while (items.length > 0 && left > 1e-6) {
          const spent = Math.min(items[0].hours, left);
          slot.topics.push(items[0].at);
          slot.hours += spent;
          left -= spent;
          items[0].hours -= spent;
          if (items[0].hours <= 1e-6) items.shift();
        }
        if (slot.topics.length > 0) slots.push(slot);
      }
      return slots;
    });
  };

  // shared:storage/local-storage.ts
  var { localStore } = globalThis.roadmap;

  // dashboard/plan-calendar.ts
  var site = map.site;
  var START = "meta/calendar-start";
  var SLOT_WEEKS = 26;
  var SLOT_ALARM = "-PT10M";
  var MILESTONE_ALARM = "-P1D";
  var exportedUids = () => {
    try {
      const uids = JSON.parse(localStore.get("meta/calendar") ?? "[]");
      return Array.isArray(uids) ? uids.filter((uid) => typeof uid === "string" && /^[\w@.-]{1,200}$/.test(uid)).slice(0, 5e3) : [];
    } catch {
      return [];
    }
  };
  var startTime = (clock) => {
    const [, hours = "18", minutes = "0"] = /^(\d\d):(\d\d)/.exec(clock) ?? [];
    return Number(hours) * 60 + Number(minutes);
  };
  var lastStart = () => {
    const clock = localStore.get(START) ?? "";
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? clock : "18:00";
  };
  var description = (hours, topics3) => {
    const title2 = (at) => roadmapIndex.title(roadmapIndex.idAt(at));
    return {
      title: text(topics3.length > 3 ? "dashboard.calendar.week_more" : "dashboard.calendar.week", {
        hours: Math.round(hours * 10) / 10,
        topics: listed(topics3.slice(0, 3).map(title2))
      }),
      text: topics3.map((at) => [`- ${title2(at)}`, address2(roadmapIndex.url(roadmapIndex.idAt(at)))].join("\n  ").trimEnd()).join("\n")
    };
  };
  var address2 = (url) => {
    const { href, protocol } = new URL(url, roadmapIndex.root);
    return url !== "" && /^https?:$/.test(protocol) ? href : "";
  };
  var exportCalendar = (plan, ahead, start) => {
    const url = address2(roadmapIndex.data.pages.plan);
    const { weeks } = ahead.likely;
    localStore.set(START, start);
    const slots = studySlots(plan, weeks.slice(0, SLOT_WEEKS), days.today()).map(({ day: day2, hours, topics: topics3 }) => ({
      uid: `day-${day2}@${site}.roadmap`,
      from: day2,
      to: day2,
      time: { start: startTime(start), length: Math.max(Math.round(hours * 60 / 5) * 5, 5) },
      alarm: SLOT_ALARM,
      url,
      ...description(hours, topics3)
    }));
    const later = weeks.slice(SLOT_WEEKS).map((week) => ({
      uid: `week-${week.monday}@${site}.roadmap`,
      from: week.monday,
      to: days.day(days.number(week.monday) + 6),
      url,
      ...description(
        week.hours,
        week.items.map((item) => item.at)
      )
    }));
    const dates = planning.milestones(plan).map((one) => ({
      uid: `milestone-${one.id}@${site}.roadmap`,
      from: one.until,
      to: one.until,
      alarm: MILESTONE_ALARM,
      url,
      title: one.title,
      text: one.goals.map((goal2) => `- ${goal2.title}`).join("\n")
    }));
    const events = [...slots, ...later, ...dates];
    const uids = events.map((event) => event.uid);
    const cancelled = exportedUids().filter((uid) => !uids.includes(uid) && !(uid.startsWith("day-") && uid.slice(4, 14) < days.today())).map((uid) => ({
      uid,
      from: days.today(),
      to: days.today(),
      title: text("dashboard.calendar.cancelled"),
      text: "",
      isCancelled: true
    }));
    localStore.set("meta/calendar", JSON.stringify(uids));
    download(
      `${site}-plan.ics`,
      calendar([...events, ...cancelled], {
        name: text("dashboard.calendar.name", { roadmap: roadmapIndex.data.title }),
        stamp: Date.now()
      }),
      "text/calendar"
    );
    say(text("dashboard.calendar.exported"));
  };

  // dashboard/days-off.ts
  var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  var BETWEEN = /\s+(?:to|until|till|-)\s+|\s*(?:–|—|\.\.\.?|…+|~|～|至|到)\s*/;
  var joined = (year2, month2, day2) => `${year2}-${String(month2).padStart(2, "0")}-${day2.padStart(2, "0")}`;
  var monthOf = (name) => name.length >= 3 ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : 0;
  var readDate = (written) => {
    const value = written.trim();
    const check = (date) => records.isDate(date) ? date : "no_date";
    let match = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日$/.exec(value);
    if (match) return check(joined(match[1], Number(match[2]), match[3]));
    match = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(value);
    if (match) return check(joined(match[1], Number(match[2]), match[3]));
    match = /^(\d{1,2})([-./])\s?(\d{1,2})\2\s?(\d{4})$/.exec(value);
    if (match) {
      const [, one, separator, other, year2] = match;
      if (separator !== "/") return check(joined(year2, Number(other), one));
      if (Number(one) <= 12 && Number(other) <= 12 && one !== other) return "ambiguous";
      return Number(one) > 12 ? check(joined(year2, Number(other), one)) : check(joined(year2, Number(one), other));
    }
    match = /^(\d{1,2})\.?\s+([A-Za-z]+)\.?,?\s+(\d{4})$/.exec(value);
    if (match) return check(joined(match[3], monthOf(match[2]), match[1]));
    match = /^([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(value);
    if (match) return check(joined(match[3], monthOf(match[1]), match[2]));
    return "no_date";
  };
  var read = (value) => {
    const spans = [];
    for (const line of value.split("\n").map((one) => one.trim()).filter(Boolean)) {
      const dates = line.split(BETWEEN).map(readDate);
      const reason = dates.length > 2 ? "no_date" : dates.find((date) => !records.isDate(date));
      if (reason !== void 0) return { spans, problem: { line, reason } };
      const [from, to = from] = dates;
      if (to < from) return { spans, problem: { line, reason: "order" } };
      spans.push([from, to]);
    }
    return { spans, problem: null };
  };
  var write = (spans) => spans.map(([from, to]) => from === to ? from : `${from} – ${to}`).join("\n");
  var daysOff = { read, write };

  // dashboard/study-time.ts
  var WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  var number2 = (name, value, limits) => element("input.rm-field", { type: "number", name, value, step: "any", inputmode: "decimal", ...limits });
  var field = (label, input) => element("label.rm-label", {}, label, input);
  var rounded = (hours, step) => Math.round(hours / step) * step;
  var fields = (plan) => {
    const week = number2("hours", plan?.hours ?? roadmapIndex.data.pace, { min: 0.25, max: 168 });
    const inputs = WEEKDAYS.map((_, at) => number2(`day-${at}`, plan?.week?.[at] ?? "", { min: 0, max: 24 }));
    const sum = () => inputs.reduce((all2, input) => all2 + Number(input.value), 0);
    const total = element("p.rm-line", { role: "status" });
    const showTotal = () => {
      total.textContent = text("dashboard.plan.weekday_total", { count: rounded(sum(), 0.01) });
    };
    const byWeek = element("fieldset.rm-plain", {}, field(text("dashboard.plan.hours"), week));
    const byWeekday = element(
      "fieldset.rm-plain",
      { oninput: showTotal },
      element(
        "div.rm-fields",
        {},
        ...WEEKDAYS.map((name, at) => field(text(`dashboard.plan.weekdays.${name}`), inputs[at]))
      ),
      total
    );
    const choose2 = (rhythm) => {
      byWeek.hidden = rhythm !== "week";
      byWeek.disabled = byWeek.hidden;
      byWeekday.hidden = rhythm !== "weekday";
      byWeekday.disabled = byWeekday.hidden;
      showTotal();
    };
    const change = (rhythm) => {
      if (rhythm === "weekday") for (const input of inputs) input.value = String(rounded(Number(week.value) / 7, 0.25));
      else if (sum() > 0) week.value = String(rounded(sum(), 0.25));
      choose2(rhythm);
    };
    const radio = (rhythm) => element(
      "label.rm-choice-line",
      {},
      element("input", {
        type: "radio",
        name: "rhythm",
        value: rhythm,
        checked: rhythm === (plan?.week ? "weekday" : "week"),
        onchange: () => change(rhythm)
      }),
      ` ${text(`dashboard.plan.rhythms.${rhythm}`)}`
    );
    choose2(plan?.week ? "weekday" : "week");
    return element(
      "fieldset.rm-topics",
      {},
      element("legend", {}, text("dashboard.plan.study_time")),
      radio("week"),
      radio("weekday"),
      byWeek,
      byWeekday
    );
  };
  var read2 = (data3) => data3.get("rhythm") === "weekday" ? { week: WEEKDAYS.map((_, at) => Number(data3.get(`day-${at}`))) } : { hours: Number(data3.get("hours")) };
  var weekWords = (week) => listed(
    week.flatMap(
      (hours, at) => hours > 0 ? [text("dashboard.plan.weekday_hours", { day: text(`dashboard.plan.weekdays.${WEEKDAYS[at]}`), hours })] : []
    )
  );
  var studyTime = { fields, read: read2, weekWords };

  // dashboard/plan-form.ts
  var GOAL = "goal:";
  var MAP = "map";
  var field2 = (label, input) => element("label.rm-label", {}, label, input);
  var checkbox = (name, isChecked, label) => element("label.rm-choice-line", {}, element("input", { type: "checkbox", name, checked: isChecked }), ` ${label}`);
  var linkedGoal = () => {
    const id = new URLSearchParams(location.hash.slice(1)).get("goal") ?? "";
    return prerequisites.goal(id) ? id : "";
  };
  var planIn = (form) => {
    const data3 = new FormData(form);
    const value = (name) => String(data3.get(name) ?? "").trim();
    const isSet = (name) => data3.get(name) !== null;
    const { spans, problem } = daysOff.read(value("off"));
    const parts = [...form.querySelectorAll("[name=parts]:checked")].map((box) => box.value);
    const order = value("order");
    const isGoal = order.startsWith(GOAL);
    const plan = {
      start: value("start"),
      ...studyTime.read(data3),
      pace: Number(value("pace")),
      off: spans,
      order: isGoal ? MAP : order,
      optional: form.querySelector("[name=optional]:checked") !== null,
      ...parts.length > 0 ? { parts } : {},
      ...isGoal ? { goal: order.slice(GOAL.length) } : {},
      ...isSet("needs") ? { needs: true } : {},
      ...isSet("first") ? { first: true } : {},
      ...isSet("tasks") ? { tasks: true } : {}
    };
    if (problem)
      return { plan, problem: text(`dashboard.plan.days_off_problems.${problem.reason}`, { line: problem.line }) };
    const invalid = records.check("plan/current", { ...plan, at: 0 });
    return { plan, problem: invalid === "" ? "" : text("dashboard.plan.invalid", { problem: invalid }) };
  };
  var save = (form, status) => {
    const { plan, problem } = planIn(form);
    if (problem !== "") {
      status.textContent = problem;
      say(problem);
      return;
    }
    const isNew = planning.plan() === null;
    const label = text(isNew ? "dashboard.plan.created" : "dashboard.plan.updated");
    const undone = text(isNew ? "dashboard.plan.created_undone" : "dashboard.plan.updated_undone");
    if (!undo.act(label, [["plan/current", plan]], { undone })) {
      sayUnsaved(text("dashboard.plan.name"));
      return;
    }
    if (linkedGoal() !== "") history.replaceState(history.state, "", location.pathname + location.search);
    dashboard.show();
  };
  var remove = () => {
    const label = text("dashboard.plan.deleted");
    if (undo.act(label, [["plan/current", { none: true }]], { undone: text("dashboard.plan.deleted_undone") }))
      dashboard.show();
    else sayUnsaved(text("dashboard.plan.name"));
  };
  var subject = (plan, chosen2) => {
    const goals = [.../* @__PURE__ */ new Set([linkedGoal(), goal.id(), plan?.goal ?? ""])].map((id) => prerequisites.goal(id)).filter((entry) => entry !== null);
    const option = (value, label) => element("option", { value, selected: value === chosen2 }, label);
    return element(
      "select.rm-field",
      { name: "order" },
      option(MAP, text("dashboard.plan.roadmap_order")),
      ...goals.map((entry) => option(`${GOAL}${entry.id}`, text("dashboard.plan.path_to", { goal: entry.title }))),
      ...roadmapIndex.data.documents.map((one) => option(one.id, one.title))
    );
  };
  var phases2 = (plan) => {
    const usual2 = planning.road.parts.filter((part) => part.weeks).map((part) => part.id);
    const wanted = plan?.parts ?? usual2;
    return element(
      "fieldset.rm-topics",
      {},
      element("legend", {}, text("dashboard.plan.phases")),
      ...roadmapIndex.data.phases.map(
        (phase) => element(
          "label.rm-choice-line",
          {},
          element("input", {
            type: "checkbox",
            name: "parts",
            value: phase.id,
            checked: wanted.includes(phase.id) || usual2.length === 0 && !plan?.parts
          }),
          ` ${phase.title}`,
          phase.duration && element("small", {}, ` ${phase.duration}`)
        )
      )
    );
  };
  var planForm = (plan) => {
    const linked = linkedGoal();
    const planned = plan?.goal && prerequisites.goal(plan.goal) ? plan.goal : "";
    const chosen2 = linked || planned ? `${GOAL}${linked || planned}` : plan?.order ?? MAP;
    const note = linked && linked !== planned ? text(`dashboard.plan.goal_chosen.${plan ? "update" : "create"}`) : "";
    const status = element("span.rm-field-status", { role: "status" }, note);
    const inPhases = phases2(plan);
    const optional = checkbox("optional", plan?.optional ?? true, text("dashboard.plan.optional"));
    const first = checkbox("first", plan?.first ?? false, text("dashboard.plan.first"));
    const needs = checkbox("needs", plan?.needs ?? false, text("dashboard.plan.needs"));
    const follow2 = (value) => {
      inPhases.hidden = value !== MAP;
      optional.hidden = value.startsWith(GOAL);
      needs.hidden = value.startsWith(GOAL) || !prerequisites.hasAny;
      first.hidden = value.startsWith(GOAL) || value === MAP || !prerequisites.hasAny;
    };
    const select = subject(plan, chosen2);
    select.addEventListener("change", () => follow2(select.value));
    follow2(chosen2);
    return element(
      "form.rm-plan",
      {
        onsubmit: (event) => {
          event.preventDefault();
          save(event.currentTarget, status);
        }
      },
      element(
        "div.rm-fields",
        {},
        field2(
          text("dashboard.plan.start"),
          element("input.rm-field", { type: "date", name: "start", value: plan?.start ?? days.today(), required: true })
        ),
        field2(text("dashboard.plan.order"), select)
      ),
      studyTime.fields(plan),
      element(
        "details.rm-fold",
        {},
        element("summary", {}, text("dashboard.plan.more")),
        field2(
          text("dashboard.plan.days_off"),
          element("textarea.rm-field", {
            name: "off",
            rows: 3,
            placeholder: text("dashboard.plan.days_off_example"),
            value: daysOff.write(plan?.off ?? [])
          })
        ),
        field2(
          text("dashboard.plan.pace"),
          element("input.rm-field", {
            type: "number",
            name: "pace",
            value: plan?.pace ?? schedule.PACE,
            min: 0.25,
            max: 168,
            step: "any",
            inputmode: "decimal"
          })
        ),
        inPhases,
        optional,
        roadmapIndex.taskIds.length > 0 && checkbox("tasks", plan?.tasks ?? false, text("dashboard.plan.tasks")),
        needs,
        first
      ),
      element(
        "p",
        {},
        element(
          "button.rm-button",
          { type: "submit", id: "make-plan" },
          text(plan ? "dashboard.plan.update" : "dashboard.plan.create")
        ),
        " ",
        plan && element(
          "button.rm-small-button",
          { type: "button", id: "delete-plan", onclick: remove },
          text("dashboard.plan.delete")
        ),
        " ",
        status
      )
    );
  };

  // dashboard/plan-milestones.ts
  var hoursAdvice = ({ judged, needed }) => {
    const date = judged?.most ? days.words(judged.most) : "";
    if (!needed) return date && text("dashboard.plan.advice.date", { date });
    const hours = needed.week ? text("dashboard.plan.week_hours", {
      hours: needed.week.reduce((sum, one) => sum + one, 0),
      week: studyTime.weekWords(needed.week)
    }) : text("dashboard.plan.even_hours", { hours: needed.hours ?? 0 });
    return date ? text("dashboard.plan.advice.hours_or_date", { hours, date }) : text("dashboard.plan.advice.hours", { hours });
  };
  var planAdvice = ({ unplanned, count }, plan) => {
    if (!unplanned.some(roadmapIndex.isTopicAt))
      return plan.tasks ? text("dashboard.plan.advice.tasks_topics", { count: count || unplanned.length }) : text("dashboard.plan.advice.tasks");
    const isOfPhases = !plan.goal && !roadmapIndex.data.documents.some((one) => one.id === plan.order);
    if (!isOfPhases) return text("dashboard.plan.advice.other_plan", { count: unplanned.length });
    const chosen2 = new Set(plan.parts ?? planning.road.parts.filter((part) => part.weeks).map((part) => part.id));
    const phases4 = planning.road.parts.filter(
      ({ id, spans }) => !chosen2.has(id) && spans.some(([from, to]) => unplanned.some((at) => at >= from && at < to))
    ).map(({ id }) => roadmapIndex.title(id));
    return phases4.length > 0 ? text("dashboard.plan.advice.phases", { count: phases4.length, phases: listed(phases4) }) : text("dashboard.plan.advice.optional", { count: unplanned.length });
  };
  var goalLine2 = (goal2, plan) => {
    if (!goal2.judged) return null;
    const { verdict, least, most } = goal2.judged;
    const label = element(verdict === "late" ? "strong.rm-late" : "span", {}, text(`dashboard.plan.verdicts.${verdict}`));
    const [from, to] = least === "" ? ["", ""] : [days.words(least), days.words(most)];
    const line = from === "" || verdict === "met" ? nodes("dashboard.plan.goal", { goal: goal2.title, verdict: label }) : from === to ? nodes("dashboard.plan.goal_by", { goal: goal2.title, verdict: label, date: to }) : nodes("dashboard.plan.goal_between", { goal: goal2.title, verdict: label, from, to });
    const advice2 = verdict === "met" ? "" : verdict === "unplanned" ? planAdvice(goal2, plan) : hoursAdvice(goal2);
    return element("li", {}, ...advice2 === "" ? line : nodes("dashboard.plan.goal_advice", { line, advice: advice2 }));
  };
  var planMilestones = (plan) => planning.milestones(plan).flatMap((one) => {
    const lines = one.goals.map((goal2) => goalLine2(goal2, plan)).filter((line) => line !== null);
    if (lines.length === 0) return [];
    const title2 = nodes("dashboard.plan.milestone", {
      milestone: element("strong", {}, one.title),
      date: days.words(one.until)
    });
    return [element("li", {}, ...title2, element("ul", {}, ...lines))];
  });

  // dashboard/plan-warnings.ts
  var MOST2 = 100;
  var title = (at) => roadmapIndex.title(roadmapIndex.leaves[at]);
  var set = (name) => {
    const { at: _at, ...plan } = store.read("plan/current") ?? { at: 0 };
    const isStored = undo.act(text("dashboard.plan.updated"), [["plan/current", { ...plan, [name]: true }]], {
      undone: text("dashboard.plan.updated_undone")
    });
    const box = document.querySelector(`.rm-plan [name=${name}]`);
    if (!isStored) sayUnsaved(text("dashboard.plan.name"));
    else if (box) box.checked = true;
  };
  var warning = (kind, problems2, name, action) => {
    if (problems2.length === 0) return null;
    const count = new Set(problems2.map(({ topic }) => topic)).size;
    const lines = problems2.slice(0, MOST2).map(
      ({ topic, need: need2 }) => element("li", {}, text(`dashboard.plan.problem_lines.${kind}`, { topic: title(topic), need: title(need2) }))
    );
    const rest = problems2.length - lines.length;
    return element(
      "div.rm-plan-warning",
      {},
      element(
        "details.rm-fold",
        {},
        element("summary", {}, text(`dashboard.plan.problems.${kind}`, { count })),
        element("ul", {}, ...lines, rest > 0 && element("li", {}, text("dashboard.plan.more_problems", { count: rest })))
      ),
      element("button.rm-button", { type: "button", id: `fix-${name}`, onclick: () => set(name) }, action)
    );
  };
  var planWarnings = (plan) => {
    if (!prerequisites.hasAny)
      return plan.goal ? [element("p.rm-line", {}, text("dashboard.goal.no_prerequisites"))] : [];
    const { early, missing, added } = planning.orderProblems(plan);
    return [
      warning("early", early, "first", text("dashboard.plan.fix_first")),
      warning("missing", missing, "needs", text("dashboard.plan.fix_needs", { count: added.length }))
    ];
  };

  // dashboard/view-plan.ts
  var summary = (ahead, plan) => {
    if (ahead.order.length === 0) return element("p", {}, text("dashboard.plan.nothing_left"));
    if (ahead.most.isEndless || ahead.likely.isEndless)
      return element("p", {}, element("strong.rm-late", {}, text("dashboard.plan.endless")));
    const [from, to] = [ahead.least.finish, ahead.most.finish].map((day2) => days.number(day2));
    const start = Math.max(days.number(plan.start), days.number(days.today()));
    const [least, most] = [from, to].map((day2) => Math.ceil((day2 - start + 1) / 7));
    const [low, high] = [ahead.least.hours, ahead.most.hours].map(Math.round);
    const range = (from2, to2) => from2 === to2 ? String(from2) : text("dashboard.plan.range", { from: from2, to: to2 });
    const weeks = text("dashboard.plan.weeks", { weeks: range(least, most), count: most });
    return element(
      "p",
      {},
      ...nodes("dashboard.plan.summary", {
        count: ahead.order.filter(roadmapIndex.isTopicAt).length,
        hours: range(low, high),
        weeks: element("strong", {}, weeks)
      }),
      text("lists.sentences"),
      from === to ? text("dashboard.plan.finish", { date: days.words(days.day(to)) }) : text("dashboard.plan.finish_between", { from: days.words(days.day(from)), to: days.words(days.day(to)) })
    );
  };
  var differences = (ahead, plan) => {
    const planned = ahead.order.filter(roadmapIndex.isTopicAt);
    const inPlan = new Set(planned.map(roadmapIndex.idAt));
    const open = counts.open("all");
    const toGo = new Set(open);
    const missing = open.filter((id) => !inPlan.has(id)).length;
    const extra = planned.filter((at) => !toGo.has(roadmapIndex.idAt(at))).length;
    const tasks = ahead.order.length - planned.length;
    const leftOut = counts.tasksIn("all").filter((id) => ["todo", "learning"].includes(store.state(id))).length - tasks;
    const lines = [
      extra > 0 && text("dashboard.plan.extra", { count: extra }),
      missing > 0 && text("dashboard.plan.missing", { count: open.length, missing }),
      tasks > 0 && text("dashboard.plan.with_tasks", { count: tasks }),
      leftOut > 0 && (plan.tasks ? text("dashboard.plan.other_tasks", { count: leftOut }) : text("dashboard.plan.without_tasks", { count: leftOut }))
    ].filter((line) => line !== false);
    return lines.length > 0 ? element("p.rm-line", { id: "plan-differences" }, paragraph(lines)) : null;
  };
  var FIRST_WEEKS = 8;
  var weekItem = (week) => element(
    "li.rm-week",
    {},
    element(
      "h3",
      {},
      ...nodes("dashboard.plan.week", {
        date: days.words(week.monday),
        hours: element("small", {}, text("dashboard.plan.hours_short", { hours: Math.round(week.hours * 10) / 10 }))
      })
    ),
    element(
      "ul.rm-list",
      {},
      ...week.items.map(
        (item) => roadmapIndex.row(
          roadmapIndex.idAt(item.at),
          !item.ends && element("small.rm-kind", {}, text("dashboard.plan.continues"))
        )
      )
    )
  );
  var laterWeeks = (weeks) => {
    const list = element("ol.rm-list.rm-long");
    const open = () => {
      if (list.childElementCount > 0) return;
      list.append(...weeks.map(weekItem));
      rows.bind();
    };
    return element(
      "details.rm-fold",
      { ontoggle: open },
      element("summary", {}, text("dashboard.plan.later_weeks", { count: weeks.length })),
      list
    );
  };
  dashboard.views.set("plan", () => {
    const plan = planning.plan();
    if (!plan) return [planForm(plan)];
    const ahead = planning.ahead(plan);
    const judged = planMilestones(plan);
    const { weeks } = ahead.likely;
    const start = element("input.rm-field", {
      type: "time",
      name: "calendar-start",
      value: lastStart(),
      autocomplete: "off"
    });
    return [
      planForm(plan),
      element("h2", {}, text("dashboard.plan.schedule")),
      summary(ahead, plan),
      differences(ahead, plan),
      ...planWarnings(plan),
      element("p.rm-line", {}, text("dashboard.plan.effort", { count: plan.pace ?? schedule.PACE })),
      judged.length > 0 ? element("ul", {}, ...judged) : null,
      element(
        "p",
        {},
        element("label.rm-label", {}, text("dashboard.calendar.start"), start),
        " ",
        element(
          "button.rm-button",
          { type: "button", id: "save-calendar", onclick: () => exportCalendar(plan, ahead, start.value || lastStart()) },
          text("dashboard.calendar.export")
        )
      ),
      element("p.rm-line", {}, text("dashboard.calendar.about")),
      element("h2", {}, text("dashboard.plan.week_by_week")),
      element("ol.rm-list", {}, ...weeks.slice(0, FIRST_WEEKS).map(weekItem)),
      weeks.length > FIRST_WEEKS ? laterWeeks(weeks.slice(FIRST_WEEKS)) : null
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
  var month = "";
  var flush = () => {
  };
  var timer;
  globalThis.addEventListener("pagehide", () => flush());
  drafts.beforeLeaving(() => flush());
  var put = (path, record, lineName) => {
    const show2 = (message) => {
      const line = document.getElementById(`save-status-${lineName}`);
      if (line) line.textContent = message;
    };
    const problem = records.check(path, { ...record, at: 0 });
    if (problem !== "") {
      show2(text("dashboard.journal.invalid", { problem }));
      return false;
    }
    if (!store.write([[path, record]])) {
      show2(text("dashboard.journal.not_saved"));
      sayUnsaved(text("dashboard.your_change"));
      return false;
    }
    backups.changed();
    whenSaved((message) => requestAnimationFrame(() => requestAnimationFrame(() => show2(message))));
    return true;
  };
  var statusLine = (name) => element("span.rm-field-status", { id: `save-status-${name}`, "aria-live": "polite" });
  var monthlyReview = () => {
    flush();
    month ||= days.today().slice(0, 7);
    const path = `month/${month}`;
    const saved = store.read(path) ?? {};
    const inMonth = (id) => store.state(id) === "done" && !store.isKnown(id) && days.dayOf(store.since(id)).startsWith(month);
    const learned = roadmapIndex.leaves.filter(inMonth);
    const projects = Object.entries(roadmapIndex.data.others).filter(
      ([id, entry]) => entry[2] === "project" && inMonth(id)
    );
    const monthsWithReviews = store.paths().filter((one) => one.startsWith("month/")).map((one) => one.slice(6)).reverse();
    const draftOf = (name) => `${path}/${name}`;
    const bases = new Map(
      records.MONTH_FIELDS.map((name) => [name, drafts.get(draftOf(name))?.base ?? records.own(saved, name) ?? ""])
    );
    const fields2 = records.MONTH_FIELDS.map((name) => {
      const draft = drafts.get(draftOf(name));
      const area = element("textarea.rm-field", {
        name,
        id: `month-${name}`,
        rows: 3,
        dir: "auto",
        value: draft?.text ?? saved[name] ?? ""
      });
      const offer = drafts.offer(`${month}-${name}.txt`, () => area.value);
      offer.hidden = !draft;
      const problem = element("span.rm-unsaved", { "aria-live": "polite" }, drafts.tooLongText(area.value));
      const label = element("label.rm-label", {}, text(`dashboard.journal.prompts.${name}`), area);
      return { block: element("div", {}, label, problem, " ", offer), area, problem, offer };
    });
    const setDraft = ({ area, problem, offer }, isUnsaved) => {
      drafts.set(draftOf(area.name), isUnsaved ? { text: area.value, base: bases.get(area.name) ?? "" } : null);
      problem.textContent = drafts.tooLongText(area.value);
      offer.hidden = !isUnsaved;
    };
    const checkAll = () => {
      for (const field3 of fields2) {
        const { name, value } = field3.area;
        const isTooLong = drafts.tooLongText(value) !== "";
        if (isTooLong || drafts.get(draftOf(name))) setDraft(field3, isTooLong);
      }
    };
    clearTimeout(timer);
    flush = () => {
      clearTimeout(timer);
      const before = store.read(path) ?? {};
      const record = Object.fromEntries(
        fields2.map(({ area: { name, value } }) => {
          const stored = records.own(before, name) ?? "";
          const merged = merging.threeWay(bases.get(name) ?? "", value, stored);
          return [name, drafts.tooLongText(merged) === "" ? merged : stored];
        })
      );
      const isSaved = records.MONTH_FIELDS.every((name) => (records.own(before, name) ?? "") === record[name]) || put(path, record, "month");
      for (const field3 of fields2) {
        const { area } = field3;
        const stored = record[area.name];
        const isTooLong = drafts.tooLongText(merging.threeWay(bases.get(area.name) ?? "", area.value, stored)) !== "";
        if (isTooLong || !isSaved) {
          if (isTooLong || area.value !== (records.own(before, area.name) ?? "")) setDraft(field3, true);
          continue;
        }
        bases.set(area.name, stored);
        if (drafts.get(draftOf(area.name))) setDraft(field3, false);
        if (area.value !== stored) area.value = stored;
      }
    };
    const flushSoon = () => {
      clearTimeout(timer);
      checkAll();
      timer = setTimeout(flush, 400);
    };
    return element(
      "section.rm-dashboard-card.rm-wide",
      {},
      element("h2", {}, text("dashboard.journal.review")),
      element(
        "label.rm-label",
        {},
        text("dashboard.journal.month"),
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
        projects.length > 0 ? text("dashboard.journal.completed", {
          topics: text("dashboard.journal.topics", { count: learned.length }),
          projects: text("dashboard.journal.projects", { count: projects.length })
        }) : text("dashboard.journal.topics_completed", { count: learned.length })
      ),
      learned.length > 0 ? element(
        "details.rm-fold",
        {},
        element("summary", {}, text("dashboard.journal.show_topics")),
        element("ul", {}, ...learned.map((id) => element("li", {}, roadmapIndex.link(id))))
      ) : null,
      element("div", { oninput: flushSoon, onfocusout: () => flush() }, ...fields2.map(({ block }) => block)),
      statusLine("month"),
      monthsWithReviews.length > 0 ? element(
        "p.rm-line",
        {},
        text("dashboard.journal.past_reviews"),
        " ",
        ...monthsWithReviews.flatMap((one, at) => [
          at > 0 && text("lists.separator"),
          element(
            "button.rm-small-button",
            {
              type: "button",
              onclick: () => {
                month = one;
                dashboard.show();
              }
            },
            days.monthWords(one)
          )
        ])
      ) : null
    );
  };

  // dashboard/view-journal.ts
  var STATUSES = ["not-started", "in-progress", "completed"];
  var choose = (path, record, label, undone) => {
    const problem = records.check(path, { ...record, at: 0 });
    if (problem === "" && undo.act(label, [[path, record]], { undone })) return;
    if (problem === "") sayUnsaved(text("dashboard.your_change"));
    else say(text("dashboard.journal.invalid", { problem }), true);
    follow([path]);
  };
  var follow = (paths) => {
    const show2 = (id, value) => {
      const field3 = document.getElementById(id);
      const isTyping = field3 === document.activeElement && field3?.type === "date";
      if (field3 && field3.value !== value && !isTyping) field3.value = value;
    };
    for (const path of paths) {
      if (path.startsWith("phase/")) show2(`status-${path.slice(6)}`, store.read(path)?.status ?? "auto");
      if (path !== "focus/current") continue;
      const current = store.read(path) ?? { at: 0 };
      for (const name of ["phase", "topic", "start", "target"]) show2(`focus-${name}`, records.own(current, name) ?? "");
    }
  };
  store.listen(follow);
  var automaticStatus = (id) => {
    const { done, size, learning, extra } = counts.of(`phase:${id}`);
    return size > 0 && done === size ? "completed" : done + learning + extra > 0 ? "in-progress" : "not-started";
  };
  var phases3 = () => {
    return element(
      "section.rm-dashboard-card",
      {},
      element("h2", {}, text("dashboard.journal.phases")),
      element(
        "ul.rm-list",
        {},
        ...roadmapIndex.data.phases.map((phase) => {
          const set2 = store.read(`phase/${phase.id}`)?.status ?? "auto";
          const automatic = text(`dashboard.journal.statuses.${automaticStatus(phase.id)}`);
          return element(
            "li.rm-status-line",
            {},
            roadmapIndex.link(phase.id),
            " ",
            element(
              "select.rm-field",
              {
                id: `status-${phase.id}`,
                "aria-label": text("dashboard.journal.status_of", { phase: phase.title }),
                onchange: (event) => {
                  const value = event.target.value;
                  const status = text(`dashboard.journal.statuses.${value}`);
                  choose(
                    `phase/${phase.id}`,
                    { status: value },
                    text("dashboard.journal.status_set", { phase: phase.title, status }),
                    text("dashboard.journal.status_undone", { phase: phase.title })
                  );
                }
              },
              element(
                "option",
                { value: "auto", selected: set2 === "auto" },
                text("dashboard.journal.automatic", { status: automatic })
              ),
              ...STATUSES.map(
                (value) => element("option", { value, selected: set2 === value }, text(`dashboard.journal.statuses.${value}`))
              )
            )
          );
        })
      )
    );
  };
  var focus = () => {
    const current = updates.focus(store.read("focus/current") ?? { at: 0 });
    const status = element("p.rm-field-status", { role: "status" });
    const change = (event) => {
      const { name, value } = event.target;
      const isPast = name === "target" && value !== "" && value < days.today();
      status.textContent = isPast ? text("dashboard.journal.target_past") : "";
      if (isPast) return;
      const { at: _at, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
      choose(
        "focus/current",
        { ...rest, [name]: value },
        text("dashboard.journal.focus_changed"),
        text("dashboard.journal.focus_undone")
      );
    };
    const open = counts.leavesIn(current.phase ? `phase:${current.phase}` : "all");
    return element(
      "section.rm-dashboard-card",
      { onchange: change },
      element("h2", {}, text("dashboard.journal.focus")),
      element(
        "div.rm-fields",
        {},
        element(
          "label.rm-label",
          {},
          text("dashboard.journal.phase"),
          element(
            "select.rm-field",
            { name: "phase", id: "focus-phase" },
            element("option", { value: "" }, "–"),
            ...roadmapIndex.data.phases.map(
              (phase) => element("option", { value: phase.id, selected: current.phase === phase.id }, phase.title)
            )
          )
        ),
        element(
          "label.rm-label",
          {},
          text("dashboard.journal.topic"),
          element(
            "select.rm-field",
            { name: "topic", id: "focus-topic" },
            element("option", { value: "" }, "–"),
            ...open.map((id) => element("option", { value: id, selected: current.topic === id }, roadmapIndex.title(id)))
          )
        ),
        element(
          "label.rm-label",
          {},
          text("dashboard.journal.started"),
          element("input.rm-field", { type: "date", name: "start", id: "focus-start", value: current.start ?? "" })
        ),
        element(
          "label.rm-label",
          {},
          text("dashboard.journal.target"),
          element("input.rm-field", { type: "date", name: "target", id: "focus-target", value: current.target ?? "" })
        )
      ),
      status
    );
  };
  var notes = async () => {
    const { renderMarkdown } = await load("panel");
    const written = store.paths().flatMap((path) => {
      const note = path.startsWith("note/") ? store.read(path)?.text : "";
      return note ? [[path.slice(5), note]] : [];
    });
    if (written.length === 0) return null;
    return element(
      "section.rm-dashboard-card.rm-wide",
      {},
      element("h2", {}, text("dashboard.journal.notes", { count: written.length })),
      ...written.map(
        ([id, note]) => element(
          "article.rm-note",
          {},
          element(
            "h3",
            {},
            roadmapIndex.link(id),
            !roadmapIndex.isKnown(id) && element("small", {}, ` ${text("dashboard.journal.removed")}`)
          ),
          element("div.rm-prose", {}, renderMarkdown(note))
        )
      )
    );
  };
  dashboard.views.set("journal", async () => [
    element("div.rm-dashboard-cards", {}, phases3(), focus()),
    monthlyReview(),
    await notes()
  ]);

  // dashboard/view-changes.ts
  dashboard.views.set("changes", () => {
    const newTopics2 = updates.newLeaves();
    const log = updates.log();
    const line = (change) => element(
      "li",
      {},
      ...updates.phrase(change).map((part) => typeof part === "string" ? part : roadmapIndex.link(part.id))
    );
    return [
      newTopics2.length > 0 ? element(
        "section.rm-dashboard-card",
        {},
        element("h2", {}, text("dashboard.changes.new_topics")),
        element("ul.rm-list", {}, ...newTopics2.map((id) => roadmapIndex.row(id)))
      ) : null,
      ...[...new Set(log.map(({ day: day2 }) => day2))].reverse().map(
        (day2) => element(
          "section.rm-dashboard-card.rm-update",
          {},
          element("h2", {}, days.words(day2)),
          element("ul", {}, ...log.filter((one) => one.day === day2).map(({ change }) => line(change)))
        )
      ),
      log.length === 0 ? element("p", {}, text("dashboard.changes.none")) : null
    ];
  });

  // dashboard/view-routine.ts
  var CELL = 11;
  var inShort = (options) => new Intl.DateTimeFormat(void 0, { ...options, timeZone: "UTC" });
  var shortMonth = (month2) => inShort({ month: "short" }).format(Date.parse(`${month2}-01`));
  var shortWeekday = (day2) => inShort({ weekday: "short" }).format(Date.parse(days.day(day2)));
  var year = (today2) => {
    const end = days.number(today2);
    const start = days.monday(end - 364);
    const habitCounts = new Map(
      store.paths().filter((path) => path.startsWith("day/")).map((path) => [path.slice(4), habits.doneOn(path.slice(4)).size])
    );
    const most = Math.max(1, ...habitCounts.values());
    const squares = [];
    const months = /* @__PURE__ */ new Map();
    let active = 0;
    for (let day2 = start; day2 <= end; day2 += 1) {
      const name = days.day(day2);
      const count = habitCounts.get(name) ?? 0;
      if (count > 0) active += 1;
      months.set(name.slice(0, 7), (months.get(name.slice(0, 7)) ?? 0) + (count > 0 ? 1 : 0));
      const level = count === 0 ? 0 : Math.ceil(4 * count / most);
      squares.push(
        element(
          "rect",
          {
            class: `rm-heatmap-${level}`,
            x: ((day2 - start) / 7 | 0) * CELL,
            y: days.weekday(day2) * CELL,
            width: CELL - 2,
            height: CELL - 2,
            rx: 2
          },
          element("title", {}, text("dashboard.routine.day", { date: days.words(name), count }))
        )
      );
    }
    const caption = text("dashboard.routine.year", { count: active });
    const column = (day2) => (day2 - start) / 7 | 0;
    const labels = [...months.keys()].map((month2) => ({ month: month2, first: Math.max(days.number(`${month2}-01`), start) })).filter(({ first }) => column(first) > 2 || first === start).map(({ month: month2, first }) => element("text", { x: column(first) * CELL, y: -3 }, shortMonth(month2)));
    const weekdays = [0, 2, 4].map(
      (day2) => element("text", { x: -4, y: (day2 + 0.75) * CELL, "text-anchor": "end" }, shortWeekday(start + day2))
    );
    return element(
      "figure.rm-figure",
      {},
      element(
        "svg",
        {
          class: "rm-heatmap",
          viewBox: `-24 -12 ${53 * CELL + 24} ${7 * CELL + 12}`,
          role: "img",
          "aria-label": caption
        },
        ...labels,
        ...weekdays,
        ...squares
      ),
      element("figcaption", {}, caption),
      element(
        "details.rm-fold",
        {},
        element("summary", {}, text("dashboard.as_table")),
        element(
          "table.rm-table",
          {},
          element(
            "thead",
            {},
            element(
              "tr",
              {},
              element("th", { scope: "col" }, text("dashboard.routine.month")),
              element("th", { scope: "col" }, text("dashboard.routine.active_days"))
            )
          ),
          element(
            "tbody",
            {},
            ...[...months].map(
              ([month2, count]) => element("tr", {}, element("th", { scope: "row" }, days.monthWords(month2)), element("td", {}, count))
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
      element("h2", {}, text("dashboard.routine.today", { date: days.words(today2) })),
      element(
        "div.rm-dashboard-cards",
        {},
        ...habits.blocksOf(roadmapIndex.data.routine, today2).map((block) => habitList(block, today2, done))
      ),
      element(
        "p",
        {},
        streak > 0 && `${text("dashboard.days_in_a_row", { count: streak })} `,
        text("dashboard.routine.resets")
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
      line.querySelector(".rm-due-date")?.remove();
      if (one)
        line.append(element("span.rm-due-date", {}, text("dashboard.milestones.by", { date: days.words(one.until) })));
    }
    for (const goal2 of roadmapIndex.data.milestones.flatMap((one) => one.goals)) {
      const place = document.querySelector(`[data-rm-goal="${CSS.escape(goal2.id)}"]`);
      if (!place) continue;
      const { done, size, isReached } = planning.progressOf(goal2);
      place.textContent = size > 0 ? text(isReached ? "dashboard.milestones.reached" : "dashboard.milestones.progress", { done, size }) : "";
    }
    const link = element("a", { href: roadmapIndex.at(roadmapIndex.data.pages.plan) }, text("dashboard.milestones.plan"));
    return [
      element(
        "p.rm-line",
        {},
        ...nodes(plan ? "dashboard.milestones.dates" : "dashboard.milestones.no_dates", { plan: link })
      )
    ];
  });

  // dashboard/view-print.ts
  var pageHeaders = new CSSStyleSheet();
  var all = (selector) => document.querySelectorAll(`.rm-print ${selector}`);
  var quoted = (title2) => `"${title2.replace(/(.{60}).{3,}/su, "$1…").replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
  var tally = (scope) => {
    const ids = counts.leavesIn(scope);
    const { done, size, skipped, extra } = counts.of(scope);
    if (size === 0) return text("dashboard.print.all_skipped", { count: skipped });
    const open = counts.of(scope).optional;
    const optional = open === 0 ? 0 : Math.min(open, ids.filter((id) => counts.isOptional(id) && store.state(id) !== "skipped").length);
    const branches = open - optional;
    const reasons = Object.entries({ optional, branches, skipped }).filter(([, count]) => count > 0).map(
      ([reason, count]) => text(`dashboard.print.reasons.${reason}`, { count })
    );
    return paragraph([
      text("dashboard.print.done", { done, count: size, percent: progressBars.percent({ done, size }) }),
      extra > 0 ? text("dashboard.print.extra", { count: extra }) : "",
      reasons.length > 0 ? text("dashboard.print.not_counted", { count: ids.length, reasons: listed(reasons) }) : ""
    ]);
  };
  var showNote = (path) => {
    const id = path.slice(path.indexOf("/") + 1);
    const { text: note = "", links = [] } = store.read(path) ?? {};
    const content = path.startsWith("note/") ? note : path.startsWith("links/") ? links.map((link) => `${link.title} ${link.url}`.trim()).join("\n") : "";
    if (content === "") return;
    const paragraph2 = element("p.rm-printed-note", { dir: "auto" }, content);
    const row = all(`[data-tick="${CSS.escape(id)}"]`)[0]?.closest("li");
    const rest = all("[data-rm-rest]")[0];
    if (row) row.insertBefore(paragraph2, row.querySelector(":scope > .rm-list"));
    else rest.append(element("h3", {}, roadmapIndex.title(id)), paragraph2);
    rest.parentElement?.toggleAttribute("hidden", rest.childElementCount === 0);
  };
  var showSummaries = () => {
    for (const box of all("[data-tick]")) {
      const summary2 = globalThis.roadmapSummaries[box.dataset.tick ?? ""];
      const row = box.closest(".rm-row");
      if (summary2 === void 0 || row === null || row.parentElement?.querySelector(":scope > .rm-details > .rm-summary"))
        continue;
      const paragraph2 = element("p.rm-summary", {}, ...codeWords(summary2));
      if (row.nextElementSibling?.matches(".rm-details")) row.nextElementSibling.append(paragraph2);
      else row.after(element("div.rm-details", {}, paragraph2));
    }
  };
  var setPageHeaders = () => {
    const chapters = [...all("[data-rm-head]")];
    const pages = chapters.map((chapter, at) => {
      chapter.style.setProperty("page", `rm-${at}`);
      return `@page rm-${at} { margin: 20mm 16mm; color: #555; font: 8.5pt sans-serif; @top-left { content: ${quoted(roadmapIndex.data.title)} } @top-right { content: ${quoted(chapter.dataset.rmHead ?? "")} } @bottom-center { content: counter(page) } }`;
    });
    pageHeaders.replaceSync(pages.join(""));
    if (!document.adoptedStyleSheets.includes(pageHeaders)) document.adoptedStyleSheets.push(pageHeaders);
  };
  dashboard.views.set("print", (root2) => {
    for (const place of all(".rm-tally")) place.textContent = tally(place.dataset.scope ?? "");
    for (const place of all(".rm-printed-note, [data-rm-rest] > *")) place.remove();
    for (const path of store.paths()) showNote(path);
    dashboard.views.get("milestones")?.(root2);
    setPageHeaders();
    void need("summaries").then(showSummaries, () => {
    });
    return [
      element(
        "p.rm-noprint",
        {},
        element(
          "button.rm-button",
          { type: "button", id: "print", onclick: () => print() },
          text("dashboard.print.print")
        )
      ),
      element("p", {}, text("dashboard.print.as_of", { date: days.words(days.today()) }))
    ];
  });

  // dashboard/main.ts
  var shared = {
    codeWords,
    days,
    roadmapIndex,
    dashboard,
    planning,
    review,
    schedule,
    prerequisites,
    goal,
    closure,
    pathTo,
    nextTopics
  };
  Object.assign(globalThis.roadmap, shared);
})();
