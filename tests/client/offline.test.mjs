/* The service worker: which requests it answers, how, and what it stores. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, mock, test } from "node:test";

const { answerTo } = await import("../../plugins/learning_roadmap/client/offline/requests.ts");
const { deleteCopies, storeOf } = await import("../../plugins/learning_roadmap/client/offline/store.ts");
const { serve, remove } = await import("../../plugins/learning_roadmap/client/offline/worker.ts");

const scope = new URL("https://learn.example/map/");
const CONTENTS = {
  "": "home",
  "phases/one/": "a phase",
  "about.html": "about",
  "assets/roadmap/loader.js": "loader",
  "assets/roadmap/core.0123456789ab.js": "core",
  "assets/größe.png": "picture",
};
const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);
const files = Object.fromEntries(Object.entries(CONTENTS).map(([path, text]) => [path, [hash(text)]]));
files["assets/roadmap/loader.js"].push("?v=1");
const build = { version: "v1", bytes: 100, files, page: '<head></head><a href="./">Home</a>' };

const request = (url, changes) => ({
  method: "GET",
  url: new URL(url, scope).href,
  headers: new Headers(),
  ...changes,
});

test("only the files of this site are answered, each by its address", () => {
  const fileOf = (url, changes) => answerTo(request(url, changes), scope, files)?.file;
  for (const [url, file] of [
    ["./", ""],
    ["index.html", ""],
    ["phases/one/?state=todo", "phases/one/"],
    ["phases/one/index.html", "phases/one/"],
    ["about.html", "about.html"],
    ["assets/roadmap/loader.js?v=1", "assets/roadmap/loader.js"],
    ["assets/roadmap/loader.js?fresh=xyz", "assets/roadmap/loader.js"],
    ["assets/gr%C3%B6%C3%9Fe.png", "assets/größe.png"],
    // Another version, another site of the origin, another origin, and what is no file.
    ["assets/roadmap/loader.js?v=2", undefined],
    ["assets/roadmap/core.ba9876543210.js", undefined],
    ["/other/about.html", undefined],
    ["/map", undefined],
    ["https://elsewhere.example/map/about.html", undefined],
    ["constructor", undefined],
    ["%E0%A4%A", undefined],
  ])
    assert.equal(fileOf(url), file, url);
  assert.equal(fileOf("about.html", { method: "POST" }), undefined);
  assert.equal(fileOf("about.html", { headers: new Headers({ range: "bytes=0-9" }) }), undefined);
});

test("an address with a hash is versioned, a page is not", () => {
  const isVersioned = (url) => answerTo(request(url), scope, files).isVersioned;
  assert.deepEqual(["assets/roadmap/core.0123456789ab.js", "assets/roadmap/loader.js?v=1"].map(isVersioned), [
    true,
    true,
  ]);
  assert.deepEqual(
    ["./", "phases/one/?v=1", "assets/roadmap/loader.js?fresh=xyz", "assets/gr%C3%B6%C3%9Fe.png"].map(isVersioned),
    [false, false, false, false],
  );
});

/** As much of the browser's caches as a store needs. */
const fakeCaches = () => {
  const all = new Map();
  const match = async (name, address) => all.get(name)?.get(address)?.clone();
  return {
    all,
    room: Infinity,
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    match: async (address, { cacheName } = {}) => {
      for (const name of cacheName ? [cacheName] : all.keys())
        if (all.get(name)?.has(address)) return match(name, address);
      return undefined;
    },
    async open(name) {
      if (!all.has(name)) all.set(name, new Map());
      return {
        match: (address) => match(name, address),
        put: async (address, response) => {
          if (all.get(name).size >= this.room) throw new DOMException("full", "QuotaExceededError");
          all.get(name).set(address, response);
        },
      };
    },
  };
};
const OWN = "roadmap-offline https://learn.example/map/ v1";
const served = new Map();
let asked = [];
const originalFetch = globalThis.fetch;

