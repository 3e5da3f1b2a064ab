"""All pages of a roadmap. What the roadmap does not have gets no page."""

from collections.abc import Callable

from learning_roadmap.model.index import RoadmapIndex
from learning_roadmap.pages import activities, library
from learning_roadmap.pages.anchors import Addresses
from learning_roadmap.pages.dashboard import desk_pages
from learning_roadmap.pages.document import document_page, documents_page
from learning_roadmap.pages.page import Page, Settings
from learning_roadmap.pages.phase import phase_page, phases_page
from learning_roadmap.pages.view import View

# The families of pages, in the order a navigation lists them.
GROUPS = (
    "desk", "phases", "documents", "topics", "resources", "papers", "projects",
    "milestones", "routine", "tips", "certifications", "tracking",
)  # fmt: skip


def build_pages(index: RoadmapIndex, settings: Settings) -> list[Page]:
    """Every page, in the order of :data:`GROUPS`."""
    view = View("", index, Addresses(index), settings)
    roadmap = index.roadmap
    pages: list[Page] = []
    if roadmap.phases:
        pages += desk_pages(view)
        pages += [phases_page(view), *(phase_page(phase, view) for phase in roadmap.phases)]
    if roadmap.documents:
        pages += [documents_page(view), *(document_page(document, view) for document in roadmap.documents)]
    singles: tuple[tuple[object, Callable[[View], Page]], ...] = (
        (index.topics, library.topics_page),
        (roadmap.resources, library.resources_page),
        (roadmap.papers, library.papers_page),
        (roadmap.projects, library.projects_page),
        (roadmap.milestones, activities.milestones_page),
        (roadmap.routine, activities.routine_page),
        (roadmap.tips, activities.tips_page),
        (roadmap.certifications or roadmap.conferences or roadmap.outcomes, activities.certifications_page),
        (roadmap.forms, activities.tracking_page),
    )
    pages += [make(view) for entries, make in singles if entries]
    return pages
