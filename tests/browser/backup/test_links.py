"""Links that share ticks or move everything, and invalid ones."""

import base64
import json
import zlib

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.storage import everything
from tests.families import family


def test_a_shared_link_opens_read_only_and_can_be_imported(backup: Page, context: BrowserContext, server: str) -> None:
    backup.evaluate("roadmap.store.write([['state/vectors', { state: 'done' }], ['note/vectors', { text: 'private' }]])")
    backup.get_by_role("button", name="Copy link to share your ticks").click()
    expect(backup.get_by_label("Link", exact=True)).to_be_visible()
    address = backup.get_by_label("Link", exact=True).input_value()
    other = context.browser.new_context()  # type: ignore[union-attr]
    page = other.new_page()
    page.goto(address)
    expect(page.get_by_text("✓ Vectors")).to_be_visible()
    assert "private" not in page.content()
    assert [key for key in everything(page) if not key.startswith("meta/")] == []
    page.get_by_role("button", name="Import into this browser").click()
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.locator(".rm-status")).to_contain_text("imported")
    assert page.evaluate("roadmap.store.state('vectors')") == "done"
    other.close()


def test_a_link_with_everything_contains_notes(backup: Page) -> None:
    backup.evaluate("roadmap.store.write([['note/vectors', { text: 'mine <b>' }]])")
    backup.get_by_role("button", name="Copy link to move everything").click()
    expect(backup.get_by_label("Link", exact=True)).to_be_visible()
    hash = backup.get_by_label("Link", exact=True).input_value().split("#")[1]
    found = backup.evaluate("async hash => (await roadmap.share.read(hash)).text", hash)
    assert json.loads(found)["items"]["note/vectors"]["text"] == "mine <b>"


def deflated(data: bytes) -> str:
    packer = zlib.compressobj(9, wbits=-15)
    return base64.urlsafe_b64encode(packer.compress(data) + packer.flush()).decode().rstrip("=")


BAD_LINKS = [
    ("", "not a link to shared progress"),
    ("", "[URLSTATE]"),
    ("s=%E0%A4%A", "not a link to shared progress"),
    ("s=2.", "incomplete"),
    ("s=2.!!!", "not a link to shared progress"),
    ("s=2." + deflated(b'{"format":"roadmap-progress"' + b" " * 500)[:-4], "incomplete"),
    ("s=9.AAAA", "newer version"),
    ("s=2." + deflated(b"0" * 6_000_000), "too much data"),
    ("s=2." + deflated(b"[]"), "The progress in this link cannot be read."),
    ("s=2." + deflated(b"\xff\xfe"), "incomplete"),
    (
        "s=2." + deflated(b'{"format":"roadmap-progress","version":2,"items":{"state/a":{"state":"<img src=x onerror=alert(1)>","at":1}}}'),
        "state must be",
    ),
]


# One of each message, and the one with a hostile value.
SOME_BAD_LINKS = family(BAD_LINKS, *(BAD_LINKS[at] for at in (0, 3, 6, 7, 8, 10)))


def test_an_invalid_link_reports_what_is_wrong(page: Page, server: str) -> None:
    for hash, message in SOME_BAD_LINKS:
        # Another hash alone would not load the page.
        page.goto("about:blank")
        page.goto(f"{server}/dashboard/shared/#{hash}")
        expect(page.locator("[data-rm-desk=shared]"), hash[:40]).to_contain_text(message)
        assert [key for key in everything(page) if not key.startswith("meta/")] == [], hash[:40]
