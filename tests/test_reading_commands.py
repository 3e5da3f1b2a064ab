"""Commands that read: show, list and search, JSON from all of them, the project found from its folders, and completion."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.shell_completion import BashComplete, CompletionItem
from click.testing import CliRunner

from learning_roadmap.cli.completion import ids_of
from learning_roadmap.cli.list import lacks
from learning_roadmap.cli.location import data_file, in_project
from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load
from learning_roadmap.edit import search
from learning_roadmap.model import RoadmapIndex, statistics
from tests.command import reports, roadmap
from tests.paths import DATA, EXAMPLE, EXAMPLE_DATA, GUITAR, SMALL

READING = {
    "check": "problems",
    f"diff {EXAMPLE_DATA}": None,
    "sources": None,
    "stats": "coverage",
    "papers": None,
    "path dropout": "topics",
    "show dropout": "fields",
    "list topic --missing hours": None,
    "search droput": None,
    "links": "links",
    "import --check": "problems",
    "fmt --check": "problems",
    "migrate --check": "problems",
}


@pytest.fixture(scope="module")
def small() -> RoadmapIndex:
    return RoadmapIndex(load(SMALL).roadmap)


@pytest.mark.parametrize(("line", "key"), READING.items(), ids=[line.split()[0] for line in READING])
def test_reading_commands_print_json(line: str, key: str | None) -> None:
    done = roadmap(*line.split(), "--format", "json", "-q", cwd=EXAMPLE)
    assert (done.returncode, done.stderr) == (0, ""), done
    value = json.loads(done.stdout)
    assert isinstance(value, list) if key is None else key in value


@pytest.mark.parametrize("line", ["import --check", "fmt --check", "migrate --check"])
def test_a_failed_check_is_json_too(tmp_path: Path, line: str) -> None:
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "content" / "roadmap.yml").write_text(
        "format: 1\nid: a\ntitle: A\n" if "migrate" in line else "id: a\nformat: 2\ntitle: A\n", "utf-8"
    )
    (tmp_path / "content" / "sources" / "a.md").write_text("# A\n- one\n", "utf-8")
    done = roadmap(*line.split(), "--format", "json", cwd=tmp_path)
    assert done.returncode == 1 and json.loads(done.stdout)["errors"] >= 1


@pytest.mark.parametrize(
    "line", ["path nowhere", "show nowhere", "list --in nowhere", "list nowhere", "import --check nowhere.md", "diff nowhere", "stats --data x"]
)
def test_reading_commands_do_not_speak_of_writing(line: str) -> None:
    done = roadmap(*line.split(), cwd=EXAMPLE)
    assert done.returncode == 1 and done.stderr.endswith("1 problem.\n"), done.stderr


def test_show_prints_an_entry_with_its_place_and_what_refers_to_it() -> None:
    shown = roadmap("show", "Counting beats", cwd=GUITAR).stdout
    assert shown == "topic counting: Counting beats\ncontent/roadmap.yml:107\nin: Accompaniment (accompaniment) ▸ Rhythm (rhythm)\nhours: 1\n" + (
        "needed by: Strumming (strumming)\n"
    )
    plain = json.loads(roadmap("show", "topic:strumming", "--format", "json", cwd=GUITAR).stdout)
    assert plain["fields"]["needs"][0]["topic"] == "counting" and plain["ancestors"] == ["accompaniment", "rhythm"]
    assert {"id": "first-song", "field": "needs.topic"} in plain["referred_to_by"]


def test_show_prints_every_kind_of_entry_and_what_became_of_removed_ones(tmp_path: Path, small: RoadmapIndex) -> None:
    data = tmp_path / "roadmap.yml"
    history = "history:\n- {id: gone, was: merged, kind: topic, into: [vectors], on: 2026-01-02, reason: the same}\ndocuments:"
    data.write_text(SMALL.read_text("utf-8").replace("\ndocuments:", f"\n{history}"), "utf-8")
    for id in small.located:
        done = roadmap("show", id, "--data", data, cwd=tmp_path)
        assert done.returncode == 0 and f" {id}: {small.located[id].entry.title}\n" in done.stdout
    assert roadmap("show", "gone", "--data", data, cwd=tmp_path).stdout == "topic gone was merged into vectors on 2026-01-02: the same\n"
    assert json.loads(roadmap("show", "gone", "--data", data, "--format", "json", cwd=tmp_path).stdout)["into"] == ["vectors"]


def test_list_counts_what_is_missing_as_stats_does() -> None:
    index = RoadmapIndex(load(DATA).roadmap)
    figures = {(coverage.of, coverage.name): coverage for coverage in statistics(index).coverage}
    names = {"prerequisite_or_start": "needs"}
    compared = 0
    for kind, of in (("topic", "topics"), ("paper", "papers"), ("resource", "resources")):
        for name in ("summary", "level", "hours", "prerequisite_or_start", "read", "check", "papers", "access", "checked"):
            if coverage := figures.get((of, name)):
                missing = sum(lacks(index, entry, names.get(name, name)) for entry in index.of_kind[kind])
                assert missing == coverage.total - coverage.count, (kind, name)
                compared += 1
    assert compared == 10


def test_list_takes_kinds_by_any_of_their_names_and_places() -> None:
    assert roadmap("list", "topics", "--in", "Rhythm", "--missing", "hours", cwd=GUITAR).stdout == "fingerpicking  Fingerpicking\n"
    assert roadmap("list", "exercises", cwd=GUITAR).stdout == roadmap("list", "practice", cwd=GUITAR).stdout
    assert "(topic)\n" in roadmap("list", "--in", "rhythm", cwd=GUITAR).stdout
    assert reports(roadmap("list", "topik", cwd=GUITAR).stderr, "unknown kind 'topik' — did you mean 'topic'?")
    refused = roadmap("list", "topic", "--missing", "hourz", cwd=GUITAR).stderr
    assert reports(refused, "unknown optional field of a topic 'hourz' — did you mean 'hours'?")


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("gradient decent", "gradient-descent"),
        ("GD", "gradient-descent"),
        ("Gradeint-Descent", "gradient-descent"),
        ("vector", "vectors"),
        ("attention is all", "attention-paper"),
        ("fastai", "fast-ai"),
        ("downhil", "gradient-descent"),
        ("practical deep lerning", "fast-ai"),
        ("chatbott", "chatbot"),
        ("lin alg", "linear-algebra"),
        ("neurips", "neurips"),
    ],
)
def test_search_forgives_typing_errors(small: RoadmapIndex, words: str, id: str) -> None:
    assert search(small, words)[0].entry.id == id


@pytest.mark.parametrize("words", ["afternoon", "zzzz", "gradient afternoon", "", "  ", "?"])
def test_search_finds_nothing_that_is_unlike(small: RoadmapIndex, words: str) -> None:
    assert search(small, words) == []


def test_search_without_a_result_fails() -> None:
    done = roadmap("search", "afternoon", "tea", cwd=GUITAR)
    assert (done.returncode, done.stdout) == (1, "nothing resembles 'afternoon tea'.\n")
    assert roadmap("search", "chords", "--most", "2", cwd=GUITAR).stdout.splitlines()[-1].startswith("… and ")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(GUITAR, tmp_path / "home" / "guitar")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "guitar"


def test_the_project_is_found_from_its_folders_and_paths_are_relative_to_the_current_one(project: Path) -> None:
    (project / "content" / "pages" / "deep").mkdir(parents=True)
    for folder, name in ((".", "content/roadmap.yml"), ("content", "roadmap.yml"), ("content/pages/deep", "../../roadmap.yml")):
        assert roadmap("check", cwd=project / folder).stdout.startswith(f"{name}: ")
    assert roadmap("set", "strumming", "hours", "5", cwd=project / "content").stdout.endswith("\nroadmap.yml:112: written.\n")
    assert "hours: 5" in roadmap("show", "strumming", cwd=project).stdout


def test_the_search_for_the_project_ends_at_the_home_folder(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "content", tmp_path / "content")
    done = roadmap("check", cwd=project.parent)
    assert done.returncode == 1 and reports(done.stderr, "file not found: 'content/roadmap.yml' — change to the folder of your roadmap")
    assert roadmap("check", cwd=tmp_path).returncode == 0


def test_the_data_file_that_the_site_names_is_used(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "content").rename(project / "data")
    (project / "mkdocs.yml").write_text("site_name: !ENV [X, a]\nplugins:\n  - learning-roadmap:\n      file: data/roadmap.yml\n", "utf-8")
    monkeypatch.chdir(project / "data")
    assert (data_file(), in_project(Path("mkdocs.yml"))) == (Path("roadmap.yml"), Path("../mkdocs.yml"))
    (project / "mkdocs.yml").write_text("plugins: [learning-roadmap: {file: [", "utf-8")
    assert data_file() == Path("../content/roadmap.yml")


def test_a_removed_current_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    before = Path.cwd()
    os.chdir(tmp_path / "gone")
    try:
        (tmp_path / "gone").rmdir()
        done = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    finally:
        os.chdir(before)
    assert done.exit_code == 1 and reports(done.stderr, "[FILE] file not found")


def complete(line: str, incomplete: str) -> list[CompletionItem]:
    return BashComplete(main, {}, "roadmap", "_ROADMAP_COMPLETE").get_completions(line.split(), incomplete)


@pytest.mark.parametrize(
    ("line", "incomplete", "values"),
    [
        ("", "me", ["merge"]),
        ("", "--v", ["--version"]),
        ("rename", "str", ["strumming"]),
        ("show", "acc", ["accompaniment"]),
        ("need strumming", "count", ["counting"]),
        ("need", "acc", []),
        ("add topic X --in", "rh", ["rhythm"]),
        ("move strumming --to", "rh", ["rhythm"]),
        ("guide --phase", "acc", ["accompaniment"]),
        ("attach", "", ["paper", "resource"]),
        ("list", "pap", ["paper"]),
        ("set strumming", "ho", ["hours", "hours_per_week"]),
        ("set", "road", ["roadmap"]),
        ("set roadmap", "license.", ["license.name", "license.url"]),
        ("set strumming", "status.s", ["status.since", "status.successor"]),
    ],
)
def test_commands_ids_kinds_and_fields_complete(monkeypatch: pytest.MonkeyPatch, line: str, incomplete: str, values: list[str]) -> None:
    monkeypatch.chdir(GUITAR / "content")
    assert sorted(item.value for item in complete(line, incomplete)) == values


def test_ids_are_completed_without_those_of_documents_parts_and_removed_entries(tmp_path: Path) -> None:
    data = RoadmapIndex(load(DATA).roadmap)
    context = main.make_context("roadmap", ["check"])
    context.params["data"] = DATA
    items = ids_of()(context, main.params[0], "")
    assert sorted(item.value for item in items) == sorted(data.located)
    assert all(item.help == data.located[item.value].entry.title for item in items if ":" not in data.located[item.value].entry.title)
    sections = ids_of("sections")(context, main.params[0], "")
    assert sorted(item.value for item in sections) == sorted(entry.id for entry in data.of_kind["section"])
    context.params["data"] = tmp_path / "nowhere.yml"
    assert ids_of()(context, main.params[0], "") == []


@pytest.mark.parametrize(
    ("word", "message"),
    [("remove", "did you mean 'retire'?"), ("delete", "did you mean 'retire'?"), ("edit", "did you mean 'set'?"), ("ls", "did you mean 'list'?"),
     ("undo", "'git restore -- FILE'")],
)  # fmt: skip
def test_what_other_tools_call_a_command_is_understood(word: str, message: str) -> None:
    done = roadmap(word, "relu", cwd=GUITAR)
    assert done.returncode == 2 and message in done.stderr
