"""The canonical form keeps every comment and all data, and is stable."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_roadmap.datafile import parse
from learning_roadmap.datafile.canonical import canonical
from learning_roadmap.datafile.write import RESERVED_WORDS, SIMPLE, one_line
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.text.decode import decode
from tests.datafile.layouts import BASE, LAYOUTS, read
from tests.paths import DATA, ROOT

# The package has a function of the same name.
CANONICAL = import_module("learning_roadmap.datafile.canonical")


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_has_one_canonical_form(layout: str) -> None:
    data = read(layout)
    once = canonical(data)
    again = read(once)
    assert again.roadmap == data.roadmap
    assert canonical(again) == once
    for words in ("the end of maths", "the very end", "about vectors", "one", "two", "short"):
        assert (f"# {words}" in layout) == (f"# {words}\n" in once)


@pytest.mark.slow
def test_committed_data_files_are_canonical() -> None:
    for path in (DATA, ROOT / "tests" / "data" / "small.yml"):
        data = parse(decode(path.read_bytes(), str(path)), path)
        assert canonical(read(canonical(data))) == canonical(data)
    assert canonical(parse(decode(DATA.read_bytes(), "x"), DATA)) == DATA.read_text(encoding="utf-8")


def test_a_comment_is_placed_above_its_line() -> None:
    text = BASE.replace("      title: Vectors", "      title: Vectors\n      # a guess\n      hours: 4  # or five")
    assert "      title: Vectors\n      # a guess\n      # or five\n      hours: 4\n" in canonical(read(text))


def test_the_address_of_another_schema_is_kept() -> None:
    line = "# yaml-language-server: $schema=https://example.org/roadmap.schema.json\n"
    assert canonical(read(line + BASE)).startswith(line + "format: 2\n")


def test_number_signs_in_texts_are_not_comments() -> None:
    text = BASE.replace(
        "title: Vectors", "title: 'C # and .NET'\n      summary: >-\n        # one\n        two # three\n      also: ['#', \"a # b\"]"
    )
    once = canonical(read(text))
    assert "'C # and .NET'" in once and "summary: '# one two # three'" in once and "also: ['#', 'a # b']" in once
    assert once.count("\n      #") == 0


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 8), st.sampled_from(["# a", "#b", "# 'c", '# "d: [', "# - e: {", "#", "# é 🍞"])), max_size=8
    )
)
def test_comments_anywhere_survive(comments: list[tuple[int, int, str]]) -> None:
    lines = BASE.rstrip("\n").split("\n")
    for at, indent, words in sorted(comments, reverse=True):
        lines.insert(min(at, len(lines)), " " * indent + words)
    data = read("\n".join(lines) + "\n")
    once = canonical(data)
    assert read(once).roadmap == data.roadmap
    found = sorted(line.strip() for line in once.split("\n")[1:] if line.strip().startswith("#"))
    assert found == sorted(words for _, _, words in comments)
    assert canonical(read(once)) == once


def test_a_rewrite_that_would_change_data_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CANONICAL, "with_comments", lambda text, comments: text.replace("Vectors", "Vektoren"))
    with pytest.raises(ProblemsFound, match="EDIT"):
        canonical(read(BASE))


def test_a_refused_rewrite_names_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CANONICAL, "with_comments", lambda text, comments: text)
    with pytest.raises(ProblemsFound, match="without losing a comment"):
        canonical(read(BASE + "# the end\n"))
    monkeypatch.setattr(CANONICAL, "with_comments", lambda text, comments: text.replace("Vectors", "Vektoren"))
    with pytest.raises(ProblemsFound, match="without changing other data"):
        canonical(read(BASE))


@pytest.mark.parametrize("hours", ["1234.5678", "0.1", "9999.999999", "0.0000001", "10000", "2.50"])
def test_numbers_keep_all_digits(hours: str) -> None:
    text = BASE.replace("      title: Vectors", f"      title: Vectors\n      hours: {hours}")
    once = canonical(read(text))
    assert read(once).roadmap == read(text).roadmap
    assert f"hours: {hours.replace('2.50', '2.5')}\n" in once


@given(st.floats(min_value=0, max_value=10_000, exclude_min=True))
def test_any_number_of_hours_survives(hours: float) -> None:
    assert float(one_line(hours)) == hours and "e" not in one_line(hours)


@given(st.text(alphabet=st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).filter(str.strip))
def test_the_fast_path_for_plain_texts_agrees_with_pyyaml(text: str) -> None:
    import yaml

    if SIMPLE.fullmatch(text) and text.casefold() not in RESERVED_WORDS:
        emitted: str = yaml.safe_dump([text], default_flow_style=True, width=1000)
        assert emitted == f"[{text}]\n" == f"{one_line([text])}\n"
