"""What a change leaves alone in the file: line ends, byte order mark, symbolic links; and file names in messages."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learning_roadmap.cli.common import write_atomic
from learning_roadmap.cli.main import main
from tests.edit.bread import TEXT


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--data", str(path)])


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_change_keeps_line_ends_and_byte_order_mark(tmp_path: Path, newline: str, mark: str) -> None:
    path = tmp_path / "bread.yml"
    path.write_text(TEXT, "utf-8")
    assert run(path, "fmt").exit_code == 0
    before = (mark + path.read_text("utf-8").replace("\n", newline)).encode()
    path.write_bytes(before)
    shown = run(path, "rename", "steam", "Vapour", "--dry-run").stdout
    assert [line for line in shown.splitlines() if line.startswith("-")][1:] == ["-      title: Steam"]
    assert run(path, "rename", "steam", "Vapour").exit_code == 0
    also = f"title: Vapour{newline}      also: [Steam]"
    assert path.read_bytes() == before.replace(b"title: Steam", also.encode())


@pytest.mark.parametrize(("mark", "newline"), [("\ufeff", "\n"), ("", "\r\n")])
def test_fmt_reports_the_line_ends_and_byte_order_mark_it_removes(tmp_path: Path, mark: str, newline: str) -> None:
    path = tmp_path / "bread.yml"
    path.write_text(TEXT, "utf-8")
    run(path, "fmt")
    plain = path.read_bytes()
    path.write_bytes((mark + plain.decode().replace("\n", newline)).encode())
    assert f"{path}:1:1: error: the file is not in canonical form, starting here [FMT]" in run(path, "fmt", "--check").stderr
    done = run(path, "fmt")
    assert "using LF line endings and no byte order mark\n" in done.stdout and path.read_bytes() == plain


def test_unrelated_lines_are_reformatted_only_on_request(tmp_path: Path) -> None:
    path = tmp_path / "bread.yml"
    path.write_text(TEXT, "utf-8")
    run(path, "fmt")
    tidy = path.read_text("utf-8")
    untidy = tidy.replace("      title: Steam\n", "      title:   'Steam' # hot\n").replace("- {id: mixing, ", "-   {id: mixing, ")
    path.write_text(untidy, "utf-8")
    # The comment gets a line of its own: two lines become three.
    line = untidy.split("\n").index("      title:   'Steam' # hot") + 1
    for arguments in (["rename", "coil", "Coil"], ["rename", "coil", "Coil", "--dry-run"], ["add", "topic", "Poolish", "--in", "basics"]):
        refused = run(path, *arguments)
        assert (
            refused.exit_code == 1 and f"{path}:{line}:1: error: the change would also reformat 3 other lines, starting here [FMT]" in refused.stderr
        )
        assert "run 'roadmap fmt' first, or use --reformat" in refused.stderr
        assert path.read_text("utf-8") == untidy
    assert run(path, "rename", "coil", "Coil", "--reformat").exit_code == 0
    also = "        title: Coil\n        also: [Coil fold]\n"
    wanted = tidy.replace("        title: Coil fold\n", also).replace("      title: Steam\n", "      # hot\n      title: Steam\n")
    assert path.read_text("utf-8") == wanted


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bread.yml"
    path.write_text(TEXT, "utf-8")

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("learning_roadmap.cli.common.os.fsync", full_disk)
    assert run(path, "fmt").exit_code == 1
    assert path.read_text("utf-8") == TEXT and [file.name for file in tmp_path.iterdir()] == ["bread.yml"]


def test_file_names_are_printed_without_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\x07.yml"
    path.write_text(TEXT, "utf-8")
    for arguments in (["fmt"], ["fmt"], ["fmt", "--check"], ["rename", "steam", "Vapour", "--dry-run"], ["retire", "steam"]):
        done = run(path, *arguments)
        assert done.exit_code == 0 and "\\x1b" in done.output
        assert "\x1b" not in done.output and "\x07" not in done.output


def test_a_symbolic_link_is_followed_and_kept(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "bread.yml"
    target.write_text(TEXT, "utf-8")
    link = tmp_path / "bread.yml"
    link.symlink_to("real/bread.yml")
    assert run(link, "retire", "steam", "--reformat").exit_code == 0
    assert link.is_symlink() and "was: retired" in target.read_text("utf-8")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["bread.yml", "bread.yml", "real"]


def test_a_file_not_named_by_the_user_is_not_written_through_a_symbolic_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine", "utf-8")
    link = tmp_path / "link"
    link.symlink_to("elsewhere")
    write_atomic(link, "x")
    assert not link.is_symlink() and (tmp_path / "elsewhere").read_text("utf-8") == "mine"
