"""The dashboard, opened on a Monday, in a fixed time zone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard.page import MONDAY, at_noon


@pytest.fixture
def context_options() -> dict[str, Any]:
    return {"timezone_id": "UTC", "locale": "en-GB"}


@pytest.fixture
def dashboard(page: Page, server: str) -> Page:
    at_noon(page, MONDAY)
    page.goto(server + "/dashboard/")
    expect(page.get_by_role("heading", name="Continue here")).to_be_visible()
    return page
