"""The data file as it was before a change: a file, or what git has under a name."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from mkdocs_roadmap.datafile.tree import Block, TreeReader, collector_paused
from mkdocs_roadmap.problems import Problem, ProblemsFound, visible
from mkdocs_roadmap.text import decode, read_text

MAX_BYTES = 128 * 1024 * 1024


@dataclass(frozen=True)
class Base:
    """An earlier state of the data file, and its name for messages; ``tree`` is None when there was no such file."""

    name: str
    tree: Block | None


def read_base(base: str, data: Path) -> Base:
    """The earlier state that ``base`` names: a file that is there, or else a commit, branch or tag.

    Raises:
        ProblemsFound: when it is neither, or not the text of a data file.
    """
    if Path(base).is_file():
        text = read_text(Path(base), MAX_BYTES)
    else:
        raw = _from_git(base, data)
        if raw is None:
            return Base(base, None)
        text = decode(raw, f"{data} at {visible(base)}")
    with collector_paused():
        reader = TreeReader(text)
        tree = reader.read()
    if reader.broken or not isinstance(tree, Block):
        raise ProblemsFound(reader.problems or [Problem(text.file, 1, 1, "SCH-ROOT", "this is no data file", "name another base")])
    return Base(base, tree)


def _from_git(revision: str, data: Path) -> bytes | None:
    """The bytes of the file in a commit; None where the commit has no such file."""

    def git(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(["git", "-C", str(data.absolute().parent), *arguments], capture_output=True, check=False)

    def wrong(message: str, fix: str) -> ProblemsFound:
        return ProblemsFound([Problem(str(data), 1, 1, "BASE", message, fix)])

    fix = "name a file, or a branch, tag or commit that is here (git fetch brings them)"
    if revision.startswith("-") or ":" in revision or "\0" in revision:
        raise wrong(f"{visible(revision)!r} is no name of a commit", fix)
    try:
        found = git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except FileNotFoundError:
        raise wrong("git is not installed", "install it, or name a file as base") from None
    if found.returncode:
        raise wrong(f"there is no file and no commit {visible(revision)!r}", fix)
    shown = git("show", "--no-textconv", f"{found.stdout.decode().strip()}:./{data.name}")
    return None if shown.returncode else shown.stdout
