/* Elements from data. Text becomes text nodes, never markup. */

/**
 * @param tag such as "p" or "p.rm-line"
 * @param attributes `on…` are listeners; false, null and undefined are left out; true is an empty attribute
 */
export const element = (
  tag: string,
  attributes: Record<string, any> = {},
  ...children: (Node | string | number | null | false | undefined)[]
): any => {
  const [name, ...classes] = tag.split(".");
  const isSvg = ["svg", "rect", "path", "line", "text", "title", "g", "polyline"].includes(name);
  const created = isSvg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  if (classes.length > 0) created.setAttribute("class", classes.join(" "));
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) created.addEventListener(key.slice(2), value);
    else if (key === "value") (created as any).value = value ?? "";
    else if (value === true) created.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) created.setAttribute(key, String(value));
  }
  created.append(
    ...children
      .filter((child) => child !== null && child !== false && child !== undefined)
      .map((child) => (child instanceof Node ? child : String(child))),
  );
  return created;
};

/** @returns such as "1 topic" or "3 topics" */
export const plural = (number: number, word: string): string =>
  `${number} ${number === 1 ? word : word.endsWith("y") && !word.endsWith("ay") ? `${word.slice(0, -1)}ies` : `${word}s`}`;
