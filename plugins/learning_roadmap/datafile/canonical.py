"""The canonical form of a data file, with the comments of the old file at the values they belong to.

:func:`rewrite` guarantees for every change: comments, line ends and the byte order mark are kept; the new text loads as exactly the
requested roadmap; without a change, no byte changes; and other lines are reformatted only if the caller allows it.
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
    """The lines of a data file that are not in canonical form: the first one and their number."""

    first_line: int
    count: int


def canonical(data: DataFile, roadmap: Roadmap | None = None) -> str:
    """The canonical text of a data file, or of ``roadmap`` with the comments of the data file.

    Raises:
        ProblemsFound: when the text would load differently, or a comment would be lost. Then nothing may be written.
    """
    text = _canonical(data, roadmap or data.roadmap)
    _verified(data, text, roadmap or data.roadmap)
    return text


def rewrite(data: DataFile, roadmap: Roadmap, *, reformat: bool = False) -> DataFile:
    """The data file with another roadmap; the same object if the roadmap is equal.

    Raises:
        ProblemsFound: when the file is not in canonical form and ``reformat`` is not set; and as :func:`canonical`.
    """
    if roadmap == data.roadmap:
        return data
    if not reformat and (deviation := deviation_of(data)):
        lines = "1 other line" if deviation.count == 1 else f"{deviation.count:,} other lines"
        message = f"the change would also reformat {lines}, starting here"
        fix = "run 'roadmap fmt' first, or use --reformat"
        raise ProblemsFound([Problem(Place(str(data.path), deviation.first_line), "FMT", message, fix)])
    return replaced(data, roadmap, needs_schema_line=reformat)


def replaced(data: DataFile, roadmap: Roadmap, *, needs_schema_line: bool = True) -> DataFile:
    """The data file with another roadmap in canonical form, with its comments, line ends and byte order mark.

    Raises:
        ProblemsFound: as :func:`canonical`.
    """
    text = data.text.mark + _canonical(data, roadmap, needs_schema_line=needs_schema_line).replace("\n", data.text.newline)
    return _verified(data, text, roadmap)


def create(path: Path, roadmap: Roadmap) -> DataFile:
    """A new data file for a roadmap.

    Raises:
        ProblemsFound: when the text would not load.
    """
    return parse(decode(write_roadmap(roadmap).encode(), str(path)), path)


def deviation_of(data: DataFile) -> Deviation | None:
    """The lines of a data file that are not in canonical form; None if all are.

    A missing schema line does not count, because a change does not add it. Line ends and the byte order mark do not count either,
    because a change keeps them, unless line ends are mixed.
    """
    canonical_lines = _canonical(data, data.roadmap, needs_schema_line=False).split("\n")
    lines = data.text.lines
    if data.text.has_mixed_newlines:
        return Deviation(1, len(lines))
    if list(lines) == canonical_lines:
        return None
    pairs = enumerate(zip(lines, canonical_lines, strict=False), 1)
    first = next((number for number, (line, canonical_line) in pairs if line != canonical_line), min(len(lines), len(canonical_lines)))
    old, new = Counter(lines), Counter(canonical_lines)
    return Deviation(first, max(1, (old - new).total(), (new - old).total()))


def _canonical(data: DataFile, roadmap: Roadmap, *, needs_schema_line: bool = True) -> str:
    line = schema_line(data.text)
    header = f"{line}\n" if line else HEADER if needs_schema_line else ""
    return header + with_comments(write_roadmap(roadmap).removeprefix(HEADER), comments_of(data.text, data.tree))


def _verified(data: DataFile, text: str, roadmap: Roadmap) -> DataFile:
    """The data file of a text, if it loads as ``roadmap`` and has every comment.

    Raises:
        ProblemsFound: when it does not, or a comment is missing.
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
