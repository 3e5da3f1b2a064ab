"""The chapters on papers and resources: what each is, where it is, and for which topics it is read."""

from collections.abc import Iterable, Iterator

from learning_roadmap.guide.chapters import Part
from learning_roadmap.guide.edition import Data, Edition
from learning_roadmap.guide.options import Options
from learning_roadmap.guide.status import status_note
from learning_roadmap.guide.text import address_pieces, pieces, prose, unbreakable
from learning_roadmap.model import RESOURCE_HEADINGS, Paper, Resource, ResourcePart, details_of, marks_of

# More authors are shortened in references.
MAX_NAMES = 2
# The language of the guide's own texts; resources in another one say so.
LANGUAGE = "en"
AND_OTHERS = "et al."
# Of a section, so many resources stand at its beginning, with addresses of so many characters.
BEST = 3
MAX_ADDRESS = 44


def papers(edition: Edition) -> list[Data]:
    """The papers in reading order: by the phase and then the position of the first topic that refers to them; the others last."""
    position = {id: number for number, id in enumerate(edition.index.topics)}
    phases: dict[str, list[Paper]] = {phase.title: [] for phase in edition.index.roadmap.phases}
    others: list[Paper] = []
    order: dict[str, int] = {}
    for paper in edition.roadmap.papers:
        topic_ids = edition.index.topics_of.get(paper.id, ())
        order[paper.id] = min((position[id] for id in topic_ids), default=len(position))
        (phases[edition.index.phase_of[topic_ids[0]].title] if topic_ids else others).append(paper)
    groups = [(title, group) for title, group in (*phases.items(), (edition.options.text("library.more_papers"), others)) if group]
    return [
        {
            "title": title if len(groups) > 1 else "",
            "entries": [_paper(paper, edition) for paper in sorted(group, key=lambda paper: (order[paper.id], paper.title.casefold()))],
        }
        for title, group in groups
    ]


def _paper(paper: Paper, edition: Edition) -> Data:
    url = paper.address or ""
    return {
        "id": paper.id,
        "field": f"paper-{paper.id}",
        "title": paper.title,
        "marks": [edition.options.text("library.must_read")] if paper.must_read else [],
        "meta": ", ".join(paper.authors),
        "source": ", ".join(filter(None, (paper.venue, str(paper.year or "")))),
        "url": url,
        "address": _identifier(paper),
        "status": status_note(paper.status, edition),
        "text": prose(paper.why or ""),
        "topics": edition.topic_list(_topics_in(edition, edition.index.topics_of.get(paper.id, ()))),
        "parts": [],
    }


def _identifier(paper: Paper) -> list[str]:
    """The short form of a paper's address, in pieces: an identifier that every library understands, or the address itself."""
    if paper.arxiv:
        return [f"arXiv:{paper.arxiv}"]
    if paper.doi and not paper.url:
        return pieces(f"doi:{paper.doi}")
    return address_pieces(paper.url or "")


def short_reference(paper: Paper, options: Options) -> str:
    """The family names of a paper's authors, and its year.

    >>> from datetime import date
    >>> paper = Paper(id="p", title="P", authors=("Laurens van der Maaten", "Geoffrey E. Hinton"), year=2008)
    >>> short_reference(paper, Options(date(2026, 1, 15)))
    'van der Maaten and Hinton, 2008'
    """
    names = [family_name(author) for author in paper.authors if author != AND_OTHERS]
    if len(names) > MAX_NAMES or len(names) < len(paper.authors):
        by = options.text("library.and_others", name=names[0]) if names else ""
    else:
        by = options.text("map.and").join(names)
    return ", ".join(filter(None, (by, str(paper.year or ""))))


def family_name(author: str) -> str:
    """The last name with the particles before it.

    >>> family_name("Stéfan J. van der Walt"), family_name("Hinton, Geoffrey"), family_name("Google")
    ('van der Walt', 'Hinton', 'Google')
    """
    if "," in author:
        return author.partition(",")[0]
    words = author.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[first:])


