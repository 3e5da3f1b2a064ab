"""Loading an invalid data file reports each problem at its line, with a fix."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning_roadmap.datafile import load, parse
from learning_roadmap.datafile.line_parts import parts_of
from learning_roadmap.datafile.syntax import syntax_slip
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.text.decode import decode
from tests.paths import DATA, ROOT

HEAD = "format: 2\nid: demo\ntitle: Demo\nphases:\n- id: p1\n  title: Basics\n  sections:\n  - id: s1\n    title: First\n"
TOPICS = HEAD + "    topics:\n"  # topics begin in line 11


def problems(text: str | bytes) -> list[tuple[str, int]]:
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        parse(decode(raw, "roadmap.yml"), Path("roadmap.yml"))
    except ProblemsFound as found:
        assert all(str(problem).startswith("roadmap.yml:") and " — " in str(problem) for problem in found.problems)
        return [(problem.code, problem.line) for problem in found.problems]
    return []


def topic(*lines: str) -> str:
    return TOPICS + "".join(f"    {line}\n" for line in lines)


def with_url(url: str) -> str:
    return HEAD + f"resources:\n- id: r1\n  title: R\n  kind: book\n  url: {url}\n"


BROKEN = [
    ("nothing", "", [("YML-EMPTY", 1)]),
    ("a scalar", "hello\n", [("SCH-ROOT", 1)]),
    ("two documents", HEAD + "---\nformat: 2\n", [("YML-MULTIDOC", 10)]),
    ("a tab in the indentation", HEAD + "\ttopics: []\n", [("YML-INDENT", 10)]),
    ("a no-break space in the indentation", HEAD + "\u00a0   topics: []\n", [("YML-INDENT", 10)]),
    ("an unquoted @", topic("- id: t1", "  title: @home"), [("YML-QUOTE", 12)]),
    ("a title cut by #", topic("- id: t1", "  title: C # and .NET"), [("YML-HASH", 12)]),
    ("curly quotes", topic("- id: t1", "  title: “A”"), [("YML-SMARTQUOTE", 12)]),
    ("a merge conflict", topic("- id: t1", "  title: A") + "<<<<<<< HEAD\n=======\n>>>>>>> x\n",
     [("VCS-CONFLICT", 13), ("VCS-CONFLICT", 14), ("VCS-CONFLICT", 15)]),
    ("a key twice", topic("- id: t1", "  title: A", "  title: B"), [("YML-DUPKEY", 13)]),
    ("an empty item", topic("-"), [("SCH-TOPICS", 11)]),
    ("a title over lines", topic("- id: t1", "  title: |", "    a", "    b"), [("SCH-TITLE", 12)]),
    ("no title", topic("- id: t1", "  title:"), [("SCH-TITLE", 12)]),
    ("null as title", topic("- id: t1", "  title: null"), [("SCH-TITLE", 12)]),
    ("a date as hours", topic("- id: t1", "  title: A", "  hours: 2026-13-45"), [("SCH-HOURS", 13)]),
    ("no finite number", topic("- id: t1", "  title: A", "  hours: .inf"), [("SCH-HOURS", 13)]),
    ("nan", topic("- id: t1", "  title: A", "  hours: nan"), [("SCH-HOURS", 13)]),
    ("an unknown field", topic("- id: t1", "  titel: A"), [("SCH-KEY", 12)]),
    ("an unknown field with a list", topic("- id: t1", "  title: A", "  neds:", "  - {topic: t9}"), [("SCH-KEY", 13)]),
    ("an unknown field with fields", topic("- id: t1", "  title: A", "  neds:", "    topic: t9"), [("SCH-KEY", 13)]),
    ("an odd key", topic("- id: t1", "  title: A", "  1: A"), [("SCH-KEY", 13)]),
    ("an anchor and an alias", topic("- &a {id: t1, title: A}", "- *a"), [("YML-ALIAS", 11), ("YML-ALIAS", 12)]),
    ("a merge key", topic("- id: t1", "  title: A", "  <<: {}"), [("YML-ALIAS", 13)]),
    ("a tag", topic("- id: t1", "  title: !!python/name:os.system A"), [("YML-TAG", 12)]),
    ("a directive", "%YAML 1.1\n---\nformat: 2\nid: x\ntitle: X\n", [("YML-DIRECTIVE", 1)]),
    ("a byte that is no UTF-8", b"format: 2\nid: x\ntitle: \xe9\n", [("ENC-UTF8", 3)]),
    ("a NUL", "format: 2\nid: x\ntitle: a\x00b\n", [("ENC-CONTROL", 3)]),
    ("half a surrogate pair", topic("- id: t1", '  title: "\\ud800"'), [("YML-SYNTAX", 12)]),
    ("an invisible sign in an id", topic("- id: t\u200b1", "  title: A"), [("SCH-ID", 11)]),
    ("a line separator", topic("- id: t1", "  title: a\u2028b"), [("UNI-LINESEP", 12)]),
    ("no format", "id: x\ntitle: X\n", [("SCH-FORMAT", 1)]),
    ("a newer format", "format: 3\nid: x\ntitle: X\n", [("SCH-VERSION", 1)]),
    ("a format in words", "format: one\nid: x\ntitle: X\n", [("SCH-VERSION", 1)]),
    ("no id", topic("- title: A"), [("SCH-ID", 11)]),
    ("capitals in an id", topic("- id: T1", "  title: A"), [("SCH-ID", 11)]),
    ("an id with a meaning in JavaScript", topic("- id: constructor", "  title: A"), [("SCH-ID", 11)]),
    ("an id twice", topic("- id: t1", "  title: A", "- id: t1", "  title: B"), [("ID-DUPLICATE", 13)]),
    ("topics left out", TOPICS, [("SCH-TOPICS", 10)]),
    ("needs in a circle", topic("- id: t1", "  title: A", "  needs: [{topic: t2}]", "- id: t2", "  title: B", "  needs: [{topic: t1}]"),
     [("REF-CYCLE", 11)]),
    ("a need that is not there", topic("- id: t1", "  title: A", "  needs: [{topic: t9}]"), [("REF-UNKNOWN", 13)]),
    ("an unknown document", topic("- id: t1", "  title: A", "  named: [{document: d, line: 1, words: A}]"), [("REF-DOCUMENT", 13)]),
    ("an heir that is not there", HEAD + "history:\n- {id: old, was: merged, into: [new]}\n", [("REF-UNKNOWN", 11)]),
    ("an id that is gone and in use", HEAD + "history:\n- {id: s1, was: retired}\n", [("ID-REUSED", 8)]),
    ("a kind that there is not", HEAD + "resources:\n- {id: r, title: R, kind: film}\n", [("SCH-KIND", 11)]),
    ("a control character in quotes", topic("- id: t1", '  title: "a\\x1b[31m"'), [("SCH-TITLE", 12)]),
    *[(url, with_url(url), [("URL", 14)]) for url in (
        '"javascript:alert(1)"', '"\\x01javascript:alert(1)"', '"data:image/svg+xml,<svg/>"', '"file:///etc/passwd"', "example.org",
        "https://аpple.com/", "http://localhost/x", '"https://example.org/a\\nb"', "https:///x", "https://u:p@example.org/",
        "https://127.0.0.1/", '"https://example.org/%0aX"',
    )],
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_each_problem_is_reported_at_its_line(text: str | bytes, expected: list[tuple[str, int]]) -> None:
    assert problems(text) == expected


def test_all_problems_are_reported_at_once() -> None:
    text = topic("- id: T1", "  title: A", "  hours: many", "- title: B", "  titel: B", "  title: C")
    assert problems(text) == [("SCH-ID", 11), ("SCH-HOURS", 13), ("SCH-ID", 14), ("SCH-KEY", 15), ("YML-DUPKEY", 16)]


def test_a_misspelled_field_gets_a_suggestion() -> None:
    with pytest.raises(ProblemsFound, match="did you mean 'title'"):
        parse(decode(topic("- id: t1", "  titel: A").encode(), "x"), Path("x"))


@pytest.mark.parametrize("title", ["3.10", "NO", "1:30", "010", "0x1F", "2026-01-15", "on", "1e3", "=", "'null'", '"its on: yes # no"'])
def test_values_with_implicit_yaml_types_stay_text(title: str) -> None:
    text = topic("- id: t1", f"  title: {title}")
    roadmap = parse(decode(text.encode(), "x"), Path("x")).roadmap
    assert roadmap.phases[0].sections[0].topics[0].title == title.strip("'\"")


def test_comments_may_follow_short_values() -> None:
    text = topic("- id: t1  # for ever", "  title: A", "  hours: 4  # a guess")
    assert problems(text) == []


def test_deep_nesting_is_refused_without_a_crash() -> None:
    assert problems("format: " + "[" * 50_000)[0][0] == "LIM-DEPTH"


def test_unencrypted_addresses_are_a_warning() -> None:
    data = parse(decode(with_url("http://example.org/").encode(), "x"), Path("x"))
    assert [warning.code for warning in data.warnings] == ["URL-HTTP"]


def test_every_entry_has_its_line() -> None:
    data = load(ROOT / "tests" / "data" / "small.yml")
    lines = data.path.read_text(encoding="utf-8").split("\n")
    assert all(f"id: {id}" in lines[line - 1] for id, line in data.lines.items())


@pytest.mark.parametrize(("kind", "expected"), [("topic", []), ("practice", []), ("paper", [("ID-SUCCESSORS", 17)])])
def test_a_topic_or_an_exercise_can_have_become_a_project(kind: str, expected: list[tuple[str, int]]) -> None:
    project = "projects:\n- id: system\n  title: System\n"
    history = f"history:\n- {{id: old, was: merged, kind: {kind}, into: [system]}}\n"
    assert problems(topic("- id: t1", "  title: One") + project + history) == expected


def test_the_committed_file_loads_without_problems() -> None:
    assert load(DATA).warnings == ()


@given(st.text(max_size=200))
def test_any_text_is_read_or_reported(text: str) -> None:
    problems(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_reported(raw: bytes) -> None:
    problems(raw)


@given(st.lists(st.sampled_from([*TOPICS.split("\n"), "    - id: t1", "      title: A", "      named:", "- &a b", "  ? x", "]", "}"]), max_size=14))
def test_any_combination_of_lines_is_read_or_reported(lines: list[str]) -> None:
    problems("\n".join(lines))


def test_circular_prerequisites_name_the_sections_that_have_them() -> None:
    section = "  - {{id: s{0}, title: S, needs: [{{topic: t{1}}}], topics: [{{id: t{0}, title: T{0}}}]}}\n"
    head = "format: 2\nid: bread\ntitle: Bread\nphases:\n- id: p1\n  title: Dough\n  sections:\n"
    with pytest.raises(ProblemsFound, match="circular prerequisites: t2 → s2 → t1 → s1 → t2 — remove one"):
        parse(decode((head + section.format(1, 2) + section.format(2, 1)).encode(), "x"), Path("x"))


@pytest.mark.parametrize("line", ["    //" + " " * 50_000 + "x", "    - [ ] " + " " * 50_000 + "x"])
def test_no_pattern_is_tried_on_a_very_long_line_beside_a_syntax_error(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    # Their time grows with the square of a line's length.
    monkeypatch.setattr("learning_roadmap.datafile.syntax.foreign_line", lambda text, *_: tried.append(text))
    syntax_slip(["id: [", line], 2, None)
    assert tried == ["id: ["]
    assert parts_of(line) is None
