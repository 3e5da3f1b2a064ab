"""The command line: messages, written files and exit codes."""

import shutil
from pathlib import Path

import pytest

from tests.command import roadmap, roadmap_process
from tests.paths import DATA, DOCUMENTS, SOURCES


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(SOURCES, tmp_path / "content" / "sources")
    shutil.copy(DATA, tmp_path / "content" / "roadmap.yml")
    return tmp_path


def test_sources_lists_what_is_read_and_what_is_dropped(project: Path) -> None:
    done = roadmap_process("sources", cwd=project)
    assert done.returncode == 0
    for leaves in DOCUMENTS.values():
        assert f" {leaves} leaves, " in done.stdout
    assert "Table of Contents (table of contents)" in done.stdout


def test_check_passes_on_the_committed_files(project: Path) -> None:
    done = roadmap("import", "--check", cwd=project)
    assert done.returncode == 0 and "[" not in done.stderr


def test_check_fails_on_an_item_that_is_not_covered(project: Path) -> None:
    with (project / "content/sources/deep-learning.md").open("a", encoding="utf-8") as stream:
        stream.write("* **Zettelkasten**\n")
    done = roadmap("import", "--check", cwd=project)
    assert done.returncode == 1
    assert "content/sources/deep-learning.md:164:1: error: no entry covers 'Zettelkasten' [COVER-ITEM]" in done.stderr


def test_import_writes_nothing_when_nothing_is_new(project: Path) -> None:
    before = (project / "content/roadmap.yml").stat()
    done = roadmap("import", cwd=project)
    after = (project / "content/roadmap.yml").stat()
    assert done.returncode == 0 and "nothing new, file unchanged" in done.stdout
    assert "deep-learning: 152 imported earlier\n" in done.stdout
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_import_reports_each_new_entry_and_its_place(project: Path) -> None:
    new = project / "new.md"
    new.write_text("# New\n\n## Deep learning\n- Batch normalization\n- Capsule networks\n", encoding="utf-8")
    done = roadmap("import", new, cwd=project)
    assert done.returncode == 0
    assert "new: 1 new, 1 matched by name, 1 matched by the words of the name\n" in done.stdout
    assert "new new:5: Capsule networks → capsule-networks in " in done.stdout
    lines = [line.strip() for line in (project / "content/roadmap.yml").read_text("utf-8").split("\n")]
    line = lines.index("- id: capsule-networks") + 1
    assert f", line {line}\n" in done.stdout
    assert roadmap("import", "--check", new, cwd=project).returncode == 0
    assert (project / "content/roadmap.yml").read_text(encoding="utf-8").count("document: new,") >= 2


def test_a_broken_document_is_reported_and_nothing_is_written(project: Path) -> None:
    before = (project / "content/roadmap.yml").read_bytes()
    (project / "bad.md").write_bytes(b"# Bad\n- caf\xe9\n<<<<<<< HEAD\n")
    done = roadmap_process("import", "bad.md", cwd=project)
    assert done.returncode == 1
    assert done.stderr.startswith("bad.md:2:6: error: ") and "[ENC-UTF8]" in done.stderr and "Traceback" not in done.stderr
    assert (project / "content/roadmap.yml").read_bytes() == before


def test_a_broken_data_file_is_reported_without_a_traceback(project: Path) -> None:
    data = project / "content/roadmap.yml"
    data.write_text(data.read_text(encoding="utf-8").replace("id: vectors", "id: Vectors").replace("id: calculus", "id: sql"), encoding="utf-8")
    done = roadmap("import", cwd=project)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "'Vectors' is not a valid id [SCH-ID]" in done.stderr


def test_a_missing_document_is_an_error(project: Path) -> None:
    done = roadmap("sources", "nowhere.md", cwd=project)
    assert (done.returncode, done.stderr.split("\n")[0]) == (1, "Error: FILES: file not found: 'nowhere.md' [FILE]")


def test_messages_contain_no_control_characters(project: Path) -> None:
    (project / "bad.md").write_bytes(b"# Bad\n- [click](javascript:\x07alert)\n- \x1b[31mred\n")
    done = roadmap_process("sources", "bad.md", cwd=project)
    assert done.returncode == 1 and "\x1b" not in done.stderr


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    for command in ("sources", "import"):
        done = roadmap(command, cwd=tmp_path)
        assert (done.returncode, done.stderr.split("\n")[0]) == (1, "Error: --sources: no documents found in 'content/sources' [SRC-NONE]")


def test_a_first_import_makes_the_folders_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n- one\n", encoding="utf-8")
    assert roadmap("import", "a.md", cwd=tmp_path).returncode == 0
    assert (tmp_path / "content" / "roadmap.yml").exists()


def test_guide_writes_the_pdf_and_prints_its_path(project: Path) -> None:
    done = roadmap("guide", "out/guide.pdf", "--phase", "mlops", "--paper", "letter", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "out/guide.pdf: written.\n", "")
    assert (project / "out" / "guide.pdf").read_bytes().startswith(b"%PDF-")


def test_a_guide_of_an_unknown_phase_or_document_suggests_the_nearest(project: Path) -> None:
    done = roadmap("guide", "--phase", "ml-ops", cwd=project)
    assert done.returncode == 1
    assert "unknown phase 'ml-ops' [REF-UNKNOWN]" in done.stderr and "did you mean 'mlops'?" in done.stderr
    assert roadmap("guide", "--document", "\x1b[31mx", cwd=project).stderr.count("\x1b") == 0
    assert "[URL]" in roadmap("guide", "--site", "javascript:alert(1)", cwd=project).stderr
    assert not (project / "study-guide.pdf").exists()


def test_a_guide_of_a_phase_and_a_document_is_refused(project: Path) -> None:
    done = roadmap("guide", "--phase", "mlops", "--document", "deep-learning", cwd=project)
    assert done.returncode == 2 and "Error: --phase and --document cannot be combined" in done.stderr and "Traceback" not in done.stderr
    assert "Error: --poster cannot be combined with" in roadmap("guide", "--poster", "--phase", "mlops", cwd=project).stderr
    assert not (project / "study-guide.pdf").exists()


def test_a_missing_font_folder_is_an_error(project: Path) -> None:
    done = roadmap("guide", "--font-path", "nowhere", cwd=project)
    assert done.returncode == 2 and "folder not found: 'nowhere'" in done.stderr


def test_a_character_without_a_glyph_is_a_warning(project: Path) -> None:
    path = project / "content" / "roadmap.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("  title: Vectors\n", "  title: Vectors 向量\n", 1), encoding="utf-8")
    done = roadmap("guide", cwd=project)
    assert done.returncode == 0 and "missing from the guide's fonts and printed as codes: U+5411" in done.stderr
