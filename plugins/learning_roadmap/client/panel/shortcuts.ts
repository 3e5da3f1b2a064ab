/* The dialog that lists the keys of rows. */

import { element } from "../core/elements.ts";
import { text } from "../core/strings.ts";

const KEYS = ["j", "k", "space", "l", "a", "x", "o", "u", "help"] as const;
const KEY_NAMES: Partial<Record<string, string>> = { help: "?" };

export const showShortcuts = () => {
  const dialog = element("dialog.rm-dialog.md-typeset", { "aria-labelledby": "rm-shortcuts" });
  const close = element("button.rm-button", { type: "button", onclick: () => dialog.close() }, text("panel.close"));
  dialog.append(
    element("h2", { id: "rm-shortcuts" }, text("shortcuts.title")),
    element("p", {}, text("shortcuts.lead")),
    element(
      "dl.rm-shortcuts",
      {},
      ...KEYS.map((key) =>
        element(
          "div",
          {},
          element("dt", {}, element("kbd", {}, key === "space" ? text("shortcuts.space") : (KEY_NAMES[key] ?? key))),
          element("dd", {}, text(`shortcuts.keys.${key}`)),
        ),
      ),
    ),
    close,
  );
  dialog.addEventListener("close", () => dialog.remove());
  // What is typed here is not for the page.
  dialog.addEventListener("keydown", (event: KeyboardEvent) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
};
