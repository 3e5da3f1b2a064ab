/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // loader/page.ts
  var ALERT = "rm-alert";
  var TICK = "input.rm-tick";
  var OURS = `${TICK}, .rm-progress, [data-rm-desk], [data-rm-build]`;
  var shown = null;
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
    if (!shown || document.getElementById(ALERT)?.parentElement === content()) return;
    document.getElementById(ALERT)?.remove();
    if (shown.isDead && !document.querySelector(OURS)) return;
    const [box, text, button] = ["div", "p", "button"].map((tag) => document.createElement(tag));
    box.id = ALERT;
    box.className = "rm-alert";
    box.setAttribute("role", "alert");
    text.textContent = shown.text;
    button.className = "rm-button";
    button.setAttribute("type", "button");
    button.textContent = "Reload";
    button.addEventListener("click", () => location.reload());
    box.append(text, button);
    content().prepend(box);
    if (shown.isDead) disable(shown.text);
  };
  var page = {
    /** @returns the build that this page was made for; empty where the page does not say */
    build: () => document.querySelector("[data-rm-build]")?.dataset.rmBuild ?? "",
    /**
     * Whether text on this page may not be stored yet. A field that only looks so is treated as if it were: it costs a
     * click.
     */
    isWriting: () => globalThis.roadmap?.hasUnsavedText?.() || document.querySelector(".rm-panel, [data-rm-unsent]") !== null || [...document.querySelectorAll("[data-rm-desk] textarea")].some(
      (area) => area.value !== area.defaultValue
    ),
    /**
     * Explain at the top of the content, on this page and on those that instant navigation brings.
     * @param isDead whether no box works
     */
    explain(text, isDead) {
      const isFirst = shown === null;
      shown = { text, isDead };
      document.getElementById(ALERT)?.remove();
      if (isDead) document.documentElement.classList.add("rm-failed");
      paint();
      if (isFirst) globalThis.document$?.subscribe?.(paint);
    },
    /** It works after all. */
    recover() {
      shown = null;
      document.getElementById(ALERT)?.remove();
      document.documentElement.classList.remove("rm-failed");
      enable();
    },
    /**
     * Keep the ticks that come before the core can store them.
     * @param early by id
     */
    listen(early2, isOver) {
      document.addEventListener("change", (event) => {
        const box = event.target;
        if (isOver() || !(box instanceof HTMLInputElement) || !box.matches(TICK)) return;
        const name = box.getAttribute("aria-label") ?? box.parentElement?.querySelector(".rm-title")?.textContent?.trim() ?? "";
        early2.set(box.dataset.tick ?? "", { isChecked: box.checked, name });
      });
    },
    /** What was ticked early cannot be stored: show what is. */
    takeBack(early2) {
      for (const box of boxes()) {
        const wanted = early2.get(box.dataset.tick ?? "");
        if (wanted) box.checked = !wanted.isChecked;
      }
      early2.clear();
    }
  };

  // loader/loader.ts
  var { build, parts, strings } = globalThis.roadmapManifest;
  var folder = new URL(".", document.currentScript.src);
  var NEEDS = {
    map: [],
    strings: [],
    core: ["map", "strings"],
    panel: [],
    topics: [],
    places: [],
    desk: ["topics"],
    files: ["topics", "desk"]
  };
  var PATIENCE = 15e3;
  var come = /* @__PURE__ */ new Map();
  var ran = /* @__PURE__ */ new Set();
  var coming = /* @__PURE__ */ new Map();
  var asking = null;
  var early = /* @__PURE__ */ new Map();
  var isReady = false;
  var isMissing = false;
  var fresh = () => `?fresh=${Math.random().toString(36).slice(2)}`;
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
  var ask = () => {
    asking ??= (async () => {
      let answer = null;
      globalThis.roadmapLoader.hear = (now) => {
        answer = now;
      };
      await insert(`loader.js${fresh()}`);
      globalThis.roadmapLoader.hear = null;
      asking = null;
      return answer;
    })();
    return asking;
  };
  var fetchPart = async (name) => {
    if (come.has(name)) return;
    await insert(`${name}.${parts[name]}.js`);
    if (come.has(name)) return;
    const now = await ask();
    if (now && now.build !== build) throw Object.assign(new Error(`${name} is of an older build`), { now });
    await insert(`${name}.${parts[name]}.js${fresh()}`);
    if (!come.has(name)) throw new Error(`${name} is missing`);
  };
  var run = (name) => {
    if (ran.has(name)) return;
    ran.add(name);
    try {
      come.get(name)();
    } catch (error) {
      reportError(error);
      throw new Error(`${name} has failed`);
    }
  };
  var bring = (name) => {
    const known = coming.get(name);
    if (known) return known;
    const promise = fetchPart(name).then(() => run(name));
    coming.set(name, promise);
    promise.catch(() => coming.delete(name));
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
  var me = {
    build,
    root: new URL("../../", folder),
    /** Answers to `ask`; null when nobody has asked. */
    hear: null,
    /** Every part calls this when it has come. */
    take(name, hash, work) {
      if (parts[name] === hash) come.set(name, work);
    },
    /** @returns kept when it and what it needs have run */
    async need(name) {
      try {
        for (const other of [...NEEDS[name], name]) await bring(other);
        if (isMissing) page.recover();
        isMissing = false;
      } catch (error) {
        const { now } = error;
        if (now && reloadOnce(now.build)) return leaving;
        isMissing = !now;
        page.explain(now ? strings.newer : strings.missing, false);
        throw error;
      }
    },
    /**
     * Instant navigation, a cache or the way back may bring a page of another build. Load it anew where that can help.
     * @returns whether page and scripts are of one build, as far as can be known
     */
    async matchPage() {
      const theirs = page.build();
      if (theirs === "" || theirs === build) return true;
      if (await ask() === null) return false;
      return reloadOnce(theirs) ? leaving : false;
    },
    /** The core can store ticks now. */
    ready(store) {
      isReady = true;
      page.recover();
      for (const [id, { isChecked, name }] of early) store(id, isChecked, name);
      early.clear();
    }
  };
  var handOver = (now, tries) => {
    page.recover();
    return now.begin(early, tries - 1);
  };
  var begin = async (pending, tries) => {
    early = pending;
    globalThis.roadmapLoader = me;
    const isOver = () => isReady || globalThis.roadmapLoader !== me;
    page.listen(early, isOver);
    setTimeout(() => {
      if (!isOver() && !document.documentElement.classList.contains("rm-failed")) page.explain(strings.slow, true);
    }, PATIENCE);
    try {
      const theirs = page.build();
      if (theirs !== "" && theirs !== build && tries > 0) {
        const now = await ask();
        if (now && now.build !== build) return handOver(now, tries);
      }
      await Promise.all([...NEEDS.core, "core"].map(fetchPart));
      NEEDS.core.forEach(run);
      run("core");
    } catch (error) {
      const { now } = error;
      if (now && tries > 0) return handOver(now, tries);
      page.takeBack(early);
      page.explain(strings.broken, true);
    }
    return void 0;
  };
  var running = globalThis.roadmapLoader;
  if (typeof running?.take !== "function") void begin(/* @__PURE__ */ new Map(), 2);
  else running.hear?.({ build, begin });
})();
