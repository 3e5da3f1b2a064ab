"""The outline of a document on its page."""

from pathlib import Path

from learning_roadmap.datafile import parse
from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages import Page, Settings, build_pages
from learning_roadmap.text.decode import DecodedText
from tests.pages.webpage import see

DATA = """\
format: 2
id: x
title: X
phases:
- id: base
  title: Base
  sections:
  - id: tools
    title: Tools
    topics:
    - id: numpy
      title: NumPy
      named: [{document: d, line: 7, words: NumPy}]
    - id: pandas
      title: Pandas
      named: [{document: d, line: 7, words: Pandas}, {document: d, line: 8, words: Data frames}]
documents:
- id: d
  title: The road
  file: d.md
  outline:
  - line: 1
    kind: title
    text: The road
    items:
    - {line: 2, kind: tagline, text: All of it}
    - line: 3
      kind: step
      number: final
      text: Base
      level: Beginner
      items:
      - {line: 4, kind: duration, text: 6-8 weeks}
      - line: 5
        kind: section
        number: '1.1'
        text: Tools
        optional: true
        items:
        - {line: 7, kind: topic, text: NumPy}
        - {line: 7, kind: topic, text: Pandas}
        - {line: 8, kind: topic, text: Data frames}
        - {line: 9, kind: topic, text: Nobody knows}
    - line: 10
      kind: form
      text: Progress
      items:
      - {line: 11, kind: form-field, text: 'Phase 1: [ ] Not started [ ] Done'}
      - {line: 12, kind: form-field, text: 'Start date: ________'}
"""


def page() -> Page:
    roadmap = parse(DecodedText("x.yml", tuple(DATA.split("\n"))), Path("x.yml")).roadmap
    pages = build_pages(RoadmapIndex(roadmap), Settings(lambda _, there: there))
    return next(page for page in pages if page.path == "documents/d.md")


def row(line: int) -> str:
    html = page().html
    start = html.index(f'id="line-{line}"')
    end = html.find(f'id="line-{line + 1}"')
    return html[start : end if end > 0 else None]


def test_the_title_of_the_page_is_not_repeated() -> None:
    assert see(page().html).text.count("The road") == 1
    assert "line-1" in page().anchors


def test_units_and_sections_are_numbered_headings() -> None:
    outline = page().toc[0].children
    assert [(heading.title, heading.level) for heading in outline] == [("Final step: Base", 2), ("Progress", 2)]
    assert [(heading.title, heading.level) for heading in outline[0].children] == [("1.1 Tools", 3)]


def test_levels_durations_and_optional_items_are_labelled() -> None:
    assert "Beginner" in row(3)
    assert "Duration: 6-8 weeks" in "".join(see("<p " + row(4)).text)
    assert "optional" in row(5)


def test_items_on_one_line_are_matched_to_topics_by_their_words() -> None:
    ticks = see(row(7)).ticks
    assert ticks == {"numpy": 1, "pandas": 1}
    assert see(page().html).ids["line-7"] == 1


def test_another_wording_links_to_the_merged_topic() -> None:
    text = row(8)
    assert see(text).ticks == {"pandas": 1}
    assert "Data frames" in text
    assert "phases/base.md#topic-pandas" in see(text).links


def test_an_item_that_no_topic_covers_is_text() -> None:
    assert not see(row(9)).ticks
    assert "Nobody knows" in row(9)


def test_forms_are_labelled_blanks() -> None:
    choices = "".join(see("<li " + row(11)).text)
    assert "[ ]" not in choices
    assert all(word in choices for word in ("Phase 1", "Not started", "Done"))
    assert "____" not in row(12)
    assert 'class="rm-blank"' in row(12)
