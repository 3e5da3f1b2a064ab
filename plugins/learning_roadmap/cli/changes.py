"""Change the data file: what all editing commands have in common."""

import shlex
import subprocess
from collections.abc import Callable, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from learning_roadmap.cli.common import inform, load_data, reporting_errors, say, say_json
from learning_roadmap.cli.options import data_option, is_quiet, quiet_option
from learning_roadmap.cli.replacement import Replace, replacing
from learning_roadmap.cli.report import print_warnings
from learning_roadmap.diagnostics import visible

if TYPE_CHECKING:
    from learning_roadmap.edit import EditSession
    from learning_roadmap.text import DecodedText

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)

JSON = "learning_roadmap.json"

dry_option = click.option("--dry-run", is_flag=True, help="Show the changes without writing them.")
reformat_option = click.option("--reformat", is_flag=True, help="Also format the rest of the data file.")


def edit_options(command: Decorated) -> Decorated:
    """The options of every command that edits the data file."""
    options = (data_option, dry_option, reformat_option, report_option, quiet_option)
    # Click puts the options of a function before those that it has, and those of a command behind them.
    for option in options if isinstance(command, click.Command) else reversed(options):
        command = option(command)
    return command


def _set_json(context: click.Context, _: click.Parameter, style: str) -> None:
    context.meta[JSON] = style == "json"


# The report is printed by `change`, so that commands do not have to pass the format on.
report_option = click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, expose_value=False, callback=_set_json, help="Output format."
)


def change(data: Path, dry_run: bool, reformat: bool, operation: "Callable[[EditSession], None]") -> None:
    """Load the data file, change it, write it and report the changes."""
    with reporting_errors(), replacing(data) as replace:
        file = load_data(data)
        from learning_roadmap.edit import EditSession

        session = EditSession(file)
        operation(session)
        edited = session.finish(reformat=reformat)
        content = None if edited.data is file else edited.data.text.raw
        context = click.get_current_context(silent=True)
        if context is None or not context.meta.get(JSON):
            write_or_show(file.path, file.text, content, dry_run, replace, edited.line, edited.messages)
            print_warnings(edited.warnings)
            return
        is_written = content is not None and not dry_run
        undo = write(file.path, content, replace) if content is not None and not dry_run else ""
        say_json({
            "file": str(file.path), "line": edited.line, "changed": content is not None, "written": is_written, "undo": undo,
            "messages": edited.messages,
            "warnings": [{"line": warning.line, "code": warning.code, "message": warning.message, "fix": warning.fix} for warning in edited.warnings],
        })  # fmt: skip


def write_or_show(
    path: Path, text: "DecodedText", content: bytes | None, dry_run: bool, replace: Replace, line: int | None = None, messages: Sequence[str] = ()
) -> None:
    """Write a data file's new content in place of ``text``, or show what would be written; None means that nothing changes.

    ``line`` is the line of the change, and ``messages`` say what was done: they are printed when it is done.
    """
    from learning_roadmap.text import split_lines

    name = visible(str(path))
    undo = write(path, content, replace) if content is not None and not dry_run else ""
    for message in messages:
        inform(visible(message))
    if content is None:
        inform(f"{name}: nothing to change.")
    elif dry_run:
        for difference in unified_diff(text.lines, split_lines(content.decode().removeprefix("\ufeff")), name, name, lineterm=""):
            say(visible(difference))
    else:
        inform(f"{name}{f':{line}' if line else ''}: written." + (f" Undo with: {undo}" if undo else ""))


def write(path: Path, content: bytes, replace: Replace) -> str:
    """Write the new content of a data file, and return the command that undoes it."""
    undo = undo_command(path)
    replace(content)
    return undo


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
