/* The learner's own links of an entry, and the form that adds one. */

import { drafts } from "../upkeep/drafts.ts";
import { element } from "../core/elements.ts";
import { sayUnsaved } from "../core/notices.ts";
import { text } from "../core/strings.ts";
import { undo } from "../core/undo.ts";
import { records } from "../storage/records.ts";
import { store } from "../storage/store.ts";
import { saveField } from "./save-field.ts";
import type { Link } from "../storage/types.ts";

export const links = (id: string) => {
  const path = `links/${id}`;
  const form = `form/${path}`;
  const status = element("span.rm-field-status", { "aria-live": "polite" });
  const list = element("ul.rm-own-links");
  const [draftTitle = "", draftUrl = ""] = drafts.get(form)?.text.split("\n") ?? [];
  const title = element("input.rm-field", {
    placeholder: text("panel.link_title"),
    "aria-label": text("panel.link_title_label"),
    value: draftTitle,
  });
  const url = element("input.rm-field", {
    placeholder: text("panel.link_address"),
    "aria-label": text("panel.link_address_label"),
    inputmode: "url",
    value: draftUrl,
  });
  const values = () => `${title.value}\n${url.value}`;
  const offer = drafts.offer(`link-${id}.txt`, values);
  /** A link that is not added yet, or cannot be, stays when the panel closes. */
  const check = () => {
    const tooLong =
      drafts.tooLong(title.value.trim(), records.MOST.title) || drafts.tooLong(url.value.trim(), records.MOST.address);
    status.textContent = tooLong;
    offer.hidden = tooLong === "";
    drafts.set(form, values().trim() === "" ? null : { text: values(), base: "" });
    return tooLong === "";
  };
  const stored = (): Link[] => store.read(path)?.links ?? [];
  const paint = () =>
    list.replaceChildren(
      ...stored().map((link) =>
        element(
          "li",
          {},
          element(
            "a.rm-external-link",
            { href: link.url, rel: "noopener noreferrer", dir: "auto" },
            link.title || link.url,
          ),
          " ",
          element(
            "button.rm-small-button",
            {
              type: "button",
              "aria-label": text("panel.remove_link_label", { title: link.title || link.url }),
              onclick: () => remove(link),
            },
            text("panel.remove_link"),
          ),
        ),
      ),
    );
  const remove = (link: Link) => {
    const linkTitle = link.title || link.url;
    const rest = stored().filter((other) => other.url !== link.url);
    const label = text("panel.link_removed", { title: linkTitle });
    const undone = text("panel.link_restored", { title: linkTitle });
    if (undo.act(label, [[path, { links: rest }]], { undone })) paint();
    else sayUnsaved(linkTitle);
  };
  const add = (event: Event) => {
    event.preventDefault();
    const address = records.completeAddress(url.value.trim());
    if (!check()) return;
    if (!records.isAddress(address)) {
      status.textContent = text("panel.invalid_address");
      url.focus();
      return;
    }
    if (
      saveField(
        path,
        { links: [...stored().filter((link) => link.url !== address), { title: title.value.trim(), url: address }] },
        status,
      )
    ) {
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
    offer,
  );
  return { box, paint };
};
