"""Every hostile document starts a project that passes its checks and builds, or is refused at its line."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from tests.control_characters import OBEYED, STEERING
from tests.families import family
from tests.hostile_documents import DOCUMENTS, numbered

pytestmark = pytest.mark.slow

REFUSED = {20: "UNI-BIDI", 21: "ENC-CONTROL", 22: "UNI-BIDI", 26: "LIM-TEXT", 29: "URL-SCHEME"}
# A project for each takes time: `make test` takes those that are refused, and every sixth of the others; `make test-all` takes all.
CHOSEN = family(range(len(DOCUMENTS)), *sorted({*REFUSED, *range(0, len(DOCUMENTS), 6)}))


@pytest.mark.parametrize("number", CHOSEN)
def test_a_hostile_document_is_imported_or_refused_at_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.chdir(tmp_path)
    Path("evil.md").write_text(numbered(number), "utf-8", newline="")
    said = ""

    def run(*arguments: str) -> int:
        nonlocal said
        done = CliRunner().invoke(main, arguments, catch_exceptions=False)
        said += done.output
        return done.exit_code

    code = run("init", "new", "--document", "evil.md")
    assert run("import", "evil.md", "--data", "other.yml") == code
    if code:
        assert "evil.md:" in said and "Traceback" not in said and not Path("new").exists() and not Path("other.yml").exists()
    else:
        monkeypatch.chdir("new")
        assert run("import", "--check") == run("export", "out") == 0
        # What nobody sees is a warning in a document, and in the data, which people write, an error.
        assert run("check") == 0 or set(re.findall(r"\[(UNI-[A-Z]+)\]", said)) >= {"UNI-HIDDEN"}
        assert "nothing new" in CliRunner().invoke(main, ["import"]).output
    if number in REFUSED:
        assert f"[{REFUSED[number]}]" in said and code == 1
    assert not OBEYED.search(said) and not STEERING.search(said)


@pytest.mark.parametrize("stem", ["constructor", "##[error]x", "-rf", "a b\tc", '"><img src=x onerror=fired(0)>', "…", "con.txt"])
def test_any_file_name_is_accepted_or_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stem: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path(f"{stem}.md").write_text(numbered(0), "utf-8")
    for arguments in (["init", "new", "--document", f"./{stem}.md"], ["import", f"./{stem}.md", "--data", "other.yml"]):
        done = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert done.exit_code == 0 or "control or invisible character U+0009 in the text [SCH-FILE]" in done.output, done.output
        assert not OBEYED.search(done.output) and not STEERING.search(done.output)
