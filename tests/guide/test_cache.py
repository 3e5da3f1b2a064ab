"""The cached guide is made again when its data, options, fonts or code change, and only then."""

from dataclasses import replace
from pathlib import Path

import pytest

from learning_roadmap.guide import Options, cache, cached_guide
from tests.guide.guides import DAY, index_of

INDEX = index_of([{"id": "t", "title": "中"}])


def test_warnings_of_a_cached_guide_are_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first: list[str] = []
    again: list[str] = []
    pdf = cached_guide(INDEX, Options(DAY), tmp_path, first.append)
    monkeypatch.setattr(cache, "make_guide", lambda *_: pytest.fail("made again"))
    assert cached_guide(INDEX, Options(DAY), tmp_path, again.append) == pdf
    assert first == again and len(first) == 1
    assert len(list(tmp_path.iterdir())) == 2, "the file and its warnings"


def test_the_cache_depends_on_data_options_libraries_and_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = Options(DAY, fonts=(tmp_path,))
    known = {cache.fingerprint(INDEX, options)}
    known.add(cache.fingerprint(index_of([{"id": "t", "title": "Other"}]), options))
    known.add(cache.fingerprint(INDEX, replace(options, large=True)))
    known.add(cache.fingerprint(INDEX, replace(options, pages=(("one", "phases/one/"),))))
    (tmp_path / "a.ttf").write_bytes(b"font")
    known.add(cache.fingerprint(INDEX, options))
    monkeypatch.setattr(cache, "version", lambda name: f"other {name}")
    known.add(cache.fingerprint(INDEX, options))
    assert len(known) == 6


@pytest.mark.parametrize("file", ["pages/library.py", "pages/rendering.py", "pages/outline.py", "guide/layout/base.typ", "guide/tags.py"])
def test_the_cache_depends_on_our_code(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in cache.PACKAGE.rglob("*"):
        if path.suffix in {".py", ".typ"}:
            copy = tmp_path / path.relative_to(cache.PACKAGE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    before = cache.fingerprint(INDEX, Options(DAY))
    monkeypatch.setattr(cache, "PACKAGE", tmp_path)
    assert cache.fingerprint(INDEX, Options(DAY)) == before
    (tmp_path / file).write_bytes((tmp_path / file).read_bytes() + b"\n# other\n")
    assert cache.fingerprint(INDEX, Options(DAY)) != before
