"""The sdist and the wheel are complete, and build from each other. Nothing is downloaded: the build backend is installed."""

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from tests.paths import ROOT

PACKAGE = ROOT / "plugins" / "learning_roadmap"
URLS = {"REPO_URL": "https://git.example.org/a/b/", "SITE_URL": "https://b.example.org/"}


def build(tree: Path, target: str, out: Path, **environment: str) -> Path:
    # Without compiled modules, the tree stays as it is.
    clean = {name: value for name, value in os.environ.items() if name not in URLS} | {"PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(out)]
    subprocess.run(command, cwd=tree, env=clean | environment, check=True, capture_output=True)
    (made,) = out.iterdir()
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked sdist, built as a release is."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(build(ROOT, "sdist", folder / "built", **URLS)) as archive:
        archive.extractall(folder, filter="data")
    (tree,) = (path for path in folder.iterdir() if path.name != "built")
    return tree


def test_wheels_from_the_repository_and_from_the_sdist_are_equal(sdist: Path, tmp_path: Path) -> None:
    from_repository = build(ROOT, "wheel", tmp_path / "repository", **URLS)
    from_sdist = build(sdist, "wheel", tmp_path / "sdist")
    with ZipFile(from_repository) as first, ZipFile(from_sdist) as second:
        assert first.namelist() == second.namelist()
    assert from_repository.read_bytes() == from_sdist.read_bytes()


def test_the_wheel_contains_exactly_the_files_of_the_package(tmp_path: Path) -> None:
    with ZipFile(build(ROOT, "wheel", tmp_path)) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        texts = {name.partition(".dist-info/")[2]: wheel.read(name).decode() for name in wheel.namelist() if ".dist-info/" in name}
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "."], cwd=PACKAGE, capture_output=True, text=True)
    files = listed.stdout.split("\n") if not listed.returncode else []
    # The client's modules are only for those who change them: what is bundled from them is in assets/.
    assert names == {f"learning_roadmap/{file}" for file in files if (PACKAGE / file).is_file() and not file.startswith("client/")}
    assert "learning_roadmap/py.typed" in names
    assert "licenses/LICENSE" in texts
    assert "learning-roadmap = learning_roadmap.mkdocs_plugin.plugin:LearningRoadmapPlugin" in texts["entry_points.txt"]
    assert "Project-URL" not in texts["METADATA"], "no address but those that are given"


def test_the_sdist_contains_what_its_tests_and_its_site_need(sdist: Path) -> None:
    for name in ("Makefile", "mkdocs.yml", "content/roadmap.yml", "tests/paths.py", ".ci/locks/test.txt", "overrides/partials/source.html"):
        assert (sdist / name).is_file(), name
    assert not [path for path in sdist.rglob("*") if path.name in {"__pycache__", ".cache", ".venv", "site", "node_modules"}]


def test_the_metadata_has_the_urls_of_the_releasing_repository(sdist: Path) -> None:
    lines = {line for line in (sdist / "PKG-INFO").read_text("utf-8").split("\n") if line.startswith("Project-URL")}
    assert lines == {
        "Project-URL: Homepage, https://b.example.org/",
        "Project-URL: Documentation, https://b.example.org/",
        "Project-URL: Source, https://git.example.org/a/b",
        "Project-URL: Issues, https://git.example.org/a/b/issues",
        "Project-URL: Changelog, https://git.example.org/a/b/blob/main/CHANGELOG.md",
    }


def test_the_readme_links_to_the_repository(sdist: Path) -> None:
    description = (sdist / "PKG-INFO").read_text("utf-8").partition("\n\n")[2]
    targets = re.findall(r"\]\(([^)]+)\)", description)
    assert len(targets) > 5 and all(target.startswith("https://git.example.org/a/b/") for target in targets)
    assert "](https://git.example.org/a/b/raw/main/content/pages/assets/phase.jpg)" in description
    for target in targets:
        assert (ROOT / target.split("/main/")[1].partition("#")[0]).is_file(), target


def test_the_page_of_the_index_begins_with_how_to_install_the_package_from_there(sdist: Path) -> None:
    description = (sdist / "PKG-INFO").read_text("utf-8").partition("\n\n")[2]
    headings = re.findall(r"^## (.*)", description, re.MULTILINE)
    assert headings[0] == "Start your own" and len(headings) == len(set(headings)) == len(re.findall(r"^## ", (ROOT / "README.md").read_text(), re.M))
    assert description.index("pip install mkdocs-learning-roadmap\n") < description.index("![") and "../learning-roadmap" not in description


def test_the_readme_has_no_broken_link_where_the_repository_is_unknown(tmp_path: Path) -> None:
    with ZipFile(build(ROOT, "wheel", tmp_path)) as wheel:
        (name,) = (name for name in wheel.namelist() if name.endswith("METADATA"))
        description = wheel.read(name).decode().partition("\n\n")[2]
    assert "](" not in description and "A phase of the roadmap" not in description
    assert "\nUse it for another field has the details." in description


def test_the_release_needs_no_secret_and_only_its_publish_job_gets_an_identity_token() -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert "secrets." not in text and workflow["permissions"] == {}
    assert rights == {"build": {"contents": "read"}, "publish": {"id-token": "write", "attestations": "write"}}
    assert workflow["jobs"]["publish"]["environment"]
