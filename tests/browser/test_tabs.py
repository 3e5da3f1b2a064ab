"""Several tabs at once. A browser caches the storage in each process: a tab may write before it knows of another tab's write."""

import json
import time

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.page import until, watch
from tests.browser.storage import FILL, PREFIX, everything, records
from tests.families import family


@pytest.fixture
def tabs(request: pytest.FixtureRequest, context: BrowserContext, server: str) -> list[Page]:
    """Four tabs of one learner, or another number, on the lightest page: all pages store alike."""
    found = []
    for _ in range(getattr(request, "param", 4)):
        tab = context.new_page()
        watch(tab)
        tab.goto(server + "/404.html")
        until(tab, "globalThis.roadmap?.store")
        found.append(tab)
    return found


# Where one tab acts and another one must not undo it, two show it; with `make test-all`, two more look on.
with_two_tabs = pytest.mark.parametrize("tabs", family([2, 4], 2), indirect=True)


def write_deaf(tab: Page, milliseconds: int, script: str) -> None:
    """Run a script in a tab that is busy before it, and so hears of nothing that others write meanwhile."""
    busy = f"const end = Date.now() + {milliseconds}; while (Date.now() < end); {{ {script} }} globalThis.isBusy = false;"
    tab.evaluate(f"globalThis.isBusy = true; setTimeout(() => {{ {busy} }})")


def until_written(tab: Page) -> None:
    """Wait until the script of `write_deaf` has run."""
    until(tab, "!globalThis.isBusy")


def settle(tabs: list[Page]) -> None:
    """Wait until all tabs have heard of all."""
    for tab in tabs:
        until_written(tab)
    end = time.monotonic() + 60
    tabs[0].wait_for_timeout(1000)
    while len({tuple(sorted(everything(tab).items())) for tab in tabs}) > 1:
        assert time.monotonic() < end, "the tabs do not come to rest"
        tabs[0].wait_for_timeout(100)


@with_two_tabs
def test_a_tab_with_stale_records_does_not_overwrite_newer_ones(tabs: list[Page]) -> None:
    # A file is taken over by a tab that does not hear of what the other writes meanwhile.
    taken = """
      const { store, merging } = roadmap;
      store.put(new Map(Object.entries({
        "state/perceptron": { state: "learning", at: 9 },
        "note/perceptron": { text: "of a file", at: 9 },
        "day/2026-03-01": { ticks: { read: 9 }, at: 9 },
      }).map(([path, item]) => [path, store.read(path) ? merging.merge(path, store.read(path), item) : item])));"""
    said = """
      roadmap.store.write([
        ["state/perceptron", { state: "done" }],
        ["note/perceptron", { text: "mine" }],
        ["day/2026-03-01", { ticks: { write: 10 } }],
      ]);"""
    write_deaf(tabs[0], 1500, taken)
    write_deaf(tabs[1], 500, said)
    for tab in tabs:
        until(tab, "roadmap.store.state('perceptron') === 'done'")
        until(tab, "['mine', 'of a file'].every(part => roadmap.store.read('note/perceptron').text.includes(part))")
        until(tab, "['read', 'write'].every(habit => habit in roadmap.store.read('day/2026-03-01').ticks)")


@with_two_tabs
@pytest.mark.parametrize("others_close", family([False, True], True))
def test_a_text_is_not_lost_to_a_tab_that_was_suspended(tabs: list[Page], others_close: bool) -> None:
    tabs[0].evaluate("roadmap.store.write([['note/relu', { text: 'first' }]])")
    settle(tabs)
    write_deaf(tabs[1], 3000, "roadmap.store.write([['note/relu', { text: roadmap.store.read('note/relu').text + ', then theirs' }]]);")
    write_deaf(tabs[0], 300, "roadmap.store.write([['note/relu', { text: 'first, then mine' }]]);")
    until_written(tabs[0])
    # It may have reached others: the one that is suspended hears of it, or not.
    tabs[0].wait_for_timeout(1000)
    if others_close:
        for tab in (tabs[0], *tabs[2:]):
            tab.close()
    until(tabs[1], "['then mine', 'then theirs'].every(part => roadmap.store.read('note/relu').text.includes(part))")


def test_simultaneous_changes_in_four_tabs_are_all_kept(tabs: list[Page]) -> None:
    for number, tab in enumerate(tabs):
        script = """
          const { store } = roadmap, links = store.read('links/relu')?.links ?? [], text = store.read('note/relu')?.text ?? '';
          store.write([
            ['links/relu', { links: [...links, { title: 'link N', url: 'https://example.org/N' }] }],
            ['note/relu', { text: `${text} note N`.trim() }],
          ]);"""
        write_deaf(tab, 500 + 20 * number, script.replace("N", str(number)))
    for tab in tabs:
        until(tab, "[0, 1, 2, 3].every(number => roadmap.store.read('note/relu')?.text.includes(`note ${number}`))")
        until(tab, "[0, 1, 2, 3].every(number => roadmap.store.read('links/relu').links.some(link => link.title === `link ${number}`))")


