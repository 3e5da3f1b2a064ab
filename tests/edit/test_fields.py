"""`roadmap set`, `need`, `attach`, `detach`: every field of every kind can be changed without an editor, and mistakes are refused in words."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load, parse
from learning_roadmap.edit import EditSession, set_field
from learning_roadmap.model import KINDS, Resource, RoadmapIndex, Shape, Topic, fields_in, inner_kinds, record_of, shape_of, value_type
from learning_roadmap.text import decode
from tests.command import reports
from tests.paths import SMALL

TEXT = """\
# yaml-language-server: $schema=roadmap.schema.json
format: 2
id: bread
title: Bread
published: '2026-01-01'

phases:

- id: dough
  title: Dough
  sections:

  - id: basics
    title: Basics
    topics:
    # by hand
    - id: kneading
      title: Kneading
      also: [Working the dough]
      hours: 2
      start: true
      status: {is: renamed, since: '2020'}
    - id: folding
      title: Folding
      needs:
      - {topic: kneading, reason: it is the idea}
      read:
      - {resource: book, part: one}
    - id: proving
      title: Proving

resources:
- id: book
  title: A book
  kind: book
  url: https://example.org/book/
  parts:
  - {id: one, title: Part one, at: one.html}
- id: site
  title: Site
  kind: documentation

papers:
- id: gluten
  title: On gluten
  arxiv: '2106.09685'
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    path = tmp_path / "content" / "roadmap.yml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def index_of(data: Path) -> RoadmapIndex:
    return RoadmapIndex(load(data).roadmap)


def samples() -> list[tuple[str, str, str, object]]:
    """For each kind and each of its plain fields: a text for it, and the value that it becomes."""
    special = {"url": "https://example.org/a", "arxiv": "2501.00001", "doi": "10.1000/182", "since": "2023-06", "at": "a.html", "on": "2023-11-14"}
    cases: list[tuple[str, str, str, object]] = []
    for kind in KINDS:
        parts = {inner.list_name for inner in inner_kinds(kind)}
        for name, field in fields_in(kind.model).items():
            if name in {"id", "title", "named", "added", "needs", "read", *parts} or shape_of(field) in (Shape.VALUES, Shape.RECORDS, Shape.RECORD):
                continue
            value = value_type(field)
            if value is bool:
                cases.append((kind.name, name, "yes", True))
            elif value in (int, float):
                cases.append((kind.name, name, "1999" if name == "year" else "3", value("1999" if name == "year" else "3")))
            elif value is str:
                cases.append((kind.name, name, text := special.get(name, "some words"), text))
            else:
                member = list(value)[-1]
                cases.append((kind.name, name, member.value, member))
    return cases


def test_every_plain_field_of_every_kind_can_be_set_and_removed() -> None:
    text = SMALL.read_text("utf-8").replace("\ndocuments:", "\ndisagreements:\n- {id: order, title: What comes first?}\ndocuments:")
    data = parse(decode(text.encode(), "small.yml"), SMALL)
    index = RoadmapIndex(data.roadmap)
    cases = samples()
    assert len(cases) > 40 and {case[0] for case in cases} >= {"topic", "paper", "goal", "disagreement"}
    for kind, name, text, value in cases:
        entry = index.of_kind[kind][0]
        session = EditSession(data)
        set_field(session, f"{kind}:{entry.id}", name, [text])
        edited = session.finish(reformat=True).data
        assert getattr(RoadmapIndex(edited.roadmap).located[entry.id].entry, name) == value, (kind, name)
        if not fields_in(type(entry))[name].is_required():
            again = EditSession(edited)
            set_field(again, f"{kind}:{entry.id}", name, [""])
            changed = RoadmapIndex(again.finish(reformat=True).data.roadmap).located[entry.id].entry
            assert getattr(changed, name) in (None, False), (kind, name)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        (["also", "One", "Two"], "also", ("One", "Two")),
        (["also", "One", "--add"], "also", ("Working the dough", "One")),
        (["also", "Working the dough", "--remove"], "also", ()),
        (["papers", "On gluten"], "papers", ("gluten",)),
        (["status.note", "It is older."], "status", {"is": "renamed", "since": "2020", "note": "It is older."}),
        (["status", ""], "status", None),
        (["check", "Why?", "To line up the gluten.", "--add"], "check", [{"ask": "Why?", "answer": "To line up the gluten."}]),
    ],
)
def test_lists_and_records_are_set_by_name(data: Path, line: list[str], field: str, value: object) -> None:
    done = run("set", "kneading", *line)
    assert done.exit_code == 0, done.output
    kneading = index_of(data).topics["kneading"]
    present = getattr(kneading, field)
    plain = kneading.model_dump(mode="json", exclude_defaults=True).get(field) if field in ("status", "check") else present
    assert plain == value
    assert run("check").exit_code == 0 and run("fmt", "--check").exit_code == 0
    assert "    # by hand\n" in data.read_text("utf-8")


