/* On a redirect page: go to the first successor, with the query and the fragment that were asked for. */

const link = document.querySelector<HTMLAnchorElement>("li a");
if (link) {
  const there = new URL(link.href);
  if (location.search.length > 1) there.search = location.search;
  if (location.hash.length > 1) there.hash = location.hash;
  location.replace(there);
}
export {};
