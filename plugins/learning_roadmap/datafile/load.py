"""Load a data file: text, tree, model, then the checks that need the whole. Every problem in one report."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from learning_roadmap.datafile.entries import placed_entries
from learning_roadmap.datafile.integrity import integrity_problems
from learning_roadmap.datafile.messages import explain
from learning_roadmap.datafile.tree import Block, TreeReader, collector_paused
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.model import Roadmap
from learning_roadmap.text import MEBIBYTE, Text, read_text

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
    return examine(text).data(text, path)


@dataclass(frozen=True)
class Examined:
    """What there is to a data file's text, as far as it goes: a tree of any YAML mapping, a roadmap of one in the right form."""

    tree: Block | None
    roadmap: Roadmap | None
    errors: list[Problem]
    warnings: list[Problem]

    def data(self, text: Text, path: Path) -> DataFile:
        """The data file, when nothing is wrong with it.

        Raises:
            ProblemsFound: with every problem, when there is any.
        """
        if self.errors or self.tree is None or self.roadmap is None:
            raise ProblemsFound(self.errors)
        places = {entry.id: entry.block.mark[0] for entry in placed_entries(self.tree) if entry.id}
        return DataFile(path, self.roadmap, places, self.tree, text, tuple(self.warnings))


def examine(text: Text) -> Examined:
    """Read a data file's text as far as it can be read, and collect what is wrong with it."""
    with collector_paused():
        reader = TreeReader(text)
        try:
            tree = reader.read()
        except ProblemsFound as found:
            return Examined(None, None, list(found.problems), [])
        errors, warnings = list(reader.problems), list(text.warnings)
        # Where the text breaks off, what comes after is missing only because it was not read: say nothing of that.
        if reader.broken or (errors and not isinstance(tree, Block)):
            return Examined(None, None, errors, warnings)
        if tree is None:
            errors.append(Problem(Place(text.file), "YML-EMPTY", "the file is empty", "begin with 'format: 1'"))
            return Examined(None, None, errors, warnings)
        if not isinstance(tree, Block):
            fix = "begin with 'format: 1', then 'id:' and 'title:'"
            errors.append(Problem(Place(text.file), "SCH-ROOT", "the file is not a mapping of fields", fix))
            return Examined(None, None, errors, warnings)
        for problem, is_error in integrity_problems(tree, text.file):
            (errors if is_error else warnings).append(problem)
        try:
            roadmap = Roadmap.model_validate(tree)
        except ValidationError as error:
            errors.extend(explain(error, tree, text.file))
            return Examined(tree, None, errors, warnings)
    return Examined(tree, roadmap, errors, warnings)
