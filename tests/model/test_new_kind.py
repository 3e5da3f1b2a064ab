"""A kind is added by one class and one record, just as ``model/kinds.py`` says, and everything works with it.

The package is copied, the two examples of that page are put where it says, and nothing else is touched.
"""

import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from typing import Any

import pikepdf
import pytest

from learning_roadmap.model import kinds
from tests.command import Outcome
from tests.paths import ROOT

pytestmark = pytest.mark.slow

PACKAGE = ROOT / "plugins" / "learning_roadmap"
DATA = """format: 2
id: small
title: A small roadmap
phases:
- id: foundations
  title: Foundations
  sections:
  - id: mathematics
    title: Mathematics
    topics:
    - id: vectors
      title: Vectors
    - id: matrices
      title: Matrices
outcomes:
- id: ready
  title: Ready for more
podcasts:
- id: talking-machines
  title: Talking machines
  host: Ada Example
  url: https://example.org/talking
  topics: [vectors]
- id: data-skeptic
  title: Data sceptic
history:
- {id: old, was: retired, kind: podcast}
"""

# Reads commands, one a line, and calls them one after the other: the package is imported once.
SERVER = """
import json, os, sys
from click.testing import CliRunner
from learning_roadmap.cli.main import main
for line in sys.stdin:
    folder, arguments = json.loads(line)
    os.chdir(folder)
    result = CliRunner().invoke(main, arguments)
    print(json.dumps([result.exit_code, result.stdout, result.stderr + repr(result.exception or "")]), flush=True)
"""

Run = Callable[..., Outcome]


def examples() -> list[str]:
    """The blocks of code in the instructions."""
    text = inspect.getdoc(kinds) or ""
    return [dedent(block).strip() for block in re.findall(r"::\n\n((?: {4}.*\n|\n)+)", text)]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a copy of the package that knows podcasts, another kind of resource and another tier."""
    folder = tmp_path_factory.mktemp("plugins")
    shutil.copytree(PACKAGE, folder / "learning_roadmap", ignore=shutil.ignore_patterns("__pycache__"))
    a_class, a_record = examples()
    classes, table = (folder / "learning_roadmap" / "model" / name for name in ("entries.py", "kinds.py"))
    text = classes.read_text(encoding="utf-8")
    text = text.replace('    CHALLENGE = "challenge"\n', '    CHALLENGE = "challenge"\n    GALLERY = "gallery"\n')
    text = text.replace('    PORTFOLIO = "portfolio"\n', '    PORTFOLIO = "portfolio"\n    EXPERT = "expert"\n')
    classes.write_text(f"{text}\n\n{a_class}\n", encoding="utf-8")
    text = table.read_text(encoding="utf-8")
    place = '    Kind(\n        "project",'
    assert text.count(place) == 1
    table.write_text(text.replace(place, f"{a_record}\n{place}"), encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "roadmap.yml").write_text(DATA, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def environment(package: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(package), "SOURCE_DATE_EPOCH": "1750000000", "NO_MKDOCS_2_WARNING": "1"}


@pytest.fixture(scope="module")
def server(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A process with the copied package; this one has the real package."""
    command = [sys.executable, "-c", SERVER]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def run(server: subprocess.Popen[str], project: Path) -> Run:
    assert server.stdin is not None and server.stdout is not None
    requests, answers = server.stdin, server.stdout

    def run(*arguments: str, fails: bool = False) -> Outcome:
        requests.write(json.dumps([str(project), arguments]) + "\n")
        requests.flush()
        done = Outcome(*json.loads(answers.readline()))
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done

    return run


