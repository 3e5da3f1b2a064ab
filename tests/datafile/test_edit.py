"""An import into a file that people laid out as they like: nothing of it is lost, and the result says what it should."""

from pathlib import Path

import pytest

from learning_roadmap.merge.importer import import_documents
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.project.manifest import Source

DOCUMENT = (
    "# New\n## Phase 1: Basics\n### Maths\n- Algebra (Groups, Rings)\n- Topology\n- Vectors\n#### Practice\n- Count sheep\n"
    '## Resources\n### Books\n- "Numbers" by A. Author\n'
)
TOPICS = "    topics:\n    - id: algebra\n      title: Algebra\n    - id: vectors\n      title: Vectors\n"
BASE = "format: 1\nid: d\ntitle: D\nphases:\n- id: basics\n  title: Basics\n  sections:\n  - id: maths\n    title: Maths\n" + TOPICS
HEAD = "format: 1\nid: d\ntitle: D\n"
LAYOUTS = {
    "as we write it": BASE,
    "topics in one line": BASE.replace(TOPICS, '    topics: [{id: algebra, title: Algebra}, {id: vectors, title: "Vectors", named: []}]\n'),
    "a comma after the last topic": BASE.replace(
        TOPICS, "    topics: [\n" + "      {id: algebra, title: Algebra}, # one\n      {id: vectors, title: Vectors}, # two\n    ]\n"
    ),
    "comments at the end": BASE + "    # the end of maths\n\n# the very end\n",
    "comments in between": BASE.replace("    - id: vectors", "    # about vectors\n    - id: vectors"),
    "no final line end": BASE.rstrip("\n"),
    "Windows line ends": BASE.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + BASE,
    "quoted keys": BASE.replace("topics:", '"topics":').replace("id: algebra", '"id": "algebra"'),
    "dashes indented, one alone in its line": (
        "format: 1\nid: d\ntitle: D\nphases:\n  - id: basics\n    title: Basics\n    sections:\n      - id: maths\n        title: Maths\n"
        "        topics:\n          - id: algebra\n            title: Algebra\n          -\n            id: vectors\n            title: Vectors\n"
    ),
    "empty lists": BASE.replace(TOPICS, "    topics: []\n") + "resources: []\n",
    "a phase in one line": HEAD
    + "phases:\n- {id: basics, title: Basics, sections: [{id: maths, title: Maths, topics: [{id: algebra, title: Algebra}]}]}\n",
    "brackets over several lines": HEAD + "phases: [\n  {id: basics, title: Basics, sections: [\n    {id: maths, title: Maths}\n  ]}\n]\n",
    "all in one line": "{format: 1, id: d, title: D, phases: [{id: basics, title: Basics, sections: [{id: maths, title: Maths}]}]}\n",
    "fields in another order": BASE.replace("  title: Basics\n", "").replace("      title: Vectors\n", "      title: Vectors\n  title: Basics\n"),
    "a list that ends in a comment": BASE.replace("title: Vectors", "title: Vectors\n      also: [V,  # short\n        Vec]"),
    "an end of document": BASE + "...\n",
    "blank lines at the end": BASE + "\n\n\n",
}


@pytest.fixture
def new(tmp_path: Path) -> Source:
    path = tmp_path / "new.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return Source(path)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_any_layout_takes_an_import_and_loses_nothing(tmp_path: Path, new: Source, layout: str) -> None:
    target = tmp_path / "roadmap.yml"
    target.write_bytes(layout.encode())
    done = import_documents(target, [new])
    rest = iter(done.text)
    assert [sign for sign in layout if sign not in rest] == [], "a character of the old file is gone"
    index = RoadmapIndex(done.roadmap)
    assert {"algebra", "groups", "rings", "topology", "vectors"} <= index.topics.keys()
    assert index.sites["count-sheep"].ancestors[-1].id == "maths"
    target.write_bytes(done.text.encode())
    assert import_documents(target, [new]).text == done.text


def test_a_document_in_one_line_is_renewed_in_its_place(tmp_path: Path, new: Source) -> None:
    target = tmp_path / "roadmap.yml"
    documents = "documents: [{id: other, title: Other, file: other.md}, {id: new, title: Old, file: new.md}]  # ours\n"
    target.write_text(BASE + documents, encoding="utf-8")
    done = import_documents(target, [new])
    assert [document.title for document in done.roadmap.documents] == ["Other", "New"]
    assert "# ours" in done.text


def test_lines_move_whatever_quotes_they_stand_in(tmp_path: Path, new: Source) -> None:
    target = tmp_path / "roadmap.yml"
    target.write_text(import_documents(target, [new]).text.replace("line: 5, words: Topology", "line: '5', words: Topology"), encoding="utf-8")
    new.path.write_text(DOCUMENT.replace("# New\n", "# New\n\n"), encoding="utf-8")
    done = import_documents(target, [new])
    assert "line: '6', words: Topology" in done.text
