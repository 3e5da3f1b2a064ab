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
  var findGoals = (goals, query2) => {
    const words = plain(query2).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return goals.map((goal2) => ({ goal: goal2, title: plain(goal2.title) })).filter(({ title }) => words.every((word) => title.includes(word))).map(({ goal: goal2, title }) => ({ goal: goal2, rank: rank(title, words) })).sort((one, other) => one.rank - other.rank).map(({ goal: goal2 }) => goal2);
  };

  // paths/goal-chooser.ts
  var KINDS = ["role", "project", "milestone", "goal", "phase", "section", "practice", "topic"];
  var SUGGESTED = ["role", "project", "milestone", "phase"];
  var MOST_OF_A_KIND = 12;
  var query = "";
  var goalLink = (goal2) => element("a", { href: address.hash(goal2.id), dir: "auto" }, goal2.title);
  var groupOf = (kind, goals, most) => {
    const rest = goals.length - most;
    return element(
      "section",
      {},
      element("h3", {}, text(`paths.kinds.${kind}`)),
      element(
        "ul.rm-list.rm-columns",
        {},
        ...goals.slice(0, most).map((goal2) => element("li", {}, goalLink(goal2))),
        rest > 0 && element("li.rm-quiet", {}, text("paths.more", { count: rest }))
      )
    );
  };
  var goalChooser = () => {
    const goals = KINDS.flatMap((kind) => prerequisites.goals().filter((goal2) => goal2.kind === kind));
    const status = element("p.rm-line", { role: "status" });
    const list = element("div.rm-goals");
    let first;
    const filter = () => {
      const isSearch = query.trim() !== "";
      const matches = isSearch ? findGoals(goals, query) : goals.filter(({ kind }) => SUGGESTED.includes(kind));
      const kinds = new Set(matches.map(({ kind }) => kind));
      const groups = [...kinds].map((kind) => ({ kind, goals: matches.filter((goal2) => goal2.kind === kind) }));
      first = isSearch ? groups[0]?.goals[0] : void 0;
      status.textContent = !isSearch ? text("paths.first", { count: goals.length }) : first ? text("paths.matches", { count: matches.length }) : text("paths.no_match");
      list.replaceChildren(
        ...groups.map(({ kind, goals: goals2 }) => groupOf(kind, goals2, isSearch ? MOST_OF_A_KIND : goals2.length))
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
  var countPath = (graph3, needs, path, isKnown) => {
    const steps = path.steps.map(({ topic }) => topic);
    const fromNothing = pathTo(graph3, needs, () => false).steps.map(({ topic }) => topic);
    const all = closure(graph3, [...steps, ...path.known, ...fromNothing.filter(isKnown)], () => false);
    const open2 = steps.filter((topic) => !isKnown(topic));
    const known = [...all].filter(isKnown).length;
    const hours = open2.map((topic) => graph3.hours[topic]).filter((one) => one !== null);
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

  // shared:dashboard/schedule.ts
  var { schedule } = globalThis.roadmap;

  // paths/path-summary.ts
  var paceOf = (plan) => plan?.week ? plan.week.reduce((sum, hours) => sum + hours, 0) : plan?.hours ?? schedule.PACE;
  var rounded = (hours) => hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours);
  var timeOf = (hours) => {
    const plan = planning.plan();
    const pace = paceOf(plan);
    const total = text("paths.hours", { count: rounded(hours) });
    if (pace <= 0) return total;
    return text(plan ? "paths.time_in_plan" : "paths.time", {
      hours: total,
      weeks: text("paths.weeks", { count: Math.ceil(hours / pace) }),
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
  var pathSummary = (counts2, openTasks, hasChoices) => {
    const { open: open2, known, size, implied } = counts2;
    const isAllKnown = open2.length === 0;
    const sentences = [
      ...isAllKnown && openTasks === 0 ? [text("paths.reached")] : [],
      ...size > 0 ? toLearn(counts2) : [],
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
    const { texts, of } = globalThis.roadmapReasons ?? { texts: [], of: [] };
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
    "⋯"
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
  var pathOfVisit = (root, id, needs) => {
    if (visit?.root !== root || visit.id !== id) {
      const known2 = new Set([...map.leaves.keys()].filter(prerequisites.isKnown));
      visit = { root, id, known: known2, done: new Set(tasksOf(needs).filter(prerequisites.isDone)) };
    }
    const { known, done } = visit;
    return pathTo(
      prerequisites.graph,
      needs,
      (topic) => known.has(topic) && prerequisites.isKnown(topic),
      (task) => done.has(task) && prerequisites.isDone(task)
    );
  };

  // paths/view-path.ts
  var { graph: graph2 } = prerequisites;
  var MOST_NEXT = 3;
  var tasksPart = (tasks) => {
    if (tasks.length === 0) return [];
    const hours = tasks.filter((task) => !prerequisites.isDone(task)).reduce((sum, task) => sum + (graph2.taskHours[task] ?? 0), 0);
    return [
      element("h3", {}, text("paths.tasks")),
      ...hours > 0 ? [element("p.rm-line", {}, text("paths.tasks_hours", { count: rounded(hours) }))] : [],
      element("ul.rm-list.rm-long", {}, ...tasks.map((task) => pathRow(task, graph2.taskHours[task] ?? null)))
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
    const openTasks = path.tasks.filter((task) => !prerequisites.isDone(task)).length;
    return [
      ...notes,
      headingFocus.heading(element("a", { href: roadmapIndex.at(goal2.url), dir: "auto" }, goal2.title)),
      element(
        "p.rm-facts",
        {},
        element("span", {}, text(`paths.kind.${goal2.kind}`)),
        goal.id() === goal2.id && element("span", {}, text("paths.my_goal"))
      ),
      pathSummary(counts2, openTasks, (goal2.needs.choices ?? []).length > 0),
      pathButtons(goal2),
      ...pathRows(path.steps),
      ...tasksPart(path.tasks),
      ...counts2.open.length + openTasks === 0 ? nextPart() : []
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

  // paths/main.ts
  var shared = {};
  Object.assign(globalThis.roadmap, shared);
})();
