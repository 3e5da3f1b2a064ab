"""Links inside records follow their entries: what to read, papers, prerequisites of sections, and successors."""

from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from learning_roadmap import edit
from learning_roadmap.cli.main import main
from learning_roadmap.datafile import DataFile, load, parse
from learning_roadmap.diagnostics import ProblemsFound
from learning_roadmap.model import Resource, Roadmap
from learning_roadmap.model.index import RoadmapIndex
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
    - id: kneading
      title: Kneading
      papers: [gluten]
      read:
      - {resource: book, part: one}
      - {resource: site}
      check:
      - ask: Why knead?
        answer: To line up the gluten.
    - id: folding
      title: Folding
      read:
      - {resource: book, part: two}
      - {resource: site, part: one}
  - id: more
    title: More
    needs:
    - {topic: kneading, reason: all of it is dough}
    topics:
    - id: proving
      title: Proving
      status: {is: renamed, since: '2020', successor: Folding, entry: folding}
      papers: [gluten, starch]
resources:
- id: book
  title: A book
  kind: book
  url: https://example.org/book/
  parts:
  - {id: one, title: Part one, at: one.html}
  - {id: two, title: Part two, at: two.html}
- id: site
  title: A site
  kind: documentation
  url: https://example.org/
  parts:
  - {id: one, title: Start, at: start.html}
  - {id: two-b, title: Part two of the book, at: book/two.html}