@with_two_tabs
def test_successive_edits_in_several_tabs_duplicate_nothing(tabs: list[Page]) -> None:
    text = ""
    for turn in range(8):
        text += f" word{turn}"
        tab = tabs[turn % len(tabs)]
        until(tab, f"(roadmap.store.read('note/relu')?.text ?? '') === '{text.rpartition(' ')[0]}'")
        tab.evaluate(f"roadmap.store.write([['note/relu', {{ text: '{text}' }}]])")
    tabs[0].evaluate("roadmap.store.write([['links/relu', { links: [{ title: 'A', url: 'https://example.org/' }] }]])")
    until(tabs[1], "roadmap.store.read('links/relu')?.links.length === 1")
    tabs[1].evaluate("roadmap.store.write([['links/relu', { links: [] }]])")
    settle(tabs)
    assert records(tabs[0])["note/relu"]["text"] == text
    assert records(tabs[0])["links/relu"]["links"] == []


@with_two_tabs
def test_a_restore_is_not_undone_by_another_tab(tabs: list[Page]) -> None:
    was = "['note/relu', { text: 'old' }], ['state/relu', { state: 'done' }], ['day/2026-03-01', { ticks: { read: Date.now() } }]"
    now = """['note/relu', { text: 'new' }], ['note/tanh', { text: 'another' }], ['state/relu', { state: 'todo' }],
             ['day/2026-03-01', { ticks: { read: -Date.now(), write: Date.now() } }]"""
    tabs[1].evaluate("Promise.all(['dashboard', 'backup'].map(roadmap.need)).then(() => 0)")
    tabs[0].evaluate(f"roadmap.store.write([{was}])")
    settle(tabs)
    tabs[1].evaluate("roadmap.load('upkeep').then(({ backups }) => backups.point('here'))")
    tabs[0].evaluate(f"roadmap.store.write([{now}])")
    settle(tabs)
    tabs[1].evaluate("roadmap.files.points().then((points) => roadmap.files.restore(points.find((point) => point.why === 'here')))")
    settle(tabs)
    assert records(tabs[0])["note/relu"]["text"] == "old" and records(tabs[0])["note/tanh"]["text"] == ""
    assert records(tabs[0])["state/relu"]["state"] == "done"
    assert {habit: at > 0 for habit, at in records(tabs[0])["day/2026-03-01"]["ticks"].items()} == {"read": True, "write": False}


@with_two_tabs
def test_a_damaged_record_is_set_aside_once_for_all_tabs(tabs: list[Page]) -> None:
    tabs[0].evaluate(f"localStorage.setItem('{PREFIX}state/relu', '{{\"state\":\"do')")
    settle(tabs)
    assert {path: raw for path, raw in everything(tabs[0]).items() if "relu" in path} == {"damaged/state/relu": '{"state":"do'}


@with_two_tabs
def test_a_write_refused_by_a_full_storage_is_not_stored_by_another_tab(tabs: list[Page]) -> None:
    tabs[0].evaluate("roadmap.store.write([['state/relu', { state: 'done' }], ['day/2026-03-01', { ticks: { read: 5 } }]])")
    settle(tabs)
    tabs[1].evaluate(FILL)
    before = everything(tabs[0])
    assert not tabs[1].evaluate(
        """roadmap.store.put(new Map([['state/relu', { state: 'todo', at: Date.now() }], ['day/2026-03-01', { ticks: { write: 9 }, at: Date.now() }],
             ['note/tanh', { text: 'z'.repeat(20000), at: 1 }]]))"""
    )
    tabs[0].wait_for_timeout(1000)
    assert everything(tabs[0]) == before


@with_two_tabs
def test_records_of_a_newer_site_in_another_tab_are_left_alone(tabs: list[Page]) -> None:
    tabs[0].evaluate("roadmap.store.write([['note/relu', { text: 'of the older site' }]])")
    settle(tabs)
    newer = {"meta/format": "3", "note/relu": '{"of": "3"}', "state/relu": '{"s": 3, "at": 1}', "state/tanh": '{"s": 3, "at": 2}'}
    tabs[1].evaluate(f"for (const [path, raw] of Object.entries({json.dumps(newer)})) localStorage.setItem('{PREFIX}' + path, raw)")
    settle(tabs)
    assert not tabs[0].evaluate("roadmap.store.write([['state/relu', { state: 'done' }]])")
    assert "newer version" in tabs[0].evaluate("roadmap.store.refusal()")
    found = everything(tabs[0])
    assert {path: found.get(path) for path in newer} == newer
    assert not any(path.startswith("damaged/") for path in found)


@with_two_tabs
def test_links_of_two_tabs_beyond_the_limit_are_set_aside(tabs: list[Page]) -> None:
    for tab, letter in zip(tabs, "ab", strict=False):
        links = f"Array.from({{ length: 300 }}, (_, at) => ({{ title: `{letter}${{at}}`, url: `https://example.org/{letter}${{at}}` }}))"
        write_deaf(tab, 600, f"roadmap.store.write([['links/relu', {{ links: {links} }}]]);")
    settle(tabs)
    found = {link["title"] for path, raw in everything(tabs[0]).items() if path.endswith("links/relu") for link in json.loads(raw)["links"]}
    assert found == {f"{letter}{at}" for letter in "ab" for at in range(300)}
    assert tabs[0].evaluate("roadmap.store.damaged()") == ["damaged/links/relu"]
