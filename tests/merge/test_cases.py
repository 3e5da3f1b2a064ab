"""Merging is judged on cases: all of them hold for the committed file, and no false merge happens without a person."""

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
def automatic() -> Judge:
    """The five documents into nothing, with nobody looking."""
    return Judge(import_documents(Path("none.yml"), find_sources(SOURCES)).roadmap)


@pytest.mark.parametrize("case", CASES.merge, ids=lambda case: case.about)
def test_one_thing_is_one_entry(case: Case) -> None:
    assert committed().one_thing(case)


@pytest.mark.parametrize("case", CASES.apart, ids=lambda case: case.about)
def test_different_things_stay_apart(case: Case) -> None:
    assert all(committed().entries(reference) for reference in case.named if not is_heading(reference))
    assert committed().false_merges((case,)) == []


@pytest.mark.parametrize("reference", CASES.split, ids=str)
def test_several_things_in_one_bullet_are_several_entries(reference: Reference) -> None:
    assert len(committed().entries(reference)) > 1


@pytest.mark.parametrize("reference", CASES.whole, ids=str)
def test_one_thing_in_one_bullet_is_one_entry(reference: Reference) -> None:
    assert len(committed().entries(reference)) == 1


@pytest.mark.slow
def test_the_automatic_stage_merges_nothing_that_differs() -> None:
    assert automatic().false_merges(CASES.apart) == []


@pytest.mark.slow
def test_the_automatic_stage_finds_most_of_what_is_one() -> None:
    found, pairs = automatic().recall(CASES.merge)
    assert found / pairs >= 0.8


def is_heading(reference: Reference) -> bool:
    """Headings may be covered by a phase of another name; items may not."""
    return reference[:2] in {("complete-ai-engineer", 508)}
