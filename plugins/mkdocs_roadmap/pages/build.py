"""All pages of a roadmap. What the roadmap does not have gets no page."""

from collections.abc import Callable

from mkdocs_roadmap.model.atlas import Atlas
from mkdocs_roadmap.pages import companions, library
from mkdocs_roadmap.pages.addresses import Addresses
from mkdocs_roadmap.pages.desk import desk_pages
from mkdocs_roadmap.pages.document import document_page, documents_page
from mkdocs_roadmap.pages.page import Page, Settings
from mkdocs_roadmap.pages.phase import phase_page, phases_page
from mkdocs_roadmap.pages.view import View

# The families of pages, in the order a navigation lists them.
GROUPS = (
    "desk", "phases", "documents", "topics", "resources", "papers", "projects",
    "milestones", "routine", "tips", "certifications", "tracking",
)  # fmt: skip


def build_pages(atlas: Atlas, settings: Settings) -> list[Page]:
    """Every page, in the order of :data:`GROUPS`."""
    view = View("", atlas, Addresses(atlas), settings)
    roadmap = atlas.roadmap
    pages: list[Page] = []
    if roadmap.phases:
        pages += desk_pages(view)
        pages += [phases_page(view), *(phase_page(phase, view) for phase in roadmap.phases)]
    if roadmap.documents:
        pages += [documents_page(view), *(document_page(document, view) for document in roadmap.documents)]
    singles: tuple[tuple[object, Callable[[View], Page]], ...] = (
        (atlas.topics, library.topics_page),
        (roadmap.resources, library.resources_page),
        (roadmap.papers, library.papers_page),
        (roadmap.projects, library.projects_page),
        (roadmap.milestones, companions.milestones_page),
        (roadmap.routine, companions.routine_page),
        (roadmap.tips, companions.tips_page),
        (roadmap.certifications or roadmap.conferences or roadmap.outcomes, companions.certifications_page),
        (roadmap.forms, companions.tracking_page),
    )
    pages += [make(view) for entries, make in singles if entries]
    return pages