beforeEach(() => {
  globalThis.caches = fakeCaches();
  served.clear();
  asked = [];
  for (const [path, text] of Object.entries(CONTENTS))
    served.set(new URL(encodeURI(path) + (files[path][1] ?? ""), scope).href, text);
  globalThis.fetch = async (input) => {
    const address = input.url ?? input;
    asked.push(address);
    const text = served.get(address);
    if (text === undefined) throw new TypeError("no connection");
    return typeof text === "number"
      ? new Response("", { status: text })
      : new Response(text, { headers: { vary: "*", "content-type": "text/html" } });
  };
});
afterEach(() => {
  globalThis.fetch = originalFetch;
  delete globalThis.caches;
});

test("all files are stored, and read again", async () => {
  const store = storeOf(build, scope);
  await store.fill();
  assert.deepEqual([...caches.all.keys()], [OWN]);
  assert.equal(caches.all.get(OWN).size, Object.keys(files).length);
  for (const [path, text] of Object.entries(CONTENTS)) assert.equal(await (await store.get(path)).text(), text);
  const { headers } = await store.get("");
  assert.deepEqual([headers.get("content-type"), headers.get("vary")], ["text/html", null]);
});

test("a download that fails is tried again, without those that were stored", async () => {
  const store = storeOf(build, scope);
  const missing = new URL("about.html", scope).href;
  for (const answer of [undefined, 404, "about, in the next version", "abou"]) {
    served.set(missing, answer);
    await assert.rejects(store.fill(), /about.html|no connection/);
  }
  served.set(missing, CONTENTS["about.html"]);
  asked = [];
  await store.fill();
  assert.deepEqual(asked, [missing]);
});

test("what another build has stored is not downloaded again, if it is the same", async () => {
  await storeOf({ ...build, version: "v0" }, scope).fill();
  const changed = { ...build, files: { ...files, "about.html": [hash("new")] } };
  served.set(new URL("about.html", scope).href, "new");
  asked = [];
  const store = storeOf(changed, scope);
  await store.fill();
  assert.deepEqual(asked, [new URL("about.html", scope).href]);
  assert.equal(await (await store.get("about.html")).text(), "new");
});

test("where there is no room, nothing stays", async () => {
  caches.room = 3;
  await assert.rejects(storeOf(build, scope).fill(), { name: "QuotaExceededError" });
  assert.deepEqual([...caches.all.keys()], []);
});

test("only copies of other builds of the same site are deleted", async () => {
  const others = [
    "elsewhere",
    "roadmap-offline https://learn.example/ v0",
    "roadmap-offline https://learn.example/map/v2/ v0",
  ];
  for (const name of [...others, OWN, "roadmap-offline https://learn.example/map/ v0"]) await caches.open(name);
  await storeOf(build, scope).deleteOthers();
  assert.deepEqual([...caches.all.keys()], [...others, OWN]);
  await deleteCopies(scope);
  assert.deepEqual([...caches.all.keys()], others);
});

/** A worker's scope, and its events as functions that return what they wait for. */
const fakeWorker = () => {
  const listeners = {};
  const calls = [];
  const worker = {
    registration: { scope: scope.href, unregister: async () => calls.push("unregister") },
    clients: { claim: async () => calls.push("claim") },
    skipWaiting: async () => calls.push("skipWaiting"),
    addEventListener: (name, listener) => {
      listeners[name] = listener;
    },
  };
  const emit = (name, event = {}) => {
    let result;
    const keep = (promise) => {
      result = promise;
    };
    listeners[name]({ ...event, waitUntil: keep, respondWith: keep });
    return result;
  };
  return { worker, calls, emit, listeners };
};
const textOf = async (response) => (await response)?.text();

test("a worker replaces an earlier one only when all is stored", async () => {
  const { worker, calls, emit } = fakeWorker();
  serve(worker, build);
  await caches.open("roadmap-offline https://learn.example/map/ v0");
  const about = new URL("about.html", scope).href;
  served.delete(about);
  await assert.rejects(emit("install"));
  assert.deepEqual(calls, []);
  served.set(about, "about");
  await emit("install");
  assert.deepEqual(calls, ["skipWaiting"]);
  await emit("activate");
  assert.deepEqual(calls, ["skipWaiting", "claim"]);
  assert.deepEqual([...caches.all.keys()], [OWN]);
});

