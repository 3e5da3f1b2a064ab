"""Goals and skills lead somewhere, and a role names the ends, not the means."""

import pytest

from tests.check.test_teaching import TOP, said, section

PARTS = "{id: e1, title: E1}, {id: e2, title: E2, optional: true}"
MAP = (
    TOP.replace("  duration: 2-3 weeks\n", "")
    + section("s1", "id: a, title: A", "id: b, title: B, needs: [{topic: a}]", "id: c, title: C, optional: true", more="    needs: []\n")
    + section(
        "s2",
        "id: d, title: D",
        "id: e, title: E, topics: [{id: e1, title: E1}, {id: e2, title: E2, optional: true}]",
        more="    needs: [{topic: b}]\n",
    )
    + "  - {id: empty, title: Nothing}\n- {id: later, title: Later}\nprojects:\n- {id: loaf, title: Loaf, topics: [b]}\n"
)


def role(*skills: str) -> str:
    return f"{MAP}roles:\n- id: baker\n  title: Baker\n  skills:\n" + "".join(f"  - {{entry: {skill}}}\n" for skill in skills)


def goal(fields: str) -> str:
    return f"{MAP}milestones:\n- id: m\n  title: M\n  months: 1\n  goals:\n  - {{id: g, title: G, {fields}}}\n"


@pytest.mark.parametrize("skills", [
    ("a", "c"), ("d",), ("s1", "loaf"), ("b", "loaf"), ("b", "s1, optional: true"), ("s1", "c, optional: true"), ("e", "e2, optional: true"),
])  # fmt: skip
def test_skills_that_do_not_include_each_other_are_accepted(skills: tuple[str, ...]) -> None:
    assert said(role(*skills)) == {}


@pytest.mark.parametrize(("skills", "included", "other"), [
    (("a", "b"), "a", "b"), (("b", "a"), "a", "b"),
    (("d", "a"), "a", "d"),  # through the prerequisites of the section
    (("s1", "b"), "b", "s1"), (("e", "e1"), "e1", "e"),
    (("loaf", "a, optional: true"), "a", "loaf"), (("d", "b, optional: true"), "b", "d"),
])  # fmt: skip
def test_a_skill_that_another_one_includes_is_named(skills: tuple[str, ...], included: str, other: str) -> None:
    assert said(role(*skills)) == {"MAP-SKILL": [f"the role 'baker' lists '{included}', which its skill '{other}' includes"]}


@pytest.mark.parametrize("skill", ["empty", "later"])
def test_a_skill_without_topics_leads_nowhere(skill: str) -> None:
    assert said(role("a", skill)) == {"MAP-GOAL": [f"there is nothing to learn or do in '{skill}', a skill of the role 'baker'"]}


def test_a_role_without_required_skills_is_reported() -> None:
    message = {"MAP-ROLE": ["the role 'baker' has no required skill"]}
    assert said(role("a, optional: true")) == message
    assert said(f"{MAP}roles:\n- {{id: baker, title: Baker}}\n") == message


def test_a_skill_is_listed_once() -> None:
    assert said(role("a", "a")) == {"MAP-TWICE": ["the role 'baker' lists 'a' twice"]}
    assert said(role("a, optional: true", "a")) == {"MAP-TWICE": ["the role 'baker' lists 'a' twice, as required and as optional"]}


@pytest.mark.parametrize("fields", ["count: 9", "covers: [s1]", "covers: [empty, loaf]", "'covers': [s1, loaf], count: 4"])
def test_goals_that_can_be_reached_are_accepted(fields: str) -> None:
    assert said(goal(fields)) == {}


def test_goals_out_of_reach_are_reported() -> None:
    assert said(goal("covers: [empty, later]")) == {"MAP-GOAL": ["the goal 'g' covers nothing to learn or do"]}
    assert said(goal("covers: [s1, loaf], count: 5")) == {"MAP-GOAL": ["the goal 'g' counts 5, but covers only 4"]}
