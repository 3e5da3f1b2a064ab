"""Roadmaps of a few lines, and what later releases change."""

from collections.abc import Callable

BREAD = """\
format: 2
id: bread
title: Bread
phases:
- id: dough
  title: Dough
  duration: 2 weeks
  sections:
  - id: basics
    title: Basics
    topics:
    - {id: folding, title: Folding}
    - {id: kneading, title: Kneading}
    - {id: shaping, title: Shaping}
    - {id: salt, title: Salt}
    - {id: proving, title: Proving}
    - {id: retarding, title: Retarding}
- id: oven
  title: Oven
  duration: 1 week
  sections:
  - id: heat
    title: Heat
    topics:
    - {id: steam, title: Steam}
    - {id: stone, title: Stone}
    - {id: scoring, title: Scoring}
- id: table
  title: Table
  duration: 1 week
  sections:
  - id: serving
    title: Serving
    topics:
    - {id: slicing, title: Slicing}
"""
BEFORE = """
format: 2
id: ai-engineer
title: Before
phases:
- id: one
  title: One
  sections:
  - id: section
    title: Section
    topics:
    - {id: part-a, title: Part A}
    - {id: part-b, title: Part B}
    - {id: both-halves, title: Both halves}
    - {id: same, title: Named so}
    - {id: dropped, title: Dropped}
"""
CHANGED = """
format: 2
id: ai-engineer
title: Changed
phases:
- id: one
  title: One
  sections:
  - id: section
    title: Section
    topics:
    - {id: whole, title: Whole}
    - {id: left-half, title: Left half}
    - {id: right-half, title: Right half}
    - {id: same, title: Renamed entirely}
history:
- {id: part-a, was: merged, into: [whole]}
- {id: part-b, was: merged, into: [whole]}
- {id: both-halves, was: split, into: [left-half, right-half]}
- {id: dropped, was: retired, reason: nobody needs it}
"""
BASE = """format: 2
id: deployed
title: A roadmap that changes
phases:
- id: basics
  title: Basics
  sections:
  - id: numbers
    title: Numbers
    topics:
    - {id: sets, title: Sets}
    - {id: functions, title: Functions}
    - id: algebra
      title: Algebra
      topics:
      - {id: vectors, title: Vectors}
      - {id: matrices, title: Matrices}
      - {id: tensors, title: Tensors}
    practice:
    - {id: count-things, title: Count things}
- id: further
  title: Further
  sections:
  - id: learning
    title: Learning
    topics:
    - {id: regression, title: Regression}
    - {id: trees, title: Trees}
    - {id: networks, title: Networks}
    - {id: perl, title: Perl}
projects:
- {id: robot, title: A robot}
milestones:
- id: one-month
  title: One month
  months: 1
  goals:
  - {id: know-numbers, title: Know the numbers, covers: [numbers]}
"""
Change = Callable[[str], str]


def _replaced(*pairs: tuple[str, str]) -> Change:
    def change(data: str) -> str:
        for old, new in pairs:
            assert data.count(old) == 1, old
            data = data.replace(old, new)
        return data

    return change


def _gone(entry: str) -> Change:
    return lambda data: data + ("" if "\nhistory:\n" in data else "history:\n") + f"- {entry}\n"


def _all(*changes: Change) -> Change:
    def change(data: str) -> str:
        for one in changes:
            data = one(data)
        return data

    return change


ADDED = _replaced(("    - {id: sets, title: Sets}\n", "    - {id: notation, title: Notation}\n    - {id: sets, title: Sets}\n"))
RENAMED = _replaced(("title: Functions", "title: Maps"))
MERGED = _all(_replaced(("      - {id: vectors, title: Vectors}\n", "")), _gone("{id: vectors, was: merged, kind: topic, into: [matrices]}"))
SPLIT = _all(
    _replaced(("    - {id: trees, title: Trees}\n", "    - {id: oaks, title: Oaks}\n    - {id: firs, title: Firs}\n")),
    _gone("{id: trees, was: split, kind: topic, into: [oaks, firs]}"),
)
RETIRED = _all(_replaced(("    - {id: perl, title: Perl}\n", "")), _gone("{id: perl, was: retired, kind: topic}"))
MOVED = _replaced(("    - {id: sets, title: Sets}\n", ""), ("    - {id: networks,", "    - {id: sets, title: Sets}\n    - {id: networks,"))
EVERYTHING = _all(MERGED, SPLIT, RETIRED, MOVED, RENAMED,
                  _replaced(("    - {id: functions,", "    - {id: notation, title: Notation}\n    - {id: functions,")))  # fmt: skip
AGAIN = _all(
    EVERYTHING,
    _replaced(("    - {id: notation, title: Notation}\n", "    - {id: zero, title: Zero}\n    - {id: notation, title: Symbols}\n"),
              ("      - {id: matrices, title: Matrices}\n", ""), ("    - {id: oaks,", "    - {id: ashes, title: Ashes}\n    - {id: oaks,")),
    lambda data: data.replace("into: [matrices]", "into: [tensors]"),
    _gone("{id: matrices, was: merged, kind: topic, into: [tensors]}"),
)  # fmt: skip
CHANGES: dict[str, Change] = {
    "base": lambda data: data, "added": ADDED, "renamed": RENAMED, "merged": MERGED, "split": SPLIT, "retired": RETIRED, "moved": MOVED,
    "everything": EVERYTHING, "again": AGAIN,
}  # fmt: skip
