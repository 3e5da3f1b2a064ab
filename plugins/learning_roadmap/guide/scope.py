"""How much of a roadmap a guide takes: all of it, one phase, or what one document names."""

from typing import TypeVar

from learning_roadmap.guide.options import Options
from learning_roadmap.model import Entry, Roadmap

Some = TypeVar("Some", bound=Entry)
FLAT = ("projects", "resources", "papers", "tips", "certifications", "conferences", "outcomes")
HOLDING = {"milestones": "goals", "routine": "items", "forms": "fields"}


def extras(roadmap: Roadmap, options: Options) -> Roadmap:
    """What goes along with the chapters of a guide."""
    if options.phase is not None:
        # A guide to one phase is that phase, and nothing that goes along with the whole road.
        return roadmap.model_copy(update=dict.fromkeys((*FLAT, *HOLDING), ()))
    if options.document is not None:
        return _of_document(roadmap, options.document)
    return roadmap


def _of_document(roadmap: Roadmap, document: str) -> Roadmap:
    def named(entries: tuple[Some, ...]) -> tuple[Some, ...]:
        return tuple(entry for entry in entries if any(source.document == document for source in entry.named))

    kept: dict[str, tuple[Entry, ...]] = {name: named(getattr(roadmap, name)) for name in FLAT}
    for name, inner in HOLDING.items():
        # A sheet is the document's if it is named there, or if something on it is; and then it holds only that.
        sheets = ((entry, named(getattr(entry, inner))) for entry in getattr(roadmap, name))
        kept[name] = tuple(entry.model_copy(update={inner: parts}) for entry, parts in sheets if parts or named((entry,)))
    return roadmap.model_copy(update=kept)
