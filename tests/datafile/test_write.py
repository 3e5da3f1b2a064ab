"""Written data reads back as it was, and is the same bytes every time."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from learning_roadmap.datafile import load, parse
from learning_roadmap.datafile.write import write_roadmap
from learning_roadmap.model import Phase, Provenance, Roadmap, Section, Topic
from learning_roadmap.model.fields import FORBIDDEN
from learning_roadmap.text.decode import decode
from tests.paths import DATA, ROOT

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
