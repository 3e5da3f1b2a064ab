"""The roadmap data that the client needs on every page: the counted topics, and the sets they are counted in."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from learning_roadmap.model import Practice, RoadmapIndex, Scope, Topic, branches, exercises, projects, walk_topics

# Addresses in the data are relative to this page.
SITE_ROOT = "index.md"
Ranges = list[list[int]]
# Learners who stay away longer read the page "What's new".
MAX_AGE = timedelta(days=183)


def client_data(
    index: RoadmapIndex, scope: str = "", path_page: str = "dashboard/path/", *, is_offline: bool = False, languages: Sequence[str] = ()
) -> str:
    """The text of ``map.js``: a global with the ids in map order, and each set as half-open ranges into them.

    Args:
        scope: what replaces the site's path in the keys of stored progress.
        path_page: the page of paths, relative to the site's root.
        is_offline: whether browsers store the site.
        languages: the roots of the site in each of its languages, relative to its own.
    """
    position = {leaf.id: number for number, leaf in enumerate(index.leaf_topics)}

    def covered(topics: Iterable[Topic]) -> Ranges:
        return ranges(position[topic.id] for topic in topics)

    sets: dict[str, Ranges] = {"all": covered(index.leaf_topics)}
    for phase in index.roadmap.phases:
        sets[f"phase:{phase.id}"] = covered(index.leaves_of(phase))
        for section in phase.sections:
            sets[f"section:{section.id}"] = covered(index.leaves_of(section))
            for topic in walk_topics(section.topics):
                if topic.topics:
                    sets[f"topic:{topic.id}"] = covered(index.leaves_of(topic))
    for document in index.roadmap.documents:
        sets[f"document:{document.id}"] = covered(index.leaves_of_document[document.id])
    data = {
        "site": index.roadmap.id,
        **({"scope": scope} if scope else {}),
        "path": path_page,
        **({"offline": True} if is_offline else {}),
        **({"languages": [*languages]} if languages else {}),
        **({"added": added} if (added := added_topics(index)) else {}),
        "leaves": list(position),
        "sets": sets,
        "optional": covered(leaf for leaf in index.leaf_topics if index.is_optional(leaf)),
        "hours": _hours(index.leaf_topics),
        "parentHours": {topic.id: topic.hours for topic in index.topics.values() if topic.topics and topic.hours},
        "branches": [
            # The first is the one that counts while none is begun.
            [covered(branch) for branch in branches(section)]
            for phase in index.roadmap.phases
            for section in phase.sections
            if section.choose_one
        ],
        "tasks": task_sets(index),
        "history": {
            tombstone.id: [[successor, index.located[successor].entry.title] for successor in tombstone.into] for tombstone in index.roadmap.history
        },
    }
    return assignment("roadmapMap", data)


def added_topics(index: RoadmapIndex) -> list[tuple[str, Ranges]]:
    """The counted topics that were added since the publication, by day: those of the last half year.

    The last day is that of the data, not of the build. What a split creates is not new.
    """
    parts = {id for tombstone in index.roadmap.history if tombstone.was == "split" for id in tombstone.into}
    positions: dict[date, list[int]] = {}
    for number, leaf in enumerate(index.leaf_topics):
        if leaf.added and leaf.id not in parts:
            positions.setdefault(leaf.added, []).append(number)
    return [(str(day), ranges(numbers)) for day, numbers in sorted(positions.items()) if max(positions) - day <= MAX_AGE]


def task_sets(index: RoadmapIndex) -> dict[str, object]:
    """The ids of all exercises and projects, and the sets they are counted in as ranges into them."""
    scopes: dict[str, Scope] = {"all": None}
    for phase in index.roadmap.phases:
        scopes[f"phase:{phase.id}"] = phase
        scopes |= {f"section:{section.id}": section for section in phase.sections}
    scopes |= {f"document:{document.id}": document for document in index.roadmap.documents}
    data: dict[str, object] = {}
    # Exercises of optional sections are in no other set, but in the list.
    practice = [task for phase in index.roadmap.phases for section in phase.sections for task in section.practice]
    for name, tasks_of in {"exercises": exercises, "projects": projects}.items():
        position = {task.id: number for number, task in enumerate(practice if name == "exercises" else tasks_of(index))}
        sets = {scope: ranges(position[task.id] for task in tasks_of(index, entry)) for scope, entry in scopes.items()}
        hours = {"hours": _hours(practice)} if name == "exercises" else {}
        data[name] = {"ids": list(position), **hours, "sets": {scope: spans for scope, spans in sets.items() if spans}}
    return data


def _hours(entries: Sequence[Topic | Practice]) -> list[float]:
    """The hours of each entry, 0 where they are not known; empty if none are."""
    hours = [entry.hours or 0 for entry in entries]
    return hours if any(hours) else []


def questions_data(index: RoadmapIndex) -> str:
    """The questions of the counted topics with their answers, for the parts of the client that ask them."""
    questions = {leaf.id: [[question.ask, question.answer] for question in leaf.check] for leaf in index.leaf_topics if leaf.check}
    return assignment("roadmapQuestions", questions)


def summaries_data(index: RoadmapIndex) -> str:
    """The summaries of the topics, for the parts of the client that show or export them."""
    return assignment("roadmapSummaries", {topic.id: topic.summary for topic in index.topics.values() if topic.summary})


def assignment(name: str, data: object) -> str:
    """A script that assigns data to a global. ASCII without "<": safe in a file and in a script element."""
    text = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return f"globalThis.{name}={text};\n"


def ranges(positions: Iterable[int]) -> Ranges:
    """Ascending numbers as half-open ranges.

    >>> ranges([0, 1, 2, 7, 8]), ranges([])
    ([[0, 3], [7, 9]], [])
    """
    merged: Ranges = []
    for position in positions:
        if merged and merged[-1][1] == position:
            merged[-1][1] += 1
        else:
            merged.append([position, position + 1])
    return merged
