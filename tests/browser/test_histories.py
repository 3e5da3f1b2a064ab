"""Random histories of four tabs, some with a newer roadmap, against a simple model: the newest state wins, no text is lost."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.page import watch
from tests.browser.sites import SMALL, SMALL_PAGE, served, small_site
from tests.browser.storage import second_copy
from tests.families import family

# The next version: one topic has become part of another, one has a new name, one is new.
NEXT = SMALL.replace("    - {id: beta, title: Beta}\n", "    - {id: gamma, title: Gamma}\n").replace("title: Left}", "title: To the left}") + (
    "history:\n- {id: beta, was: merged, into: [alpha]}\n"
)
ACT = """([kind, id, token, state]) => {
  const { store } = roadmap, links = store.read(`links/${id}`)?.links ?? [];
  if (kind === "state") return store.write([[`state/${id}`, { state }]]) ? store.read(`state/${id}`) : null;
  if (kind === "note") return store.write([[`note/${id}`, { text: `${store.read(`note/${id}`)?.text ?? ""} ${token}`.trim() }]]);
  return store.write([[`links/${id}`, { links: [...links, { title: token, url: `https://example.org/${token}` }] }]]);
}"""
TEXTS = """Object.fromEntries(roadmap.store.paths().map((path) => [path, roadmap.store.read(path)]))"""


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds of a roadmap."""
    folder = tmp_path_factory.mktemp("versions")
    return small_site(folder / "before"), small_site(folder / "after", NEXT)


def deploy(site: Path, origin: Path) -> None:
    """Put a build where the site is served, over the one before."""
    for file in site.rglob("*"):
        if file.is_file():
            target = origin / file.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())


def play(tabs: list[Page], chance: random.Random, model: dict[str, Any], steps: int) -> None:
    for _ in range(steps):
        tab, kind = chance.choice(tabs), chance.choice(["state", "state", "note", "links"])
        id = chance.choice(["alpha", "beta", "left", "right"])
        token = f"t{len(model['tokens'])}"
        state = chance.choice(["todo", "learning", "done", "skipped"])
        # Some tabs are busy meanwhile, and hear of nothing.
        if chance.random() < 0.3:
            chance.choice(tabs).evaluate("setTimeout(() => { const end = performance.now() + 40; while (performance.now() < end); })")
        written = tab.evaluate(ACT, [kind, id, token, state])
        assert written
        if kind == "state":
            model["states"].setdefault(id, []).append((written["at"], state))
        else:
            model["tokens"][token] = f"{kind}/{id}"


def rest(tabs: list[Page]) -> dict[str, Any]:
    """What all tabs agree on, once they have heard of everything."""
    for _ in range(100):
        tabs[0].wait_for_timeout(100)
        found = [tab.evaluate(TEXTS) for tab in tabs]
        if all(one == found[0] for one in found):
            tabs[0].wait_for_timeout(200)
            if tabs[0].evaluate(TEXTS) == found[0]:
                return dict(found[0])
    raise AssertionError("the tabs do not come to rest")


def check(records: dict[str, Any], model: dict[str, Any], merged: dict[str, str]) -> list[Any]:
    wrong: list[Any] = []
    states: dict[str, list[tuple[int, str]]] = {}
    for id, acts in model["states"].items():
        states.setdefault(id, []).extend(acts)
        # What was said of a topic that was merged into another counts for that one, too.
        if id in merged:
            states.setdefault(merged[id], []).extend(acts)
    for id, acts in states.items():
        if id not in merged and records[f"state/{id}"]["state"] not in {state for at, state in acts if at == max(acts)[0]}:
            wrong.append(("not the newest", id, sorted(acts)[-3:], records[f"state/{id}"]))
    for token, path in model["tokens"].items():
        kind, id = path.split("/")
        places = [path, *([f"{kind}/{merged[id]}"] if id in merged else [])]
        texts = " ".join(json.dumps(records.get(place, {}).get("text", records.get(place, {}).get("links", ""))) for place in places)
        if f"{token} " not in texts.replace('"', " ").replace("\\n", " ").replace(",", " "):
            wrong.append(("lost", token, path, texts))
    return wrong


@pytest.mark.parametrize("seed", family(range(20), 0))
def test_four_tabs_and_an_update_lose_nothing(context: BrowserContext, versions: tuple[Path, Path], seed: int, tmp_path: Path) -> None:
    before, after = versions
    origin = tmp_path / "origin"
    deploy(before, origin)
    chance = random.Random(seed)
    model: dict[str, Any] = {"states": {}, "tokens": {}}
    with served(origin) as address:
        tabs = [context.new_page() for _ in range(4)]
        for tab in tabs:
            watch(tab)
            tab.goto(address + SMALL_PAGE)
        play(tabs, chance, model, 30)
        assert check(rest(tabs), model, {}) == []
        # Two tabs get the newer version, and two go on with the older one.
        deploy(after, origin)
        for tab in tabs[:2]:
            tab.goto(address + SMALL_PAGE + f"?{seed}")
            tab.wait_for_timeout(500)
        play(tabs, chance, model, 30)
        rest(tabs)
        for tab in tabs:
            tab.goto(address + SMALL_PAGE + f"?{seed}-again")
            tab.wait_for_timeout(1500)
        play(tabs, chance, model, 10)
        records = rest(tabs)
        assert check(records, model, {"beta": "alpha"}) == []
        tabs[0].evaluate("roadmap.load('upkeep').then(({ reconcile }) => reconcile())")
        assert {path: json.loads(raw) for path, raw in second_copy(tabs[0]).items()} == records
