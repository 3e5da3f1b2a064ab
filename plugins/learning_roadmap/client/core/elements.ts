/* Elements from data. Text becomes text nodes, never markup. */

/** An event of an input or a select, as its listener gets it. */
export type FieldEvent = Event & { target: HTMLInputElement };

/** The name before the classes of a tag such as "p.rm-line". */
type NameOf<Tag extends string> = Tag extends `${infer Name}.${string}` ? Name : Tag;
/** The type of the element that a tag makes. */
type ElementOf<Tag extends string> =
  NameOf<Tag> extends keyof HTMLElementTagNameMap
    ? HTMLElementTagNameMap[NameOf<Tag>]
    : NameOf<Tag> extends keyof SVGElementTagNameMap
      ? SVGElementTagNameMap[NameOf<Tag>]
      : HTMLElement;

/**
 * @param tag such as "p" or "p.rm-line"
 * @param attributes `on…` are listeners; false, null and undefined are left out; true is an empty attribute
 */
export const element = <Tag extends string>(
  tag: Tag,
  attributes: Record<string, any> = {},
  ...children: (Node | string | number | null | false | undefined)[]
): ElementOf<Tag> => {
  const [name, ...classes] = tag.split(".");
  const isSvg = ["svg", "rect", "path", "line", "text", "title", "g", "polyline"].includes(name);
  const created = isSvg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  if (classes.length > 0) created.setAttribute("class", classes.join(" "));
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) created.addEventListener(key.slice(2), value);
    else if (key === "value") (created as HTMLInputElement).value = value ?? "";
    else if (value === true) created.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) created.setAttribute(key, String(value));
  }
  created.append(
    ...children
      .filter((child) => child !== null && child !== false && child !== undefined)
      .map((child) => (child instanceof Node ? child : String(child))),
  );
  return created as ElementOf<Tag>;
};
