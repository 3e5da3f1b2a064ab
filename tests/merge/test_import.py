"""An import is repeatable, keeps hand edits, and loses nothing."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from learning_roadmap.check.coverage import uncovered
from learning_roadmap.datafile import load
from learning_roadmap.datafile.canonical import canonical
from learning_roadmap.datafile.write import write_roadmap
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.merge.importer import Imported, import_documents, read_sources
from learning_roadmap.model import Resource, Roadmap, inner_kinds, kind_of
from learning_roadmap.model.index import RoadmapIndex, walk_entries
from learning_roadmap.project.manifest import Source, find_sources
from tests.families import examples, family
from tests.paths import DATA, SOURCES
from tests.strategies import roadmaps


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def import_into(target: Path, *documents: Path) -> Imported:
    """Import and write, as the command does."""
    result = import_documents(target, [Source(path) for path in documents])
    target.write_text(result.text, encoding="utf-8")
    return result


@cache
def new_file() -> str:
    """The text of a new file of the five documents."""
    return import_documents(Path("none.yml"), find_sources(SOURCES)).text


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return write(
        tmp_path / "first.md",
        "# First\n\n## Phase 1: Basics\n*Duration: 2 weeks*\n\n### 1.1 Mathematics\n- [ ] 1.1.1 Linear algebra\n"
        "  - [ ] 1.1.1.1 Vectors and matrices\n- [ ] 1.1.2 Named Entity Recognition (NER)\n",
    )


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return write(tmp_path / "second.md", "# Second\n\n## Basics\n- **Mathematics:** Linear Algebra, Calculus\n- NER\n- Vectors, Matrices\n")


def test_a_document_makes_a_new_roadmap(tmp_path: Path, first: Path) -> None:
    done = import_into(tmp_path / "roadmap.yml", first)
    (phase,) = done.roadmap.phases
    assert (phase.title, phase.duration) == ("Basics", "2 weeks")
    assert [topic.title for topic in phase.sections[0].topics] == ["Linear algebra", "Named Entity Recognition (NER)"]


def test_a_second_document_adds_provenance_to_the_same_topics(tmp_path: Path, first: Path, second: Path) -> None:
    roadmap = tmp_path / "roadmap.yml"
    import_into(roadmap, first)
    done = import_into(roadmap, second)
    index = RoadmapIndex(done.roadmap)
    named = {id: {source.document for source in topic.named} for id, topic in index.topics.items()}
    assert named["linear-algebra"] == named["named-entity-recognition"] == {"first", "second"}
    assert named["calculus"] == {"second"}


@pytest.mark.parametrize("times", [2, 3])
def test_importing_again_changes_no_byte(tmp_path: Path, first: Path, second: Path, times: int) -> None:
    roadmap = tmp_path / "roadmap.yml"
    import_into(roadmap, first, second)
    before = roadmap.read_bytes()
    for _ in range(times):
        import_into(roadmap, first, second)
    assert roadmap.read_bytes() == before


@pytest.mark.slow
def test_importing_the_five_documents_again_changes_no_byte() -> None:
    assert import_documents(DATA, find_sources(SOURCES)).text == DATA.read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_import_of_the_five_documents_into_a_new_file_is_stable(tmp_path: Path) -> None:
    roadmap = tmp_path / "roadmap.yml"
    roadmap.write_text(new_file(), encoding="utf-8")
    assert import_documents(roadmap, find_sources(SOURCES)).text == roadmap.read_text(encoding="utf-8")


def test_hand_edits_comments_and_order_survive(tmp_path: Path, first: Path, second: Path) -> None:
    roadmap = tmp_path / "roadmap.yml"
    import_into(roadmap, first)
    text = roadmap.read_text(encoding="utf-8")
    text = text.replace("title: Linear algebra\n", "title: 'Lineare Algebra'   # renamed by hand\n      hours:   12\n")
    text = text.replace("phases:\n", "# our own order\nphases:\n")
    roadmap.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"the change would also reformat .* \[FMT\]"):
        import_into(roadmap, second)
    assert roadmap.read_text(encoding="utf-8") == text
    text = canonical(load(roadmap))
    roadmap.write_text(text, encoding="utf-8")
    import_into(roadmap, second)
    after = roadmap.read_text(encoding="utf-8")
    assert "      # renamed by hand\n      title: Lineare Algebra\n" in after
    assert "      hours: 12\n" in after and "# our own order\nphases:\n" in after
    remaining_lines = iter(after.split("\n"))
    assert all(line in remaining_lines for line in text.split("\n") if line), "a line of the old file is gone or has moved"
    assert "{document: second, line: 4, words: Linear Algebra}" not in after.split("id: calculus")[1]


def test_provenance_follows_a_line_that_moves(tmp_path: Path, first: Path) -> None:
    roadmap = tmp_path / "roadmap.yml"
    import_into(roadmap, first)
    write(first, first.read_text(encoding="utf-8").replace("# First\n", "# First\n\nA new opening.\n"))
    done = import_into(roadmap, first)
    (source,) = RoadmapIndex(done.roadmap).topics["linear-algebra"].named
    assert source.line == 9
    assert not done.report.new


def test_every_item_is_covered(tmp_path: Path, first: Path, second: Path) -> None:
    roadmap = tmp_path / "roadmap.yml"
    import_into(roadmap, first, second)
    sources = [Source(first), Source(second)]
    assert list(uncovered(load(roadmap), read_sources(sources))) == []
    write(second, second.read_text(encoding="utf-8") + "- Statistics\n")
    assert {problem.code for problem in uncovered(load(roadmap), read_sources(sources))} == {"COVER-OUTLINE", "COVER-ITEM"}


def test_stale_provenance_is_reported(tmp_path: Path, first: Path) -> None:
    roadmap = tmp_path / "roadmap.yml"
    import_into(roadmap, first)
    write(roadmap, roadmap.read_text(encoding="utf-8").replace("words: Linear algebra", "words: Topology"))
    codes = [problem.code for problem in uncovered(load(roadmap), read_sources([Source(first)]))]
    assert sorted(codes) == ["COVER-ITEM", "COVER-STALE"]


@pytest.mark.slow
def test_garbled_documents_give_the_same_entries(tmp_path: Path) -> None:
    clean = new_file()
    for codec in family(("mac_roman", "sloppy-windows-1252"), "sloppy-windows-1252"):
        garbled = tmp_path / codec
        shutil.copytree(SOURCES, garbled)
        for path in garbled.glob("*.md"):
            path.write_text(path.read_text(encoding="utf-8").encode().decode(codec), encoding="utf-8")
        assert import_documents(tmp_path / "none.yml", find_sources(garbled)).text == clean, codec


def test_similar_names_are_kept_apart_and_reported(tmp_path: Path, first: Path) -> None:
    roadmap = tmp_path / "roadmap.yml"
    import_into(roadmap, first)
    third = write(tmp_path / "third.md", "# Third\n## Basics\n- Vectors and matrixes\n- Linear algebras\n- Name Entity Recognition\n")
    done = import_into(roadmap, third)
    assert [(outcome.words, outcome.similar) for outcome in done.report.possible_duplicates][-1] == (
        "Name Entity Recognition",
        "named-entity-recognition",
    )


def test_all_broken_documents_are_reported_at_once(tmp_path: Path) -> None:
    one = write(tmp_path / "one.md", "# One\n<!-- never closed\n")
    two = write(tmp_path / "two.md", "")
    with pytest.raises(ProblemsFound) as caught:
        import_into(tmp_path / "roadmap.yml", one, two)
    assert {(Path(p.file).name, p.code) for p in caught.value.problems} == {("one.md", "MD-COMMENT"), ("two.md", "MD-EMPTY")}
    assert not (tmp_path / "roadmap.yml").exists()


def test_two_documents_with_the_same_id_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    one, two = write(tmp_path / "x.md", "# X\n- a\n"), write(tmp_path / "a" / "x.md", "# X\n- a\n")
    with pytest.raises(ProblemsFound, match="ID-DOCUMENT"):
        import_into(tmp_path / "roadmap.yml", one, two)


def test_items_without_letters_stay_apart_and_are_covered(tmp_path: Path) -> None:
    document = write(tmp_path / "notes.md", "# Notes\n\n## Phase 1: Signs\n- ∑\n- 🍞\n- \ufffd\n- ∑\n")
    done = import_into(tmp_path / "roadmap.yml", document)
    assert [topic.title for topic in RoadmapIndex(done.roadmap).topics.values()] == ["∑", "🍞"]
    assert {warning.code for warning in done.warnings} == {"UNI-FFFD", "MD-EMPTYTASK"}
    assert not list(uncovered(load(tmp_path / "roadmap.yml"), read_sources([Source(document)])))


MATERIAL = (
    "# Reader\n\n## Basics\n### Mathematics\n- Gradient descent\n- Linear algebra\n\n## Resources\n### Courses\n- Linear algebra for everyone\n\n"
    '## Papers\n- "Gradient descent revisited"\n\n## Projects\n- Plot gradient descent\n'
)


def test_material_that_names_a_topic_is_stored_on_it(tmp_path: Path) -> None:
    roadmap = tmp_path / "roadmap.yml"
    done = import_into(roadmap, write(tmp_path / "reader.md", MATERIAL))
    index = RoadmapIndex(done.roadmap)
    assert [link.resource for link in index.topics["linear-algebra"].read] == ["linear-algebra-for-everyone"]
    assert index.topics["gradient-descent"].papers == ("gradient-descent-revisited",)
    assert done.roadmap.projects[0].topics == ("gradient-descent",)
    assert not import_into(roadmap, tmp_path / "reader.md").is_new
    # What a person has removed or refined stays so.
    text = roadmap.read_text("utf-8").replace("      papers: [gradient-descent-revisited]\n", "").replace(
        "kind: course\n", "kind: course\n  url: https://example.org/\n  parts:\n  - {id: one, title: One, at: one.html}\n"
    ).replace("{resource: linear-algebra-for-everyone}", "{resource: linear-algebra-for-everyone, part: one}")  # fmt: skip
    assert "part: one}" in text and "at: one.html" in text and "papers: [" not in text
    roadmap.write_text(text, encoding="utf-8")
    assert not import_into(roadmap, tmp_path / "reader.md").is_new and roadmap.read_text("utf-8") == text


def kept_fields(roadmap: Roadmap) -> dict[str, dict[str, object]]:
    """The fields of each entry that an import does not add to."""
    return {
        entry.id: entry.model_dump(mode="json", exclude={"named", "read", "papers", *(kind.list_name for kind in inner_kinds(kind_of(entry)))})
        for entry, _ in walk_entries(roadmap)
    }


@pytest.mark.slow
@settings(deadline=None, max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(roadmaps())
def test_an_import_loses_no_field_of_any_roadmap_and_is_repeatable(tmp_path: Path, before: Roadmap) -> None:
    roadmap, document = tmp_path / "roadmap.yml", write(tmp_path / "reader.md", MATERIAL + "\n## Dough\n- Éclair\n- C # D (Dough, Bread)\n")
    roadmap.write_text(write_roadmap(before), encoding="utf-8")
    after = import_into(roadmap, document).roadmap
    former, present = kept_fields(before), kept_fields(after)
    assert {id: present.get(id) for id in former} == former
    topics = RoadmapIndex(after).topics
    for id, topic in RoadmapIndex(before).topics.items():
        assert set(topic.read) <= set(topics[id].read) and set(topic.papers) <= set(topics[id].papers) and set(topic.named) <= set(topics[id].named)
    assert (after.license, after.hours_per_week, after.disagreements) == (before.license, before.hours_per_week, before.disagreements)
    assert not import_into(roadmap, document).is_new


A_COURSE = "# A\n## Phase 1: A\n- Vectors\n## Online Courses\n- Practical Deep Learning\n"
B_COURSE = (
    "# B\n## Phase 1: A\n- Vectors (optional)\n## Online Courses\n- [Practical Deep Learning](https://course.example.org/)\n"
    "## Books\n- Bread by A. Baker\n"
)


def test_a_later_document_fills_what_an_entry_lacks(tmp_path: Path) -> None:
    roadmap, one, two = tmp_path / "roadmap.yml", write(tmp_path / "one.md", A_COURSE), write(tmp_path / "two.md", B_COURSE)
    import_into(roadmap, one)
    done = import_into(roadmap, two)
    course = RoadmapIndex(done.roadmap).located["practical-deep-learning"].entry
    assert isinstance(course, Resource) and course.url == "https://course.example.org/"
    assert RoadmapIndex(done.roadmap).topics["vectors"].optional
    # A field that a person has emptied stays empty, also when the line moves.
    write(roadmap, roadmap.read_text("utf-8").replace("  url: https://course.example.org/\n", "", 1))
    write(two, B_COURSE.replace("# B\n", "# B\n\nNew.\n"))
    course = RoadmapIndex(import_into(roadmap, two).roadmap).located["practical-deep-learning"].entry
    assert isinstance(course, Resource) and course.url is None


def test_names_that_differ_in_a_sign_are_different(tmp_path: Path) -> None:
    names = "F#|F|A*|A|C++|C|C#|.NET|NET|A* search|A search|a+b|a-b|∑ ≈ ∫|→ ←|← →|♀ ♂|🚀|x 🍞 y|कि|का".split("|")
    document = write(tmp_path / "notes.md", "# Notes\n## Phase 1: Signs\n### All\n" + "".join(f"- {name}\n" for name in names))
    topics = RoadmapIndex(import_into(tmp_path / "roadmap.yml", document).roadmap).topics.values()
    assert len(topics) == len(names) == len({topic.id for topic in topics})


def test_milestones_habits_and_forms_without_a_holder_are_kept(tmp_path: Path) -> None:
    text = "# Notes\n## Milestones\n- Ship it\n## 6-Month Goals\n- Read\n## Daily routine\n- Write\n## Progress tracker\n- Start: ____\n"
    document = write(tmp_path / "notes.md", text)
    roadmap = import_into(tmp_path / "roadmap.yml", document).roadmap
    assert "ship-it" in RoadmapIndex(roadmap).topics
    assert [goal.title for goal in roadmap.milestones[0].goals] == ["Read"]
    assert (roadmap.routine[0].title, roadmap.routine[0].items[0].title) == ("Daily routine", "Write")
    assert roadmap.forms[0].fields[0].title == "Start"
