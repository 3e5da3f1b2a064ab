"""Any changes in any order: each id exists or has a tombstone, and no provenance is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning_roadmap import edit
from learning_roadmap.diagnostics.problem import ProblemsFound
from learning_roadmap.model import Provenance, Roadmap
from learning_roadmap.model.index import RoadmapIndex, walk_entries
from tests.edit.bread import TEXT, after, read


def provenance(roadmap: Roadmap) -> set[Provenance]:
    entries = {source for entry, _ in walk_entries(roadmap) for source in entry.named}
    return entries | {source for tombstone in roadmap.history for source in tombstone.named}


def test_a_renamed_topic_keeps_its_old_name() -> None:
    topic = RoadmapIndex(after("rename", "Kneading", "Working gluten")).topics["kneading"]
    assert (topic.title, topic.also) == ("Working gluten", ("Working the dough", "Kneading"))
    assert RoadmapIndex(after("rename", "kneading", "Working the dough")).topics["kneading"].also == ("Kneading",)


def test_a_merged_topic_passes_everything_to_its_successor() -> None:
    roadmap = after("merge", "kneading", "folding", reason="one lesson")
    index = RoadmapIndex(roadmap)
    successor = index.topics["folding"]
    assert successor.also == ("Kneading", "Working the dough") and successor.hours == 2 and successor.needs == ()
    assert [source.words for source in successor.named] == ["Folding", "Kneading"]
    assert [need.topic for need in index.topics["proving"].needs] == ["folding"]
    assert roadmap.projects[0].topics == ("folding", "steam") and index.topics_of["book"] == ("folding",) and len(successor.read) == 1
    assert roadmap.milestones[0].goals[0].covers == ("basics", "folding")
    gone = {tombstone.id: tombstone for tombstone in roadmap.history}
    assert gone["kneading"].reason == "one lesson" and gone["kneading"].kind == "topic"
    assert gone["mixing"].into == ("folding",) and gone["resting"].into == ("proving", "folding")


def test_merging_phases_moves_their_sections() -> None:
    roadmap = after("merge", "oven", "dough")
    assert [section.id for section in roadmap.phases[0].sections] == ["basics", "more", "heat"]
    assert roadmap.history[-1].kind == "phase"


def test_a_split_topic_is_replaced_by_its_successors() -> None:
    roadmap = after("split", "kneading", ["Kneading by hand", "Kneading by machine"])
    topics = roadmap.phases[0].sections[0].topics
    assert [topic.id for topic in topics] == ["kneading-by-hand", "kneading-by-machine", "folding"]
    assert all(topic.named for topic in topics)
    assert [need.topic for need in topics[2].needs] == ["kneading-by-hand", "kneading-by-machine"]
    assert {tombstone.id: tombstone.into for tombstone in roadmap.history}["mixing"] == ("kneading-by-hand", "kneading-by-machine")


def test_a_retired_topic_leaves_a_tombstone_and_no_references() -> None:
    roadmap = after("retire", "kneading", reason="machines do it")
    gone = {tombstone.id: tombstone for tombstone in roadmap.history}
    assert gone["kneading"].named[0].words == "Kneading"
    assert gone["mixing"].was == "retired" and gone["mixing"].into == ()
    assert roadmap.projects[0].topics == ("steam",) and roadmap.phases[0].sections[0].practice[0].topics == ()


def test_comments_move_with_their_entry() -> None:
    work = edit.EditSession(read(TEXT))
    edit.move(work, "kneading", to="heat")
    text = work.finish(reformat=True).data.text.raw.decode()
    assert "    # by hand\n    - id: kneading\n" in text.partition("id: heat")[2]
    work = edit.EditSession(read(TEXT))
    edit.retire(work, "kneading")
    assert "# by hand\n- id: kneading\n  was: retired" in work.finish(reformat=True).data.text.raw.decode()


@pytest.mark.parametrize(
    ("change", "arguments"),
    [
        ("retire", ["folding"]), ("retire", ["dough"]), ("split", ["kneading", ["One"]]), ("merge", ["folding", "coil"]),
        ("merge", ["kneading", "kneading"]), ("merge", ["kneading", "book"]), ("move", ["folding", "coil"]), ("move", ["dough"]),
        ("move", ["kneading", "dough"]), ("rename", ["nothing", "X"]), ("rename", ["kneading", "a\u202eb"]), ("split", ["steam", ["A", "A"]]),
    ],
)  # fmt: skip
def test_impossible_changes_are_refused(change: str, arguments: list[object]) -> None:
    with pytest.raises(ProblemsFound):
        after(change, *arguments)


IDS = st.sampled_from("dough oven basics more heat kneading folding coil letter proving steam ten-loaves loaf book m1 g1 a a-2 b one nothing".split())
TITLES = st.sampled_from(["A", "B", "One", "Kneading", "Sour dough", "🍞", "C # D"])
STEPS = st.one_of(
    st.tuples(st.just("rename"), IDS, TITLES),
    st.tuples(st.just("move"), IDS, IDS),
    st.tuples(st.just("merge"), IDS, IDS),
    st.tuples(st.just("split"), IDS, st.lists(st.one_of(TITLES, IDS), min_size=2, max_size=3)),
    st.tuples(st.just("retire"), IDS),
)


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(STEPS, max_size=6))
def test_any_sequence_of_changes_keeps_ids_provenance_and_comments(steps: list[tuple[str, ...]]) -> None:
    text, ids, said = TEXT, set(RoadmapIndex(read(TEXT).roadmap).located), provenance(read(TEXT).roadmap)
    for change, *arguments in steps:
        work = edit.EditSession(read(text))
        try:
            getattr(edit, change)(work, *arguments)
            text = work.finish(reformat=True).data.text.raw.decode()
        except ProblemsFound:
            continue
        roadmap = read(text).roadmap
        live, gone = set(RoadmapIndex(roadmap).located), {tombstone.id for tombstone in roadmap.history}
        assert ids <= live | gone and not live & gone and {"mixing", "resting"} <= gone
        assert said <= provenance(roadmap)
        assert "# by hand" in text
        ids |= live
