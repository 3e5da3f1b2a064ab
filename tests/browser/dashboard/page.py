"""What tests do with the dashboard: a fixed day, and a plan."""

import datetime as dt

from playwright.sync_api import Page

MONDAY = "2026-01-05"
PLAN = {"start": MONDAY, "hours": 10, "pace": 10, "off": [], "order": "map", "optional": True}


def at_noon(page: Page, day: str) -> None:
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"))
