"""What all commands share: where things lie, how long work is announced, how problems are said, how files are written."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import click

from learning_roadmap.diagnostics import Place, Problem, ProblemsFound, did_you_mean, printable, visible
from learning_roadmap.project import Source, find_sources

DATA = Path("content/roadmap.yml")
SOURCES = Path("content/sources")

data_option = click.option("--data", type=click.Path(path_type=Path), default=DATA, show_default=True, help="Data file.")
sources_option = click.option(
    "--sources", type=click.Path(path_type=Path), default=SOURCES, show_default=True, help="Folder with the documents and their manifest."
)


def say(text: str, err: bool = False) -> None:
    """Print lines. Everything that a command says goes through here: what comes from documents and data steers nobody's terminal or log."""
    click.echo(printable(text), err=err)


def require_id(data: Path, kind: str, id: str | None, ids: list[str]) -> None:
    """Refuse an unknown id, and suggest the nearest.

    Raises:
        ProblemsFound: when it is not there.
    """
    if id is not None and id not in ids:
        fix = did_you_mean(id, ids, f"use one of: {', '.join(ids)}")
        raise ProblemsFound([Problem(Place(str(data)), "REF-UNKNOWN", f"unknown {kind} '{visible(id)}'", fix)])


def documents(folder: Path, files: tuple[Path, ...]) -> list[Source]:
    """The documents that a command is about.

    Raises:
        ProblemsFound: when there is none.
    """
    if found := find_sources(folder, files):
        return found
    raise ProblemsFound([Problem(Place(str(folder)), "SRC-NONE", "no documents found", "add a document to the folder, or give files as arguments")])


def progress() -> Callable[[str], None]:
    """Says on standard error what is going on, once that has taken more than a second."""
    start = time.monotonic()

    def announce(text: str) -> None:
        if time.monotonic() - start > 1 or sys.stderr.isatty():
            say(f"… {text}", err=True)

    return announce


def today() -> date:
    """The day of the build: that of SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else today's in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch) if epoch.isdigit() else time.time(), UTC).date()


@contextmanager
def reporting_errors() -> Iterator[None]:
    """Turn problems into a report on standard error and exit code 1, without a traceback."""
    try:
        yield
    except ProblemsFound as error:
        say(str(error), err=True)
        count = len(error.problems)
        say(f"{count} problem{'s' if count != 1 else ''}; nothing was written.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)  # whoever read the output has seen enough
    except OSError as error:
        say(str(Problem(Place(str(error.filename or "")), "FILE", str(error.strerror), "check the path and its permissions")), err=True)
        sys.exit(1)


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write a file so that it is there as a whole or not at all, whatever happens. A link there is replaced: nothing is written elsewhere."""
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
    """Write a file as a whole; where its path is a link, to what that leads to. For files that a person has named."""
    write_atomic(Path(os.path.realpath(path)), content)
