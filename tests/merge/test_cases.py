"""Merging is judged on cases. All hold for the committed file, and an import into a new file merges nothing that differs."""

from functools import lru_cache
from pathlib import Path

import pytest

from learning_roadmap.datafile import load
from learning_roadmap.merge.importer import import_documents
from learning_roadmap.project.manifest import find_sources
from tests.merge.cases import Case, Judge, Reference, load_cases
from tests.paths import DATA, SOURCES

CASES = load_cases()


@lru_cache
def committed() -> Judge:
    return Judge(load(DATA).roadmap)


@lru_cache
def fresh_import() -> Judge:
    """The five documents, imported into an empty roadmap without any decision by a person."""
    return Judge(import_documents(Path("none.yml"), find_sources(SOURCES)).roadmap)


@pytest.mark.parametrize("case", CASES.merge, ids=lambda case: case.about)
def test_items_with_the_same_meaning_are_one_entry(case: Case) -> None:
    assert committed().one_thing(case)


@pytest.mark.parametrize("case", CASES.apart, ids=lambda case: case.about)
def test_items_with_different_meanings_are_different_entries(case: Case) -> None:
    assert all(committed().entries(reference) for reference in case.named if not is_heading(reference))
    assert committed().false_merges((case,)) == []


@pytest.mark.parametrize("reference", CASES.split, ids=str)
def test_an_item_that_names_several_terms_is_split(reference: Reference) -> None:
    assert len(committed().entries(reference)) > 1


@pytest.mark.parametrize("reference", CASES.whole, ids=str)
def test_an_item_that_names_one_term_is_not_split(reference: Reference) -> None:
    assert len(committed().entries(reference)) == 1


@pytest.mark.slow
def test_a_fresh_import_merges_nothing_that_differs() -> None:
    assert fresh_import().false_merges(CASES.apart) == []


@pytest.mark.slow
def test_a_fresh_import_merges_most_items_with_the_same_meaning() -> None:
    found, pairs = fresh_import().recall(CASES.merge)
    assert found / pairs >= 0.8


def is_heading(reference: Reference) -> bool:
    """Headings may be covered by a phase of another name; items may not."""
    return reference[:2] in {("complete-ai-engineer", 508)}
