/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/elements.ts
  var { element } = globalThis.roadmap;

  // shared:core/map.ts
  var { map } = globalThis.roadmap;

  // shared:core/strings.ts
  var { nodes, text, listed, paragraph, locale } = globalThis.roadmap;

  // shared:dashboard/dashboard.ts
  var { dashboard } = globalThis.roadmap;

  // shared:dashboard/goal.ts
  var { goal } = globalThis.roadmap;

  // shared:dashboard/prerequisites.ts
  var { prerequisites } = globalThis.roadmap;

  // shared:dashboard/roadmap-index.ts
  var { roadmapIndex } = globalThis.roadmap;

  // shared:graph/next-topics.ts
  var { nextTopics } = globalThis.roadmap;

  // paths/heading-focus.ts
  var isAwaited = false;
  var headingFocus = {
    /** To be called before the address changes. */
    expect() {
      isAwaited = true;
    },
    /** @returns the heading of the content; it gets the focus if that is expected, and keeps it when the page is shown again */
    heading(...content) {
      if (isAwaited) setTimeout(() => document.getElementById("path-heading")?.focus());
      isAwaited = false;
      return element("h2", { id: "path-heading", tabindex: -1 }, ...content);
    }
  };

  // paths/address.ts
  var PAGE = '[data-rm-desk="path"]';
  var last = { id: "", isChosen: false };
  var wanted = () => {
    const id = new URLSearchParams(location.hash.slice(1)).get("goal");
    if (id !== null) last = { id, isChosen: true };
    else if (location.hash === "") last = { id: "", isChosen: false };
    return last;
  };
  var open = (href) => {
    history.pushState(null, "", href);
    headingFocus.expect();
    dashboard.show();
  };
  var linkHere = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link?.origin !== location.origin || link.pathname !== location.pathname) return null;
    event.stopPropagation();
    return link;
  };
  var follow = (event) => {
    const link = linkHere(event);
    if (!link?.hash.startsWith("#goal=") || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link.href);
  };
  document.addEventListener(
    "click",
    (event) => {
      if (document.querySelector(PAGE)?.contains(event.target) === false) linkHere(event);
    },
    true
  );
  globalThis.addEventListener("hashchange", () => {
    if (document.querySelector(PAGE)) dashboard.show();
  });
  var address = {
    /** @returns the id in the address, and whether the address has one; an empty id asks for the list of goals */
    wanted,
    open,
    /** For clicks in the view. */
    follow,
    hash: (id) => `#goal=${encodeURIComponent(id)}`,
    /** @returns the address of a page of the dashboard with a goal */
    of: (page, id) => roadmapIndex.at(roadmapIndex.data.pages[page]) + address.hash(id)
  };

  // paths/goal-search.ts
  var plain = (title) => title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  var rank = (title, words) => {
    if (title.startsWith(words.join(" "))) return 0;
    return title.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(words[0])) ? 1 : 2;
  };
  var findGoals = (goals2, query2, also = {}) => {
    const words = plain(query2).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const ranks = ({ id, title }) => [title, ...also[id] ?? []].map(plain).filter((name) => words.every((word) => name.includes(word))).map((name) => rank(name, words));
    return goals2.map((goal2) => ({ goal: goal2, rank: Math.min(...ranks(goal2)) })).filter(({ rank: rank2 }) => rank2 < Infinity).sort((one, other) => one.rank - other.rank).map(({ goal: goal2 }) => goal2);
  };

  // paths/goal-chooser.ts
  var KINDS = ["role", "project", "milestone", "goal", "phase", "section", "practice", "topic"];
  var SUGGESTED = ["role", "project", "milestone", "phase"];
  var MOST_OF_A_KIND = 12;
  var query = "";
  var goalLink = (goal2) => element("a", { href: address.hash(goal2.id), dir: "auto" }, goal2.title);
  var groupOf = (kind, goals2, most) => {
    const rest = goals2.length - most;
    return element(
      "section",
      {},
      element("h3", {}, text(`paths.kinds.${kind}`)),
      element(
        "ul.rm-list.rm-columns",
        {},
        ...goals2.slice(0, most).map((goal2) => element("li", {}, goalLink(goal2))),
        rest > 0 && element("li.rm-quiet", {}, text("paths.more", { count: rest }))
      )
    );
  };
  var goalChooser = () => {
    const goals2 = KINDS.flatMap((kind) => prerequisites.goals().filter((goal2) => goal2.kind === kind));
    const status = element("p.rm-line", { role: "status" });
    const list = element("div.rm-goals");
    let first;
    const filter = () => {
      const isSearch = query.trim() !== "";
      const matches = isSearch ? findGoals(goals2, query, globalThis.roadmapReasons?.also) : goals2.filter(({ kind }) => SUGGESTED.includes(kind));
      const kinds = new Set(matches.map(({ kind }) => kind));
      const groups = [...kinds].map((kind) => ({ kind, goals: matches.filter((goal2) => goal2.kind === kind) }));
      first = isSearch ? groups[0]?.goals[0] : void 0;
      status.textContent = !isSearch ? text("paths.first", { count: goals2.length }) : first ? text("paths.matches", { count: matches.length }) : text("paths.no_match");
      list.replaceChildren(
        ...groups.map(({ kind, goals: goals3 }) => groupOf(kind, goals3, isSearch ? MOST_OF_A_KIND : goals3.length))
      );
    };
    const field = element("input.rm-field", {
      type: "search",
      id: "path-search",
      autocomplete: "off",
      enterkeyhint: "go",
      value: query,
      oninput: () => {
        query = field.value;
        filter();
      }
    });
    const open2 = (event) => {
      event.preventDefault();
      if (first) address.open(address.hash(first.id));
    };
    filter();
    return [
      element(
        "form",
        { role: "search", onsubmit: open2 },
        headingFocus.heading(text("paths.choose")),
        element("label.rm-label", { for: "path-search" }, text("paths.search")),
        field,
        status
      ),
      list
    ];
  };

  // shared:core/notices.ts
  var { say, notice, sayUnsaved } = globalThis.roadmap;

  // paths/path-buttons.ts
  var button = (id, label, onclick) => element("button.rm-button", { type: "button", id, onclick }, label);
  var copyLink = async (field, status) => {
    field.hidden = false;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = text("paths.copied");
    } catch {
      field.focus();
      status.textContent = text("paths.copy_by_hand");
    }
  };
  var pathButtons = (goal2) => {
    const isMine = goal.id() === goal2.id;
    const link = element("input.rm-field", {
      id: "path-link",
      readonly: true,
      hidden: true,
      "aria-label": text("paths.link"),
      value: address.of("path", goal2.id)
    });
    const status = element("p.rm-line", { role: "status" });
    const choose = () => {
      if (!goal.choose(isMine ? "" : goal2.id)) sayUnsaved(goal2.title);
    };
    return element(
      "div.rm-noprint",
      {},
      element(
        "p.rm-path-buttons",
        {},
        element("a.rm-button.rm-primary", { href: address.of("plan", goal2.id) }, text("paths.plan")),
        button("path-goal", isMine ? text("paths.leave_goal") : text("paths.choose_goal"), choose),
        button("path-copy", text("paths.copy"), () => void copyLink(link, status)),
        button("path-print", text("paths.print"), () => print()),
        element("a.rm-button", { href: address.hash("") }, text("paths.choose_another"))
      ),
      link,
      status
    );
  };

  // shared:graph/path.ts
  var { closure, pathTo } = globalThis.roadmap;

  // paths/path-counts.ts
  var countPath = (graph4, needs2, path, isKnown) => {
    const steps = path.steps.map(({ topic }) => topic);
    const fromNothing = pathTo(graph4, needs2, () => false).steps.map(({ topic }) => topic);
    const all = closure(graph4, [...steps, ...path.known, ...fromNothing.filter(isKnown)], () => false);
    const open2 = steps.filter((topic) => !isKnown(topic));
    const known = [...all].filter(isKnown).length;
    const hours = open2.map((topic) => graph4.hours[topic]).filter((one) => one !== null);
    return {
      open: open2,
      hours: hours.reduce((sum, one) => sum + one, 0),
      withoutHours: open2.length - hours.length,
      size: all.size,
      known,
      implied: all.size - open2.length - known
    };
  };

  // shared:core/counts.ts
  var { counts } = globalThis.roadmap;

  // shared:dashboard/code-words.ts
  var { codeWords } = globalThis.roadmap;

  // shared:dashboard/planning.ts
  var { planning } = globalThis.roadmap;

  // paths/path-summary.ts
  var paceOf = (plan) => plan?.week ? plan.week.reduce((sum, hours) => sum + hours, 0) : plan?.hours ?? roadmapIndex.data.pace;
  var rounded = (hours) => hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours);
  var timeOf = (hours) => {
    const plan = planning.plan();
    const pace = paceOf(plan);
    const total = text("paths.hours", { count: rounded(hours) });
    if (pace <= 0) return total;
    return text(plan ? "paths.time_in_plan" : "paths.time", {
      hours: total,
      // Rounded as on the pages of phases and roles.
      weeks: text("paths.weeks", { count: Math.max(1, Math.round(hours / pace)) }),
      pace: text("paths.pace", { count: rounded(pace) })
    });
  };
  var toLearn = ({ open: open2, hours, withoutHours }) => {
    const count = open2.length;
    if (count === 0) return [text("paths.all_known")];
    if (hours === 0) return [text("paths.topics", { count }), text("paths.no_hours")];
    return [
      text("paths.topics_time", { count, time: timeOf(hours) }),
      withoutHours > 0 ? text("paths.without_hours", { count: withoutHours }) : ""
    ];
  };
  var pathSummary = (counts2, openTasks, taskHours, hasChoices) => {
    const { open: open2, hours, known, size, implied } = counts2;
    const isAllKnown = open2.length === 0;
    const sentences = [
      ...isAllKnown && openTasks === 0 ? [text("paths.reached")] : [],
      ...size > 0 ? toLearn(counts2) : [],
      hours > 0 && taskHours > 0 ? text("paths.with_tasks", { time: timeOf(hours + taskHours) }) : "",
      isAllKnown ? "" : known === 0 ? text("paths.none_known") : text("paths.known", { known, count: size }),
      !isAllKnown && implied > 0 ? text("paths.implied", { count: implied }) : "",
      isAllKnown && openTasks > 0 ? text("paths.tasks_left") : "",
      hasChoices && open2.length > 0 ? text("paths.choices") : "",
      prerequisites.hasAny ? "" : text("paths.no_prerequisites")
    ];
    return element("p", {}, paragraph(sentences));
  };

  // paths/path-rows.ts
  var { graph } = prerequisites;
  var sections = /* @__PURE__ */ new Map();
  for (const phase of roadmapIndex.data.phases)
    for (const [id, section] of phase.sections)
      for (const [from, to] of map.sets[`section:${id}`] ?? [])
        for (let at = from; at < to; at += 1) sections.set(at, text("paths.group", { phase: phase.title, section }));
  var unfolded = /* @__PURE__ */ new Set();
  var reasonOf = (topic, dependent) => {
    const { texts, of } = globalThis.roadmapReasons ?? { texts: [], of: [], also: {} };
    return texts[of[dependent]?.[graph.needs[dependent].indexOf(topic)]] ?? "";
  };
  var reason = (topic, dependent) => {
    const link = roadmapIndex.link(roadmapIndex.leaves[dependent]);
    const why = reasonOf(topic, dependent);
    return why === "" ? nodes("paths.for", { topic: link }) : nodes("paths.for_reason", { topic: link, reason: codeWords(why) });
  };
  var readiness = (topic) => {
    if (!prerequisites.hasAny || prerequisites.isKnown(topic) || !graph.needs[topic].every(prerequisites.isKnown))
      return "";
    return graph.needs[topic].length === 0 ? text("paths.start") : text("paths.ready");
  };
  var reasons = ({ topic, opens }, marks) => {
    const [first, ...others] = opens;
    const why = first === void 0 ? [text("paths.for_goal")] : reason(topic, first);
    const line = element("p.rm-line", {}, ...marks.flatMap((mark) => [mark, " "]), ...why);
    if (others.length === 0) return [line];
    return [
      line,
      element(
        "details.rm-unfold",
        {
          open: unfolded.has(topic),
          ontoggle: (event) => {
            if (event.target.open) unfolded.add(topic);
            else unfolded.delete(topic);
          }
        },
        element("summary", {}, text("paths.for_more", { count: others.length })),
        element("ul", {}, ...others.map((other) => element("li", {}, ...reason(topic, other))))
      )
    ];
  };
  var openLink = (id) => element(
    "a",
    {
      href: roadmapIndex.at(roadmapIndex.url(id)),
      "aria-label": text("paths.open", { title: roadmapIndex.title(id) })
    },
    text("dashboard.open")
  );
  var moreButton = (id) => element(
    "button.rm-more",
    {
      type: "button",
      "data-entry": id,
      "aria-expanded": "false",
      "aria-label": text("dashboard.remaining.status", { title: roadmapIndex.title(id) }),
      title: text("dashboard.remaining.status_title")
    },
    "▸"
  );
  var pathRow = (id, hours, ...details) => element(
    "li.rm-topic",
    {},
    element(
      "div.rm-row",
      {},
      roadmapIndex.box(id),
      hours !== null && element("small.rm-hours", {}, text("paths.row_hours", { hours: rounded(hours) })),
      element("span.rm-entry-link", {}, openLink(id)),
      moreButton(id)
    ),
    details.length > 0 && element("div.rm-details", {}, ...details)
  );
  var topicRow = (step) => {
    const id = roadmapIndex.leaves[step.topic];
    const words = [readiness(step.topic), counts.isOptional(id) ? text("dashboard.remaining.optional") : ""];
    const marks = words.filter((word) => word !== "").map((word) => element("span.rm-mark", {}, word));
    return pathRow(id, graph.hours[step.topic], ...reasons(step, marks));
  };
  var pathRows = (steps) => {
    const runs = [];
    for (const step of steps) {
      const title = sections.get(step.topic) ?? "";
      const last2 = runs.at(-1);
      if (last2?.title === title) last2.steps.push(step);
      else runs.push({ title, steps: [step] });
    }
    return runs.flatMap((run) => [
      element("h3", {}, run.title),
      element("ol.rm-list.rm-long", {}, ...run.steps.map(topicRow))
    ]);
  };

  // paths/visit.ts
  var tasksOf = ({ tasks = [], choices = [] }) => [
    ...tasks,
    ...choices.flatMap(({ among }) => among.flatMap(tasksOf))
  ];
  var visit = null;
  var pathOfVisit = (root, id, needs2) => {
    if (visit?.root !== root || visit.id !== id) {
      const known2 = new Set([...map.leaves.keys()].filter(prerequisites.isKnown));
      visit = { root, id, known: known2, done: new Set(tasksOf(needs2).filter(prerequisites.isDone)) };
    }
    const { known, done: done2 } = visit;
    return pathTo(
      prerequisites.graph,
      needs2,
      (topic) => known.has(topic) && prerequisites.isKnown(topic),
      (task2) => done2.has(task2) && prerequisites.isDone(task2)
    );
  };

  // paths/view-path.ts
  var { graph: graph2 } = prerequisites;
  var MOST_NEXT = 3;
  var hoursOf = (tasks) => tasks.reduce((sum, task2) => sum + (graph2.taskHours[task2] ?? 0), 0);
  var isTaskLeft = (task2) => !prerequisites.isDone(task2);
  var tasksPart = (tasks) => {
    if (tasks.length === 0) return [];
    const hours = hoursOf(tasks.filter(isTaskLeft));
    return [
      element("h3", {}, text("paths.tasks")),
      ...hours > 0 ? [element("p.rm-line", {}, text("paths.tasks_hours", { count: rounded(hours) }))] : [],
      element("ul.rm-list.rm-long", {}, ...tasks.map((task2) => pathRow(task2, graph2.taskHours[task2] ?? null)))
    ];
  };
  var nextPart = () => {
    const wanted2 = [...roadmapIndex.leaves.keys()].filter((topic) => !prerequisites.isOptional(topic));
    const next = nextTopics(graph2, prerequisites.isKnown, wanted2).slice(0, MOST_NEXT);
    if (next.length === 0) return [];
    return [
      element("h3", {}, text("paths.next")),
      element("ul.rm-list", {}, ...next.map((topic) => pathRow(roadmapIndex.leaves[topic], graph2.hours[topic])))
    ];
  };
  var showPath = (root, goal2, notes) => {
    const path = pathOfVisit(root, goal2.id, goal2.needs);
    const counts2 = countPath(graph2, goal2.needs, path, prerequisites.isKnown);
    const openTasks = path.tasks.filter(isTaskLeft);
    return [
      ...notes,
      headingFocus.heading(element("a", { href: roadmapIndex.at(goal2.url), dir: "auto" }, goal2.title)),
      element(
        "p.rm-facts",
        {},
        element("span", {}, text(`paths.kind.${goal2.kind}`)),
        goal.id() === goal2.id && element("span", {}, text("paths.my_goal"))
      ),
      pathSummary(counts2, openTasks.length, hoursOf(openTasks), (goal2.needs.choices ?? []).length > 0),
      pathButtons(goal2),
      ...pathRows(path.steps),
      ...tasksPart(path.tasks),
      ...counts2.open.length + openTasks.length === 0 ? nextPart() : []
    ];
  };
  var showChooser = (...notes) => [...notes, ...goalChooser()];
  var showSuccessors = (root, id) => {
    const successors = map.history[id].map(([successor]) => prerequisites.goal(successor)).filter((one) => one !== null);
    const [first, ...others] = successors;
    if (!first) return showChooser(element("p", {}, text("paths.removed", { id })));
    if (others.length === 0)
      return showPath(root, first, [element("p", {}, text("paths.became", { id, title: first.title }))]);
    return showChooser(
      element("p", {}, text("paths.became_several", { id })),
      element("ul", {}, ...successors.map((one) => element("li", {}, goalLink(one))))
    );
  };
  var showNothing = (id) => {
    if (!roadmapIndex.isKnown(id)) return showChooser(element("p", {}, text("paths.unknown", { id })));
    const link = roadmapIndex.link(id, text("paths.in_roadmap"));
    return showChooser(element("p", {}, text("paths.nothing_needed", { title: roadmapIndex.title(id) }), " ", link));
  };
  dashboard.views.set("path", (root) => {
    root.onclick = address.follow;
    const { id: wanted2, isChosen } = address.wanted();
    const id = isChosen ? wanted2 : goal.id();
    if (id === "") return showChooser();
    const goal2 = prerequisites.goal(id);
    if (goal2) return showPath(root, goal2, []);
    return Object.hasOwn(map.history, id) ? showSuccessors(root, id) : showNothing(id);
  });

  // shared:storage/store.ts
  var { store } = globalThis.roadmap;

  // shared:core/rows.ts
  var { rows } = globalThis.roadmap;

  // shared:storage/local-storage.ts
  var { localStore } = globalThis.roadmap;

  // paths/placement-session.ts
  var PATH = "meta/placement";
  var ANSWERS = ["yes", "roughly", "no"];
  var unsaved = null;
  var pairs = (list, isValue) => new Map(
    (Array.isArray(list) ? list : []).filter(
      (pair) => Array.isArray(pair) && typeof pair[0] === "string" && isValue(pair[1])
    )
  );
  var parseSession = (raw) => {
    try {
      const { scope, answers, isStopped, corrections, marked: marked2 } = JSON.parse(raw ?? "");
      if (typeof scope !== "string") return null;
      return {
        scope,
        answers: pairs(answers, (value) => ANSWERS.includes(value)),
        isStopped: isStopped === true,
        corrections: pairs(corrections, (value) => typeof value === "boolean"),
        marked: typeof marked2?.topic === "string" ? { topic: marked2.topic, count: Number(marked2.count) || 0 } : null
      };
    } catch {
      return null;
    }
  };
  var formatSession = (session) => JSON.stringify({ ...session, answers: [...session.answers], corrections: [...session.corrections] });
  var placementSession = {
    read: () => unsaved ?? parseSession(localStore.get(PATH)),
    /** @param session null discards it */
    write(session) {
      const isStored = localStore.set(PATH, session && formatSession(session));
      unsaved = isStored ? null : session;
    },
    /** Whether the page would forget it when it is closed, because the browser stores nothing. */
    isForgotten: () => unsaved !== null,
    /** @param listener is called when another tab has changed it */
    listen(listener) {
      globalThis.addEventListener("storage", (event) => {
        if (event.key === localStore.prefix + PATH) listener();
      });
    }
  };

  // shared:core/parts.ts
  var { loader, need, load } = globalThis.roadmap;

  // graph/imagined-learners.ts
  var LEARNERS = 1024;
  var randomIntegers = (seed) => {
    let state = seed;
    return (bound) => {
      state = Math.imul(state, 1664525) + 1013904223 >>> 0;
      return Math.floor(state * bound / 2 ** 32);
    };
  };
  var reached = (topics, edges) => {
    const flags = new Uint8Array(edges.length);
    const stack = [];
    const add = (from) => {
      for (let index = 0; index < from.length; index++) {
        const topic = from[index];
        if (!flags[topic]) {
          flags[topic] = 1;
          stack.push(topic);
        }
      }
    };
    add(topics);
    for (let topic = stack.pop(); topic !== void 0; topic = stack.pop()) add(edges[topic]);
    return flags;
  };
  var membersOf = ({ sections: sections3 }) => {
    const topics = /* @__PURE__ */ new Map();
    sections3.forEach((section, topic) => {
      const members = topics.get(section);
      if (members) members.push(topic);
      else topics.set(section, [topic]);
    });
    return [...topics.values()];
  };
  var goals = (count, members, below) => {
    const topics = [];
    for (let left = 1 + below(8); left > 0; left--) {
      if (below(3) === 0) topics.push(below(count));
      else for (const topic of members[below(members.length)]) topics.push(topic);
    }
    return topics;
  };
  var readTopics = (count, below) => {
    const reach = below(count + 1);
    const gaps = below(30);
    const topics = [];
    for (let topic = 0; topic < reach; topic++) if (below(100) >= gaps) topics.push(topic);
    return topics;
  };
  var beginnings = (order2, members, below) => {
    const first = below(101);
    const fall = below(101);
    const phases2 = new Map([...new Set(order2.phases)].map((phase, number) => [phase, number]));
    const shares = [...phases2.values()].map(
      (number) => first - Math.floor(fall * number / phases2.size) + below(61) - 30
    );
    return members.flatMap((topics) => {
      const share = shares[phases2.get(order2.phases[topics[0]])] + below(61) - 30;
      return topics.slice(0, Math.max(0, Math.floor((share * topics.length + 50) / 100)));
    });
  };
  var imagineLearners = (order2) => {
    const count = order2.needs.length;
    const below = randomIntegers(1);
    const members = membersOf(order2);
    const everything = order2.needs.map((_, topic) => topic);
    const knowing = order2.needs.map(() => []);
    const studied = (learner) => {
      if (learner === 0) return everything;
      if (learner % 4 === 1) return goals(count, members, below);
      if (learner % 4 === 2) return readTopics(count, below);
      return learner % 4 === 3 ? beginnings(order2, members, below) : [];
    };
    for (let learner = 0; count && learner < LEARNERS; learner++) {
      const flags = reached(studied(learner), order2.needs);
      for (let topic = 0; topic < count; topic++) if (flags[topic]) knowing[topic].push(learner);
    }
    return { order: order2, knowing: knowing.map((learners) => Uint16Array.from(learners)) };
  };

  // graph/placement.ts
  var MOST_QUESTIONS = 25;
  var FACTOR = 3;
  var NEARBY = 3;
  var MOST_CONTRADICTIONS = 20;
  var SETTLED = 0.8;
  var LEFT_OVER = 32;
  var FEWEST = 3;
  var FEWEST_OF = 5;
  var dependentsOf = ({ needs: needs2 }) => {
    const dependents = needs2.map(() => []);
    needs2.forEach((list, topic) => {
      for (const need2 of list) dependents[need2].push(topic);
    });
    return dependents;
  };
  var agreeing = ({ order: order2, knowing }, topic, answer, certain) => {
    const knows = new Uint8Array(LEARNERS);
    for (const learner of knowing[topic]) knows[learner] = 1;
    if (answer === "yes") return knows;
    const agree = knows.map((flag) => 1 - flag);
    if (answer === "no") return agree;
    for (const need2 of order2.needs[topic]) {
      if (certain[need2]) continue;
      const ready = new Uint8Array(LEARNERS);
      for (const learner of knowing[need2]) ready[learner] = agree[learner];
      agree.set(ready);
    }
    return agree;
  };
  var weightsOf = (sample2, answers, certain) => {
    const { phases: phases2 } = sample2.order;
    const everywhere = new Uint32Array(LEARNERS);
    const nearby = new Map([...new Set(phases2)].map((phase) => [phase, new Uint32Array(LEARNERS)]));
    for (const [topic, answer] of answers) {
      const agree = agreeing(sample2, topic, answer, certain);
      const near = nearby.get(phases2[topic]);
      for (let learner = 0; learner < LEARNERS; learner++) {
        everywhere[learner] += 1 - agree[learner];
        near[learner] += (NEARBY - 1) * (1 - agree[learner]);
      }
    }
    const powers = [1];
    while (powers.length <= MOST_CONTRADICTIONS) powers.push(powers[powers.length - 1] * FACTOR);
    const weights = /* @__PURE__ */ new Map();
    for (const [phase, near] of nearby) {
      let least = Number.POSITIVE_INFINITY;
      for (let learner = 0; learner < LEARNERS; learner++) {
        near[learner] += everywhere[learner];
        least = Math.min(least, near[learner]);
      }
      const each = new Float64Array(LEARNERS);
      let total = 0;
      for (let learner = 0; learner < LEARNERS; learner++) {
        each[learner] = powers[MOST_CONTRADICTIONS + least - near[learner]] ?? 0;
        total += each[learner];
      }
      weights.set(phase, { each, total });
    }
    return weights;
  };
  var place = (sample2, answered, { questions, scope, ticked = /* @__PURE__ */ new Set() }) => {
    const { order: order2, knowing } = sample2;
    const topics = order2.needs.map((_, topic) => topic);
    const certain = reached([...ticked], order2.needs);
    const about = topics.filter((topic) => !certain[topic] && (!scope || scope.has(topic)));
    const isAbout = new Uint8Array(topics.length);
    for (const topic of about) isAbout[topic] = 1;
    const answers = new Map([...answered].filter(([topic]) => !certain[topic]));
    const weights = weightsOf(sample2, answers, certain);
    const shares = knowing.map((learners, topic) => {
      if (certain[topic]) return 1;
      const { each, total } = weights.get(order2.phases[topic]);
      let weight = 0;
      for (let index = 0; index < learners.length; index++) weight += each[learners[index]];
      return weight / total;
    });
    const others = topics.filter((topic) => shares[topic] < SETTLED || (answers.get(topic) ?? "yes") !== "yes");
    const isOther = reached(others, dependentsOf(order2));
    const confirmed = reached(
      topics.filter((topic) => certain[topic] || isAbout[topic] && !isOther[topic]),
      order2.needs
    );
    const verdicts = topics.map((topic) => {
      if (confirmed[topic]) return "known";
      if (!isAbout[topic]) return "undecided";
      const answer = answers.get(topic);
      if (answer) return answer === "yes" ? "undecided" : "unknown";
      return 1 - shares[topic] >= SETTLED ? "unknown" : "undecided";
    });
    const mostQuestions = Math.min(MOST_QUESTIONS, Math.floor((about.length + 2) / 3));
    const undecided = about.filter((topic) => verdicts[topic] === "undecided").length;
    const count = about.filter((topic) => answers.has(topic)).length;
    const isDoubtful = LEFT_OVER * undecided >= about.length || FEWEST_OF * count < FEWEST * mostQuestions;
    let question = null;
    if (count < mostQuestions && isDoubtful) {
      let evenness = Number.POSITIVE_INFINITY;
      for (const topic of about) {
        const difference = Math.abs(shares[topic] - 0.5);
        if (difference < evenness && questions.has(topic) && !answers.has(topic)) {
          question = topic;
          evenness = difference;
        }
      }
    }
    return { question, mostQuestions, verdicts };
  };

  // paths/placement-topics.ts
  var { leaves, position } = roadmapIndex;
  var { phases } = roadmapIndex.data;
  var { needs } = prerequisites.graph;
  var numbered = (names) => {
    const numbers = leaves.map(() => names.length);
    names.forEach((name, number) => {
      for (const [from, to] of map.sets[name] ?? []) numbers.fill(number, from, to);
    });
    return numbers;
  };
  var sections2 = phases.flatMap(
    (phase) => phase.sections.map(([id, title]) => ({ id, title, name: `section:${id}`, phase: phase.title }))
  );
  var order = {
    needs,
    sections: numbered(sections2.map(({ name }) => name)),
    phases: numbered(phases.map(({ id }) => `phase:${id}`))
  };
  var NOBODY = { order, knowing: leaves.map(() => new Uint16Array()) };
  var sample = null;
  var numbersIn = (scope) => counts.leavesIn(scope).map((id) => position.get(id));
  var hasQuestion = (topic) => (globalThis.roadmapQuestions?.[leaves[topic]] ?? []).length > 0;
  var isOpen = (topic) => !["done", "skipped"].includes(store.state(leaves[topic]));
  var topicsIn = (scope) => {
    const open2 = numbersIn(scope).filter(isOpen);
    const asked = open2.filter(hasQuestion);
    return { open: open2, questions: new Set(asked.length > 0 ? asked : open2) };
  };
  var done = () => new Set(leaves.map((_, topic) => topic).filter((topic) => store.state(leaves[topic]) === "done"));
  var placementOf = (learners, scope, answers) => {
    const { open: open2, questions } = topicsIn(scope);
    const placement = place(learners, answers, { questions, scope: new Set(open2), ticked: done() });
    return { ...placement, mostQuestions: Math.min(placement.mostQuestions, questions.size) };
  };
  var placementTopics = {
    needs,
    phases,
    sections: sections2,
    order,
    isOpen,
    done,
    /** Whether few topics say what they need: then an answer says little about other topics. */
    hasFewPrerequisites: needs.filter((list) => list.length > 0).length * 3 < leaves.length,
    /** Whether the next placement takes so long to prepare that the page should say so. */
    isSlow: () => sample === null && leaves.length > 1e3,
    /** Load the check questions; and the summaries, if there are no questions. */
    async load() {
      await need("questions");
      if (!leaves.some((_, topic) => hasQuestion(topic))) await need("summaries");
    },
    topicsIn,
    mostQuestions: (scope) => placementOf(NOBODY, scope, /* @__PURE__ */ new Map()).mostQuestions,
    /** The answers about topics of this roadmap. Those that were removed since then are left out. */
    answersOf: ({ answers }) => new Map(
      [...answers].flatMap(([id, answer]) => {
        const topic = position.get(id);
        return topic === void 0 ? [] : [[topic, answer]];
      })
    ),
    /** Where the learner of a session stands. The first time, it takes as long as imagining the learners. */
    place(session) {
      sample ??= imagineLearners(order);
      return placementOf(sample, session.scope, this.answersOf(session));
    }
  };

  // paths/placement-question.ts
  var ANSWERS2 = { "1": "yes", "2": "roughly", "3": "no" };
  var task = (id, title) => {
    const [question] = globalThis.roadmapQuestions?.[id] ?? [];
    if (question) {
      const [ask, answer] = question;
      return [
        element("p.rm-placement-ask", {}, ...codeWords(ask)),
        element(
          "details.rm-unfold.rm-answer",
          { id: "placement-answer" },
          element("summary", {}, text("placement.question.show_answer")),
          element("p", {}, ...codeWords(answer))
        )
      ];
    }
    const summary = globalThis.roadmapSummaries?.[id];
    return [
      element("p.rm-placement-ask", {}, text("placement.question.explain", { title })),
      ...summary ? [element("p", {}, ...codeWords(summary))] : []
    ];
  };
  var withoutLastAnswer = (session) => ({
    ...session,
    isStopped: false,
    answers: new Map([...session.answers].slice(0, -1))
  });
  var placementQuestion = (session, placement, topic, change2) => {
    const { leaves: leaves4 } = roadmapIndex;
    const { sections: sections3, order: order2 } = placementTopics;
    const id = leaves4[topic];
    const title = roadmapIndex.title(id);
    const section = sections3[order2.sections[topic]];
    const isAsked = (one) => {
      const at = roadmapIndex.position.get(one);
      return at !== void 0 && placementTopics.isOpen(at);
    };
    const number = [...session.answers.keys()].filter(isAsked).length + 1;
    const count = placement.mostQuestions;
    const place2 = text("placement.question.number", { number, count });
    const answer = (one) => change2((newest) => {
      const answers = new Map(newest.answers);
      answers.delete(id);
      return { ...newest, answers: answers.set(id, one) };
    });
    const button2 = (key) => element(
      "button.rm-button",
      {
        type: "button",
        id: `placement-${ANSWERS2[key]}`,
        "aria-keyshortcuts": key,
        // The second click of a double click would answer the next question.
        onclick: (event) => event.detail < 2 && answer(ANSWERS2[key])
      },
      text(`placement.answers.${ANSWERS2[key]}`),
      element("kbd", { "aria-hidden": "true" }, key)
    );
    const action = (name, label, act) => element("button.rm-small-button", { type: "button", id: `placement-${name}`, onclick: act }, label);
    const onkeydown = (event) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(ANSWERS2, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      answer(ANSWERS2[event.key]);
    };
    const card = element(
      "section.rm-placement-card",
      { "aria-labelledby": "placement-title", onkeydown },
      element("p.rm-line", {}, place2),
      element("progress", { max: count, value: number - 1, "aria-label": place2 }),
      element("h2", { id: "placement-title", tabindex: -1 }, title),
      section && element(
        "p.rm-line.rm-quiet",
        {},
        text("placement.question.place", { phase: section.phase, title: section.title })
      ),
      ...task(id, title),
      element(
        "div.rm-placement-answers",
        { role: "group", "aria-label": text("placement.question.group", { title }) },
        element("p", {}, text("placement.question.can_you")),
        ...Object.keys(ANSWERS2).map(button2)
      ),
      element(
        "p.rm-placement-actions",
        {},
        session.answers.size > 0 && action("back", text("placement.back"), () => change2(withoutLastAnswer)),
        action("stop", text("placement.stop"), () => change2((newest) => ({ ...newest, isStopped: true }))),
        action("restart", text("placement.again"), () => change2(() => null))
      ),
      element(
        "p.rm-line.rm-quiet",
        {},
        text(placementSession.isForgotten() ? "placement.not_stored" : "placement.stored")
      )
    );
    return { nodes: [card], announcement: `${place2}: ${title}` };
  };

  // paths/placement-result.ts
  var reasonsOf = (needs2, verdicts, answers, done2) => {
    const needed = /* @__PURE__ */ new Set();
    const waiting = [...done2, ...[...answers.keys()].filter((topic) => answers.get(topic) === "yes")];
    for (let topic = waiting.pop(); topic !== void 0; topic = waiting.pop())
      for (const need2 of needs2[topic])
        if (!needed.has(need2)) {
          needed.add(need2);
          waiting.push(need2);
        }
    return verdicts.map((verdict, topic) => {
      const answer = answers.get(topic);
      if (answer) return answer;
      if (verdict === "known") return needed.has(topic) ? "needed" : "likely";
      return verdict === "undecided" ? "unsure" : "";
    });
  };
  var isProposed = (verdict, reason2) => verdict === "known" || reason2 === "yes";

  // paths/placement-list.ts
  var { leaves: leaves2 } = roadmapIndex;
  var { graph: graph3 } = prerequisites;
  var openPhases = /* @__PURE__ */ new Set();
  var MOST_NAMED = 3;
  var grouped = (topics, numbers) => {
    const groups = /* @__PURE__ */ new Map();
    for (const topic of topics) {
      const group = groups.get(numbers[topic]);
      if (group) group.push(topic);
      else groups.set(numbers[topic], [topic]);
    }
    return groups;
  };
  var headline = (topics) => {
    const hours = Math.round(topics.reduce((sum, topic) => sum + (graph3.hours[topic] ?? 0), 0));
    const count = topics.length;
    if (count === 0) return text("placement.result.none");
    return hours > 0 ? text("placement.result.title_with_hours", { count, hours }) : text("placement.result.title", { count });
  };
  var placementResult = (session, placement, change2) => {
    const { verdicts, question } = placement;
    const { order: order2, sections: sections3, phases: phases2, isOpen: isOpen2 } = placementTopics;
    const answers = placementTopics.answersOf(session);
    const reasons2 = reasonsOf(graph3.needs, verdicts, answers, placementTopics.done());
    const scope = new Set(placementTopics.topicsIn(session.scope).open);
    const listed2 = leaves2.map((_, topic) => topic).filter((topic) => isOpen2(topic) && (scope.has(topic) || verdicts[topic] === "known"));
    const isProposal = (topic) => isProposed(verdicts[topic], reasons2[topic]);
    const proposed = listed2.filter(isProposal);
    const ticked = new Set(listed2.filter((topic) => session.corrections.get(leaves2[topic]) ?? isProposal(topic)));
    const boxes = /* @__PURE__ */ new Map();
    const notes = /* @__PURE__ */ new Map();
    const countLines = [];
    const missing = (topic) => {
      const needs2 = ticked.has(topic) ? graph3.needs[topic].filter((need2) => isOpen2(need2) && !ticked.has(need2)) : [];
      const count = needs2.length;
      if (count === 0) return "";
      const names = needs2.slice(0, MOST_NAMED).map((need2) => roadmapIndex.title(leaves2[need2]));
      return text(count > MOST_NAMED ? "placement.result.missing_more" : "placement.result.missing", {
        count,
        topics: listed(names)
      });
    };
    const paintNote = (topic) => {
      const note = notes.get(topic);
      if (note) note.textContent = missing(topic);
    };
    const tick = (topics, isTicked) => {
      for (const topic of topics) {
        if (isTicked) ticked.add(topic);
        else ticked.delete(topic);
        const box = boxes.get(topic);
        if (box) box.checked = isTicked;
      }
      for (const topic of topics) for (const other of [topic, ...graph3.neededBy[topic]]) paintNote(other);
      for (const write of countLines) write();
      const newest = placementSession.read();
      if (!newest) return;
      const corrections = new Map(newest.corrections);
      for (const topic of topics) {
        if (isTicked === isProposal(topic)) corrections.delete(leaves2[topic]);
        else corrections.set(leaves2[topic], isTicked);
      }
      placementSession.write({ ...newest, corrections });
    };
    const counted = (topics, write, line) => {
      const update = () => {
        line.textContent = write(topics.filter((topic) => ticked.has(topic)).length);
      };
      update();
      countLines.push(update);
      return line;
    };
    const row = (topic) => {
      const reason2 = reasons2[topic];
      const box = element("input", {
        type: "checkbox",
        id: `placement-box-${leaves2[topic]}`,
        "aria-describedby": `placement-note-${leaves2[topic]}`,
        autocomplete: "off",
        onchange: ({ target }) => tick([topic], target.checked)
      });
      box.checked = ticked.has(topic);
      const note = element("span.rm-placement-missing", { id: `placement-note-${leaves2[topic]}` });
      boxes.set(topic, box);
      notes.set(topic, note);
      paintNote(topic);
      return element(
        "li",
        {},
        element(
          "label.rm-check",
          {},
          box,
          element(
            "span",
            {},
            element("span", { dir: "auto" }, roadmapIndex.title(leaves2[topic])),
            reason2 !== "" && " ",
            reason2 !== "" && element("span.rm-state", {}, text(`placement.reasons.${reason2}`))
          )
        ),
        note
      );
    };
    const section = (number, topics) => {
      const title2 = sections3[number]?.title ?? text("placement.result.other_topics");
      const all = (isTicked) => element(
        "button.rm-small-button",
        {
          type: "button",
          id: `placement-${isTicked ? "all" : "none"}-${number}`,
          "aria-label": text(isTicked ? "placement.result.all_of" : "placement.result.none_of", { title: title2 }),
          onclick: () => tick(topics, isTicked)
        },
        text(isTicked ? "placement.result.all" : "placement.result.none_ticked")
      );
      return element(
        "fieldset.rm-topics",
        {},
        element("legend", {}, title2),
        element(
          "p.rm-line",
          {},
          counted(
            topics,
            (count) => text("placement.result.ticked", { ticked: count, count: topics.length }),
            element("span.rm-quiet")
          ),
          all(true),
          all(false)
        ),
        element("ul.rm-list", {}, ...topics.map(row))
      );
    };
    const phase = (number, topics) => {
      const title2 = phases2[number]?.title ?? text("placement.result.other_topics");
      const list = element("div");
      const fill = () => {
        if (list.childElementCount === 0)
          list.append(...[...grouped(topics, order2.sections)].map(([one, members]) => section(one, members)));
      };
      const isShown = openPhases.has(number);
      if (isShown) fill();
      const fold = element(
        "details.rm-fold",
        {
          open: isShown,
          ontoggle: () => {
            if (fold.open) openPhases.add(number);
            else openPhases.delete(number);
            if (fold.open) fill();
          }
        },
        element(
          "summary",
          { id: `placement-phase-${number}` },
          element("strong", {}, title2),
          " ",
          counted(
            topics,
            (count) => text("placement.result.ticked", { ticked: count, count: topics.length }),
            element("span.rm-quiet")
          )
        ),
        list
      );
      return fold;
    };
    const mark = () => {
      const ids = listed2.filter((topic) => ticked.has(topic)).map((topic) => leaves2[topic]);
      const count = ids.length;
      if (count === 0) return;
      if (!rows.markKnown(ids, text("placement.result.done", { count }), text("placement.result.undone", { count }))) {
        sayUnsaved(text("dashboard.your_change"));
        return;
      }
      change2((newest) => ({ ...newest, marked: { topic: ids[0], count } }));
    };
    const submit = element("button.rm-button.rm-primary", { type: "button", id: "placement-mark", onclick: mark });
    countLines.push(() => {
      submit.disabled = ticked.size === 0;
    });
    submit.disabled = ticked.size === 0;
    const button2 = (name, label, update) => element("button.rm-button", { type: "button", id: `placement-${name}`, onclick: () => change2(update) }, label);
    const having = (reason2) => proposed.filter((topic) => reasons2[topic] === reason2).length;
    const lines = [
      having("yes") > 0 ? text("placement.result.yes", { count: having("yes") }) : "",
      having("needed") > 0 ? text("placement.result.needed", { count: having("needed") }) : "",
      having("likely") > 0 ? text("placement.result.likely", { count: having("likely") }) : ""
    ];
    const unsure = listed2.filter((topic) => reasons2[topic] === "unsure").length;
    const title = headline(proposed);
    const shown = [
      element("h2", { id: "placement-title", tabindex: -1 }, title),
      proposed.length > 0 && element("p", {}, paragraph(lines)),
      unsure > 0 && element("p", {}, text("placement.result.unsure", { count: unsure })),
      placementTopics.hasFewPrerequisites && element("p", {}, text("placement.few_prerequisites")),
      element("p", {}, text("placement.result.correct")),
      ...[...grouped(listed2, order2.phases)].map(([number, topics]) => phase(number, topics)),
      element(
        "p.rm-placement-actions",
        {},
        counted(listed2, (count) => text("placement.result.mark", { count }), submit),
        " ",
        session.isStopped && question !== null ? button2("go-on", text("placement.go_on"), (newest) => ({ ...newest, isStopped: false })) : session.answers.size > 0 && button2("back", text("placement.back"), withoutLastAnswer),
        " ",
        button2("restart", text("placement.again"), () => null)
      )
    ];
    return { nodes: shown.filter((node) => node !== false), announcement: title };
  };

  // paths/view-placement.ts
  var { leaves: leaves3 } = roadmapIndex;
  var PAINT = 50;
  var isNext = false;
  var change = (update) => {
    const session = placementSession.read();
    placementSession.write(session && update(session));
    isNext = true;
    dashboard.show();
  };
  placementSession.listen(dashboard.showSoon);
  var begin = (scope) => {
    placementSession.write({ scope, answers: /* @__PURE__ */ new Map(), isStopped: false, corrections: /* @__PURE__ */ new Map(), marked: null });
    isNext = true;
    dashboard.show();
  };
  var start = () => {
    const scopes = [
      { scope: "all", title: text("placement.start.all") },
      ...placementTopics.phases.map(({ id, title }) => ({ scope: `phase:${id}`, title }))
    ].filter(({ scope }) => placementTopics.topicsIn(scope).open.length > 0);
    if (scopes.length === 0) return [element("p", {}, text("placement.start.nothing"))];
    const wanted2 = new URLSearchParams(location.search).get("of");
    let chosen = scopes.find(({ scope }) => scope === wanted2)?.scope ?? scopes[0].scope;
    const extent = element("p", { id: "placement-extent", role: "status" });
    const describe = () => {
      const { open: open2 } = placementTopics.topicsIn(chosen);
      const topics = text("placement.start.topics", { count: open2.length });
      const questions = text("placement.start.questions", { count: placementTopics.mostQuestions(chosen) });
      extent.textContent = paragraph([topics, questions]);
    };
    describe();
    const select = element(
      "select.rm-field",
      {
        id: "placement-scope",
        onchange: ({ target }) => {
          chosen = target.value;
          describe();
        }
      },
      ...scopes.map(({ scope, title }) => element("option", { value: scope, selected: scope === chosen }, title))
    );
    return [
      element("h2", { id: "placement-title", tabindex: -1 }, text("placement.start.title")),
      element("p", {}, text("placement.start.explanation")),
      placementTopics.hasFewPrerequisites && element("p", {}, text("placement.few_prerequisites")),
      scopes.length > 1 && element("p", {}, element("label", { for: "placement-scope" }, text("placement.start.scope")), " ", select),
      extent,
      element(
        "p",
        {},
        element(
          "button.rm-button.rm-primary",
          { type: "button", id: "placement-start", onclick: () => begin(chosen) },
          text("placement.start.start")
        )
      )
    ].filter((node) => node !== false);
  };
  var marked = (count) => {
    const { begun, steps } = planning.next();
    const at = begun[0] ?? steps[0]?.topic;
    const page = (name, label) => element("a", { href: roadmapIndex.at(roadmapIndex.data.pages[name]) }, label);
    return [
      element("h2", { id: "placement-title", tabindex: -1 }, text("placement.marked.title", { count })),
      at !== void 0 ? element("p", {}, ...nodes("placement.marked.continue", { topic: roadmapIndex.link(roadmapIndex.leaves[at]) })) : element("p", {}, text("placement.marked.nothing_left")),
      element(
        "p",
        {},
        page("dashboard", text("placement.marked.dashboard")),
        " · ",
        page("path", text("placement.marked.path"))
      ),
      element(
        "p",
        {},
        element(
          "button.rm-button",
          { type: "button", id: "placement-restart", onclick: () => change(() => null) },
          text("placement.again")
        )
      )
    ];
  };
  var screen = (session) => {
    if (!session) return { nodes: start(), announcement: "" };
    if (session.marked && store.isKnown(session.marked.topic))
      return { nodes: marked(session.marked.count), announcement: "" };
    const placement = placementTopics.place(session);
    return session.isStopped || placement.question === null ? placementResult(session, placement, change) : placementQuestion(session, placement, placement.question, change);
  };
  dashboard.views.set("placement", async (root) => {
    if (leaves3.length === 0) return [element("p", {}, text("placement.no_topics"))];
    await placementTopics.load();
    if (placementSession.read() && placementTopics.isSlow()) {
      root.replaceChildren(element("p", { role: "status" }, text("placement.preparing")));
      await new Promise((resolve) => setTimeout(resolve, PAINT));
    }
    const session = placementSession.read();
    if (session && !Object.hasOwn(map.sets, session.scope)) session.scope = "all";
    const { nodes: shown, announcement } = screen(session);
    if (isNext) {
      isNext = false;
      setTimeout(() => {
        document.getElementById("placement-title")?.focus();
        if (announcement) say(announcement);
      });
    }
    return [element("div.rm-placement", {}, ...shown)];
  });

  // paths/main.ts
  var shared = {};
  Object.assign(globalThis.roadmap, shared);
})();
