/* On a redirect page: go to the first successor, with the query and the fragment of the old address. */

const link = document.querySelector<HTMLAnchorElement>("li a");
if (link) {
  const target = new URL(link.href);
  if (location.search.length > 1) target.search = location.search;
  if (location.hash.length > 1) target.hash = location.hash;
  location.replace(target);
}
export {};
