"""`roadmap check --fix` repairs what can be repaired without loss, and says what it did."""

from pathlib import Path

import pytest

from learning_roadmap.check import fix
from learning_roadmap.datafile import load
from learning_roadmap.text import read_text
from tests.command import Outcome, roadmap
from tests.mistakes.table import DATA, MISTAKES, Mistake

DAY = "2026-02-03"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770076800")
    return tmp_path


def check(folder: Path, text: str | bytes, *arguments: str) -> Outcome:
    (folder / "roadmap.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    (folder / "before.yml").write_text(DATA, "utf-8")
    # Without the documents, which are not there.
    (folder / "none").mkdir(exist_ok=True)
    return roadmap("check", "--data", "roadmap.yml", "--fix", "--sources", "none", *arguments, cwd=folder)


def changed(*pairs: tuple[str, str]) -> str:
    text = DATA
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


BROKEN = changed(
    ("title: Gluten", "title: Gluten: the net"),
    ("title: Slapping", "title: “Slapping”"),
    ("also: [Wheat protein]", "also: Wheat protein"),
    ("level: intermediate", "level: Intermediate"),
    ("hours: 3", "hours: 3h"),
    ("{topic: flour, reason: gluten is a part of it}", "flour"),
    ("title: Make a dough", "title: Make  a do\u200bugh"),
    ("url: https://example.org/bread/", "url: https://example.org/bread/?utm_source=x"),
    ("arxiv: cs/0112017", "arxiv: http://arxiv.org/pdf/2106.09685v2.pdf"),
    ("title: A first loaf", "title: @first"),
    ("    - id: kneading\n", "    -id: kneading\n"),
)


def test_all_that_is_safe_is_repaired_and_named(folder: Path) -> None:
    done = check(folder, BROKEN)
    text = (folder / "roadmap.yml").read_text("utf-8")
    for line in (
        "title: 'Gluten: the net'", "title: Slapping", "also: [Wheat protein]", "level: intermediate", "hours: 3\n", "{topic: flour}",
        "title: Make a dough", "url: https://example.org/bread/\n", "arxiv: 2106.09685v2", "title: '@first'", "    - id: kneading\n",
    ):  # fmt: skip
        assert line in text, line
    assert done.stdout.count("repaired: ") == 12 and "roadmap.yml:27:14: repaired: the text contains ': '" in done.stdout
    assert "formatted" in done.stdout and "written" in done.stdout


def test_a_dry_run_shows_the_difference_and_writes_nothing(folder: Path) -> None:
    done = check(folder, BROKEN, "--dry-run")
    assert (folder / "roadmap.yml").read_text("utf-8") == BROKEN
    assert "-      title: Gluten: the net\n" in done.stdout and "+      title: 'Gluten: the net'\n" in done.stdout and done.returncode == 0


def test_entries_that_are_new_since_the_base_get_the_day(folder: Path) -> None:
    new = changed(
        ("    practice:\n", "    - id: salt\n      title: Salt\n      hours: 1\n    - {id: water, title: Water, hours: 1}\n    practice:\n")
    )
    done = check(folder, new, "--base", "before.yml")
    added = {topic.id: str(topic.added) for topic in load(folder / "roadmap.yml").roadmap.phases[0].sections[0].topics if topic.added}
    assert added == {"salt": DAY, "water": DAY} and "the day added to 2 new entries" in done.stdout


def test_a_file_without_a_problem_is_not_written(folder: Path) -> None:
    done = check(folder, DATA, "--base", "before.yml")
    assert "nothing to change" in done.stdout and (folder / "roadmap.yml").read_text("utf-8") == DATA


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake.name for mistake in MISTAKES])
def test_a_repair_changes_nothing_but_the_mistake(mistake: Mistake, tmp_path: Path) -> None:
    """Repaired, the file has no error, or it is the file with the mistake; entries and texts elsewhere stay as they are."""
    path = tmp_path / "roadmap.yml"
    path.write_bytes(mistake.content)
    (tmp_path / "before.yml").write_text(DATA, "utf-8")
    try:
        fixed = fix(read_text(path, 10_000_000), path, None)
    except Exception as error:  # not UTF-8, or conflict markers: nothing is read
        assert type(error).__name__ == "ProblemsFound"
        return
    if fixed.repaired:
        with_mistake, after = mistake.content.decode().splitlines(), fixed.text.raw.decode().splitlines()
        assert [line for line in DATA.splitlines() if line in with_mistake and line not in after] == []
    else:
        assert fixed.result.errors or fixed.text.raw.decode().strip()


def test_dry_run_needs_fix(folder: Path) -> None:
    done = roadmap("check", "--dry-run", cwd=folder)
    assert done.returncode == 2 and "--dry-run needs --fix" in done.stderr
