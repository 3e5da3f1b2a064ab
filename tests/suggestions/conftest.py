"""A project to make suggestions for."""

import shutil
from pathlib import Path

import pytest

from tests.paths import EXAMPLE, ROOT


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    shutil.copytree(ROOT / ".github" / "ISSUE_TEMPLATE", tmp_path / ".github" / "ISSUE_TEMPLATE")
    return tmp_path
