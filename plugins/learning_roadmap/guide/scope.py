"""The part of a roadmap that a guide covers: all of it, one phase, or the entries of one document."""

from collections.abc import Iterable

from learning_roadmap.guide.options import Options
from learning_roadmap.model import KIND, OUTER_KINDS, Entry, Roadmap, Topic, inner_kinds, kind_of

ACTIVITY_LISTS = [kind.list_name for kind in OUTER_KINDS if kind is not KIND["phase"]]


def in_scope(roadmap: Roadmap, topics: Iterable[Topic], options: Options) -> Roadmap:
    """The roadmap with only those activities that belong to a guide with these options.

    Args:
        topics: the topics of the guide. What they are learned from belongs to it, too.
    """
    if options.phase is None and options.document is None:
        return roadmap
    used_ids = {id for topic in topics for id in (*topic.papers, *(link.resource for link in topic.read))}
    return roadmap.model_copy(update={name: _selected(getattr(roadmap, name), options.document, used_ids) for name in ACTIVITY_LISTS})


def _selected(entries: Iterable[Entry], document: str | None, used_ids: set[str]) -> tuple[Entry, ...]:
    """The entries that are used or that a document names. A form is included if one of its fields is, and contains only those."""
    selected: list[Entry] = []
    for entry in entries:
        parts = {kind.list_name: _selected(getattr(entry, kind.list_name), document, used_ids) for kind in inner_kinds(kind_of(entry))}
        is_named = document is not None and any(source.document == document for source in entry.named)
        if any(parts.values()) or is_named or entry.id in used_ids:
            selected.append(entry.model_copy(update=parts))
    return tuple(selected)
