"""What must work in every browser: what a learner does with progress, as a learner does it.

`make test` runs those that depend on what an engine does by itself (storage, tabs, files, keys, policies), in Firefox. `make test-all` runs all, in
Chromium and WebKitGTK too: what the other tests of this folder show, they show in Chromium.
"""

import json
import shutil
import time
from pathlib import Path

import pytest

from tests.browser.engines.base import Browser, Engine, Tab
from tests.browser.engines.chromium import Chromium
from tests.browser.page import BACKUP, DEEP
from tests.browser.release_data import BEFORE, CHANGED
from tests.browser.sites import deploy, served, small_site
from tests.browser.storage import FILL
from tests.families import IS_ALL, only_in_all

NOTE = ".rm-notes textarea"


def visit(browser: Browser, url: str) -> Tab:
    tab = browser.new_tab()
    go(tab, url)
    return tab


def go(tab: Tab, url: str) -> None:
    tab.goto(url)
    started(tab)


def reload(tab: Tab) -> None:
    """Load the page again, and wait for the client of the new page."""
    tab.reload()
    started(tab)


def started(tab: Tab) -> None:
    tab.until("document.documentElement.classList.contains('rm-on')")


def box(id: str) -> str:
    return f'.rm-tick[data-tick="{id}"]'


def tick(tab: Tab, id: str) -> None:
    tab.click(box(id))


def shows(tab: Tab, **states: bool) -> None:
    """Wait until each box is ticked, or is not; a name is an id with ``_`` for ``-``."""
    for name, is_done in states.items():
        tab.until(f"document.querySelector('{box(name.replace('_', '-'))}').checked === {str(is_done).lower()}")


def stored(tab: Tab) -> dict[str, str]:
    """The states in storage, by id."""
    found: dict[str, str] = tab.evaluate(
        """Object.fromEntries(Object.entries(localStorage).map(([key, value]) => [key.slice(roadmap.localStore.prefix.length), value, key])
             .filter(([path, , key]) => key.startsWith(roadmap.localStore.prefix) && path.startsWith("state/"))
             .map(([path, value]) => [path.slice("state/".length), JSON.parse(value).state]))"""
    )
    return found


def saved(tab: Tab, words: str) -> None:
    tab.sees(f"{words} Saved.", ".rm-status")


# ---- ticks ----


def test_a_tick_survives_a_reload(learner: Browser, server: str) -> None:
    tab = visit(learner, server + DEEP)
    tick(tab, "perceptron")
    saved(tab, "Perceptron: done.")
    reload(tab)
    shows(tab, perceptron=True, dropout=False)
    assert stored(tab) == {"perceptron": "done"}


def test_the_keyboard_is_enough(learner: Browser, server: str) -> None:
    tab = visit(learner, server + DEEP)
    tab.evaluate(f"document.querySelector('{box('perceptron')}').focus()")
    tab.press("Space")
    saved(tab, "Perceptron: done.")
    shows(tab, perceptron=True)
    tab.press("Space")
    saved(tab, "Perceptron: to do.")
    shows(tab, perceptron=False)


# In Chromium, `undo/test_undo`: by key and by button, of each act.
@only_in_all
@pytest.mark.parametrize("way", ["key", "button"])
def test_ticks_of_a_topic_and_of_a_parent_can_be_undone(learner: Browser, server: str, way: str) -> None:
    tab = visit(learner, server + DEEP)

    def undo() -> None:
        tab.press("Control+z") if way == "key" else tab.click("button", "Undo")

    tick(tab, "relu")
    saved(tab, "ReLU: done.")
    tick(tab, "activation-functions")
    shows(tab, activation_functions=True, tanh=True, sigmoid=True)
    undo()
    shows(tab, relu=True, tanh=False, sigmoid=False)
    tick(tab, "perceptron")
    shows(tab, perceptron=True)
    undo()
    shows(tab, perceptron=False, relu=True)
    assert [id for id, state in stored(tab).items() if state == "done"] == ["relu"]


