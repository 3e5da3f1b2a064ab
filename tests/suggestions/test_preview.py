"""A reviewer sees what the checks report."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.paths import ROOT
from tests.suggestions.forms import event
from tests.suggestions.workflow import WORKFLOWS, Place, scripts

pytestmark = pytest.mark.slow


def run(place: Place, script: str) -> int:
    env = os.environ | {"BASE": "HEAD", "GITHUB_STEP_SUMMARY": str(place.temp / "summary.md")}
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=place.work, env=env, check=False).returncode


def test_a_data_file_that_does_not_load_is_explained(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    place = Place(tmp_path, event("topic"))
    data = place.work / "content" / "roadmap.yml"
    data.write_text(data.read_text(encoding="utf-8") + "oops: 1\n", encoding="utf-8")
    steps = {step.get("name"): (step, script) for step, script in scripts("preview.yml", "preview")}
    assert list(steps)[:2] == ["Check", "Describe what changes for learners"]
    assert run(place, steps["Check"][1]) == 1
    assert "::error file=content/roadmap.yml" in capfd.readouterr().out
    step, script = steps["Describe what changes for learners"]
    assert step["if"] == "${{ !cancelled() }}" and run(place, script) == 0
    summary = (place.temp / "summary.md").read_text(encoding="utf-8")
    assert "`SCH-KEY`" in summary and "once the checks above report no errors" in summary


def test_the_test_workflow_annotates_lines() -> None:
    steps = yaml.safe_load((WORKFLOWS / "test.yml").read_text(encoding="utf-8"))["jobs"]["test"]["steps"]
    (at,) = [number for number, step in enumerate(steps) if "roadmap check --format github" in step.get("run", "")]
    assert all(step["if"] == "${{ !cancelled() }}" for step in steps[at + 1 :])


def test_a_preview_can_be_started_by_hand_with_a_base() -> None:
    text = (WORKFLOWS / "preview.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow[True]["workflow_dispatch"]["inputs"]["base"]["required"] is True
    assert workflow["jobs"]["preview"]["env"]["BASE"] == "${{ inputs.base || github.event.pull_request.base.sha }}"
    assert not any("${{" in script for _, script in scripts("preview.yml", "preview"))


def test_the_contribute_page_lists_what_the_forms_need() -> None:
    page = (ROOT / "content" / "pages" / "contribute.md").read_text(encoding="utf-8")
    labels = [
        yaml.safe_load(path.read_text(encoding="utf-8"))["labels"][0]
        for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")
        if path.name != "config.yml"
    ]
    assert all(f"`{label}`" in page for label in ["approved", *labels])
    assert "Allow GitHub Actions to create and approve pull requests" in page
