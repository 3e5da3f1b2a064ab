"""What all commands share: output, progress messages, error reports and atomic writes.

Slow packages are imported by the functions that need them: completion in a shell starts a command for every key press.
"""

import errno
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learning_roadmap.cli.options import is_quiet
from learning_roadmap.cli.report import print_problems
from learning_roadmap.diagnostics import (
    FORMATS,
    EntryField,
    Findings,
    Option,
    PartlyWritten,
    Place,
    Problem,
    ProblemsFound,
    Severity,
    did_you_mean,
    in_json,
    printable,
    visible,
)

if TYPE_CHECKING:
    from learning_roadmap.datafile import DataFile
    from learning_roadmap.model import Roadmap
    from learning_roadmap.project import Source

DATA_FIX = "change to the folder of your roadmap, give its data file with --data FILE, or start a roadmap with 'roadmap init FOLDER'"


def say(text: str, err: bool = False) -> None:
    """Print lines. All output of the commands goes through here, so that text from documents cannot send control codes to a terminal or log."""
    click.echo(printable(text), err=err)


def say_json(value: object) -> None:
    """Print a value as JSON, for programs."""
    say(in_json(json.dumps(value, indent=1)))


def inform(text: str) -> None:
    """Print what a command has done, unless --quiet is given."""
    if not is_quiet():
        say(text)


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


def load_data(path: Path) -> "DataFile":
    """Load the data file that ``--data`` gives.

    Raises:
        ProblemsFound: when there is no such file, or with every problem in it.
    """
    require_file("--data", path, fix=DATA_FIX)
    from learning_roadmap.datafile import load

    return load(path)


def load_roadmap(path: Path) -> "Roadmap":
    """Load the roadmap of the data file that ``--data`` gives, without the place of each value, which takes most of the memory.

    Raises:
        ProblemsFound: as ``load_data`` does.
    """
    require_file("--data", path, fix=DATA_FIX)
    from learning_roadmap.cache import Cache, load_cached

    # What one command reads is not worth keeping.
    return load_cached(path, Cache(path.parent, is_on=False)).roadmap


def documents(folder: Path, files: tuple[Path, ...]) -> "list[Source]":
    """The documents that a command works on.

    Raises:
        ProblemsFound: when there are none, or a file does not exist.
    """
    from learning_roadmap.project import find_sources

    require_file("FILES", *files)
    if sources := find_sources(folder, files):
        return sources
    message = f"no documents found in '{visible(str(folder))}'"
    raise ProblemsFound([Problem(Option("--sources"), "SRC-NONE", message, "add a document to that folder, or give another folder or FILES")])


def report_check(problems: Sequence[Problem], style: str, passed: str) -> None:
    """End a check: print the problems as JSON, or the text ``passed`` if there are none. Exit code 1 with problems.

    Raises:
        ProblemsFound: with the problems, which are printed as text.
    """
    if style == "json":
        say(FORMATS["json"](Findings(tuple(sorted(problems)), ())))
        sys.exit(1 if problems else 0)
    if problems:
        raise ProblemsFound(problems)
    inform(passed)


def progress() -> Callable[[str], None]:
    """A function that reports progress on standard error: in a terminal, or after the first second."""
    start = time.monotonic()

    def announce(text: str) -> None:
        if not is_quiet() and (time.monotonic() - start > 1 or sys.stderr.isatty()):
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
        if isinstance(error, PartlyWritten):
            result = "; some files were written: run the command again when this is repaired"
        else:
            result = "; nothing was written" if writes else ""
        say(f"{count} problem{'s' if count != 1 else ''}{result}.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)  # the reader of the output has closed it
    except OSError as error:
        problem = Problem(Place(str(error.filename or "")), "FILE", str(error.strerror), "check the path and its permissions")
        print_problems([(problem, Severity.ERROR)])
        sys.exit(1)


def write_atomic(path: Path, content: str | bytes, shown: Path | None = None) -> None:
    """Write a file completely or not at all. A symbolic link at the path is replaced, not followed.

    Raises:
        ProblemsFound: when it cannot be written, with the path that the user knows.
    """
    name: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:60]}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException as error:
        if name is not None:
            Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise ProblemsFound([unwritten(shown or path, error)]) from None
        raise


def unwritten(path: Path, error: OSError) -> Problem:
    """The problem of a file that could not be written."""
    fixes = {
        errno.ENOSPC: "free some space, and run the command again",
        errno.EDQUOT: "free some space, and run the command again",
        errno.EFBIG: "raise the limit on the size of files ('ulimit -f'), and run the command again",
        errno.EROFS: "the disk is read-only: copy the project to another one",
        errno.EACCES: f"you need permission to write in the folder '{visible(str(path.parent))}'",
        errno.EPERM: f"you need permission to write in the folder '{visible(str(path.parent))}'",
        errno.ENAMETOOLONG: "use a shorter name",
        errno.ENOTDIR: "one of the folders in the path is a file: choose another path",
    }
    message = f"the file was not written: {error.strerror}"
    return Problem(EntryField(str(path), ""), "FILE", message, fixes.get(error.errno or 0, "check the path and its permissions"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