# In Chromium, `test_ticks` and `undo/test_undo`.
@only_in_all
def test_instant_navigation_keeps_ticking(learner: Browser, server: str) -> None:
    tab = visit(learner, server)
    tab.evaluate("globalThis.isSameDocument = true")
    tab.click(".md-tabs__link", "Phases")
    tab.until("location.pathname === '/phases/'")
    tab.click(f'.md-content a[href*="{DEEP.split("/")[2]}"]')
    tab.until(f"location.pathname === '{DEEP}'")
    tick(tab, "perceptron")
    saved(tab, "Perceptron: done.")
    tab.click(".md-tabs__link", "Dashboard")
    tab.until("location.pathname === '/dashboard/' && document.querySelector('[data-rm-desk] h2')")
    assert tab.evaluate("globalThis.isSameDocument") is True, "the page was loaded anew; instant navigation is off"


def test_ticks_work_from_disk(learner: Browser, from_disk: str) -> None:
    tab = visit(learner, f"{from_disk}/phases/deep-learning.html")
    tick(tab, "perceptron")
    saved(tab, "Perceptron: done.")
    go(tab, f"{from_disk}/documents/deep-learning.html")
    shows(tab, perceptron=True)


# ---- tabs ----


def test_two_tabs_agree_at_once(learner: Browser, server: str) -> None:
    one, other = visit(learner, server + DEEP), visit(learner, server + "/documents/complete-ai-engineer/")
    tick(one, "momentum")
    shows(other, momentum=True)
    tick(other, "momentum")
    shows(one, momentum=False)


# Two tabs above; four in Chromium, in `test_storage`.
@only_in_all
def test_ticks_of_four_tabs_are_all_kept(learner: Browser, server: str) -> None:
    tabs = [visit(learner, server + DEEP) for _ in range(4)]
    every = tabs[0].evaluate("[...new Set([...document.querySelectorAll('.rm-tick')].map(box => box.dataset.tick))]")
    ids = [id for id in every if not tabs[0].evaluate(f"roadmap.counts.isParent({json.dumps(id)})")][:40]
    # All four at the same time: none waits for another.
    begin = time.time() * 1000 + 1500
    for at, tab in enumerate(tabs):
        click = f"setTimeout(() => document.querySelector(`.rm-tick[data-tick='${{id}}']`).click(), {begin} - Date.now() + 4 * at)"
        tab.evaluate(f"({json.dumps(ids[at::4])}.forEach((id, at) => {click}), 0)")
    for tab in tabs:
        tab.until(f"{json.dumps(ids)}.every(id => document.querySelector(`.rm-tick[data-tick='${{id}}']`).checked)")
        assert stored(tab) == dict.fromkeys(ids, "done")
    reload(tabs[0])
    assert stored(tabs[0]) == dict.fromkeys(ids, "done")


# ---- crashes and full disks ----


# A killed Chromium in `test_storage`: two starts of Firefox take as long as all other tests here.
@only_in_all
def test_what_was_reported_as_saved_survives_a_killed_browser(engine: Engine, server: str, tmp_path: Path) -> None:
    if not engine.keeps_profiles:
        pytest.skip("this browser keeps nothing when it is driven: there is nothing that a kill could take")
    killed = engine.start(tmp_path / "profile")
    tab = visit(killed, server + DEEP)
    for id, title in {"perceptron": "Perceptron", "dropout": "Dropout", "relu": "ReLU"}.items():
        tick(tab, id)
        saved(tab, f"{title}: done.")
    killed.kill()
    again = engine.start(tmp_path / "profile")
    try:
        tab = visit(again, server + DEEP)
        shows(tab, perceptron=True, dropout=True, relu=True, tanh=False)
    finally:
        again.close()


