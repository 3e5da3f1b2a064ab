/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/elements.ts
  var { element } = globalThis.roadmap;

  // certificates/badge.ts
  var HEIGHT = 22;
  var PAD = 8;
  var TICK = 14;
  var RADIUS = 4;
  var FONT = "Verdana, Geneva, 'DejaVu Sans', sans-serif";
  var SIZE = 11;
  var MOST = 60;
  var context = document.createElement("canvas").getContext("2d");
  var widthOf = (words3) => {
    if (!context) return words3.length * 7;
    context.font = `${SIZE}px ${FONT}`;
    return Math.ceil(context.measureText(words3).width);
  };
  var shortened = (words3) => {
    const characters = [...words3.replace(/[\ud800-\udfff\u0000-\u001f\ufffe\uffff]/gu, " ")];
    return characters.length > MOST ? `${characters.slice(0, MOST - 1).join("").trimEnd()}…` : characters.join("");
  };
  var words = (content, x, width) => element("text", { x, y: 14, textLength: width, lengthAdjust: "spacingAndGlyphs" }, content);
  var svg = ({ label, value, share, description }) => {
    const [name, state] = [shortened(label), shortened(value)];
    const [nameWidth, stateWidth] = [widthOf(name), widthOf(state)];
    const tick = share >= 1 ? TICK : 0;
    const left = nameWidth + 2 * PAD;
    const right = stateWidth + 2 * PAD + tick;
    const width = left + right;
    const corner = (x, y) => `a${RADIUS} ${RADIUS} 0 0 1 ${x * RADIUS} ${y * RADIUS}`;
    const side = HEIGHT - 2 * RADIUS;
    const done = Math.round((width - 2 * PAD) * Math.min(Math.max(share, 0), 1) * 10) / 10;
    const line = { fill: "none", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" };
    const picture = element(
      "svg",
      { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img" },
      element("title", {}, shortened(description)),
      element("path", {
        fill: "#26353a",
        d: `M${left} 0v${HEIGHT}h${RADIUS - left}${corner(-1, -1)}v${-side}${corner(1, -1)}z`
      }),
      element("path", {
        fill: "#0a6666",
        d: `M${left} 0h${right - RADIUS}${corner(1, 1)}v${side}${corner(-1, 1)}h${RADIUS - right}z`
      }),
      element("path", { ...line, stroke: "#000", "stroke-opacity": 0.3, d: `M${PAD} 19h${width - 2 * PAD}` }),
      done > 0 && element("path", { ...line, stroke: "#5ed3d3", d: `M${PAD} 19h${done}` }),
      tick > 0 && element("path", { ...line, stroke: "#fff", d: `M${left + PAD} 10l3 3l5.5-6.5` }),
      element(
        "g",
        { fill: "#fff", "font-family": FONT, "font-size": SIZE },
        words(name, PAD, nameWidth),
        words(state, left + PAD + tick, stateWidth)
      )
    );
    return `${new XMLSerializer().serializeToString(picture)}
`;
  };
  var plain = (words3) => words3.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()<>#+!|~&]/g, "\\$&");
  var markdown = (description, file, address2) => {
    const image = `![${plain(description)}](${file})`;
    const target = address2.replace(/[()\s]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    return target === "" ? image : `[${image}](${target})`;
  };
  var badge = { svg, markdown };

  // shared:core/notices.ts
  var { say, notice, sayUnsaved } = globalThis.roadmap;

  // shared:core/save-status.ts
  var { whenSaved } = globalThis.roadmap;

  // shared:core/strings.ts
  var { nodes, text } = globalThis.roadmap;

  // shared:core/toast.ts
  var { toast } = globalThis.roadmap;

  // shared:core/counts.ts
  var { counts } = globalThis.roadmap;

  // shared:core/progress-bars.ts
  var { progressBars } = globalThis.roadmap;

  // shared:dashboard/goal.ts
  var { goal } = globalThis.roadmap;

  // shared:dashboard/planning.ts
  var { planning } = globalThis.roadmap;

  // shared:dashboard/prerequisites.ts
  var { prerequisites } = globalThis.roadmap;

  // shared:dashboard/roadmap-index.ts
  var { roadmapIndex } = globalThis.roadmap;

  // shared:graph/path-counts.ts
  var { countPath } = globalThis.roadmap;

  // shared:storage/store.ts
  var { store } = globalThis.roadmap;

  // certificates/achievements.ts
  var { data, leaves, position } = roadmapIndex;
  var { graph } = prerequisites;
  var isDone = (id) => store.state(id) === "done";
  var sum = (ids) => {
    const done = ids.filter(isDone);
    return {
      hours: done.reduce((all, id) => all + (data.hours[position.get(id) ?? -1] ?? graph.taskHours[id] ?? 0), 0),
      known: done.filter(store.isKnown).length,
      at: Math.max(0, ...done.map(store.since))
    };
  };
  var tally = (ids) => {
    const counted = ids.filter((id) => store.state(id) !== "skipped");
    return { done: counted.filter(isDone).length, size: counted.length };
  };
  var ofScope = (scope, kind, title, url) => {
    const count = counts.of(scope);
    const tasks = counts.tasks(scope);
    const { done, size } = progressBars.barOf(count, tasks);
    return {
      scope,
      kind,
      title,
      url,
      topics: { done: count.done, size: count.size },
      ...tasks,
      skipped: count.skipped,
      isFinished: size > 0 && done === size,
      ...sum([...counts.toLearn(scope), ...counts.tasksIn(scope)])
    };
  };
  var ofIds = (topics, tasks) => ({
    topics: tally(topics),
    exercises: tally(tasks.filter((id) => roadmapIndex.kind(id) === "practice")),
    projects: tally(tasks.filter((id) => roadmapIndex.kind(id) === "project")),
    skipped: topics.filter((id) => store.state(id) === "skipped").length,
    ...sum([...topics, ...tasks])
  });
  var ofRole = (id) => {
    const role = prerequisites.goal(id);
    const path = goal.pathOf(id);
    if (!role || !path) return null;
    const counted = countPath(graph, role.needs, path, isDoneAt, isSkippedAt);
    const { open, known } = counted;
    const topics = counted.topics.filter((at) => isDoneAt(at) || isSkippedAt(at) || open.includes(at)).map((at) => leaves[at]);
    const openTasks = path.tasks.filter((task) => ["todo", "learning"].includes(store.state(task)));
    const tasks = [...path.tasks, ...role.needs.tasks ?? []];
    return {
      scope: `role:${id}`,
      kind: "role",
      title: role.title,
      url: role.url,
      isFinished: open.length === 0 && openTasks.length === 0 && known > 0,
      ...ofIds(topics, [...new Set(tasks)])
    };
  };
  var isDoneAt = (at) => isDone(leaves[at]);
  var isSkippedAt = (at) => store.state(leaves[at]) === "skipped";
  var ofMilestone = (milestone) => {
    const { id, title, url, goals } = milestone;
    const topics = [...new Set(goals.flatMap((one) => one.topics))].map((at) => leaves[at]);
    const isCounted = (topic) => isDone(topic) || goals.some((one) => one.count === 0 && one.topics.some((at) => leaves[at] === topic));
    const tasks = [...new Set(goals.flatMap((one) => one.others))];
    const counted = ofIds(topics.filter(isCounted), tasks);
    return {
      scope: `milestone:${id}`,
      kind: "milestone",
      title,
      url,
      ...counted,
      at: Math.max(counted.at, ...goals.filter((one) => isDone(one.id)).map((one) => store.since(one.id))),
      isFinished: goals.length > 0 && goals.every((one) => planning.progressOf(one).isReached)
    };
  };
  var whole = () => ofScope("all", "all", data.title, "");
  var phases = () => data.phases.map(({ id, title, url }) => ofScope(`phase:${id}`, "phase", title, url));
  var roles = () => prerequisites.goals().filter(({ kind }) => kind === "role").map(({ id }) => ofRole(id)).filter((one) => one !== null);
  var of = (scope) => {
    if (scope === "all") return whole();
    const [kind, id] = scope.split(":");
    const phase = data.phases.find(
      (one) => kind === "phase" ? one.id === id : one.sections.some(([section]) => section === id)
    );
    if (!phase || kind !== "phase" && kind !== "section") return null;
    if (kind === "phase") return ofScope(scope, kind, phase.title, phase.url);
    const title = phase.sections.find(([section]) => section === id)?.[1] ?? "";
    return ofScope(scope, kind, title, `${phase.url.split("#")[0]}#section-${id}`);
  };
  var achievements = {
    of,
    /** All that certificates are for: the whole first, then phases, roles and milestones in their order. */
    all: () => [whole(), ...phases(), ...roles(), ...data.milestones.map(ofMilestone)]
  };

  // shared:dashboard/dashboard.ts
  var { dashboard } = globalThis.roadmap;

  // certificates/address.ts
  var hash = (scope) => `#of=${encodeURIComponent(scope)}`;
  var follow = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#of=']") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    history.pushState(null, "", link.href);
    dashboard.show();
  };
  var address = {
    /** @returns the scope in the address; empty if there is none */
    wanted: () => new URLSearchParams(location.hash.slice(1)).get("of") ?? "",
    hash,
    follow,
    /** @returns the address of the certificate of a scope, from any page */
    of: (scope) => roadmapIndex.at(roadmapIndex.data.pages.certificate) + hash(scope)
  };

  // certificates/medal.ts
  var medal = () => element(
    "svg.rm-medal",
    { viewBox: "0 0 48 48", "aria-hidden": "true" },
    element("path.rm-medal-rays", {
      d: "M24 1v5M24 42v5M1 24h5M42 24h5M7.7 7.7l3.6 3.6M36.7 36.7l3.6 3.6M7.7 40.3l3.6-3.6M36.7 11.3l3.6-3.6"
    }),
    element("path.rm-medal-ring", { d: "M24 10a14 14 0 1 1 0 28a14 14 0 1 1 0-28", pathLength: 100 }),
    element("path.rm-medal-tick", { d: "M17.5 24.5l4.5 4.5l9-10", pathLength: 100 })
  );

  // certificates/certificates.css
  var certificates_default = '.rm-medal {\n  width: 2.4rem;\n  height: 2.4rem;\n  flex: none;\n  overflow: visible;\n  fill: none;\n  stroke: var(--rm-strong);\n  stroke-width: 2.5;\n  stroke-linecap: round;\n  stroke-linejoin: round;\n}\n.rm-medal-rays {\n  stroke-width: 1.6;\n  opacity: 0.55;\n}\n.rm-medal-tick {\n  stroke-width: 3.2;\n}\n\n.rm-celebration {\n  display: flex;\n  align-items: center;\n  gap: 0.6rem;\n  padding: 0.2rem 0;\n}\n.rm-celebration p {\n  flex: 1;\n  margin: 0;\n}\n.rm-celebration a {\n  color: var(--rm-strong);\n  text-decoration: underline;\n  text-underline-offset: 0.15em;\n  white-space: nowrap;\n}\n.rm-celebration a:focus-visible {\n  outline: 2px solid currentcolor;\n  outline-offset: 2px;\n}\n@media (prefers-reduced-motion: no-preference) {\n  .rm-celebration .rm-medal-ring,\n  .rm-celebration .rm-medal-tick {\n    stroke-dasharray: 100;\n    animation: rm-draw 500ms ease-out backwards;\n  }\n  .rm-celebration .rm-medal-tick {\n    animation-delay: 350ms;\n    animation-duration: 300ms;\n  }\n  .rm-celebration .rm-medal-rays {\n    transform-origin: 24px 24px;\n    animation: rm-shine 600ms 550ms ease-out backwards;\n  }\n  .rm-just-finished progress {\n    animation: rm-joy 900ms ease-out;\n  }\n  .rm-just-finished .rm-count::before {\n    display: inline-block;\n    animation: rm-pop 500ms ease-out;\n  }\n  @keyframes rm-draw {\n    from {\n      stroke-dashoffset: 100;\n    }\n  }\n  @keyframes rm-shine {\n    from {\n      opacity: 0;\n      transform: scale(0.6);\n    }\n  }\n  @keyframes rm-joy {\n    from {\n      box-shadow: 0 0 0 0 var(--rm-hue, var(--rm-strong));\n    }\n    to {\n      box-shadow: 0 0 0 0.7rem transparent;\n    }\n  }\n  @keyframes rm-pop {\n    0% {\n      transform: scale(0);\n    }\n    60% {\n      transform: scale(1.5);\n    }\n  }\n}\n\n[dir] .md-typeset .rm-certificates ul {\n  display: grid;\n  grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));\n  gap: 0.5rem;\n  margin: 0 0 var(--rm-space-4);\n  padding: 0;\n  list-style: none;\n  max-height: 15.5rem;\n  overflow-y: auto;\n}\n[dir] .md-typeset .rm-certificates li {\n  margin: 0;\n}\n.md-typeset .rm-certificates li a {\n  display: flex;\n  align-items: center;\n  gap: 0.7rem;\n  height: 100%;\n  box-sizing: border-box;\n  padding: 0.45rem 0.7rem;\n  border: 1px solid var(--rm-line);\n  border-radius: var(--rm-radius);\n  color: inherit;\n  text-decoration: none;\n}\n.md-typeset .rm-certificates li a:is(:hover, :focus-visible) {\n  border-color: var(--rm-strong);\n}\n.md-typeset .rm-certificates li a[aria-current] {\n  border-color: var(--rm-strong);\n  box-shadow: inset 0 0 0 1px var(--rm-strong);\n  background: var(--rm-surface);\n}\n.rm-certificates .rm-medal {\n  width: 1.7rem;\n  height: 1.7rem;\n}\n.rm-certificates span {\n  min-width: 0;\n  overflow-wrap: anywhere;\n  line-height: 1.35;\n}\n.md-typeset .rm-certificates small {\n  display: block;\n  opacity: 1;\n  color: var(--rm-quiet);\n  font-size: var(--rm-text-small);\n}\n\n.rm-certificate-tools {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: flex-end;\n  justify-content: space-between;\n  gap: 0.6rem 1rem;\n  margin-bottom: var(--rm-space-3);\n}\n.rm-certificate-tools .rm-label {\n  flex: 0 1 24rem;\n  margin: 0;\n}\n.rm-certificate-tools .rm-field {\n  width: 100%;\n}\n\n/* Paper is white, whatever the scheme of the page: what is seen is what is printed. */\n.md-typeset .rm-certificate {\n  --ink: #15211f;\n  --accent: #0a6666;\n  --pale: #51605d;\n  position: relative;\n  display: flex;\n  flex-direction: column;\n  align-items: center;\n  justify-content: space-between;\n  box-sizing: border-box;\n  max-width: 50rem;\n  aspect-ratio: 297 / 210;\n  margin: 0 auto;\n  padding: 3.2rem 3.6rem 2.6rem;\n  border: 1px solid #c5d0ce;\n  background: #fffefb;\n  color: var(--ink);\n  text-align: center;\n  font-family: Georgia, "Iowan Old Style", "Palatino Linotype", "Noto Serif", "Liberation Serif", "DejaVu Serif", serif;\n  print-color-adjust: exact;\n  -webkit-print-color-adjust: exact;\n}\n/* Two lines around everything, and a corner of the road in each. */\n.rm-certificate::before,\n.rm-certificate::after {\n  content: "";\n  position: absolute;\n  pointer-events: none;\n}\n.rm-certificate::before {\n  inset: 0.8rem;\n  border: 2px solid var(--accent);\n}\n.rm-certificate::after {\n  inset: 1.1rem;\n  border: 1px solid var(--accent);\n  opacity: 0.55;\n}\n[dir] .md-typeset .rm-certificate p {\n  margin: 0;\n}\n.md-typeset .rm-certificate-of {\n  color: var(--accent);\n  font: 600 0.75rem / 1.4 var(--md-text-font-family);\n  letter-spacing: 0.16em;\n  text-transform: uppercase;\n}\n.md-typeset .rm-certificate-name {\n  max-width: 100%;\n  font-size: 2rem;\n  line-height: 1.2;\n  overflow-wrap: anywhere;\n  text-wrap: balance;\n}\n.md-typeset .rm-blank-name {\n  width: min(20rem, 90%);\n  height: 2.4rem;\n  border-bottom: 1px solid var(--ink);\n}\n.md-typeset .rm-certificate-verb {\n  color: var(--pale);\n  font-size: 0.95rem;\n  font-style: italic;\n}\n.md-typeset .rm-certificate-title {\n  max-width: 100%;\n  color: var(--accent);\n  font-size: 2.1rem;\n  font-weight: 700;\n  line-height: 1.15;\n  text-wrap: balance;\n  overflow-wrap: anywhere;\n}\n.rm-road {\n  display: block;\n  width: min(100%, 24rem);\n  overflow: visible;\n}\n.rm-road-line {\n  fill: none;\n  stroke: var(--accent);\n  stroke-width: 1.5;\n}\n.rm-stop {\n  fill: #fffefb;\n  stroke: var(--accent);\n  stroke-width: 1.5;\n}\n.rm-stop-finished .rm-stop {\n  fill: var(--accent);\n}\n.rm-stop-tick {\n  fill: none;\n  stroke: #fff;\n  stroke-width: 2;\n  stroke-linecap: round;\n  stroke-linejoin: round;\n}\n.md-typeset .rm-certificate-figures {\n  display: flex;\n  flex-wrap: wrap;\n  justify-content: center;\n  font: 0.8rem / 1.6 var(--md-text-font-family);\n  font-variant-numeric: tabular-nums;\n}\n.rm-certificate-figures span:not(:last-child)::after {\n  content: "·";\n  padding: 0 0.5em;\n}\n.rm-certificate-foot {\n  display: flex;\n  flex-wrap: wrap;\n  justify-content: space-between;\n  gap: 0.2rem 2rem;\n  width: 100%;\n  color: var(--pale);\n  font: 0.65rem / 1.5 var(--md-text-font-family);\n  text-align: start;\n}\n@media screen and (max-width: 44em) {\n  /* One row to push sideways: the paper stays in view. */\n  [dir] .md-typeset .rm-certificates ul {\n    grid-template-columns: none;\n    grid-auto-flow: column;\n    grid-auto-columns: min(13rem, 75vw);\n    overflow-x: auto;\n  }\n  .md-typeset .rm-certificate {\n    aspect-ratio: auto;\n    gap: 1.1rem;\n    padding: 2.4rem 1.8rem 2rem;\n  }\n  .md-typeset .rm-certificate-name {\n    font-size: 1.5rem;\n  }\n  .md-typeset :is(.rm-certificate-name, .rm-certificate-title).rm-long-words {\n    font-size: 1.15rem;\n  }\n  .md-typeset .rm-certificate-figures {\n    display: block;\n  }\n  .md-typeset .rm-certificate-figures span {\n    display: block;\n  }\n  .rm-certificate-figures span:not(:last-child)::after {\n    content: none;\n  }\n  .md-typeset .rm-certificate-title {\n    font-size: 1.45rem;\n  }\n}\n\n.rm-certificates-empty {\n  display: grid;\n  justify-items: center;\n  margin: var(--rm-space-3) 0 var(--rm-space-5);\n  padding: var(--rm-space-5) var(--rm-space-4);\n  border: 1px dashed var(--rm-quiet);\n  border-radius: var(--rm-radius);\n  text-align: center;\n}\n.rm-certificates-empty .rm-medal {\n  width: 4rem;\n  height: 4rem;\n  stroke: var(--rm-quiet);\n}\n.rm-certificates-empty .rm-medal-ring {\n  stroke-dasharray: 4 3;\n}\n.rm-certificates-empty .rm-medal-tick {\n  opacity: 0.4;\n}\n.md-typeset .rm-certificates-empty h2 {\n  margin: 0.6rem 0 0.2rem;\n  padding: 0;\n}\n[dir] .md-typeset .rm-certificates-empty p {\n  max-width: 32rem;\n  margin: 0.3rem 0;\n}\n\n.md-typeset .rm-badge h2 {\n  margin-top: var(--rm-space-5);\n}\n.rm-badge-maker {\n  display: grid;\n  gap: 0.6rem;\n  max-width: 34rem;\n}\n[dir] .md-typeset .rm-badge-maker > * {\n  margin: 0;\n}\n.rm-badge-maker select {\n  display: block;\n  width: 100%;\n  max-width: 100%;\n}\n.rm-badge-preview {\n  padding: 0.9rem;\n  border: 1px solid var(--rm-line);\n  border-radius: var(--rm-radius);\n  background: var(--rm-surface);\n  overflow-x: auto;\n}\n.md-typeset .rm-badge-preview img {\n  display: block;\n  max-width: none;\n  height: 22px;\n}\n.rm-badge-buttons {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 0.4rem;\n}\n.md-typeset .rm-badge-maker textarea {\n  width: 100%;\n  font: 0.65rem / 1.5 var(--md-code-font-family);\n}\n.rm-badge-status {\n  color: var(--rm-quiet);\n  font-size: var(--rm-text-small);\n}\n\n@media print {\n  body:has(.rm-certificate) {\n    page: rm-certificate;\n    min-height: 0;\n  }\n  body:has(.rm-certificate) .md-content__inner.md-typeset :is(h1, .rm-lead, .rm-noprint),\n  body:has(.rm-certificate) :is(.md-footer, .md-source-file) {\n    display: none;\n  }\n  body[dir]:has(.rm-certificate) .md-main__inner,\n  body[dir]:has(.rm-certificate) .md-content__inner.md-typeset,\n  body[dir]:has(.rm-certificate) .rm-dashboard {\n    margin: 0;\n    padding: 0;\n  }\n  .md-content__inner:has(.rm-certificate)::before {\n    display: none;\n  }\n  .md-typeset .rm-certificate {\n    width: 100%;\n    max-width: none;\n    height: 176mm;\n    aspect-ratio: auto;\n    /* Centered on Letter as on A4, and never more than the lower one holds. */\n    margin: clamp(0mm, (100vh - 176mm) / 2, 6mm) 0 0;\n    padding: 19mm 22mm 15mm;\n    border: 0;\n    background: #fff;\n    break-inside: avoid;\n  }\n  .rm-certificate::before {\n    inset: 0;\n    border-width: 1.6pt;\n  }\n  .rm-certificate::after {\n    inset: 2.2mm;\n    border-width: 0.6pt;\n  }\n  .rm-stop {\n    fill: #fff;\n  }\n  .md-typeset .rm-certificate-of {\n    font-size: 12pt;\n  }\n  .md-typeset .rm-certificate-name {\n    font-size: 34pt;\n  }\n  .md-typeset :is(.rm-certificate-name, .rm-certificate-title).rm-long-words {\n    font-size: 23pt;\n  }\n  .md-typeset .rm-blank-name {\n    width: 110mm;\n    height: 16mm;\n  }\n  .md-typeset .rm-certificate-verb {\n    font-size: 15pt;\n  }\n  .md-typeset .rm-certificate-title {\n    font-size: 34pt;\n  }\n  .md-typeset .rm-certificate-figures {\n    font-size: 12pt;\n  }\n  .rm-certificate-foot {\n    font-size: 9.5pt;\n  }\n  .rm-road {\n    width: 150mm;\n  }\n}\n@page rm-certificate {\n  size: landscape;\n  margin: 13mm;\n}\n@media (forced-colors: active) {\n  .rm-medal {\n    stroke: Highlight;\n  }\n  .md-typeset .rm-certificate {\n    forced-color-adjust: none;\n  }\n}\n';

  // certificates/style.ts
  var useStyle = () => {
    if (document.adoptedStyleSheets.includes(sheet)) return;
    sheet.replaceSync(certificates_default);
    document.adoptedStyleSheets.push(sheet);
  };
  var sheet = new CSSStyleSheet();

  // certificates/celebration.ts
  var ORDER = ["all", "phase", "section"];
  var words2 = ({ kind, title, topics }) => {
    const level = kind === "all" || kind === "phase" ? kind : "section";
    const count = topics.size;
    return count > 0 ? text(`certificates.finished.${level}`, { title, count }) : text(`certificates.finished_tasks.${level}`, { title });
  };
  var playBars = (scopes) => {
    for (const scope of scopes)
      for (const bar of document.querySelectorAll(`.rm-progress[data-scope="${CSS.escape(scope)}"]`)) {
        bar.classList.add("rm-just-finished");
        bar.addEventListener("animationend", () => bar.classList.remove("rm-just-finished"), { once: true });
      }
  };
  var celebration = {
    /** @param scopes what the last tick has finished; the largest of it is named */
    show(scopes) {
      const finished = scopes.map(achievements.of).filter((one) => one?.isFinished).filter((one) => one !== null).sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
      const [first] = finished;
      if (!first) return;
      useStyle();
      const message = words2(first);
      const link = first.kind !== "section" && element("a", { href: address.of(first.scope) }, text("certificates.see"));
      toast.add(
        element(
          "div.rm-celebration",
          {},
          medal(),
          element("p", { dir: "auto" }, element("strong", {}, message), link && " ", link)
        )
      );
      playBars(finished.map(({ scope }) => scope));
      whenSaved(() => say(message));
    }
  };

  // shared:dashboard/days.ts
  var { days } = globalThis.roadmap;

  // shared:storage/local-storage.ts
  var { localStore } = globalThis.roadmap;

  // shared:core/download.ts
  var { download } = globalThis.roadmap;

  // certificates/badge-maker.ts
  var chosen = "";
  var stateOf = ({ topics, projects, exercises }) => {
    if (topics.size > 0)
      return { ...topics, value: text("certificates.badge_topics", { done: topics.done, count: topics.size }) };
    const [tally2, key] = projects.size > 0 ? [projects, "certificates.badge_projects"] : [exercises, "certificates.badge_exercises"];
    return { ...tally2, value: text(key, { done: tally2.done, count: tally2.size }) };
  };
  var describe = (one) => {
    const { done, size, value } = stateOf(one);
    const description = text("certificates.badge_description", { title: one.title, value });
    const file = `${one.kind === "all" ? "roadmap" : one.scope.replace(":", "-")}.svg`;
    const svg2 = badge.svg({ label: one.title, value, share: size > 0 ? done / size : 0, description });
    const page = /^https?:$/.test(location.protocol) ? roadmapIndex.at(one.url) : "";
    return { description, file, svg: svg2, markdown: badge.markdown(description, file, page) };
  };
  var isCountable = (one) => one !== null && one.topics.size + one.projects.size + one.exercises.size > 0;
  var choices = () => {
    const option = (one) => element("option", { value: one.scope, selected: one.scope === chosen }, one.title);
    const of2 = (scopes) => scopes.map(achievements.of).filter(isCountable).map(option);
    const { phases: phases2 } = roadmapIndex.data;
    return [
      ...of2(["all"]),
      element("optgroup", { label: text("certificates.phases") }, ...of2(phases2.map(({ id }) => `phase:${id}`))),
      ...phases2.map(
        ({ title, sections }) => element("optgroup", { label: title }, ...of2(sections.map(([id]) => `section:${id}`)))
      )
    ].filter((one) => one.localName === "option" || one.childElementCount > 0);
  };
  var badgeMaker = (first) => {
    if (!isCountable(achievements.of(chosen))) chosen = isCountable(achievements.of(first)) ? first : "all";
    const image = element("img", { id: "badge-image" });
    const code = element("textarea.rm-field", {
      id: "badge-markdown",
      readonly: true,
      rows: 3,
      spellcheck: "false",
      "aria-label": text("certificates.markdown")
    });
    const show = () => {
      const one = achievements.of(chosen);
      if (!one) return;
      const { svg: svg2, description, markdown: markdown2 } = describe(one);
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg2)}`;
      image.alt = description;
      code.value = markdown2;
      code.defaultValue = markdown2;
    };
    const choose = ({ target }) => {
      chosen = target.value;
      show();
    };
    const save = () => {
      const one = achievements.of(chosen);
      if (!one) return;
      const { file, svg: svg2 } = describe(one);
      download(file, svg2, "image/svg+xml");
      say(text("certificates.badge_saved", { file }));
    };
    const status = element("span.rm-badge-status", { role: "status" });
    const copy = async () => {
      code.select();
      try {
        await navigator.clipboard.writeText(code.value);
        status.textContent = text("certificates.copied");
      } catch {
        code.focus();
        status.textContent = text("certificates.copy_by_hand");
      }
    };
    const button = (id, label, onclick) => element("button.rm-button", { type: "button", id, onclick }, label);
    const box = element(
      "section.rm-badge.rm-noprint",
      { "aria-labelledby": "badge" },
      element("h2", { id: "badge" }, text("certificates.badge")),
      element("p", {}, text("certificates.badge_lead")),
      element(
        "div.rm-badge-maker",
        {},
        element(
          "label.rm-label",
          {},
          text("certificates.badge_of"),
          element("select.rm-field", { id: "badge-of", onchange: choose, autocomplete: "off" }, ...choices())
        ),
        element("p.rm-badge-preview", {}, image),
        element(
          "p.rm-badge-buttons",
          {},
          button("badge-download", text("certificates.download"), save),
          button("badge-copy", text("certificates.copy"), () => void copy()),
          status
        ),
        code
      )
    );
    show();
    return box;
  };

  // certificates/certificate.ts
  var STEP = 36;
  var road = (scope) => {
    const { phases: phases2 } = roadmapIndex.data;
    const width = STEP * phases2.length;
    const stops = phases2.map(({ id }, at) => {
      const isThis = scope === `phase:${id}`;
      const isFinished = achievements.of(`phase:${id}`)?.isFinished ?? false;
      const [x, radius] = [STEP * at + STEP / 2, isThis ? 10 : 6];
      return element(
        `g${isFinished ? ".rm-stop-finished" : ""}`,
        {},
        element("rect.rm-stop", { x: x - radius, y: 14 - radius, width: 2 * radius, height: 2 * radius, rx: radius }),
        isFinished && isThis && element("path.rm-stop-tick", { d: `M${x - 4} 14.5l3 3l5.5-6.5` })
      );
    });
    return element(
      "svg.rm-road",
      { viewBox: `0 0 ${width} 28`, "aria-hidden": "true" },
      element("path.rm-road-line", { d: `M${STEP / 2} 14h${width - STEP}` }),
      ...stops
    );
  };
  var rounded = (hours) => hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours);
  var figures = ({ topics, exercises, projects, hours, known, skipped }) => [
    topics.size > 0 && text("certificates.topics", { done: topics.done, count: topics.size }),
    exercises.size > 0 && text("bars.exercises", { done: exercises.done, count: exercises.size }),
    projects.size > 0 && text("bars.projects", { done: projects.done, count: projects.size }),
    hours > 0 && text("certificates.hours", { count: rounded(hours) }),
    known > 0 && text("certificates.known", { count: known }),
    skipped > 0 && text("certificates.skipped", { count: skipped })
  ].filter((one) => one !== false);
  var MANY = 36;
  var paintName = (line, name) => {
    line.textContent = name;
    line.classList.toggle("rm-long-words", name.length > MANY);
    line.classList.toggle("rm-blank-name", name === "");
  };
  var certificate = (one, name) => {
    const line = element("p.rm-certificate-name", { dir: "auto" });
    paintName(line, name);
    const isWhole = one.kind === "all";
    return element(
      "article.rm-certificate",
      { "aria-label": text("certificates.label", { title: one.title }) },
      element(
        "p.rm-certificate-of",
        { dir: "auto" },
        isWhole ? text("certificates.certificate") : roadmapIndex.data.title
      ),
      line,
      element("p.rm-certificate-verb", {}, text(`certificates.has_finished.${one.kind}`)),
      element(`p.rm-certificate-title${one.title.length > MANY ? ".rm-long-words" : ""}`, { dir: "auto" }, one.title),
      road(one.scope),
      element("p.rm-certificate-figures", {}, ...figures(one).map((words3) => element("span", {}, words3))),
      element(
        "div.rm-certificate-foot",
        {},
        one.at > 0 && element("p", {}, text("certificates.last_tick", { date: days.words(days.dayOf(one.at)) })),
        element("p", {}, text("certificates.honest"))
      )
    );
  };

  // certificates/view-certificates.ts
  var NAME = "meta/name";
  var MOST2 = 80;
  var storedName = () => (localStore.get(NAME) ?? "").slice(0, MOST2);
  var list = (finished, shown) => element(
    "nav.rm-certificates.rm-noprint",
    { "aria-label": text("certificates.list") },
    element(
      "ul",
      {},
      ...finished.map(
        (one) => element(
          "li",
          {},
          element(
            "a",
            { href: address.hash(one.scope), "aria-current": one.scope === shown.scope && "true" },
            medal(),
            element(
              "span",
              {},
              element("strong", { dir: "auto" }, one.title),
              element(
                "small",
                {},
                text(`certificates.kinds.${one.kind}`),
                one.at > 0 && ` · ${days.words(days.dayOf(one.at))}`
              )
            )
          )
        )
      )
    )
  );
  var tools = (paper) => {
    const oninput = ({ target }) => {
      const name = target.value.trim().slice(0, MOST2);
      localStore.set(NAME, name === "" ? null : name);
      const line = paper.querySelector(".rm-certificate-name");
      if (line) paintName(line, name);
    };
    return element(
      "div.rm-certificate-tools.rm-noprint",
      {},
      element(
        "label.rm-label",
        {},
        text("certificates.name"),
        " ",
        element("small", {}, text("certificates.name_stays")),
        element("input.rm-field", {
          id: "certificate-name",
          maxlength: MOST2,
          autocomplete: "name",
          value: storedName(),
          oninput
        })
      ),
      element(
        "button.rm-button.rm-primary",
        { type: "button", id: "certificate-print", onclick: () => print() },
        text("certificates.print")
      )
    );
  };
  var empty = (all) => {
    const share = ({ topics }) => topics.done / Math.max(topics.size, 1);
    const phases2 = all.filter(({ kind, topics }) => kind === "phase" && topics.size > 0);
    const nearest = phases2.reduce(
      (best, one) => best && share(best) >= share(one) ? best : one,
      null
    );
    const { begun, steps } = planning.next();
    const next = begun[0] ?? steps[0]?.topic;
    return element(
      "div.rm-certificates-empty",
      {},
      medal(),
      element("h2", {}, text("certificates.empty")),
      element("p", {}, text("certificates.empty_lead")),
      nearest && nearest.topics.done > 0 && element(
        "p",
        {},
        text("certificates.nearest", { title: nearest.title, done: nearest.topics.done, count: nearest.topics.size })
      ),
      next !== void 0 && element(
        "p",
        {},
        element(
          "a.md-button.md-button--primary",
          { href: roadmapIndex.at(roadmapIndex.url(roadmapIndex.leaves[next])) },
          text("certificates.continue", { title: roadmapIndex.title(roadmapIndex.leaves[next]) })
        )
      )
    );
  };
  dashboard.views.set("certificate", (root) => {
    useStyle();
    root.onclick = address.follow;
    const all = achievements.all();
    const finished = all.filter(({ isFinished }) => isFinished);
    const wanted = address.wanted();
    const asked = all.find(({ scope }) => scope === wanted);
    const latest = finished.reduce(
      (best, one) => best && (best.kind === "all" || best.at >= one.at) ? best : one,
      null
    );
    const shown = asked?.isFinished ? asked : latest;
    const unfinished = asked && !asked.isFinished && element(
      "p.rm-noprint",
      {},
      text("certificates.unfinished", { title: asked.title, done: asked.topics.done, count: asked.topics.size })
    );
    const badges = badgeMaker(shown && ["all", "phase"].includes(shown.kind) ? shown.scope : "all");
    if (!shown) return [unfinished || null, empty(all), badges];
    const paper = certificate(shown, storedName());
    return [unfinished || null, list(finished, shown), tools(paper), paper, badges];
  });

  // certificates/main.ts
  var shared = { badge, celebration };
  Object.assign(globalThis.roadmap, shared);
})();
