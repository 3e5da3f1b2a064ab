/* The journal: where each phase stands, what the learner is at, a page for each month, and all notes. */
"use strict";
(() => {
  const { element, plural, atlas, counts, store, days, merging, records, desk, keeping, need, updates, sayUnsaved } = globalThis.roadmap;
  const STATUSES = { "not-started": "Not started", "in-progress": "In progress", completed: "Completed" };
  const PROMPTS = { learned: "Learned", projects: "Projects completed", challenges: "Challenges", next: "Goals for next month" };
  let month = "";
  /** Keeps what is written in the month that is shown. */
  let flush = () => {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  globalThis.addEventListener("pagehide", () => flush());

  /** Keep something, and say so where it was said. The view may have been made anew by then, so the place goes by name. */
  const put = (/** @type {string} */ path, /** @type {Record<string, any>} */ record, /** @type {string} */ place) => {
    const tell = (/** @type {string} */ words) => {
      const told = document.getElementById(`told-${place}`);
      if (told) told.textContent = words;
    };
    const wrong = records.check(path, { ...record, at: 0 });
    if (wrong !== "") return tell(`Not saved: ${wrong}.`);
    if (!store.write([[path, record]])) {
      tell("Not saved.");
      return sayUnsaved("This");
    }
    keeping.changed();
    void store.settled().then(() => requestAnimationFrame(() => requestAnimationFrame(() => tell("Saved."))));
    return undefined;
  };
  const told = (/** @type {string} */ place) => element("span.rm-told", { id: `told-${place}`, "aria-live": "polite" });

  /** What the ticks say of a phase. @param {string} id */
  const byTicks = (id) => {
    const { done, size, learning, extra } = counts.of(`phase:${id}`);
    return size > 0 && done === size ? "completed" : done + learning + extra > 0 ? "in-progress" : "not-started";
  };

  const phases = () => {
    return element("section.rm-part", {}, element("h2", {}, "Phases"), element("ul.rm-list", {}, ...atlas.data.phases.map((/** @type {any} */ phase) => {
      const set = store.read(`phase/${phase.id}`)?.status ?? "auto";
      const words = STATUSES[/** @type {keyof typeof STATUSES} */ (byTicks(phase.id))];
      return element("li.rm-status-line", {}, atlas.link(phase.id), " ", element("select.rm-field", {
        id: `status-${phase.id}`,
        "aria-label": `Status of ${phase.title}`,
        onchange: (/** @type {any} */ event) => put(`phase/${phase.id}`, { status: event.target.value }, "phases"),
      }, element("option", { value: "auto", selected: set === "auto" }, `${words} (by ticks)`), ...Object.entries(STATUSES).map(([value, text]) => element("option", { value, selected: set === value }, text))));
    })), told("phases"));
  };

  const focus = () => {
    const now = /** @type {any} */ (updates.focus(store.read("focus/current") ?? { at: 0 }));
    const change = (/** @type {any} */ event) => {
      const { at: _at, ...rest } = updates.focus(store.read("focus/current") ?? { at: 0 });
      put("focus/current", { ...rest, [event.target.name]: event.target.value }, "focus");
    };
    const open = counts.leavesIn(now.phase ? `phase:${now.phase}` : "all");
    return element("section.rm-part", { onchange: change }, element("h2", {}, "Current focus"), element("div.rm-fields", {},
      element("label.rm-label", {}, "Phase", element("select.rm-field", { name: "phase", id: "focus-phase" }, element("option", { value: "" }, "–"), ...atlas.data.phases.map((/** @type {any} */ phase) => element("option", { value: phase.id, selected: now.phase === phase.id }, phase.title)))),
      element("label.rm-label", {}, "Topic", element("select.rm-field", { name: "topic", id: "focus-topic" }, element("option", { value: "" }, "–"), ...open.map((id) => element("option", { value: id, selected: now.topic === id }, atlas.title(id))))),
      element("label.rm-label", {}, "Started", element("input.rm-field", { type: "date", name: "start", id: "focus-start", value: now.start ?? "" })),
      element("label.rm-label", {}, "To be done by", element("input.rm-field", { type: "date", name: "target", id: "focus-target", value: now.target ?? "" }))), told("focus"));
  };

  const review = () => {
    month ||= days.today().slice(0, 7);
    const path = `month/${month}`;
    const now = /** @type {any} */ (store.read(path) ?? {});
    const inMonth = (/** @type {string} */ id) => store.state(id) === "done" && days.dayOf(store.since(id)).startsWith(month);
    const learned = atlas.leaves.filter(inMonth);
    const built = Object.entries(atlas.data.others).filter(([id, entry]) => entry[2] === "project" && inMonth(id));
    const written = store.paths().filter((one) => one.startsWith("month/")).map((one) => one.slice(6)).reverse();
    const areas = Object.entries(PROMPTS).map(([name, words]) => element("label.rm-label", {}, words, element("textarea.rm-field", { name, id: `month-${name}`, rows: 3, dir: "auto", maxlength: records.MOST.text, value: now[name] ?? "" })));
    // What stood there when this was begun: another tab may write, too.
    const bases = new Map(records.MONTH_FIELDS.map((name) => [name, records.own(now, name) ?? ""]));
    clearTimeout(timer);
    flush = () => {
      clearTimeout(timer);
      const before = store.read(path) ?? {};
      const record = Object.fromEntries(areas.map((label) => {
        const { name, value } = label.querySelector("textarea");
        return [name, merging.threeWay(bases.get(name), value, records.own(before, name) ?? "")];
      }));
      if (records.MONTH_FIELDS.every((name) => (records.own(before, name) ?? "") === record[name])) return;
      put(path, record, "month");
      for (const [name, text] of Object.entries(record)) bases.set(name, text);
      for (const label of areas) {
        const area = label.querySelector("textarea");
        if (area.value !== record[area.name]) area.value = record[area.name];
      }
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(flush, 400);
    };
    return element("section.rm-part.rm-wide", {}, element("h2", {}, "Monthly review"),
      element("label.rm-label", {}, "Month", element("input.rm-field.rm-short", { type: "month", id: "month", value: month, pattern: "\\d{4}-\\d{2}", onchange: (/** @type {any} */ event) => {
        if (records.kindOf(`month/${event.target.value}`)) {
          flush();
          month = event.target.value;
          event.target.blur();
          desk.show();
        }
      } })),
      element("p.rm-line", {}, `Ticked in this month: ${plural(learned.length, "topic")}${built.length > 0 ? `, ${plural(built.length, "project")}` : ""}.`),
      learned.length > 0 ? element("details.rm-fold", {}, element("summary", {}, "Which"), element("ul", {}, ...learned.map((/** @type {string} */ id) => element("li", {}, atlas.link(id))))) : null,
      element("div", { oninput: soon, onfocusout: () => flush() }, ...areas), told("month"),
      written.length > 0 ? element("p.rm-line", {}, "Written: ", ...written.flatMap((one, at) => [at > 0 && ", ", element("button.rm-small", { type: "button", onclick: () => { month = one; desk.show(); } }, one)])) : null);
  };

  const notes = async () => {
    await need("panel");
    const found = store.paths().flatMap((path) => {
      const text = path.startsWith("note/") ? store.read(path)?.text : "";
      return text ? [[path.slice(5), text]] : [];
    });
    if (found.length === 0) return null;
    return element("section.rm-part.rm-wide", {}, element("h2", {}, `Notes (${found.length})`), ...found.map(([id, text]) => element("article.rm-note", {}, element("h3", {}, atlas.link(id), !atlas.isKnown(id) && element("small", {}, " (no longer in the roadmap)")), element("div.rm-prose", {}, globalThis.roadmap.prose(text)))));
  };

  desk.views.set("journal", async () => [element("div.rm-parts", {}, phases(), focus()), review(), await notes()]);
})();
