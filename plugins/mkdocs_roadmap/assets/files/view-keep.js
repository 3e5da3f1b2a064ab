/* Take it along: out, in, and back. */
"use strict";
(() => {
  const { element, plural, atlas, store, disk, days, keeping, progress, share, exports, files, download, desk, say } = globalThis.roadmap;
  const site = globalThis.roadmapMap.site;
  const KINDS = { state: "state", note: "note", links: "list of links", phase: "phase status", review: "review", day: "day of the routine", month: "monthly review", focus: "focus", plan: "plan", update: "what changed in the roadmap" };
  // What is being looked at outlives the view: it is made anew whenever something changes, in another tab too.
  const place = element("div.rm-consider");
  const link = element("input.rm-field", { readonly: true, hidden: true, "aria-label": "The link" });
  const told = element("p.rm-line", { role: "status" });
  /** @type {{text: string, at: number} | null} what was done last, and the restore point from before it */
  let undo = null;

  const part = (/** @type {string} */ title, /** @type {(Node | string | null)[]} */ ...inner) => element("section.rm-part", {}, element("h2", {}, title), ...inner);
  const button = (/** @type {string} */ id, /** @type {string} */ words, /** @type {() => void} */ act) => element("button.rm-button", { type: "button", id, onclick: act }, words);

  /** What would change, in words. @param {Map<string, {before: any, after: any}>} changes */
  const words = (changes) => {
    /** @type {Map<string, number>} */
    const counted = new Map();
    for (const [path, { before, after }] of changes) {
      const kind = path.split("/")[0];
      const name = KINDS[/** @type {keyof typeof KINDS} */ (kind)] ?? kind;
      const line = kind === "state" ? `${name}: ${before?.state ?? "to do"} → ${after.state}` : `${name}: ${before ? "changed" : "new"}`;
      counted.set(line, (counted.get(line) ?? 0) + 1);
    }
    return [...counted].map(([line, number]) => element("li", {}, `${number} × ${line}`));
  };

  /**
   * Show what a file or link would change, and let the learner decide.
   * @param {ArrayBuffer | string} given
   * @param {HTMLElement} place
   * @param {string} from in words
   */
  const consider = async (given, place, from) => {
    const { items, errors, warnings, question } = await progress.read(given, { isKnown: atlas.isKnown, now: Date.now() });
    const list = (/** @type {string} */ name, /** @type {string[]} */ lines) => (lines.length > 0 ? element(`ul.${name}`, {}, ...lines.map((line) => element("li", { dir: "auto" }, line))) : null);
    if (errors.length > 0) {
      place.replaceChildren(element("p", {}, element("strong.rm-late", {}, `Nothing was taken from ${from}.`)), /** @type {Node} */ (list("rm-errors", errors)));
      say(`Nothing was taken from ${from}: ${errors[0]}`);
      return;
    }
    const changes = progress.compare(progress.everything(), items);
    const told = list("rm-warnings", warnings);
    if (changes.size === 0) {
      place.replaceChildren(...[element("p", {}, "All of it is here already: nothing would change."), told].filter((node) => node !== null));
      say("Nothing would change.");
      return;
    }
    const take = async () => {
      // Compared once more: what was shown may be older than what has been said since.
      const fresh = () => new Map([...progress.compare(progress.everything(), items)].map(([path, { after }]) => [path, after]));
      const { isDone, point } = await files.apply(fresh, `before taking over ${from}`);
      if (!isDone) return;
      undo = point ? { text: `${plural(changes.size, "entry")} taken from ${from}.`, at: point } : null;
      place.replaceChildren();
      desk.show();
      say(`${plural(changes.size, "entry")} taken over.${point ? " It can be undone." : ""}`);
    };
    place.replaceChildren(...[
      element("p", {}, `From ${from}, this would change; what is yours and newer stays:`),
      question ? element("p", {}, element("strong", {}, question)) : null,
      element("ul.rm-changes", {}, ...words(changes)),
      told,
      element("p", {}, button("take", question ? "Take it over all the same" : "Take it over", () => void take()), " ", button("leave", "Leave it", () => place.replaceChildren())),
    ].filter((node) => node !== null));
    say(`${plural(changes.size, "entry")} would change. Take it over, or leave it.`);
    /** @type {HTMLElement | null} */ (place.querySelector("button"))?.focus();
  };

  const out = () => {
    const { since, changes } = keeping.unsaved();
    const makeLink = async (/** @type {boolean} */ isWhole) => {
      const items = new Map([...progress.everything()].filter(([path]) => isWhole || /^(?:state|phase)\//.test(path)));
      const address = new URL(atlas.at(atlas.data.pages.shared));
      address.hash = await share.write(await progress.write(items));
      link.value = address.href;
      link.hidden = false;
      link.select();
      try {
        await navigator.clipboard.writeText(address.href);
        told.textContent = `Copied: ${plural(address.href.length, "character")}.`;
        if (isWhole) keeping.exported();
      } catch {
        told.textContent = `${plural(address.href.length, "character")}. Copy it from the field.`;
      }
      if (address.href.length > 8000) told.textContent += " Some programs cut links as long as this; a file is safer.";
    };
    return part("Out", element("p.rm-line", {}, changes > 0 ? `${plural(changes, "change")} since ${days.words(days.dayOf(since))} are in no file yet.` : "Everything is in a file, or nothing has changed yet."),
      element("p", {}, button("save", "Save all as a file", () => void files.save().then(desk.show)), " ",
        button("checklist", "Checklist (Markdown)", () => download(`${site}-checklist.md`, exports.checklist(), "text/markdown")), " ",
        button("anki", "Cards for Anki", () => {
          const { text, cards } = exports.anki();
          if (cards > 0) download(`${site}-anki.txt`, text, "text/plain");
          say(cards > 0 ? `${plural(cards, "card")} saved. In Anki: File, Import.` : "No cards yet: a card is a topic that is done and has a note or a summary.", cards === 0);
        })),
      element("p", {}, button("share", "Link that shows your ticks", () => void makeLink(false)), " ", button("move", "Link with everything, for another device", () => void makeLink(true))), link, told);
  };

  const into = () => {
    const input = element("input", { type: "file", id: "file", accept: ".json,application/json", onchange: async () => {
      const [file] = input.files ?? [];
      if (!file) return;
      if (file.size > 20_000_000) place.replaceChildren(element("p", {}, "[LIM-SIZE] The file is larger than 20 MB."));
      else await consider(await file.arrayBuffer(), place, `“${file.name}”`);
      input.value = "";
    } });
    return part("In", element("p.rm-line", {}, "You see what would change before anything does."), element("label.rm-label", {}, "A progress file ", input), place,
      undo ? element("p", {}, `${undo.text} `, button("undo", "Undo", () => void goBack(/** @type {any} */ (undo).at))) : null);
  };

  const goBack = async (/** @type {number} */ at) => {
    const point = (await files.points()).find((one) => one.at === at);
    if (!point) return say("That restore point is gone.", true);
    const { isDone } = await files.restore(point);
    if (isDone) {
      undo = null;
      desk.show();
      say("Everything is what it was.");
    }
    return undefined;
  };

  const back = async () => {
    /** @type {Awaited<ReturnType<typeof files.points>>} */
    let points = [];
    try {
      points = await files.points();
    } catch {
      return part("Back", element("p", {}, "This browser offers no second storage (as private windows often do): there are no restore points. Files work."));
    }
    const damaged = store.damaged().length;
    return part("Back", element("p.rm-line", {}, "Restore points are made each day, and before anything is taken over."),
      points.length > 0 ? element("ul.rm-list", {}, ...points.map((point) => element("li", {}, `${new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(point.at)}, ${point.why}, ${plural(Object.keys(point.items).length, "entry")} `, button(`point-${point.at}`, "Go back to it", () => void goBack(point.at))))) : element("p", {}, "None yet."),
      damaged > 0 ? element("p", {}, `${plural(damaged, "damaged entry")} set aside. `, button("damaged", "Save them", files.saveDamaged)) : null,
      element("p.rm-line", {}, disk.get("meta/persist") === "granted" ? "The browser has promised not to clear this site's storage by itself." : "The browser may clear this site's storage when the disk is full: files are safer."));
  };

  const orphans = () => {
    const found = store.paths().filter((path) => /^(?:state|note|links)\//.test(path)).map((path) => path.split("/")[1]).filter((id) => !atlas.isKnown(id) && !Object.hasOwn(globalThis.roadmapMap.history, id));
    const ids = [...new Set(found)];
    if (ids.length === 0) return null;
    return part("No longer in the roadmap", element("p", {}, `What you said of these is kept, and exported: ${ids.slice(0, 50).join(", ")}${ids.length > 50 ? " …" : ""}`));
  };

  desk.views.set("keep", async () => [element("div.rm-parts", {}, out(), into(), await back(), orphans())]);
  globalThis.roadmap.consider = consider;
})();
