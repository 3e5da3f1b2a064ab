"""Change the data file: what all editing commands have in common."""

import shlex
import subprocess
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from learning_roadmap.cli.common import inform, load_data, reporting_errors, say, write_atomic_following_links
from learning_roadmap.cli.options import data_option, is_quiet, quiet_option
from learning_roadmap.diagnostics import visible

if TYPE_CHECKING:
    from learning_roadmap.edit import EditSession
    from learning_roadmap.text import DecodedText

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)

dry_option = click.option("--dry-run", is_flag=True, help="Show the changes without writing them.")
reformat_option = click.option("--reformat", is_flag=True, help="Also format the rest of the data file.")


def edit_options(command: Decorated) -> Decorated:
    """The options of every command that edits the data file."""
    return data_option(dry_option(reformat_option(quiet_option(command))))


def change(data: Path, dry_run: bool, reformat: bool, operation: "Callable[[EditSession], None]") -> None:
    """Load the data file, change it, report the changes and write it."""
    with reporting_errors():
        file = load_data(data)
        from learning_roadmap.edit import EditSession

        session = EditSession(file)
        operation(session)
        edited = session.finish(reformat=reformat)
        for message in edited.messages:
            inform(visible(message))
        for warning in edited.warnings:
            say(warning.as_line("warning:"), err=True)
        write_or_show(file.path, file.text, None if edited.data is file else edited.data.text.raw, dry_run, edited.line)


def write_or_show(path: Path, text: "DecodedText", content: bytes | None, dry_run: bool, line: int | None = None) -> None:
    """Write a data file's new content in place of ``text``, or show what would be written; None means that nothing changes.

    ``line`` is the line of the change, for the confirmation.
    """
    from learning_roadmap.text import split_lines

    name = visible(str(path))
    if content is None:
        inform(f"{name}: nothing to change.")
    elif dry_run:
        for difference in unified_diff(text.lines, split_lines(content.decode().removeprefix("\ufeff")), name, name, lineterm=""):
            say(visible(difference))
    else:
        undo = undo_command(path)
        write_atomic_following_links(path, content)
        inform(f"{name}{f':{line}' if line else ''}: written." + (f" Undo with: {undo}" if undo else ""))


def undo_command(path: Path) -> str:
    """The command that brings back the present content of a file; empty if Git does not track it.

    A content that Git does not have yet is stored among its objects, where it stays for two weeks.
    """
    if is_quiet() or path.is_symlink() or _git(path, "ls-files", "--error-unmatch") is None:
        return ""
    name = shlex.quote(visible(str(path)))
    if _git(path, "diff", "--quiet", "--no-ext-diff") is not None:
        return f"git restore -- {name}"
    object_name = _git(path, "hash-object", "-w", "--no-filters")
    return f"git cat-file blob {object_name[:16]} > {name}" if object_name else ""


def _git(path: Path, *arguments: str) -> str | None:
    """The output of git for a file; None if it fails or is not installed."""
    command = ["git", "-C", str(path.absolute().parent), *arguments, "--", path.name]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return None if result.returncode else result.stdout.strip()
