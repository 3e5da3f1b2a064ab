"""A small site for tests of storage, what a learner does on it, and how both copies of a record are looked at."""

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.sites import small_site

DATA = """
format: 2
id: small
title: Small
phases:
- id: one
  title: One
  sections:
  - id: section
    title: Section
    topics:
    - {id: alpha, title: Alpha}
    - {id: beta, title: Beta}
    - id: parent
      title: Parent
      topics:
      - {id: left, title: Left}
      - {id: right, title: Right}
      - {id: middle, title: Middle}
routine:
- id: morning
  title: Morning
  items:
  - {id: read, title: Read}
  - {id: write, title: Write}
"""
PAGE = "/phases/one/"
LEGACY = "roadmap/small/"

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


def built(folder: Path, data: str = DATA, **changes: Any) -> Path:
    """The folder of the small site."""
    return small_site(folder, data, **changes)


def placed(folder: Path, site: Path, *paths: str) -> Path:
    """A folder that holds a site under several paths."""
    for path in paths:
        shutil.copytree(site, folder / path)
    shutil.copy(site / "sitemap.xml", folder / "sitemap.xml")
    return folder


def second_copy(page: Page, name: str = "") -> dict[str, str]:
    """The records that IndexedDB holds, of this scope or by the name of a database."""
    page.evaluate(DATABASE)
    found = page.evaluate("async name => (await database(name || roadmap.localStore.prefix.slice(0, -1)))?.items ?? {}", name)
    return dict(found)


def fill_database(page: Page, name: str, items: dict[str, str], points: list[dict[str, Any]]) -> None:
    page.evaluate(FILL_DATABASE, [name, items, points])


def records(page: Page) -> dict[str, str]:
    """The records in localStorage, without the client's own affairs."""
    found = page.evaluate("Object.fromEntries(roadmap.store.paths().map((path) => [path, roadmap.localStore.get(path)]))")
    return dict(found)
