"""What search engines read of a page: its place in the site, the course, the phase or the papers, in the words of schema.org.

Public functions return nodes of JSON-LD, each as JSON.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from learning_roadmap.model import Paper, Phase, RoadmapIndex, phase_hours
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.bibliography import authors_of
from learning_roadmap.pages.news import last_change
from learning_roadmap.pages.page import Page, Settings

# Fields without a value are left out.
Node = dict[str, Any]


def course(index: RoadmapIndex, settings: Settings, site_name: str) -> str:
    """The roadmap as a course, for the home page."""
    roadmap = index.roadmap
    hours = sum(phase_hours(phase) for phase in roadmap.phases)
    instance = _node("CourseInstance", courseMode="Online", courseWorkload=_duration(hours))
    node = _node(
        "Course",
        id=_course_id(settings),
        name=roadmap.title,
        description=roadmap.description or roadmap.title,
        url=settings.site_url,
        provider=_node("Organization", name=site_name, url=settings.site_url),
        inLanguage=settings.language,
        isAccessibleForFree=True,
        license=roadmap.license.url or roadmap.license.name if roadmap.license else None,
        datePublished=str(roadmap.published or ""),
        dateModified=str(last_change(index) or ""),
        hasCourseInstance=instance if hours else None,
        hasPart=[_node("LearningResource", name=phase.title, url=_address(phase, index, settings)) for phase in roadmap.phases],
    )
    return _json(node)


def page_nodes(page: Page, index: RoadmapIndex, settings: Settings) -> tuple[str, ...]:
    """The nodes of a generated page: its phase, or the papers on it. None if the site's address is not known."""
    if not settings.site_url:
        return ()
    if page.group == "phases" and page.entry in index.phase_numbers:
        phase = index.roadmap.phases[index.phase_numbers[page.entry] - 1]
        return (_json(_phase_node(phase, page, index, settings)),)
    if papers := _papers_by_page(index).get(page.path):
        items = [_node("ListItem", position=number, item=_paper_node(paper)) for number, paper in enumerate(papers, 1)]
        return (_json(_node("ItemList", name=page.title, itemListElement=items)),)
    return ()


@lru_cache(maxsize=1)
def _papers_by_page(index: RoadmapIndex) -> dict[str, list[Paper]]:
    addresses = Addresses(index)
    papers: dict[str, list[Paper]] = {}
    for paper in index.roadmap.papers:
        papers.setdefault(addresses.home(paper)[0], []).append(paper)
    return papers


def breadcrumbs(pages: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The way from the home page to a page: names and addresses. None for the home page itself."""
    items = [_node("ListItem", position=number, name=name, item=url) for number, (name, url) in enumerate(pages, 1)]
    return (_json(_node("BreadcrumbList", itemListElement=items)),) if len(items) > 1 else ()


def _phase_node(phase: Phase, page: Page, index: RoadmapIndex, settings: Settings) -> Node:
    return _node(
        "LearningResource",
        name=phase.title,
        description=page.description,
        url=settings.absolute(page.path),
        position=index.phase_numbers[phase.id],
        isPartOf={"@id": _course_id(settings)},
        inLanguage=settings.language,
        isAccessibleForFree=True,
        educationalLevel=str(phase.level or ""),
        timeRequired=_duration(phase_hours(phase)),
        teaches=[section.title for section in phase.sections],
    )


def _paper_node(paper: Paper) -> Node:
    return _node(
        "ScholarlyArticle",
        name=paper.title,
        author=[_node("Person", name=name) for name in authors_of(paper)[0]],
        datePublished=str(paper.year or ""),
        isPartOf=_node("Periodical", name=paper.venue) if paper.venue else None,
        url=paper.address,
        sameAs=paper.doi_address if paper.doi_address != paper.address else None,
    )


def _node(type: str, id: str = "", **fields: Any) -> Node:
    node: Node = {"@type": type, **({"@id": id} if id else {})}
    return node | {name: value for name, value in fields.items() if value not in (None, "", [])}


def _json(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, separators=(",", ":"))


def _course_id(settings: Settings) -> str:
    return f"{settings.site_url}#course"


def _address(phase: Phase, index: RoadmapIndex, settings: Settings) -> str:
    return settings.absolute(Addresses(index).home(phase)[0])


def _duration(hours: float) -> str:
    """Hours as a duration of ISO 8601; empty if there are none.

    >>> _duration(4.5), _duration(120), _duration(0)
    ('PT4H30M', 'PT120H', '')
    """
    whole, minutes = divmod(round(hours * 60), 60)
    return f"PT{whole}H{f'{minutes}M' if minutes else ''}" if whole or minutes else ""
