/* A badge for a README: an SVG of our own drawing, with nothing in it that refers to anything else, and its Markdown. */

import { element } from "../core/elements.ts";

export interface BadgeContent {
  /** What it is of, such as "Machine learning". */
  label: string;
  /** How far it is, such as "62 / 88 topics". */
  value: string;
  /** How much of it is done, from 0 to 1. */
  share: number;
  /** The same in words, for screen readers. */
  description: string;
}

const HEIGHT = 22;
const PAD = 8;
const TICK = 14;
const RADIUS = 4;
const FONT = "Verdana, Geneva, 'DejaVu Sans', sans-serif";
const SIZE = 11;
const MOST = 60;

const context = document.createElement("canvas").getContext("2d");
/** The width of a text in pixels, or nearly so. */
const widthOf = (words: string): number => {
  if (!context) return words.length * 7;
  context.font = `${SIZE}px ${FONT}`;
  return Math.ceil(context.measureText(words).width);
};

/** Without half characters and those that no XML document may contain, and not longer than a badge can be. */
const shortened = (words: string): string => {
  const characters = [...words.replace(/[\ud800-\udfff\u0000-\u001f\ufffe\uffff]/gu, " ")];
  return characters.length > MOST
    ? `${characters
        .slice(0, MOST - 1)
        .join("")
        .trimEnd()}…`
    : characters.join("");
};

/** The text keeps its width with every font. */
const words = (content: string, x: number, width: number) =>
  element("text", { x, y: 14, textLength: width, lengthAdjust: "spacingAndGlyphs" }, content);

const svg = ({ label, value, share, description }: BadgeContent): string => {
  const [name, state] = [shortened(label), shortened(value)];
  const [nameWidth, stateWidth] = [widthOf(name), widthOf(state)];
  const tick = share >= 1 ? TICK : 0;
  const left = nameWidth + 2 * PAD;
  const right = stateWidth + 2 * PAD + tick;
  const width = left + right;
  const corner = (x: number, y: number) => `a${RADIUS} ${RADIUS} 0 0 1 ${x * RADIUS} ${y * RADIUS}`;
  const side = HEIGHT - 2 * RADIUS;
  const done = Math.round((width - 2 * PAD) * Math.min(Math.max(share, 0), 1) * 10) / 10;
  const line = { fill: "none", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" };
  const picture = element(
    "svg",
    { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img" },
    element("title", {}, shortened(description)),
    element("path", {
      fill: "#26353a",
      d: `M${left} 0v${HEIGHT}h${RADIUS - left}${corner(-1, -1)}v${-side}${corner(1, -1)}z`,
    }),
    element("path", {
      fill: "#0a6666",
      d: `M${left} 0h${right - RADIUS}${corner(1, 1)}v${side}${corner(-1, 1)}h${RADIUS - right}z`,
    }),
    element("path", { ...line, stroke: "#000", "stroke-opacity": 0.3, d: `M${PAD} 19h${width - 2 * PAD}` }),
    done > 0 && element("path", { ...line, stroke: "#5ed3d3", d: `M${PAD} 19h${done}` }),
    tick > 0 && element("path", { ...line, stroke: "#fff", d: `M${left + PAD} 10l3 3l5.5-6.5` }),
    element(
      "g",
      { fill: "#fff", "font-family": FONT, "font-size": SIZE },
      words(name, PAD, nameWidth),
      words(state, left + PAD + tick, stateWidth),
    ),
  );
  return `${new XMLSerializer().serializeToString(picture)}\n`;
};

/** Text in Markdown that is shown as it is. */
const plain = (words: string): string => words.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()<>#+!|~&]/g, "\\$&");

/**
 * The badge in a Markdown file beside it.
 * @param address where a click leads; none if empty
 */
const markdown = (description: string, file: string, address: string): string => {
  const image = `![${plain(description)}](${file})`;
  const target = address.replace(/[()\s]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return target === "" ? image : `[${image}](${target})`;
};

export const badge = { svg, markdown };
