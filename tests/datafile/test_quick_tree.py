"""The quick reader and the careful one agree on every file that the quick one accepts, and it accepts ordinary files."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_roadmap.datafile import TreeReader, quick_tree, to_plain, write_roadmap
from learning_roadmap.datafile.tree import Block, Record
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.model import Roadmap
from learning_roadmap.text import decode
from tests.bad.datafiles import DATA_FILES
from tests.datafile.changed_lines import with_change
from tests.datafile.layouts import LAYOUTS
from tests.paths import GUITAR_DATA, SMALL
from tests.strategies import roadmaps

ROUNDS = 120
TOKENS = ["a", "b: c", "- d", "- e: f", "? ", ": ", "  ", "\n", "[", "]", "{", "}", ",", "#", " #", "'", '"', "|", ">-", "&x", "*x", "!t", "<<: ",
          "---", "...", "%YAML 1.2", "“", "”",
          "~", "null", "\t", "\u00a0", "\u2028", "\x85", "é", "\x07", "\ufeff", "=======", ": >-\n  "]  # fmt: skip


def careful_tree(raw: bytes) -> Any:
    """The tree of the careful reader; None if it has anything to say."""
    try:
        text = decode(raw, "x")
        reader = TreeReader(text)
        tree = reader.read()
    except ProblemsFound:
        return None
    return None if reader.problems or text.warnings or not isinstance(tree, Block) else tree


def shape(value: Any) -> Any:
    """A tree with the lines of its mappings."""
    if isinstance(value, Record):
        return value.line, [(name, shape(inner)) for name, inner in value.items()]
    return [shape(item) for item in value] if isinstance(value, list) else value


def agrees(raw: bytes) -> bool:
    """Whether the quick reader accepts a file; then the careful one must have the same tree."""
    tree = quick_tree(raw)
    assert tree is None or shape(tree) == shape(careful_tree(raw))
    return tree is not None


@pytest.mark.parametrize("path", [SMALL, GUITAR_DATA], ids=["every kind of entry", "a field"])
def test_after_any_change_both_readers_agree(path: Any) -> None:
    chance = random.Random(3)
    lines = path.read_text("utf-8").split("\n")
    assert agrees("\n".join(lines).encode())
    changes = [lines]
    for _ in range(ROUNDS):
        changes.append(with_change(chance.choice(changes[-3:]), chance))
        agrees("\n".join(changes[-1]).encode())
        if careful_tree("\n".join(changes[-1]).encode()) is None:
            changes[-1] = lines


def test_both_readers_agree_on_mistakes_and_layouts() -> None:
    for raw in [*(case.raw for case in DATA_FILES), *(layout.encode() for layout in LAYOUTS.values())]:
        agrees(raw)


@given(st.lists(st.sampled_from(TOKENS), max_size=14).map("".join))
def test_both_readers_agree_on_any_tokens(text: str) -> None:
    # At the beginning of a line, some of them are refused before YAML is read. Pieces of a file have no such lines.
    if not text.startswith(("=", "\ufeff")) and "\n=" not in text:
        agrees(f"k: {text}\n".encode())


@given(st.binary(max_size=80))
def test_both_readers_agree_on_any_bytes(raw: bytes) -> None:
    agrees(b"k: " + raw)


@given(roadmaps())
def test_the_quick_reader_accepts_what_is_written_in_canonical_form(roadmap: Roadmap) -> None:
    text = write_roadmap(roadmap)
    assert agrees(text.encode()) or "\u00a0" in text
    assert to_plain(roadmap)