def test_a_check_is_dated_and_a_part_gets_an_id(data: Path) -> None:
    assert run("set", "book", "checked.in", "its contents").exit_code == 0
    assert run("set", "book", "parts", "Part one", "two.html", "--add").exit_code == 0
    book = index_of(data).located["book"].entry
    assert isinstance(book, Resource) and book.checked is not None
    assert (book.checked.on, book.checked.seen_in) == (date(2023, 11, 14), "its contents")
    assert [(part.id, part.at) for part in book.parts] == [("one", "one.html"), ("part-one", "two.html")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nowhere hours 2", "Error: ENTRY: [REF-UNKNOWN] unknown entry 'nowhere'"),
        ("kneading hourz 2", "Error: FIELD: [SCH-KEY] a topic has no field 'hourz' — did you mean 'hours'?"),
        ("kneading hours 0", "Error: VALUE: [SCH-HOURS] "),
        ("kneading hours two", "Error: VALUE: [SCH-HOURS] "),
        ("kneading hours 2 3", "Error: VALUE: [SCH-FIELD] 'hours' has one value, not 2"),
        ("kneading hours 2 --add", "Error: --add: [SCH-FIELD] 'hours' is no list"),
        ("kneading level beginer", "Error: VALUE: [SCH-LEVEL] "),
        ("kneading id other", "Error: FIELD: [SCH-KEY] 'id' cannot be set: ids are permanent"),
        ("kneading needs folding", "use 'roadmap need ENTRY TOPIC --because REASON'"),
        ("kneading read book", "use 'roadmap attach resource RESOURCE TOPIC'"),
        ("basics topics folding", "'topics' cannot be set: it contains entries"),
        ("kneading status renamed", "'status' consists of several fields — use one of: status.is, "),
        ("folding status.note old", "[SCH-IS] missing field 'is' — set it first"),
        ("kneading status.entry nowhere", "Error: VALUE: [REF-UNKNOWN] "),
        ("kneading papers book", "Error: VALUE: [REF-KIND] 'book' is a resource, not a paper"),
        ("kneading also Other --remove", "'also' does not contain 'Other'"),
        ("kneading check Why? --add", "--add of 'check' takes 2 values, not 1 — write: ASK ANSWER"),
        ("kneading check Why?", "'check' is a list of records — use --add ASK ANSWER"),
        ("book kind =", "Error: FIELD: [SCH-FIELD] a resource must have the field 'kind'"),
        ("book url ftp://example.org/", "Error: VALUE: [URL] "),
        ("site url https://example.org/?utm_source=x", "[URL-TRACKER] "),
        ("site url https://arxiv.org/pdf/2106.09685v3", "[URL-DUPLICATE] "),
        ("kneading summary a\u202eb", "Error: VALUE: [SCH-SUMMARY] control or invisible character"),
    ],
)
def test_a_value_that_check_would_refuse_is_not_written(data: Path, line: str, message: str) -> None:
    done = run("set", *(part.removeprefix("=") for part in line.split(" ")))
    assert done.exit_code == 1 and reports(done.stderr, message), done.stderr
    assert data.read_text("utf-8") == TEXT


