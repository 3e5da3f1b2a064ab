"""The page to print: the whole roadmap. The client marks what the learner has done."""

from learning_roadmap.model import OUTER_KINDS, RESOURCE_HEADINGS, TIER_HEADINGS, Entry, Resource, kind_of, with_parts
from learning_roadmap.pages.page import Heading, Page
from learning_roadmap.pages.view import View

NAME = "print"
PATH = f"dashboard/{NAME}.md"


def print_page(root: View) -> Page:
    """The roadmap as a book: a cover, a chapter for each phase, and the activities."""
    view = root.at(PATH)
    roadmap = view.index.roadmap
    title = view.words("print.title")
    html = view.render(
        "print.html",
        name=NAME,
        title=title,
        roadmap=roadmap,
        size=len(view.work("all").to_learn),
        projects=_other_projects(view),
        milestones=sorted(roadmap.milestones, key=lambda entry: entry.months),
        papers=sorted(roadmap.papers, key=lambda entry: (not entry.must_read, entry.title.casefold())),
        others=_ticked_groups(view),
        resources=_resources(view),
    )
    return Page(
        path=PATH,
        group="shared",
        title=title,
        html=html,
        description=view.words("print.description"),
        toc=(Heading(title, f"page-{NAME}", 1),),
        search=(),
        is_wide=True,
    )


def _resources(view: View) -> list[tuple[str, list[Resource]]]:
    """Resources by kind."""
    resources = view.index.roadmap.resources
    groups = ((view.label(words), [resource for resource in resources if resource.kind is kind]) for kind, words in RESOURCE_HEADINGS.items())
    return [(words, entries) for words, entries in groups if entries]


def _ticked_groups(view: View) -> list[tuple[str, list[Entry]]]:
    """Ticked entries without their own chapter, by kind."""
    groups = ((view.label(kind.heading), with_parts(view.index.of_kind[kind.name])) for kind in OUTER_KINDS if not kind.has_own_chapter)
    return [(words, ticked) for words, entries in groups if (ticked := [entry for entry in entries if kind_of(entry).is_ticked])]


def _other_projects(view: View) -> list[tuple[str, list[object]]]:
    """The projects that are in no section, by tier."""
    in_sections = {id for phase in view.index.roadmap.phases for section in phase.sections for id in section.projects}
    others = [project for project in view.index.roadmap.projects if project.id not in in_sections]
    tiers = [*((tier, view.label(words)) for tier, words in TIER_HEADINGS.items()), (None, view.words("projects.more"))]
    return [(words, list(projects)) for tier, words in tiers if (projects := [project for project in others if project.tier is tier])]
