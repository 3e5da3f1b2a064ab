"""From a form to a pull request: the workflow's own scripts, run in a local repository with a stand-in for `gh`."""

import json
from pathlib import Path

import pytest
import yaml

from tests.families import family
from tests.paths import ROOT
from tests.suggestions.forms import event
from tests.suggestions.workflow import BRANCH, WORKFLOWS, Place, hand_over, run_job

pytestmark = pytest.mark.slow

GOOD = [
    ("topic", {"title": "Gradient checkpointing", "place": "Regularization techniques"}, ["content/roadmap.yml"]),
    ("resource", {"kind": "paper", "title": "Training Deep Nets with Sublinear Memory Cost", "topics": "Dropout"}, ["content/roadmap.yml"]),
    ("fix", {"entry": "Dropout", "change": "Merge", "to": "Batch normalization"}, ["content/roadmap.yml"]),
    ("document", {"title": "Mine", "licence": "I wrote it and anyone may use it", "text": "# Mine\n\n## Deep learning\n- Capsule networks\n"},
     ["content/roadmap.yml", "content/sources/manifest.yml", "content/sources/mine.md"]),
]  # fmt: skip


# The scripts are one for all forms: `make test` runs the one that changes the data and adds files; `make test-all` runs all.
CHOSEN = family(GOOD, GOOD[3])


@pytest.mark.parametrize(("kind", "given", "files"), CHOSEN, ids=[case[0] for case in CHOSEN])
def test_a_form_becomes_a_pull_request(tmp_path: Path, kind: str, given: dict[str, str], files: list[str]) -> None:
    place = Place(tmp_path, event(kind, **given))
    assert run_job(place, "apply") == [0, 0, 0]
    hand_over(place)
    assert run_job(place, "propose") == [0]
    assert place.git("--git-dir", str(place.origin), "diff", "--name-only", "main", BRANCH).split() == files
    assert place.git("--git-dir", str(place.origin), "log", "-1", "--format=%s", BRANCH).startswith("Suggestion #7: ")
    calls = place.gh_calls()
    assert [words[:2] for words in calls] == [
        ["auth", "setup-git"], ["pr", "create"], ["workflow", "run"], ["workflow", "run"], ["pr", "comment"],
    ]  # fmt: skip
    base = place.git("--git-dir", str(place.origin), "rev-parse", "main").strip()
    assert calls[2][2:] == ["test.yml", "--ref", BRANCH]
    assert calls[3][2:] == ["preview.yml", "--ref", BRANCH, "--raw-field", f"base={base}"]
    assert calls[1][2:6] == ["--base", "main", "--head", BRANCH]
    assert calls[1][6].startswith("--title=Suggestion #7: ")


def test_approving_again_keeps_earlier_commits(tmp_path: Path) -> None:
    place = Place(tmp_path, event("topic", title="Gradient checkpointing", place="Regularization techniques"))
    assert run_job(place, "apply") == [0, 0, 0]
    hand_over(place)
    assert run_job(place, "propose") == [0]
    place.git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", "by a maintainer")
    place.git("push", "-q", "origin", BRANCH)
    place.git("switch", "-q", "main")
    place.attempt = "2"
    assert run_job(place, "propose") == [0]
    assert place.git("--git-dir", str(place.origin), "log", "-1", "--format=%s", BRANCH) == "by a maintainer\n"
    assert place.git("--git-dir", str(place.origin), "log", "-1", "--format=%s", f"{BRANCH[:-1]}2").startswith("Suggestion #7")


def test_a_suggestion_that_cannot_be_applied_is_answered(tmp_path: Path) -> None:
    place = Place(tmp_path, event("topic", title="Dropout", place="Regularization techniques"))
    assert run_job(place, "apply") == [1]
    hand_over(place)
    assert run_job(place, "answer") == [0]
    assert [words[:2] for words in place.gh_calls()] == [["issue", "comment"], ["issue", "edit"]]
    assert place.gh_calls()[0][-1] == str(place.temp / "suggestion" / "comment.md")
    assert place.git("status", "--short") == ""


