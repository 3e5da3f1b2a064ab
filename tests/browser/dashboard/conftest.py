"""The dashboard, opened on a Monday, in a fixed time zone."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard.bakery import BAKERY
from tests.browser.dashboard.page import MONDAY, at_noon
from tests.browser.sites import served, small_site


@pytest.fixture
def context_options() -> dict[str, Any]:
    return {"timezone_id": "UTC", "locale": "en-GB"}


@pytest.fixture
def monday(page: Page) -> Page:
    """A tab on that day, in which nothing is open."""
    at_noon(page, MONDAY)
    return page


@pytest.fixture
def dashboard(monday: Page, server: str) -> Page:
    monday.goto(server + "/dashboard/")
    expect(monday.get_by_role("heading", name="Continue here")).to_be_visible()
    return monday


@pytest.fixture(scope="module")
def bakery_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("bakery"), BAKERY)) as root:
        yield root


@pytest.fixture
def bakery(monday: Page, bakery_site: str) -> Page:
    """The dashboard of a roadmap with prerequisites."""
    monday.goto(bakery_site + "/dashboard/")
    expect(monday.get_by_role("heading", name="Continue here")).to_be_visible()
    return monday
