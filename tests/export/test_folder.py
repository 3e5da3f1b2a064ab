"""`roadmap export`: where it writes, and what it never overwrites."""

import errno
import os
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from tests.command import files, roadmap, warnings
from tests.pages.conftest import SMALL


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    shutil.copy(SMALL, tmp_path / "content" / "roadmap.yml")
    return tmp_path


def export(project: Path, *arguments: str) -> str:
    done = roadmap("export", "out", *arguments, cwd=project)
    assert (done.returncode, warnings(done.stderr)) == (0, [])
    return done.stdout


def refused(project: Path, *arguments: str) -> str:
    before = files(project)
    done = roadmap("export", "out", *arguments, cwd=project)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert files(project) == before
    return "\n".join(warnings(done.stderr))


def test_a_missing_home_page_is_created(project: Path) -> None:
    assert export(project).startswith("out: ")
    index = (project / "out/docs/index.md").read_text("utf-8")
    assert '<ol class="rm-cards"' in index and "{{" not in index
    assert "roadmap:" not in (project / "out/mkdocs.yml").read_text("utf-8").replace("roadmap: ", "")


def test_an_export_writes_the_same_bytes_each_time(project: Path) -> None:
    export(project)
    first = files(project / "out")
    export(project)
    assert files(project / "out") == first
    shutil.rmtree(project / "out")
    export(project)
    assert files(project / "out") == first


