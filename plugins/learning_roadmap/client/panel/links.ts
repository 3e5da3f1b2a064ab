/* The learner's own links of an entry, and the form that adds one. */

import { drafts } from "../core/drafts.ts";
import { element } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { undo } from "../core/undo.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import { saveField } from "./save-field.ts";
import type { Link } from "../storage/types.ts";

export const links = (id: string) => {
  const path = `links/${id}`;
  const form = `form/${path}`;
  const told = element("span.rm-told", { "aria-live": "polite" });
  const list = element("ul.rm-own");
  const [draftTitle = "", draftUrl = ""] = drafts.get(form)?.text.split("\n") ?? [];
  const title = element("input.rm-field", {
    placeholder: "Title",
    "aria-label": "Title of the link",
    value: draftTitle,
  });
  const url = element("input.rm-field", {
    placeholder: "https://…",
    "aria-label": "Address of the link",
    inputmode: "url",
    value: draftUrl,
  });
  const text = () => `${title.value}\n${url.value}`;
  const offer = drafts.offer(`link-${id}.txt`, text);
  /** A link that is not added yet, or cannot be, is not lost with the panel. */
  const check = () => {
    const tooLong =
      drafts.tooLong(title.value.trim(), records.MOST.title) || drafts.tooLong(url.value.trim(), records.MOST.address);
    told.textContent = tooLong;
    offer.hidden = tooLong === "";
    drafts.set(form, text().trim() === "" ? null : { text: text(), base: "" });
    return tooLong === "";
  };
  const known = (): Link[] => store.read(path)?.links ?? [];
  const paint = () =>
    list.replaceChildren(
      ...known().map((link) =>
        element(
          "li",
          {},
          element("a.rm-out", { href: link.url, rel: "noopener noreferrer", dir: "auto" }, link.title || link.url),
          " ",
          element(
            "button.rm-small",
            { type: "button", "aria-label": `Remove the link ${link.title || link.url}`, onclick: () => remove(link) },
            "remove",
          ),
        ),
      ),
    );
  const remove = (link: { title: string; url: string }) => {
    const words = link.title || link.url;
    const rest = known().filter((other) => other.url !== link.url);
    if (undo.act(`Link removed: ${words}`, [[path, { links: rest }]], { undone: `the link ${words} is back` })) paint();
    else sayUnsaved("This");
  };
  const add = (event: Event) => {
    event.preventDefault();
    const address = url.value.trim();
    if (!check()) return;
    if (!records.isAddress(address)) {
      told.textContent = "That is no web address: it begins with https://";
      url.focus();
      return;
    }
    if (
      saveField(
        path,
        { links: [...known().filter((link) => link.url !== address), { title: title.value.trim(), url: address }] },
        told,
      )
    ) {
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
    offer,
  );
  return { made, paint };
};
