/* Material's keys for the next page, where the link that Material looks for would be prefetched and refused: see
   site/prefetch.py. */

document.addEventListener("keydown", (event) => {
  if (!["n", "."].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
    return;
  const now = document.activeElement;
  if (
    now instanceof HTMLElement &&
    (now.isContentEditable || now.matches("input:not([type=checkbox]), textarea, select"))
  )
    return;
  const link = document.querySelector<HTMLLinkElement>("link[rel='next-page']");
  if (!link) return;
  // A click on a link, which instant navigation takes as its own.
  const way = document.createElement("a");
  way.href = link.href;
  document.body.append(way);
  way.click();
  way.remove();
});
