import assert from "node:assert/strict";
import { test } from "node:test";
import { SearchEngine } from "../../plugins/learning_roadmap/client/search/engine.ts";
import { entriesOf } from "../../plugins/learning_roadmap/client/search/entries.ts";
import { excerpt, highlight } from "../../plugins/learning_roadmap/client/search/highlight.ts";
import {
  commonForm,
  keyOf,
  shortForms,
  titleNames,
  wordsOf,
} from "../../plugins/learning_roadmap/client/search/words.ts";

const KINDS = [
  ["", ""],
  ["topic", "topic"],
  ["paper", "paper"],
  ["resource", "book"],
];
const [PAGE, TOPIC, PAPER, RESOURCE] = KINDS.keys();

const engineOf = (records, more = []) => {
  const engine = new SearchEngine(entriesOf({ kinds: KINDS, pages: [["a.html", "A page", 1, records], ...more] }));
  while (!engine.indexSlice());
  return engine;
};
const titles = (engine, typed, limit = 10) => engine.search(typed, limit).hits.map(({ entry }) => entry.title);

for (const [one, other] of [
  ["optimise", "optimize"],
  ["optimisation", "optimization"],
  ["optimisers", "optimizer"],
  ["analyse", "analyze"],
  ["analyses", "analysis"],
  ["behaviour", "behavior"],
  ["neighbours", "neighbor"],
  ["modelling", "modeling"],
  ["centre", "center"],
  ["catalogues", "catalog"],
  ["matrices", "matrix"],
  ["indices", "index"],
  ["queries", "query"],
  ["losses", "loss"],
  ["boxes", "box"],
  ["databases", "database"],
  ["services", "service"],
  ["trees", "tree"],
])
  test(`"${one}" is searched as "${other}"`, () => assert.equal(commonForm(one), commonForm(other)));

for (const [one, other] of [
  ["bias", "bia"],
  ["class", "clas"],
  ["gas", "ga"],
  ["corpus", "corpu"],
  ["gan", "gas"],
])
  test(`"${one}" is not "${other}"`, () => assert.notEqual(commonForm(one), commonForm(other)));

test("words are folded, whatever stands between them", () => {
  assert.deepEqual(wordsOf("Géron’s R² score, t-SNE (C++ & C#)"), ["gerons", "r2", "score", "t", "sne", "c++", "c#"]);
});

test("where words are not separated, pairs of characters are words", () => {
  assert.deepEqual(wordsOf("梯度下降 GD"), ["梯度", "度下", "下降", "gd"]);
  assert.deepEqual(wordsOf("树"), ["树"]);
});

test("names have one key however they are written", () => {
  assert.equal(keyOf("Fine-tuning"), keyOf("finetuning"));
  assert.equal(keyOf("K means"), keyOf("k-Means"));
  assert.notEqual(keyOf("GAN"), keyOf("GANs and VAEs"));
});

test("what stands in parentheses is a name of its own", () => {
  assert.deepEqual(titleNames("Low-rank adaptation (LoRA)"), ["Low-rank adaptation", "LoRA"]);
  assert.deepEqual(titleNames("Bagging"), ["Bagging"]);
  assert.deepEqual(titleNames("循环神经网络（RNN）"), ["循环神经网络", "RNN"]);
});

test("initials and numbers of letters are short forms", () => {
  assert.deepEqual(shortForms("Support vector machines"), ["svm", "m6s"]);
  assert.deepEqual(shortForms("Reinforcement learning from human feedback"), ["rlhf", "r11t", "l6g", "f6k"]);
  assert.deepEqual(shortForms("Kubernetes"), ["k8s"]);
});

test("a title comes before a text, the map before material, and an exact name before all", () => {
  const engine = engineOf([
    ["Attention in practice", PAPER, "paper-a"],
    ["Transformers", TOPIC, "topic-t", "Built on attention."],
    ["Attention mechanism", TOPIC, "topic-m"],
    ["Self-attention", TOPIC, "topic-s", "", ["Attention"]],
  ]);
  assert.deepEqual(titles(engine, "attention"), [
    "Self-attention",
    "Attention mechanism",
    "Attention in practice",
    "Transformers",
  ]);
});

test("an acronym finds what it stands for first", () => {
  const engine = engineOf([
    ["LoRA for images", TOPIC, "topic-i"],
    ["Low-rank adaptation (LoRA)", TOPIC, "topic-l"],
    ["Support vector machines", TOPIC, "topic-v"],
    ["Kernel SVM", TOPIC, "topic-k"],
  ]);
  assert.equal(titles(engine, "lora")[0], "Low-rank adaptation (LoRA)");
  assert.ok(titles(engine, "svm").includes("Support vector machines"));
});

test("spelling, hyphens, accents and plurals do not matter", () => {
  const engine = engineOf([
    ["Quantization", TOPIC, "topic-q"],
    ["Hugging Face", TOPIC, "topic-h"],
    ["t-SNE", TOPIC, "topic-t"],
    ["Autoencoders", TOPIC, "topic-a"],
    ["Hands-on learning", RESOURCE, "resource-h", "Aurélien Géron"],
    ["Kubernetes", TOPIC, "topic-k"],
  ]);
  for (const [typed, title] of [
    ["quantisation", "Quantization"],
    ["huggingface", "Hugging Face"],
    ["hugging-face", "Hugging Face"],
    ["tsne", "t-SNE"],
    ["t sne", "t-SNE"],
    ["auto encoder", "Autoencoders"],
    ["autoencoder", "Autoencoders"],
    ["geron", "Hands-on learning"],
    ["k8s", "Kubernetes"],
  ])
    assert.deepEqual(titles(engine, typed), [title], typed);
});

