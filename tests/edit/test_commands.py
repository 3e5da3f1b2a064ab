"""Commands that change the data file: a minimal difference, permanent ids, and a helpful message for every mistake."""

import shutil
from difflib import unified_diff
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load
from learning_roadmap.model.index import RoadmapIndex
from tests.paths import EXAMPLE, EXAMPLE_DATA


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    return tmp_path / "content" / "roadmap.yml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def changed_lines(data: Path) -> list[str]:
    old, new = EXAMPLE_DATA.read_text(encoding="utf-8"), data.read_text(encoding="utf-8")
    lines = unified_diff(old.split("\n"), new.split("\n"), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and not line.startswith(("+++", "---"))]


def test_adding_a_topic_adds_only_its_lines(data: Path) -> None:
    done = run("add", "topic", "Gradient checkpointing", "--in", "Regularization techniques", "--summary", "Recompute to save memory.",
               "--hours", "2", "--also", "Activation recomputation", "--need", "backpropagation: it changes what is kept")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(
        "new topic 'gradient-checkpointing' (Gradient checkpointing) in topic 'regularization' (Regularization techniques)\n"
    )
    assert changed_lines(data) == [
        "+      - id: gradient-checkpointing",
        "+        title: Gradient checkpointing",
        "+        also: [Activation recomputation]",
        "+        summary: Recompute to save memory.",
        "+        hours: 2",
        "+        needs:",
        "+        - {topic: backpropagation, reason: it changes what is kept}",
    ]
    assert run("check", "--base", str(EXAMPLE_DATA)).exit_code == 0
    assert run("fmt", "--check").exit_code == 0


def test_a_resource_a_paper_a_project_an_exercise_and_a_section_are_added(data: Path) -> None:
    assert run("add", "resource", "A course", "--kind", "course", "--url", "https://example.org/course", "--topic", "Dropout").exit_code == 0
    assert run("add", "paper", "A paper", "--author", "A. Author", "--author", "B. Author", "--year", "2020", "--topic", "lora").exit_code == 0
    assert run("add", "project", "A thing to build", "--tier", "beginner").exit_code == 0
    assert run("add", "section", "A new section", "--in", "deep-learning").exit_code == 0
    assert run("add", "practice", "Do it by hand", "--in", "A new section").exit_code == 0
    index = RoadmapIndex(load(data).roadmap)
    assert index.topics_of["a-course"] == ("dropout",) and index.topics_of["a-paper"] == ("lora",)
    assert "a-course" in index.material_of["dropout"] and "a-paper" in index.material_of["lora"]
    assert index.located["do-it-by-hand"].ancestors[-1].id == "a-new-section"
    assert run("check", "--base", str(EXAMPLE_DATA)).exit_code == 0


def test_an_addition_to_any_layout_keeps_its_comments(data: Path) -> None:
    before = "# ours\nformat: 2\nid: d\ntitle: D\nphases: [{id: p, title: P, sections: [{id: s, title: S}]}]  # short\n"
    data.write_text(before, encoding="utf-8")
    refused = run("add", "topic", "One", "--in", "S")
    assert refused.exit_code == 1 and "--reformat" in refused.stderr and data.read_text(encoding="utf-8") == before
    assert run("add", "topic", "One", "--in", "S", "--reformat").exit_code == 0
    text = data.read_text(encoding="utf-8")
    assert "\n# ours\nformat: 2\n" in text and "\n# short\nphases:\n" in text and "    topics:\n    - id: one\n      title: One\n" in text
    assert run("fmt", "--check").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("topic", "Dropout", "--in", "regularization"), ["'Dropout' is also a name of 'dropout'", "[DUP-NAME]", "use that entry"]),
        (("topic", "X", "--in", "Deep learning"),
         ["Error: --in: 'Deep learning' is a phase", "[REF-KIND]", "use one of its parts: neural-networks-basics"]),
        (("topic", "X", "--in", "regularisatoin"), ["unknown section or topic 'regularisatoin' [REF-UNKNOWN]", "did you mean 'regularization'"]),
        (("topic", " ", "--in", "regularization"), ["Error: TITLE: the text is empty [SCH-TITLE]"]),
        (("topic", "X", "--in", "regularization", "--hours", "inf", "--need", "nothing at all"),
         ["Error: --hours: 'hours' is", "which is not a number [SCH-HOURS]", "Error: --need: unknown topic 'nothing at all' [REF-UNKNOWN]"]),
        (("topic", "Knead\u200bing", "--in", "regularization"), ["[UNI-HIDDEN]"]),
        (("topic", "\x1b[31mred", "--in", "regularization"), ["Error: TITLE: ", "[SCH-TITLE]"]),
        (("resource", "X", "--kind", "book", "--url", "javascript:alert(1)"), ["Error: --url: the address does not begin with https://", "[URL]"]),
        (("resource", "X", "--kind", "book", "--url", "https://a.example/?utm_source=x"), ["[URL-TRACKER]", "use https://a.example/"]),
        (("paper", "X", "--year", "20170"), ["Error: --year: 'year' is 20170, but must be at most 2200 [SCH-YEAR]"]),
    ],
)  # fmt: skip
def test_an_invalid_addition_is_refused_and_nothing_is_written(data: Path, arguments: tuple[str, ...], said: list[str]) -> None:
    done = run("add", *arguments)
    assert done.exit_code == 1
    assert all(words in done.stderr for words in said), done.stderr
    assert "\x1b" not in done.output and data.read_bytes() == EXAMPLE_DATA.read_bytes()


