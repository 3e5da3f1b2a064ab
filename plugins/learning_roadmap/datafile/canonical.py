"""The one way to write a data file: its canonical form, with the comments of the old file at what they belong to.

What :func:`rewrite` promises, whatever the change: comments survive; line ends and byte order mark stay; the new text loads
as exactly the roadmap that was meant; a change of nothing touches no byte; and lines that a change does not concern are
reformatted only where the caller allows it.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.datafile.comments import comments_of, schema_line, with_comments
from learning_roadmap.datafile.load import DataFile, parse
from learning_roadmap.datafile.write import HEADER, write_roadmap
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.model import Roadmap
from learning_roadmap.text import decode


@dataclass(frozen=True)
class Deviation:
    """How far a data file is from its canonical form: the first line that is written otherwise, and how many there are."""

    first_line: int
    count: int


def canonical(data: DataFile, roadmap: Roadmap | None = None) -> str:
    """The canonical text of a data file; with ``roadmap``, of that in its place, with the comments of the old file.

    Raises:
        ProblemsFound: when the result would not say the same, or a comment would be lost; then nothing may be written.
    """
    text = _canonical(data, roadmap or data.roadmap)
    _verified(data, text, roadmap or data.roadmap)
    return text


def rewrite(data: DataFile, roadmap: Roadmap, *, reformat: bool = False) -> DataFile:
    """The data file as it is to be written with another roadmap in it; the same file where that says nothing else.

    Raises:
        ProblemsFound: when the file is not in canonical form, unless ``reformat`` allows to bring it there; and as :func:`canonical`.
    """
    if roadmap == data.roadmap:
        return data
    if not reformat and (deviation := deviation_of(data)):
        lines = "1 other line" if deviation.count == 1 else f"{deviation.count:,} other lines"
        message = f"the change would also reformat {lines}, starting here"
        fix = "run 'roadmap fmt' first, or use --reformat"
        raise ProblemsFound([Problem(Place(str(data.path), deviation.first_line), "FMT", message, fix)])
    text = data.text.mark + _canonical(data, roadmap, needs_schema_line=reformat).replace("\n", data.text.newline)
    return _verified(data, text, roadmap)


def create(path: Path, roadmap: Roadmap) -> DataFile:
    """A new data file for a roadmap.

    Raises:
        ProblemsFound: when its text would not load.
    """
    return parse(decode(write_roadmap(roadmap).encode(), str(path)), path)


def deviation_of(data: DataFile) -> Deviation | None:
    """Where lines of a data file are not in canonical form; None when all are.

    A missing line with the schema's address does not count: no line is reformatted by adding it, and a change does not add it.
    Nor do line ends and the byte order mark, unless line ends vary: a change keeps them.
    """
    wanted = _canonical(data, data.roadmap, needs_schema_line=False).split("\n")
    lines = data.text.lines
    if data.text.has_mixed_newlines:
        return Deviation(1, len(lines))
    if list(lines) == wanted:
        return None
    pairs = enumerate(zip(lines, wanted, strict=False), 1)
    first = next((number for number, (line, other) in pairs if line != other), min(len(lines), len(wanted)))
    old, new = Counter(lines), Counter(wanted)
    return Deviation(first, max(1, (old - new).total(), (new - old).total()))


def _canonical(data: DataFile, roadmap: Roadmap, *, needs_schema_line: bool = True) -> str:
    line = schema_line(data.text)
    header = f"{line}\n" if line else HEADER if needs_schema_line else ""
    return header + with_comments(write_roadmap(roadmap).removeprefix(HEADER), comments_of(data.text, data.tree))


def _verified(data: DataFile, text: str, roadmap: Roadmap) -> DataFile:
    """The data file that a text is, if it says what it should and has every comment.

    Raises:
        ProblemsFound: when it does not.
    """
    written = parse(decode(text.encode(), str(data.path)), data.path)
    if written.roadmap != roadmap:
        raise _loss(data, "cannot write the file without changing other data", "edit it by hand, and report this as a bug")
    if _comments(written) != _comments(data):
        raise _loss(data, "cannot write the file without losing a comment", "move comments to lines of their own, and try again")
    return written


def _comments(data: DataFile) -> list[str]:
    return sorted(comment.text for comment in comments_of(data.text, data.tree))


def _loss(data: DataFile, message: str, fix: str) -> ProblemsFound:
    return ProblemsFound([Problem(Place(str(data.path)), "EDIT", message, fix)])
