"""The exported site, built without our plugin: ticks are saved, the dashboard works, and it opens without a server."""

import os
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from learning_roadmap.export import export_tree
from tests.browser.page import INDEX, box, count
from tests.browser.sites import Quiet, Server
from tests.browser.storage import states
from tests.built_once import built_once
from tests.export.conftest import COMMANDS, ZENSICAL
from tests.families import family
from tests.paths import PROJECT


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "zensical" and ZENSICAL is None:
        pytest.skip("Zensical is not installed")

    def build(folder: Path) -> None:
        for path, content in export_tree(INDEX, PROJECT / "content" / "pages", date(2026, 1, 15)).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        subprocess.run(COMMANDS[request.param], cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})

    return built_once(tmp_path_factory, f"export-{request.param}", build) / "site"


@pytest.fixture(scope="module")
def served(exported: Path) -> Iterator[str]:
    with Server(("127.0.0.1", 0), partial(Quiet, directory=exported)) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


# The test after this one opens the site on a server.
@pytest.mark.parametrize("way", family(["served", "from-disk"], "from-disk"))
def test_a_tick_is_saved_and_shown_on_every_page(context: BrowserContext, exported: Path, served: str, way: str) -> None:
    site = served if way == "served" else exported.as_uri()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/phases/deep-learning.html")
    box(page, "perceptron").check()
    page.reload()
    expect(box(page, "perceptron")).to_be_checked()
    assert states(page) == {"perceptron": "done"}
    expect(count(page, "phase:deep-learning")).to_contain_text("1 of ")
    page.goto(f"{site}/documents/deep-learning.html")
    expect(box(page, "perceptron")).to_be_checked()
    page.goto(f"{site}/index.html")
    expect(count(page, "all")).to_contain_text("1 of ")
    # Material's search needs its plugin "offline" where there is no server.
    assert [error for error in errors if "search_index.js" not in error] == []


def test_the_dashboard_and_the_states_of_a_topic_work(page: Page, served: str) -> None:
    page.goto(f"{served}/phases/deep-learning.html")
    page.locator('.rm-more[data-entry="relu"]').first.click()
    page.get_by_role("radio", name="Learning").check()
    page.goto(f"{served}/dashboard/index.html")
    expect(page.locator(".rm-dashboard")).to_contain_text("ReLU")
    page.locator('.rm-dashboard a[href$="#topic-relu"]').first.click()
    page.wait_for_url("**/phases/deep-learning.html#topic-relu")
    page.goto(f"{served}/dashboard/backup.html")
    expect(page.locator(".rm-dashboard .rm-empty")).to_have_count(0)
