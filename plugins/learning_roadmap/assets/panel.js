/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/elements.ts
  var { element, plural } = globalThis.roadmap;

  // shared:storage/records.ts
  var { records } = globalThis.roadmap;

  // panel/markdown.ts
  var INLINE = /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)])/g;
  var link = (url, words) => records.isAddress(url) ? element("a.rm-out", { href: url, rel: "noopener noreferrer" }, words) : words;
  var inline = (line) => {
    const found = [];
    let from = 0;
    for (const match of line.matchAll(INLINE)) {
      found.push(line.slice(from, match.index));
      const [, code, strong, em, words, url, bare] = match;
      if (code !== void 0) found.push(element("code", {}, code));
      else if (strong !== void 0) found.push(element("strong", {}, strong));
      else if (em !== void 0) found.push(element("em", {}, em));
      else if (url !== void 0) found.push(link(url, words));
      else found.push(link(bare, bare));
      from = match.index + match[0].length;
    }
    return [...found, line.slice(from)].filter((part) => part !== "");
  };
  var renderMarkdown = (text) => {
    const made = document.createDocumentFragment();
    let last = null;
    for (const line of text.split(/\r?\n/)) {
      const item = /^\s*[-*] (.*)$/.exec(line);
      const tag = item ? "UL" : "P";
      if (line.trim() === "") last = null;
      else {
        const isSame = last?.tagName === tag;
        const block = isSame && last ? last : element(item ? "ul" : "p", { dir: "auto" });
        if (!isSame) made.append(block);
        else if (!item) block.append(element("br"));
        block.append(...item ? [element("li", {}, ...inline(item[1]))] : inline(line));
        last = block;
      }
    }
    return made;
  };

  // shared:core/counts.ts
  var { counts } = globalThis.roadmap;

  // shared:core/drafts.ts
  var { hasUnsavedText, drafts } = globalThis.roadmap;

  // shared:core/rows.ts
  var { rows } = globalThis.roadmap;

  // shared:storage/store.ts
  var { store } = globalThis.roadmap;

  // shared:core/notices.ts
  var { say, notice, sayUnsaved } = globalThis.roadmap;

  // shared:core/undo.ts
  var { undo } = globalThis.roadmap;

  // shared:core/backups.ts
  var { backups } = globalThis.roadmap;

  // shared:core/save-status.ts
  var { whenSaved } = globalThis.roadmap;

  // panel/save-field.ts
  var saveField = (path, record, told) => {
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
    backups.changed();
    told.textContent = "";
    whenSaved((words) => {
      if (told.textContent === "") told.textContent = words;
    });
    return true;
  };

  // panel/links.ts
  var links = (id) => {
    const path = `links/${id}`;
    const form = `form/${path}`;
    const told = element("span.rm-told", { "aria-live": "polite" });
    const list = element("ul.rm-own");
    const [draftTitle = "", draftUrl = ""] = drafts.get(form)?.text.split("\n") ?? [];
    const title = element("input.rm-field", {
      placeholder: "Title",
      "aria-label": "Title of the link",
      value: draftTitle
    });
    const url = element("input.rm-field", {
      placeholder: "https://…",
      "aria-label": "Address of the link",
      inputmode: "url",
      value: draftUrl
    });
    const text = () => `${title.value}
${url.value}`;
    const offer = drafts.offer(`link-${id}.txt`, text);
    const check = () => {
      const tooLong = drafts.tooLong(title.value.trim(), records.MOST.title) || drafts.tooLong(url.value.trim(), records.MOST.address);
      told.textContent = tooLong;
      offer.hidden = tooLong === "";
      drafts.set(form, text().trim() === "" ? null : { text: text(), base: "" });
      return tooLong === "";
    };
    const known = () => store.read(path)?.links ?? [];
    const paint = () => list.replaceChildren(
      ...known().map(
        (link2) => element(
          "li",
          {},
          element("a.rm-out", { href: link2.url, rel: "noopener noreferrer", dir: "auto" }, link2.title || link2.url),
          " ",
          element(
            "button.rm-small",
            { type: "button", "aria-label": `Remove the link ${link2.title || link2.url}`, onclick: () => remove(link2) },
            "remove"
          )
        )
      )
    );
    const remove = (link2) => {
      const words = link2.title || link2.url;
      const rest = known().filter((other) => other.url !== link2.url);
      if (undo.act(`Link removed: ${words}`, [[path, { links: rest }]], { undone: `the link ${words} is back` })) paint();
      else sayUnsaved("This");
    };
    const add = (event) => {
      event.preventDefault();
      const address = url.value.trim();
      if (!check()) return;
      if (!records.isAddress(address)) {
        told.textContent = "That is no web address: it begins with https://";
        url.focus();
        return;
      }
      if (saveField(
        path,
        { links: [...known().filter((link2) => link2.url !== address), { title: title.value.trim(), url: address }] },
        told
      )) {
        title.value = url.value = "";
        drafts.set(form, null);
        paint();
      } else offer.hidden = false;
    };
    paint();
    if (draftTitle + draftUrl !== "") check();
    const adding = element("span.rm-adding", {}, title, url, element("button.rm-button", { type: "submit" }, "Add"));
    const made = element(
      "form.rm-links",
      { onsubmit: add, oninput: check },
      element("span.rm-label", {}, "Own links"),
      list,
      adding,
      told,
      " ",
      offer
    );
    return { made, paint };
  };

  // shared:storage/merging.ts
  var { merging } = globalThis.roadmap;

  // panel/notes.ts
  var PAUSE = 400;
  var notes = (id, name) => {
    const path = `note/${id}`;
    const told = element("span.rm-told", { "aria-live": "polite" });
    const shown = element("div.rm-prose");
    const stored = () => store.read(path)?.text ?? "";
    const draft = drafts.get(path);
    let base = draft?.base ?? stored();
    const area = element("textarea.rm-field", {
      rows: 4,
      dir: "auto",
      "aria-label": `Notes on ${name}`,
      value: draft?.text ?? base
    });
    const offer = drafts.offer(`note-${id}.txt`, () => area.value);
    const hold = (isUnsaved) => {
      drafts.set(path, isUnsaved ? { text: area.value, base } : null);
      offer.hidden = !isUnsaved;
    };
    const paint = () => shown.replaceChildren(renderMarkdown(area.value));
    let timer;
    const flush = () => {
      clearTimeout(timer);
      timer = void 0;
      const text = merging.threeWay(base, area.value, stored());
      const tooLong = drafts.tooLongText(text);
      if (tooLong !== "") told.textContent = tooLong;
      if (text !== stored() && (tooLong !== "" || !saveField(path, { text }, told))) {
        hold(true);
        return;
      }
      base = text;
      hold(false);
      if (area.value !== text) {
        area.value = text;
        paint();
      }
    };
    const follow = () => {
      if (area.value === base) flush();
    };
    area.addEventListener("input", () => {
      clearTimeout(timer);
      told.textContent = drafts.tooLongText(area.value);
      if (told.textContent !== "") hold(true);
      else timer = setTimeout(flush, PAUSE);
      paint();
    });
    area.addEventListener("blur", flush);
    paint();
    if (draft) flush();
    return {
      flush,
      follow,
      made: element(
        "div.rm-notes",
        {},
        element("label.rm-label", {}, "Notes ", element("small", {}, "(plain text; - lists, **bold**, links)"), area),
        told,
        " ",
        offer,
        shown
      )
    };
  };

  // panel/panel.ts
  var WORDS = { todo: "To do", learning: "Learning", done: "Done", skipped: "Skipped: known, or not for me" };
  var open = null;
  var states = (id, name) => {
    const now = rows.shown(id).state;
    return element(
      "fieldset.rm-states",
      {},
      element("legend", {}, "State"),
      ...records.STATES.toSorted((one, other) => Object.keys(WORDS).indexOf(one) - Object.keys(WORDS).indexOf(other)).map(
        (state) => element(
          "label",
          {},
          element("input", {
            type: "radio",
            name: "rm-state",
            value: state,
            checked: state === now,
            onchange: () => {
              rows.mark(id, state, name, true);
              paintState();
            }
          }),
          ` ${WORDS[state]}`
        )
      )
    );
  };
  var paintState = () => {
    if (!open) return;
    const { state } = rows.shown(open.button.dataset.entry ?? "");
    const radio = open.box.querySelector(`.rm-states input[value="${state}"]`);
    if (!radio || radio.checked) return;
    radio.checked = true;
    if (document.activeElement?.matches(".rm-states input")) radio.focus();
  };
  var close = () => {
    if (!open) return;
    open.flush();
    open.box.remove();
    open.button.setAttribute("aria-expanded", "false");
    open = null;
  };
  var toggle = (button) => {
    const isMine = open?.button === button;
    close();
    if (isMine) return;
    const id = button.dataset.entry ?? "";
    const name = (button.getAttribute("aria-label") ?? "").replace(/^State and notes of /, "");
    const { flush, follow, made } = notes(id, name);
    const own = links(id);
    const box = element(
      "div.rm-panel",
      { role: "group", "aria-label": `State and notes of ${name}` },
      states(id, name),
      made,
      own.made
    );
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") {
        close();
        button.focus();
      }
    });
    (button.closest(".rm-row") ?? button).after(box);
    button.setAttribute("aria-expanded", "true");
    open = { box, button, flush, follow, paintLinks: own.paint };
    if (counts.isParent(id))
      box.prepend(element("p.rm-line", {}, "It stands for its parts: a state is given to all of them."));
    box.querySelector("input:checked")?.focus();
  };
  store.listen((paths) => {
    if (open && paths.includes(`note/${open.button.dataset.entry}`)) open.follow();
    if (open && paths.includes(`links/${open.button.dataset.entry}`)) open.paintLinks();
    if (paths.some((path) => path.startsWith("state/"))) paintState();
  });
  globalThis.addEventListener("pagehide", () => open?.flush());
  drafts.beforeLeaving(() => open?.flush());
  var panel = { toggle };

  // panel/main.ts
  var shared = {
    renderMarkdown,
    panel
  };
  Object.assign(globalThis.roadmap, shared);
})();
