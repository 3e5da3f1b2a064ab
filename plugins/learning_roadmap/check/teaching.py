"""What a learner misses: reasons, prerequisites, practice, free resources, recent checks, goals that can be reached.

Every roadmap may leave such data out. A rule applies only where a roadmap has the data for most of its entries, or says that it keeps it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from learning_roadmap.check.goals import role_and_goal_rules
from learning_roadmap.check.lack import Lack
from learning_roadmap.datafile import DataFile
from learning_roadmap.diagnostics import Place, Problem, excerpt
from learning_roadmap.model import Checked, Entry, Prerequisite, RoadmapIndex, Section, Topic, has_beginning, is_free, phase_times, plural

T = TypeVar("T")

MAX_LISTED = 8
MAX_AGE = timedelta(days=365)
FIELDS = {"summary": "no summary", "level": "no level", "hours": "no hours", "read": "nothing to read", "check": "no question"}
COUNTED_FIELDS = frozenset({"hours", "read", "check"})  # a topic with subtopics needs none of its own


def teaching_problems(data: DataFile, today: date | None = None) -> Iterator[Problem]:
    """Problems with what a roadmap teaches. Without ``today``, the age of checks is not judged."""
    index = RoadmapIndex(data.roadmap)
    rules: list[tuple[str, str, Iterable[Lack]]] = [
        *role_and_goal_rules(index),
        ("MAP-REASON", "prerequisites have no reason", _without_reason(index)),
        ("MAP-IMPLIED", "prerequisites are implied by others", _implied(index)),
        ("MAP-ORPHAN", "topics have no prerequisite and are no starting points", _orphans(index)),
        ("MAP-START", "starting points have prerequisites", _contradictory_starts(index)),
        ("MAP-HOURS", "phases have hours that do not fit their durations", _contradictory_hours(index)),
        ("MAP-PRACTICE", "sections have no exercise and no project", _without_practice(index)),
        ("MAP-PAID", "topics have no free resource to read", _without_free_resource(index)),
        ("MAP-FREE", "sections have no free resource", _sections_without_free_resource(index)),
        ("MAP-PAPER", "papers cannot be looked up", _papers_without_identifier(index)),
        ("MAP-CHECKED", "checks are older than a year", _old_checks(index, today) if today else ()),
        *(("MAP-FIELD", f"topics have {words}", _without_field(index, name, words)) for name, words in FIELDS.items()),
    ]
    for code, summary, lacks in rules:
        yield from _report(data, code, summary, list(lacks))


def _report(data: DataFile, code: str, summary: str, lacks: Sequence[Lack]) -> Iterator[Problem]:
    """A problem for each; or one for all if there are many."""
    places = [Place(data.text.file, data.lines.get(lack.id, 1)) for lack in lacks]
    if len(lacks) > MAX_LISTED:
        ids = ", ".join(f"'{id}'" for id in list(dict.fromkeys(lack.id for lack in lacks))[:MAX_LISTED])
        yield Problem(places[0], code, f"{len(lacks)} {summary}, among them {ids}", lacks[0].fix)
    else:
        yield from (Problem(place, code, lack.message, lack.fix) for place, lack in zip(places, lacks, strict=True))


def most(entries: Sequence[T], has: Callable[[T], object]) -> list[T]:
    """The entries without something that most of them have; none if most do not have it.

    >>> most(["a", "b", ""], bool), most(["a", "", ""], bool)
    ([''], [])
    """
    without = [entry for entry in entries if not has(entry)]
    return without if 2 * len(without) < len(entries) else []


def _holders(index: RoadmapIndex) -> list[Section | Topic]:
    """Everything that can have prerequisites."""
    return [entry for located in index.located.values() if isinstance(entry := located.entry, Section | Topic)]


def _without_field(index: RoadmapIndex, name: str, words: str) -> Iterator[Lack]:
    topics = index.leaf_topics if name in COUNTED_FIELDS else tuple(index.topics.values())
    for topic in most(topics, lambda topic: getattr(topic, name)):
        yield Lack(topic.id, f"the topic '{topic.id}' has {words}", f"add '{name}', as most topics have it")


def _without_reason(index: RoadmapIndex) -> Iterator[Lack]:
    needs = [(holder, need) for holder in _holders(index) for need in holder.needs]
    for holder, need in most(needs, lambda pair: pair[1].reason):
        yield Lack(holder.id, f"the prerequisite '{need.topic}' of '{holder.id}' has no reason", "say in half a sentence what is used")


def _implied(index: RoadmapIndex) -> Iterator[Lack]:
    """Prerequisites that others already include. A topic includes what it needs itself, and its subtopics."""
    included = {
        id: [*(need.topic for need in index.needs_of(topic)), *(part.id for part in topic.topics)] for id, topic in index.topics.items()
    }  # fmt: skip
    for holder in _holders(index):
        inherited = [need.topic for need in _inherited_needs(index, holder)]
        for position, need in enumerate(holder.needs):
            if need.topic in (other.topic for other in holder.needs[:position]):
                yield Lack(holder.id, f"'{need.topic}' is listed twice under the 'needs' of '{holder.id}'", "remove one of the two lines")
                continue
            others = [other.topic for other in (*holder.needs[:position], *holder.needs[position + 1 :]) if other.topic != need.topic]
            if others + inherited and (chain := _chain(included, [*others, *inherited], need.topic)):
                path = " → ".join(f"'{id}'" for id in chain)
                message = f"'{holder.id}' needs '{need.topic}' already" + (
                    f" because of {path}" if len(chain) > 1 else ", from here or what holds it"
                )
                yield Lack(holder.id, message, "remove the prerequisite, or the one that includes it")


def _inherited_needs(index: RoadmapIndex, holder: Entry) -> list[Prerequisite]:
    return [need for outer in index.located[holder.id].ancestors for need in getattr(outer, "needs", ())]


def _chain(included: Mapping[str, Sequence[str]], starts: Iterable[str], target: str) -> list[str]:
    """The shortest chain from one of some topics to another, through what each includes; empty if there is none."""
    came_from: dict[str, str | None] = dict.fromkeys(starts)
    queue = list(came_from)
    for id in queue:
        if id == target:
            chain: list[str] = []
            step: str | None = id
            while step is not None:
                chain.insert(0, step)
                step = came_from[step]
            return chain
        for following in included[id]:
            if following not in came_from:
                came_from[following] = id
                queue.append(following)
    return []


def _orphans(index: RoadmapIndex) -> Iterator[Lack]:
    """Topics without a beginning, in a roadmap that marks its starting points."""
    if any(topic.start for topic in index.topics.values()):
        for topic in index.topics.values():
            if not has_beginning(index, topic):
                message = f"the topic '{topic.id}' has no prerequisite and is not marked as a starting point"
                yield Lack(topic.id, message, "add 'needs', or 'start: true'")


def _contradictory_starts(index: RoadmapIndex) -> Iterator[Lack]:
    for topic in index.topics.values():
        if topic.start and (needs := index.needs_of(topic)):
            message = f"the starting point '{topic.id}' has the prerequisite '{needs[0].topic}'"
            yield Lack(topic.id, message, "remove 'start', or the prerequisite")


def _contradictory_hours(index: RoadmapIndex) -> Iterator[Lack]:
    for time in phase_times(index):
        if time.is_contradictory and time.weeks is not None:
            weeks = plural(round(time.weeks), "week")
            message = f"the topics of '{time.id}' take {time.hours:g} hours, which is {weeks}, but its duration is {time.duration}"
            yield Lack(time.id, message, "correct the hours or the duration, or say where they differ")


def _sections(index: RoadmapIndex) -> list[Section]:
    return [section for phase in index.roadmap.phases for section in phase.sections]


def _without_practice(index: RoadmapIndex) -> Iterator[Lack]:
    for section in most(_sections(index), lambda section: section.practice or section.projects):
        yield Lack(section.id, f"the section '{section.id}' has nothing to practise", "add an exercise or a project")


def _without_free_resource(index: RoadmapIndex) -> Iterator[Lack]:
    for topic in index.topics.values():
        readings = [resource for resource, _ in index.readings_of(topic)]
        if readings and all(resource.access for resource in readings) and not any(map(is_free, readings)):
            yield Lack(topic.id, f"nothing that '{topic.id}' names to read is free", "add a free resource, before the others")


def _sections_without_free_resource(index: RoadmapIndex) -> Iterator[Lack]:
    with_free = {
        holder.id
        for id, topic in index.topics.items() if any(is_free(resource) for resource, _ in index.readings_of(topic))
        for holder in index.located[id].ancestors
    }  # fmt: skip
    with_topics = [section for section in _sections(index) if section.topics]
    for section in most(with_topics, lambda section: section.id in with_free):
        yield Lack(section.id, f"the section '{section.id}' names no free resource", "add a free resource to one of its topics")


def _papers_without_identifier(index: RoadmapIndex) -> Iterator[Lack]:
    for paper in most(index.roadmap.papers, lambda paper: paper.address):
        yield Lack(paper.id, f"the paper '{excerpt(paper.title)}' cannot be looked up", "add 'arxiv', 'doi' or 'url'")


def _old_checks(index: RoadmapIndex, today: date) -> Iterator[Lack]:
    def is_old(checked: Checked | None) -> bool:
        return checked is not None and today - checked.on > MAX_AGE

    resources = [(resource.id, [resource.checked, *(part.checked for part in resource.parts)]) for resource in index.roadmap.resources]
    papers = [(paper.id, [paper.checked]) for paper in index.roadmap.papers]
    for id, checks in (*resources, *papers):
        if any(map(is_old, checks)):
            yield Lack(id, f"'{id}' was last checked more than a year ago", "look at it again, and update 'checked'")
