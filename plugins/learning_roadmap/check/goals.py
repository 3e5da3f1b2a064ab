"""Goals of milestones and skills of roles: whether there is something to learn in them, once, and not as part of another."""

from collections.abc import Iterable, Iterator

from learning_roadmap.check.lack import Lack
from learning_roadmap.model import Entry, Goal, Phase, Practice, Project, RoadmapIndex, Section, Skill, Topic, walk_topics


def role_and_goal_rules(index: RoadmapIndex) -> list[tuple[str, str, Iterable[Lack]]]:
    """The rules: code, what to say if there are many, and the entries that break it."""
    return [
        ("MAP-GOAL", "goals and skills cannot be reached", [*_goals_out_of_reach(index), *_empty_skills(index)]),
        ("MAP-ROLE", "roles have no required skill", _roles_without_skills(index)),
        ("MAP-TWICE", "skills are listed twice", _repeated_skills(index)),
        ("MAP-SKILL", "skills are included in others", _included_skills(index)),
    ]


def _goals_out_of_reach(index: RoadmapIndex) -> Iterator[Lack]:
    """Goals that cover nothing to learn or do, or less than they count. A goal without ``covers`` is ticked by the learner."""
    goals = (goal for goal in index.of_kind["goal"] if isinstance(goal, Goal) and goal.covers)
    for goal in goals:
        steps = {step for id in goal.covers for step in _steps(index.located[id].entry)}
        if not steps:
            yield Lack(goal.id, f"the goal '{goal.id}' covers nothing to learn or do", "add topics to what it covers, or cover something else")
        elif goal.count and goal.count > len(steps):
            message = f"the goal '{goal.id}' counts {goal.count}, but covers only {len(steps)}"
            yield Lack(goal.id, message, "add to 'covers', or lower 'count'")


def _empty_skills(index: RoadmapIndex) -> Iterator[Lack]:
    for role in index.roadmap.roles:
        for skill in role.skills:
            if not _steps(index.located[skill.entry].entry):
                message = f"there is nothing to learn or do in '{skill.entry}', a skill of the role '{role.id}'"
                yield Lack(role.id, message, "add topics to it, or remove the skill")


def _roles_without_skills(index: RoadmapIndex) -> Iterator[Lack]:
    for role in index.roadmap.roles:
        if all(skill.optional for skill in role.skills):
            yield Lack(role.id, f"the role '{role.id}' has no required skill", "add what the job takes to 'skills'")


def _repeated_skills(index: RoadmapIndex) -> Iterator[Lack]:
    for role in index.roadmap.roles:
        seen: dict[str, Skill] = {}
        for skill in role.skills:
            if (first := seen.setdefault(skill.entry, skill)) is not skill:
                as_both = ", as required and as optional" if first.optional is not skill.optional else ""
                yield Lack(role.id, f"the role '{role.id}' lists '{skill.entry}' twice{as_both}", "keep one of the two")


def _included_skills(index: RoadmapIndex) -> Iterator[Lack]:
    """Skills that a required skill of the same role contains or needs.

    A required skill may be listed beside the project or exercise that applies it.
    """
    for role in index.roadmap.roles:
        required = [index.located[skill.entry].entry for skill in role.skills if not skill.optional]
        topics_for = {entry.id: _topics_for(entry, index) for entry in required}
        for skill in role.skills:
            entry = index.located[skill.entry].entry
            if isinstance(entry, Practice | Project) or not (steps := _steps(entry)):
                continue
            others = (other for other in required if other is not entry and (skill.optional or not isinstance(other, Practice | Project)))
            if other := next((other for other in others if steps <= topics_for[other.id]), None):
                message = f"the role '{role.id}' lists '{skill.entry}', which its skill '{other.id}' includes"
                yield Lack(role.id, message, "remove it: it follows from the other one")


def _steps(entry: Entry) -> frozenset[str]:
    """What can be done in an entry: its counted topics, or the project or exercise itself."""
    return frozenset([entry.id]) if isinstance(entry, Practice | Project) else frozenset(topic.id for topic in _topics_in(entry) if not topic.topics)


def _topics_in(entry: Entry) -> list[Topic]:
    """The topics that a phase, section or topic contains, with itself if it is one."""
    if isinstance(entry, Phase):
        return [topic for section in entry.sections for topic in _topics_in(section)]
    if isinstance(entry, Topic):
        return list(walk_topics([entry]))
    return list(walk_topics(entry.topics)) if isinstance(entry, Section) else []


def _topics_for(entry: Entry, index: RoadmapIndex) -> frozenset[str]:
    """The required topics in an entry, or those that it applies, with all of their prerequisites."""
    seen: set[str] = set()
    inner = [topic.id for topic in _topics_in(entry) if topic is entry or not index.is_optional(topic)]
    waiting = [*inner, *(entry.topics if isinstance(entry, Practice | Project) else ())]
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            topic = index.topics[id]
            waiting += [*(need.topic for need in index.needs_of(topic)), *(part.id for part in topic.topics if not part.optional)]
    return frozenset(seen)
