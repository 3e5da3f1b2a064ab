"""Pages from the cache are the pages that a build without one makes, whatever has changed in between."""

import importlib
import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jinja2 import DictLoader, Environment
from pydantic import ValidationError

from learning_roadmap.cache import SWITCH, Cache, ReadPieces, load_cached
from learning_roadmap.cache.store import MEBIBYTE
from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load, to_plain, write_roadmap
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.model import Roadmap, RoadmapIndex, data_version
from learning_roadmap.pages import (
    TEMPLATES,
    Rendered,
    Settings,
    Snippets,
    build_pages,
    cached_pages,
    cached_snippet,
    cached_texts,
    make_client,
    rendering,
    rest_key,
)
from learning_roadmap.pages.job_renderer import facts_of
from learning_roadmap.text import decode
from tests.bad.datafiles import DATA_FILES
from tests.datafile.changed_lines import with_change
from tests.datafile.layouts import LAYOUTS
from tests.families import IS_ALL, examples
from tests.paths import GUITAR_DATA, SMALL

ROUNDS = examples(60)
# The package has a function of the same name.
cached_pages_module = importlib.import_module("learning_roadmap.pages.cached_pages")
job_renderer_module = importlib.import_module("learning_roadmap.pages.job_renderer")
load_cached_module = importlib.import_module("learning_roadmap.cache.load_cached")
SNIPPETS = (["phases"], ["map"], ["documents"], ["welcome"], ["statistics"], ["progress"], ["count", "topics"])
REMOVED = ("summary", "check")


def settings(lines: int = 0) -> Settings:
    edit = "https://code.example/?line={}&edit"
    return Settings(lambda here, there: f"{here}>{there}", lambda id: edit.format(len(id) + lines), site_url="https://map.example/")


