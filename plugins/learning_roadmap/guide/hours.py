"""The table of hours: what each chapter takes, and in how many weeks. They are those of the phase pages."""

from math import ceil
from typing import NamedTuple

from learning_roadmap.guide.chapters import Chapter
from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.model import RoadmapIndex, phase_hours, to_learn

NONE = "–"


class Hours(NamedTuple):
    study: float = 0
    exercises: float = 0
    projects: float = 0


def hours_table(edition: Edition) -> Data | None:
    """The hours of study, exercises and projects by chapter, their sum, and weeks if the roadmap assumes hours in a week.

    Weeks are for study and exercises. None without any hours.
    """
    weekly = edition.index.roadmap.hours_per_week
    rows = [(chapter, _hours_of(chapter, edition.index)) for chapter in edition.chapters]
    total = Hours(*map(sum, zip(*(hours for chapter, hours in rows if not (chapter.phase and chapter.phase.optional)), strict=True)))
    if not any(any(hours) for _, hours in rows):
        return None
    return {
        "introduction": edition.options.text("hours.introduction", hours=f"{weekly:g}") if weekly else "",
        "rows": [{"title": chapter.title, "duration": chapter.duration, **_cells(hours, weekly)} for chapter, hours in rows],
        "total": _cells(total, weekly),
        "has_weeks": weekly is not None,
        "has_projects": any(hours.projects for _, hours in rows),
        "has_durations": any(chapter.duration for chapter in edition.chapters),
    }


def _hours_of(chapter: Chapter, index: RoadmapIndex) -> Hours:
    """The hours of a chapter: of the topics to learn, of the exercises, and of the projects."""
    projects = sum(project.hours or 0 for part in chapter.parts for project in part.projects)
    required = [part for part in chapter.parts if not part.optional]
    exercises = sum(task.hours or 0 for part in required for task in part.practice)
    if chapter.phase is not None:
        return Hours(phase_hours(chapter.phase) - exercises, exercises, projects)
    topics = chapter.topics()
    counted = {topic.id for topic in to_learn(index, [topic for topic in topics if not topic.topics])}
    return Hours(sum(topic.hours or 0 for topic in topics if topic.topics or topic.id in counted), exercises, projects)


def _cells(hours: Hours, weekly: float | None) -> Data:
    needed = hours.study + hours.exercises
    return {
        "study": f"{hours.study:g}" if hours.study else NONE,
        "practice": f"{hours.exercises:g}" if hours.exercises else NONE,
        "projects": f"{hours.projects:g}" if hours.projects else NONE,
        "weeks": str(ceil(needed / weekly)) if weekly and needed else NONE,
    }
