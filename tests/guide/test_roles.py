"""The roles of a roadmap in the study guide."""

from learning_roadmap.model.index import RoadmapIndex
from tests.guide.guides import guide_of, index_of, plain, text_of

TOPICS = [{"id": "flour", "title": "Flour types"}, {"id": "oven", "title": "Oven heat"}]
ROLE = {
    "id": "baker",
    "title": "Master baker",
    "summary": "Bakes before others rise.",
    "skills": [
        {"entry": "oven", "reason": "bread is baked in it"},
        {"entry": "s"},
        {"entry": "flour", "reason": "it helps to choose", "optional": True},
    ],
}


def bakery(**more: object) -> RoadmapIndex:
    return index_of(TOPICS, roles=[ROLE | more])


def test_a_role_is_printed_with_its_skills_reasons_and_pages() -> None:
    text = plain(text_of(guide_of(bakery()).pdf))
    chapter = text[text.rindex(plain("Bakes before others rise.")) :]
    required, _, optional = chapter.partition(plain("Useful but not required"))
    assert plain("Oven heat (bread is baked in it) p. ") in required and plain("Flour types") not in required
    assert plain("Flour types (it helps to choose) p. ") in optional


def test_a_role_without_optional_skills_has_no_empty_list() -> None:
    assert plain("Useful but not required") not in plain(text_of(guide_of(bakery(skills=ROLE["skills"][:1])).pdf))


def test_a_guide_of_one_phase_has_no_roles() -> None:
    assert "Master baker" not in text_of(guide_of(bakery(), phase="one").pdf)