def test_fields_of_the_roadmap_itself_are_set(data: Path) -> None:
    done = run("set", "roadmap", "title", "Good bread")
    assert done.stdout.startswith("roadmap 'bread' (Good bread): title is now Good bread (before: Bread)\ncontent/roadmap.yml:4: written.")
    for line in (("roadmap", "hours-per-week", "8"), ("bread", "license.name", "CC BY 4.0"), ("roadmap:bread", "description", "How to bake.")):
        assert run("set", *line).exit_code == 0
    assert data.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=roadmap.schema.json\nformat: 2\nid: bread\ntitle: Good bread\ndescription: How to bake.\n"
        "license: {name: CC BY 4.0}\npublished: '2026-01-01'\nhours_per_week: 8\n\nphases:\n"
    )
    assert run("set", "roadmap", "published", "").exit_code == 0
    assert run("check").exit_code == 0 and "published" not in data.read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("roadmap id cake", "'id' cannot be set: it is permanent: all progress is stored under it"),
        ("roadmap format 3", "'format' cannot be set: it says how the file is written — use 'roadmap migrate'"),
        ("roadmap phases dough", "'phases' cannot be set: it contains entries"),
        ("roadmap history x", "a roadmap has no field 'history' — use one of: title, description, language, license, published, hours_per_week"),
        ("roadmap titel Cake", "did you mean 'title'?"),
        ("roadmap title =", "a roadmap must have the field 'title'"),
        ("roadmap hours_per_week 0", "Error: VALUE: [SCH-HOURS-PER-WEEK] "),
        ("roadmap language English", "Error: VALUE: [SCH-LANGUAGE] "),
        ("roadmap license.url https://example.org/", "missing field 'name' — set it first"),
        ("roadmap published 31.12.2025", "Error: VALUE: [SCH-PUBLISHED] "),
        ("roadmap title A\u202eb", "[SCH-TITLE] "),
    ],
)
def test_a_value_of_the_roadmap_that_check_would_refuse_is_not_written(data: Path, line: str, message: str) -> None:
    done = run("set", *(part.removeprefix("=") for part in line.split(" ")))
    assert done.exit_code == 1 and reports(done.stderr, message), done.stderr
    assert data.read_text("utf-8") == TEXT


def test_an_entry_that_is_called_roadmap_comes_first(data: Path) -> None:
    assert run("add", "topic", "Roadmap", "--in", "basics").exit_code == 0
    assert run("set", "roadmap", "hours", "2").exit_code == 0 and index_of(data).topics["roadmap"].hours == 2
    assert run("set", "roadmap:bread", "description", "How to bake.").exit_code == 0 and "\ndescription: How to bake.\n" in data.read_text("utf-8")


def test_the_title_is_set_as_by_rename_and_the_same_value_changes_nothing(data: Path) -> None:
    assert run("set", "proving", "title", "Final rise").exit_code == 0
    assert index_of(data).topics["proving"].also == ("Proving",)
    before = data.read_bytes()
    assert run("set", "kneading", "hours", "2.0").stdout == "content/roadmap.yml: nothing to change.\n"
    assert run("set", "kneading", "start", "yes").stdout == "content/roadmap.yml: nothing to change.\n"
    assert data.read_bytes() == before


def test_a_prerequisite_is_added_explained_and_removed(data: Path) -> None:
    done = run("need", "Proving", "folding", "--because", "the dough is strong")
    assert done.stdout.splitlines() == [
        "topic 'proving' (Proving) now needs topic 'folding' (Folding), because: the dough is strong",
        "content/roadmap.yml:31: written.",
    ]
    assert run("need", "proving", "folding", "--because", "it rises evenly").exit_code == 0
    assert [(need.topic, need.reason) for need in index_of(data).topics["proving"].needs] == [("folding", "it rises evenly")]
    assert "already" in run("need", "proving", "folding").stdout
    assert run("need", "proving", "folding", "--remove").exit_code == 0
    assert data.read_text("utf-8") == TEXT


