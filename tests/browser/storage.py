"""What is stored in a browser: the records in localStorage, and their second copy in IndexedDB."""

import json
from typing import Any

from playwright.sync_api import Page

# Of a site at the root of its server; where the site lies elsewhere, `everything` asks the page.
PREFIX = "roadmap/ai-engineer@%2F/"
# As much as the storage takes, to the last character.
FILL = """(() => { for (let size = 4_000_000; size > 0; size = Math.floor(size / 2))
          for (;;) { try { localStorage.setItem(`fill-${Math.random()}`, "x".repeat(size)); } catch { break; } } })()"""
# All that a database holds.
DATABASE = """
  globalThis.database = (name) => new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => resolve(null);
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => {
      const database = request.result, transaction = database.transaction(["items", "points"]);
      const store = transaction.objectStore("items"), [keys, values] = [store.getAllKeys(), store.getAll()];
      const points = transaction.objectStore("points").getAll();
      transaction.oncomplete = () => {
        database.close();
        resolve({ items: Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])), points: points.result });
      };
    };
  });"""
# A database as the client makes it, with records and restore points.
FILL_DATABASE = """([name, items, points]) => new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => { request.result.createObjectStore("items"); request.result.createObjectStore("points", { keyPath: "at" }); };
    request.onsuccess = () => {
      const database = request.result, transaction = database.transaction(["items", "points"], "readwrite");
      for (const [path, raw] of Object.entries(items)) transaction.objectStore("items").put(raw, path);
      for (const point of points) transaction.objectStore("points").put(point);
      transaction.oncomplete = () => { database.close(); resolve(); };
    };
  })"""


def everything(page: Page) -> dict[str, str]:
    """All that the site has stored in localStorage, by path: records, damaged ones, and the client's own data."""
    pairs: dict[str, str] = page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(roadmap.localStore.prefix))"
        ".map(([key, value]) => [key.slice(roadmap.localStore.prefix.length), value]))"
    )
    return pairs


def raw_records(page: Page) -> dict[str, str]:
    """The records in localStorage, as they are stored, by path."""
    return {path: raw for path, raw in everything(page).items() if not path.startswith(("meta/", "damaged/"))}


def records(page: Page) -> dict[str, Any]:
    """The records in localStorage, by path."""
    return {path: json.loads(raw) for path, raw in raw_records(page).items()}


def states(page: Page) -> dict[str, str]:
    """The states in localStorage, by id."""
    keys: dict[str, str] = page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(`${roadmap.localStore.prefix}state/`)))"
    )
    return {key.rsplit("/", 1)[1]: json.loads(value)["state"] for key, value in keys.items()}


def second_copy(page: Page, name: str = "") -> dict[str, str]:
    """The records that IndexedDB holds, of this scope or by the name of a database."""
    page.evaluate(DATABASE)
    found = page.evaluate("async name => (await database(name || roadmap.localStore.prefix.slice(0, -1)))?.items ?? {}", name)
    return dict(found)


def fill_database(page: Page, name: str, items: dict[str, str], points: list[dict[str, Any]]) -> None:
    page.evaluate(FILL_DATABASE, [name, items, points])