def texts(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder of a text or number, with its place in it."""
    for place, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict | list):
            yield from texts(inner)
        elif place not in ("id", "format"):
            yield value, place


def holders(value: Any, names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Every mapping with one of the names."""
    if isinstance(value, dict) and any(name in value for name in names):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from holders(inner, names)


@pytest.mark.parametrize("path", [SMALL, GUITAR_DATA], ids=["every kind of entry", "a field"])
def test_after_any_change_pages_and_data_are_those_of_a_clean_build(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    cache = Cache(tmp_path)
    roadmap = load(path).roadmap
    rendered: Rendered = {}
    for number in range(ROUNDS):
        plain = to_plain(roadmap)
        holder, place = chance.choice(list(texts(plain)))
        old = holder[place]
        if number % 5 == 0 and (removable := [one for one in holders(plain, REMOVED) if number % 10 or "check" in one]):
            holder = chance.choice(removable)
            old = holder.pop(place := next(name for name in reversed(REMOVED) if name in holder))
        else:
            holder[place] = not old if isinstance(old, bool) else old + 1 if isinstance(old, int | float) else f"{old} {number}"
        try:
            roadmap = Roadmap.model_validate(plain)
        except ValidationError:
            continue
        index = RoadmapIndex(roadmap)
        # As in a large site, a second process takes part; not in every round, because a copy of this large process takes long.
        monkeypatch.setattr(cached_pages_module, "FEWEST_SHARED", 1 if number % 3 == 0 else 10**9)
        # What an earlier build in this process has rendered is used in every other round.
        cached = cached_pages(index, settings(number), cache, last=rendered if number % 2 else None)
        rendered = cached.rendered
        pages = build_pages(index, settings(number))
        assert [replace(page, html=cached.html[page.path]) for page in cached.pages.values()] == pages, (place, old)
        assert list(cached.facts.values()) == [facts_of(page, index, settings(number)) for page in pages], (place, old)
        if number % 5:
            continue
        known_texts = cached_texts(index, cache, rest_key(index, settings(number)))
        snippets = Snippets("index.md", index, settings(number))
        for name, *arguments in SNIPPETS:
            expected = getattr(snippets, name)(*arguments)
            assert cached_snippet(snippets, name, tuple(arguments), known_texts, data_version(roadmap)) == expected, (name, place, old)
        assert make_client(index, settings(number), text=known_texts) == make_client(index, settings(number)), (place, old)


def test_a_new_summary_renders_the_page_of_its_phase_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    plain = to_plain(load(GUITAR_DATA).roadmap)
    cached_pages(RoadmapIndex(Roadmap.model_validate(plain)), settings(), cache)
    phase = plain["phases"][0]
    phase["sections"][0]["topics"][0]["summary"] = "Another one."
    stored: list[tuple[str, str]] = []
    put = Cache.put
    monkeypatch.setattr(Cache, "put", lambda self, kind, key, *content: stored.append((kind, content[0].decode())) or put(self, kind, key, *content))
    cached_pages(RoadmapIndex(Roadmap.model_validate(plain)), settings(), cache)
    assert [kind for kind, _ in stored] == ["html", "pages"]
    assert "Another one." in stored[0][1]
    # The numbers of lines are not stored.
    cached_pages(RoadmapIndex(Roadmap.model_validate(plain)), settings(5), cache)
    assert len(stored) == 2


def test_a_new_title_renders_the_pages_that_show_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    plain = to_plain(load(SMALL).roadmap)
    index = RoadmapIndex(Roadmap.model_validate(plain))
    before = build_pages(index, settings())
    cached_pages(index, settings(), cache)
    rendered: list[str] = []
    monkeypatch.setattr(job_renderer_module, "facts_of", lambda page, *rest: rendered.append(page.path) or facts_of(page, *rest))
    topics = [entry for entry in holders(plain["phases"], ("title",)) if entry["id"] in index.topics]
    for topic in topics:
        topic["title"] += " anew"
        index = RoadmapIndex(Roadmap.model_validate(plain))
        rendered.clear()
        cached = cached_pages(index, settings(), cache)
        pages = build_pages(index, settings())
        assert [replace(page, html=cached.html[page.path]) for page in cached.pages.values()] == pages
        changed = {page.path for page, old in zip(pages, before, strict=True) if page != old}
        # The pages of the dashboard are rendered together.
        assert changed <= set(rendered) <= changed | {page.path for page in pages if page.path.startswith("dashboard/")}
        before = pages
    assert len(topics) == 5


def test_after_a_change_of_a_template_the_pages_that_use_it_are_rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    for module in (rendering, cached_pages_module, job_renderer_module):
        monkeypatch.setattr(module, "TEMPLATES", folder)
    rendering.environment.cache_clear()
    cache = Cache(tmp_path / "cache")
    index = RoadmapIndex(load(SMALL).roadmap)
    texts = cached_texts(index, cache, rest_key(index, settings()))
    stored: list[str] = []
    put = Cache.put
    monkeypatch.setattr(Cache, "put", lambda self, kind, key, *content: stored.append(kind) or put(self, kind, key, *content))
    try:
        for name, is_used, is_in_snippets in (("phase.html", 3, False), ("parts.html", 40, True), ("snippets.html", 0, True)):
            for _ in range(2):
                rendered = cached_pages(index, settings(), cache).rendered
                cached_snippet(Snippets("index.md", index, settings()), "phases", (), texts, "")
            stored.clear()
            with (folder / name).open("a", encoding="utf-8") as file:
                file.write("<!-- changed -->" if is_in_snippets is False else "{# changed #}")
            cached = cached_pages(index, settings(), cache, last=rendered)
            assert [replace(page, html=cached.html[page.path]) for page in cached.pages.values()] == build_pages(index, settings())
            assert 0 < stored.count("pages") <= is_used or not is_used
            assert bool(stored) == bool(is_used)
            stored.clear()
            cached_snippet(Snippets("index.md", index, settings()), "phases", (), texts, "")
            assert bool(stored) == is_in_snippets
    finally:
        rendering.environment.cache_clear()


def test_a_page_whose_html_is_gone_is_rendered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    index = RoadmapIndex(load(SMALL).roadmap)
    pages = {page.path: page.html for page in build_pages(index, settings())}
    for _ in range(2):
        cached = cached_pages(index, settings(), cache)
        assert {path: cached.html[path] for path in cached.pages} == pages
        for file in cache.folder.glob("html-*"):
            file.unlink()
        assert {path: cached.html[path] for path in cached.pages} == pages
    # Where nothing can be stored, pages are rendered once.
    monkeypatch.setattr(Cache, "get", lambda *_: None)
    monkeypatch.setattr(Cache, "put", lambda *_: False)
    cached = cached_pages(index, settings(), cache)
    assert {path: cached.html[path] for path in cached.pages} == pages


def test_links_to_edit_entries_come_and_go_with_the_repository(tmp_path: Path) -> None:
    index = RoadmapIndex(load(SMALL).roadmap)
    for edit in (settings().edit, lambda id: None, settings().edit):
        options = replace(settings(), edit=edit)
        cached = cached_pages(index, options, Cache(tmp_path))
        assert {path: cached.html[path] for path in cached.pages} == {page.path: page.html for page in build_pages(index, options)}


def test_a_data_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    file = tmp_path / "roadmap.yml"
    file.write_bytes(SMALL.read_bytes())
    first, second = load_cached(file, cache), load_cached(file, cache)
    data = load(file)
    assert first == second
    assert (second.roadmap, second.lines) == (data.roadmap, data.lines)
    assert (second.warnings, data.warnings) == ((), ())
    assert second.version == data_version(data.roadmap)
    file.write_text("# A comment.\n" + SMALL.read_text("utf-8"), "utf-8")
    assert load_cached(file, cache).lines == {id: line + 1 for id, line in data.lines.items()}


def test_the_languages_of_translations_are_known(tmp_path: Path) -> None:
    plain = to_plain(load(SMALL).roadmap) | {"language": "en"}
    plain["phases"][0]["sections"][0]["topics"][0] |= {"title": '{"language":"xx"', "translations": [{"language": "zh", "title": "a"}]}
    file = tmp_path / "roadmap.yml"
    file.write_text(write_roadmap(Roadmap.model_validate(plain)), "utf-8")
    assert load_cached(file, Cache(tmp_path / "cache")).languages == {"zh"}


def read(load_file: Callable[[Path], Any], file: Path) -> Any:
    """What a reader says of a file: the roadmap, lines and warnings, or its problems."""
    try:
        data = load_file(file)
    except ProblemsFound as error:
        return [str(problem) for problem in error.problems]
    return data.roadmap, data.lines, tuple(one if isinstance(one, str) else one.as_line("warning:") for one in data.warnings)


def test_the_careful_reader_speaks_of_every_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its checks of the whole are written twice: no mistake may pass those of a file in pieces."""
    monkeypatch.setattr("learning_roadmap.cache.pieces.LARGE", 1)
    # In `make test-all`, a second process takes part: hundreds of copies of this large process take long.
    monkeypatch.setattr("learning_roadmap.cache.piecewise.LARGE", 0 if IS_ALL else MEBIBYTE)
    file, cache = tmp_path / "roadmap.yml", Cache(tmp_path / "cache")
    small = SMALL.read_bytes()
    with_warnings = (small.replace(b"https://", b"http://"), small.replace(b"\n", b"\r"))
    for raw in (*(case.raw for case in DATA_FILES), *(layout.encode() for layout in LAYOUTS.values()), *with_warnings):
        file.write_bytes(raw)
        expected = read(load, file)
        assert read(lambda file: load_cached(file, cache), file) == expected
        assert raw not in with_warnings or (len(expected) == 3 and len(expected[-1]) == 1)


@pytest.mark.parametrize("is_on", [True, False], ids=["with a cache", "without"])
@pytest.mark.parametrize("path", [SMALL, GUITAR_DATA], ids=["every kind of entry", "a field"])
def test_after_any_change_a_data_file_reads_as_by_the_careful_reader(
    path: Path, is_on: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(11)
    # Lists of a few entries have several pieces, too.
    monkeypatch.setattr("learning_roadmap.cache.pieces.LARGE", 300)
    if not is_on:
        monkeypatch.setenv(SWITCH, "0")
    cache = Cache(tmp_path / "cache")
    file = tmp_path / "roadmap.yml"
    lines = path.read_text("utf-8").split("\n")
    whole: list[object] = []
    monkeypatch.setattr(load_cached_module, "decode", lambda raw, file: whole.append(raw) or decode(raw, file))
    problems = 0
    # A process that reads the file again and again, without a cache: all that is not new comes from its memory.
    pieces: ReadPieces = {}
    no_cache = Cache(tmp_path / "none")
    no_cache.is_on = False
    for number in range(ROUNDS * 2 if is_on else ROUNDS // 2):
        # As for a large file, a second process takes part in some rounds.
        monkeypatch.setattr("learning_roadmap.cache.piecewise.LARGE", 0 if number % 3 == 0 else MEBIBYTE)
        changed = with_change(lines, chance)
        file.write_text("\n".join(changed), "utf-8")
        expected = read(load, file)
        assert read(lambda file: load_cached(file, cache), file) == expected
        if isinstance(expected, tuple):
            lines = changed
            for again in (load_cached(file, cache), load_cached(file, no_cache, None, pieces)):
                assert (again.roadmap, again.lines, again.version) == (*expected[:2], data_version(again.roadmap))
            assert pieces, "what was read is remembered"
        problems += isinstance(expected, list)
    if is_on:
        assert len(whole) == problems, "only files with problems are read as a whole"


def test_a_damaged_file_is_computed_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("data", "1", b"whole")
    [file] = tmp_path.iterdir()
    for damage in (b"", b"\0" * 40, file.read_bytes()[:-1]):
        file.write_bytes(damage)
        assert cache.get("data", "1") is None


@pytest.mark.parametrize("left", [0, 10, 20, 30, -1])
def test_a_damaged_template_is_compiled_again(left: int, tmp_path: Path) -> None:
    whole = b""
    for _ in range(2):
        jinja = Environment(loader=DictLoader({"a.html": "<p>{{ b }}</p>"}))
        rendering.keep_compiled(jinja, Cache(tmp_path))
        assert jinja.get_template("a.html").render(b=1) == "<p>1</p>"
        [file] = tmp_path.iterdir()
        whole = whole or file.read_bytes()
        assert file.read_bytes() == whole
        file.write_bytes(whole[:left])


def test_a_cache_can_be_off_read_only_and_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    Cache(blocked / "folder").put("data", "1", b"")

    small = Cache(tmp_path / "small", limit=250)
    for number in range(5):
        small.put("data", str(number), bytes(100))
    small.trim()
    assert small.size()[0] == 5, "what is new stays, whatever its size"
    for file in small.folder.iterdir():
        os.utime(file, (0, 0))
    small.get("data", "0")
    small.trim()
    assert small.size()[0] == 1
    assert small.get("data", "0") is not None

    monkeypatch.setenv(SWITCH, "0")
    off = Cache(tmp_path / "off")
    off.put("data", "1", b"")
    assert not off.folder.exists()


def test_the_command_shows_and_clears_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Cache(tmp_path / ".cache" / "roadmap").put("data", "1", bytes(10**6))
    run = CliRunner()
    assert run.invoke(main, ["cache"]).output == ".cache/roadmap: 1 files, 1.0 MB.\n"
    assert run.invoke(main, ["cache", "--clear"]).output == ".cache/roadmap: 1 files deleted, 1.0 MB.\n"
    assert run.invoke(main, ["cache"]).output == ".cache/roadmap: 0 files, 0.0 MB.\n"
