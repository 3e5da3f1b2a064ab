"""A roadmap under change: found by names, changed as plain values, and proven before it is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from learning_roadmap.check import Base, CheckResult, check_text
from learning_roadmap.datafile import DataFile, canonical, to_plain, words_for
from learning_roadmap.diagnostics import Problem, ProblemsFound
from learning_roadmap.edit.lookup import Finder, NotFound
from learning_roadmap.merge import Draft, Node
from learning_roadmap.model import KIND, Roadmap
from learning_roadmap.text import decode


@dataclass(frozen=True)
class Changed:
    """A change that is ready to be written: the new text, what it says in words, and the warnings it raises."""

    text: str
    said: tuple[str, ...]
    findings: CheckResult


class Working:
    """A data file that is being changed. Problems of a change are named after the option or argument they come from."""

    def __init__(self, data: DataFile) -> None:
        self.data = data
        self.draft = Draft(to_plain(data.roadmap))
        self.said: list[str] = []

    def find(self, words: str, kinds: Iterable[str] = (), place: str = "ID", *, loosely: bool = False) -> Node:
        """The entry that is meant by an id, ``kind:id`` or name; ``loosely`` also by a name that is written otherwise.

        Raises:
            ProblemsFound: when there is none, or the words may mean several.
        """
        try:
            return Finder(self.draft.nodes.values()).find(words, tuple(kinds), loosely)
        except NotFound as found:
            raise self.problem(place, "REF-UNKNOWN", found.message, found.fix) from None

    def problem(self, place: str, code: str, message: str, fix: str) -> ProblemsFound:
        """A problem with what the change was told."""
        return ProblemsFound([Problem(place, 1, 1, code, message, fix)])

    def holder_of(self, node: Node) -> list[dict[str, Any]]:
        """The list in which an entry stands."""
        owner = node.parent.entry if node.parent else self.draft.plain
        held: list[dict[str, Any]] = owner[KIND[node.kind].list_name]
        return held

    def take_out(self, node: Node) -> int:
        """Take an entry out of its list, and the list away when it is empty; where it stood."""
        held = self.holder_of(node)
        at = held.index(node.entry)
        del held[at]
        if not held:
            del (node.parent.entry if node.parent else self.draft.plain)[KIND[node.kind].list_name]
        return at

    def put_in(self, entry: dict[str, Any], kind: str, parent: Node | None, at: int | None = None) -> None:
        """Put an entry into the list for its kind, at the end or at a place."""
        owner = parent.entry if parent else self.draft.plain
        held = owner.setdefault(KIND[kind].list_name, [])
        held.insert(len(held) if at is None else at, entry)

    def _where_it_would_stand(self, problem: Problem) -> Problem:
        """The problem, said of the change: its line is that of a file that is never written."""
        return Problem("the result", problem.line, problem.column, problem.code, problem.message, problem.fix)

    def finish(self, text: str | None = None) -> Changed:
        """Prove the change: the file must load, and no check may find an error that was not there before.

        Raises:
            ProblemsFound: with every error; then nothing may be written.
        """
        if text is None:
            try:
                wanted = Roadmap.model_validate(self.draft.plain)
            except ValidationError as error:
                raise ProblemsFound(Problem("the result", 1, 1, *words_for(detail)) for detail in error.errors(include_url=False)) from None
            # Line ends and byte order mark are not what was asked to be changed.
            text = self.data.text.mark + canonical(self.data, wanted).replace("\n", self.data.text.newline)
        known = {(problem.code, problem.message) for problem, _ in check_text(self.data.text, self.data.path).all}
        found = check_text(decode(text.encode(), str(self.data.path)), self.data.path, Base("before", self.data.tree))
        if errors := [problem for problem in found.errors if (problem.code, problem.message) not in known]:
            raise ProblemsFound(self._where_it_would_stand(problem) for problem in errors)
        fresh = tuple(problem for problem in found.warnings if (problem.code, problem.message) not in known)
        return Changed(text, tuple(self.said), CheckResult((), fresh, found.data))
