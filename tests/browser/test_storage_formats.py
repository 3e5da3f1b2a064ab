"""Every format in which progress was ever stored or exported."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.page import DEEP, box
from tests.browser.storage import PREFIX, everything
from tests.paths import ROOT

LEGACY = "roadmap/ai-engineer/"
FIXTURES = Path(__file__).parent.parent / "data" / "progress"


def test_the_first_format_is_migrated_unchanged(page: Page, server: str) -> None:
    page.goto(server)
    stored = json.loads((FIXTURES / "storage-1.json").read_text(encoding="utf-8"))
    page.evaluate("stored => { localStorage.clear(); for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value); }", stored)
    page.reload()
    for id in ("perceptron", "vectors", "attention"):
        assert page.evaluate("id => roadmap.store.state(id)", id) == "done"
    assert page.evaluate("roadmap.store.state('dropout')") == "todo"
    now = everything(page)
    assert json.loads(now["state/perceptron"]) == json.loads(stored[LEGACY + "perceptron"])
    assert now["damaged/relu"] == stored[LEGACY + "relu"]
    assert now["meta/format"] == "2"


def test_every_released_format_has_fixtures_and_can_be_read(page: Page, server: str) -> None:
    page.goto(server + "/dashboard/backup/")
    page.evaluate("roadmap.need('backup')")
    newest = page.evaluate("roadmap.store.FORMAT")
    promise = (ROOT / "content" / "pages" / "engine" / "progress.md").read_text(encoding="utf-8")
    for version in range(1, newest + 1):
        assert (FIXTURES / f"storage-{version}.json").exists(), f"format {version} has no stored fixture"
        # Since the second format, records lie in a scope.
        assert version == 1 or (FIXTURES / f"storage-{version}-scoped.json").exists(), f"format {version} has no stored fixture in a scope"
        assert f"| storage {version} |" in promise and f"| file {version} |" in promise, f"format {version} is not promised to be read"
        file = FIXTURES / f"file-{version}.json"
        assert file.exists(), f"format {version} has no file fixture"
        read = page.evaluate(
            """async text => { const { items, errors } = await roadmap.progress.read(text, { isKnown: () => true, now: Date.now() });
                 return { errors, items: Object.fromEntries(items) }; }""",
            file.read_text(encoding="utf-8"),
        )
        assert read["errors"] == []
        assert read["items"]["state/perceptron"]["state"] == "done"


@pytest.mark.parametrize(("name", "prefix"), [("storage-2", LEGACY), ("storage-2-scoped", PREFIX)])
def test_the_newest_format_in_storage_reads_as_written(page: Page, server: str, name: str, prefix: str) -> None:
    page.goto(server)
    stored = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    page.evaluate("stored => { localStorage.clear(); for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value); }", stored)
    page.reload()
    expect(page.locator("html.rm-on")).to_have_count(1)
    now = everything(page)
    for key, value in stored.items():
        assert now[key.removeprefix(prefix)] == value
    for path in ("state/perceptron", "note/perceptron", "plan/current"):
        assert page.evaluate("path => roadmap.store.read(path)", path) == json.loads(stored[prefix + path])


def test_a_newer_format_is_shown_and_not_changed(page: Page, server: str) -> None:
    page.goto(server + DEEP)
    box(page, "perceptron").check()
    page.evaluate(f"localStorage.setItem('{PREFIX}meta/format', '3')")
    page.reload()
    before = everything(page)
    expect(page.locator(".rm-notice").get_by_text("newer version of this site").first).to_be_visible()
    expect(box(page, "perceptron")).to_be_checked()
    box(page, "dropout").click()
    expect(box(page, "dropout")).not_to_be_checked()
    expect(page.locator(".rm-status")).to_contain_text("newer version")
    assert everything(page) == before
