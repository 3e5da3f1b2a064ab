"""The pages of the dashboard: empty frames, which the client fills with the learner's progress."""

from typing import NamedTuple

from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.printed import print_page
from learning_roadmap.pages.view import View


class Frame(NamedTuple):
    """A page of the dashboard: its name, also used in the keys of its texts, and its name in the first builds.

    The former name is in old addresses, which redirect, and in ``data-rm-desk``, because a page may meet scripts of another build.
    """

    name: str
    former_name: str


FRAMES = (
    Frame("dashboard", "desk"),
    Frame("path", "path"),
    Frame("placement", "placement"),
    Frame("plan", "plan"),
    Frame("remaining", "left"),
    Frame("journal", "journal"),
    Frame("certificate", "certificate"),
    Frame("changes", "changes"),
    Frame("backup", "keep"),
)
PRINT = Frame("print", "print")
# Opened by a shared link; not in the navigation.
SHARED = Frame("shared", "shared")
ALL_FRAMES = (*FRAMES, PRINT, SHARED)


def dashboard_pages(root: View) -> list[Page]:
    """All pages of the dashboard, its first page first."""
    return [_page(frame, "dashboard", root) for frame in FRAMES] + [print_page(root), _page(SHARED, "shared", root)]


def dashboard_path(name: str) -> str:
    """The path of a page of the dashboard.

    >>> dashboard_path("dashboard"), dashboard_path("plan")
    ('dashboard/index.md', 'dashboard/plan.md')
    """
    return "dashboard/index.md" if name == "dashboard" else f"dashboard/{name}.md"


def _page(frame: Frame, group: str, root: View) -> Page:
    view = root.at(dashboard_path(frame.name))
    title, lead = view.words(f"dashboard.{frame.name}.title"), view.words(f"dashboard.{frame.name}.lead")
    return Page(
        path=view.path,
        group=group,
        title=title,
        html=view.render("dashboard.html", title=title, lead=lead, **frame._asdict()),
        description=lead,
        toc=(Heading(title, f"page-{frame.name}", 1),),
        search=(SearchEntry(title, lead),) if group == "dashboard" else (),
        is_wide=True,
    )