def edit(project: Path, old: str, new: str) -> None:
    file = project / "content" / "roadmap.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_it_is_loaded_and_checked(project: Path, run: Run) -> None:
    run("check")
    run("fmt")
    text = (project / "content" / "roadmap.yml").read_text(encoding="utf-8")
    assert text.index("outcomes:") < text.index("podcasts:") < text.index("history:")
    run("fmt", "--check")
    run("schema")
    schema = json.loads((project / "content" / "roadmap.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["podcasts"]["items"] == {"$ref": "#/$defs/Podcast"} and "host" in schema["$defs"]["Podcast"]["properties"]
    edit(project, "host: Ada Example", "hots: Ada Example")
    edit(project, "topics: [vectors]\n- id: data-skeptic", "topics: [vector]\n- id: ready")
    said = run("check", fails=True).stderr
    assert "unknown field 'hots' [SCH-KEY]" in said and "did you mean 'host'?" in said
    assert "unknown topic 'vector' [REF-UNKNOWN]" in said and "did you mean 'vectors'?" in said
    assert "duplicate id 'ready', first used in line" in said and "[ID-DUPLICATE]" in said


def test_it_is_edited_and_its_id_is_stable(project: Path, run: Run) -> None:
    data = project / "content" / "roadmap.yml"
    run("fmt")
    shutil.copy(data, project / "base.yml")
    assert "--host" in run("add", "podcast", "--help").stdout
    added = run("add", "podcast", "Linear digressions", "--host", "B. Example", "--topic", "Matrices", "--url", "https://example.org/linear")
    assert added.stdout.startswith("new podcast 'linear-digressions' (Linear digressions)\n")
    run("rename", "data-skeptic", "Data skeptic")
    run("set", "linear-digressions", "host", "C. Example")
    run("set", "linear-digressions", "topics", "Vectors", "--add")
    assert "host: C. Example\n" in run("show", "linear-digressions").stdout
    assert "linear-digressions" in run("list", "podcasts", "--missing", "also").stdout
    run("set", "linear-digressions", "host", "B. Example")
    run("set", "linear-digressions", "topics", "Vectors", "--remove")
    run("move", "podcast:linear-digressions", "--before", "Talking machines")
    run("check", "--base", "base.yml")
    printed = run("diff", "base.yml").stdout
    assert "podcast 'Linear digressions': host: B. Example; address: https://example.org/linear; topics: Matrices" in printed
    assert "podcast 'Data sceptic' is now 'Data skeptic'" in printed
    shutil.copy(data, project / "base.yml")
    run("merge", "linear-digressions", "--into", "talking-machines")
    run("split", "talking-machines", "--into", "Talking", "--into", "Machines")
    run("retire", "data-skeptic")
    run("check", "--base", "base.yml")
    text = data.read_text(encoding="utf-8")
    assert "{id: data-skeptic, was: retired, kind: podcast}" in text
    assert "{id: talking-machines, was: split, kind: podcast, into: [talking, machines]}" in text
    edit(project, "- id: machines\n", "- id: other\n")
    assert "unknown entry 'machines'" in run("check", fails=True).stderr


def test_a_merge_keeps_fields_and_references(project: Path, run: Run) -> None:
    run("fmt")
    run("merge", "talking-machines", "--into", "data-skeptic")
    text = (project / "content" / "roadmap.yml").read_text(encoding="utf-8")
    assert "host: Ada Example" in text and "topics: [vectors]" in text and "also: [Talking machines]" in text


def test_an_id_removed_without_a_tombstone_is_reported(project: Path, run: Run) -> None:
    shutil.copy(project / "content" / "roadmap.yml", project / "base.yml")
    edit(project, "- id: data-skeptic\n  title: Data sceptic\n", "")
    assert "the podcast 'data-skeptic' (Data sceptic) was removed" in run("check", "--base", "base.yml", fails=True).stderr


def client_data(docs: Path, name: str) -> dict[str, Any]:
    """What a data file of the client holds; its name has a hash in it."""
    (file,) = (docs / "assets/roadmap").glob(f"{name}.*.js")
    found: dict[str, Any] = json.JSONDecoder().raw_decode(file.read_text(encoding="utf-8").partition("=>{\n")[2].partition("=")[2])[0]
    return found


def test_it_is_exported_with_pages_boxes_and_links(project: Path, run: Run) -> None:
    run("export", "out")
    docs = project / "out" / "docs"
    page = (docs / "podcasts.md").read_text(encoding="utf-8")
    assert page.startswith("---\ntitle: Podcasts\ndescription: Podcasts to listen to along the way.\n")
    assert 'data-tick="talking-machines"' in page and 'id="podcast-talking-machines"' in page
    assert '<a class="rm-external-link" href="https&#58;//example.org/talking"' in page or "https://example.org/talking" in page
    assert "Ada Example" in page and "phases/foundations.html#topic-vectors" in page
    phase = (docs / "phases" / "foundations.md").read_text(encoding="utf-8")
    assert "<dt>Podcast</dt>" in phase or "Podcast:</span>" in phase
    assert "podcasts.html#podcast-talking-machines" in phase
    assert 'data-tick="data-skeptic"' in (docs / "dashboard" / "print.md").read_text(encoding="utf-8")
    topics = client_data(docs, "topics")
    assert topics["others"]["talking-machines"] == ["Talking machines", "podcasts.html#podcast-talking-machines", "podcast"]
    assert ["podcast", "Podcasts"] in topics["kinds"]
    places = client_data(docs, "locations")
    assert "podcast" in places["kinds"] and places["pages"]["podcasts.html"] == {"podcast": ["talking-machines", "data-skeptic"]}
    assert "- Podcasts: podcasts.md" in (project / "out" / "mkdocs.yml").read_text(encoding="utf-8")
    assert json.loads((docs / "roadmap.json").read_text(encoding="utf-8"))["podcasts"][0]["host"] == "Ada Example"


def test_it_is_in_the_site_and_its_search(project: Path, environment: dict[str, str]) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: S\ndocs_dir: pages\ntheme: {name: material, font: false}\n"
        "plugins:\n- search\n- learning-roadmap\n- macros: {modules: [learning_roadmap.mkdocs_plugin.macros]}\n",
        encoding="utf-8",
    )
    (project / "pages").mkdir()
    (project / "pages" / "index.md").write_text('# Home\n\n{{ count("podcasts") }} podcasts\n', encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=project, env=environment, check=True)
    found = json.loads((project / "site/search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert any(entry["location"] == "podcasts/#podcast-talking-machines" and "Ada Example" in entry["text"] for entry in found)
    home = (project / "site/index.html").read_text(encoding="utf-8")
    assert "2 podcasts" in home and 'href="podcasts/"' in home


def test_it_is_printed_with_a_box(project: Path, run: Run) -> None:
    run("guide", "guide.pdf")
    with pikepdf.open(BytesIO((project / "guide.pdf").read_bytes())) as file:
        names = {str(field.T) for field in file.Root.AcroForm.Fields}
    assert {"podcast-talking-machines", "podcast-data-skeptic"} <= names


def test_a_kind_of_resource_and_a_tier_are_one_line_each(project: Path, run: Run) -> None:
    run("fmt")
    run("add", "resource", "Pictures of networks", "--kind", "gallery")
    run("add", "project", "A hard thing", "--tier", "expert")
    run("export", "out")
    docs = project / "out" / "docs"
    assert "## Galleries {#kind-gallery}" in (docs / "resources.md").read_text(encoding="utf-8")
    assert "## Expert {#tier-expert}" in (docs / "projects.md").read_text(encoding="utf-8")