@pytest.mark.parametrize(("refused", "comment"), [("true", None), ("", None), ("false", "## What changes for learners\n")])
def test_the_author_gets_a_reply_in_every_case(tmp_path: Path, refused: str, comment: str | None) -> None:
    place = Place(tmp_path, event("topic"))
    place.refused = refused
    if comment is not None:
        (place.temp / "suggestion").mkdir()
        (place.temp / "suggestion" / "comment.md").write_text(comment, encoding="utf-8")
    assert run_job(place, "answer") == [0]
    assert [words[:2] for words in place.gh_calls()] == [["issue", "comment"], ["issue", "edit"]]
    said = Path(place.gh_calls()[0][-1]).read_text(encoding="utf-8")
    assert "[the run](https://github.example/owner/name/actions/runs/99)" in said and "What changes" not in said


def test_failed_checks_are_reported_in_the_reply(tmp_path: Path) -> None:
    place = Place(tmp_path, event("topic", title="Gradient checkpointing", place="Regularization techniques"))
    real = (place.work / ".venv/bin/roadmap").read_text(encoding="utf-8").split("\n", 1)[1]
    refuse = '#!/bin/sh\nif [ "$1" = check ]; then echo "- **error** said by the check"; exit 1; fi\n'
    place.executable(place.work / ".venv/bin/roadmap", refuse + real)
    assert run_job(place, "apply") == [0, 1]
    hand_over(place)
    assert run_job(place, "answer") == [0]
    assert "said by the check" in Path(place.gh_calls()[0][-1]).read_text(encoding="utf-8")


def test_without_a_pull_request_there_is_a_reply() -> None:
    jobs = yaml.safe_load((WORKFLOWS / "suggestion.yml").read_text(encoding="utf-8"))["jobs"]
    assert jobs["answer"]["needs"] == ["apply", "propose"]
    assert jobs["answer"]["if"] == "always() && needs.apply.result != 'skipped' && needs.propose.result != 'success'"
    assert jobs["propose"]["if"] == "needs.apply.outputs.ready == 'true'"


def test_text_of_a_form_never_reaches_a_shell(tmp_path: Path) -> None:
    evil = "\"; touch pwned; $(touch pwned) `touch pwned` ${IFS} ' --help \\"
    place = Place(tmp_path, event("topic", title=evil, place="Regularization techniques", summary=evil, reason=evil))
    assert run_job(place, "apply") == [0, 0, 0]
    hand_over(place)
    assert run_job(place, "propose") == [0]
    assert not list(tmp_path.rglob("pwned"))
    (create,) = [words for words in place.gh_calls() if words[:2] == ["pr", "create"]]
    assert not any("touch pwned" in word for word in create) and create[6].startswith("--title=Suggestion #7: add topic ")


def test_a_patch_changes_only_the_content(tmp_path: Path) -> None:
    place = Place(tmp_path, event("topic", title="Gradient checkpointing", place="Regularization techniques"))
    assert run_job(place, "apply") == [0, 0, 0]
    hand_over(place)
    patch = place.temp / "suggestion" / "change.patch"
    evil = ".github/workflows/evil.yml"
    other = f"diff --git a/{evil} b/{evil}\nnew file mode 100644\n--- /dev/null\n+++ b/{evil}\n@@ -0,0 +1 @@\n+x\n"
    patch.write_text(patch.read_text(encoding="utf-8") + other, encoding="utf-8")
    assert run_job(place, "propose") == [0]
    assert place.git("--git-dir", str(place.origin), "diff", "--name-only", "main", BRANCH).split() == ["content/roadmap.yml"]


def test_every_form_is_valid_for_github() -> None:
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")):
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.name == "config.yml":
            continue
        assert {"name", "description", "body", "labels", "title"} == form.keys()
        labels = [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"]
        ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
        assert len(labels) == len(set(labels)) and len(ids) == len(set(ids))
        assert all(part["type"] in ("markdown", "input", "textarea", "dropdown") for part in form["body"])


def test_workflows_have_minimal_permissions() -> None:
    for path in sorted(WORKFLOWS.glob("*.yml")):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {}, path
        text = path.read_text(encoding="utf-8")
        assert "pull_request_target" not in text and text.count("actions/checkout@") == text.count("persist-credentials: false")
        assert "secrets." not in text
        json.dumps(workflow["jobs"])