def test_a_full_storage_is_reported_and_the_tick_reverts(learner: Browser, server: str) -> None:
    tab = visit(learner, server + DEEP)
    tick(tab, "relu")
    saved(tab, "ReLU: done.")
    tab.evaluate(FILL)
    tick(tab, "activation-functions")
    tab.sees("could not be saved", ".rm-status")
    shows(tab, relu=True, tanh=False, sigmoid=False)
    assert stored(tab) == {"relu": "done"}
    go(tab, server + BACKUP)
    assert b'"state/relu"' in tab.download("#save"), "what is there can be taken along all the same"


# ---- files ----


def test_progress_moves_to_another_browser_in_a_file_and_the_import_can_be_undone(
    engine: Engine, learner: Browser, server: str, tmp_path: Path
) -> None:
    tab = visit(learner, server + DEEP)
    tick(tab, "perceptron")
    saved(tab, "Perceptron: done.")
    go(tab, server + BACKUP)
    file = tmp_path / "progress.json"
    file.write_bytes(tab.download("#save"))
    assert list(json.loads(file.read_text(encoding="utf-8"))["items"]) == ["state/perceptron"]

    other = engine.fresh()
    try:
        tab = visit(other, server + BACKUP)
        tab.choose_file("#file", file)
        tab.until("document.querySelector('#take')")
        assert stored(tab) == {}, "nothing is taken before it was seen"
        tab.click("#take")
        tab.until("document.querySelector('#undo')")
        assert stored(tab) == {"perceptron": "done"}
        go(tab, server + DEEP)
        shows(tab, perceptron=True)

        go(tab, server + BACKUP)
        file.write_text(
            json.dumps({"format": "roadmap-progress", "version": 2, "items": {"state/dropout": {"state": "done", "at": 5}}}), encoding="utf-8"
        )
        tab.choose_file("#file", file)
        tab.click("#take")
        tab.click("#undo")
        tab.until("roadmap.store.state('dropout') === 'todo' && roadmap.store.state('perceptron') === 'done'")
        assert other.complaints() == []
    finally:
        other.close()


# ---- notes and plans ----


def test_a_note_is_saved_and_shown_in_another_tab(learner: Browser, server: str) -> None:
    text = "Tänze, 中文 & <b>no markup</b> 😀"
    tab, other = visit(learner, server + DEEP), visit(learner, server + DEEP)
    tab.click('.rm-more[data-entry="perceptron"]')
    tab.fill(NOTE, text)
    tab.sees("Saved.", ".rm-notes .rm-field-status")
    other.until("document.querySelector('.rm-more.rm-has-note[data-entry=perceptron]')")
    # The address of the panel is that of its row.
    reload(tab)
    tab.until(f"document.querySelector('{NOTE}').value === {json.dumps(text)}")
    assert tab.evaluate("document.querySelectorAll('.rm-panel .rm-prose b').length") == 0


# What is stored survives, above; a plan in Chromium, `dashboard/test_plan`.
@only_in_all
def test_a_plan_survives_a_reload(learner: Browser, server: str) -> None:
    tab = visit(learner, server + "/dashboard/plan/")
    tab.fill("input[name=hours]", "20")
    tab.click("#make-plan")
    tab.until("roadmap.store.read('plan/current')?.hours === 20")
    tab.evaluate("roadmap.store.settled().then(() => 0)")
    reload(tab)
    tab.until("document.querySelector('input[name=hours]')?.value === '20'")
    go(tab, server + "/dashboard/")
    tab.until("document.querySelector('[data-rm-desk] .rm-chart')")


# ---- new versions ----


# In Chromium, `roadmap_changes/test_tick_migration`.
@only_in_all
def test_ticks_follow_a_roadmap_that_merges_splits_renames_and_retires(learner: Browser, tmp_path: Path) -> None:
    address = {"site_url": "http://127.0.0.1/"}
    before, after = (small_site(tmp_path / name, text, **address) for name, text in (("before", BEFORE), ("after", CHANGED)))
    live = tmp_path / "live"
    shutil.copytree(before, live)
    with served(live) as url:
        tab = visit(learner, url + "/phases/one/")
        for id, title in {"part-a": "Part A", "both-halves": "Both halves", "same": "Named so", "dropped": "Dropped"}.items():
            tick(tab, id)
            saved(tab, f"{title}: done.")
        old = stored(tab)
        deploy(after, live, url)
        reload(tab)
        shows(tab, whole=True, left_half=True, right_half=True, same=True)
        tab.sees("“dropped”", ".rm-notice")
        assert old.items() <= stored(tab).items(), "nothing that was stored is gone"
        tick(tab, "whole")
        saved(tab, "Whole: to do.")
        reload(tab)
        shows(tab, whole=False, left_half=True)


