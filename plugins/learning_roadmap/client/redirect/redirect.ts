/* On a page that only leads on: go to the first successor, and take along which row was meant. That page knows where
   it stands now. */

const link = document.querySelector<HTMLAnchorElement>("li a");
if (link) {
  const there = new URL(link.href);
  if (location.hash.length > 1) there.hash = location.hash;
  location.replace(there);
}
export {};
