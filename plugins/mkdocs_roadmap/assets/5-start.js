/* Starts on every page: once after loading, and again whenever instant navigation has brought another one. */
"use strict";
(() => {
  const { ticks, bars } = globalThis.roadmap;
  /** @type {HTMLElement | null} */
  let status = null;

  /**
   * Say something to everyone: seen for a while, and read out by screen readers.
   * @param {string} text
   * @param {boolean} [isTrouble] trouble stays to be seen; the rest is only heard, for it can be seen in the page
   */
  globalThis.roadmap.say = (text, isTrouble = false) => {
    if (!status) return;
    status.classList.toggle("rm-trouble", isTrouble);
    status.textContent = text;
  };

  const start = () => {
    if (!status?.isConnected) {
      status = document.createElement("div");
      status.className = "rm-status";
      status.setAttribute("role", "status");
      document.body.append(status);
    }
    ticks.bind();
    bars.paint();
    document.documentElement.classList.add("rm-on");
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  // Material's observable speaks after each instant navigation. It is not enough: opened from disk, it never speaks.
  globalThis.document$?.subscribe?.(start);
})();
