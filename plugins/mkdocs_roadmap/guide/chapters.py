"""What a guide walks through: the phases of the map, or the parts of a document in its own order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_roadmap.model import Document, Entry, ItemKind, OutlineItem, Phase, Practice, Project, Topic
from mkdocs_roadmap.model.atlas import Atlas, walk_outline
from mkdocs_roadmap.pages.outline import prefix_of

# Lines of a document that say something about it, and are no part to walk through.
ASIDE = frozenset({ItemKind.TITLE, ItemKind.TAGLINE, ItemKind.INTRODUCTION, ItemKind.UPDATED, ItemKind.CLOSING, ItemKind.SUMMARY, ItemKind.PROSE})


@dataclass(frozen=True)
class Part:
    """Topics that stand together, with exercises and projects."""

    title: str
    topics: tuple[Topic, ...]
    practice: tuple[Practice, ...] = ()
    projects: tuple[Project, ...] = ()
    optional: bool = False
    choose_one: bool = False


@dataclass(frozen=True)
class Chapter:
    """A phase, or a part of a document on its highest level."""

    title: str
    parts: tuple[Part, ...]
    phase: Phase | None = None


def chapters(atlas: Atlas, phase: str | None, document: str | None) -> list[Chapter]:
    """The chapters of a guide.

    Raises:
        KeyError: when there is no such phase or document.
    """
    if document is not None:
        return list(_of_document(atlas, atlas.documents[document]))
    phases = {one.id: one for one in atlas.roadmap.phases}
    wanted = [phases[phase]] if phase is not None else list(phases.values())
    return [_of_phase(atlas, one) for one in wanted]


def _title(item: OutlineItem) -> str:
    """A heading as the document writes it, with its number or unit."""
    return prefix_of(item) + item.text


def _of_phase(atlas: Atlas, phase: Phase) -> Chapter:
    projects = {project.id: project for project in atlas.roadmap.projects}
    parts = (
        Part(
            section.title,
            section.topics,
            section.practice,
            tuple(projects[id] for id in section.projects),
            section.optional,
            section.choose_one,
        )
        for section in phase.sections
    )
    return Chapter(phase.title, tuple(parts), phase)


def _of_document(atlas: Atlas, document: Document) -> Iterator[Chapter]:
    """Each topic once, where the document names it first. Its parts stand below it only if they are not named themselves."""
    seen: set[str] = set()

    def named(items: Iterable[OutlineItem]) -> Iterator[Entry]:
        for item in items:
            for entry in atlas.named_at.get((document.id, item.line), ()):
                if entry.id not in seen:
                    seen.add(entry.id)
                    yield entry

    def part(title: str, items: Iterable[OutlineItem]) -> Part:
        entries = list(named(items))
        return Part(
            title,
            tuple(entry.model_copy(update={"topics": ()}) for entry in entries if isinstance(entry, Topic)),
            tuple(entry for entry in entries if isinstance(entry, Practice)),
            tuple(entry for entry in entries if isinstance(entry, Project)),
        )

    tops = list(document.outline)
    while len(tops) == 1 and tops[0].items:
        tops = list(tops[0].items)
    for top in tops:
        if top.kind in ASIDE:
            continue
        inner = [item for item in top.items if item.items]
        own = part(_title(top), [top, *(item for item in top.items if not item.items)])
        parts = (own, *(part(_title(item), walk_outline([item])) for item in inner))
        filled = tuple(one for one in parts if one.topics or one.practice or one.projects)
        if filled:
            yield Chapter(_title(top), filled)
