"""The pages of roles: what a job takes, what is optional, and the way from and to them."""

import posixpath
from pathlib import Path

import pytest

from learning_roadmap.datafile import parse
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.pages import Page, Settings, build_pages
from learning_roadmap.pages.navigation import expand_navigation
from learning_roadmap.text.decode import DecodedText
from tests.pages.webpage import see

TEXT = """\
format: 2
id: bread
title: Bread
phases:
- id: dough
  title: Dough
  sections:
  - id: basics
    title: Basics
    topics:
    - {id: kneading, title: Kneading, hours: 5, needs: [{topic: mixing, reason: only a dough is kneaded}]}
    - {id: folding, title: Folding, hours: 2, optional: true}
    - {id: shaping, title: Shaping, hours: 4, needs: [{topic: kneading, reason: a kneaded dough keeps its shape}]}
    - {id: mixing, title: Mixing}
    practice:
    - {id: ten-loaves, title: Ten loaves}
- id: oven
  title: Oven
projects:
- {id: stall, title: A market stall}
roles:
- id: baker
  title: Baker
  also: [Bread maker]
  summary: Bakes `sourdough` before others rise.
  skills:
  - {entry: basics, reason: every loaf begins here}
  - {entry: ten-loaves, reason: shows an even hand}
  - {entry: stall}
  - {entry: folding, reason: the crumb opens, optional: true}
  named:
  - {document: d, line: 1, words: Master baker}
- id: miller
  title: Miller
documents:
- id: d
  title: Old book
  file: d.md
  outline:
  - {line: 1, kind: outcome, text: Master baker}
"""


def relative(here: str, there: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def pages_of(text: str) -> list[Page]:
    return build_pages(RoadmapIndex(parse(DecodedText("x.yml", tuple(text.splitlines())), Path("x.yml")).roadmap), Settings(relative))


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.path: page for page in pages_of(TEXT)}


def parts_of(page: Page) -> tuple[str, str]:
    """What the job takes, and what is optional."""
    skills, _, _ = page.html.partition('id="role-topics"')
    required, _, optional = skills.partition('id="role-optional"')
    return required, optional


def topics_of(page: Page) -> str:
    """All topics that lead to what the job takes."""
    return page.html.partition('id="role-topics"')[2]


def test_required_skills_come_first_with_their_reasons(pages: dict[str, Page]) -> None:
    required, optional = parts_of(pages["roles/baker.md"])
    assert "What it takes" in required and "every loaf begins here" in required and "shows an even hand" in required
    assert "Useful but not required" in optional and "the crumb opens" in optional and "every loaf" not in optional


def test_what_can_be_ticked_has_a_box_and_a_section_its_progress(pages: dict[str, Page]) -> None:
    required, optional = parts_of(pages["roles/baker.md"])
    assert set(see(required).ticks) == {"ten-loaves", "stall"} and set(see(optional).ticks) == {"folding"}
    assert see(pages["roles/baker.md"].html).scopes == {"section:basics": 3}, "one is optional"


def test_a_role_lists_all_topics_that_lead_there_and_how_long_it_takes(pages: dict[str, Page]) -> None:
    page = pages["roles/baker.md"]
    assert list(see(topics_of(page)).ticks) == ["mixing", "kneading", "shaping"], "each after those it needs, without the optional one"
    assert "It takes 3 topics, 2 exercises and projects, at least 9 hours (3 have no hours yet)." in page.html
    assert "adds 1 topic, about 2 hours" in parts_of(page)[1]
    assert "../dashboard/path.md#goal=baker" in see(page.html).links


def test_a_role_without_topics_says_nothing_of_time(pages: dict[str, Page]) -> None:
    page = pages["roles/miller.md"]
    assert "It takes" not in page.html and "role-topics" not in page.html and "dashboard/path" not in page.html


def test_each_skill_is_a_link(pages: dict[str, Page]) -> None:
    wanted = {
        "../phases/dough.md#section-basics",
        "../phases/dough.md#practice-ten-loaves",
        "../projects.md#project-stall",
        "../phases/dough.md#topic-folding",
    }
    assert wanted <= set(see(pages["roles/baker.md"].html).links)


def test_a_role_names_its_sources_and_its_source_links_back(pages: dict[str, Page]) -> None:
    assert "../documents/d.md#line-1" in see(pages["roles/baker.md"].html).links
    assert "../roles/baker.md" in see(pages["documents/d.md"].html).links


def test_all_roles_are_on_one_page(pages: dict[str, Page]) -> None:
    page = pages["roles/index.md"]
    assert {"baker.md", "miller.md"} <= set(see(page.html).links)
    assert "Bakes <code>sourdough</code> before others rise." in page.html


def test_a_role_without_skills_has_no_empty_lists(pages: dict[str, Page]) -> None:
    html = pages["roles/miller.md"].html
    assert "Miller" in html and "<ul" not in html and pages["roles/miller.md"].toc[0].children == ()


def test_a_role_is_found_by_its_names_and_the_words_of_documents(pages: dict[str, Page]) -> None:
    (entry,) = pages["roles/baker.md"].search
    assert entry.title == "Baker" and entry.anchor == ""
    assert set(entry.names) == {"Bread maker", "Master baker"} and "before others rise" in entry.text


def test_the_navigation_lists_all_roles_first() -> None:
    assert expand_navigation([{"Roles": "roadmap:roles"}], pages_of(TEXT)) == [{"Roles": ["roles/index.md", "roles/baker.md", "roles/miller.md"]}]


def test_without_roles_there_is_no_page_of_roles() -> None:
    text = TEXT[: TEXT.index("roles:\n")] + TEXT[TEXT.index("documents:\n") :]
    assert not [page.path for page in pages_of(text) if page.group == "roles"]
