"""A roadmap of another field, with few prerequisites or none: checks, paths and the site."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import roadmap
from tests.pages.conftest import build_site
from tests.pages.webpage import broken_links
from tests.paths import GUITAR, GUITAR_DATA


@pytest.fixture(params=["few prerequisites", "no prerequisites"])
def field(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    shutil.copytree(GUITAR, tmp_path, dirs_exist_ok=True)
    if request.param == "no prerequisites":
        data = without_needs(yaml.safe_load(GUITAR_DATA.read_text("utf-8")))
        (tmp_path / "content" / "roadmap.yml").write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "utf-8")
    return tmp_path


def without_needs(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_needs(inner) for name, inner in value.items() if name != "needs"}
    return [without_needs(item) for item in value] if isinstance(value, list) else value


def test_the_field_has_thirty_topics_and_ten_prerequisites() -> None:
    assert roadmap("stats", cwd=GUITAR).stdout.startswith(
        "3 phases, 7 sections, 31 topics, 30 counted topics, 24 topics to learn, 6 optional topics, 10 prerequisites,"
    )
    assert roadmap("fmt", "--check", cwd=GUITAR).returncode == 0


def test_checks_report_no_errors(field: Path) -> None:
    assert roadmap("check", cwd=field).returncode == 0


def test_paths(field: Path) -> None:
    text = roadmap("path", "barre-chords", cwd=field).stdout
    if "needs:" in (field / "content" / "roadmap.yml").read_text("utf-8"):
        assert [line.strip() for line in text.splitlines() if line[:5].strip(" .").isdigit()] == [
            "1. Tuning, 1 hour",
            "2. Fretting, 4 hours",
            "3. Minor chords, 4 hours",
            "4. Major chords, 6 hours",
            "5. Barre chords, 12 hours",
        ]
    else:
        assert text.splitlines()[1:] == [
            "1 topic, 12 hours",
            "This roadmap has no prerequisites, so topics are in the order of the map.",
            "",
            "  1. Barre chords, 12 hours",
        ]


@pytest.mark.slow
def test_the_site(field: Path) -> None:
    site = build_site(field)
    assert broken_links(site) == []
    assert {path.name for path in site.iterdir() if path.is_dir()} >= {"dashboard", "milestones", "phases", "projects", "topics"}
    assert {path.name for path in (site / "phases").iterdir() if path.is_dir()} == {"beginnings", "accompaniment", "music"}
