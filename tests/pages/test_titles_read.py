"""Whose titles are read is known, and reading them is all that changes meanwhile."""

import pytest

from learning_roadmap.model import Entry, Topic
from learning_roadmap.pages.titles_read import titles_read

FLOUR, RYE = Topic(id="flour", title="Flour"), Topic(id="rye", title="Rye")


def test_only_titles_that_are_read_are_recorded() -> None:
    with titles_read() as ids:
        assert (FLOUR.title, RYE.id) == ("Flour", "rye")
    assert ids == {"flour"}
    assert RYE.title == "Rye"
    assert ids == {"flour"}, "that was later"


def test_topics_can_be_made_and_copied_meanwhile() -> None:
    with titles_read() as ids:
        assert [Topic(id="a", title="A").title, RYE.model_copy({"title": "Barley"}).title] == ["A", "Barley"]
    assert "a" in ids


def test_it_ends_with_an_error() -> None:
    with pytest.raises(KeyError), titles_read():
        raise KeyError
    assert Topic.title is Entry.title
