"""Titles and summaries in another language."""

from learning_roadmap.model import Paper, Phase, Roadmap, Section, Topic, in_language
from learning_roadmap.model.entries import Translation

CHINESE = Translation(language="zh", title="揉面", summary="用手。")
KNEADING = Topic(id="kneading", title="Kneading", summary="By hand.", also=("Working the dough",), translations=(CHINESE,))
PROVING = Topic(id="proving", title="Proving", summary="Wait.", translations=(Translation(language="zh", title="发酵"),), topics=(KNEADING,))
BREAD = Roadmap(
    format=2,
    id="bread",
    title="Bread",
    phases=(Phase(id="dough", title="Dough", sections=(Section(id="basics", title="Basics", topics=(PROVING,)),)),),
    papers=(Paper(id="paper", title="On Bread"),),
)


def test_translated_titles_and_summaries_replace_the_original_ones() -> None:
    proving = in_language(BREAD, "zh").phases[0].sections[0].topics[0]
    (kneading,) = proving.topics
    assert (kneading.title, kneading.summary) == ("揉面", "用手。")
    assert kneading.also == ("Working the dough", "Kneading"), "the original title is still found"


def test_what_is_not_translated_stays() -> None:
    chinese = in_language(BREAD, "zh")
    assert chinese.phases[0].title == "Dough"
    assert chinese.phases[0].sections[0].topics[0].summary == "Wait."
    assert chinese.papers == BREAD.papers


def test_a_language_without_translations_changes_nothing() -> None:
    assert in_language(BREAD, "en") is BREAD
