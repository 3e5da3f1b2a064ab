"""Families of tests: variants of one claim, of which `make test` runs a few and `make test-all` runs all."""

import os
from collections.abc import Iterable
from typing import TypeVar

import pytest

IS_ALL = bool(os.environ.get("ROADMAP_ALL"))
Case = TypeVar("Case")

# A long case of a claim that `make test` shows in another test; the comment at the mark says where.
only_in_all = pytest.mark.skipif(not IS_ALL, reason="`make test-all` runs it")


def examples(number: int) -> int:
    """How many examples to try of a property that takes long: all of them if ROADMAP_ALL is set, otherwise half."""
    return number if IS_ALL else number // 2


def family(cases: Iterable[Case], *few: Case) -> list[Case]:
    """All cases if ROADMAP_ALL is set (`make test-all`), otherwise the few, which show the claim by themselves.

    Raises:
        AssertionError: the few are none, or one of them is no case of the family.
    """
    every = list(cases)
    assert few and all(case in every for case in few), f"not of the family: {few}"
    return every if IS_ALL else list(few)
