"""The roadmap data that only the dashboard needs: titles, addresses, hours, orders, milestones, habits."""

from collections.abc import Iterable, Iterator

from learning_roadmap.graph import topic_graph
from learning_roadmap.model import (
    KIND,
    KINDS,
    Document,
    Entry,
    ItemKind,
    Milestone,
    OutlineItem,
    Phase,
    Practice,
    Project,
    RoadmapIndex,
    Section,
    Topic,
    in_order,
    projects,
    walk_outline,
    weeks,
)
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.client_data import SITE_ROOT, assignment, ranges
from learning_roadmap.pages.dashboard import ALL_FRAMES, dashboard_path
from learning_roadmap.pages.news import NEWS_PATH
from learning_roadmap.pages.page import Settings
from learning_roadmap.pages.times import HOURS_PER_WEEK


def dashboard_data(index: RoadmapIndex, settings: Settings) -> str:
    """The text of ``topics.js``. Addresses are relative to the site's root; positions are those of its own list of ids."""
    addresses = Addresses(index)
    position = {leaf.id: number for number, leaf in enumerate(index.leaf_topics)}

    def address(entry: Entry) -> str:
        path, anchor = addresses.home(entry)
        return f"{settings.relative(SITE_ROOT, path)}#{anchor}"

    def positions(topics: tuple[Topic, ...]) -> list[list[int]]:
        return ranges(sorted(position[topic.id] for topic in topics))

    roadmap = index.roadmap
    tasks: list[Practice | Project] = [task for phase in roadmap.phases for section in phase.sections for task in section.practice]
    tasks += projects(index)
    milestones = sorted(roadmap.milestones, key=lambda milestone: milestone.months)
    data = {
        "title": roadmap.title,
        "pace": roadmap.hours_per_week or HOURS_PER_WEEK,
        "pages": {frame.name: settings.relative(SITE_ROOT, dashboard_path(frame.name)) for frame in ALL_FRAMES},
        **({"news": settings.relative(SITE_ROOT, NEWS_PATH)} if roadmap.published else {}),
        "ids": list(position),
        "topics": [[leaf.title, address(leaf)] for leaf in index.leaf_topics],
        "hours": {position[leaf.id]: leaf.hours for leaf in index.leaf_topics if leaf.hours},
        "order": learning_order(index),
        "asked": ranges(position[leaf.id] for leaf in index.leaf_topics if leaf.check),
        "tasks": {task.id: positions(_topics_of_task(index, task)) for task in tasks},
        "phases": [
            {
                "id": phase.id,
                "title": phase.title,
                "url": address(phase),
                "weeks": weeks(phase.duration),
                "duration": phase.duration or "",
                "sections": [[section.id, section.title] for section in phase.sections],
            }
            for phase in roadmap.phases
        ],
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "url": settings.relative(SITE_ROOT, addresses.line(document.id, 0)[0]),
                "order": (order := document_order(index, document, position)),
                "weeks": document_weeks(index, document, position, order),
            }
            for document in roadmap.documents
        ],
        "milestones": [_milestone(milestone, index, positions, address(milestone)) for milestone in milestones],
        "routine": [
            {
                "title": block.title,
                "hours": block.hours or "",
                # Documents call days off "weekend".
                "weekend": "weekend" in block.title.lower(),
                "items": [[item.id, item.title, item.condition or ""] for item in block.items],
            }
            for block in roadmap.routine
        ],
        # Kinds other than topics that are ticked, with their headings.
        "kinds": [(kind.name, settings.strings.label(kind.heading)) for kind in KINDS if kind.is_ticked and kind is not KIND["topic"]],
        "others": {entry.id: [entry.title, address(entry), kind] for kind, entry in _other_ticked_entries(index)},
    }
    return assignment("roadmapTopics", data)


def _topics_of_task(index: RoadmapIndex, task: Practice | Project) -> tuple[Topic, ...]:
    """The counted topics that an exercise or a project uses; those of its section if it names none."""
    holders: Iterable[Entry] = (index.topics[id] for id in task.topics if id in index.topics)
    if not task.topics:
        holders = index.located[task.id].ancestors[-1:]
    leaves = [leaf for holder in holders if isinstance(holder, Section | Topic) for leaf in index.leaves_of(holder)]
    return tuple({leaf.id: leaf for leaf in leaves}.values())


def learning_order(index: RoadmapIndex) -> list[int]:
    """The counted topics in the order of the map, but each after its prerequisites."""
    needs = topic_graph(index).needs
    return in_order(range(len(needs)), dict(enumerate(needs)))


def document_order(index: RoadmapIndex, document: Document, position: dict[str, int]) -> list[int]:
    """The counted topics of a document, in the order in which it names them."""
    counted = {leaf.id for leaf in index.leaves_of_document[document.id]}
    positions: dict[int, None] = {}
    for item in walk_outline(document.outline):
        for leaf in _counted(index, document, item, counted):
            positions[position[leaf]] = None
    return list(positions)


def document_weeks(index: RoadmapIndex, document: Document, position: dict[str, int], order: list[int]) -> list[int]:
    """The week of each topic in ``order``, from 1; empty if the document has no weeks."""
    counted = {leaf.id for leaf in index.leaves_of_document[document.id]}
    week_of: dict[int, int] = {}
    week = 0
    for item in walk_outline(document.outline):
        if item.kind is ItemKind.WEEK:
            week += 1
        for leaf in _counted(index, document, item, counted):
            week_of.setdefault(position[leaf], max(week, 1))
    return [week_of[leaf] for leaf in order] if week else []


def _counted(index: RoadmapIndex, document: Document, item: OutlineItem, counted: set[str]) -> Iterator[str]:
    for entry in index.named_at.get((document.id, item.line), ()):
        if isinstance(entry, Topic):
            yield from (leaf.id for leaf in index.leaves_of(entry) if leaf.id in counted)


def _milestone(milestone: Milestone, index: RoadmapIndex, positions: object, url: str) -> dict[str, object]:
    goals = []
    for goal in milestone.goals:
        leaves: dict[str, Topic] = {}
        others: list[str] = []
        for id in goal.covers:
            entry = index.located[id].entry
            if isinstance(entry, Phase | Section | Topic):
                # Some of several may be optional ones; otherwise a goal counts like a bar.
                counted = index.leaves_of(entry)
                required = () if goal.count else tuple(leaf for leaf in counted if not index.is_optional(leaf))
                leaves.update((leaf.id, leaf) for leaf in required or counted)
            else:
                others.append(id)
        goals.append({
            "id": goal.id,
            "title": goal.title,
            "count": goal.count or 0,
            "topics": positions(tuple(leaves.values())),  # type: ignore[operator]
            "others": others,
        })  # fmt: skip
    return {"id": milestone.id, "title": milestone.title, "months": milestone.months, "url": url, "goals": goals}


def _other_ticked_entries(index: RoadmapIndex) -> Iterator[tuple[str, Entry]]:
    """Ticked entries other than counted topics, with their kinds."""
    for kind in KINDS:
        if kind.is_ticked:
            yield from ((kind.name, entry) for entry in index.of_kind[kind.name] if not isinstance(entry, Topic) or entry.topics)
