"""The published roadmap is valid, canonical, and in step with its documents."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import COMMANDS, main
from learning_roadmap.datafile import DataFile
from learning_roadmap.datafile.canonical import canonical
from learning_roadmap.merge.importer import import_documents
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.project.manifest import find_sources
from tests.content.conftest import CONTENT, ROADMAP
from tests.families import family
from tests.merge.cases import Judge, load_cases


def test_the_roadmap_loads_without_a_warning(published: DataFile) -> None:
    assert published.warnings == ()


def test_the_roadmap_is_in_canonical_form(published: DataFile) -> None:
    assert canonical(published) == ROADMAP.read_text("utf-8")


@pytest.mark.usefixtures("copied")
def test_check_reports_no_problems() -> None:
    result = CliRunner().invoke(main, ["check", "--strict"])
    assert result.exit_code == 0, result.output


@pytest.mark.slow
def test_importing_the_documents_again_changes_no_byte() -> None:
    assert import_documents(ROADMAP, find_sources(CONTENT / "sources")).text == ROADMAP.read_text("utf-8")


def test_merge_cases_hold(published: DataFile) -> None:
    cases, judge = load_cases(), Judge(published.roadmap)
    assert [case.about for case in cases.merge if not judge.one_thing(case)] == []
    assert judge.false_merges(cases.apart) == []
    assert [reference for reference in cases.split if len(judge.entries(reference)) < 2] == []
    assert [reference for reference in cases.whole if len(judge.entries(reference)) != 1] == []


@pytest.mark.slow
def test_the_commands_on_the_contributing_page_work(copied: Path, published: DataFile) -> None:
    page = (CONTENT / "pages" / "contribute.md").read_text("utf-8")
    commands = re.findall(r"```console\n(.*?)```", page, re.DOTALL)[0].replace("\\\n", " ").splitlines()
    assert len(commands) >= 7
    # Each command rewrites and checks the whole file, as `tests/edit` shows of each with a small one. `make test` runs the one that names most
    # entries, and looks the entries of the others up; `make test-all` runs all.
    chosen = family(commands, *(command for command in commands if command.split()[1:3] == ["add", "topic"]))
    added = {shlex.split(command)[3] for command in chosen if command.split()[1] == "add"}
    titles = added | {located.entry.title for located in RoadmapIndex(published.roadmap).located.values()}
    assert [command for command in commands if command not in chosen and titles.isdisjoint(shlex.split(command))] == []
    for command in chosen:
        done = CliRunner().invoke(main, shlex.split(command)[1:])
        assert done.exit_code == 0, f"{command}\n{done.output}"
    assert CliRunner().invoke(main, ["check", "--base", str(ROADMAP)]).exit_code == 0


def test_the_page_of_commands_names_every_command() -> None:
    page = (CONTENT / "pages" / "engine" / "commands.md").read_text("utf-8")
    assert set(re.findall(r"^\| `roadmap ([a-z]+)", page, re.MULTILINE)) == set(COMMANDS)
