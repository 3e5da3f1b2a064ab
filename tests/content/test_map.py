"""What makes the published map teachable: something to do in every section, parts that are parts, goals that can be reached."""

from learning_roadmap.datafile import DataFile
from learning_roadmap.model import Goal, Phase, Practice, Project, Section, Topic, tokens
from learning_roadmap.model.index import RoadmapIndex, walk_entries


def entries(published: DataFile) -> list[object]:
    return [entry for entry, _ in walk_entries(published.roadmap)]


def test_every_section_has_something_to_do(published: DataFile) -> None:
    sections = [entry for entry in entries(published) if isinstance(entry, Section)]
    assert [section.id for section in sections if not section.practice and not section.projects] == []


def test_no_section_or_topic_has_a_single_part(published: DataFile) -> None:
    assert [e.id for e in entries(published) if isinstance(e, Topic) and len(e.topics) == 1] == []
    assert [e.id for e in entries(published) if isinstance(e, Section) and len(e.topics) == 1] == []


def test_every_exercise_and_every_project_of_a_tier_names_topics(published: DataFile) -> None:
    exercises = [entry for entry in entries(published) if isinstance(entry, Practice)]
    assert [exercise.id for exercise in exercises if not exercise.topics] == []
    projects = [project for project in published.roadmap.projects if project.tier != "portfolio"]
    assert [project.id for project in projects if not project.topics] == []


def test_every_project_is_listed_in_one_section(published: DataFile) -> None:
    listed = [project for entry in entries(published) if isinstance(entry, Section) for project in entry.projects]
    assert sorted(listed) == sorted(project.id for project in published.roadmap.projects)


def test_a_goal_covers_as_much_as_it_counts(published: DataFile) -> None:
    goals = [entry for entry in entries(published) if isinstance(entry, Goal)]
    assert [goal.id for goal in goals if goal.count and len(goal.covers) < goal.count] == []


def test_no_goal_asks_for_an_optional_topic(published: DataFile) -> None:
    index = RoadmapIndex(published.roadmap)
    goals = [entry for entry in entries(published) if isinstance(entry, Goal) and not entry.count]
    covered = [(goal.id, index.located[id].entry) for goal in goals for id in goal.covers]
    leaves = [(goal, leaf) for goal, entry in covered if isinstance(entry, Phase | Section | Topic) for leaf in index.leaves_of(entry)]
    assert [(goal, leaf.id) for goal, leaf in leaves if index.is_optional(leaf)] == []


def test_every_role_says_what_it_takes_and_why(published: DataFile) -> None:
    index = RoadmapIndex(published.roadmap)
    assert len(published.roadmap.roles) >= 6
    for role in published.roadmap.roles:
        optional = [skill for skill in role.skills if skill.optional]
        assert role.summary and all(skill.reason for skill in role.skills), role.id
        assert 6 <= len(role.skills) - len(optional) <= 14 and 3 <= len(optional) <= 8, role.id
        assert any(isinstance(index.located[skill.entry].entry, Practice | Project) for skill in role.skills), role.id


def test_another_name_says_what_the_title_does_not(published: DataFile) -> None:
    index = RoadmapIndex(published.roadmap)
    names = [(f" {' '.join(tokens(topic.title))} ", name) for topic in index.topics.values() for name in topic.also]
    assert [(title, name) for title, name in names if f" {' '.join(tokens(name))} " in title] == []


def test_a_topic_is_not_called_as_its_section(published: DataFile) -> None:
    sections = [entry for entry in entries(published) if isinstance(entry, Section)]
    assert [t.id for section in sections for t in section.topics if t.title.casefold() == section.title.casefold()] == []
