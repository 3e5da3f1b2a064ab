/* What the client has to say: heard by everyone, and seen when it matters. */

import { element } from "./elements.ts";
import { store } from "../storage/store.ts";

const status = element("div.rm-status", { role: "status" });
const shelf = element("aside.rm-notices", { "aria-label": "About your progress" });
/** The foot of the window: one below the other, so that none covers another. */
const foot = element("div.rm-foot", {}, status, shelf);
/** What the page has at its end for the notices, in pixels. */
let room = 0;

/** Notices stand over the page: it gets room at its end, so that all of it can be scrolled clear of them. */
const makeRoom = () => {
  const height = foot.offsetHeight;
  const { scrollHeight } = document.documentElement;
  // Room that is in view stays: the page must not move under a finger.
  if (height < room && scrollY + innerHeight > scrollHeight - room) return;
  room = height;
  document.documentElement.style.setProperty("--rm-room", `${room}px`);
};
new ResizeObserver(makeRoom).observe(foot);

const place = () => {
  if (!foot.isConnected) document.body.append(foot);
};

/** Say something to everyone: read out by screen readers; trouble stays to be seen as well. */
export const say = (text: string, isTrouble: boolean = false) => {
  place();
  status.classList.toggle("rm-trouble", isTrouble);
  status.textContent = text;
};

// Trouble goes when it has been read.
const dismiss = () => {
  if (status.classList.contains("rm-trouble")) say("");
};
status.addEventListener("click", dismiss);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") dismiss();
});

/**
 * A note at the foot of the page that stays until it is answered. A newer one with the same name takes its place.
 * @param answers words of buttons, and what they do
 */
export const notice = (name: string, text: string, answers: [string, () => void][]) => {
  place();
  document.getElementById(`rm-notice-${name}`)?.remove();
  const made = element("div.rm-notice", { id: `rm-notice-${name}` }, element("p", {}, text));
  const close = () => made.remove();
  const buttons: [string, () => void][] = [...answers, ["Close", () => {}]];
  for (const [words, act] of answers.some(([word]) => word === "Later" || word === "Close") ? answers : buttons) {
    made.append(
      element(
        "button.rm-button",
        {
          type: "button",
          onclick: () => {
            close();
            act();
          },
        },
        words,
      ),
      " ",
    );
  }
  shelf.append(made);
  say(text);
};

/** @param what could not be saved */
export const sayUnsaved = (what: string) =>
  say(
    store.refusal() ||
      `${what} could not be saved: the browser's storage is full or blocked. Nothing else is lost, and your progress can still be exported.`,
    true,
  );

export const placeNotices = place;