def test_a_full_disk_is_reported_with_what_was_written_and_the_export_can_be_repeated(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    sync = os.fsync
    writes = 0

    def full(handle: int) -> None:
        nonlocal writes
        writes += 1
        if writes > room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr("os.fsync", full)
    for room, says in ((0, "; nothing was written."), (3, "; some files were written: run the command again when this is repaired.")):
        writes = 0
        done = CliRunner().invoke(main, ["export", "out"])
        assert done.exit_code == 1 and "No space left on device" in done.stderr and says in done.stderr
        assert len(files(project / "out")) == room
    monkeypatch.undo()
    export(project)


def test_only_files_of_the_previous_export_are_replaced(project: Path) -> None:
    export(project)
    (project / "out/docs/mine.md").write_text("mine", "utf-8")
    (project / "out/site").mkdir()
    (project / "out/site/index.html").write_text("built", "utf-8")
    data = project / "content/roadmap.yml"
    data.write_text(data.read_text("utf-8").replace("id: foundations", "id: groundwork"), "utf-8")
    export(project)
    held = files(project / "out")
    assert "docs/phases/groundwork.md" in held and "docs/phases/foundations.md" not in held
    assert (held["docs/mine.md"], held["site/index.html"]) == (b"mine", b"built")
    assert b"foundations.md" not in held[".roadmap-export"]


def test_emptied_folders_are_removed(project: Path) -> None:
    page = project / "content/pages/deep/er/a.md"
    page.parent.mkdir(parents=True)
    page.write_text("# A\n", "utf-8")
    export(project)
    shutil.rmtree(project / "content/pages/deep")
    export(project)
    assert not (project / "out/docs/deep").exists()


def test_files_edited_by_hand_are_kept_unless_forced(project: Path) -> None:
    export(project)
    config = project / "out/mkdocs.yml"
    config.write_text("site_name: Mine\n", "utf-8")
    assert refused(project).startswith("out/mkdocs.yml:1:1: error: the file was changed after the export [EXPORT-CHANGED]")
    export(project, "--force")
    assert "Mine" not in config.read_text("utf-8")


def test_files_of_others_are_never_overwritten(project: Path) -> None:
    export(project)
    (project / "out/docs/a.md").write_text("mine", "utf-8")
    (project / "content/pages/a.md").write_text("# New\n", "utf-8")
    for arguments in ((), ("--force",)):
        assert refused(project, *arguments).split("\n")[0].endswith("[EXPORT-FOREIGN]")
        assert refused(project, *arguments).startswith("out/docs/a.md:1:1: error: ")


@pytest.mark.parametrize("arguments", [(), ("--force",)])
def test_a_folder_with_other_files_is_refused(project: Path, arguments: tuple[str, ...]) -> None:
    (project / "out").mkdir()
    (project / "out/letter.txt").write_text("mine", "utf-8")
    assert refused(project, *arguments).startswith("Error: DIR: 'out' contains files that are not from an export [EXPORT-FOLDER]")


def test_a_file_as_target_is_refused(project: Path) -> None:
    (project / "out").write_text("", "utf-8")
    assert refused(project).startswith("Error: DIR: 'out' is not a folder [EXPORT-FOLDER]")


def test_a_target_inside_the_pages_folder_is_refused(project: Path) -> None:
    done = roadmap("export", "content/pages/out", cwd=project)
    assert done.returncode == 1
    assert (
        done.stderr.startswith("Error: DIR: 'content/pages/out' is inside the folder of pages 'content/pages'") and "[EXPORT-FOLDER]" in done.stderr
    )
    assert not (project / "content/pages/out").exists()


def test_an_empty_folder_is_accepted(project: Path) -> None:
    (project / "out").mkdir()
    export(project)


@pytest.mark.parametrize("path", ["../secret", "/etc/secret", "docs/../../secret"])
def test_a_marker_cannot_name_files_outside_the_folder(project: Path, path: str) -> None:
    export(project)
    (project / "secret").write_text("", "utf-8")
    marker = project / "out/.roadmap-export"
    lines = marker.read_text("utf-8").count("\n")
    marker.write_text(marker.read_text("utf-8") + f"{'0' * 64}  {path}\n", "utf-8")
    assert refused(project, "--force").startswith(f"out/.roadmap-export:{lines + 1}:1: error: ")
    assert "[EXPORT-MARKER]" in refused(project, "--force")


def test_a_symbolic_link_cannot_point_outside_the_folder(project: Path) -> None:
    export(project)
    (project / "elsewhere").mkdir()
    shutil.rmtree(project / "out/docs/phases")
    (project / "out/docs/phases").symlink_to(project / "elsewhere")
    assert "a link to a file outside the folder [EXPORT-FOREIGN]" in refused(project)
    assert os.listdir(project / "elsewhere") == []


@pytest.mark.parametrize(
    ("text", "said", "more"),
    [
        ("---\ntitle: A\n---\n\n# A\n\n{{ topic('atention') }}\n", ":7:1: error: unknown topic 'atention' [REF-UNKNOWN]", "= help: did you mean"),
        ("# A\n\n{{ config.site_name }}\n", ":3:1: error: 'config' is undefined [MACRO]", "= help: use only the macros of learning_roadmap"),
        ("# A\n\n{{ topic( }}\n", ":3:1: error: ", "[MACRO]"),
        ("# A\n\n{{ topic() }}\n", ":3:1: error: ", "[MACRO]"),
        ("# A\n\n{{ count.__globals__ }}\n", ":3:1: error: ", "[MACRO]"),
        ("# A\n\n{{ 1 / 0 }}\n", ":3:1: error: ", "[MACRO]"),
        ("# A\n\n\x07\n", ":3:1: error: ", "[ENC-CONTROL]"),
    ],
)
def test_a_page_that_cannot_be_rendered_is_reported_with_its_line(project: Path, text: str, said: str, more: str) -> None:
    (project / "content/pages/a.md").write_text(text, "utf-8")
    answer = refused(project)
    assert f"content/pages/a.md{said}" in answer and more in answer


def test_a_page_can_opt_out_of_macros(project: Path) -> None:
    text = "---\nrender_macros: false\n---\n\n# {{ A }}\n"
    (project / "content/pages/a.md").write_text(text, "utf-8")
    export(project)
    assert (project / "out/docs/a.md").read_text("utf-8") == text


def test_a_page_at_the_address_of_a_generated_page_is_refused(project: Path) -> None:
    (project / "content/pages/tips.md").write_text("# Mine\n", "utf-8")
    assert refused(project).startswith("content/pages/tips.md:1:1: error: ")
    assert "[EXPORT-PAGE]" in refused(project)


def test_the_guide_is_exported_if_a_page_links_to_it(project: Path) -> None:
    (project / "content/pages/index.md").write_text("# A\n\n[Guide](study-guide.pdf) [Poster](roadmap-poster.pdf)\n", "utf-8")
    export(project)
    assert all((project / f"out/docs/{name}.pdf").read_bytes().startswith(b"%PDF-") for name in ("study-guide", "roadmap-poster"))


def test_a_missing_data_file_is_an_error(project: Path) -> None:
    assert refused(project, "--data", "none.yml").startswith("Error: --data: file not found: 'none.yml' [FILE]")


def test_name_and_navigation_are_exported(project: Path) -> None:
    data = project / "content/roadmap.yml"
    tips = "tips:\n- {id: code-daily, title: Code daily, reason: Habit beats talent}\n"
    data.write_text(data.read_text("utf-8").replace(tips, ""), "utf-8")
    (project / "content/pages/index.md").write_text("# A\n", "utf-8")
    (project / "mkdocs.yml").write_text(
        "site_name: Mine &amp; yours\nsite_url: !ENV [SITE_URL, '']\nx: !!python/name:os.system\n"
        "nav:\n- Start: index.md\n- Road: roadmap:phases\n- More: [roadmap:tips, roadmap:papers, roadmap:routine]\n- Empty: [roadmap:tips]\n",
        "utf-8",
    )
    export(project)
    config = yaml.safe_load((project / "out/mkdocs.yml").read_text("utf-8"))
    assert config["site_name"] == "Mine &amp; yours"
    assert config["nav"] == [
        {"Start": "index.md"},
        {"Road": ["phases/index.md", "phases/foundations.md", "phases/deep-learning.md"]},
        {"More": ["papers.md", "routine.md"]},
    ]


@pytest.mark.parametrize(
    ("text", "said", "more"),
    [
        ("nav:\n- roadmap:phasen\n", "mkdocs.yml:2:3: error: nav: unknown group 'roadmap:phasen' [REF-UNKNOWN]", "use one of: roadmap:dashboard"),
        ("nav:\n- [a\n", "mkdocs.yml:3:1: error: ", "[YML-SYNTAX]"),
    ],
)
def test_a_configuration_that_cannot_be_exported_is_reported(project: Path, text: str, said: str, more: str) -> None:
    (project / "mkdocs.yml").write_text(text, "utf-8")
    assert refused(project).startswith(said) and more in refused(project)


@pytest.mark.parametrize("target", ["../../../secret.txt", "../../.env", "../../.git/config"])
def test_a_symbolic_link_out_of_the_project_is_refused(project: Path, target: str) -> None:
    (project.parent / "secret.txt").write_text("secret", "utf-8")
    (project / ".git").mkdir()
    for hidden in (".env", ".git/config"):
        (project / hidden).write_text("secret", "utf-8")
    (project / "content/pages/a.txt").symlink_to(target)
    assert refused(project).startswith("content/pages/a.txt:1:1: error: a link to a file outside the project")
    assert "[EXPORT-LINK]" in refused(project) and "secret\n" not in refused(project)


def test_a_page_can_be_a_symbolic_link_inside_the_project(project: Path) -> None:
    (project / "README.md").write_text("# Read me\n", "utf-8")
    (project / "content/pages/index.md").symlink_to("../../README.md")
    export(project)
    assert (project / "out/docs/index.md").read_text("utf-8") == "# Read me\n"


def test_names_in_the_configuration_are_exported_as_text(project: Path) -> None:
    given = {"site_name": 'A "b" <i> &amp; c {{ 7 }}', "site_description": "'\"><script>", "nav": [{'N" <b>': "index.md"}, {"R&D": "roadmap:phases"}]}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(given), "utf-8")
    (project / "content/pages/index.md").write_text("# A\n", "utf-8")
    export(project)
    config = yaml.safe_load((project / "out/mkdocs.yml").read_text("utf-8"))
    assert config["site_name"] == "A &quot;b&quot; &lt;i&gt; &amp; c &#123;&#123; 7 &#125;&#125;"
    assert config["site_description"] == "&#x27;&quot;&gt;&lt;script&gt;"
    assert [list(entry) for entry in config["nav"]] == [["N&quot; &lt;b&gt;"], ["R&D"]]


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("", '# All of {{ topic("vectors") }}', "All of &lt;/title&gt;&lt;script&gt;x&lt;/script&gt; in Foundations"),
        ("---\nhide: [toc]\n---\n", '{{ topic("vectors") }}\n===', "&lt;/title&gt;&lt;script&gt;x&lt;/script&gt; in Foundations"),
    ],
)
def test_a_heading_with_a_macro_gets_an_explicit_title(project: Path, head: str, heading: str, title: str) -> None:
    data = project / "content/roadmap.yml"
    data.write_text(data.read_text("utf-8").replace("title: Vectors\n", 'title: "</title><script>x</script>"\n', 1), "utf-8")
    (project / "content/pages/a.md").write_text(f"{head}{heading}\n\n## More\n", "utf-8")
    export(project)
    text = (project / "out/docs/a.md").read_text("utf-8")
    assert yaml.safe_load(text.split("---\n")[1])["title"] == title


def test_pages_are_in_the_docs_dir_of_the_configuration(project: Path) -> None:
    (project / "content" / "pages").rename(project / "handbook")
    (project / "handbook" / "mine.md").write_text("# Mine\n", "utf-8")
    (project / "mkdocs.yml").write_text("site_name: Bread\ndocs_dir: handbook\n", "utf-8")
    export(project)
    assert (project / "out" / "docs" / "mine.md").exists()
    (project / "mkdocs.yml").write_text("site_name: Bread\ndocs_dir: nowhere\n", "utf-8")
    assert "docs_dir in mkdocs.yml" in refused(project)