def test_a_warning_does_not_stop_an_addition(data: Path) -> None:
    done = run("add", "topic", "Stochastic depth", "--in", "regularization", "--summary", "See <b>here</b>.")
    assert done.exit_code == 0
    assert "warning: " in done.stderr and "[TXT-MARKUP]" in done.stderr and "content/roadmap.yml:" in done.stderr


@pytest.mark.slow
def test_edits_leave_tombstones_and_the_canonical_form(data: Path) -> None:
    for arguments in (
        ("rename", "dropout", "Dropout regularization"),
        ("move", "Sigmoid", "--before", "relu"),
        ("move", "lora", "--to", "Regularization techniques"),
        ("merge", "tanh", "--into", "Sigmoid", "--reason", "one lesson"),
        ("split", "l1-regularization", "--into", "Lasso in theory", "--into", "Lasso in practice"),
        ("retire", "batch-normalization"),
    ):
        done = run(*arguments)
        assert done.exit_code == 0, done.output
    assert run("check", "--base", str(EXAMPLE_DATA)).exit_code == 0
    assert run("fmt", "--check").exit_code == 0
    before = data.read_bytes()
    assert "nothing new, file unchanged" in run("import").stdout and data.read_bytes() == before


def test_a_dry_run_shows_the_difference_and_writes_nothing(data: Path) -> None:
    done = run("rename", "dropout", "Something", "--dry-run")
    assert "-        title: Dropout\n+        title: Something\n" in done.stdout
    assert data.read_bytes() == EXAMPLE_DATA.read_bytes()


def test_move_takes_exactly_one_target(data: Path) -> None:
    assert run("move", "dropout").exit_code == 2
    assert run("move", "dropout", "--to", "regularization", "--before", "relu").exit_code == 2


def test_fmt_check_reports_the_first_line_that_is_not_canonical(data: Path) -> None:
    lines = data.read_text(encoding="utf-8").split("\n")
    lines[10:10] = ["", ""]
    data.write_text("\n".join(lines), encoding="utf-8")
    done = run("fmt", "--check")
    assert done.exit_code == 1 and done.stderr.startswith("content/roadmap.yml:11:1: error: the file is not in canonical form, starting here [FMT]")
    assert run("fmt").exit_code == 0 and data.read_bytes() == EXAMPLE_DATA.read_bytes()
    assert "nothing to change" in run("fmt").stdout


def test_a_prerequisite_can_be_named_with_its_kind(data: Path) -> None:
    assert run("add", "topic", "X y z", "--in", "regularization", "--need", "topic:dropout: it is the idea", "--need", "topic:lora").exit_code == 0
    needs = RoadmapIndex(load(data).roadmap).topics["x-y-z"].needs
    assert [(need.topic, need.reason) for need in needs] == [("dropout", "it is the idea"), ("lora", None)]
