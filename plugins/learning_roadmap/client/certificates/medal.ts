/* The mark of something finished: a ring and a tick, our own drawing. */

import { element } from "../core/elements.ts";

/** @returns a decoration of 48 by 48 units; its style draws it once where motion is welcome */
export const medal = (): SVGElement =>
  element(
    "svg.rm-medal",
    { viewBox: "0 0 48 48", "aria-hidden": "true" },
    element("path.rm-medal-rays", {
      d: "M24 1v5M24 42v5M1 24h5M42 24h5M7.7 7.7l3.6 3.6M36.7 36.7l3.6 3.6M7.7 40.3l3.6-3.6M36.7 11.3l3.6-3.6",
    }),
    element("path.rm-medal-ring", { d: "M24 10a14 14 0 1 1 0 28a14 14 0 1 1 0-28", pathLength: 100 }),
    element("path.rm-medal-tick", { d: "M17.5 24.5l4.5 4.5l9-10", pathLength: 100 }),
  );
