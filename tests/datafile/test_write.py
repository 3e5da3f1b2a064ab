"""Written data reads back as it was, and is the same bytes every time."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from learning_roadmap.datafile import load, parse
from learning_roadmap.datafile.write import block_lines, write_roadmap
from learning_roadmap.model import Phase, Prerequisite, Provenance, Question, ResourceLink, Roadmap, Section, Topic
from learning_roadmap.model.fields import FORBIDDEN
from learning_roadmap.text.decode import decode
from tests.paths import DATA, ROOT
from tests.strategies import roadmaps

TEXTS = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()) and not FORBIDDEN.search(text))


def read(text: str) -> Roadmap:
    return parse(decode(text.encode(), "x"), Path("x")).roadmap


def test_the_committed_file_is_in_canonical_form() -> None:
    assert write_roadmap(load(DATA).roadmap) == DATA.read_text(encoding="utf-8")


def test_the_committed_schema_is_that_of_the_model() -> None:
    from learning_roadmap.datafile.schema import schema_text

    assert (ROOT / "content" / "roadmap.schema.json").read_text(encoding="utf-8") == schema_text()


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_survives(title: str, other: str, summary: str) -> None:
    topic = Topic(id="t", title=title, also=(other,), summary=summary)
    roadmap = Roadmap(format=2, id="x", title=title, phases=(Phase(id="p", title="P", sections=(Section(id="s", title=other, topics=(topic,)),)),))
    assert read(write_roadmap(roadmap)) == roadmap


def test_provenance_takes_one_line() -> None:
    named = Provenance(document="d", line=3, words='It\'s: a "list", [really] {so} # yes')
    topic = Topic(id="t", title="T", named=(named,))
    roadmap = Roadmap(format=2, id="x", title="X", phases=(Phase(id="p", title="P", sections=(Section(id="s", title="S", topics=(topic,)),)),))
    (line,) = (line for line in write_roadmap(roadmap).split("\n") if "document:" in line)
    assert line.strip().startswith("- {document: d, line: 3, words: ")


@pytest.mark.slow
@settings(deadline=None)
@given(roadmaps())
def test_any_roadmap_is_read_back_as_it_was_and_stays_in_form(roadmap: Roadmap) -> None:
    text = write_roadmap(roadmap)
    assert read(text) == roadmap and write_roadmap(read(text)) == text


@pytest.mark.slow
@settings(deadline=None)
@given(roadmaps())
def test_other_programs_read_the_same(roadmap: Roadmap) -> None:
    """Any YAML parser reads the texts; here one that knows no types."""
    plain = yaml.load(write_roadmap(roadmap), Loader=yaml.BaseLoader)
    assert Roadmap.model_validate(plain) == roadmap
    published = roadmap.model_dump(mode="json", exclude_defaults=True)
    assert Roadmap.model_validate(published) == roadmap


def test_a_long_text_is_folded_and_a_short_one_is_not() -> None:
    long = "Each word of this text has to be read back, whatever: it says # so - and {so} on. " * 3
    topic = Topic(id="t", title="T", summary=long.strip(), check=(Question(ask="Why?", answer=("two  spaces " * 20).strip()),))
    roadmap = Roadmap(format=2, id="x", title="X", phases=(Phase(id="p", title="P", sections=(Section(id="s", title="S", topics=(topic,)),)),))
    text = write_roadmap(roadmap)
    assert "      summary: >-\n        Each word" in text and "ask: Why?\n" in text and "answer: two  spaces two" in text
    assert max(len(line) for line in text.split("\n") if "two  " not in line) <= 130
    assert read(text) == roadmap


def test_provenance_comes_after_what_people_edit_and_before_what_an_entry_holds() -> None:
    named = (Provenance(document="d", line=3, words="T"),)
    links = (ResourceLink(resource="r"),)
    topic = Topic(id="t", title="T", named=named, needs=(Prerequisite(topic="u"),), read=links, papers=("q",), topics=(Topic(id="u", title="U"),))
    text = "\n".join(block_lines(topic.model_dump(mode="json", exclude_defaults=True)))
    assert text.index("papers:") < text.index("needs:") < text.index("read:") < text.index("named:") < text.index("- id: u")
    assert "- {resource: r}" in text
