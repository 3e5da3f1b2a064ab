"""What an import, a new project or a form writes, a check accepts: for any document, however hostile."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from learning_roadmap.check import check
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.merge import import_documents
from learning_roadmap.project import Source
from learning_roadmap.starter import ProjectOptions, new_project
from tests.hostile_documents import DOCUMENTS
from tests.merge.test_any_document import LINES

HOSTILE = [
    "## Milestones", "- Ship it", "- 3 months: read", "### First month goals", "## Daily routine", "- Read a page", "## Progress tracker",
    "- Start: ____",
    "- [ ] Done [ ] Open", "## Certifications", "- A, B", "## Outcomes", "## Target outcome: Baker", "- [x](../y)", "- F#, F", "- A*, A", "- \u200b",
    "- a\u00adb", "- ab", "- {{ x }}", "- '", '- "', "- : x", "- # y", "- [^1]", "[^1]: note", "- x and y", "- x/y", "- x with y", "- y", "- X (Y)",
    "- null",
    "- constructor", "- 1:30", "- ∑", "- 🚀", "## 🚀", "## !!!", "- &shy;", "- a\u2028b", "- " + "long " * 60, "- https://bit.ly/x",
    "- [a](http://a.example)",
    "## Week 1: X", "## Month 2: Y", "## Level: Beginner", "- a:", "  - b:", "### Optional (Optional)", "- Build 5 things", "- A & B",
    "## Conferences",
    "- Attending conferences (NeurIPS, ICML)", "### Communities", "- B by C", "* [ ] 1. 2. 3.", "## Tips", "- _", "- **b**: c", "## 18-Month Goal",
]  # fmt: skip


def require_accepted(text: str) -> None:
    """Import it and start a project from it: both are refused with a reason, or a check accepts them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        document, data = folder / "notes.md", folder / "roadmap.yml"
        document.write_text(text, "utf-8", "surrogatepass", newline="")
        try:
            data.write_text(import_documents(data, [Source(document)]).text, "utf-8")
            files, _ = new_project(folder / "new", ProjectOptions(document), lambda text: None)
        except ProblemsFound as refused:
            assert refused.problems and not any("roadmap.yml" in problem.file for problem in refused.problems), refused
            return
        assert check(data, sources=[Source(document)]).errors == ()
        written = folder / "started.yml"
        written.write_bytes(files["content/roadmap.yml"])
        assert check(written).errors == ()


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([*LINES, *HOSTILE]), max_size=14))
@example(["## Papers", "- : x", '- "y" ( )'])
def test_a_document_of_random_lines(lines: list[str]) -> None:
    require_accepted("# T\n" + "\n".join(lines))


@settings(deadline=None, max_examples=10)
@given(st.sampled_from(DOCUMENTS), st.lists(st.sampled_from(HOSTILE), max_size=3))
def test_a_hostile_document(document: str, lines: list[str]) -> None:
    require_accepted("\n".join([document, *lines]))


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=200))
def test_a_document_of_random_text(text: str) -> None:
    require_accepted(f"# T\n- {text}\n")
