"""The answer to each mistake of the table is the expected one: somebody has read all of them, top to bottom."""

from pathlib import Path

import pytest

from learning_roadmap.check import fix, read_base
from learning_roadmap.text import decode
from tests.mistakes.golden import expected, project, sections
from tests.mistakes.table import MISTAKES

WRITE = "if the answers are better than before, write them with: python -m tests.mistakes.golden"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("mistakes"))


def test_every_mistake_gets_the_expected_answer(folder: Path) -> None:
    found = dict(zip([mistake.name for mistake in MISTAKES], sections(folder), strict=True))
    assert len(found) == len(MISTAKES) >= 100
    for section, other in zip(found.values(), expected(), strict=True):
        assert section == other, WRITE


def test_the_file_without_a_mistake_has_no_problems(folder: Path) -> None:
    project(folder)
    from tests.command import roadmap

    assert roadmap("check", "--strict", "--base", "before.yml", cwd=folder).stdout == "content/roadmap.yml: no problems.\n"


def test_a_repair_that_is_promised_is_made(folder: Path) -> None:
    path = folder / "content/roadmap.yml"
    promised = [mistake for mistake, text in zip(MISTAKES, expected(), strict=True) if "can be repaired" in text]
    assert len(promised) > 60
    for mistake in promised:
        text = decode(mistake.content, str(path))
        assert fix(text, path, read_base("before.yml", path, "--base") if mistake.base else None).repaired, mistake.name
