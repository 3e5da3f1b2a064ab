"""`roadmap check`: every problem in one run, compared with a base and the documents, in several formats."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learning_roadmap.cli.main import main
from learning_roadmap.diagnostics.rules import FAMILIES, RULES
from tests.paths import DATA, SOURCES

TOP = "format: 2\nid: bread\ntitle: Bread\nphases:\n- id: p1\n  title: Dough\n  sections:\n  - id: s1\n    title: Basics\n    topics:\n"
ONE = "    - {id: t1, title: Kneading}\n"
TWO = "    - {id: t2, title: Proving}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "roadmap.yml").write_text(TOP + ONE + TWO, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def git(*arguments: str) -> None:
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], check=True, capture_output=True)


def write(folder: Path, text: str) -> None:
    (folder / "content" / "roadmap.yml").write_text(text, encoding="utf-8")


def test_committed_files_have_no_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SOURCES, tmp_path / "content" / "sources")
    shutil.copy(DATA, tmp_path / "content" / "roadmap.yml")
    result = check("--strict")
    assert (result.exit_code, result.stdout) == (0, "content/roadmap.yml: no problems.\n")


def test_errors_of_all_kinds_are_reported_in_one_run_in_file_order(folder: Path) -> None:
    write(folder, TOP + "    - {id: T1, title: Knead\u200bing}\n    - {id: t2, title: A, needs: [{topic: t9}]}\nresources:\n"
          "- {id: r, title: R, kind: book, url: 'https://a.example/?utm_source=x'}\n")  # fmt: skip
    result = check()
    codes = [line.split("[")[1].split("]")[0] for line in result.stderr.split("\n") if ": error: " in line]
    assert (result.exit_code, codes) == (1, ["SCH-ID", "UNI-HIDDEN", "REF-UNKNOWN", "URL-TRACKER"])
    assert "use https://a.example/" in result.stderr and result.stderr.endswith(
        "2 can be repaired with 'roadmap check --fix'.\ncontent/roadmap.yml: 4 errors.\n"
    )


def test_warnings_fail_only_with_strict(folder: Path) -> None:
    write(folder, TOP + "    - {id: t1, title: 'Kneading  dough'}\n")
    assert check().exit_code == 0
    result = check("--strict")
    assert result.exit_code == 1 and "warning: more spaces than needed in the text [TXT-SPACES]" in result.stderr


def test_json_output_is_complete_and_ascii(folder: Path) -> None:
    write(folder, TOP + "    - {id: t1, title: '<b>é\u202e</b>'}\n")
    result = check("--format", "json")
    found = json.loads(result.stdout)
    assert result.stdout.isascii() and (result.exit_code, found["errors"], found["warnings"]) == (1, 1, 0)
    assert found["problems"][0] | {"message": "", "fix": ""} == {
        "file": "content/roadmap.yml", "line": 11, "column": 28, "code": "UNI-BIDI", "severity": "error", "message": "", "fix": "",
        "more": "roadmap check --explain UNI-BIDI",
    }  # fmt: skip


def test_annotations_name_their_line_and_contain_no_other_commands(folder: Path) -> None:
    write(folder, TOP + "    - {id: t1, title: A}\n    - {id: t2, title: B, needs: [{topic: '%0A::set-env name=x::y'}, {topic: '%0A::other'}]}\n")
    lines = check("--format", "github").stdout.strip().split("\n")
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 2 and all(line.startswith("::error file=content/roadmap.yml,line=12,col=") for line in commands)
    assert any("title=SCH-TOPIC::'%250A::set-env" in line for line in commands)


def test_a_base_is_a_commit_or_a_file(folder: Path) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    write(folder, TOP + ONE)
    for base in ("HEAD", "master" if (folder / ".git/refs/heads/master").exists() else "main"):
        result = check("--base", base)
        assert result.exit_code == 1
        assert "content/roadmap.yml:8:5: error: the topic 't2' (Proving) was removed without a line in the history [ID-GONE]" in result.stderr
    (folder / "old.yml").write_text(TOP + ONE, encoding="utf-8")
    assert check("--base", "old.yml").exit_code == 0


def test_a_commit_without_the_file_has_nothing_to_compare(folder: Path) -> None:
    git("init", "-q")
    git("commit", "-qm", "none", "--allow-empty")
    assert check("--base", "HEAD").exit_code == 0


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "HEAD:content/roadmap.yml", "HEAD; touch x", "\x1b[31m"])
def test_an_invalid_base_is_an_error(folder: Path, base: str) -> None:
    git("init", "-q")
    result = check(f"--base={base}")
    assert result.exit_code == 1 and "[BASE]" in result.stderr and "\x1b" not in result.stderr
    assert not (folder / "x").exists()


def test_without_git_a_base_says_that_git_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    assert "there is no file 'HEAD', and Git is not installed" in check("--base", "HEAD").stderr


def test_a_base_that_is_not_a_data_file_is_an_error(folder: Path) -> None:
    (folder / "old.yml").write_text("- a\n", encoding="utf-8")
    result = check("--base", "old.yml")
    assert result.exit_code == 1 and "old.yml:1:1: error: the file is not a data file [SCH-ROOT]" in result.stderr


def with_source(folder: Path) -> None:
    sources = folder / "content" / "sources"
    sources.mkdir()
    (sources / "notes.md").write_text("# Notes\n\n## Phase 1: Dough\n\n- Folding\n- Shaping\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["import", "--reformat"]).exit_code == 0


def test_documents_are_checked(folder: Path) -> None:
    with_source(folder)
    assert check().exit_code == 0
    source = folder / "content" / "sources" / "notes.md"
    source.write_text(source.read_text(encoding="utf-8") + "- Scoring\n", encoding="utf-8")
    result = check()
    assert "[COVER-OUTLINE]" in result.stderr and "notes.md:7:1: error: no entry covers 'Scoring' [COVER-ITEM]" in result.stderr
    source.write_text(source.read_text(encoding="utf-8").replace("Folding", "Stretching").replace("- Scoring\n", ""), encoding="utf-8")
    assert "line 5 of the document 'notes' does not contain 'Folding' [COVER-STALE]" in check().stderr
    (folder / "content" / "sources" / "other.md").write_text("# Other\n- Baking\n", encoding="utf-8")
    assert "other.md:1:1: error: this document has not been imported [COVER-DOCUMENT]" in check().stderr


def test_a_document_without_its_source_file_is_an_error(folder: Path) -> None:
    with_source(folder)
    (folder / "content" / "sources" / "notes.md").rename(folder / "content" / "sources" / "others.md")
    assert "the source file of the document 'notes' is missing [COVER-SOURCE]" in check().stderr
    shutil.rmtree(folder / "content" / "sources")
    result = check()
    assert result.exit_code == 1 and "[COVER-SOURCE]" in result.stderr


def test_importing_a_document_from_elsewhere_says_where_it_belongs(folder: Path) -> None:
    (folder / "content" / "sources").mkdir()
    for name, is_told in (("notes.md", True), ("content/sources/notes.md", False)):
        (folder / name).write_text("# Notes\n\n- Folding\n", encoding="utf-8")
        result = CliRunner().invoke(main, ["import", name, "--reformat"])
        assert result.exit_code == 0 and ("put this document into content/sources" in result.output) == is_told
    assert check().exit_code == 0


def test_the_title_of_a_document_must_match_its_source(folder: Path) -> None:
    with_source(folder)
    path = folder / "content" / "roadmap.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Notes", "title: A famous school"), encoding="utf-8")
    assert "[COVER-OUTLINE]" in check().stderr


def test_a_file_named_like_a_commit_is_not_used_as_base(folder: Path) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    write(folder, TOP + ONE)
    (folder / "HEAD").write_text(TOP + ONE, encoding="utf-8")
    assert "[ID-GONE]" in check("--base", "HEAD").stderr
    assert "[BASE]" in check("--base", "").stderr


def test_a_manifest_with_a_missing_file_is_an_error(folder: Path) -> None:
    with_source(folder)
    (folder / "content" / "sources" / "manifest.yml").write_text("documents:\n- {id: x, file: x.md}\n", encoding="utf-8")
    assert "file not found: 'x.md' [SRC-MISSING]" in check().stderr


def test_two_documents_with_one_id_are_an_error(folder: Path) -> None:
    with_source(folder)
    (folder / "content" / "sources" / "Notes!.md").write_text("# Other\n- Baking\n", encoding="utf-8")
    assert "[ID-DOCUMENT]" in check().stderr


def test_an_invisible_character_in_a_document_is_a_warning_and_does_not_reach_the_roadmap(folder: Path) -> None:
    sources = folder / "content" / "sources"
    sources.mkdir()
    (sources / "notes.md").write_text("# Notes\n- Fold\u200bing\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["import", "--reformat"]).exit_code == 0
    result = check()
    assert "notes.md:2:7: warning: " in result.stderr and "[UNI-HIDDEN]" in result.stderr  # in a document
    assert result.exit_code == 0 and "title: Folding\n" in (folder / "content" / "roadmap.yml").read_text("utf-8")


def test_rules_have_unique_codes_and_explain_what_and_why() -> None:
    rules = [rule for family in FAMILIES for rule in family.rules]
    assert len(rules) == len(RULES)
    assert all(rule.says.endswith((".", ".)")) and rule.because.endswith(".") for rule in rules)


def test_explain_describes_a_code() -> None:
    assert "Learners who ticked it would lose the tick." in check("--explain", "id-gone").stdout
    assert "SCH-FIELD" in check("--explain", "SCH-HOURS").stdout
    assert "ID-SUCCESSORS" in check("--explain", "id-heirs").stdout
    assert all(check("--explain", code).exit_code == 0 for code in RULES)
    asked = check("--explain", "ID-GON")
    assert asked.exit_code == 2 and "did you mean 'ID-GONE'" in asked.stderr
