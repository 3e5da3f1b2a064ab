"""A small roadmap of baking with prerequisites, served and from disk; what its policy refuses fails a test."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.page import refusals, watch
from tests.browser.sites import served, small_site
from tests.families import family

BAKING = """
format: 2
id: baking
title: Baking
hours_per_week: 5
phases:
- id: dough
  title: Dough
  sections:
  - id: basics
    title: Basics
    topics:
    - {id: flour, title: Flour, hours: 1, start: true}
    - {id: water, title: Water, hours: 2, start: true}
    - id: kneading
      title: Kneading
      also: [Working the dough]
      hours: 4
      needs:
      - {topic: flour, reason: '`gluten` is a protein of flour'}
      - {topic: water, reason: dough is kneaded wet}
  - id: rising
    title: Rising
    topics:
    - id: yeast
      title: Yeast
      needs:
      - {topic: water, reason: it wakes up in warm water}
    - id: proofing
      title: Proofing
      hours: 3
      needs:
      - {topic: yeast, reason: yeast makes the gas}
      - {topic: kneading, reason: only kneaded dough holds the gas}
- id: oven
  title: Oven
  sections:
  - id: heat
    title: Heat
    topics:
    - id: creme-brulee
      title: Crème brûlée
      hours: 2
    - id: steam
      title: Steam
      hours: 1
      needs:
      - {topic: water, reason: steam is water}
    - {id: salt, title: Salt, hours: 1, start: true}
projects:
- {id: baguette, title: Baguette, topics: [proofing, steam], hours: 5}
- {id: photo, title: Photo of a loaf}
milestones:
- id: baker
  title: Baker
  months: 3
  goals:
  - {id: a-bread, title: A bread, covers: [proofing]}
- id: fame
  title: Fame
  months: 9
  goals:
  - {id: applause, title: Applause}
papers:
- {id: old-loaf, title: An old loaf}
history:
- {id: wheat, was: merged, kind: topic, into: [flour]}
- {id: leaven, was: split, kind: topic, into: [yeast, proofing]}
- {id: margarine, was: retired, kind: topic}
"""
WITHOUT_PREREQUISITES = """
format: 2
id: flat
title: Flat
phases:
- id: one
  title: One
  sections:
  - id: section
    title: Section
    topics:
    - {id: alpha, title: Alpha}
    - {id: beta, title: Beta}
"""


@dataclass(frozen=True)
class Site:
    """A built site and how its addresses look."""

    root: str
    directory_urls: bool

    def at(self, name: str, goal: str | None = None) -> str:
        return f"{self.root}/{name}{'/' if self.directory_urls else '.html'}" + ("" if goal is None else f"#goal={goal}")


# A site differs by its addresses: the tests whose subject is an address, and the core list, run from disk as well (`both_sites`); with
# `make test-all` all do.
WAYS = ["from-disk", "served"]
both_sites = pytest.mark.parametrize("site", WAYS, indirect=True)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    """The site, from disk and served."""
    folders = [
        small_site(tmp_path_factory.mktemp("baking"), BAKING, use_directory_urls=is_served, site_url="http://127.0.0.1/")
        for is_served in (False, True)
    ]
    with served(folders[1]) as root:
        yield {"from-disk": Site(folders[0].as_uri(), directory_urls=False), "served": Site(root, directory_urls=True)}


@pytest.fixture(params=family(WAYS, "served"))
def site(request: pytest.FixtureRequest, sites: dict[str, Site]) -> Site:
    return sites[request.param]


@pytest.fixture(scope="module")
def flat_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Opened from disk; nothing needs anything."""
    return small_site(tmp_path_factory.mktemp("flat"), WITHOUT_PREREQUISITES, use_directory_urls=False)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    refused = refusals(context)
    page = context.new_page()
    page.set_default_timeout(30_000)
    watch(page)
    yield page
    assert refused == []
