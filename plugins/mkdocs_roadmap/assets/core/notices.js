/* What the client has to say: heard by everyone, and seen when it matters. */
"use strict";
(() => {
  const { element, store } = globalThis.roadmap;
  /** @type {HTMLElement | null} */
  let status = null;
  /** @type {HTMLElement | null} */
  let shelf = null;
  /** What the page has at its end for the notices, in pixels. */
  let room = 0;

  /** Notices stand over the page: it gets room at its end, so that all of it can be scrolled clear of them. */
  const makeRoom = () => {
    const height = shelf?.offsetHeight ?? 0;
    const { scrollHeight } = document.documentElement;
    // Room that is in view stays: the page must not move under a finger.
    if (height < room && scrollY + innerHeight > scrollHeight - room) return;
    room = height;
    document.documentElement.style.setProperty("--rm-room", `${room}px`);
  };
  const sizes = new ResizeObserver(makeRoom);

  const place = () => {
    if (!shelf?.isConnected) {
      shelf = element("aside.rm-notices", { "aria-label": "About your progress" });
      document.body.append(/** @type {Node} */ (shelf));
      sizes.disconnect();
      sizes.observe(/** @type {Element} */ (shelf));
    }
    if (!status?.isConnected) {
      status = element("div.rm-status", { role: "status" });
      /** @type {HTMLElement} */ (shelf).prepend(/** @type {Node} */ (status));
    }
  };

  /**
   * Say something to everyone: read out by screen readers; trouble stays to be seen as well.
   * @param {string} text
   * @param {boolean} [isTrouble]
   */
  const say = (text, isTrouble = false) => {
    place();
    const line = /** @type {HTMLElement} */ (status);
    line.classList.toggle("rm-trouble", isTrouble);
    line.textContent = text;
  };

  /**
   * A note at the foot of the page that stays until it is answered. A newer one with the same name takes its place.
   * @param {string} name
   * @param {string} text
   * @param {[string, () => void][]} answers words of buttons, and what they do
   */
  const notice = (name, text, answers) => {
    place();
    document.getElementById(`rm-notice-${name}`)?.remove();
    const made = element("div.rm-notice", { id: `rm-notice-${name}` }, element("p", {}, text));
    const close = () => made.remove();
    const buttons = [...answers, /** @type {[string, () => void]} */ (["Close", () => {}])];
    for (const [words, act] of answers.some(([word]) => word === "Later" || word === "Close") ? answers : buttons) {
      made.append(element("button.rm-button", { type: "button", onclick: () => { close(); act(); } }, words), " ");
    }
    /** @type {HTMLElement} */ (shelf).append(made);
    say(text);
  };

  /** @param {string} what could not be saved */
  const sayUnsaved = (what) => say(store.refusal() || `${what} could not be saved: the browser's storage is full or blocked. Nothing else is lost, and your progress can still be exported.`, true);

  Object.assign(globalThis.roadmap, { say, sayUnsaved, notice });
  globalThis.roadmap.placeNotices = place;
})();