TOPICS = {"alpha": "First steps", "beta": "Second thoughts", "gamma": "Third time"}
MORE = {"added": "What came later"} | TOPICS | {"last": "What came last"}


def roadmap(topics: dict[str, str]) -> str:
    section = {"id": "section", "title": "Section", "topics": [{"id": id, "title": title} for id, title in topics.items()]}
    phases = [{"id": "one", "title": "One", "sections": [section]}]
    return json.dumps({"format": 2, "id": "redeployed", "title": "Redeployed", "phases": phases})


# In Chromium, `redeploy/test_every_change`, with each change.
@only_in_all
@pytest.mark.parametrize("way", ["link", "address"])
def test_a_new_version_under_an_open_tab_stores_each_tick_under_the_topic_shown(learner: Browser, tmp_path: Path, way: str) -> None:
    address = {"site_url": "http://127.0.0.1/", "nav": [{"Home": "index.md"}, {"Desk": "roadmap:dashboard"}, {"Phases": "roadmap:phases"}]}
    index = "# Home\n\n[What is left](dashboard/remaining/)\n"
    before, after = (small_site(tmp_path / name, roadmap(topics), index, **address) for name, topics in (("before", TOPICS), ("after", MORE)))
    live = tmp_path / "live"
    shutil.copytree(before, live)
    # As GitHub Pages serves: what a browser has, it need not ask for again within ten minutes.
    with served(live, max_age=600) as url:
        tab = visit(learner, url + "/phases/one/")
        tick(tab, "alpha")
        saved(tab, "First steps: done.")
        go(tab, url + "/")
        deploy(after, live, url)
        if way == "link":
            tab.click(".md-content a", "What is left")
        else:
            go(tab, url + "/dashboard/remaining/")
        names = "[...document.querySelectorAll('[data-rm-desk] .rm-row')].map(row => [row.querySelector('.rm-tick').dataset.tick, row.innerText])"
        tab.until(f"{names}.length > 0")
        wrong = [(id, name) for id, name in tab.evaluate(names) if MORE[id] not in name]
        assert wrong == [], "boxes that bear another topic's name"
        tab.click("[data-rm-desk] .rm-tick" + box("gamma").removeprefix(".rm-tick"))
        saved(tab, "Third time: done.")
        assert stored(tab) == {"alpha": "done", "gamma": "done"}
        go(tab, url + "/phases/one/")
        shows(tab, alpha=True, beta=False, gamma=True)


# ---- the policy ----


def test_every_page_opens_without_a_policy_violation(engine: Engine, server: str, from_disk: str) -> None:
    if isinstance(engine, Chromium):
        pytest.skip("test_policy opens them all in Chromium")
    folder = Path(from_disk.removeprefix("file://"))
    files = sorted(folder.rglob("*.html"))
    if not IS_ALL:
        # The policy is one for all pages, and those of a folder are of one kind.
        files = [*{path.parent: path for path in files}.values()]
    pages = [str(path.relative_to(folder)).removesuffix("index.html").removesuffix(".html") for path in files]
    browser = engine.fresh()
    try:
        tab = browser.new_tab()
        for page in pages:
            go(tab, f"{server}/{page}{'.html' if page == '404' else '/' if page and not page.endswith('/') else ''}")
            # Browsers fetch what may come next when the page is at rest.
            tab.evaluate("new Promise(done => setTimeout(done, 50))")
        complaints = browser.complaints()
    finally:
        browser.close()
    assert complaints == []
