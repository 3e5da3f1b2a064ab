"""Load a data file: text, tree, model, then the checks of the whole. All problems are reported together."""

from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from learning_roadmap.datafile.collector import collector_paused
from learning_roadmap.datafile.entries import placed_entries, text_of
from learning_roadmap.datafile.first_causes import STRUCTURAL, first_causes
from learning_roadmap.datafile.integrity import integrity_problems
from learning_roadmap.datafile.messages import explain
from learning_roadmap.datafile.tree import Block
from learning_roadmap.datafile.tree_reader import TreeReader
from learning_roadmap.diagnostics import Place, Problem, ProblemsFound
from learning_roadmap.model import FORMAT, Roadmap
from learning_roadmap.text import MEBIBYTE, DecodedText, read_text

MAX_BYTES = 256 * MEBIBYTE
# Formats that `roadmap migrate` rewrites.
FORMER_FORMATS = frozenset({"1"})


@dataclass(frozen=True)
class DataFile:
    """A roadmap with the text it came from.

    Attributes:
        lines: the first line of each entry, from 1, by id.
        tree: the same data as plain values with positions.
        warnings: problems that do not prevent loading.
    """

    path: Path
    roadmap: Roadmap
    lines: dict[str, int]
    tree: Block
    text: DecodedText
    warnings: tuple[Problem, ...] = ()


def load(path: Path) -> DataFile:
    """Read and check a data file.

    Raises:
        ProblemsFound: with every problem, when there is any.
    """
    return parse(read_text(path, MAX_BYTES), path)


def load_with_gaps(path: Path) -> tuple[DataFile, tuple[Problem, ...]]:
    """Read a data file that may refer to entries that it lacks, with a problem for each such reference.

    Raises:
        ProblemsFound: with every problem, when there is any other.
    """
    text = read_text(path, MAX_BYTES)
    with collector_paused():
        examined = examine(text)
    if any(problem.code != "REF-UNKNOWN" for problem in examined.errors):
        raise ProblemsFound(examined.errors)
    return replace(examined, errors=[]).data(text, path), tuple(examined.errors)


def parse(text: DecodedText, path: Path) -> DataFile:
    """Check a data file's text, as :func:`load` does.

    Raises:
        ProblemsFound: with every problem, when there is any.
    """
    with collector_paused():
        return examine(text).data(text, path)


@dataclass(frozen=True)
class Examined:
    """The result of reading a data file's text: a tree if it is a YAML mapping, a roadmap if it is also valid."""

    tree: Block | None
    roadmap: Roadmap | None
    errors: list[Problem]
    warnings: list[Problem]

    def data(self, text: DecodedText, path: Path) -> DataFile:
        """The data file, if it has no errors.

        Raises:
            ProblemsFound: with every problem, when there is any.
        """
        if self.errors or self.tree is None or self.roadmap is None:
            raise ProblemsFound(self.errors)
        lines = {entry.id: entry.block.mark[0] for entry in placed_entries(self.tree) if entry.id}
        return DataFile(path, self.roadmap, lines, self.tree, text, tuple(self.warnings))


def examine(text: DecodedText) -> Examined:
    """Read a data file's text as far as possible, and collect its problems."""
    with collector_paused():
        reader = TreeReader(text)
        try:
            tree = reader.read()
        except ProblemsFound as syntax_error:
            return Examined(None, None, list(syntax_error.problems), [])
        errors, warnings = list(reader.problems), list(text.warnings)
        # After a syntax error the rest was not read, so do not report it as missing.
        if reader.broken or (errors and not isinstance(tree, Block)):
            return Examined(None, None, first_causes(text.lines, errors), warnings)
        if tree is None:
            errors.append(Problem(Place(text.file), "YML-EMPTY", "the file is empty", f"begin with 'format: {FORMAT}'"))
            return Examined(None, None, errors, warnings)
        if not isinstance(tree, Block):
            fix = f"begin with 'format: {FORMAT}', then 'id:' and 'title:'; a document in Markdown belongs into the folder of documents"
            errors.append(Problem(Place(text.file), "SCH-ROOT", "this is not a data file: it does not begin with a field such as 'format:'", fix))
            return Examined(None, None, errors, warnings)
        if (former := text_of(tree, "format")) in FORMER_FORMATS:
            fix = f"run 'roadmap migrate', which rewrites the file as format {FORMAT}"
            errors.append(Problem.at(text.file, tree.values_at["format"], "SCH-VERSION", f"the file has the former format {former}", fix))
            return Examined(None, None, errors, warnings)
        # After a line in the wrong place, entries are not what the author meant.
        if not any(problem.code in STRUCTURAL for problem in errors):
            for problem, is_error in integrity_problems(tree, text.file):
                (errors if is_error else warnings).append(problem)
        try:
            roadmap = Roadmap.model_validate(tree)
        except ValidationError as error:
            errors.extend(explain(error, tree, text.file, lines=text.lines))
            return Examined(tree, None, first_causes(text.lines, errors), warnings)
    return Examined(tree, roadmap, first_causes(text.lines, errors), warnings)
