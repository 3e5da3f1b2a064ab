"""The one definition of what counts as work: topics, exercises and projects. ``client/core/counts.ts`` implements it for learners.

A topic *counts* if it has no subtopics. Of a set of counted topics, those *to learn* are all except

- optional ones (their section, parent or phase may be optional instead), unless all of the set are optional;
- those of other branches: where one topic of a section is enough, only one branch counts. It is the one with the most progress;
  while there is none, the longest.

For a learner, skipped topics are not to be learned either, and what is known already is done. Exercises count in their section, and
in what holds it unless the section is optional. Projects count in the section that lists them, or else in the last phase that has
topics of theirs. Hours are those of the topics to learn and of the exercises; those of projects are stated apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from learning_roadmap.model.documents import Document
from learning_roadmap.model.entries import Practice, Project
from learning_roadmap.model.index import RoadmapIndex, leaves
from learning_roadmap.model.topics import Phase, Section, Topic

# What is counted: None is the whole roadmap.
Scope = Phase | Section | Topic | Document | None


@dataclass(frozen=True)
class Work:
    """What there is to do in a part of the roadmap.

    Attributes:
        to_learn: the topics that a progress bar counts.
        optional: the other counted topics: optional ones, and those of other branches.
    """

    to_learn: tuple[Topic, ...]
    optional: tuple[Topic, ...]
    exercises: tuple[Practice, ...]
    projects: tuple[Project, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tick."""
        return not (self.to_learn or self.exercises or self.projects)


# Pages ask for the work of each scope several times.
_WORK: WeakKeyDictionary[RoadmapIndex, dict[tuple[type, str], Work]] = WeakKeyDictionary()


def work(index: RoadmapIndex, scope: Scope = None) -> Work:
    """The work of a phase, section, topic or document, or of the whole roadmap."""
    key = (type(scope), scope.id if scope else "")
    work_by_scope = _WORK.setdefault(index, {})
    if key not in work_by_scope:
        work_by_scope[key] = _work(index, scope)
    return work_by_scope[key]


def _work(index: RoadmapIndex, scope: Scope) -> Work:
    counted = counted_topics(index, scope)
    needed = to_learn(index, counted)
    ids = {topic.id for topic in needed}
    return Work(tuple(needed), tuple(topic for topic in counted if topic.id not in ids), exercises(index, scope), projects(index, scope))


def counted_topics(index: RoadmapIndex, scope: Scope = None) -> tuple[Topic, ...]:
    """The topics without subtopics of a scope, in the order of the map."""
    if scope is None:
        return index.leaf_topics
    return index.leaves_of_document[scope.id] if isinstance(scope, Document) else index.leaves_of(scope)


def to_learn(index: RoadmapIndex, counted: Sequence[Topic]) -> list[Topic]:
    """Those of some counted topics that are neither optional nor on another branch."""
    required = [topic for topic in counted if not index.is_optional(topic)] or list(counted)
    ids = {topic.id for topic in counted}
    others: set[str] = set()
    for section in {section.id: section for topic in counted if (section := index.section_of[topic.id]).choose_one}.values():
        inside = [branch for branch in branches(section) if any(leaf.id in ids for leaf in branch)]
        others.update(leaf.id for branch in inside[1:] for leaf in branch)
    return [topic for topic in required if topic.id not in others]


def branches(section: Section) -> list[tuple[Topic, ...]]:
    """The counted topics of each branch of a section, the longest branch first."""

    def length(topic: Topic) -> tuple[bool, float, int]:
        required = [leaf for leaf in leaves([topic]) if not leaf.optional]
        return topic.optional, -sum(leaf.hours or 0 for leaf in required), -len(required)

    return [tuple(leaves([topic])) for topic in sorted(section.topics, key=length)]


def exercises(index: RoadmapIndex, scope: Scope = None) -> tuple[Practice, ...]:
    """The exercises of a scope, in the order of the map; a topic has none."""
    if isinstance(scope, Topic):
        return ()
    if isinstance(scope, Section):
        return scope.practice
    if isinstance(scope, Phase):
        return tuple(entry for section in scope.sections if not section.optional for entry in section.practice)
    return index.exercises if scope is None else index.exercises_of_document.get(scope.id, ())


def projects(index: RoadmapIndex, scope: Scope = None) -> tuple[Project, ...]:
    """The projects of a scope, in the order of the sections that list them; a topic has none."""
    if isinstance(scope, Topic):
        return ()
    if isinstance(scope, Section):
        return index.projects_held_by.get(scope.id, ())
    if isinstance(scope, Phase):
        holders = (*scope.sections, scope)
        return tuple(project for holder in holders for project in index.projects_held_by.get(holder.id, ()))
    return index.projects if scope is None else index.projects_of_document.get(scope.id, ())
