"""The command uses the cache of the project that it runs in."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cache import SWITCH
from learning_roadmap.cli.main import main
from learning_roadmap.guide import Guide, cache

ROADMAP = "format: 2\nid: x\ntitle: X\nphases:\n- id: one\n  title: One\n  sections:\n  - id: s\n    title: S\n    topics:\n    - {id: t, title: T}\n"


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_guide_is_made_once_unless_the_cache_is_off_or_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "project" / "content" / "roadmap.yml"
    data.parent.mkdir(parents=True)
    data.write_text(ROADMAP, encoding="utf-8")
    count = 0

    def make(*_: object) -> Guide:
        nonlocal count
        count += 1
        return Guide(b"%%PDF %d" % count, ("warning",))

    monkeypatch.setattr(cache, "make_guide", make)
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "guide.pdf"
    run("guide", str(target), "--data", str(data))
    assert [path.name for path in tmp_path.iterdir() if path.name != "project"] == ["guide.pdf"], "outside of a project, nothing is kept"
    monkeypatch.chdir(data.parent)
    for arguments, expected in (([], 2), ([], 2), (["--no-cache"], 3), ([], 2)):
        assert "warning: warning" in run("guide", str(target), *arguments)
        assert target.read_bytes() == b"%%PDF %d" % expected
    monkeypatch.setenv(SWITCH, "0")
    run("guide", str(target))
    assert target.read_bytes() == b"%PDF 4"
    monkeypatch.delenv(SWITCH)
    assert "2 files deleted" in run("cache", "--clear")
    run("guide", str(target))
    assert target.read_bytes() == b"%PDF 5"
