"""An earlier version of the data file, from a file or from Git."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.datafile import FORMER_FORMATS, MAX_BYTES, Block, TreeReader, collector_paused, migrate
from learning_roadmap.diagnostics import Option, Place, Problem, ProblemsFound, excerpt, visible
from learning_roadmap.text import DecodedText, decode, read_text


@dataclass(frozen=True)
class Base:
    """An earlier version of the data file, and its name in messages; ``tree`` is None if the file did not exist."""

    name: str
    tree: Block | None


def read_base(base: str, data: Path, option: str) -> Base:
    """The earlier version that an option or argument names: a commit, branch or tag, or else a file.

    Git names take precedence, because a change could add a file with the same name.

    Raises:
        ProblemsFound: when it is neither, or not a data file.
    """
    if commit := _commit(base, data):
        raw = _git(data, "show", "--no-textconv", f"{commit}:./{data.name}")
        if raw is None:
            return Base(base, None)
        text = decode(raw, f"{data} at {visible(base)}")
    elif base and Path(base).is_file():
        text = read_text(Path(base), MAX_BYTES)
    else:
        fix = "use an existing branch, tag or commit ('git fetch' downloads new ones), or a file"
        if shutil.which("git") is None:
            message = f"there is no file '{excerpt(base)}', and Git is not installed, so it cannot be looked up as a branch, tag or commit"
            raise ProblemsFound([Problem(Option(option), "BASE", message, "install Git, or name a file: a copy of the data file from before")])
        raise ProblemsFound([Problem(Option(option), "BASE", f"unknown commit or file '{excerpt(base)}'", fix)])
    with collector_paused():
        reader = TreeReader(text)
        tree = reader.read()
    if reader.broken or not isinstance(tree, Block):
        raise ProblemsFound(reader.problems or [Problem(Place(text.file), "SCH-ROOT", "the file is not a data file", "use another base")])
    return Base(base, _in_present_format(text, data, tree))


def _in_present_format(text: DecodedText, path: Path, tree: Block) -> Block:
    """The tree of the migrated file, so that its new form is no change; that of the file itself if it cannot be migrated."""
    try:
        return migrate(text, path).tree if tree.get("format") in FORMER_FORMATS else tree
    except ProblemsFound:
        return tree


def _commit(name: str, data: Path) -> str | None:
    """The hash of the commit with that name."""
    if not name or name.startswith("-") or ":" in name or "\0" in name:
        return None
    commit_hash = _git(data, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    return commit_hash.decode().strip() if commit_hash else None


def _git(data: Path, *arguments: str) -> bytes | None:
    """The output of git; None if it fails or is not installed."""
    command = ["git", "-C", str(data.absolute().parent), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return None
    return None if result.returncode else result.stdout
