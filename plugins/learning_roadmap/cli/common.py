"""What all commands share: default paths, output, progress messages, error reports and atomic writes."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from learning_roadmap.cli.report import print_problems
from learning_roadmap.datafile import DataFile, load
from learning_roadmap.diagnostics import Option, Place, Problem, ProblemsFound, Severity, did_you_mean, printable, visible
from learning_roadmap.project import Source, find_sources

DATA = Path("content/roadmap.yml")
SOURCES = Path("content/sources")
DATA_FIX = "change to the folder of your roadmap, give its data file with --data FILE, or start a roadmap with 'roadmap init FOLDER'"

data_option = click.option("--data", type=click.Path(path_type=Path), default=DATA, show_default=True, help="Data file.")
sources_option = click.option(
    "--sources", type=click.Path(path_type=Path), default=SOURCES, show_default=True, help="Folder with the documents and their manifest."
)


def say(text: str, err: bool = False) -> None:
    """Print lines. All output of the commands goes through here, so that text from documents cannot send control codes to a terminal or log."""
    click.echo(printable(text), err=err)


def require_id(option: str, kind: str, id: str | None, ids: list[str]) -> None:
    """Refuse an unknown id that an option gives, and suggest the nearest.

    Raises:
        ProblemsFound: when the id is unknown.
    """
    if id is not None and id not in ids:
        fix = did_you_mean(id, ids, f"use one of: {', '.join(ids)}" if ids else f"the roadmap has no {kind}; leave this option out")
        raise ProblemsFound([Problem(Option(option), "REF-UNKNOWN", f"unknown {kind} '{visible(id)}'", fix)])


def require_file(option: str, *paths: Path, fix: str = "check the path") -> None:
    """Refuse paths without a file that an option or argument gives.

    Raises:
        ProblemsFound: with every path that does not exist.
    """
    if missing := [path for path in paths if not path.exists()]:
        raise ProblemsFound(Problem(Option(option), "FILE", f"file not found: '{visible(str(path))}'", fix) for path in missing)


def load_data(path: Path) -> DataFile:
    """Load the data file that ``--data`` gives.

    Raises:
        ProblemsFound: when there is no such file, or with every problem in it.
    """
    require_file("--data", path, fix=DATA_FIX)
    return load(path)


def documents(folder: Path, files: tuple[Path, ...]) -> list[Source]:
    """The documents that a command works on.

    Raises:
        ProblemsFound: when there are none, or a file does not exist.
    """
    require_file("FILES", *files)
    if sources := find_sources(folder, files):
        return sources
    message = f"no documents found in '{visible(str(folder))}'"
    raise ProblemsFound([Problem(Option("--sources"), "SRC-NONE", message, "add a document to that folder, or give another folder or FILES")])


def progress() -> Callable[[str], None]:
    """A function that reports progress on standard error: in a terminal, or after the first second."""
    start = time.monotonic()

    def announce(text: str) -> None:
        if time.monotonic() - start > 1 or sys.stderr.isatty():
            say(f"… {text}", err=True)

    return announce


@contextmanager
def reporting_errors(writes: bool = True) -> Iterator[None]:
    """Turn problems into a report on standard error and exit code 1, without a traceback. ``writes`` says whether the command writes a file."""
    try:
        yield
    except ProblemsFound as error:
        print_problems((problem, Severity.ERROR) for problem in error.problems)
        count = len(error.problems)
        say(f"{count} problem{'s' if count != 1 else ''}{'; nothing was written' if writes else ''}.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)  # the reader of the output has closed it
    except OSError as error:
        problem = Problem(Place(str(error.filename or "")), "FILE", str(error.strerror), "check the path and its permissions")
        print_problems([(problem, Severity.ERROR)])
        sys.exit(1)


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write a file completely or not at all. A symbolic link at the path is replaced, not followed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, path.stat().st_mode if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_atomic_following_links(path: Path, content: str | bytes) -> None:
    """Write a file completely or not at all. A symbolic link at the path is followed: for files that the user named."""
    write_atomic(Path(os.path.realpath(path)), content)
