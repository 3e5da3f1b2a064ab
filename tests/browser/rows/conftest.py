"""A phase of two sections whose rows have every fact that filters ask for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.page import watch
from tests.browser.sites import served, small_site

DATA = """
format: 2
id: bakery
title: Bakery
phases:
- id: one
  title: One
  sections:
  - id: dough
    title: Dough
    topics:
    - id: flour
      title: Flour
      level: beginner
      hours: 1.5
      summary: Ground grain.
      named: [{document: a, line: 1, words: Flour}, {document: b, line: 1, words: Flour}, {document: c, line: 1, words: Flour}]
    - id: kneading
      title: Kneading
      level: advanced
      needs: [{topic: flour, reason: dough is made of it}]
      named: [{document: a, line: 2, words: Knead}]
      topics:
      - {id: folding, title: Folding}
      - {id: slapping, title: Slapping, level: beginner}
    practice:
    - {id: first-dough, title: First dough, topics: [flour], done: It rises.}
  - id: oven
    title: Oven
    topics:
    - {id: steam, title: Steam, level: advanced}
    - {id: stone, title: Stone}
projects:
- {id: bread, title: Bread, summary: A loaf., topics: [stone]}
documents:
- {id: a, title: A, file: a.md, outline: [{line: 1, kind: topic, text: Flour}, {line: 2, kind: topic, text: Knead}]}
- {id: b, title: B, file: b.md, outline: [{line: 1, kind: topic, text: Flour}]}
- {id: c, title: C, file: c.md, outline: [{line: 1, kind: topic, text: Flour}]}
"""
PHASE = "/phases/one/"


@pytest.fixture(scope="session")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site(tmp_path_factory.mktemp("bakery"), DATA)) as root:
        yield root


@pytest.fixture
def phase(page: Page, bakery: str) -> Page:
    """The page of the phase, with the client running."""
    watch(page)
    page.goto(bakery + PHASE)
    expect(page.get_by_role("button", name="Dough", exact=True)).to_have_attribute("aria-expanded", "true")
    # Otherwise the first filter loads the part that filters, and takes effect a moment later.
    page.evaluate("roadmap.need('filters')")
    return page
