"""The page of a phase: its sections, topics, practice and projects; and the page that lists the phases."""

from learning_roadmap.model import Phase, walk_topics, word_for
from learning_roadmap.pages.anchors import page_path
from learning_roadmap.pages.calm_rows import CalmRows
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.search import search_entries_of
from learning_roadmap.pages.times import phase_time_in_words
from learning_roadmap.pages.view import View

PHASES_PATH = "phases/index.md"


def phase_page(phase: Phase, root: View) -> Page:
    """The page of one phase."""
    path = page_path("phases", phase.id)
    view = root.at(path)
    phases = view.index.roadmap.phases
    number = view.number(phase)
    projects = view.projects_of(phase)
    html = view.render(
        "phase.html",
        phase=phase,
        calm=CalmRows(view),
        number=number,
        phases=phases,
        projects=projects,
        time=phase_time_in_words(phase, view),
        before=phases[number - 2] if number > 1 else None,
        after=phases[number] if number < len(phases) else None,
    )
    headings = [Heading(section.title, view.anchor(section), 2) for section in phase.sections]
    if projects:
        headings.append(Heading(view.words("phase.projects"), "phase-projects", 2))
    topics = view.words("counts.topics", count=view.size(phase))
    return Page(
        path=path,
        group="phases",
        title=phase.title,
        html=html,
        description=phase.goal or view.words("phase.description", title=phase.title, topics=topics, count=len(phase.sections)),
        toc=(Heading(phase.title, view.anchor(phase), 1, tuple(headings)),),
        search=(SearchEntry(phase.title, phase.goal or "", kind="phase", label=view.label(word_for(phase)), names=phase.also), *_rows(phase, view)),
        entry=phase.id,
    )


def _rows(phase: Phase, view: View) -> list[SearchEntry]:
    entries: list[SearchEntry] = []
    for section in phase.sections:
        entries += search_entries_of((section, *walk_topics(section.topics), *section.practice), view)
    return entries


def phases_page(root: View) -> Page:
    """The list of all phases, in order."""
    view = root.at(PHASES_PATH)
    title = view.words("phases.title")
    return Page(
        path=PHASES_PATH,
        group="phases",
        title=title,
        html=view.render("phases.html", title=title, phases=view.index.roadmap.phases),
        description=view.words("phases.description"),
        toc=(Heading(title, "page-phases", 1),),
        search=(SearchEntry(title, ""),),
    )
