/* Material's keys for the next page. The link that Material looks for is absent, because it would be prefetched: see
   mkdocs_plugin/prefetch.py. */

document.addEventListener("keydown", (event) => {
  if (!["n", "."].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
    return;
  const focused = document.activeElement;
  if (
    focused instanceof HTMLElement &&
    (focused.isContentEditable || focused.matches("input:not([type=checkbox]), textarea, select"))
  )
    return;
  const link = document.querySelector<HTMLLinkElement>("link[rel='next-page']");
  if (!link) return;
  // Instant navigation handles clicks on links.
  const anchor = document.createElement("a");
  anchor.href = link.href;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
});
