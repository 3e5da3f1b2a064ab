"""The classes of reader rules, and a set of rules grouped by what they apply to."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources.blocks import Style
from learning_roadmap.sources.line import Line
from learning_roadmap.sources.outline_node import Outline

LineFunction = Callable[[Line], bool | None]
OutlineFunction = Callable[[Outline], None]


class Step(Enum):
    """The steps of reading a line, in their order."""

    MARKS = "take a mark off the words"
    DROP = "leave out a line that says nothing about the field"
    READ = "decide what the line is"


@dataclass(frozen=True)
class ReaderRule:
    """One convention of how people write roadmaps.

    Attributes:
        name: also the name of its case in ``tests/sources/rules``.
        about: what it does, in one sentence.
        example: Markdown that it applies to.
    """

    name: str
    about: str
    example: str


@dataclass(frozen=True)
class LineRule(ReaderRule):
    """Reads a line.

    Attributes:
        styles: the styles of lines that it looks at.
        apply: changes the line; True when no later rule of the same step should look at it.
    """

    step: Step
    styles: tuple[Style, ...]
    apply: LineFunction


@dataclass(frozen=True)
class ListRule(ReaderRule):
    """Recognizes a heading or label whose words say what the items below it are."""

    pattern: re.Pattern[str]
    kind: Kind


@dataclass(frozen=True)
class OutlineRule(ReaderRule):
    """Changes the whole outline, after all lines have been read."""

    apply: OutlineFunction


class RuleList(list[ReaderRule]):
    """Rules in the order in which they are tried. Its decorators register functions as rules."""

    def line(self, step: Step, *styles: Style, example: str) -> Callable[[LineFunction], LineFunction]:
        """A rule that changes a line. It returns True when no later rule of its step should be tried."""

        def register(function: LineFunction) -> LineFunction:
            self.append(LineRule(*_described(function), example, step, styles, function))
            return function

        return register

    def outline(self, example: str) -> Callable[[OutlineFunction], OutlineFunction]:
        """A rule that changes the finished outline."""

        def register(function: OutlineFunction) -> OutlineFunction:
            self.append(OutlineRule(*_described(function), example, function))
            return function

        return register


def _described(function: Callable[..., object]) -> tuple[str, str]:
    """The name and description of a rule."""
    return function.__name__.replace("_", "-"), (function.__doc__ or "").partition("\n")[0]


# Inside these, words such as "project" or "community" are items and do not begin a list of another kind.
CLOSED = frozenset({Kind.MILESTONE, Kind.ROUTINE, Kind.TIP, Kind.FORM, Kind.PROJECT, Kind.SUMMARY})
OPEN_ANYWHERE = frozenset({Kind.CERTIFICATION, Kind.CONFERENCE, Kind.FORM})


class RuleSet:
    """Rules in the order in which they are tried."""

    def __init__(self, rules: Iterable[ReaderRule]) -> None:
        self.rules = tuple(rules)
        self._list_rules = [rule for rule in self.rules if isinstance(rule, ListRule)]
        self._outline_rules = [rule for rule in self.rules if isinstance(rule, OutlineRule)]
        self._line_rules: dict[tuple[Step, Style], list[LineRule]] = {(step, style): [] for step in Step for style in Style}
        for rule in self.rules:
            if isinstance(rule, LineRule):
                for style in rule.styles:
                    self._line_rules[rule.step, style].append(rule)

    def without(self, name: str) -> "RuleSet":
        """All rules but one."""
        return RuleSet(rule for rule in self.rules if rule.name != name)

    def apply(self, step: Step, line: Line) -> None:
        """Apply the rules of one step to a line, until one of them settles it."""
        for rule in self._line_rules[step, line.block.style]:
            if rule.apply(line):
                return

    def finish(self, outline: Outline) -> None:
        """Apply the rules for a whole outline."""
        for rule in self._outline_rules:
            rule.apply(outline)

    def list_kind(self, heading: str, inherited: Kind | None) -> Kind | None:
        """The kind of list that a heading announces. The first rule that matches wins."""
        words = heading.strip().rstrip(":").strip()
        rule = next((rule for rule in self._list_rules if rule.pattern.search(words)), None)
        if rule is None or (inherited in CLOSED and rule.kind is not inherited and rule.kind not in OPEN_ANYWHERE):
            return None
        return rule.kind
