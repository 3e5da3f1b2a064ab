/* What opens under a row: its state, the learner's notes and own links. One at a time. */
"use strict";
(() => {
  const { records, merging, element, store, counts, rows, keeping, undo, sayUnsaved, prose } = globalThis.roadmap;
  const WORDS = { todo: "To do", learning: "Learning", done: "Done", skipped: "Skipped: known, or not for me" };
  const PAUSE = 400;
  /** @type {{box: HTMLElement, button: HTMLElement, flush: () => void, follow: () => void, paintLinks: () => void} | null} */
  let open = null;

  /** Keep something that was written; say so where it was written. */
  const keep = (/** @type {string} */ path, /** @type {Record<string, any>} */ record, /** @type {HTMLElement} */ told) => {
    const wrong = records.check(path, { ...record, at: 0 });
    if (wrong !== "") {
      told.textContent = `Not saved: ${wrong}.`;
      return false;
    }
    if (!store.write([[path, record]])) {
      told.textContent = "Not saved.";
      sayUnsaved("This text");
      return false;
    }
    keeping.changed();
    void store.settled().then(() => { told.textContent = "Saved."; });
    return true;
  };

  const states = (/** @type {string} */ id, /** @type {string} */ name) => {
    const now = rows.shown(id).state;
    return element("fieldset.rm-states", {}, element("legend", {}, "State"), ...records.STATES.toSorted((one, other) => Object.keys(WORDS).indexOf(one) - Object.keys(WORDS).indexOf(other)).map((state) => element("label", {}, element("input", {
      type: "radio",
      name: "rm-state",
      value: state,
      checked: state === now,
      onchange: () => {
        rows.mark(id, state, name, true);
        // What could not be stored, or changed nothing, is not shown either.
        paintState();
      },
    }), ` ${WORDS[/** @type {keyof typeof WORDS} */ (state)]}`)));
  };

  /** The state may change from elsewhere while the panel is open: by the box, by Undo, in another tab. */
  const paintState = () => {
    if (!open) return;
    const { state } = rows.shown(open.button.dataset.entry ?? "");
    const radio = /** @type {HTMLInputElement | null} */ (open.box.querySelector(`.rm-states input[value="${state}"]`));
    if (!radio || radio.checked) return;
    radio.checked = true;
    if (document.activeElement?.matches(".rm-states input")) radio.focus();
  };

  const notes = (/** @type {string} */ id, /** @type {string} */ name) => {
    const path = `note/${id}`;
    const told = element("span.rm-told", { "aria-live": "polite" });
    const shown = element("div.rm-prose");
    const stored = () => store.read(path)?.text ?? "";
    /** What stood there when this text was begun: it may change in another tab meanwhile. */
    let base = stored();
    const area = element("textarea.rm-field", { rows: 4, maxlength: records.MOST.text, dir: "auto", "aria-label": `Notes on ${name}`, value: base });
    const paint = () => shown.replaceChildren(prose(area.value));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      const text = merging.threeWay(base, area.value, stored());
      if (text === stored() || keep(path, { text }, told)) base = text;
      else return;
      if (area.value !== text) {
        area.value = text;
        paint();
      }
    };
    /** Another tab has changed it: who has written nothing sees that at once. */
    const follow = () => {
      if (area.value === base) flush();
    };
    area.addEventListener("input", () => {
      told.textContent = "";
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
      paint();
    });
    area.addEventListener("blur", flush);
    paint();
    return { flush, follow, made: element("div.rm-notes", {}, element("label.rm-label", {}, "Notes ", element("small", {}, "(plain text; - lists, **bold**, links)"), area), told, shown) };
  };

  const links = (/** @type {string} */ id) => {
    const path = `links/${id}`;
    const told = element("span.rm-told", { "aria-live": "polite" });
    const list = element("ul.rm-own");
    const title = element("input.rm-field", { placeholder: "Title", "aria-label": "Title of the link", maxlength: records.MOST.title });
    const url = element("input.rm-field", { placeholder: "https://…", "aria-label": "Address of the link", inputmode: "url", maxlength: records.MOST.address });
    const known = () => /** @type {{title: string, url: string}[]} */ (store.read(path)?.links ?? []);
    const paint = () => list.replaceChildren(...known().map((link) => element("li", {}, element("a.rm-out", { href: link.url, rel: "noopener noreferrer", dir: "auto" }, link.title || link.url), " ",
      element("button.rm-small", { type: "button", "aria-label": `Remove the link ${link.title || link.url}`, onclick: () => remove(link) }, "remove"))));
    const remove = (/** @type {{title: string, url: string}} */ link) => {
      const words = link.title || link.url;
      const rest = known().filter((other) => other.url !== link.url);
      if (undo.act(`Link removed: ${words}`, [[path, { links: rest }]], { undone: `the link ${words} is back` })) paint();
      else sayUnsaved("This");
    };
    const add = (/** @type {Event} */ event) => {
      event.preventDefault();
      const address = url.value.trim();
      if (!records.isAddress(address)) {
        told.textContent = "That is no web address: it begins with https://";
        url.focus();
        return;
      }
      if (keep(path, { links: [...known().filter((link) => link.url !== address), { title: title.value.trim(), url: address }] }, told)) {
        title.value = url.value = "";
        paint();
      }
    };
    paint();
    const made = element("form.rm-links", { onsubmit: add }, element("span.rm-label", {}, "Own links"), list, element("span.rm-adding", {}, title, url, element("button.rm-button", { type: "submit" }, "Add")), told);
    return { made, paint };
  };

  const close = () => {
    if (!open) return;
    open.flush();
    open.box.remove();
    open.button.setAttribute("aria-expanded", "false");
    open = null;
  };

  /** @param {HTMLElement} button of the row */
  const toggle = (button) => {
    const isMine = open?.button === button;
    close();
    if (isMine) return;
    const id = button.dataset.entry ?? "";
    const name = (button.getAttribute("aria-label") ?? "").replace(/^State and notes of /, "");
    const { flush, follow, made } = notes(id, name);
    const own = links(id);
    const box = element("div.rm-panel", { role: "group", "aria-label": `State and notes of ${name}` }, states(id, name), made, own.made);
    box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      // Typing here is nobody else's shortcut.
      event.stopPropagation();
      if (event.key === "Escape") {
        close();
        button.focus();
      }
    });
    (button.closest(".rm-row") ?? button).after(box);
    button.setAttribute("aria-expanded", "true");
    open = { box, button, flush, follow, paintLinks: own.paint };
    if (counts.isParent(id)) box.prepend(element("p.rm-line", {}, "It stands for its parts: a state is given to all of them."));
    box.querySelector("input:checked")?.focus();
  };

  store.listen((paths) => {
    if (open && paths.includes(`note/${open.button.dataset.entry}`)) open.follow();
    if (open && paths.includes(`links/${open.button.dataset.entry}`)) open.paintLinks();
    if (paths.some((path) => path.startsWith("state/"))) paintState();
  });
  globalThis.addEventListener("pagehide", () => open?.flush());

  globalThis.roadmap.panel = { toggle, keep };
})();
