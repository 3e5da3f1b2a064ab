"""How much of a roadmap a guide takes: all of it, one phase, or what one document names."""

from collections.abc import Iterable

from learning_roadmap.guide.options import Options
from learning_roadmap.model import KIND, OUTER_KINDS, Entry, Roadmap, inner_kinds, kind_of

ACTIVITY_LISTS = [kind.list_name for kind in OUTER_KINDS if kind is not KIND["phase"]]


def in_scope(roadmap: Roadmap, options: Options) -> Roadmap:
    """A roadmap with only what a guide of this scope holds beside its chapters."""
    if options.phase is not None:
        # A guide to one phase is that phase, and nothing else.
        return roadmap.model_copy(update=dict.fromkeys(ACTIVITY_LISTS, ()))
    if options.document is not None:
        return roadmap.model_copy(update={name: _named(getattr(roadmap, name), options.document) for name in ACTIVITY_LISTS})
    return roadmap


def _named(entries: Iterable[Entry], document: str) -> tuple[Entry, ...]:
    """What a document names. A sheet is the document's if something on it is, too; it holds only what the document names."""
    kept: list[Entry] = []
    for entry in entries:
        parts = {kind.list_name: _named(getattr(entry, kind.list_name), document) for kind in inner_kinds(kind_of(entry))}
        if any(parts.values()) or any(source.document == document for source in entry.named):
            kept.append(entry.model_copy(update=parts))
    return tuple(kept)
