"""Every bad input meets its end: refused at its line, or taken with nothing lost. Never a traceback."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from learning_roadmap.diagnostics.rules import FIELD, RULES, rule_of
from tests.bad.case import Case
from tests.bad.datafiles import DATA_FILES
from tests.bad.documents import DOCUMENTS
from tests.bad.running import commands, failings
from tests.paths import ROOT


def run(case: Case, folder: Path, is_document: bool, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], str]:
    monkeypatch.chdir(folder)
    codes, out = [], ""
    for command in commands(case, folder, is_document):
        result = CliRunner().invoke(main, command)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        codes.append(result.exit_code)
        out += result.output
    return failings(case, folder, is_document, codes, out), out


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case.name[:60])
def test_documents(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong, out = run(case, tmp_path, True, monkeypatch)
    assert wrong == [], out


@pytest.mark.parametrize("case", DATA_FILES, ids=lambda case: case.name[:60])
def test_data_files(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong, out = run(case, tmp_path, False, monkeypatch)
    assert wrong == [], out


def test_names_of_cases_are_their_own() -> None:
    names = [case.name for case in [*DOCUMENTS, *DATA_FILES]]
    assert len(names) == len(set(names))


# Codes that need more than one file to come up, and the test that brings them up.
ELSEWHERE = {
    **dict.fromkeys(("FILE", "SRC-NONE", "COVER-ITEM"), "tests/test_cli.py"),
    **dict.fromkeys(
        ("BASE", "SRC-MISSING", "COVER-DOCUMENT", "COVER-OUTLINE", "COVER-ASTRAY", "COVER-SOURCE", "ID-DOCUMENT"), "tests/check/test_check.py"
    ),
    "EDIT": "tests/datafile/test_comments.py",
    "FMT": "tests/edit/test_commands.py",
    **dict.fromkeys(("FORM-NONE", "FORM-EVENT", "FORM-FIELD", "FORM-PERSON"), "tests/suggestions/test_suggestions.py"),
    "INIT-EXISTS": "tests/test_init.py",
    **dict.fromkeys(("STR-SYNTAX", "STR-KEY", "STR-SHAPE", "STR-PLACEHOLDER"), "tests/strings/test_catalogue.py"),
    "SRC-OUTSIDE": "tests/sources/test_manifest_paths.py",
    "LIM-SIZE": "tests/bad/test_bad_inputs.py",
    **dict.fromkeys(
        ("EXPORT-FOLDER", "EXPORT-FOREIGN", "EXPORT-CHANGED", "EXPORT-MARKER", "EXPORT-PAGE", "EXPORT-LINK"), "tests/export/test_folder.py"
    ),
}


def test_every_rule_of_the_catalogue_has_its_case() -> None:
    said = {rule_of(code).code for case in [*DOCUMENTS, *DATA_FILES] for code, _ in case.said}
    assert FIELD in said
    assert RULES.keys() - said == ELSEWHERE.keys()
    for code, file in ELSEWHERE.items():
        assert code in (ROOT / file).read_text(encoding="utf-8"), f"{code} has no test in {file}"


def test_every_code_that_a_message_can_cite_is_in_the_catalogue() -> None:
    families = "|".join(sorted({code.partition("-")[0] for code in RULES}))
    cited = set()
    for path in (ROOT / "plugins" / "learning_roadmap").rglob("*.py"):
        cited.update(re.findall(rf'"((?:{families})-[A-Z0-9-]+|BASE|EDIT|EOL|FILE|FMT|URL)"', path.read_text(encoding="utf-8")))
    assert all(rule_of(code) for code in cited)
    assert RULES.keys() - {FIELD} <= cited


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learning_roadmap.check.run.MAX_BYTES", 1000)
    (tmp_path / "big.yml").write_text("x" * 1001, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "big.yml")])
    assert result.exit_code == 1 and "[LIM-SIZE]" in result.output
