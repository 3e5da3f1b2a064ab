"""Every bad input is refused at its line, or accepted with nothing lost. Never a traceback."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from learning_roadmap.diagnostics.rules import FIELD, FORMER_CODES, RULES, rule_of
from learning_roadmap.guide import NotPrintable
from tests.bad.case import Case
from tests.bad.datafiles import DATA_FILES
from tests.bad.documents import DOCUMENTS
from tests.bad.run import commands, failings
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


def test_case_names_are_unique() -> None:
    names = [case.name for case in [*DOCUMENTS, *DATA_FILES]]
    assert len(names) == len(set(names))


# Codes that need more than one file to come up, and the test that brings them up.
ELSEWHERE = {
    **dict.fromkeys(("FILE", "SRC-NONE", "COVER-ITEM"), "tests/test_cli.py"),
    **dict.fromkeys(
        ("BASE", "SRC-MISSING", "COVER-DOCUMENT", "COVER-OUTLINE", "COVER-STALE", "COVER-SOURCE", "ID-DOCUMENT"), "tests/check/test_check.py"
    ),
    "EDIT": "tests/datafile/test_comments.py",
    **dict.fromkeys(("EDIT-PARTS", "EDIT-PLACE", "EDIT-INTO", "REF-KIND"), "tests/test_error_locations.py"),
    "REF-AMBIGUOUS": "tests/edit/test_lookup.py",
    "FMT": "tests/edit/test_commands.py",
    **dict.fromkeys(("FORM-NONE", "FORM-EVENT", "FORM-FIELD", "FORM-PERSON"), "tests/suggestions/test_suggestions.py"),
    "INIT-EXISTS": "tests/test_init.py",
    "INIT-SITE": "tests/test_init_existing_site.py",
    **dict.fromkeys(("STR-SYNTAX", "STR-KEY", "STR-SHAPE", "STR-PLACEHOLDER"), "tests/strings/test_catalogue.py"),
    "SRC-OUTSIDE": "tests/sources/test_manifest_paths.py",
    "LIM-SIZE": "tests/bad/test_bad_inputs.py",
    "MACRO": "tests/export/test_folder.py",
    "GUIDE": "tests/bad/test_bad_inputs.py",
    **dict.fromkeys((code for code in RULES if code.startswith(("JSON-", "PRG-"))), "tests/browser/backup/test_progress_file.py"),
    **dict.fromkeys(("LIM-ITEMS", "LIM-NOTE"), "tests/browser/backup/test_progress_file.py"),
    "URLSTATE": "tests/browser/backup/test_links.py",
    **dict.fromkeys(
        ("EXPORT-FOLDER", "EXPORT-FOREIGN", "EXPORT-CHANGED", "EXPORT-MARKER", "EXPORT-PAGE", "EXPORT-LINK"), "tests/export/test_folder.py"
    ),
}


def test_every_rule_has_a_case() -> None:
    said = {rule_of(code).code for case in [*DOCUMENTS, *DATA_FILES] for code, _ in case.expected}
    assert FIELD in said
    assert RULES.keys() - said == ELSEWHERE.keys()
    for code, file in ELSEWHERE.items():
        assert code in (ROOT / file).read_text(encoding="utf-8"), f"{code} has no test in {file}"


PACKAGE = ROOT / "plugins" / "learning_roadmap"
# How a code is written in Python, and in the browser's scripts, where it stands in brackets or is chosen as a string.
QUOTED_CODE = re.compile(r'"([A-Z]{2,9}(?:-[A-Z0-9]+)+|BASE|EDIT|EOL|FILE|FMT|GUIDE|MACRO|OPTION|URL)"')
CLIENT_CODE = re.compile(r'[\["]((?:ENC|JSON|LIM|PRG)-[A-Z0-9]+|URLSTATE)[\]"]')
# Names of encodings, which look like codes.
NO_CODES = {"UTF-8", "UTF-16", "CC-BY"}


def cited_codes() -> set[str]:
    """Every code that Python or the client can raise."""
    codes: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path.name != "rules.py" or path.parent.name != "diagnostics":
            codes |= {code for code in QUOTED_CODE.findall(path.read_text(encoding="utf-8")) if not code.startswith("SCH-")} - NO_CODES
    for path in (path for suffix in ("js", "ts") for path in PACKAGE.rglob(f"*.{suffix}") if "node_modules" not in path.parts):
        codes |= set(CLIENT_CODE.findall(path.read_text(encoding="utf-8")))
    return codes


def test_exactly_the_codes_that_can_be_raised_have_a_rule() -> None:
    fields = {code for code in RULES if code.startswith("SCH-")}
    assert cited_codes() == RULES.keys() - fields
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "rules.py")
    assert all(f'"{code}"' in source for code in fields - {FIELD})


def test_former_codes_map_to_present_ones() -> None:
    assert FORMER_CODES.keys().isdisjoint(RULES)
    assert {rule_of(code).code for code in FORMER_CODES} == set(FORMER_CODES.values())


def test_a_data_file_over_the_size_limit_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learning_roadmap.check.run.MAX_BYTES", 1000)
    (tmp_path / "big.yml").write_text("x" * 1001, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "big.yml")])
    assert result.exit_code == 1 and "[LIM-SIZE]" in result.output


def test_a_guide_that_cannot_be_typeset_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotPrintable("a glyph is missing")

    monkeypatch.setattr("learning_roadmap.cli.guide.cached_guide", fail)
    (tmp_path / "small.yml").write_text("format: 2\nid: small\ntitle: Small\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["guide", str(tmp_path / "guide.pdf"), "--data", str(tmp_path / "small.yml")])
    assert result.exit_code == 1 and "a glyph is missing [GUIDE]" in result.output and not (tmp_path / "guide.pdf").exists()
