"""What all tests share: how many examples Hypothesis tries, the marker of tests that need a browser, and a Chromium."""

import gc
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.engines.chromium import FLAGS, executable
from tests.browser.page import refusals, watch
from tests.compiled_templates import share_compiled_templates
from tests.families import IS_ALL
from tests.theme_listing import share_theme_listing

# As many as usual in `make test-all`, half as many in each of the more frequent `make test`, or as many as `make fuzz` wants.
settings.register_profile("asked", max_examples=int(os.environ.get("ROADMAP_EXAMPLES", "100" if IS_ALL else "50")), deadline=None)
settings.load_profile("asked")
# Otherwise the collector goes through all collected tests again and again, in a tenth of the time of tests without a browser.
gc.set_threshold(10_000)
share_compiled_templates()
share_theme_listing()
# Long, for a busy machine: only a test that fails waits for its end.
expect.set_options(timeout=30_000)
BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER) or "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


# Here, for all folders: Playwright starts only once in a process.
@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
    # Who wants less motion has no transitions: no click hits what is still moving, and a page costs a tenth less. A test of motion asks for it
    # (reduced_motion="no-preference"), and the core list in Firefox runs with it.
    chromium.new_context = partial(chromium.new_context, reduced_motion="reduce")  # type: ignore[method-assign]
    yield chromium
    chromium.close()


@pytest.fixture
def context_options() -> dict[str, Any]:
    """Options of the browser context, such as its time zone; a folder may replace them."""
    return {}


@pytest.fixture
def context(browser: Browser, context_options: dict[str, Any]) -> Iterator[BrowserContext]:
    """Tabs that share a storage. Whatever the site's policy refuses in any of them fails the test."""
    found = browser.new_context(**context_options)
    found.set_default_timeout(30_000)
    refused = refusals(found)
    yield found
    found.close()
    assert refused == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page that counts any error, and any request that would leave the site, as a failure of the test."""
    found = context.new_page()
    watch(found)
    return found
