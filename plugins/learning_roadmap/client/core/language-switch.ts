/* The switch to another language keeps the place in the page, such as the row whose panel is open. */

// Before the theme handles the click.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".md-select__link") : null;
    if (link) link.hash = location.hash;
  },
  true,
);
