"""`roadmap init` in the folder of an existing site: it adds a roadmap, keeps every file, and shows what it changes in mkdocs.yml."""

from pathlib import Path

import pytest
import yaml

from learning_roadmap.starter import NotSafe, with_roadmap
from tests.command import files, roadmap
from tests.pages.webpage import broken_links
from tests.test_init import build

SITE = """\
# My site
site_name: "Mine"   # quoted
theme:
  name: material
nav:
  - Home: index.md   # the first page
  - Notes:
    - notes/a.md

  # the end of the navigation
plugins:
- search
- tags:
    # nothing here
site_url: !ENV [NO_SUCH_VARIABLE, ""]
"""


def plain(text: str) -> dict[str, list[object]]:
    read = yaml.load(text, Loader=yaml.BaseLoader)
    assert isinstance(read, dict)
    return read


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "notes").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (tmp_path / "docs" / "notes" / "a.md").write_text("# A\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(SITE, "utf-8")
    return tmp_path


@pytest.mark.slow
def test_a_roadmap_is_added_and_the_site_builds(site: Path) -> None:
    before = files(site)
    done = roadmap("init", ".", "--yes", cwd=site)
    assert done.returncode == 0
    assert "\n+- learning-roadmap\n" in done.stdout and "\n+  - Roadmap:\n" in done.stdout and "mkdocs.yml: changed.\n" in done.stdout
    after = files(site)
    assert {path: content for path, content in after.items() if path in before and path != "mkdocs.yml"} == {
        path: content for path, content in before.items() if path != "mkdocs.yml"
    }
    assert after.keys() - before.keys() == {
        "content/roadmap.yml", "content/roadmap.schema.json", "content/sources/manifest.yml", "content/sources/sample.md"
    }  # fmt: skip
    lines = after["mkdocs.yml"].decode().splitlines()
    assert [line for line in lines if line in SITE.splitlines()] == SITE.splitlines(), "every line stays, in its order"
    assert roadmap("check", cwd=site).returncode == 0
    built = build(site)
    assert broken_links(built) == []
    assert "phases/" in (built / "index.html").read_text("utf-8")


def test_nothing_is_written_without_a_confirmation(site: Path) -> None:
    before = files(site)
    done = roadmap("init", ".", cwd=site)
    assert done.returncode == 1 and "\n+- learning-roadmap\n" in done.stdout
    assert "changes to this file need a confirmation [INIT-SITE]" in done.stderr and "--yes" in done.stderr
    assert files(site) == before


def test_what_cannot_be_changed_safely_is_printed(site: Path) -> None:
    (site / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Mine\n", "utf-8")
    before = files(site)
    done = roadmap("init", ".", "--yes", cwd=site)
    assert done.returncode == 1 and "plugins:\n  - search\n  - learning-roadmap\n" in done.stdout
    assert "may be in the file that it inherits from [INIT-SITE]" in done.stderr
    assert files(site) == before
    (site / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Mine\nplugins: [search, learning-roadmap]\n", "utf-8")
    assert roadmap("init", ".", cwd=site).returncode == 0, "once the lines are there, no question is left"


def test_data_inside_the_folder_of_pages_is_refused(site: Path) -> None:
    (site / "mkdocs.yml").write_text("site_name: Mine\ndocs_dir: content\n", "utf-8")
    assert "its docs_dir contains 'content/roadmap.yml'" in roadmap("init", ".", "--yes", cwd=site).stderr


@pytest.mark.parametrize(
    "plugins",
    [
        "",
        "plugins: [search]\n",
        "plugins: [search,  tags]  # these\n",
        "plugins:\n  - search\n  - tags: {a: b}\n",
        "plugins:\n  - search\n  - tags:\n      text: |\n        two\n        lines\n\n# the end\n",
        "plugins:\n    - search\n    # last\n",
        "plugins:\n  search: {}\n  tags:\n",
        "plugins:\n- search\n-   tags:\n      a: 'x: y # no comment'",
        "plugins: [\n  search,\n  tags\n]\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["", "BOM"])
def test_each_way_to_write_a_list_is_kept(plugins: str, start: str, end: str) -> None:
    text = start + ("site_name: Mine\n" + plugins).replace("\n", end)
    changed = with_roadmap(text)
    read = plain(changed)
    names = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in read["plugins"]]
    assert names == [*(["search", "tags"] if "tags" in plugins else ["search"]), "learning-roadmap"]
    assert changed.count("\n") == changed.count(end), "no other line end"
    assert next(part for part in changed.split("\n") if part in text.split("\n")).removeprefix("\ufeff").startswith("site_name")
    assert with_roadmap(changed) == changed


@pytest.mark.parametrize(
    "text",
    ["a: [b\n", "- a\n", "", "site_name: A\nplugins:\n", "site_name: A\nplugins: []\n", "a: &x [search]\nplugins: *x\n", "site_name: A\n...\n"],
)
def test_other_files_are_left_to_their_author(text: str) -> None:
    with pytest.raises(NotSafe) as refusal:
        with_roadmap(text)
    assert refusal.value.insertions
