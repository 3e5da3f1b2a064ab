"""A small roadmap, and the result of a change to it."""

from pathlib import Path

import pytest

from learning_roadmap import edit
from learning_roadmap.datafile import DataFile, parse
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.model import Roadmap
from learning_roadmap.text.decode import decode

TEXT = """\
format: 2
id: bread
title: Bread
phases:
- id: dough
  title: Dough
  sections:
  - id: basics
    title: Basics
    topics:
    # by hand
    - id: kneading
      title: Kneading
      also: [Working the dough]
      hours: 2
      read:
      - {resource: book}
      named:
      - {document: d, line: 2, words: Kneading}
    - id: folding
      title: Folding
      needs:
      - {topic: kneading, reason: it is the idea}
      read:
      - {resource: book}
      named:
      - {document: d, line: 3, words: Folding}
      topics:
      - id: coil
        title: Coil fold
      - id: letter
        title: Letter fold
    practice:
    - id: ten-loaves
      title: Ten loaves
      topics: [kneading]
  - id: more
    title: More
    topics:
    - id: proving
      title: Proving
      needs:
      - {topic: folding}
      - {topic: kneading}
- id: oven
  title: Oven
  sections:
  - id: heat
    title: Heat
    topics:
    - id: steam
      title: Steam
projects:
- id: loaf
  title: A loaf
  topics: [kneading, steam]
resources:
- id: book
  title: A book
  kind: book
milestones:
- id: m1
  title: First month
  months: 1
  goals:
  - id: g1
    title: Basics
    covers: [basics, kneading]
history:
- {id: mixing, was: merged, into: [kneading]}
- {id: resting, was: split, into: [proving, folding]}
documents:
- id: d
  title: D
  file: d.md
  outline:
  - {line: 1, kind: title, text: D}
  - {line: 2, kind: topic, text: Kneading}
  - {line: 3, kind: topic, text: Folding}
"""


def read(text: str) -> DataFile:
    return parse(decode(text.encode(), "bread.yml"), Path("bread.yml"))


def after(change: str, *arguments: object, text: str = TEXT, **options: object) -> Roadmap:
    work = edit.EditSession(read(text))
    getattr(edit, change)(work, *arguments, **options)
    made = work.finish(reformat=True).data
    assert made is not None
    return made.roadmap


def refused(text: str, change: str, *arguments: object, **options: object) -> str:
    with pytest.raises(ProblemsFound) as found:
        after(change, *arguments, text=text, **options)
    return str(found.value)


def messages(text: str, change: str, *arguments: object) -> tuple[str, ...]:
    work = edit.EditSession(read(text))
    getattr(edit, change)(work, *arguments)
    return work.finish(reformat=True).messages
