"""Rewriting a data file: comments, line ends and byte order mark survive, unrelated lines stay, and no change means no byte changed."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import DataFile, parse
from learning_roadmap.datafile.canonical import canonical, rewrite
from learning_roadmap.datafile.editable import EditableRoadmap
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.merge.importer import import_documents
from learning_roadmap.model import Roadmap
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.project.manifest import Source
from learning_roadmap.text.decode import decode
from tests.datafile.layouts import BASE, DOCUMENT, LAYOUTS, read


@pytest.fixture
def new(tmp_path: Path) -> Source:
    path = tmp_path / "new.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return Source(path)


def with_topic(data: DataFile, section: str = "maths") -> Roadmap:
    editable = EditableRoadmap.of(data.roadmap)
    editable.add("topics", "Geometry", editable.entries[section])
    return editable.frozen()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_an_import_into_any_layout_loses_nothing(tmp_path: Path, new: Source, layout: str) -> None:
    target = tmp_path / "roadmap.yml"
    target.write_bytes(layout.encode())
    with pytest.raises(ProblemsFound, match=r"error: the change would also reformat .* line.* \[FMT\]"):
        import_documents(target, [new])
    assert target.read_bytes() == layout.encode()
    done = import_documents(target, [new], reformat=True)
    comments = re.findall(r"# [a-z ]*[a-z]", layout)
    assert all(f"{comment}\n" in done.text.replace("\r\n", "\n") for comment in comments), "a comment is gone"
    assert done.data.text.newline == ("\r\n" if "\r\n" in layout else "\n") and done.data.text.mark == layout[: layout.startswith("\ufeff")]
    index = RoadmapIndex(done.roadmap)
    assert {"algebra", "groups", "rings", "topology", "vectors"} <= index.topics.keys()
    assert index.located["count-sheep"].ancestors[-1].id == "maths"
    target.write_bytes(done.data.text.raw)
    again = import_documents(target, [new])
    assert not again.is_new and again.data.text.raw == target.read_bytes()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_an_import_without_news_changes_no_byte_of_any_layout(tmp_path: Path, new: Source, layout: str) -> None:
    target = tmp_path / "roadmap.yml"
    target.write_bytes(layout.encode())
    new.path.write_text("# New\n## Phase 1: Basics\n### Maths\n- Algebra\n", encoding="utf-8")
    text = import_documents(target, [new], reformat=True).text
    for odd in (text.replace(": ", ":  "), text.replace("title: Algebra", "title: Algebra\r"), text.rstrip("\r\n"), text + "\r\n# end"):
        target.write_bytes(odd.encode())
        done = CliRunner().invoke(main, ["import", str(new.path), "--data", str(target)])
        assert done.exit_code == 0 and "file unchanged" in done.stdout, done.output
        assert target.read_bytes() == odd.encode()


def test_a_document_is_updated_in_place(tmp_path: Path, new: Source) -> None:
    target = tmp_path / "roadmap.yml"
    documents = "documents: [{id: other, title: Other, file: other.md}, {id: new, title: Old, file: new.md}]  # ours\n"
    target.write_text(BASE + documents, encoding="utf-8")
    done = import_documents(target, [new], reformat=True)
    assert [document.title for document in done.roadmap.documents] == ["Other", "New"]
    assert "# ours" in done.text


def test_line_numbers_follow_the_document(tmp_path: Path, new: Source) -> None:
    target = tmp_path / "roadmap.yml"
    target.write_text(import_documents(target, [new]).text, encoding="utf-8")
    new.path.write_text(DOCUMENT.replace("# New\n", "# New\n\n"), encoding="utf-8")
    done = import_documents(target, [new])
    assert "line: 6, words: Topology" in done.text and "line: 5, words: Topology" not in done.text


COMMENTS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8), st.sampled_from(["# a", "#b", "# 'c", "# - e: {", "#", "# é 🍞"])), max_size=6)


@settings(deadline=None)
@given(COMMENTS, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]), st.sampled_from(["maths", "more"]))
def test_an_addition_to_a_canonical_file_only_adds_lines(comments: list[tuple[int, int, str]], newline: str, mark: str, section: str) -> None:
    lines = (BASE + "  - id: more\n    title: More\nhistory:\n- {id: old, was: retired}").split("\n")
    for at, indent, words in sorted(comments, reverse=True):
        lines.insert(min(at, len(lines)), " " * indent + words)
    tidy = canonical(read("\n".join(lines) + "\n"))
    data = read(mark + tidy.replace("\n", newline))
    wanted = with_topic(data, section)
    written = rewrite(data, wanted)
    assert written.roadmap == wanted and parse(decode(written.text.raw, "x"), Path("x")).roadmap == wanted
    assert (written.text.mark, written.text.newline, written.text.has_mixed_newlines) == (mark, newline, False)
    rest = iter(written.text.lines)
    assert [line for line in data.text.lines if line not in rest] == [], "a line of the old file is gone or elsewhere"
    assert len(written.text.lines) == len(data.text.lines) + (2 if section == "maths" else 3)


@given(st.sampled_from(sorted(LAYOUTS)))
def test_an_unchanged_roadmap_is_not_rewritten(layout: str) -> None:
    data = read(LAYOUTS[layout])
    assert rewrite(data, data.roadmap) is data


def test_a_missing_schema_line_is_accepted_and_not_added() -> None:
    data = read(canonical(read(BASE)).partition("\n")[2])
    assert rewrite(data, with_topic(data)).text.lines[0] == "format: 2"
    assert rewrite(data, with_topic(data), reformat=True).text.lines[0].startswith("# yaml-language-server:")


def test_mixed_line_ends_are_unified_only_on_request() -> None:
    tidy = canonical(read(BASE))
    data = read(tidy.replace("title: D\n", "title: D\r\n"))
    with pytest.raises(ProblemsFound, match="FMT"):
        rewrite(data, with_topic(data))
    assert rewrite(data, with_topic(data), reformat=True).text.raw.count(b"\r\n") == tidy.count("\n") + 2


def test_a_comment_stays_with_its_list_item() -> None:
    needs = "      needs:\n      - {topic: algebra}\n      # why not\n      - {topic: topology}\n"
    text = BASE.replace("      title: Vectors\n", "      title: Vectors\n" + needs + "    - id: topology\n      title: Topology\n")
    data = read(canonical(read(text)))
    editable = EditableRoadmap.of(data.roadmap)
    editable.entries["vectors"].put("needs", [{"topic": "topology"}])
    assert "      needs:\n      # why not\n      - {topic: topology}\n" in rewrite(data, editable.frozen()).text.raw.decode()
