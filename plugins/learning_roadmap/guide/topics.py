"""Everything that is printed of a topic: what it is, what it needs, what to read, and questions."""

from collections.abc import Sequence

from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.guide.library import resource_target, short_reference
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.status import status_note
from learning_roadmap.guide.text import prose, unbreakable
from learning_roadmap.model import Access, Paper, Resource, ResourcePart, Topic, word_for


def topic_data(topic: Topic, edition: Edition) -> Data:
    """The data of a topic."""
    options = edition.options
    numbers = edition.question_numbers.get(topic.id, [])
    return {
        "id": topic.id,
        "also": list(topic.also),
        "marks": marks(topic, options),
        "status": status_note(topic.status, edition),
        "summary": prose(topic.summary or ""),
        "needs": edition.needs_list(topic.needs),
        "read": _readings(topic, edition),
        "papers": [_paper(edition.index.located[id].entry, edition) for id in topic.papers],
        "material": _other_material(topic, edition),
        "questions": [[number, prose(question.ask)] for number, question in zip(numbers, topic.check, strict=True)],
    }


def marks(topic: Topic, options: Options) -> list[str]:
    """The short labels of a topic: level, optional, first choice, hours."""
    words = (
        options.label(topic.level) if topic.level else None,
        options.text("topic.optional") if topic.optional else None,
        options.text("library.first_choice") if topic.preferred else None,
        options.text("topic.hours", hours=f"{topic.hours:g}") if topic.hours else None,
    )
    return [unbreakable(word) for word in words if word]


def _readings(topic: Topic, edition: Edition) -> list[Data]:
    """The resources to read, each once with its parts."""
    parts: dict[str, list[ResourcePart]] = {}
    resources: dict[str, Resource] = {}
    for resource, part in edition.index.readings_of(topic):
        resources[resource.id] = resource
        parts.setdefault(resource.id, []).extend([part] if part else [])
    return [_reading(resource, parts[id], edition) for id, resource in resources.items()]


def _reading(resource: Resource, parts: Sequence[ResourcePart], edition: Edition) -> Data:
    options = edition.options
    is_printed = resource.id in edition.printed_ids
    # An article of one page has itself as its part.
    own = parts[0] if len(parts) == 1 and parts[0].title == resource.title else None
    words = (
        options.text("library.first_choice") if resource.preferred else None,
        options.label(resource.access) if resource.access and resource.access is not Access.FREE else None,
    )
    return {
        "title": resource.title,
        "url": _address(resource, own) if own or not parts else "",
        "target": resource_target(resource, own) if is_printed and (own or not parts) else "",
        "marks": [word for word in words if word],
        "parts": [
            {
                "title": part.title,
                "url": _address(resource, part),
                "target": resource_target(resource, part) if is_printed else "",
            }
            for part in parts
            if part is not own
        ],
    }


def _address(resource: Resource, part: ResourcePart | None) -> str:
    return (resource.address_of(part) if part and resource.url else resource.url) or ""


def _paper(paper: object, edition: Edition) -> Data:
    assert isinstance(paper, Paper)
    return {
        "id": paper.id if paper.id in edition.printed_ids else "",
        "title": paper.title,
        "by": short_reference(paper, edition.options),
        "url": paper.address or "",
    }


def _other_material(topic: Topic, edition: Edition) -> list[list[object]]:
    """Titles of other material than resources and papers, by kind."""
    titles: dict[str, list[str]] = {}
    for id in edition.index.material_of.get(topic.id, ()):
        entry = edition.index.located[id].entry
        if not isinstance(entry, Resource | Paper):
            titles.setdefault(edition.options.label(word_for(entry)).capitalize(), []).append(entry.title)
    return [[kind, names] for kind, names in titles.items()]
