"""A roadmap that teaches: every field of a topic, its readings, papers and questions."""

import posixpath
from pathlib import Path

from learning_roadmap.datafile import parse
from learning_roadmap.model import RoadmapIndex
from learning_roadmap.text.decode import DecodedText

TEACHING = """
format: 2
id: bread
title: Bread
license: {name: CC BY 4.0, url: 'https://creativecommons.org/licenses/by/4.0/'}
hours_per_week: 10
phases:
- id: dough
  title: Dough
  duration: 6-8 weeks
  sections:
  - id: kneading
    title: Kneading
    summary: How gluten gets its `strength`.
    topics:
    - {id: flour, title: Flour, level: beginner, hours: 20, start: true, summary: Ground grain.}
    - id: gluten
      title: Gluten
      summary: A net of proteins, as `glutenin` & gliadin.
      level: intermediate
      hours: 1.5
      preferred: true
      needs:
      - {topic: flour, reason: gluten is made of `its` proteins}
      read:
      - {resource: handbook, part: net}
      - {resource: handbook}
      - {resource: school}
      papers: [osborne]
      check:
      - {ask: Why does `salt` help?, answer: 'It binds <b>water</b> & slows enzymes.'}
      named:
      - {document: old, line: 3, words: The gluten}
    - id: machine
      title: Bread machine
      optional: true
      status: {is: discontinued, since: '2021', successor: An oven, entry: flour, note: Nobody sells it.}
    practice:
    - {id: first-loaf, title: First loaf, topics: [gluten], hours: 3, done: The `crumb` is open.}
  - id: baking
    title: Baking
    needs:
    - {topic: gluten, reason: it holds the gas}
    topics:
    - {id: oven, title: Oven, hours: 100.5, needs: [{topic: crust}], papers: [maillard]}
    - {id: crust, title: Crust, hours: 5, papers: [hodge]}
- id: shop
  title: Shop
  duration: 1-20 weeks
  sections:
  - id: selling
    title: Selling
    topics:
    - {id: price, title: Price, hours: 50}
- id: fame
  title: Fame
  sections:
  - id: books
    title: Books
    topics:
    - {id: writing, title: Writing, hours: 4}
    - {id: reading, title: Reading}
projects:
- {id: bakery, title: Bakery, summary: A `shop` of one day., done: All is sold., hours: 12, tier: beginner, topics: [price]}
- {id: stall, title: Stall, hours: 2}
resources:
- id: handbook
  title: Handbook
  kind: book
  url: https://example.org/book/
  access: free
  language: en
  level: beginner
  license: CC0
  checked: {on: '2026-11-21', in: its source}
  parts:
  - {id: net, title: The net, at: chapter/net.html#gluten}
  - {id: history, title: History, at: history.html}
- {id: school, title: School, kind: course, access: paid, status: {is: renamed, successor: Academy}}
papers:
- id: maillard
  title: 'Action des acides & sucres'
  authors: [Louis Camille Maillard]
  year: 1912
  venue: Comptes rendus
  url: https://example.org/maillard
  why: Names the `reaction`.
- id: hodge
  title: Dehydrated Foods
  authors: [John E. Hodge, Laurens van der Maaten, et al.]
  year: 1953
  venue: Proceedings of the Food Conference
  doi: 10.1021/jf60015a004
  must_read: true
- {id: osborne, title: Proteins of Wheat, authors: [OpenAI], arxiv: 1907.00001}
- {id: stray, title: Stray}
certifications:
- {id: master, title: Master baker, status: {is: replaced, since: 2020-05, successor: Bread sommelier}}
milestones:
- {id: one, title: One, months: 1, goals: [{id: g1, title: Knead, covers: [kneading, gluten]}]}
- {id: two, title: Two, months: 2, goals: [{id: g2, title: Bake, covers: [dough]}, {id: g3, title: Build, count: 1, covers: [bakery, stall]}]}
- {id: three, title: Three, months: 30, goals: [{id: g4, title: Sell, covers: [shop]}]}
- {id: four, title: Four, months: 31, goals: [{id: g5, title: Write, covers: [fame]}]}
disagreements:
- id: salt-first
  title: When salt belongs
  positions:
  - {document: old, line: 3, says: Salt at the `start` <i>.}
  - {document: old, says: Or at the end.}
  choice: At the end.
  reason: Salt slows yeast.
documents:
- id: old
  title: The Old Way
  file: old.md
  outline:
  - {line: 1, kind: title, text: The Old Way}
  - {line: 3, kind: topic, text: The gluten}
"""


def relative(here: str, there: str) -> str:
    """The address of a page as seen from another."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def teaching_index(text: str = TEACHING) -> RoadmapIndex:
    """The roadmap with its indexes."""
    return RoadmapIndex(parse(DecodedText("bread.yml", tuple(text.strip().split("\n"))), Path("bread.yml")).roadmap)
