"""`roadmap init`: a complete, working project for any field, which overwrites nothing."""

import os
import subprocess
import sys
import zipfile
from contextlib import chdir
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import load
from learning_roadmap.starter import undone_on_failure
from tests.command import files, roadmap, warnings
from tests.pages.webpage import broken_links, see
from tests.paths import ROOT

pytestmark = pytest.mark.slow

EVIL = "</title><script>alert(1)</script> {{ 7*7 }} {% raw %} \"quoted\" 'x' &amp; *a* _b_ `c` [d](e) | # !ENV X: <!-- -->"


def build(folder: Path) -> Path:
    """Build as the workflow does: any warning fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "site"


def build_here(folder: Path) -> Path:
    """Build in this process, which takes a fraction of the time; any warning fails, too."""
    with chdir(folder):
        config = load_config("mkdocs.yml", strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    return folder / "site"


@pytest.fixture(scope="module")
def new_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    done = roadmap("init", "new", cwd=folder)
    assert (done.returncode, warnings(done.stderr)) == (0, [])
    assert "new/content/roadmap.yml: written." in done.stdout
    return folder / "new"


@pytest.fixture(scope="module")
def site(new_project: Path) -> Path:
    return build(new_project)


def test_init_creates_a_project_that_builds(site: Path) -> None:
    assert broken_links(site) == []
    assert "Tuning the four strings" in (site / "phases" / "first-sounds.html").read_text("utf-8")
    for name in ("projects", "resources", "milestones", "routine", "tips", "dashboard/plan"):
        assert (site / f"{name}.html").is_file(), name
    assert (site / "study-guide.pdf").read_bytes().startswith(b"%PDF-")
    for page in site.rglob("*.html"):
        assert [address for address in see(page.read_text("utf-8")).assets if "//" in address] == []


def test_the_sample_document_uses_the_main_kinds_of_entry(new_project: Path) -> None:
    found = load(new_project / "content" / "roadmap.yml")
    assert found.warnings == ()
    assert [(phase.title, phase.duration) for phase in found.roadmap.phases] == [
        ("First sounds", "6-8 weeks"),
        ("First tunes", "8-12 weeks"),
        ("A voice of one's own", "6-12 months"),
    ]
    assert all(phase.goal and phase.level for phase in found.roadmap.phases)
    for kind in ("projects", "resources", "milestones", "routine", "tips"):
        assert getattr(found.roadmap, kind), kind
    assert all(section.topics or section.projects for phase in found.roadmap.phases for section in phase.sections)


def test_a_second_import_finds_nothing_new(new_project: Path) -> None:
    assert roadmap("import", "--check", cwd=new_project).returncode == 0
    assert "nothing new, file unchanged" in roadmap("import", cwd=new_project).stdout


def test_init_writes_the_same_bytes_each_time(new_project: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    roadmap("init", cwd=tmp_path / "new")
    again = files(tmp_path / "new")
    assert {path: content for path, content in files(new_project).items() if path in again} == again
    assert ".gitignore" in again and ".github/workflows/pages.yml" in again


def test_two_projects_of_one_document_are_two_roadmaps(tmp_path: Path) -> None:
    ids = set()
    for folder in ("one", "two", "learning-the-violin", "Über uns", "constructor"):
        assert roadmap("init", folder, cwd=tmp_path).returncode == 0
        ids.add(load(tmp_path / folder / "content/roadmap.yml").roadmap.id)
    assert ids == {f"learning-the-violin{end}" for end in ("-one", "-two", "", "-uber-uns", "-constructor")}
    assert roadmap("init", "named", "--id", "mine", cwd=tmp_path).returncode == 0
    assert load(tmp_path / "named/content/roadmap.yml").roadmap.id == "mine"
    assert roadmap("init", "constructor2", "--title", "Constructor", cwd=tmp_path).returncode == 0


def test_files_in_the_way_are_all_listed_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "README.md").mkdir()
    (tmp_path / "mkdocs.yml").symlink_to("nowhere")
    (tmp_path / "content").write_text("no folder", "utf-8")
    (tmp_path / "notes.txt").write_text("nothing to do with it", "utf-8")
    done = roadmap("init", cwd=tmp_path)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert [line.split(": ")[0] for line in warnings(done.stderr) if line.endswith("[INIT-EXISTS]")] == [
        "README.md:1:1", "content:1:1", "mkdocs.yml:1:1"
    ]  # fmt: skip
    assert done.stderr.endswith("3 problems; nothing was written.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "content", "mkdocs.yml", "notes.txt"]


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    roadmap("init", cwd=tmp_path)
    before = files(tmp_path)
    done = roadmap("init", "--yes", cwd=tmp_path)
    assert done.returncode == 1 and "content/roadmap.yml:1:1: error: the file already exists [INIT-EXISTS]" in done.stderr
    assert files(tmp_path) == before


def test_a_fresh_repository_keeps_its_files(tmp_path: Path) -> None:
    mine = {"README.md": "mine\n", "LICENSE": "mine\n", ".gitignore": "/site\n*.pyc\n", "requirements.txt": "mkdocs-tags\n"}
    for name, text in mine.items():
        (tmp_path / name).write_text(text, "utf-8")
    done = roadmap("init", ".", cwd=tmp_path)
    assert (done.returncode, warnings(done.stderr)) == (0, [])
    assert {name: (tmp_path / name).read_text("utf-8") for name in mine} == mine
    assert "README.md: exists, not changed.\n" in done.stdout
    assert ".gitignore: exists, not changed. Add to it: .venv/, .cache/, __pycache__/\n" in done.stdout
    assert "requirements.txt: exists, not changed. Add to it: mkdocs-learning-roadmap==" in done.stdout
    assert {"mkdocs.yml", "content/roadmap.yml", "content/pages/index.md", ".github/workflows/check.yml"} <= files(tmp_path).keys()


def test_unrelated_files_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "content").mkdir()
    assert roadmap("init", cwd=tmp_path).returncode == 0
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


def test_a_title_is_shown_as_text_everywhere(tmp_path: Path, site: Path) -> None:
    assert roadmap("init", "--title", EVIL, "--id", "odd", cwd=tmp_path).returncode == 0
    found = load(tmp_path / "content" / "roadmap.yml").roadmap
    assert (found.title, found.id) == (EVIL, "odd")
    odd = build_here(tmp_path)
    scripts = {path.relative_to(site): see(path.read_text("utf-8")).scripts for path in site.rglob("*.html")}
    for path in odd.rglob("*.html"):
        seen = see(path.read_text("utf-8"))
        assert seen.scripts == scripts[path.relative_to(odd)], path
        assert "49" not in "".join(seen.text)
    home = see((odd / "index.html").read_text("utf-8")).text
    assert EVIL in home and f"Privacy - {EVIL}" in see((odd / "privacy.html").read_text("utf-8")).text
    assert home.count(EVIL) >= 3, "the title of the page, the name in the header, the heading"
    readme = (tmp_path / "README.md").read_text("utf-8")
    assert "<script" not in readme and "*a*" not in readme


def test_a_given_document_replaces_the_sample(tmp_path: Path) -> None:
    (tmp_path / "My Notes.md").write_bytes(b"# Bread\n\n## Phase 1: Dough\n*Duration: 2 weeks*\n- [ ] Kneading\n- [ ] Cr\xc3\x83\xc2\xa8me\n")
    done = roadmap("init", "bread", "--document", "My Notes.md", cwd=tmp_path)
    assert done.returncode == 0
    folder = tmp_path / "bread"
    found = load(folder / "content" / "roadmap.yml").roadmap
    assert (found.title, found.id, found.phases[0].duration) == ("Bread", "bread", "2 weeks")
    assert (folder / "content/sources/my-notes.md").read_bytes() == (tmp_path / "My Notes.md").read_bytes()
    assert not (folder / "content/sources/sample.md").exists()
    assert roadmap("import", "--check", cwd=folder).returncode == 0
    assert broken_links(build_here(folder)) == []


def test_a_document_of_prose_alone_still_gives_a_site(tmp_path: Path) -> None:
    (tmp_path / "prose.md").write_text("# Prose\n\nNothing to tick.\n", "utf-8")
    assert roadmap("init", "--document", "prose.md", cwd=tmp_path).returncode == 0
    assert broken_links(build_here(tmp_path)) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--id", "A b"], "Error: --id: 'A b' is not a valid id [SCH-ID]"),
        (["--id", "constructor"], "Error: --id: 'constructor' is a reserved name [SCH-ID]"),
        (["--title", "a\nb"], "Error: --title: the text has a line break, and a text is one line [SCH-TITLE]"),
        (["--title", "x" * 4001], "x…' is not a valid title [SCH-TITLE]"),
        (["--title", " "], "Error: --title: the text is empty [SCH-TITLE]"),
        (["--document", "none.md"], "Error: --document: file not found: 'none.md' [FILE]"),
        (["file.txt"], "Error: DIR: 'file.txt' is not a folder [INIT-EXISTS]"),
        (["file.txt/deeper"], "Error: DIR: 'file.txt' is not a folder [INIT-EXISTS]"),
    ],
)
def test_an_invalid_option_is_reported_and_nothing_is_written(tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "file.txt").write_text("", "utf-8")
    done = roadmap("init", *arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr and "Traceback" not in done.stderr
    assert files(tmp_path) == {"file.txt": b""}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_access_is_reported(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = roadmap("init", cwd=tmp_path)
    tmp_path.chmod(0o755)
    assert done.returncode == 1 and "Permission denied [FILE]" in done.stderr and "Traceback" not in done.stderr


def test_a_failed_run_removes_what_it_wrote(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()

    def fail() -> None:
        with undone_on_failure(tmp_path, ["a.txt", "b/c/d.txt", "kept/e.txt"]):
            (tmp_path / "b" / "c").mkdir(parents=True)
            (tmp_path / "b" / "c" / "d.txt").write_text("", "utf-8")
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert [path.name for path in tmp_path.rglob("*")] == ["kept"]


def test_its_workflow_pins_the_same_actions_as_ours(new_project: Path) -> None:
    def uses(path: Path) -> list[str]:
        return [line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]

    theirs = new_project / ".github/workflows/pages.yml"
    assert uses(theirs) == uses(ROOT / ".github/workflows/pages.yml")
    assert yaml.safe_load(theirs.read_text("utf-8"))["permissions"] == {}
    assert (new_project / "overrides/partials/source.html").read_bytes() == (ROOT / "overrides/partials/source.html").read_bytes()


def test_published_and_proposed_content_is_checked(new_project: Path) -> None:
    def jobs(name: str) -> list[dict[str, object]]:
        read = yaml.safe_load((new_project / ".github/workflows" / name).read_text("utf-8"))
        assert read["permissions"] == {}
        return [step for job in read["jobs"].values() for step in job["steps"]]

    assert {"run": "roadmap check"} in jobs("pages.yml")
    checkout, *rest = jobs("check.yml")
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert {"run": 'roadmap check --base "$BASE" --format github', "env": {"BASE": "${{ github.event.pull_request.base.sha }}"}} in rest
    ours = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
    assert all(f"uses: {step['uses']}" in ours for step in (checkout, *rest) if "uses" in step)
    assert roadmap("check", "--strict", cwd=new_project).returncode == 0


def test_a_pull_request_that_loses_an_id_fails(tmp_path: Path) -> None:
    assert roadmap("init", cwd=tmp_path).returncode == 0
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "base"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    assert roadmap("check", "--base", "HEAD", "--format", "github", cwd=tmp_path).returncode == 0
    data = tmp_path / "content" / "roadmap.yml"
    text = data.read_text("utf-8")
    gone = load(data).roadmap.phases[0].id
    data.write_text(text.replace(f"- id: {gone}\n", "- id: something-else\n"), "utf-8")
    done = roadmap("check", "--base", "HEAD", "--format", "github", cwd=tmp_path)
    assert done.returncode == 1 and "title=ID-GONE" in done.stdout


def test_every_page_has_a_policy(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'' in page.read_text("utf-8"), page


def test_the_wheel_contains_the_project_files(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = {name.rpartition("/")[2] for name in wheel.namelist() if "/starter/files/" in name}
    assert held == {path.name for path in (ROOT / "plugins/learning_roadmap/starter/files").iterdir()}


def test_requirements_name_the_source_of_the_package(tmp_path: Path) -> None:
    for number, (where, line, count) in enumerate(
        [
            ("https://example.org/team/roadmap.git@main", "mkdocs-learning-roadmap @ git+https://example.org/team/roadmap.git@main", 0),
            (str(tmp_path), f"mkdocs-learning-roadmap @ {tmp_path.as_uri()}", 1),
        ]
    ):
        done = CliRunner().invoke(main, ["init", str(tmp_path / f"new{number}"), "--install-from", where])
        assert done.exit_code == 0, done.output
        assert (tmp_path / f"new{number}" / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1] == line
        assert done.output.count("requirements.txt installs this package from a path on this machine, which other machines do not have.") == count
    refused = CliRunner().invoke(main, ["init", str(tmp_path / "other"), "--install-from", "nowhere; rm"])
    assert refused.exit_code == 1 and "neither the address of a repository nor an existing path" in refused.output + refused.stderr
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(("origin", "warnings"), [(None, 0), ('{"url": "file:///somewhere"}', 1)], ids=["from the index", "from a copy"])
def test_a_copy_says_that_its_release_may_not_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: str | None, warnings: int) -> None:
    monkeypatch.setattr("importlib.metadata.PathDistribution.read_text", lambda self, name: origin)
    output = roadmap("init", cwd=tmp_path).stdout
    assert output.count("requirements.txt names a release of this package, but this copy is not from the package index.") == warnings
