"""Comments and issues stay below the host's length limit, and count what was left out."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from learning_roadmap.diagnostics.findings import Findings
from learning_roadmap.diagnostics.formats import FORMATS
from learning_roadmap.diagnostics.problem import Place, Problem
from learning_roadmap.diff import Change
from learning_roadmap.diff.compare import Sort
from learning_roadmap.diff.words import changes_as_markdown
from learning_roadmap.linkcheck import Answer, Link, Verdict
from learning_roadmap.suggestions import reply

MOST = 65_536
PROBLEMS = [Problem(Place("Text", line), "URL-SCHEME", f"no {line} " + "!" * 80, "only https:// is taken") for line in range(900)]
CHANGES = [Change(sort, "a", "topic", "!" * 200, ("?" * 200,) * 3) for sort in Sort for _ in range(450)]


def item_count(text: str) -> int:
    (more,) = re.findall(r"… and ([\d,]+) more$", text, re.MULTILINE)
    return sum(line.startswith("- ") for line in text.split("\n")) + int(more.replace(",", ""))


def test_a_reply_fits_and_counts_what_was_left_out() -> None:
    text = reply.refusal(PROBLEMS)
    assert len(text) < MOST and item_count(text) == len(PROBLEMS) and text.endswith("been changed.\n")
    assert "900 more" not in reply.refusal([Problem(Place("x"), "FORM-FIELD", "!" * 100_000, "x")])


@pytest.mark.slow
def test_a_comment_with_changes_and_warnings_fits() -> None:
    text = reply.comment(CHANGES, PROBLEMS)
    assert len(text) < MOST and "## Warnings" in text and text.count(" more\n") >= 2
    assert len(reply.comment(CHANGES, [])) < MOST


@pytest.mark.slow
def test_summaries_fit() -> None:
    assert len(changes_as_markdown(CHANGES)) < MOST
    text = FORMATS["markdown"](Findings(tuple(PROBLEMS), ()))
    assert len(text) < MOST and item_count(text) == len(PROBLEMS)


def test_an_issue_of_dead_links_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data.yml"
    data.write_text("format: 2\nid: d\ntitle: D\n", encoding="utf-8")
    found = [(Link(f"https://a.example/{'!' * 50}{n}", n, "a", "A"), Answer(Verdict.DEAD, "status 404")) for n in range(900)]
    monkeypatch.setattr("learning_roadmap.cli.links.check_links", lambda links, progress: found)
    text = CliRunner().invoke(main, ["links", "--data", str(data), "--format", "markdown"]).stdout
    assert len(text) < MOST and item_count(text) == 900 and text.endswith("900 addresses, 900 dead.\n")
    assert "more" not in CliRunner().invoke(main, ["links", "--data", str(data)]).stdout
