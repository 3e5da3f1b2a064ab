"""Coverage is exact: an entry that is deleted by hand is missing, and an import restores it."""

from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest

from learning_roadmap.check import check
from learning_roadmap.datafile import load, to_plain
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.merge import Draft, missing_mentions
from learning_roadmap.merge.draft import Node
from learning_roadmap.merge.importer import import_documents, read_sources
from learning_roadmap.merge.merger import Merger
from learning_roadmap.model import KIND, Document
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.project.manifest import Source, find_sources
from tests.families import IS_ALL, family
from tests.merge.test_import import import_into, write
from tests.paths import ROOT

# No line of a document becomes a role: its provenance is written by people.
RESTORED = {kind.name for kind in KIND.values() if kind.lines} | {"phase", "section"}
ROUNDS = 24


@cache
def documents() -> list[Document]:
    return [document for _, document in read_sources(find_sources(ROOT / "content" / "sources"))]


def committed() -> Draft:
    return Draft(to_plain(load(ROOT / "content" / "roadmap.yml").roadmap))


def without(draft: Draft, nodes: list[Node]) -> Draft:
    """The draft without some entries, which may contain one another."""
    for node in reversed(nodes):
        draft.remove(node)
    return Draft(draft.plain)


def lines(node: Node) -> set[tuple[str, int]]:
    return {(source["document"], source["line"]) for source in node.named}


@pytest.mark.content
@pytest.mark.slow
def test_each_entry_of_the_committed_file_is_missed_when_it_is_deleted() -> None:
    """Some at a time, which share no line; one at a time with ROADMAP_ALL, which takes minutes."""
    draft = committed()
    count = sum(bool(node.named) and node.kind in RESTORED for node in draft.nodes.values())
    rounds = count if IS_ALL else ROUNDS
    plain = draft.plain
    assert count > 800 and not list(missing_mentions(draft, documents()))
    unnoticed: list[str] = []
    for number in range(rounds):
        copy = Draft(deepcopy(plain))
        deleted = [node for node in copy.nodes.values() if node.named and node.kind in RESTORED][number::rounds]
        named = {node.id: {line for inner in copy.nodes.values() if inner.is_inside(node) for line in lines(inner)} for node in deleted}
        missing = {(mention.document, mention.line) for mention in missing_mentions(without(copy, deleted), documents())}
        unnoticed += [id for id, at in named.items() if not at & missing]
    assert unnoticed == []


@pytest.mark.content
@pytest.mark.slow
@pytest.mark.parametrize("number", family([1, 5], 1))
def test_an_import_restores_what_was_deleted(number: int) -> None:
    draft = committed()
    deleted = [node for node in draft.nodes.values() if node.named and node.kind in RESTORED][number::ROUNDS]
    draft = without(draft, deleted)
    for _ in range(3):
        draft = draft.once_more()
        Merger(draft, documents()).merge()
    assert not list(missing_mentions(draft, documents()))
    assert {line for node in deleted for line in lines(node)} <= {line for node in draft.nodes.values() for line in lines(node)}


NOTES = (
    "# Notes\n## Phase 1: Basics\n### Functions\n- Leaky ReLU, ReLU\n- Vanishing/exploding gradients\n- Loss, Loss functions\n"
    "### Networks\n- R-CNN, Fast R-CNN\n- Data and code\n- Data\n- Code\n"
)


@pytest.mark.parametrize("id", ["leaky-relu", "relu", "vanishing-gradients", "exploding-gradients", "r-cnn", "fast-r-cnn", "loss", "data", "code"])
def test_an_entry_inside_the_name_of_another_is_missed_and_restored(tmp_path: Path, id: str) -> None:
    roadmap, notes = tmp_path / "roadmap.yml", write(tmp_path / "notes.md", NOTES)
    import_into(roadmap, notes)
    lines_of_file = roadmap.read_text("utf-8").split("\n")
    start = next(number for number, line in enumerate(lines_of_file) if line.strip() == f"- id: {id}")
    indent = len(lines_of_file[start]) - len(lines_of_file[start].lstrip())
    end = next(n for n in range(start + 1, len(lines_of_file)) if len(lines_of_file[n]) - len(lines_of_file[n].lstrip()) <= indent
               and not lines_of_file[n].startswith(" " * indent + "  "))  # fmt: skip
    write(roadmap, "\n".join(lines_of_file[:start] + lines_of_file[end:]))
    assert [problem.code for problem in check(roadmap, sources=[Source(notes)]).errors] in (["COVER-ITEM"], ["COVER-ITEM"] * 2)
    restored = import_into(roadmap, notes).roadmap
    assert id in RoadmapIndex(restored).topics and not check(roadmap, sources=[Source(notes)]).errors


def test_an_entry_that_others_need_is_restored(tmp_path: Path) -> None:
    roadmap, notes = tmp_path / "roadmap.yml", write(tmp_path / "notes.md", "# Notes\n## Phase 1: Basics\n### Bread\n- Flour\n- Gluten\n")
    import_into(roadmap, notes)
    text = roadmap.read_text("utf-8").replace("      title: Gluten\n", "      title: Gluten\n      needs:\n      - {topic: flour}\n")
    flour = "    - id: flour\n      title: Flour\n      named:\n      - {document: notes, line: 4, words: Flour}\n"
    assert flour in text
    write(roadmap, text.replace(flour, ""))
    assert [problem.code for problem in check(roadmap, sources=[Source(notes)]).errors] == ["REF-UNKNOWN"]
    assert "flour" in RoadmapIndex(import_into(roadmap, notes).roadmap).topics
    assert not check(roadmap, sources=[Source(notes)]).errors
    # What no document has stays an error, at the line of the file as it is.
    write(roadmap, text.replace("topic: flour", "topic: yeast"))
    with pytest.raises(ProblemsFound, match="unknown topic 'yeast'"):
        import_documents(roadmap, [Source(notes)])
