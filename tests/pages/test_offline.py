"""What a site gets for reading it offline: a worker that lists its files, and a manifest."""

import hashlib
import json
import re
import struct
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from learning_roadmap.pages import offline
from tests.pages.conftest import Project, build_site, page_at

PLUGINS = [{"learning-roadmap": {"search": True, "offline": True, "guide": False}}]


@pytest.fixture(scope="module")
def stored_site(project: Project) -> Path:
    """A site that browsers store."""
    folder = project(index="# Home\n", plugins=PLUGINS, extra_css=["own.css?v=7"])
    (folder / "content" / "pages" / "own.css").write_text("p { color: red }", "utf-8")
    return build_site(folder)


def build_of(site: Path) -> Any:
    """What the worker of a site knows; None if it removes itself."""
    assigned = re.match(r"globalThis\.roadmapOffline=(.*);\n", (site / "service-worker.js").read_text("utf-8"))
    assert assigned
    return json.loads(assigned[1])


def test_the_worker_lists_every_page_style_and_script_as_it_is(stored_site: Path) -> None:
    build = build_of(stored_site)
    paths = {path.relative_to(stored_site).as_posix() for path in stored_site.rglob("*.*")}
    wanted = {path for path in paths if path.endswith((".html", ".css", ".js")) and path not in ("404.html", "service-worker.js")}
    listed = {f"{address}index.html" if address == "" or address.endswith("/") else address: entry for address, entry in build["files"].items()}
    assert wanted <= listed.keys() <= paths
    assert any("search-entries" in path for path in listed)
    for path, (hash, *_) in listed.items():
        assert hash == hashlib.sha256((stored_site / path).read_bytes()).hexdigest()[:12], path
    assert build["bytes"] == sum((stored_site / path).stat().st_size for path in listed)
    assert not [path for path in listed if path.endswith((".pdf", ".json", ".xml", ".txt", ".bib", ".gz", ".map"))]


def test_files_are_listed_with_the_queries_that_pages_use(stored_site: Path) -> None:
    files = build_of(stored_site)["files"]
    html = (stored_site / "index.html").read_text("utf-8")
    used = dict(re.findall(r'(?:src|href)="([^"?:]+)(\?v=[^"]+)"', html))
    assert {"assets/roadmap/loader.js", "assets/roadmap/roadmap.css", "own.css"} <= used.keys()
    assert {path: files[path][1:] for path in used} == {path: [query] for path, query in used.items()}
    assert files["assets/roadmap/redirect.js"][1].startswith("?v=")


def test_the_site_can_be_installed(stored_site: Path) -> None:
    manifest = json.loads((stored_site / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] == "Test"
    assert len(manifest["short_name"]) <= 12
    # In whatever folder the site is.
    assert [urljoin("https://a.example/b/manifest.webmanifest", manifest[name]) for name in ("start_url", "scope")] == ["https://a.example/b/"] * 2
    for icon in manifest["icons"]:
        width, height = struct.unpack(">8x8xII", (stored_site / icon["src"]).read_bytes()[:24])
        assert f"{width}x{height}" == icon["sizes"]
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    assert '<link rel="manifest" href="manifest.webmanifest">' in page_at(stored_site, "index")
    assert '<link rel="manifest" href="../../manifest.webmanifest">' in page_at(stored_site, "phases/foundations")


def test_a_site_without_the_option_has_a_worker_that_removes_itself(site: Path) -> None:
    assert build_of(site) is None
    assert not (site / "manifest.webmanifest").exists()
    assert 'rel="manifest"' not in page_at(site, "index")
    assert "offline" not in next((site / "assets" / "roadmap").glob("map.*.js")).read_text("utf-8")


def test_a_served_site_is_not_stored(project: Project) -> None:
    config = load_config(str(project(index="# Home\n", plugins=PLUGINS) / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert build_of(Path(config.site_dir)) is None


def test_a_large_site_is_stored_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in {"a.html": 50, "deep/er/b.html": 30, "c.js": 20, "d.png": 5, "e.pdf": 1, "cards/f.png": 1, ".g.js": 1}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size)
    every = offline.offline_files(tmp_path, ignored=["cards"])
    assert list(every) == ["c.js", "a.html", "deep/er/b.html", "d.png"]
    monkeypatch.setattr(offline, "MAX_BYTES", 75)
    assert list(offline.offline_files(tmp_path, ignored=["cards"])) == ["c.js", "a.html"]


def test_the_version_is_that_of_the_files() -> None:
    def version(files: dict[str, bytes]) -> str:
        return re.findall('"version":"([0-9a-f]{12})"', offline.worker_script(files))[0]

    assert version({"a": b"1", "b": b"2"}) == version({"b": b"2", "a": b"1"})
    assert len({version(files) for files in ({"a": b"1"}, {"a": b"2"}, {"b": b"1"}, {"a": b"1", "b": b"1"})}) == 4
