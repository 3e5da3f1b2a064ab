/* The address of a certificate: `#of=SCOPE`, such as `#of=phase:foundations`. It contains nothing about the learner. */

import { dashboard } from "../dashboard/dashboard.ts";
import { roadmapIndex } from "../dashboard/roadmap-index.ts";

const hash = (scope: string) => `#of=${encodeURIComponent(scope)}`;

/** Not by the browser's own navigation: it would take the focus from the link. */
const follow = (event: MouseEvent) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='#of=']") : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  history.pushState(null, "", link.href);
  dashboard.show();
};

export const address = {
  /** @returns the scope in the address; empty if there is none */
  wanted: (): string => new URLSearchParams(location.hash.slice(1)).get("of") ?? "",
  hash,
  follow,
  /** @returns the address of the certificate of a scope, from any page */
  of: (scope: string): string => roadmapIndex.at(roadmapIndex.data.pages.certificate) + hash(scope),
};
