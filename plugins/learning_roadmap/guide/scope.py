"""The part of a roadmap that a guide covers: all of it, one phase, or the entries of one document."""

from collections.abc import Iterable

from learning_roadmap.guide.options import Options
from learning_roadmap.model import KIND, OUTER_KINDS, Entry, Roadmap, inner_kinds, kind_of

ACTIVITY_LISTS = [kind.list_name for kind in OUTER_KINDS if kind is not KIND["phase"]]


def in_scope(roadmap: Roadmap, options: Options) -> Roadmap:
    """The roadmap with only those activities that belong to a guide with these options."""
    if options.phase is not None:
        # A guide to one phase contains nothing else.
        return roadmap.model_copy(update=dict.fromkeys(ACTIVITY_LISTS, ()))
    if options.document is not None:
        return roadmap.model_copy(update={name: _named(getattr(roadmap, name), options.document) for name in ACTIVITY_LISTS})
    return roadmap


def _named(entries: Iterable[Entry], document: str) -> tuple[Entry, ...]:
    """The entries that a document names. A form is included if one of its fields is, and contains only those."""
    named_entries: list[Entry] = []
    for entry in entries:
        parts = {kind.list_name: _named(getattr(entry, kind.list_name), document) for kind in inner_kinds(kind_of(entry))}
        if any(parts.values()) or any(source.document == document for source in entry.named):
            named_entries.append(entry.model_copy(update=parts))
    return tuple(named_entries)
