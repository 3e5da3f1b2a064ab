"""How long phases and milestones take, in words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from learning_roadmap.model import (
    Entry,
    Milestone,
    Phase,
    Practice,
    Project,
    Section,
    Topic,
    phase_hours,
    phase_time,
    section_hours,
    topic_hours,
    weeks,
)
from learning_roadmap.pages.rounding import rounded
from learning_roadmap.pages.view import View

# Hours of study in a week, if the roadmap does not say how many.
HOURS_PER_WEEK = 10
WEEKS_PER_MONTH = 52 / 12


def phase_time_in_words(phase: Phase, view: View) -> str:
    """The hours of a phase, and how many weeks they take; with the durations of the documents, if they differ. Empty if no topic has hours.

    Where no document says how long it takes, the duration that the roadmap states is taken for theirs.
    """
    time = phase_time(view.index, phase)
    if not time.hours:
        return ""
    if untimed := time.timed.total - time.timed.count:
        return view.words("time.phase_incomplete", hours=_count("hours", time.hours, view), count=untimed)
    needed = time.hours / _pace(view)
    durations = list(dict.fromkeys(text for _, text in time.stated)) or [phase.duration or ""]
    bounds = [bound for duration in durations for bound in weeks(duration) or ()]
    values = {"hours": _count("hours", time.hours, view), "weeks": _count("weeks", needed, view), "pace": _count("hours", _pace(view), view)}
    if not bounds or min(bounds) <= rounded(needed) <= max(bounds):
        return view.words("time.phase", **values)
    return view.words("time.phase_differs", duration=view.words("list.separator").join(durations), **values)


def hours_in_words(hours: Sequence[float | None], view: View) -> str:
    """The hours of some work, of which some may not be known; empty if none are."""
    total, untimed = sum(filter(None, hours)), sum(1 for one in hours if not one)
    if not total:
        return ""
    if untimed:
        return view.words("time.at_least", hours=_count("hours", total, view), count=untimed)
    return view.words("time.about", hours=_count("hours", total, view))


def weeks_in_words(hours: Sequence[float | None], view: View) -> str:
    """How many weeks some work takes; empty if not all of its hours are known."""
    if not hours or not all(hours):
        return ""
    return view.words("time.weeks", weeks=_count("weeks", sum(filter(None, hours)) / _pace(view), view), pace=_count("hours", _pace(view), view))


def milestone_times_in_words(milestones: Iterable[Milestone], view: View) -> dict[str, str]:
    """The hours up to each milestone, and what its months mean for a week, by its id. The milestones are in their order in time."""
    sentences: dict[str, str] = {}
    alternatives = 0.0
    covered: set[str] = set()
    # What is inside another covered entry counts once: with that one.
    outermost: dict[str, tuple[float, int]] = {}
    inside = defaultdict[str, list[str]](list)
    for milestone in milestones:
        for goal in milestone.goals:
            entries = [view.entry(id) for id in goal.covers]
            if goal.count:
                alternatives += sum(sorted(map(_hours, entries))[: goal.count])
                continue
            for entry in entries:
                if entry.id in covered:
                    continue
                covered.add(entry.id)
                holders = [holder.id for holder in view.index.located[entry.id].ancestors]
                if covered.isdisjoint(holders):
                    outermost[entry.id] = _hours(entry), _untimed(entry, view)
                for holder in holders:
                    inside[holder].append(entry.id)
                for id in inside.pop(entry.id, ()):
                    outermost.pop(id, None)
        hours = alternatives + sum(hours for hours, _ in outermost.values())
        untimed = sum(untimed for _, untimed in outermost.values())
        sentences[milestone.id] = _milestone_time(milestone, hours, untimed, view) if hours else ""
    return sentences


def _milestone_time(milestone: Milestone, hours: float, untimed: int, view: View) -> str:
    if untimed:
        return view.words("time.milestone_incomplete", hours=_count("hours", hours, view), count=untimed)
    each_week = _count("hours", hours / milestone.months / WEEKS_PER_MONTH, view)
    sentence = view.words("time.milestone", hours=_count("hours", hours, view), pace=each_week, months=_count("months", milestone.months, view))
    needed = hours / _pace(view) / WEEKS_PER_MONTH
    if rounded(needed) <= milestone.months:
        return sentence
    longer = view.words("time.milestone_longer", pace=_count("hours", _pace(view), view), months=_count("months", needed, view))
    return view.words("list.sentences").join((sentence, longer))


def _untimed(entry: Entry, view: View) -> int:
    """How many required topics of an entry have no hours."""
    topics = view.index.leaves_of(entry) if isinstance(entry, Phase | Section | Topic) else ()
    return sum(not (topic.hours or view.index.is_optional(topic)) for topic in topics)


def _pace(view: View) -> float:
    return view.index.roadmap.hours_per_week or HOURS_PER_WEEK


def _count(unit: str, number: float, view: View) -> str:
    return view.words(f"counts.{unit}", count=rounded(number))


def _hours(entry: Entry) -> float:
    if isinstance(entry, Phase):
        return phase_hours(entry)
    if isinstance(entry, Section):
        return section_hours(entry)
    if isinstance(entry, Topic):
        return topic_hours(entry)
    return (entry.hours or 0) if isinstance(entry, Practice | Project) else 0