test("a typing error is forgiven, but only if little is found as typed", () => {
  const engine = engineOf([
    ["Transformer", TOPIC, "topic-t"],
    ["Gradient descent", TOPIC, "topic-g"],
    ["Recall", TOPIC, "topic-r"],
  ]);
  assert.deepEqual(titles(engine, "transfomer"), ["Transformer"]);
  assert.deepEqual(titles(engine, "gradeint decsent"), ["Gradient descent"]);
  assert.equal(engine.search("transfomer", 5).isGuess, false);
  assert.deepEqual(titles(engine, "rec"), ["Recall"]);
});

test("nothing found: the nearest titles are a guess", () => {
  const engine = engineOf([
    ["Quantum circuits", TOPIC, "topic-q"],
    ["Bagging", TOPIC, "topic-b", "quantum"],
  ]);
  assert.deepEqual(titles(engine, "quantum cooking"), ["Quantum circuits"]);
  assert.equal(engine.search("quantum cooking", 5).isGuess, true);
  assert.deepEqual(engine.search("zzzz", 5), { hits: [], total: 0, isGuess: true });
  assert.deepEqual(engine.search(" – ", 5), { hits: [], total: 0, isGuess: false });
});

test("a pasted text is searched by its first words", () => {
  const engine = engineOf([["Gradient descent", TOPIC, "topic-g"]]);
  assert.deepEqual(titles(engine, `gradient descent ${"of the ".repeat(50_000)}`), ["Gradient descent"]);
  assert.deepEqual(titles(engine, "x".repeat(1_000_000)), []);
});

test("Chinese is found by a part of a name", () => {
  const engine = engineOf([
    ["Gradient descent", TOPIC, "topic-g", "", ["梯度下降"]],
    ["Machine learning", TOPIC, "topic-m", "", ["机器学习"]],
    ["Regression", TOPIC, "topic-r", "统计学习方法"],
  ]);
  assert.deepEqual(titles(engine, "梯度下降"), ["Gradient descent"]);
  assert.deepEqual(titles(engine, "梯度"), ["Gradient descent"]);
  assert.deepEqual(titles(engine, "学习"), ["Machine learning", "Regression"]);
});

test("a page with a lower boost comes later, and a limit keeps the total", () => {
  const engine = engineOf(
    [["Export files", PAGE, "x"]],
    [
      ["b.html", "For maintainers", 0.3, [["Export", PAGE, "e"]]],
      ["c.html", "For learners", 1, [["Export", PAGE, "e"]]],
    ],
  );
  const { hits, total } = engine.search("export", 2);
  assert.deepEqual(
    hits.map(({ entry }) => entry.url),
    ["c.html#e", "a.html#x"],
  );
  assert.equal(total, 3);
});

test("entries know where they are", () => {
  const [page, phase, topic] = entriesOf({
    kinds: [...KINDS, ["phase", "phase"]],
    pages: [
      ["p.html", "Phase", 1, [["Home"], ["Phase", 4, "phase-p"], ["T", TOPIC, "topic-t", "", [], "Section › Parent"]]],
    ],
  });
  assert.deepEqual([page.url, page.place], ["p.html", []]);
  assert.deepEqual([phase.url, phase.place], ["p.html", []]);
  assert.deepEqual([topic.url, topic.place], ["p.html#topic-t", ["Phase", "Section", "Parent"]]);
});

test("the words that were searched for are marked, in the form in which they were found", () => {
  assert.deepEqual(highlight("The Matrices of k-means", [commonForm("matrix"), "k"]), [
    ["The ", false],
    ["Matrices", true],
    [" of ", false],
    ["k", true],
    ["-means", false],
  ]);
  assert.deepEqual(highlight("", ["a"]), []);
  const engine = engineOf([["Self-attention", TOPIC, "topic-s", "", ["梯度下降"]]]);
  const marks = (typed, text) =>
    highlight(text, engine.search(typed, 1).hits[0].terms).filter(([, isMatch]) => isMatch);
  assert.deepEqual(marks("attenion", "Self-attention"), [["attention", true]]);
  assert.deepEqual(marks("att", "Self-attention"), [["attention", true]]);
  assert.deepEqual(marks("下降", "梯度下降"), [["梯度下降", true]]);
});

test("an excerpt begins near the first match and cuts no word", () => {
  const text = `${"before ".repeat(20)}needle ${"after ".repeat(40)}`.trim();
  const shown = excerpt(text, ["needle"]);
  assert.match(shown, /^… (before )+needle (after )+…$/);
  assert.ok(shown.length < 160, shown);
  assert.equal(excerpt("short needle", ["needle"]), "short needle");
  assert.equal(excerpt("nothing", ["needle"]), "");
});
