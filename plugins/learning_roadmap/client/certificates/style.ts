/* The style of this part. The pages of a site load it only with the part. */

import style from "./certificates.css";

/** Use the style on this page, once. */
export const useStyle = () => {
  if (document.adoptedStyleSheets.includes(sheet)) return;
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
};
const sheet = new CSSStyleSheet();
