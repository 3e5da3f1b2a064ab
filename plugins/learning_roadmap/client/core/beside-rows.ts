/* Finds what stands beside the rows of a page. A phase has all of its rows in one element, which may hold thousands: what never is
   among them is not looked for there. */

/** @returns the elements that hold all of the page but the rows of a phase */
export const partsBesideRows = (): Element[] => {
  const rows = document.querySelector(".rm-sections");
  return rows?.parentElement ? [...rows.parentElement.children].filter((part) => part !== rows) : [document.body];
};

/** @returns the elements that a selector finds in a part of the page, the part itself among them, in order */
export const findIn = <Found extends Element>(part: Element, selector: string): Found[] => [
  ...(part.matches(selector) ? [part as Found] : []),
  ...part.querySelectorAll<Found>(selector),
];
/** @returns the elements that a selector finds beside the rows, in order */
export const findBesideRows = <Found extends Element>(selector: string): Found[] =>
  partsBesideRows().flatMap((part) => findIn<Found>(part, selector));

/** @returns the sections of a phase, in order */
export const findSections = (): Element[] => [...(document.querySelector(".rm-sections")?.children ?? [])];
