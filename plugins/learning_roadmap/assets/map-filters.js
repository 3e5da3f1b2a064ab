/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/counts.ts
  var { counts } = globalThis.roadmap;

  // shared:core/map.ts
  var { map } = globalThis.roadmap;

  // shared:core/map-picture.ts
  var { mapPicture } = globalThis.roadmap;

  // shared:core/notices.ts
  var { say, notice, sayUnsaved } = globalThis.roadmap;

  // shared:core/progress-bars.ts
  var { progressBars } = globalThis.roadmap;

  // shared:core/rows.ts
  var { rows } = globalThis.roadmap;

  // shared:core/strings.ts
  var { nodes, text } = globalThis.roadmap;

  // shared:storage/store.ts
  var { store } = globalThis.roadmap;

  // map-filters/map-filters.ts
  var XLINK = "http://www.w3.org/1999/xlink";
  var VALUES = { core: "1", state: "todo", project: "1" };
  var buttons = () => [...document.querySelectorAll("[data-rm-map-filter]")];
  var nameOf = (button) => button.dataset.rmMapFilter ?? "";
  var isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  var press = (button, isOn) => button.setAttribute("aria-pressed", String(isOn));
  var topicsOf = (button) => new Set(
    (button.dataset.rmTopics ?? "").split(" ").flatMap((range) => {
      const [from, to] = range.split("-").map(Number);
      return map.leaves.slice(from, to);
    })
  );
  var active = () => {
    const pressed = buttons().filter(isPressed);
    const names = pressed.map(nameOf);
    const sets = pressed.filter((button) => button.dataset.rmTopics !== void 0).map(topicsOf);
    const isToDo = names.includes("state");
    return {
      names,
      isToDo,
      matches: (id) => sets.every((set) => set.has(id)) && (!isToDo || rows.choiceOf(id) === "todo")
    };
  };
  var hasTask = ({ names, isToDo }, scope) => {
    const { exercises, projects } = counts.tasks(scope);
    const wanted = names.includes("project") ? [projects] : isToDo ? [projects, exercises] : [];
    return !names.includes("core") && wanted.some(({ done, size }) => isToDo ? done < size : size > 0);
  };
  var countIn = (filter, scope) => {
    const topics = counts.toLearn(scope).filter(filter.matches);
    const done = topics.filter((id) => store.state(id) === "done").length;
    return { topics, done, size: topics.length, isOn: topics.length > 0 || hasTask(filter, scope) };
  };
  var hours = new Map((map.hours ?? []).map((one, at) => [map.leaves[at], one]));
  var hoursLeft = ({ topics }) => {
    const left = topics.filter((id) => store.state(id) !== "done").reduce((sum, id) => sum + (hours.get(id) ?? 0), 0);
    return left > 0 ? text("map.hours_left", { hours: Math.max(Math.round(left), 1) }) : "";
  };
  var paintLink = (link, names) => {
    const isSvg = link instanceof SVGElement;
    const address = (isSvg ? link.getAttributeNS(XLINK, "href") : link.getAttribute("href")) ?? "";
    const [page, anchor] = address.split("#");
    const query = new URLSearchParams(names.map((name) => [name, VALUES[name]])).toString();
    const next = page.split("?")[0] + (query ? `?${query}` : "") + (anchor === void 0 ? "" : `#${anchor}`);
    if (next === address) return;
    if (isSvg) link.setAttributeNS(XLINK, "xlink:href", next);
    else link.setAttribute("href", next);
  };
  var describe = ({ done, size }, isToDo, isPicture) => {
    if (size === 0) return "";
    if (isToDo) return text("map.to_do", { count: size });
    return isPicture ? text("map.count", { done, count: size }) : text("bars.done", { done, count: size, percent: progressBars.percent({ done, size }) });
  };
  var paintNode = (node, count, filter) => {
    const track = node.querySelector(".rm-node-track");
    const label = node.querySelector(".rm-node-count");
    if (!label) return;
    label.textContent = describe(count, filter.isToDo, track !== null);
    const left = node.querySelector(".rm-node-hours");
    if (left) left.textContent = hoursLeft(count);
    node.classList.toggle("rm-node-done", count.size > 0 && count.done === count.size);
    const width = Number(track?.getAttribute("width")) * count.done / Math.max(count.size, 1);
    node.querySelector(".rm-node-fill")?.setAttribute("width", String(Math.ceil(width)));
  };
  var paint = () => {
    const filter = active();
    const isFiltered = filter.names.length > 0;
    const known = /* @__PURE__ */ new Map();
    const count = (scope) => {
      const one = known.get(scope) ?? countIn(filter, scope);
      known.set(scope, one);
      return one;
    };
    if (!isFiltered) mapPicture.paint();
    for (const node of document.querySelectorAll("[data-rm-node]")) {
      const one = count(node.dataset.rmNode ?? "");
      const isOff = isFiltered && !one.isOn;
      const names = isOff ? [] : filter.names;
      if (isFiltered) paintNode(node, one, filter);
      if (node instanceof SVGElement) {
        node.classList.toggle("rm-node-off", isOff);
        paintLink(node, names);
        continue;
      }
      const item = node.closest("li");
      if (item) item.hidden = isOff;
      const link = node.parentElement?.querySelector(":scope > a");
      if (link) paintLink(link, names);
    }
    for (const bar of document.querySelectorAll(".rm-card > .rm-progress[data-scope^='phase:']")) {
      const { isOn } = count(bar.dataset.scope ?? "");
      const card = bar.closest(".rm-card");
      if (card) card.hidden = isFiltered && !isOn;
      const link = card?.querySelector(".rm-card-title");
      if (link) paintLink(link, isOn ? filter.names : []);
    }
    const { size } = count("all");
    const status = document.querySelector("[data-rm-map-filters] [data-rm-matches]");
    if (status) status.textContent = isFiltered ? text("map.topics", { count: size }) : "";
    return size;
  };
  var keepInAddress = () => {
    const address = new URL(location.href);
    for (const button of buttons()) {
      if (isPressed(button)) address.searchParams.set(nameOf(button), VALUES[nameOf(button)]);
      else address.searchParams.delete(nameOf(button));
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
    }
  };
  var isAnyPressed = () => buttons().some(isPressed);
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-rm-map-filter]") : null;
    if (!button) return;
    press(button, !isPressed(button));
    keepInAddress();
    say(text("map.topics", { count: paint() }));
  });
  store.listen(() => {
    if (isAnyPressed()) paint();
  });
  var mapFilters = {
    /** Apply the filters of the address. */
    bind() {
      const { searchParams } = new URL(location.href);
      for (const button of buttons()) press(button, searchParams.get(nameOf(button)) === VALUES[nameOf(button)]);
      if (isAnyPressed()) paint();
    }
  };

  // map-filters/main.ts
  var shared = { mapFilters };
  Object.assign(globalThis.roadmap, shared);
})();
