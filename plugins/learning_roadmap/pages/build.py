"""All pages of a roadmap. Kinds without entries get no page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from learning_roadmap.model import OUTER_KINDS, Kind, Phase, RoadmapIndex
from learning_roadmap.pages import activities, library, roles
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.dashboard import dashboard_pages
from learning_roadmap.pages.document import document_page, documents_page
from learning_roadmap.pages.map import map_page
from learning_roadmap.pages.news import news_page
from learning_roadmap.pages.page import Page, Settings
from learning_roadmap.pages.phase import phase_page, phases_page
from learning_roadmap.pages.view import View

# Pages with their own layout, by name.
PAGES: Mapping[str, Callable[[View], Page]] = {
    "papers": library.papers_page,
    "resources": library.resources_page,
    "projects": library.projects_page,
    "roles": roles.roles_page,
    "milestones": activities.milestones_page,
    "routine": activities.routine_page,
    "tips": activities.tips_page,
    "tracking": activities.tracking_page,
    "disagreements": library.disagreements_page,
}
# The pages that list entries, with the kinds on each.
LISTS: Mapping[str, tuple[Kind, ...]] = {
    name: tuple(kind for kind in OUTER_KINDS if kind.page == name)
    for name in dict.fromkeys(kind.page for kind in OUTER_KINDS if kind.page)
}  # fmt: skip
# The families of pages, in the order a navigation lists them.
GROUPS = ("dashboard", "map", "phases", "documents", "topics", *LISTS, "news")
# Groups that other pages link to. They are newer than some sites, whose navigations do not have them.
OPTIONAL_GROUPS = frozenset({"map", "news"})
# Groups that were renamed: a navigation may still name them.
FORMER_GROUPS = {"desk": "dashboard"}


@dataclass(frozen=True)
class Job:
    """Pages that are rendered together.

    Attributes:
        name: differs from that of every other job; with a slash if it is about a single entry.
        phase: the phase of a page that shows the summaries and questions of its topics. No other page shows any.
    """

    name: str
    make: Callable[[View], Iterable[Page]]
    phase: Phase | None = None


def build_pages(index: RoadmapIndex, settings: Settings) -> list[Page]:
    """Every page, in the order of :data:`GROUPS`."""
    view = View("", index, Addresses(index), settings)
    return [page for job in jobs(index) for page in job.make(view)]


def jobs(index: RoadmapIndex) -> Iterator[Job]:
    """What there is to render, in the order of :data:`GROUPS`."""
    roadmap = index.roadmap
    if roadmap.phases:
        yield Job("dashboard", dashboard_pages)
        yield _page("map", map_page)
        yield _page("phases", phases_page)
        for phase in roadmap.phases:
            yield _page(f"phases/{phase.id}", partial(phase_page, phase), phase)
    if roadmap.documents:
        yield _page("documents", documents_page)
        for document in roadmap.documents:
            yield _page(f"documents/{document.id}", partial(document_page, document))
    if index.topics:
        yield _page("topics", library.topics_page)
    for name, kinds in LISTS.items():
        if any(index.of_kind[kind.name] for kind in kinds):
            yield _page(name, PAGES.get(name, partial(library.list_page, kinds)))
        if name == "roles":
            for role in roadmap.roles:
                yield _page(f"roles/{role.id}", partial(roles.role_page, role))
    for phase in roadmap.phases:
        yield Job(f"papers/{phase.id}", partial(library.papers_of_phase_pages, phase))
    if roadmap.published:
        yield _page("news", news_page)


def _page(name: str, make: Callable[[View], Page], phase: Phase | None = None) -> Job:
    return Job(name, lambda view: [make(view)], phase)
