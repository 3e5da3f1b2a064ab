/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/elements.ts
  var { element } = globalThis.roadmap;

  // shared:storage/records.ts
  var { records } = globalThis.roadmap;

  // panel/markdown.ts
  var INLINE = /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)])/g;
  var link = (url, label) => records.isAddress(url) ? element("a.rm-external-link", { href: url, rel: "noopener noreferrer" }, label) : label;
  var inline = (line) => {
    const parts = [];
    let from = 0;
    for (const match of line.matchAll(INLINE)) {
      parts.push(line.slice(from, match.index));
      const [, code, strong, em, label, url, bare] = match;
      if (code !== void 0) parts.push(element("code", {}, code));
      else if (strong !== void 0) parts.push(element("strong", {}, strong));
      else if (em !== void 0) parts.push(element("em", {}, em));
      else if (url !== void 0) parts.push(link(url, label));
      else parts.push(link(bare, bare));
      from = match.index + match[0].length;
    }
    return [...parts, line.slice(from)].filter((part) => part !== "");
  };
  var renderMarkdown = (text2) => {
    const fragment = document.createDocumentFragment();
    let last = null;
    for (const line of text2.split(/\r?\n/)) {
      const item = /^\s*[-*] (.*)$/.exec(line);
      const tag = item ? "UL" : "P";
      if (line.trim() === "") last = null;
      else {
        const isSame = last?.tagName === tag;
        const block = isSame && last ? last : element(item ? "ul" : "p", { dir: "auto" });
        if (!isSame) fragment.append(block);
        else if (!item) block.append(element("br"));
        block.append(...item ? [element("li", {}, ...inline(item[1]))] : inline(line));
        last = block;
      }
    }
    return fragment;
  };

  // shared:core/counts.ts
  var { counts } = globalThis.roadmap;

  // shared:core/drafts.ts
  var { hasUnsavedText, drafts } = globalThis.roadmap;

  // shared:core/map.ts
  var { map } = globalThis.roadmap;

  // shared:core/parts.ts
  var { loader, need, load } = globalThis.roadmap;

  // shared:core/rows.ts
  var { rows } = globalThis.roadmap;

  // shared:core/strings.ts
  var { nodes, text, listed, paragraph, locale } = globalThis.roadmap;

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
  var saveField = (path, record, status) => {
    const problem = records.check(path, { ...record, at: 0 });
    if (problem !== "") {
      status.textContent = text("panel.invalid", { problem });
      return false;
    }
    if (!store.write([[path, record]])) {
      status.textContent = text("panel.not_saved");
      sayUnsaved(text("panel.this_text"));
      return false;
    }
    backups.changed();
    status.textContent = "";
    whenSaved((message) => {
      if (status.textContent === "") status.textContent = message;
    });
    return true;
  };

  // panel/links.ts
  var links = (id) => {
    const path = `links/${id}`;
    const form = `form/${path}`;
    const status = element("span.rm-field-status", { "aria-live": "polite" });
    const list = element("ul.rm-own-links");
    const [draftTitle = "", draftUrl = ""] = drafts.get(form)?.text.split("\n") ?? [];
    const title = element("input.rm-field", {
      placeholder: text("panel.link_title"),
      "aria-label": text("panel.link_title_label"),
      value: draftTitle
    });
    const url = element("input.rm-field", {
      placeholder: text("panel.link_address"),
      "aria-label": text("panel.link_address_label"),
      inputmode: "url",
      value: draftUrl
    });
    const values = () => `${title.value}
${url.value}`;
    const offer = drafts.offer(`link-${id}.txt`, values);
    const check = () => {
      const tooLong = drafts.tooLong(title.value.trim(), records.MOST.title) || drafts.tooLong(url.value.trim(), records.MOST.address);
      status.textContent = tooLong;
      offer.hidden = tooLong === "";
      drafts.set(form, values().trim() === "" ? null : { text: values(), base: "" });
      return tooLong === "";
    };
    const stored = () => store.read(path)?.links ?? [];
    const paint = () => list.replaceChildren(
      ...stored().map(
        (link2) => element(
          "li",
          {},
          element(
            "a.rm-external-link",
            { href: link2.url, rel: "noopener noreferrer", dir: "auto" },
            link2.title || link2.url
          ),
          " ",
          element(
            "button.rm-small-button",
            {
              type: "button",
              "aria-label": text("panel.remove_link_label", { title: link2.title || link2.url }),
              onclick: () => remove(link2)
            },
            text("panel.remove_link")
          )
        )
      )
    );
    const remove = (link2) => {
      const linkTitle = link2.title || link2.url;
      const rest = stored().filter((other) => other.url !== link2.url);
      const label = text("panel.link_removed", { title: linkTitle });
      const undone = text("panel.link_restored", { title: linkTitle });
      if (undo.act(label, [[path, { links: rest }]], { undone })) paint();
      else sayUnsaved(linkTitle);
    };
    const add = (event) => {
      event.preventDefault();
      const address = records.completeAddress(url.value.trim());
      if (!check()) return;
      if (!records.isAddress(address)) {
        status.textContent = text("panel.invalid_address");
        url.focus();
        return;
      }
      if (saveField(
        path,
        { links: [...stored().filter((link2) => link2.url !== address), { title: title.value.trim(), url: address }] },
        status
      )) {
        title.value = url.value = "";
        drafts.set(form, null);
        paint();
      } else offer.hidden = false;
    };
    paint();
    if (draftTitle + draftUrl !== "") check();
    const button = element("button.rm-button", { type: "submit" }, text("panel.add_link"));
    const box = element(
      "form.rm-links",
      { onsubmit: add, oninput: check },
      element("span.rm-label", {}, text("panel.links")),
      list,
      element("span.rm-add-link", {}, title, url, button),
      status,
      " ",
      offer
    );
    return { box, paint };
  };

  // shared:storage/merging.ts
  var { merging } = globalThis.roadmap;

  // panel/notes.ts
  var PAUSE = 400;
  var notes = (id, name) => {
    const path = `note/${id}`;
    const status = element("span.rm-field-status", { "aria-live": "polite" });
    const preview = element("div.rm-prose");
    const stored = () => store.read(path)?.text ?? "";
    const draft = drafts.get(path);
    let base = draft?.base ?? stored();
    const area = element("textarea.rm-field", {
      rows: 4,
      dir: "auto",
      "aria-label": text("panel.notes_label", { name }),
      value: draft?.text ?? base
    });
    const offer = drafts.offer(`note-${id}.txt`, () => area.value);
    const setUnsaved = (isUnsaved) => {
      drafts.set(path, isUnsaved ? { text: area.value, base } : null);
      offer.hidden = !isUnsaved;
    };
    const paint = () => preview.replaceChildren(renderMarkdown(area.value));
    let timer;
    const flush = () => {
      clearTimeout(timer);
      timer = void 0;
      const note = merging.threeWay(base, area.value, stored());
      const tooLong = drafts.tooLongText(note);
      if (tooLong !== "") status.textContent = tooLong;
      if (note !== stored() && (tooLong !== "" || !saveField(path, { text: note }, status))) {
        setUnsaved(true);
        return;
      }
      base = note;
      setUnsaved(false);
      if (area.value !== note) {
        area.value = note;
        paint();
      }
    };
    const follow = () => {
      if (area.value === base) flush();
    };
    area.addEventListener("input", () => {
      clearTimeout(timer);
      status.textContent = drafts.tooLongText(area.value);
      if (status.textContent !== "") setUnsaved(true);
      else timer = setTimeout(flush, PAUSE);
      paint();
    });
    area.addEventListener("blur", flush);
    paint();
    if (draft) flush();
    return {
      flush,
      follow,
      box: element(
        "div.rm-notes",
        {},
        element("label.rm-label", {}, text("panel.notes"), " ", element("small", {}, text("panel.notes_hint")), area),
        status,
        " ",
        offer,
        preview
      )
    };
  };

  // panel/panel.ts
  var CHOICES = ["todo", "learning", "done", "known", "skipped"];
  var open = null;
  var states = (id, name) => {
    const now = rows.choiceOf(id);
    return element(
      "fieldset.rm-states",
      {},
      element("legend", {}, text("panel.state")),
      ...CHOICES.map(
        (choice) => element(
          "label",
          {},
          element("input", {
            type: "radio",
            name: "rm-state",
            value: choice,
            checked: choice === now,
            onchange: () => {
              rows.mark(id, choice, name, true);
              paintState();
            }
          }),
          " ",
          text(`panel.states.${choice}`)
        )
      )
    );
  };
  var paintState = () => {
    if (!open) return;
    const choice = rows.choiceOf(open.button.dataset.entry ?? "");
    const radio = open.box.querySelector(`.rm-states input[value="${choice}"]`);
    if (!radio || radio.checked) return;
    radio.checked = true;
    if (document.activeElement?.matches(".rm-states input")) radio.focus();
  };
  var close = (hasFocus = false) => {
    if (!open) return;
    const { box, button, flush, inside, details } = open;
    flush();
    const wasInside = box.contains(document.activeElement);
    if (inside) details?.append(inside);
    box.remove();
    button.setAttribute("aria-expanded", "false");
    open = null;
    if (hasFocus || wasInside) button.focus({ preventScroll: true });
  };
  var freeEntry = "";
  var dismiss = () => {
    if (!open) return;
    const { address } = open;
    close(true);
    if (address === "" || location.hash !== address) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    freeEntry = location.href;
  };
  var enter = (address) => {
    if (address === "" || location.hash === address) return;
    try {
      if (open?.address || location.href === freeEntry) history.replaceState(history.state, "", address);
      else history.pushState(null, "", address);
    } catch {
    }
  };
  var pathLink = (id) => {
    if (!map.leaves.includes(id) && !counts.isParent(id)) return null;
    const href = new URL(`${map.path}#goal=${encodeURIComponent(id)}`, loader.root).href;
    return element("p.rm-line.rm-inline", {}, element("a", { href, onclick: () => close() }, text("panel.path")));
  };
  var head = (name) => element(
    "div.rm-panel-head",
    {},
    element("strong.rm-panel-title", { dir: "auto" }, name),
    element(
      "button.rm-small-button.rm-panel-close",
      { type: "button", "aria-label": text("panel.close"), title: text("panel.close"), onclick: dismiss },
      "✕"
    )
  );
  var render = (button) => {
    close();
    const id = button.dataset.entry ?? "";
    const row = button.closest(".rm-row");
    const calm = button.closest(".rm-calm");
    const tick = (row ?? document).querySelector(`input.rm-tick[data-tick="${id}"]`);
    const name = tick ? rows.nameOf(tick) : "";
    const { flush, follow, box: notesBox } = notes(id, name);
    const { paint: paintLinks, box: linksBox } = links(id);
    const details = calm?.querySelector(":scope > .rm-about") ?? null;
    const inside = details?.querySelector(":scope > .rm-about-text") ?? null;
    if (details) details.open = false;
    const summary = calm ? row?.querySelector(".rm-summary")?.cloneNode(true) : null;
    const box = element(
      "div.rm-panel",
      { role: "dialog", "aria-label": text("panel.label", { name }), tabindex: -1 },
      head(name),
      summary instanceof Node && summary,
      counts.isParent(id) && element("p.rm-line", {}, text("panel.parent")),
      states(id, name),
      inside,
      notesBox,
      linksBox,
      pathLink(id)
    );
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") dismiss();
    });
    (row ?? button).after(box);
    button.setAttribute("aria-expanded", "true");
    const address = calm?.id ? `#${calm.id}` : "";
    open = { box, button, flush, follow, paintLinks, inside, details, address };
  };
  var keepInView = (row, top) => {
    scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
    row.scrollIntoView({ block: "nearest", behavior: "instant" });
  };
  var toggle = (button) => {
    if (open?.button === button) {
      dismiss();
      return;
    }
    const row = button.closest(".rm-row") ?? button;
    const { top } = row.getBoundingClientRect();
    const calm = button.closest(".rm-calm");
    enter(calm?.id ? `#${calm.id}` : "");
    render(button);
    open?.box.focus({ preventScroll: true });
    keepInView(row, top);
  };
  var show = (button) => {
    if (open?.button !== button) render(button);
  };
  var leave = () => {
    if (open?.address) close();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && open?.box.isConnected && !document.querySelector("dialog[open]"))
      dismiss();
  });
  store.listen((paths) => {
    if (open && paths.includes(`note/${open.button.dataset.entry}`)) open.follow();
    if (open && paths.includes(`links/${open.button.dataset.entry}`)) open.paintLinks();
    if (paths.some((path) => path.startsWith("state/"))) paintState();
  });
  globalThis.addEventListener("pagehide", () => open?.flush());
  drafts.beforeLeaving(() => open?.flush());
  var panel = { toggle, show, leave };

  // panel/shortcuts.ts
  var KEYS = ["j", "k", "space", "l", "a", "x", "o", "u", "help"];
  var KEY_NAMES = { help: "?" };
  var showShortcuts = () => {
    const dialog = element("dialog.rm-dialog.md-typeset", { "aria-labelledby": "rm-shortcuts" });
    const close2 = element("button.rm-button", { type: "button", onclick: () => dialog.close() }, text("panel.close"));
    dialog.append(
      element("h2", { id: "rm-shortcuts" }, text("shortcuts.title")),
      element("p", {}, text("shortcuts.lead")),
      element(
        "dl.rm-shortcuts",
        {},
        ...KEYS.map(
          (key) => element(
            "div",
            {},
            element("dt", {}, element("kbd", {}, key === "space" ? text("shortcuts.space") : KEY_NAMES[key] ?? key)),
            element("dd", {}, text(`shortcuts.keys.${key}`))
          )
        )
      ),
      close2
    );
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    document.body.append(dialog);
    dialog.showModal();
  };

  // panel/main.ts
  var shared = {
    renderMarkdown,
    panel,
    showShortcuts
  };
  Object.assign(globalThis.roadmap, shared);
})();
