"""The table of hours: what each chapter takes, and in how many weeks."""

from math import ceil

from learning_roadmap.guide.chapters import Chapter
from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.model import Entry

NONE = "–"


def hours_table(edition: Edition) -> Data | None:
    """The hours of study and practice by chapter, their sum, and weeks if the roadmap assumes hours in a week; None without any hours."""
    weekly = edition.index.roadmap.hours_per_week
    rows = [(chapter, *_hours_of(chapter)) for chapter in edition.chapters]
    study = sum(hours for _, hours, _ in rows)
    practice = sum(hours for _, _, hours in rows)
    if not study + practice:
        return None
    return {
        "introduction": edition.options.text("hours.introduction", hours=f"{weekly:g}") if weekly else "",
        "rows": [
            {"title": chapter.title, "duration": chapter.duration, **_cells(study_hours, practice_hours, weekly)}
            for chapter, study_hours, practice_hours in rows
        ],
        "total": _cells(study, practice, weekly),
        "has_weeks": weekly is not None,
        "has_durations": any(chapter.duration for chapter in edition.chapters),
    }


def _hours_of(chapter: Chapter) -> tuple[float, float]:
    """The hours of a chapter's topics, and of its exercises and projects."""
    tasks: list[Entry] = [task for part in chapter.parts for task in (*part.practice, *part.projects)]
    return sum(topic.hours or 0 for topic in chapter.topics()), sum(getattr(task, "hours", None) or 0 for task in tasks)


def _cells(study: float, practice: float, weekly: float | None) -> Data:
    hours = study + practice
    return {
        "study": f"{study:g}" if study else NONE,
        "practice": f"{practice:g}" if practice else NONE,
        "weeks": str(ceil(hours / weekly)) if weekly and hours else NONE,
    }
