"""The plan as a calendar file."""

import re
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import Page

from tests.browser.dashboard.page import PLAN, at_noon
from tests.browser.page import LEAVES


def test_the_calendar_is_valid_and_keeps_its_uids(dashboard: Page, server: str) -> None:
    dashboard.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    dashboard.goto(server + "/dashboard/plan/")

    def calendar() -> str:
        with dashboard.expect_download() as download:
            dashboard.get_by_role("button", name="Export calendar").click()
        return Path(download.value.path()).read_bytes().decode()

    text = calendar()
    assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    lines = text.replace("\r\n ", "").split("\r\n")
    events = [
        dict(line.split(":", 1) for line in event.split("BEGIN:VALARM")[0].split("\n")[1:] if ":" in line)
        for event in "\n".join(lines).split("BEGIN:VEVENT")[1:]
    ]
    assert len(events) == len({event["UID"] for event in events})
    assert {event["UID"] for event in events} >= {
        "day-2026-01-05@ai-engineer.roadmap",
        "week-2026-07-06@ai-engineer.roadmap",
        "milestone-3-month-goal@ai-engineer.roadmap",
    }
    for event in events:
        is_slot = event["UID"].startswith("day-")
        start, end = (event[name if is_slot else f"{name};VALUE=DATE"] for name in ("DTSTART", "DTEND"))
        assert re.fullmatch(r"\d{8}T\d{6}" if is_slot else r"\d{8}", start) and start < end
        assert event["TRANSP"] == ("OPAQUE" if is_slot else "TRANSPARENT")
        assert event["URL"] == f"{server}/dashboard/plan/"
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        assert not re.search(r"(?<!\\)[;,]", event["SUMMARY"])
    parsed = Calendar.from_ical(text)
    assert len(list(parsed.walk("VEVENT"))) == len(events)
    alarms = {str(event["UID"]): [str(alarm["TRIGGER"].to_ical(), "ascii") for alarm in event.walk("VALARM")] for event in parsed.walk("VEVENT")}
    assert alarms["day-2026-01-05@ai-engineer.roadmap"] == ["-PT10M"] and alarms["milestone-3-month-goal@ai-engineer.roadmap"] == ["-P1D"]
    assert not parsed.errors and not any(event.errors for event in parsed.walk("VEVENT"))
    # A slot names its topics, with their addresses, and begins at the time that was chosen.
    first = next(event for event in parsed.walk("VEVENT") if event["UID"] == "day-2026-01-05@ai-engineer.roadmap")
    assert f"{server}/phases/" in first["DESCRIPTION"] and first["DTSTART"].dt.isoformat() == "2026-01-05T18:00:00"
    dashboard.locator("[name=calendar-start]").fill("07:30")
    first = next(event for event in Calendar.from_ical(calendar()).walk("VEVENT") if event["UID"] == first["UID"])
    assert first["DTSTART"].dt.isoformat() == "2026-01-05T07:30:00"
    # The learner goes on; the days keep their names, and a program that has them changes them.
    dashboard.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", LEAVES[:20])
    assert {"day-2026-01-12@ai-engineer.roadmap"} <= {line.removeprefix("UID:") for line in calendar().split("\r\n") if line.startswith("UID:")}


def test_weeks_no_longer_planned_are_cancelled_in_the_next_calendar(dashboard: Page, server: str) -> None:
    dashboard.evaluate("plan => roadmap.store.write([['plan/current', plan]])", PLAN)
    dashboard.goto(server + "/dashboard/plan/")

    def events() -> dict[str, Any]:
        with dashboard.expect_download() as download:
            dashboard.get_by_role("button", name="Export calendar").click()
        return {str(event["UID"]): event for event in Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")}

    before = events()
    dashboard.evaluate("ids => roadmap.store.write(ids.map((id) => [`state/${id}`, { state: 'done' }]))", LEAVES[:60])
    at_noon(dashboard, "2026-01-06")
    after = events()
    # What was planned for a past day stays as it is in the calendar.
    assert before.keys() - after.keys() == {"day-2026-01-05@ai-engineer.roadmap"}
    gone = {uid for uid in before if uid in after and after[uid].get("STATUS") == "CANCELLED"}
    assert gone and all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in before.keys() & after.keys())
