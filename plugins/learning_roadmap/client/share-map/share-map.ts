/* The map with the learner's progress as a picture of its own, in SVG or PNG. Nothing in it refers to anything else. */

import { counts } from "../core/counts.ts";
import { download } from "../core/download.ts";
import { element } from "../core/elements.ts";
import { say } from "../core/notices.ts";
import { load } from "../core/parts.ts";
import { progressBars } from "../core/progress-bars.ts";
import { text } from "../core/strings.ts";

const SVG = "http://www.w3.org/2000/svg";
const HEAD = 64;
const GAP = 12;
/** The properties that the page's style decides. */
const STYLES = ["fill", "stroke", "stroke-width", "font-weight", "text-decoration-line"] as const;
const GEOMETRY = ["x", "y", "width", "height", "rx", "d", "cx", "cy", "r", "font-size", "text-anchor"];
/** Safari refuses larger canvases, in pixels. */
const MOST_PIXELS = 16_000_000;

const svgElement = (name: string, attributes: Record<string, string | number>, ...children: (Node | string)[]) => {
  const created = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  created.append(...children);
  return created;
};

/** A copy with the colours that the element has on the page, and without links and names; null for what is not shown. */
const copyOf = (original: Element): Element | null => {
  const style = getComputedStyle(original);
  if (style.display === "none") return null;
  const copy = document.createElementNS(SVG, original.localName === "a" ? "g" : original.localName);
  for (const name of GEOMETRY) {
    const value = original.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  if (!["a", "g", "title"].includes(original.localName))
    for (const name of STYLES) copy.setAttribute(name, style.getPropertyValue(name));
  for (const child of original.childNodes) {
    if (child instanceof Element) {
      const inner = copyOf(child);
      if (inner) copy.append(inner);
    } else copy.append(child.textContent ?? "");
  }
  return copy;
};

/** The whole map as one picture; its text alternative says how much of each phase is done. */
const draw = (title: string) => {
  const slices = [...document.querySelectorAll<SVGSVGElement>(".rm-picture-wide svg")];
  const boxes = slices.map((slice) => (slice.getAttribute("viewBox") ?? "").split(" ").map(Number));
  const [left, top, width] = boxes[0];
  const [, lastTop, , lastHeight] = boxes[boxes.length - 1];
  const height = lastTop + lastHeight - top + HEAD;
  const page = getComputedStyle(document.body);
  const count = counts.of("all");
  const { done, size } = count;
  const summary = text("map.shared", { title, done, count: size, percent: progressBars.percent(count) });
  // The title has a line of its own, and what separates the two is another character in each language.
  const withoutTitle = summary.startsWith(title) ? summary.slice(title.length).replace(/^\p{P}\s*/u, "") : summary;
  const phases = slices.map((slice) => {
    const phase = slice.querySelector<SVGElement>(".rm-node-phase");
    const name = [...(phase?.querySelectorAll("tspan") ?? [])].map((line) => line.textContent).join(" ");
    return `${name}: ${phase?.querySelector(".rm-node-count")?.textContent ?? ""}`;
  });
  const color = page.getPropertyValue("--md-default-fg-color") || page.color;
  const place = { x: left + GAP * 2, fill: color };
  const picture = svgElement(
    "svg",
    {
      viewBox: `${left} ${top - HEAD} ${width} ${height}`,
      width,
      height,
      role: "img",
      "font-size": 13,
      "font-family": page.fontFamily,
    },
    svgElement("title", {}, summary),
    svgElement("desc", {}, phases.join("; ")),
    svgElement("rect", { x: left, y: top - HEAD, width, height, fill: page.backgroundColor }),
    svgElement("text", { ...place, y: top - 34, "font-size": 20, "font-weight": 700 }, title),
    svgElement("text", { ...place, y: top - GAP }, withoutTitle),
    ...slices.flatMap((slice) => [...slice.children].map(copyOf).filter((one) => one !== null)),
  );
  return { source: new XMLSerializer().serializeToString(picture), width, height };
};

const toPng = async ({ source, width, height }: ReturnType<typeof draw>): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = element("canvas", { width: Math.floor(width * scale), height: Math.floor(height * scale) });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
};

const save = async (title: string, kind: "svg" | "png") => {
  // It paints the learner's progress, which the picture shows.
  await load("map-filters").catch(() => {});
  const picture = draw(title);
  const file = `map.${kind}`;
  try {
    if (kind === "svg") download(file, picture.source, "image/svg+xml");
    else download(file, await toPng(picture), "image/png");
    say(text("map.saved", { file }));
  } catch {
    // Some browsers let no page read back a picture that was SVG.
    say(text("map.failed"), true);
  }
};

/** Put the buttons where the page of the map has room for them. */
const show = () => {
  const room = document.querySelector<HTMLElement>("[data-rm-map-download]");
  if (!room || room.childElementCount > 0 || !document.querySelector(".rm-picture-wide svg")) return;
  const title = room.dataset.rmMapDownload ?? "";
  room.append(
    ...(["svg", "png"] as const).map((kind) =>
      element("button.rm-button", { type: "button", onclick: () => save(title, kind) }, text(`map.download_${kind}`)),
    ),
  );
};

export const shareMap = { show };
