"""The pages of the desk: empty frames, which the client fills with what the learner has said."""

from typing import NamedTuple

from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.printed import print_page
from learning_roadmap.pages.rendering import render
from learning_roadmap.pages.view import View

WAITING = "This page is made in your browser, of what it has stored. It needs JavaScript."


class Frame(NamedTuple):
    """A page of the desk: its name, which is also that of the view that fills it, and its words."""

    name: str
    title: str
    lead: str


FRAMES = (
    Frame("desk", "Desk", "Where you are, and what comes next. It is kept in this browser, and nowhere else."),
    Frame("plan", "Plan", "A start, some hours a week, and what to learn. Out comes a schedule that follows what you really do."),
    Frame("left", "What is left", "Everything that is neither done nor skipped, in the order of the map."),
    Frame("journal", "Journal", "Where each phase stands, what you are at, and a page for each month."),
    Frame("changes", "What changed", "What updates of the roadmap did to what you have said of it."),
    Frame("keep", "Take it along", "Export your progress, import it elsewhere, keep a backup file, restore an earlier state, or erase everything."),
)
# Opened by a link that someone shares; no navigation leads there.
SHARED = Frame("shared", "Shared progress", "Someone has shared this. It is shown as it came, and changes nothing of yours.")


def desk_pages(over: View) -> list[Page]:
    """All of them; the first is the desk itself."""
    return [_page(frame, "desk", over) for frame in FRAMES] + [print_page(over), _page(SHARED, "shared", over)]


def desk_path(name: str) -> str:
    """The path of a page of the desk.

    >>> desk_path("desk"), desk_path("plan")
    ('desk/index.md', 'desk/plan.md')
    """
    return "desk/index.md" if name == "desk" else f"desk/{name}.md"


def _page(frame: Frame, group: str, over: View) -> Page:
    view = over.at(desk_path(frame.name))
    anchor = f"page-{frame.name}"
    return Page(
        path=view.path,
        group=group,
        title=frame.title,
        html=render("desk.html", view=view, waiting=WAITING, **frame._asdict()),
        description=frame.lead,
        toc=(Heading(frame.title, anchor, 1),),
        search=(SearchEntry(frame.title, frame.lead),) if group == "desk" else (),
        is_wide=True,
    )
