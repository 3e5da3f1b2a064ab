"""Documents are in the folder of the manifest: no other file is read into the roadmap."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.project.manifest import find_sources
from tests.command import roadmap

SECRET = "# Secret\n\n- [ ] do not publish\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents, and things outside of it."""
    (tmp_path / "secret.md").write_text(SECRET, "utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/deep.md").write_text(SECRET, "utf-8")
    sources = tmp_path / "content/sources"
    (sources / "more").mkdir(parents=True)
    (sources / "good.md").write_text("# Good\n\n- [ ] one\n", "utf-8")
    (sources / "more/other.md").write_text("# Other\n\n- [ ] two\n", "utf-8")
    return sources


def listing(folder: Path, *files: str) -> None:
    rows = "".join(f"- id: d{number}\n  file: '{file}'\n" for number, file in enumerate(files))
    (folder / "manifest.yml").write_text(f"documents:\n{rows}", "utf-8")


def problems(folder: Path) -> list[tuple[str, int, int, str]]:
    with pytest.raises(ProblemsFound) as caught:
        find_sources(folder)
    assert all(problem.fix for problem in caught.value.problems)
    return [(os.path.relpath(one.file, folder), one.line, one.column, one.code) for one in caught.value.problems]


@pytest.mark.parametrize("file", ["/etc/passwd", "../../secret.md", "more/../../../secret.md", "..", "~/../../x", "..\\secret.md", "C:\\x.md",
                                  "\\\\host\\x.md", "//host/x.md", "./../sources/good.md"])  # fmt: skip
def test_a_path_outside_the_folder_is_refused_at_its_place(folder: Path, file: str) -> None:
    listing(folder, "good.md", file)
    assert problems(folder) == [("manifest.yml", 5, 9, "SRC-OUTSIDE")]


def to_file(folder: Path) -> None:
    (folder / "link.md").symlink_to("../../secret.md")


def to_folder(folder: Path) -> None:
    (folder / "out").symlink_to("../../elsewhere")


def to_link(folder: Path) -> None:
    (folder / "one.md").symlink_to("link.md")
    (folder / "link.md").symlink_to("../../secret.md")


def in_circles(folder: Path) -> None:
    (folder / "link.md").symlink_to("again.md")
    (folder / "again.md").symlink_to("link.md")


@pytest.mark.parametrize(("make", "file"), [(to_file, "link.md"), (to_folder, "out/deep.md"), (to_link, "one.md")])
def test_a_listed_link_out_of_the_folder_is_refused_at_its_place(folder: Path, make: Callable[[Path], None], file: str) -> None:
    make(folder)
    listing(folder, "good.md", file)
    assert problems(folder) == [("manifest.yml", 5, 9, "SRC-OUTSIDE")]


def test_an_unlisted_link_out_of_the_folder_is_refused(folder: Path) -> None:
    to_file(folder)
    assert problems(folder) == [("link.md", 1, 1, "SRC-OUTSIDE")]
    listing(folder, "good.md")
    assert problems(folder) == [("link.md", 1, 1, "SRC-OUTSIDE")]


def test_a_manifest_that_is_a_link_out_is_refused(folder: Path) -> None:
    (folder / "manifest.yml").symlink_to("../../secret.md")
    assert problems(folder) == [("manifest.yml", 1, 1, "SRC-OUTSIDE")]


def test_circular_links_are_reported(folder: Path) -> None:
    in_circles(folder)
    listing(folder, "link.md")
    assert [code for _, _, _, code in problems(folder)] == ["SRC-MISSING"]


def test_links_inside_the_folder_are_read(folder: Path) -> None:
    (folder / "inner.md").symlink_to("more/other.md")
    (folder / "alias").symlink_to("more")
    listing(folder, "good.md", "./more/other.md", "alias/other.md")
    assert [source.path.name for source in find_sources(folder)][:2] == ["good.md", "other.md"]


def test_a_folder_of_documents_may_be_a_link_itself(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(folder)
    listing(folder, "good.md")
    assert [source.path.name for source in find_sources(tmp_path / "linked")] == ["good.md"]


def test_a_document_named_on_the_command_line_may_be_anywhere(folder: Path, tmp_path: Path) -> None:
    listing(folder, "good.md")
    assert roadmap("import", "secret.md", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("command", [["import"], ["import", "--check"], ["sources"], ["check"]])
def test_no_command_reads_a_document_outside_the_folder(folder: Path, tmp_path: Path, command: list[str]) -> None:
    assert roadmap("import", "content/sources/good.md", cwd=tmp_path).returncode == 0
    before = (tmp_path / "content/roadmap.yml").read_bytes()
    listing(folder, "../../secret.md")
    done = roadmap(*command, cwd=tmp_path)
    assert done.returncode == 1
    assert (
        "manifest.yml:3:9: error: " in done.stderr
        and "[SRC-OUTSIDE]" in done.stderr
        and "publish" not in done.stdout + done.stderr
        and "Traceback" not in done.stderr
    )
    assert (tmp_path / "content/roadmap.yml").read_bytes() == before


def test_an_unknown_field_is_answered_with_the_fields_of_a_manifest(folder: Path) -> None:
    (folder / "manifest.yml").write_text("phases:\n- id: a\n", "utf-8")
    with pytest.raises(ProblemsFound, match=r"manifest\.yml:1:1: error: unknown field 'phases' — use one of: documents \[SCH-KEY\]$"):
        find_sources(folder)
