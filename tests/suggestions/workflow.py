"""Run the workflow's own scripts in a local repository, with a stand-in for `gh`."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.paths import EXAMPLE, ROOT
from tests.suggestions.forms import write_event

WORKFLOWS = ROOT / ".github" / "workflows"
BRANCH = "suggestion/issue-7-99-1"
# The host's command line: it writes down its arguments.
GH = """#!/bin/sh
{ printf '%s' "$1"; shift; for word in "$@"; do printf '\\037%s' "$word"; done; printf '\\n'; } >> "$GH_CALLS"
"""


def scripts(workflow: str, job: str) -> list[tuple[dict[str, Any], str]]:
    """The steps of a job that are scripts of ours, without the one that sets everything up."""
    steps = yaml.safe_load((WORKFLOWS / workflow).read_text(encoding="utf-8"))["jobs"][job]["steps"]
    return [(step, step["run"]) for step in steps if "run" in step and not step["run"].startswith("make ")]


class Place:
    """A clone of a small repository, with what a runner has."""

    def __init__(self, folder: Path, content: str) -> None:
        self.folder = folder
        self.work, self.temp, self.origin = folder / "work", folder / "temp", folder / "origin.git"
        self.temp.mkdir()
        self.refused, self.attempt = "true", "1"
        shutil.copytree(EXAMPLE / "content", self.work / "content")
        shutil.copytree(ROOT / ".github", self.work / ".github")
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.executable(self.bin / "gh", GH)
        self.executable(self.work / ".venv" / "bin" / "roadmap", f'#!/bin/sh\nexec "{sys.executable}" -m learning_roadmap "$@"\n')
        (self.work / ".gitignore").write_text(".venv\nsuggestion\n", encoding="utf-8")
        self.event = write_event(self.temp, content)
        self.git("init", "-q", "-b", "main")
        self.git("add", ".")
        self.git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "one")
        subprocess.run(["git", "clone", "-q", "--bare", str(self.work), str(self.origin)], check=True)
        self.git("remote", "add", "origin", str(self.origin))

    def executable(self, path: Path, content: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        path.chmod(0o755)

    def git(self, *arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=self.work, check=True, capture_output=True, text=True, encoding="utf-8").stdout

    def run(self, step: dict[str, Any], script: str) -> int:
        """As a runner does: bash, ending at the first error, with the variables of the step."""
        values = {"github.token": "token", "github.event.issue.number": "7", "github.event.repository.default_branch": "main",
                  "github.repository": "owner/name", "runner.temp": str(self.temp), "needs.apply.outputs.refused": self.refused,
                  "github.server_url": "https://github.example", "github.run_id": "99", "github.run_attempt": self.attempt}  # fmt: skip
        given = {}
        for name, value in step.get("env", {}).items():
            for known, meant in values.items():
                value = value.replace("${{ " + known + " }}", meant)
            assert "${{" not in value
            given[name] = value
        assert "${{" not in script, "an expression in a script is how a form's words would get there"
        env = os.environ | given | {"GITHUB_EVENT_PATH": str(self.event), "GH_CALLS": str(self.folder / "gh-calls"),
                                    "PATH": f"{self.bin}:{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": "/dev/null",
                                    "RUNNER_TEMP": str(self.temp)}  # fmt: skip
        return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=self.work, env=env, check=False).returncode

    def gh_calls(self) -> list[list[str]]:
        path = self.folder / "gh-calls"
        return [line.split("\x1f") for line in path.read_text(encoding="utf-8").split("\n") if line] if path.exists() else []


def run_job(place: Place, job: str) -> list[int]:
    """The exit codes of a job's steps. A step under a condition runs when all before it went well: that is what they all ask."""
    codes: list[int] = []
    for step, script in scripts("suggestion.yml", job):
        condition = step.get("if")
        if condition is not None:
            assert all(re.fullmatch(r"steps\.\w+\.outcome == 'success'", part) for part in condition.split(" && "))
            if any(codes):
                continue
        codes.append(place.run(step, script))
    return codes


def hand_over(place: Place) -> None:
    """What goes from one job to the next; the next one begins with a fresh clone."""
    shutil.copytree(place.work / "suggestion", place.temp / "suggestion")
    shutil.rmtree(place.work / "suggestion")
    place.git("reset", "-q", "--hard")
    place.git("clean", "-qfd")