test("pages come from the network, and from the store if it has trouble; versioned files come from the store", async () => {
  const { worker, emit } = fakeWorker();
  serve(worker, build);
  await emit("install");
  const get = (url, ids = {}) =>
    textOf(emit("fetch", { request: request(url), clientId: "", resultingClientId: "", ...ids }));
  const [about, picture] = ["about.html", "assets/gr%C3%B6%C3%9Fe.png"].map((path) => new URL(path, scope).href);
  served.set(about, "about, deployed");
  served.set(picture, "picture, deployed");
  assert.deepEqual([await get("about.html"), await get(picture)], ["about, deployed", "picture, deployed"]);
  asked = [];
  assert.equal(await get("assets/roadmap/core.0123456789ab.js"), "core");
  assert.deepEqual(asked, []);
  // A page that is gone is gone; a server that fails, or does not answer, is as good as none.
  served.set(about, 404);
  assert.equal(await get("about.html"), "");
  for (const trouble of [503, undefined]) {
    served.set(about, trouble);
    assert.equal(await get("about.html", { resultingClientId: "tab" }), "about");
  }
  // A page from the store gets all of its files from there.
  assert.deepEqual(
    [await get(picture, { clientId: "tab" }), await get(picture, { clientId: "another" })],
    ["picture", "picture, deployed"],
  );
  assert.equal(emit("fetch", { request: request("nowhere.html") }), undefined);
});

test("a network that does not answer is not waited for", async () => {
  const { worker, emit } = fakeWorker();
  serve(worker, build);
  await emit("install");
  globalThis.fetch = () => new Promise(() => {});
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const answer = textOf(emit("fetch", { request: request("about.html"), clientId: "", resultingClientId: "tab" }));
    mock.timers.tick(3000);
    assert.equal(await answer, "about");
  } finally {
    mock.timers.reset();
  }
});

test("without a stored copy, errors of the network stay what they are", async () => {
  const { worker, emit } = fakeWorker();
  serve(worker, build);
  const get = (url) => emit("fetch", { request: request(url), clientId: "", resultingClientId: "" });
  served.set(new URL("about.html", scope).href, 503);
  assert.equal((await get("about.html")).status, 503);
  served.clear();
  await assert.rejects(get("about.html"), TypeError);
  await assert.rejects(get("assets/roadmap/core.0123456789ab.js"), TypeError);
  assert.deepEqual([...caches.all.keys()], [], "erased copies are not made again");
});

test("offline, a visit to what is not stored is answered with a page that leads home", async () => {
  const { worker, emit } = fakeWorker();
  serve(worker, build);
  const visit = (url, changes) =>
    emit("fetch", { request: request(url, { mode: "navigate", ...changes }), clientId: "", resultingClientId: "" });
  served.set(new URL("guide.pdf", scope).href, "a guide");
  assert.equal(await textOf(visit("guide.pdf")), "a guide");
  served.clear();
  for (const url of ["guide.pdf", "deep/nowhere.html", "about.html"]) {
    const answer = await visit(url);
    assert.deepEqual([answer.status, answer.headers.get("content-type")], [503, "text/html"]);
    assert.equal(await answer.text(), `<head><base href="${scope.href}"></head><a href="./">Home</a>`);
  }
  assert.equal(visit("form", { method: "POST" }), undefined);
});

test("the worker of a site that is not stored removes copies and itself, and answers nothing", async () => {
  const { worker, calls, emit, listeners } = fakeWorker();
  for (const name of [OWN, "elsewhere"]) await caches.open(name);
  remove(worker);
  await emit("install");
  await emit("activate");
  assert.deepEqual(calls, ["skipWaiting", "unregister"]);
  assert.deepEqual([...caches.all.keys()], ["elsewhere"]);
  assert.equal(listeners.fetch, undefined);
});