def test_a_topic_with_a_prerequisite_is_no_starting_point(data: Path) -> None:
    assert "no longer marked as a starting point" in run("need", "kneading", "proving").stdout
    kneading = index_of(data).topics["kneading"]
    assert isinstance(kneading, Topic) and not kneading.start


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("kneading folding", "[REF-CYCLE] circular prerequisites: "),
        ("kneading kneading", "Error: TOPIC: [REF-CYCLE] 'kneading' cannot need itself"),
        ("basics kneading", "'basics' cannot need 'kneading', which is a part of it"),
        ("kneading book", "Error: TOPIC: [REF-KIND] 'book' is a resource, not a topic"),
        ("dough kneading", "Error: ENTRY: [REF-KIND] 'dough' is a phase"),
        ("folding proving --remove", "does not need topic 'proving' (Proving) — its own prerequisites are: kneading"),
        ("folding kneading --because=", "Error: --because: [SCH-REASON] "),
    ],
)
def test_a_prerequisite_that_cannot_be_is_refused(data: Path, line: str, message: str) -> None:
    done = run("need", *line.split())
    assert done.exit_code == 1 and reports(done.stderr, message), done.stderr
    assert "roadmap.yml:" not in done.stderr and data.read_text("utf-8") == TEXT


def test_resources_and_papers_are_attached_to_topics_and_detached(data: Path) -> None:
    assert run("attach", "resource", "A book", "kneading", "proving", "--part", "Part one").exit_code == 0
    assert run("attach", "paper", "gluten", "kneading").exit_code == 0
    assert index_of(data).material_of["kneading"] == ("book", "gluten")
    assert "already" in run("attach", "paper", "On gluten", "kneading").stdout
    assert run("check").exit_code == 0 and run("fmt", "--check").exit_code == 0
    assert run("detach", "resource", "book", "kneading", "proving").exit_code == 0
    assert run("detach", "paper", "gluten", "kneading").exit_code == 0
    assert data.read_text("utf-8") == TEXT
    for line, message in {
        "detach resource book proving": "topic 'proving' (Proving) does not have resource 'book' (A book)",
        "attach resource book proving --part two": "Error: --part: [REF-PART] unknown part 'two'",
        "attach resource gluten proving": "Error: RESOURCE: [REF-KIND] 'gluten' is a paper, not a resource",
        "attach paper gluten nowhere": "Error: TOPIC: [REF-UNKNOWN] unknown topic 'nowhere'",
    }.items():
        done = run(*line.split())
        assert done.exit_code == 1 and reports(done.stderr, message), done.stderr


ADDRESSES = (
    "2106.09685 2106.09685v2 arXiv:2106.09685 http://arxiv.org/abs/2106.09685v1 10.48550/arXiv.2106.09685 "
    "https://www.arxiv.org/pdf/2106.09685v2.pdf https://export.arxiv.org/pdf/2106.09685 https://doi.org/10.48550/arxiv.2106.09685"
)


@pytest.mark.parametrize("address", ADDRESSES.split())
def test_all_addresses_of_a_paper_are_one(data: Path, address: str) -> None:
    done = run("add", "paper", "The same", "--url" if address.startswith("http") else "--arxiv", address)
    assert done.exit_code == 1 and reports(done.stderr, "[URL-DUPLICATE] 'gluten' in line")
    field = "url" if address.startswith("http") else "doi" if address.startswith("10.") else None
    if field:  # also where a person has written it
        data.write_text(f"{TEXT}- id: same\n  title: The same\n  {field}: {address}\n", "utf-8")
        assert reports(run("check").stderr, "[URL-DUPLICATE] 'gluten' in line")


def test_a_paper_is_added_in_canonical_form_with_all_fields(data: Path) -> None:
    done = run("add", "paper", "On starch", "--arxiv", "https://arxiv.org/pdf/2501.00001v2", "--doi", "https://doi.org/10.1000/182",
               "--status-is", "replaced", "--status-since", "2024", "--checked-in", "its abstract", "--topic", "folding")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert data.read_text("utf-8").endswith("""\
- id: on-starch
  title: On starch
  added: '2023-11-14'
  arxiv: '2501.00001'
  doi: 10.1000/182
  status: {is: replaced, since: '2024'}
  checked: {on: '2023-11-14', in: its abstract}
""")


