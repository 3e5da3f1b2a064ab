"""One edit of a roadmap: entries are looked up and changed, and the result is checked before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from pydantic import ValidationError

from learning_roadmap.check import Base, check_data
from learning_roadmap.datafile import DataFile, EditableEntry, EditableRoadmap, field_at, placed_entries, records, rejections, rewrite
from learning_roadmap.diagnostics import EntryField, Findings, Option, Problem, ProblemsFound
from learning_roadmap.edit.lookup import Finder, NotFound
from learning_roadmap.model import Record, Roadmap, Text, record

# Codes of problems with the file as it is, not as it would become.
OF_PRESENT_FILE = ("EDIT", "FMT")


@dataclass(frozen=True)
class Edited:
    """A finished edit: the new data file, messages about what was done, new warnings, and the line of the change in the new file."""

    data: DataFile
    messages: tuple[str, ...]
    warnings: tuple[Problem, ...]
    line: int | None = None


@record
class Texts(Record):
    """The texts that commands take, apart from the fields of a new entry."""

    title: Text | None = None
    reason: Text | None = None


class EditSession:
    """An edit in progress. Its problems are located at the option or argument that caused them.

    Attributes:
        roadmap: the editable roadmap.
        messages: what the operations did.
        subject: the id that the last operation is about, empty for the roadmap itself; and the field if it changed only one.
    """

    def __init__(self, data: DataFile) -> None:
        self.data = data
        self.roadmap = EditableRoadmap.of(data.roadmap)
        self.messages: list[str] = []
        self.subject = ("", "")

    def find(self, name: str, kinds: Iterable[str] = (), option: str = "ENTRY", *, loosely: bool = False) -> EditableEntry:
        """The entry with that id, ``kind:id`` or name; with ``loosely``, also a name in another spelling.

        Raises:
            ProblemsFound: when no entry matches, or several do.
        """
        try:
            return Finder(self.roadmap.entries.values()).find(name, tuple(kinds), loosely)
        except NotFound as error:
            raise self.problem(option, error.code, error.message, error.fix) from None

    def require_text(self, option: str, **value: str | None) -> None:
        """Refuse a title or reason that the data file cannot contain.

        Raises:
            ProblemsFound: when it is empty or has characters that a text must not have.
        """
        try:
            Texts.model_validate(value)
        except ValidationError as error:
            raise ProblemsFound(Problem(Option(option), *rejection) for _, rejection in rejections(error)) from None

    def problem(self, option: str, code: str, message: str, fix: str) -> ProblemsFound:
        """A problem with an option or argument."""
        return ProblemsFound([Problem(Option(option), code, message, fix)])

    def finish(self, *, reformat: bool = False) -> Edited:
        """Check the edit: the file must load, and it must not have new errors.

        Raises:
            ProblemsFound: with every error; then nothing may be written. Also when lines would be reformatted that the change
                does not concern, unless ``reformat`` allows it.
        """
        try:
            roadmap = self.roadmap.frozen()
        except ValidationError as error:
            raise ProblemsFound(Problem(EntryField("this change", str(path[-1])), *rejection) for path, rejection in rejections(error)) from None
        data = self._rewritten(roadmap, reformat=reformat)
        earlier = {(problem.code, problem.message) for problem, _ in check_data(self.data).all}
        findings = check_data(data, Base("before", self.data.tree))
        if errors := [problem for problem in findings.errors if (problem.code, problem.message) not in earlier]:
            # The new file is never written, so its line numbers are useless: locate by entry and field.
            raise ProblemsFound(
                self._of_command(replace(problem, location=field_at(data.tree, (problem.line, problem.column)))) for problem in errors
            )
        return Edited(data, tuple(self.messages), _new(findings, earlier), _line_of(data, *self.subject))

    def _of_command(self, problem: Problem) -> Problem:
        """A problem with a fix that holds when nothing is written: a new entry cannot be merged."""
        is_new = isinstance(problem.location, EntryField) and all(entry.id != problem.location.entry for entry in placed_entries(self.data.tree))
        return replace(problem, fix="use that entry, or choose another title") if is_new and problem.code == "DUP-NAME" else problem

    def _rewritten(self, roadmap: Roadmap, *, reformat: bool) -> DataFile:
        try:
            return rewrite(self.data, roadmap, reformat=reformat)
        except ProblemsFound as error:
            # Those of the new file, such as circular prerequisites, have line numbers that nobody can look up.
            raise ProblemsFound(
                problem if problem.code in OF_PRESENT_FILE else replace(problem, location=EntryField("this change", "")) for problem in error.problems
            ) from None


def _line_of(data: DataFile, id: str, field: str) -> int | None:
    """The line of a field, of the whole entry if it does not have the field, or of its tombstone; None for an unknown id.

    The empty id is that of the roadmap itself.
    """
    if not id:
        return data.tree.keys_at[field][0] if field in data.tree.keys_at else None
    blocks = chain((entry.block for entry in placed_entries(data.tree)), records(data.tree, "history"))
    block = next((block for block in blocks if block.get("id") == id), None)
    return None if block is None else block.keys_at.get(field, block.mark)[0]


def _new(findings: Findings, earlier: set[tuple[str, str]]) -> tuple[Problem, ...]:
    return tuple(problem for problem in findings.warnings if (problem.code, problem.message) not in earlier)
