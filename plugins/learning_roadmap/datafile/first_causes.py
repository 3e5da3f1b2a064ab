"""Leave out problems that only follow from another one, so that the first cause is what a person reads."""

import re
from collections.abc import Sequence

from learning_roadmap.diagnostics import Problem

# After one of these, the following lines are not what the author meant.
STRUCTURAL = frozenset({"YML-NESTING", "YML-QUOTE", "YML-COLON", "YML-LINES"})


ID_LINE = re.compile(r" *- (?:\{)?id: ([a-z0-9-]+)")


def first_causes(lines: Sequence[str], problems: Sequence[Problem]) -> list[Problem]:
    """The problems without those that follow from others.

    A line in the wrong place, or an open quote, hides all other problems in it and in the lines below it that are indented as much. Any other
    problem of the YAML hides those of its own line.
    """
    shadowed: set[int] = set()
    causes: dict[int, Problem] = {}
    for problem in sorted(problems):
        if problem.line in shadowed or not problem.code.startswith("YML-"):
            continue
        first = causes.setdefault(problem.line, problem)
        if problem.code in STRUCTURAL:
            if first.code not in STRUCTURAL:
                causes[problem.line] = problem
            shadowed.update(_below(lines, problem.line))
    left = [problem for problem in problems if causes.get(problem.line, problem) is problem and problem.line not in shadowed]
    # An unknown id with a suggestion says more than that the id has capitals.
    suggested = {problem.location for problem in left if problem.code == "REF-UNKNOWN" and problem.fix.startswith("did you mean")}
    left = [problem for problem in left if problem.location not in suggested or problem.code == "REF-UNKNOWN"]
    wrong = {problem.location for problem in left if problem.code.startswith("SCH-")}
    # Entries in the wrong place are not known, but they are there.
    is_nested = any(problem.code == "YML-NESTING" for problem in left)
    ids = {match[1] for line in lines if (match := ID_LINE.match(line))} if is_nested else set()
    return [problem for problem in left if problem.code != "REF-UNKNOWN" or not (problem.location in wrong or ids & set(problem.message.split("'")))]


def _below(lines: Sequence[str], number: int) -> range:
    """The lines below a line that are indented as much as it is, or more."""
    indent = _indent(lines[number - 1]) if number <= len(lines) else 0
    last = number
    while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) >= indent) and not _is_item(lines[last], indent):
        last += 1
    return range(number + 1, last + 1)


def _is_item(line: str, indent: int) -> bool:
    """Whether another item of the same list begins in a line."""
    return line.startswith(" " * indent + "- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
