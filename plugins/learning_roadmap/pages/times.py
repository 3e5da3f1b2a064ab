"""How long phases and milestones take, in words."""

from collections.abc import Iterable

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
from learning_roadmap.pages.view import View

# Hours of study in a week, if the roadmap does not say how many.
HOURS_PER_WEEK = 10
WEEKS_PER_MONTH = 52 / 12


def phase_time_in_words(phase: Phase, view: View) -> str:
    """The hours of a phase, and how many weeks they take; with its stated duration, if that differs. Empty if no topic has hours."""
    time = phase_time(view.index, phase)
    untimed = time.timed.total - time.timed.count
    if not time.hours or untimed:
        return view.words("time.phase_incomplete", hours=_rounded(time.hours), count=untimed) if time.hours else ""
    pace = _pace(view)
    hours, needed = _rounded(time.hours), _rounded(time.hours / pace)
    bounds = weeks(phase.duration)
    if bounds is None or bounds[0] <= needed <= bounds[1]:
        return view.words("time.phase", hours=hours, weeks=view.words("counts.weeks", count=needed), pace=f"{pace:g}")
    weeks_needed = view.words("counts.weeks", count=needed)
    return view.words("time.phase_differs", hours=hours, duration=phase.duration, weeks=weeks_needed, pace=f"{pace:g}")


def milestone_times_in_words(milestones: Iterable[Milestone], view: View) -> dict[str, str]:
    """The hours up to each milestone, and what its months mean for a week, by its id. The milestones are in their order in time."""
    sentences: dict[str, str] = {}
    covered: dict[str, Entry] = {}
    alternatives = 0.0
    pace = _pace(view)
    for milestone in milestones:
        for goal in milestone.goals:
            entries = [view.entry(id) for id in goal.covers]
            if goal.count:
                alternatives += sum(sorted(map(_hours, entries))[: goal.count])
            else:
                covered |= {entry.id: entry for entry in entries}
        outermost = [entry for entry in covered.values() if not any(holder.id in covered for holder in view.index.located[entry.id].ancestors)]
        hours = sum(map(_hours, outermost)) + alternatives
        maps = [entry for entry in outermost if isinstance(entry, Phase | Section | Topic)]
        untimed = sum(not (leaf.hours or view.index.is_optional(leaf)) for entry in maps for leaf in view.index.leaves_of(entry))
        if not hours or untimed:
            sentences[milestone.id] = view.words("time.milestone_incomplete", hours=_rounded(hours), count=untimed) if hours else ""
            continue
        months, needed = milestone.months, _rounded(hours / pace / WEEKS_PER_MONTH)
        each_week = _rounded(hours / months / WEEKS_PER_MONTH)
        sentence = view.words("time.milestone", hours=_rounded(hours), pace=each_week, months=view.words("counts.months", count=months))
        if needed > months:
            sentence += " " + view.words("time.milestone_longer", pace=f"{pace:g}", months=view.words("counts.months", count=needed))
        sentences[milestone.id] = sentence
    return sentences


def _pace(view: View) -> float:
    return view.index.roadmap.hours_per_week or HOURS_PER_WEEK


def _rounded(number: float) -> int:
    return max(1, round(number))


def _hours(entry: Entry) -> float:
    if isinstance(entry, Phase):
        return phase_hours(entry)
    if isinstance(entry, Section):
        return section_hours(entry)
    if isinstance(entry, Topic):
        return topic_hours(entry)
    return (entry.hours or 0) if isinstance(entry, Practice | Project) else 0