def resources(edition: Edition) -> list[Data]:
    """The resources by kind."""
    whole, parts = _readers(edition)
    groups = (
        (edition.options.label(heading), [resource for resource in edition.roadmap.resources if resource.kind is kind])
        for kind, heading in RESOURCE_HEADINGS.items()
    )
    return [
        {"title": heading, "entries": [_resource(resource, whole, parts, edition) for resource in entries]} for heading, entries in groups if entries
    ]


# Topic ids by the id of a resource, and by the ids of a resource and its part.
Whole = dict[str, list[str]]
Parts = dict[tuple[str, str], list[str]]


def _readers(edition: Edition) -> tuple[Whole, Parts]:
    """The topics of this guide that refer to resources as a whole, and to their parts."""
    whole: Whole = {}
    parts: Parts = {}
    for topic in edition.topics:
        for link in topic.read:
            if link.part:
                parts.setdefault((link.resource, link.part), []).append(topic.id)
            else:
                whole.setdefault(link.resource, []).append(topic.id)
    return whole, parts


def _resource(resource: Resource, whole: Whole, parts: Parts, edition: Edition) -> Data:
    options = edition.options
    url = resource.url or ""
    printed_parts = [_part(resource, part, parts[resource.id, part.id], edition) for part in resource.parts if (resource.id, part.id) in parts]
    labels = (*(options.label(word) for word in (resource.access, resource.level) if word), *_language(resource), resource.license)
    return {
        "id": resource.id,
        "field": f"resource-{resource.id}",
        "title": resource.title,
        "marks": [*map(options.label, marks_of(resource))],
        "meta": " · ".join(details_of(resource)),
        "source": " · ".join(unbreakable(label) for label in labels if label),
        "url": url,
        # The addresses of parts follow it, so it is complete.
        "address": pieces(url.removeprefix("https://")) if printed_parts else address_pieces(url),
        "status": status_note(resource.status, edition),
        "text": "",
        "topics": edition.topic_list(whole.get(resource.id, ())),
        "parts": [
            _part(resource, part, parts.get((resource.id, part.id), ()), edition) for part in resource.parts if (resource.id, part.id) in parts
        ],
    }


def best_resources(part: Part, edition: Edition) -> list[Data]:
    """The resources that most topics of a part are learned from; of as many, first choices come first."""
    resources: dict[str, Resource] = {}
    count: dict[str, int] = {}
    for topic in (row.topic for row in part.walk() if row.topic):
        for id in {link.resource: None for link in topic.read}:
            entry = edition.index.located[id].entry
            assert isinstance(entry, Resource)
            resources[id], count[id] = entry, count.get(id, 0) + 1
    ordered = sorted(resources.values(), key=lambda resource: (-count[resource.id], not resource.preferred))
    return [_best(resource, edition) for resource in ordered[:BEST]]


def _best(resource: Resource, edition: Edition) -> Data:
    address = address_pieces(resource.url or "")
    return {
        "title": resource.title,
        "url": resource.url or "",
        # A long address is in the chapter on resources alone.
        "address": address if sum(map(len, address)) <= MAX_ADDRESS else [],
        "target": resource_target(resource, None) if resource.id in edition.printed_ids else "",
    }


def resource_target(resource: Resource, part: ResourcePart | None) -> str:
    """The name of the place that describes a resource, or one of its parts. No id contains a slash."""
    return f"resource-{resource.id}/{part.id}" if part else f"resource-{resource.id}"


def _language(resource: Resource) -> Iterator[str]:
    if resource.language and resource.language != LANGUAGE:
        yield resource.language


def _part(resource: Resource, part: ResourcePart, topic_ids: Iterable[str], edition: Edition) -> Data:
    return {
        "title": part.title,
        "target": resource_target(resource, part),
        "url": resource.address_of(part) if resource.url else "",
        "address": pieces(part.at),
        "topics": edition.topic_list([*topic_ids]),
    }


def _topics_in(edition: Edition, ids: Iterable[str]) -> list[str]:
    return [id for id in ids if id in edition.topic_ids]