def test_a_resource_with_parts_and_a_topic_with_questions_are_added(data: Path) -> None:
    parts = ("--part", "One", "1.html", "--part", "One", "2.html")
    assert run("add", "resource", "Lessons", "--kind", "course", "--url", "https://example.org/", *parts, "--topic", "proving").exit_code == 0
    assert run("add", "topic", "Shaping", "--in", "basics", "--check", "Why: now?", "Because: yes.", "--read", "Lessons: one-2").exit_code == 0
    index = index_of(data)
    site, shaping = index.located["lessons"].entry, index.topics["shaping"]
    assert isinstance(site, Resource) and [part.id for part in site.parts] == ["one", "one-2"]
    assert [(question.ask, question.answer) for question in shaping.check] == [("Why: now?", "Because: yes.")]
    assert shaping.read[0].part == "one-2"
    done = run("add", "topic", "X", "--in", "basics", "--status-is", "renamed", "--status-since", "soon", "--status-entry", "folding")
    assert reports(done.stderr, "Error: --status-since: [SCH-SINCE] not a year or month")


def test_every_record_of_every_kind_can_be_given_to_add() -> None:
    for kind in KINDS:
        command = main.get_command(None, "add").commands[kind.name]  # type: ignore[union-attr,arg-type]
        given = {option.name.partition("__")[0] for option in command.params}
        parts = {inner.list_name for inner in inner_kinds(kind)}
        records = {name for name, field in fields_in(kind.model).items() if record_of(field) and name not in {"named", *parts}}
        assert records <= given, kind.name


def test_a_split_into_the_entry_itself_is_refused(data: Path) -> None:
    for part in ("kneading", "KNEADING"):
        done = run("split", "kneading", "--into", part, "--into", "B")
        assert done.exit_code == 1 and reports(done.stderr, "cannot be a part of itself")
    assert data.read_text("utf-8") == TEXT


@pytest.mark.parametrize("line", ["set kneading hours 3", "need proving folding", "attach paper gluten folding", "detach resource book folding"])
def test_editing_commands_show_a_difference_and_can_be_quiet(data: Path, line: str) -> None:
    shown = run(*line.split(), "--dry-run")
    assert "\n@@ " in shown.stdout and data.read_text("utf-8") == TEXT
    report = json.loads(run(*line.split(), "--dry-run", "--format", "json").stdout)
    assert (report["changed"], report["written"], report["file"]) == (True, False, "content/roadmap.yml") and report["messages"]
    quiet = run(*line.split(), "-q")
    assert (quiet.exit_code, quiet.output) == (0, "") and data.read_text("utf-8") != TEXT


def test_each_change_names_its_line_and_the_command_that_undoes_it(data: Path) -> None:
    subprocess.run("git init -q && git add . && git -c user.name=A -c user.email=a@example.org commit -qm A", shell=True, check=True)
    texts = [TEXT]
    for line, changed in (("set kneading hours 3", 20), ("rename proving Rising", 30), ("retire proving", 47)):
        done = run(*line.split())
        written = done.stdout.splitlines()[-1]
        assert written.startswith(f"content/roadmap.yml:{changed}: written. Undo with: git "), done.stdout
        texts.append(data.read_text("utf-8"))
        subprocess.run(written.partition("Undo with: ")[2], shell=True, check=True)
        assert data.read_text("utf-8") == texts[-2]
        data.write_text(texts[-1], "utf-8")


def test_copies_outside_of_git_have_no_command_to_undo(data: Path, tmp_path: Path) -> None:
    shutil.copy(data, tmp_path / "copy.yml")
    assert run("set", "kneading", "hours", "3", "--data", "copy.yml").stdout.endswith("copy.yml:20: written.\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            ["add", "Barre chords"],
            "'Barre chords' is not a kind of entry — begin with a kind: main add topic 'Barre chords'. Kinds: phase, section, topic,",
        ),
        (["add", "topik", "Barre chords"], "'topik' is not a kind of entry — did you mean 'topic'?"),
        (["attach", "A book", "kneading"], "begin with a kind: main attach resource 'A book'. Kinds: resource, paper"),
    ],
)
def test_a_forgotten_kind_is_named(data: Path, line: list[str], message: str) -> None:
    done = CliRunner().invoke(main, line)
    assert done.exit_code == 2 and message in done.stderr, done.stderr
