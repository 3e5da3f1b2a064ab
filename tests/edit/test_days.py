"""The days of changes: commands record them in a published roadmap, and only there."""

from datetime import date
from pathlib import Path

import pytest

from learning_roadmap.datafile import current_day, load, write_roadmap
from learning_roadmap.merge import import_documents
from learning_roadmap.model import Roadmap
from learning_roadmap.project import Listed, Source
from tests.edit.bread import TEXT, after, messages

DAY = date(2026, 11, 22)
PUBLISHED = TEXT.replace("title: Bread\n", "title: Bread\npublished: '2026-01-01'\n", 1)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")


def added(roadmap: Roadmap) -> dict[str, date]:
    entries = [*roadmap.tips, *(topic for phase in roadmap.phases for section in phase.sections for topic in section.topics)]
    return {entry.id: entry.added for entry in entries if entry.added}


def test_the_day_of_the_clock_is_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    assert current_day() == DAY
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert current_day() == DAY


def test_a_new_entry_has_its_day() -> None:
    assert added(after("add", "topic", "Scoring", "heat", text=PUBLISHED)) == {"scoring": DAY}
    assert added(after("add", "tip", "Rest well", text=PUBLISHED)) == {"rest-well": DAY}


@pytest.mark.parametrize(
    ("arguments", "new"),
    [
        (("retire", "steam"), []),
        (("merge", "steam", "proving"), []),
        (("split", "steam", ["Steam oven", "Dutch oven"]), ["steam-oven", "dutch-oven"]),
    ],
)
def test_a_removal_has_its_day(arguments: tuple[str, ...], new: list[str]) -> None:
    roadmap = after(*arguments, text=PUBLISHED)
    assert [tombstone.on for tombstone in roadmap.history] == [None, None, DAY]
    assert added(roadmap) == dict.fromkeys(new, DAY)


def test_a_roadmap_that_is_not_published_has_no_days() -> None:
    assert "2026" not in write_roadmap(after("split", "steam", ["Steam oven", "Dutch oven"]))


def test_a_merge_keeps_the_day_of_the_successor_and_says_nothing_of_the_other() -> None:
    text = PUBLISHED.replace("title: Steam\n", "title: Steam\n      added: '2026-02-02'\n")
    assert added(after("merge", "steam", "proving", text=text)) == {}
    assert not [message for message in messages(text, "merge", "steam", "proving") if "2026" in message or "added" in message]


def test_an_import_dates_what_it_adds_to_a_published_roadmap(tmp_path: Path) -> None:
    document, target = tmp_path / "d.md", tmp_path / "roadmap.yml"
    sources = [Source(document, Listed(id="d", file="d.md"))]
    document.write_text("# Bread\n\n## Dough\n\n- Kneading\n- Folding\n", "utf-8")
    first = import_documents(target, sources).roadmap
    assert "added" not in write_roadmap(first)
    target.write_text(write_roadmap(first.model_copy(update={"published": date(2026, 1, 1)})), "utf-8")
    document.write_text(document.read_text("utf-8") + "- Proving\n", "utf-8")
    second = import_documents(target, sources)
    assert added(second.roadmap) == {"proving": DAY}
    target.write_text(second.text, "utf-8")
    assert load(target).roadmap == second.roadmap
    assert not import_documents(target, sources).is_new