papers:
- {id: gluten, title: On gluten}
- {id: starch, title: On starch}
"""


def read(text: str) -> DataFile:
    return parse(decode(text.encode(), "bread.yml"), Path("bread.yml"))


def after(change: str, *arguments: object, text: str = TEXT) -> tuple[RoadmapIndex, tuple[str, ...]]:
    session = edit.EditSession(read(text))
    getattr(edit, change)(session, *arguments)
    edited = session.finish(reformat=True)
    return RoadmapIndex(edited.data.roadmap), edited.messages


def links(index: RoadmapIndex, topic: str) -> list[str]:
    """What to read, as addresses; a resource as a whole by its id."""
    return [resource.address_of(part) if part else resource.id for resource, part in index.readings_of(index.topics[topic])]


def test_a_renamed_resource_is_still_read() -> None:
    index, _ = after("rename", "book", "Another book")
    assert links(index, "kneading") == ["https://example.org/book/one.html", "site"]


def test_a_merged_topic_leaves_what_to_read_papers_and_questions_to_its_successor() -> None:
    index, _ = after("merge", "kneading", "folding")
    folding = index.topics["folding"]
    assert [(link.resource, link.part) for link in folding.read] == [("book", "two"), ("site", "one"), ("book", "one"), ("site", None)]
    assert folding.papers == ("gluten",) and folding.check[0].ask == "Why knead?"
    assert [need.topic for need in index.needs_of(index.topics["proving"])] == ["folding"]


def test_a_merged_resource_leaves_its_parts_with_the_addresses_they_have() -> None:
    index, _ = after("merge", "book", "site")
    assert links(index, "kneading") == ["https://example.org/book/one.html", "site"]
    assert links(index, "folding") == ["https://example.org/book/two.html", "https://example.org/start.html"]
    site = index.located["site"].entry
    assert isinstance(site, Resource)
    assert [(part.id, part.at) for part in site.parts] == [("one", "start.html"), ("two-b", "book/two.html"), ("one-2", "book/one.html")]


def test_parts_that_would_change_their_address_are_not_merged() -> None:
    with pytest.raises(ProblemsFound, match="the parts of 'site' are not below the address of 'book'"):
        after("merge", "site", "book")


def test_a_merged_paper_is_named_once() -> None:
    index, _ = after("merge", "starch", "gluten")
    assert index.topics["proving"].papers == ("gluten",)


def test_a_split_resource_keeps_only_the_parts_that_its_successors_have() -> None:
    index, messages = after("split", "book", ["First book", "site"])
    assert links(index, "folding") == ["first-book", "site", "https://example.org/start.html"]
    assert "dropped from 'folding': part 'two' of 'book'" in messages


def test_a_retired_resource_is_read_no_more_and_a_retired_successor_leaves_its_name() -> None:
    index, messages = after("retire", "site")
    assert links(index, "kneading") == ["https://example.org/book/one.html"]
    assert "topic 'kneading' (Kneading) no longer refers to 'site'" in messages
    index, _ = after("retire", "folding")
    status = index.topics["proving"].status
    assert status is not None and status.entry is None and status.successor == "Folding"


def test_prerequisites_of_a_section_follow_a_split() -> None:
    index, _ = after("split", "kneading", ["By hand", "By machine"])
    (need, other) = index.needs_of(index.topics["proving"])
    assert (need.topic, other.topic, other.reason) == ("by-hand", "by-machine", "all of it is dough")
    assert links(index, "by-hand") == ["https://example.org/book/one.html", "site"] == links(index, "by-machine")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "bread.yml"
    path.write_text(TEXT, encoding="utf-8")
    assert CliRunner().invoke(main, ["fmt", "--data", str(path)]).exit_code == 0
    return path


def test_what_to_read_is_added_by_id_or_title(data: Path) -> None:
    command = ["add", "topic", "Shaping", "--in", "more", "--data", str(data), "--level", "advanced", "--preferred", "--summary", "Give it a form."]
    done = CliRunner().invoke(
        main, [*command, "--read", "A book: Part two", "--read", "resource:site: one", "--read", "site", "--paper", "On starch"]
    )
    assert done.exit_code == 0, done.output
    index = RoadmapIndex(load(data).roadmap)
    shaping = index.topics["shaping"]
    assert [(link.resource, link.part) for link in shaping.read] == [("book", "two"), ("site", "one"), ("site", None)]
    assert (shaping.level, shaping.preferred, shaping.papers) == ("advanced", True, ("starch",))


def test_an_unknown_part_is_refused_with_a_suggestion(data: Path) -> None:
    before = data.read_bytes()
    done = CliRunner().invoke(main, ["add", "topic", "Shaping", "--in", "more", "--data", str(data), "--read", "book: twoo"])
    assert done.exit_code == 1 and data.read_bytes() == before
    assert "--read: unknown part 'twoo' of the resource 'book' [REF-PART]" in done.output and "did you mean 'two'?" in done.output


def test_an_unknown_part_in_the_file_names_the_parts() -> None:
    with pytest.raises(
        ProblemsFound, match=r"15:\d+: error: unknown part 'three' of the resource 'book' — use one of its parts: one, two \[REF-PART\]"
    ):
        read(TEXT.replace("part: one}", "part: three}", 1))
    with pytest.raises(ProblemsFound, match="did you mean 'two'"):
        read(TEXT.replace("part: one}", "part: Part two}", 1))


def test_new_material_is_stored_on_the_topics_that_it_teaches(data: Path) -> None:
    paper = ["add", "paper", "On salt", "--arxiv", "2106.09685", "--venue", "Salt Letters", "--why", "It is short.", "--topic", "Folding"]
    resource = ["add", "resource", "Salt", "--kind", "article", "--access", "free", "--language", "en", "--topic", "Folding", "--topic", "proving"]
    for command in (paper, resource):
        done = CliRunner().invoke(main, [*command, "--data", str(data)])
        assert done.exit_code == 0, done.output
    index = RoadmapIndex(load(data).roadmap)
    assert index.topics["folding"].papers == ("on-salt",) and index.topics_of["salt"] == ("folding", "proving")
    assert index.roadmap.papers[-1].address == "https://arxiv.org/abs/2106.09685"


IDS = st.sampled_from("kneading folding proving book site gluten starch a b one".split())
STEPS = st.one_of(
    st.tuples(st.just("rename"), IDS, st.sampled_from(["New", "Part one"])),
    st.tuples(st.just("merge"), IDS, IDS),
    st.tuples(st.just("split"), IDS, st.lists(st.one_of(IDS, st.sampled_from(["A", "B", "One"])), min_size=2, max_size=2)),
)


def all_links(roadmap: Roadmap) -> set[tuple[str, str]]:
    return {(topic, material) for topic, materials in RoadmapIndex(roadmap).material_of.items() for material in materials}


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(st.lists(STEPS, max_size=5))
def test_whatever_is_merged_or_split_every_link_leads_from_the_successors_to_the_successors(steps: list[tuple[str, ...]]) -> None:
    data = read(TEXT)
    for change, *arguments in steps:
        session = edit.EditSession(data)
        try:
            getattr(edit, change)(session, *arguments)
            edited = session.finish(reformat=True).data
        except ProblemsFound:
            continue
        into = {tombstone.id: tombstone.into for tombstone in edited.roadmap.history}
        # A split into an existing entry leaves that as it is.
        existing = set(RoadmapIndex(data.roadmap).located) if change == "split" else set()
        for topic, material in all_links(data.roadmap):
            topics = [id for id in into.get(topic, (topic,)) if id == topic or id not in existing]
            assert set(product(topics, into.get(material, (material,)))) <= all_links(edited.roadmap)
        data = edited
