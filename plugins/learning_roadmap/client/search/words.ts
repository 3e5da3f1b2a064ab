/* Text as words that match each other: without accents, in one spelling, in the singular. The same rules apply to what
   is searched and to what is typed, so a rule need not make a real word; it only must make the same one of both. */

/** Scripts that are written without spaces. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const WORDS = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+(?:\\+\\+|#)?`, "gu");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");

/** One spelling for British and American words, then the singular for plurals. */
const RULES: [RegExp, string][] = [
  [/is(?=(?:e|ed|er|ers|es|ing|ation|ations)$)/, "iz"],
  [/yz(?=(?:e|ed|er|ers|es|ing)$)/, "ys"],
  [/(?<=\w\w)our/, "or"],
  [/ll(?=(?:ed|er|ers|ing)$)/, "l"],
  [/tre(?=s?$)/, "ter"],
  [/ogue(?=s?$)/, "og"],
  [/amme(?=s?$)/, "am"],
  [/sis$/, "se"],
  [/(?:ices?|[ei]x)$/, "ic"],
  [/(?<=\w\w)ies$/, "y"],
  [/(?<=ss|x|z|ch|sh)es$/, ""],
  [/(?<=\w[^sui\W])(?<!\wa)s$/, ""],
];

/** Lower case, without accents: "Géron" is "geron", "R²" is "r2". */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();

/** Pairs of characters, which serve as words where words are not separated. */
const pairs = (run: string): string[] => {
  const characters = [...run];
  return characters.length === 1 ? characters : characters.slice(1).map((next, at) => characters[at] + next);
};

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(WORDS) ?? []).flatMap((word) => (IS_UNSPACED.test(word) ? pairs(word) : [word]));

const commonForms: Map<string, string> = new Map();

/** The form of a word that all its spellings share. */
export const commonForm = (word: string): string => {
  let form = commonForms.get(word);
  if (form !== undefined) return form;
  form = word;
  if (word.length > 3) for (const [pattern, replacement] of RULES) form = form.replace(pattern, replacement);
  commonForms.set(word, form);
  return form;
};

/** A text as one string that is the same for all its spellings: "Fine-tuning" and "finetuning", "k-means" and "K means". */
export const keyOf = (text: string): string => commonForm(wordsOf(text).map(commonForm).join(""));

/** A title without what stands in parentheses, and each of these by itself: "Low-rank adaptation (LoRA)". */
export const titleNames = (title: string): string[] => {
  // Chinese has wide ones.
  const parentheses = /[(（]([^()（）]+)[)）]/g;
  const inner = [...title.matchAll(parentheses)].map(([, name]) => name);
  return inner.length > 0 ? [title.replace(parentheses, " ").trim(), ...inner] : [title];
};

const MINOR = new Set(["a", "an", "and", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "vs", "with"]);
export const isMinor = (word: string): boolean => MINOR.has(word);

/** Short forms of a name: initials ("svm"), and the first and last letter with the number between ("k8s"). */
export const shortForms = (name: string): string[] => {
  const words = wordsOf(name);
  const initials = words.filter((word) => !isMinor(word)).map((word) => word[0]);
  return [
    ...(initials.length > 1 && initials.length < 6 ? [initials.join("")] : []),
    ...words.filter((word) => word.length > 7).map((word) => `${word[0]}${word.length - 2}${word.at(-1)}`),
  ];
};

/** Neighbors written as one word: "hugging face" as "huggingface". */
export const joined = (words: string[]): string[] => words.slice(1).map((next, at) => words[at] + next);
