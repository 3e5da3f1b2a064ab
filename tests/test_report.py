"""Problems in a terminal: the line, the caret, colours, and where to read more."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from learning_roadmap.cli.report import wants_color
from learning_roadmap.diagnostics import Place, Problem, Severity, as_report, nearest, report

PROBLEM = Problem(Place("a.yml", 2, 8), "SCH-HOURS", "'hours' is too large", "write a smaller number")


def shown(line: str, column: int, width: int = 0) -> list[str]:
    """The line and the carets of a problem in it."""
    problem = Problem(Place("a.yml", 1, column, width), "YML-QUOTE", "m", "f")
    return as_report([(problem, Severity.ERROR)], lines=lambda file: [line]).split("\n")[2:4]


def test_a_report_has_the_line_the_caret_the_fix_and_where_to_read_more() -> None:
    assert as_report([(PROBLEM, Severity.ERROR)], lines=lambda file: ["id: a", "hours: 99999", ""]) == (
        "a.yml:2:8: error: 'hours' is too large [SCH-HOURS]\n"
        "  |\n1 | id: a\n2 | hours: 99999\n  |        ^^^^^\n  |\n"
        "  = help: write a smaller number\n  = more: roadmap check --explain SCH-FIELD"
    )


def test_the_page_of_a_rule_is_named_once_and_is_an_address_if_the_package_states_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "_site", lambda: "https://example.org/docs")
    text = as_report([(PROBLEM, Severity.ERROR), (PROBLEM, Severity.WARNING)], lines=lambda file: ())
    assert text.count("= more: https://example.org/docs/engine/checks/#sch-field") == 1


@pytest.mark.parametrize(
    ("line", "column", "width", "carets"),
    [
        ("title: 'it''s' # c", 8, 0, "       ^^^^^^^"),
        ("- {line: 5, words: a b}", 20, 0, "                   ^^^"),
        ("titel: x", 1, 0, "^^^^^"),
        ("title: 数学 x", 8, 0, "       ^^^^^^"),  # an ideograph has two columns
        ("title: e\u0301a b", 11, 1, "         ^"),  # a combining accent has none
        ("title: a\u200bb", 9, 1, "        ^^^^^^"),  # written as a code
        ("\ttitle: a", 1, 1, "^"),
    ],
)
def test_the_caret_is_below_what_is_wrong(line: str, column: int, width: int, carets: str) -> None:
    assert shown(line, column, width)[1] == f"  | {carets}"


def test_a_long_line_is_cut_around_the_caret() -> None:
    row, carets = shown(f"{'a ' * 500}here{' b' * 500}", 1001, 4)
    assert len(row) < 120 and row[carets.index("^") :].startswith("here") and row.startswith("1 | …") and row.endswith("…")


@pytest.mark.parametrize(
    ("environment", "has_color"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({"FORCE_COLOR": "0"}, False)],
)
def test_colour_is_for_terminals(environment: dict[str, str], has_color: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = CliRunner().invoke(main, ["check", "--data", "nowhere.yml"])
    assert ("\x1b[31m" in result.stderr) is has_color is wants_color()


def test_a_terminal_has_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert wants_color()
    monkeypatch.setenv("TERM", "dumb")
    assert not wants_color()


def test_the_concise_format_is_one_line_for_each_problem(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--format", "concise", "--data", "tests/data/small.yml", "--sources", str(tmp_path)])
    lines = result.stderr.splitlines()
    assert lines[0].startswith("tests/data/small.yml:121:3: error: the source file of the document 'alpha' is missing — ")
    assert lines[0].endswith(" [COVER-SOURCE]") and len(lines) == 4


@pytest.mark.parametrize(
    ("name", "names", "meant"),
    [
        ("fast-ai", ["fastapi", "climate-ai"], ["fastapi"]),
        ("nope", ["bpe", "peft"], []),
        ("Deep lerning", ["Meta Learning", "Data cleaning", "Deep learning"], ["Deep learning"]),
        ("Attention", ["afternoon", "Object detection", "attention-mechanism-basics"], ["attention-mechanism-basics"]),
        ("nowhere", ["power-bi"], []),
        ("gradient descend", ["gradient-descent"], ["gradient-descent"]),
        ("x", ["id", "title"], []),
        ("", ["id"], []),
        ("?" * 500, ["?" * 499], []),
    ],
)
def test_a_suggestion_needs_a_similarity(name: str, names: list[str], meant: list[str]) -> None:
    assert nearest(name, names, 3) == meant
