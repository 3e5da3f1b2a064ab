"""The slip of the pen behind an error in YAML is found where it was made, not where the parser gave up."""

import pytest

from learning_roadmap.datafile import examine
from learning_roadmap.text import decode

TOP = "format: 2\nid: x\ntitle: X\nphases:\n"  # lines 1 to 4
# Texts over several lines whose lines look like slips, but are read well.
FOLDED = "- id: a\n  title: A\n  goal: >-\n    \"One\" of: many,\n    '[x] and\n    title: more\n  duration: 'one\n    two: three'\n"  # to line 12


def slips(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in examine(decode(text.encode(), "x")).errors]


def test_texts_over_several_lines_are_not_blamed_for_an_error_below_them() -> None:
    assert slips(TOP + FOLDED) == []
    assert slips(TOP + FOLDED + "- id: b\n  title: B: c\n") == [(14, "YML-COLON")]
    assert slips(TOP + FOLDED + "- id: b\n   title: B\n") == [(14, "YML-NESTING")]


def test_a_quote_that_swallows_lines_is_found_where_it_opens() -> None:
    text = TOP + "- id: a\n  title: 'A\n" + "- id: b\n  title: B\n" * 50 + "- id: c\n  title: 'C'\n"
    assert slips(text) == [(6, "YML-QUOTE")]


@pytest.mark.parametrize("lines", [1, 3_000])
def test_many_slips_are_found_in_a_moment(lines: int) -> None:
    text = TOP + "- id: a\n  title: one\n    two\n" * lines
    assert slips(text)[0] == (6, "YML-LINES")


def test_what_follows_from_a_line_in_the_wrong_place_is_left_out() -> None:
    section = "  sections:\n  - id: s\n    title: S\n    needs:\n    - {topic: nowhere}\n"
    text = f"{TOP}- id: a\n  title: A\n{section}    - id: t\n      title: T\n      hours: -1\n"
    assert slips(text) == [(11, "REF-UNKNOWN"), (12, "YML-NESTING")]
