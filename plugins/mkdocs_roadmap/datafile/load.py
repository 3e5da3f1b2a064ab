"""Load a data file: text, tree, model, then the checks that need the whole. Every problem in one report."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from mkdocs_roadmap.datafile.entries import placed_entries
from mkdocs_roadmap.datafile.explain import explain
from mkdocs_roadmap.datafile.soundness import unsound
from mkdocs_roadmap.datafile.tree import Block, TreeReader, collector_paused
from mkdocs_roadmap.model import Roadmap
from mkdocs_roadmap.problems import Problem, ProblemsFound
from mkdocs_roadmap.text import MEBIBYTE, Text, read_text

MAX_BYTES = 128 * MEBIBYTE


@dataclass(frozen=True)
class DataFile:
    """A roadmap with the text it came from.

    Attributes:
        lines: the line (from 1) on which each entry begins, by id.
        tree: the same data as plain values with positions, for edits that keep every other byte.
        warnings: what is odd, yet can be loaded.
    """

    path: Path
    roadmap: Roadmap
    lines: dict[str, int]
    tree: Block
    text: Text
    warnings: tuple[Problem, ...] = ()


def load(path: Path) -> DataFile:
    """Read and check a data file.

    Raises:
        ProblemsFound: with every problem, when there is any.
    """
    return parse(read_text(path, MAX_BYTES), path)


def parse(text: Text, path: Path) -> DataFile:
    """Check a data file's text, as :func:`load` does.

    Raises:
        ProblemsFound: as there.
    """
    with collector_paused():
        reader = TreeReader(text)
        tree = reader.read()
        # Where the text breaks off, what comes after is missing only because it was not read: say nothing of that.
        if reader.broken or (reader.problems and not isinstance(tree, Block)):
            raise ProblemsFound(reader.problems)
        if tree is None:
            raise ProblemsFound([Problem(text.file, 1, 1, "YML-EMPTY", "the file is empty", "begin with 'format: 1'")])
        if not isinstance(tree, Block):
            fix = "begin with 'format: 1', then 'id:' and 'title:'"
            raise ProblemsFound([Problem(text.file, 1, 1, "SCH-ROOT", "the file is not a mapping", fix)])
        problems = list(reader.problems)
        warnings: list[Problem] = list(text.warnings)
        for problem, is_error in unsound(tree, text.file):
            (problems if is_error else warnings).append(problem)
        try:
            roadmap = Roadmap.model_validate(tree)
        except ValidationError as error:
            problems.extend(explain(error, tree, text.file))
            raise ProblemsFound(problems) from None
        if problems:
            raise ProblemsFound(problems)
    places = {entry.id: entry.block.mark[0] for entry in placed_entries(tree) if entry.id}
    return DataFile(path, roadmap, places, tree, text, tuple(warnings))
