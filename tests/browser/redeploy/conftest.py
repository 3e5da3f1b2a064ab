"""Several versions of a site, their host, and a tab."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hosts import Host, build_versions, hosted
from tests.browser.page import refusals
from tests.browser.redeploy.page import Tally, Versions


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    return build_versions(tmp_path_factory, "versions")


@pytest.fixture(scope="session")
def stored_versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """The same versions of a site that browsers store."""
    return build_versions(tmp_path_factory, "stored", is_offline=True)


@pytest.fixture(scope="session")
def tally() -> Iterator[Tally]:
    found = Tally()
    yield found
    print(f"\nredeployments: {found.cases} cases, {found.boxes} boxes ticked, {len(found.wrong)} wrong")


@pytest.fixture
def host(versions: Versions) -> Iterator[Host]:
    with hosted(versions("base")) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(30_000)
    refused = refusals(context)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert refused == []
    # A page in place of a script, or half a script, cannot be read: that is said by the browser itself.
    assert [error for error in errors if "Unexpected token" not in error and "Unexpected end of input" not in error] == []
