"""What learners type finds what they look for, in the published site as it is opened from disk.

``search_terms.yml`` has acronyms, beginnings, typing errors, other spellings, plurals, people, and words of summaries only.
"""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from learning_roadmap.datafile import DataFile
from learning_roadmap.model import RoadmapIndex, kind_of
from tests.browser.search.dialog import open_search, results_for

TERMS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("search_terms.yml").read_text("utf-8"))
EXPECTED = {typed: anchors.split(" | ") for group in TERMS.values() for typed, anchors in group.items()}


def test_every_expected_entry_exists(published: DataFile) -> None:
    located = RoadmapIndex(published.roadmap).located.values()
    anchors = {f"{kind_of(one.entry).name}-{one.entry.id}" for one in located}
    assert [(typed, anchor) for typed, anchors_of in EXPECTED.items() for anchor in anchors_of if anchor not in anchors] == []


@pytest.mark.slow
def test_the_terms_find_their_entries(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    open_search(page)
    addresses = {typed: [address.partition("#")[2] for address in results_for(page, typed)] for typed in EXPECTED}
    missed = {typed: addresses[typed][:3] for typed, anchors in EXPECTED.items() if not set(anchors).intersection(addresses[typed][:3])}
    not_first = [typed for typed, anchors in EXPECTED.items() if addresses[typed][:1] == [] or addresses[typed][0] not in anchors]
    # Some room for edits of the content, whose author need not know the search.
    assert len(missed) <= len(EXPECTED) * 0.03, missed
    assert len(not_first) <= len(EXPECTED) * 0.08, not_first


@pytest.mark.slow
def test_pages_for_learners_come_before_those_for_maintainers(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    open_search(page)
    for typed in ("export", "backup", "suggest", "progress"):
        first = results_for(page, typed)[0]
        assert "/engine/" not in first, (typed, first)
    expect(page.locator(".rm-search-result").first).to_be_visible()
