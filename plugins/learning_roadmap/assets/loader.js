/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // loader/page.ts
  var { strings } = globalThis.roadmapManifest;
  var ALERT = "rm-alert";
  var TICK = "input.rm-tick";
  var CLIENT_ELEMENTS = `${TICK}, .rm-progress, [data-rm-desk], [data-rm-build]`;
  var alert = null;
  var content = () => document.querySelector(".md-content__inner") ?? document.querySelector("[data-md-component='content']") ?? document.body;
  var boxes = () => document.querySelectorAll(TICK);
  var disable = (reason) => {
    for (const box of boxes()) {
      box.disabled = true;
      box.title = reason;
      box.setAttribute("aria-describedby", ALERT);
    }
  };
  var enable = () => {
    for (const box of boxes()) {
      if (box.getAttribute("aria-describedby") !== ALERT) continue;
      for (const name of ["title", "aria-describedby", "disabled"]) box.removeAttribute(name);
    }
  };
  var paint = () => {
    if (!alert || document.getElementById(ALERT)?.parentElement === content()) return;
    document.getElementById(ALERT)?.remove();
    if (alert.isDead && !document.querySelector(CLIENT_ELEMENTS)) return;
    const [box, paragraph, button] = ["div", "p", "button"].map((tag) => document.createElement(tag));
    box.id = ALERT;
    box.className = "rm-alert";
    box.setAttribute("role", "alert");
    paragraph.textContent = alert.text;
    button.className = "rm-button";
    button.setAttribute("type", "button");
    button.textContent = strings.reload;
    button.addEventListener("click", () => location.reload());
    box.append(paragraph, button);
    content().prepend(box);
    if (alert.isDead) disable(alert.text);
  };
  var page = {
    /** @returns the build of this page; empty if the page does not say */
    build: () => document.querySelector("[data-rm-build]")?.dataset.rmBuild ?? "",
    /** Whether text on this page may be unsaved. In doubt it is: that costs only a click. */
    isWriting: () => globalThis.roadmap?.hasUnsavedText?.() || document.querySelector(".rm-panel, [data-rm-unsent]") !== null || [...document.querySelectorAll("[data-rm-desk] textarea")].some(
      (area) => area.value !== area.defaultValue
    ),
    /**
     * Show an explanation at the top of the content, on this page and after each instant navigation.
     * @param isDead whether no box works
     */
    explain(text, isDead) {
      const isFirst = alert === null;
      alert = { text, isDead };
      document.getElementById(ALERT)?.remove();
      if (isDead) document.documentElement.classList.add("rm-failed");
      paint();
      if (isFirst) globalThis.document$?.subscribe?.(paint);
    },
    /** The client works: remove the explanation. */
    recover() {
      alert = null;
      document.getElementById(ALERT)?.remove();
      document.documentElement.classList.remove("rm-failed");
      enable();
    },
    /**
     * Keep the ticks that are made before the core can store them.
     * @param early by id
     */
    listen(early, isOver) {
      document.addEventListener("change", (event) => {
        const box = event.target;
        if (isOver() || !(box instanceof HTMLInputElement) || !box.matches(TICK)) return;
        const name = box.getAttribute("aria-label") ?? box.parentElement?.querySelector(".rm-title")?.textContent?.trim() ?? "";
        early.set(box.dataset.tick ?? "", { isChecked: box.checked, name });
      });
    },
    /** Early ticks cannot be stored: show what is stored. */
    takeBack(early) {
      for (const box of boxes()) {
        const tick = early.get(box.dataset.tick ?? "");
        if (tick) box.checked = !tick.isChecked;
      }
      early.clear();
    }
  };

  // loader/loader.ts
  var { build, parts, strings: strings2 } = globalThis.roadmapManifest;
  var folder = new URL(".", document.currentScript.src);
  var NEEDS = {
    map: [],
    strings: [],
    core: ["map", "strings"],
    panel: [],
    topics: [],
    locations: [],
    questions: [],
    summaries: [],
    graph: [],
    reasons: [],
    dashboard: ["topics", "graph"],
    paths: ["topics", "graph", "reasons", "dashboard"],
    certificates: ["topics", "graph", "dashboard"],
    "map-filters": [],
    "search-entries": [],
    search: ["search-entries"],
    backup: ["topics", "questions", "summaries", "graph", "dashboard"]
  };
  var PATIENCE = 15e3;
  var received = /* @__PURE__ */ new Map();
  var started = /* @__PURE__ */ new Set();
  var loading = /* @__PURE__ */ new Map();
  var deployedRequest = null;
  var earlyTicks = /* @__PURE__ */ new Map();
  var isReady = false;
  var isMissing = false;
  var uncached = () => `?fresh=${Math.random().toString(36).slice(2)}`;
  var insert = (file) => new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = new URL(file, folder).href;
    script.async = false;
    script.onload = script.onerror = () => {
      script.remove();
      resolve();
    };
    document.head.append(script);
  });
  var fetchDeployed = () => {
    deployedRequest ??= (async () => {
      let answer = null;
      globalThis.roadmapLoader.hear = (now) => {
        answer = now;
      };
      await insert(`loader.js${uncached()}`);
      globalThis.roadmapLoader.hear = null;
      deployedRequest = null;
      return answer;
    })();
    return deployedRequest;
  };
  var fetchPart = async (name) => {
    if (received.has(name)) return;
    await insert(`${name}.${parts[name]}.js`);
    if (received.has(name)) return;
    const now = await fetchDeployed();
    if (now && now.build !== build) throw Object.assign(new Error(`${name} is of an older build`), { now });
    await insert(`${name}.${parts[name]}.js${uncached()}`);
    if (!received.has(name)) throw new Error(`${name} is missing`);
  };
  var run = (name) => {
    if (started.has(name)) return;
    started.add(name);
    try {
      received.get(name)();
    } catch (error) {
      reportError(error);
      throw new Error(`${name} has failed`);
    }
  };
  var loadPart = (name) => {
    const running2 = loading.get(name);
    if (running2) return running2;
    const promise = fetchPart(name).then(() => run(name));
    loading.set(name, promise);
    promise.catch(() => loading.delete(name));
    return promise;
  };
  var reloadOnce = (other) => {
    if (page.isWriting()) return false;
    const key = `roadmap/reloaded/${[build, other].sort().join("/")}${location.pathname}`;
    try {
      if (sessionStorage.getItem(key) !== null) return false;
      sessionStorage.setItem(key, "1");
    } catch {
      return false;
    }
    location.reload();
    return true;
  };
  var leaving = new Promise(() => {
  });
  var loader = {
    build,
    root: new URL("../../", folder),
    hear: null,
    /** Every part is one call of this, so half a file calls nothing. */
    take(name, hash, work) {
      if (parts[name] === hash) received.set(name, work);
    },
    /** @returns resolves when the part and those that it needs have run */
    async need(name) {
      try {
        for (const other of [...NEEDS[name], name]) await loadPart(other);
        if (isMissing) page.recover();
        isMissing = false;
      } catch (error) {
        const { now } = error;
        if (now && reloadOnce(now.build)) return leaving;
        isMissing = !now;
        page.explain(now ? strings2.newer : strings2.missing, false);
        throw error;
      }
    },
    /**
     * Instant navigation, a cache or the Back button may bring a page of another build. Reload it where that can help.
     * @returns whether page and scripts are of one build, as far as is known
     */
    async matchPage() {
      const theirs = page.build();
      if (theirs === "" || theirs === build) return true;
      if (await fetchDeployed() === null) return false;
      return reloadOnce(theirs) ? leaving : false;
    },
    ready(store) {
      isReady = true;
      page.recover();
      for (const [id, { isChecked, name }] of earlyTicks) store(id, isChecked, name);
      earlyTicks.clear();
    }
  };
  var handOver = (now, tries) => {
    page.recover();
    return now.begin(earlyTicks, tries - 1);
  };
  var begin = async (pending, tries) => {
    earlyTicks = pending;
    globalThis.roadmapLoader = loader;
    const isOver = () => isReady || globalThis.roadmapLoader !== loader;
    page.listen(earlyTicks, isOver);
    setTimeout(() => {
      if (!isOver() && !document.documentElement.classList.contains("rm-failed")) page.explain(strings2.slow, true);
    }, PATIENCE);
    try {
      const theirs = page.build();
      if (theirs !== "" && theirs !== build && tries > 0) {
        const now = await fetchDeployed();
        if (now && now.build !== build) return handOver(now, tries);
      }
      await Promise.all([...NEEDS.core, "core"].map(fetchPart));
      NEEDS.core.forEach(run);
      run("core");
    } catch (error) {
      const { now } = error;
      if (now && tries > 0) return handOver(now, tries);
      page.takeBack(earlyTicks);
      page.explain(strings2.broken, true);
    }
    return void 0;
  };
  var running = globalThis.roadmapLoader;
  if (typeof running?.take !== "function") void begin(/* @__PURE__ */ new Map(), 2);
  else running.hear?.({ build, begin });
})();
