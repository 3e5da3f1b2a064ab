"""All pages of a roadmap. Kinds without entries get no page."""

from collections.abc import Callable, Mapping

from learning_roadmap.model import OUTER_KINDS, Kind, RoadmapIndex
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


def build_pages(index: RoadmapIndex, settings: Settings) -> list[Page]:
    """Every page, in the order of :data:`GROUPS`."""
    view = View("", index, Addresses(index), settings)
    roadmap = index.roadmap
    pages: list[Page] = []
    if roadmap.phases:
        pages += dashboard_pages(view)
        pages.append(map_page(view))
        pages += [phases_page(view), *(phase_page(phase, view) for phase in roadmap.phases)]
    if roadmap.documents:
        pages += [documents_page(view), *(document_page(document, view) for document in roadmap.documents)]
    if index.topics:
        pages.append(library.topics_page(view))
    for name, kinds in LISTS.items():
        if any(index.of_kind[kind.name] for kind in kinds):
            pages.append(PAGES[name](view) if name in PAGES else library.list_page(kinds, view))
        if name == "roles":
            pages += roles.role_pages(view)
    pages += library.papers_of_phase_pages(view)
    if roadmap.published:
        pages.append(news_page(view))
    return pages
