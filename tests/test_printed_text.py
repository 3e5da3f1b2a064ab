"""Commands print plain text: it controls neither a terminal nor the runner of a workflow that logs it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from learning_roadmap.cli.main import main
from learning_roadmap.diagnostics.findings import Findings
from learning_roadmap.diagnostics.formats import as_github
from learning_roadmap.diagnostics.problem import Place, Problem, in_json, printable
from tests.control_characters import OBEYED, STEERING
from tests.paths import ROOT
from tests.suggestions.forms import event

# Sources: actions/runner, ActionCommand.cs (TryParse looks for "##[" anywhere, TryParseV2 for "::" after blanks at the beginning);
# Azure Pipelines' logging commands; TeamCity's service messages. A terminal obeys control characters.
EVIL = [
    "##[add-mask]x",
    "::error file=a::b",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[buildStatus text='b']",
    "x ##[group]::set-output name=a::b",
]

DOCUMENT = """# {0}

## Phase 1: {1}
**Goal:** {2}

### {3}
- [ ] {0}, {4}
- **{1}**: {2}
- {3} [{4}](https://example.org/%23%23[error]x)

::warning::{0}

- p{0}ssword: \u200b
  - {1}
"""


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return done.output if done.stderr_bytes is None else done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose documents, data, file names and history hold what runners obey."""
    monkeypatch.chdir(tmp_path)
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    (sources / "evil.md").write_text(DOCUMENT.format(*EVIL), "utf-8")
    shutil.copytree(ROOT / ".github/ISSUE_TEMPLATE", tmp_path / "forms")
    return tmp_path


def test_every_command_prints_plain_text(project: Path) -> None:
    said = {"import": run("import", "--verbose"), "again": run("import", "-v"), "sources": run("sources")}
    data = project / "content/roadmap.yml"
    before = data.read_text("utf-8")
    (project / "before.yml").write_text(before, "utf-8")
    title = next(line for line in before.splitlines() if "::set-output" in line and "title:" in line)
    data.write_text(before.replace(title, title.replace("group", "debug"), 1) + "\n# ##[error] in a comment\n", "utf-8")
    for style in ("text", "json", "markdown"):
        said[f"check {style}"] = run("check", "--format", style, "--base", "before.yml")
        said[f"diff {style}"] = run("diff", "before.yml", "--format", style)
    for number, words in enumerate(EVIL):
        said[f"add {number}"] = run("add", "topic", f"New {words}", "--in", f"nothing {words}")
        said[f"dry {number}"] = run("add", "project", f"{words} project", "--dry-run")
        said[f"rename {number}"] = run("rename", words, f"{words} otherwise")
        said[f"retire {number}"] = run("retire", f"{words}", "--reason", words)
        said[f"file {number}"] = run("import", words)
        said[f"path {number}"] = run("path", words, "--known", words) + run("path", words) + run("path", words, "--format", "json")
        Path("event.json").write_text(event("topic", title=f"{words} topic", place=words, summary=words), "utf-8")
        said[f"suggestion {number}"] = run("suggestion", "event.json", "--out", "out", "--forms", "forms")
        Path("event.json").write_text(event("document", title=f"Doc {number}", text=f"# {words}\n\n- {words}\n- new thing {number}\n"), "utf-8")
        said[f"document {number}"] = run("suggestion", "event.json", "--out", "out", "--forms", "forms")
    said["fmt"] = run("fmt", "--dry-run") + run("fmt")
    said["init"] = run("init", "new ##[error]", "--document", "content/sources/evil.md", "--title", EVIL[0])
    said["init again"] = run("init", "new ##[error]")
    said["export"] = run("export", "out ##[error]x")
    said["guide"] = run("guide", "--phase", EVIL[0]) + run("guide", "--document", EVIL[1])
    for command, text in said.items():
        assert text and not OBEYED.search(text), (command, OBEYED.search(text), text)
        assert not STEERING.search(text), (command, text)
    everything = "".join(said.values())
    assert "##\\[add-mask]x" in everything and "\\u0023#[" in said["diff json"] and "##vso\\[" in everything
    assert any("Path to" in said[f"path {number}"] and '"goal": {' in said[f"path {number}"] for number in range(len(EVIL)))


def test_json_output_contains_the_same_titles(project: Path) -> None:
    run("import")
    found = json.loads(run("diff", "content/roadmap.yml", "--format", "json"))
    assert found == []
    (project / "before.yml").write_text("format: 2\nid: a\ntitle: A\n", "utf-8")
    titles = {change["title"] for change in json.loads(run("diff", "before.yml", "--format", "json"))}
    assert EVIL[0] in titles


def test_data_cannot_add_annotations() -> None:
    problem = Problem(Place("a\n::error::b ##[error].yml"), "FILE", f"{EVIL[0]}\n{EVIL[1]}", EVIL[2])
    text = as_github(Findings((problem,), (problem,)))
    assert sorted(line[:7] for line in text.split("\n")) == ["::error", "::warni"]
    assert not re.search(r"##[A-Za-z]*\[", text)


@given(st.lists(st.sampled_from(["##", "#", "[", "::", ":", " ", "\n", "\t", "\r", "\x1b", "\u2028", "a", "vso", "]", "\\", "\ufeff", "\u00a0"])))
def test_printable_text_contains_no_commands(pieces: list[str]) -> None:
    text = printable("".join(pieces))
    assert not OBEYED.search(text) and not STEERING.search(text)
    assert printable(text) == text


@given(st.text(alphabet="#[]vso\\:\"'\n é", max_size=30))
def test_escaped_json_keeps_its_value(text: str) -> None:
    made = in_json(json.dumps([text]))
    assert json.loads(made) == [text] and not OBEYED.search(made)
