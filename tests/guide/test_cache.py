"""The cached guide is made again when its data, options, fonts or code change, and only then."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from learning_roadmap.cache import Cache
from learning_roadmap.guide import Guide, Notes, Options, book, cache, cached_guide, make_guide, part_files
from learning_roadmap.guide.content import content
from learning_roadmap.guide.edition import Data
from learning_roadmap.guide.typeset import typeset
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.strings.catalogue import strings_in
from tests.guide.guides import DAY, index_of, text_of

INDEX = index_of([{"id": "t", "title": "中"}])


def test_warnings_of_a_cached_guide_are_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first: list[str] = []
    again: list[str] = []
    pdf = cached_guide(INDEX, Options(DAY), tmp_path, first.append)
    monkeypatch.setattr(cache, "make_guide", lambda *_: pytest.fail("made again"))
    assert cached_guide(INDEX, Options(DAY), tmp_path, again.append) == pdf
    assert first == again and len(first) == 1
    assert {file.name.rpartition("-")[0] for file in tmp_path.iterdir()} == {"study-guide", "printed", "guide-part"}
    assert len(list(tmp_path.glob("study-guide-*"))) == 1


def test_only_changed_parts_are_laid_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def index(summary: str) -> RoadmapIndex:
        topics = {at: [{"id": f"t{at}", "title": f"T{at}", "summary": summary if at == 1 else "Other", "needs": [{"topic": "t1"}]}] for at in (1, 2)}
        topics[1][0].pop("needs")
        return index_of(
            phases=[{"id": f"p{at}", "title": f"P{at}", "sections": [{"id": f"s{at}", "title": "S", "topics": topics[at]}]} for at in (1, 2)]
        )

    laid_out: list[str] = []

    def recorded(data: Data, *rest: Any) -> bytes:
        laid_out.append(data["chapters"][0]["id"] if len(data.get("chapters", ())) == 1 else str(data["layouts"][0]))
        return typeset(data, *rest)

    monkeypatch.setattr(book, "typeset", recorded)
    monkeypatch.setattr(part_files, "typeset", recorded)
    cached_guide(index("Before"), Options(DAY), tmp_path)
    assert sorted(laid_out[:-1]) == ["back.typ", "p1", "p2"] and laid_out[-1] == "front.typ"
    laid_out.clear()
    after = cached_guide(index("After. " * 500), Options(DAY), tmp_path)
    assert laid_out == ["p1", "front.typ"], "the pages of the others have other numbers now"
    assert after == make_guide(index("After. " * 500), Options(DAY)).pdf


def printed(index: RoadmapIndex, options: Options) -> str:
    key = cache.printed_key("study-guide", partial(content, index, options, draw=False), index, options, Cache(Path(), is_on=False))
    return cache.fingerprint(key, options)


def test_the_cache_depends_on_data_options_libraries_and_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = Options(DAY, fonts=(tmp_path,), site="https://example.org/")
    fingerprints = {printed(INDEX, options)}
    fingerprints.add(printed(index_of([{"id": "t", "title": "Other"}]), options))
    fingerprints.add(printed(INDEX, replace(options, large=True)))
    fingerprints.add(printed(INDEX, replace(options, notes=Notes.NONE)))
    fingerprints.add(printed(INDEX, replace(options, pages=(("one", "phases/one/"),))))
    (tmp_path / "a.ttf").write_bytes(b"font")
    fingerprints.add(printed(INDEX, options))
    monkeypatch.setattr(cache, "version", lambda name: f"other {name}")
    fingerprints.add(printed(INDEX, options))
    assert len(fingerprints) == 7
    assert printed(INDEX, replace(options, pages=(("other", "phases/other/"),))) == printed(INDEX, options), "nothing of it is shown"


def test_the_content_is_computed_once_for_its_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = Options(DAY, fonts=(tmp_path,), site="https://example.org/")
    computed: list[RoadmapIndex] = []
    monkeypatch.setattr(cache, "content", lambda index, *rest, **more: computed.append(index) or content(index, *rest, **more))
    monkeypatch.setattr(cache, "make_guide", lambda *_: Guide(b"%PDF", ()))

    def is_computed(index: RoadmapIndex, options: Options) -> bool:
        computed.clear()
        cached_guide(index, options, tmp_path / "cache")
        return bool(computed)

    def is_computed_once(index: RoadmapIndex, options: Options) -> bool:
        return is_computed(index, options) and not is_computed(index, options)

    other = index_of([{"id": "t", "title": "中", "summary": "Short."}])
    assert is_computed_once(INDEX, options) and is_computed_once(other, options)
    changes: dict[str, Any]
    for changes in ({"large": True}, {"notes": Notes.NONE}, {"day": None}, {"strings": strings_in("zh")}):
        assert is_computed_once(INDEX, replace(options, **changes))
    assert not is_computed(RoadmapIndex(INDEX.roadmap.model_copy()), options), "it is the same roadmap, read again"
    for name in ("colours", "code_key"):
        monkeypatch.setattr(cache, name, lambda: "other")
        assert is_computed_once(INDEX, options)
    monkeypatch.setattr(cache, "unidata_version", "other")
    assert is_computed_once(INDEX, options)


def test_a_guide_without_a_day_has_no_date() -> None:
    text = text_of(make_guide(INDEX, Options(None)).pdf)
    assert "Version " in text and "2026" not in text and "1970" not in text


def test_the_last_few_are_kept_and_a_damaged_one_is_made_again(tmp_path: Path) -> None:
    for number in range(5):
        cache.save_guide(Guide(b"%PDF" + bytes(number), ()), tmp_path / f"study-guide-{number}.bin", "study-guide-*.bin")
        os.utime(tmp_path / f"study-guide-{number}.bin", (number, number))
    (tmp_path / "poster-0.bin").write_bytes(b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["poster-0.bin", *(f"study-guide-{number}.bin" for number in (2, 3, 4))]
    assert cache.load_guide(tmp_path / "study-guide-4.bin") == Guide(b"%PDF" + bytes(4), ())
    (tmp_path / "study-guide-4.bin").write_bytes((tmp_path / "study-guide-4.bin").read_bytes()[:-1])
    assert cache.load_guide(tmp_path / "study-guide-4.bin") is None and cache.load_guide(tmp_path / "poster-0.bin") is None
    (tmp_path / "study-guide-3.bin").write_bytes((tmp_path / "study-guide-3.bin").read_bytes().replace(b"%PDF", b"%FPD"))
    assert cache.load_guide(tmp_path / "study-guide-3.bin") is None, "as long as before"


def test_a_guide_is_read_from_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = Guide(b"%PDF", ("warning",))
    cache.save_guide(guide, tmp_path / "study-guide-1.bin", "study-guide-*.bin")

    def refuse(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(os, "utime", refuse)
    assert cache.load_guide(tmp_path / "study-guide-1.bin") == guide


def test_builds_at_the_same_time_never_read_half_a_file(tmp_path: Path) -> None:
    path, guides = tmp_path / "study-guide-x.bin", [Guide(b"%PDF" + letter * 200_000, ()) for letter in (b"a", b"b")]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: cache.save_guide(guides[number % 2], path, "study-guide-*.bin"), range(20)))
        assert all(guide in guides for guide in threads.map(lambda _: cache.load_guide(path), range(20)))
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("file", ["picture/layout.py", "guide/form_fields.py", "guide/layout/base.typ", "guide/tags.py"])
def test_the_cache_depends_on_our_code(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in cache.PACKAGE.rglob("*"):
        if path.suffix in {".py", ".typ"}:
            copy = tmp_path / path.relative_to(cache.PACKAGE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    before = printed(INDEX, Options(DAY))
    monkeypatch.setattr(cache, "PACKAGE", tmp_path)
    assert printed(INDEX, Options(DAY)) == before
    (tmp_path / file).write_bytes((tmp_path / file).read_bytes() + b"\n# other\n")
    assert printed(INDEX, Options(DAY)) != before
