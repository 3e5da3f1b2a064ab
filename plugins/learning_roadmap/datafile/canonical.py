"""The one form in which a data file is written, with its comments kept."""

from learning_roadmap.datafile.comments import comments_of, schema_line, with_comments
from learning_roadmap.datafile.load import DataFile, parse
from learning_roadmap.datafile.write import HEADER, write_roadmap
from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.model import Roadmap
from learning_roadmap.text import decode


def canonical(data: DataFile, roadmap: Roadmap | None = None) -> str:
    """The canonical text of a data file; with ``roadmap``, of that in its place, with the comments of the old file.

    Raises:
        ProblemsFound: when the result would not say the same, or a comment would be lost; then nothing may be written.
    """
    wanted = roadmap or data.roadmap
    comments = comments_of(data.text, data.tree)
    body = write_roadmap(wanted).removeprefix(HEADER)
    text = f"{schema_line(data.text) or HEADER.strip()}\n{with_comments(body, comments)}"
    made = parse(decode(text.encode(), str(data.path)), data.path)
    kept = sorted(comment.text for comment in comments_of(made.text, made.tree))
    if made.roadmap != wanted:
        raise _loss(data, "the file cannot be written anew: it would not say the same", "change it with an editor, and report this as a defect")
    if kept != sorted(comment.text for comment in comments):
        raise _loss(data, "the file cannot be written anew: a comment would be lost", "move the comments to lines of their own, and try again")
    return text


def _loss(data: DataFile, message: str, fix: str) -> ProblemsFound:
    return ProblemsFound([Problem(str(data.path), 1, 1, "EDIT", message, fix)])
