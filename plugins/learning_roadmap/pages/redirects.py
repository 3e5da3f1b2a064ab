"""Redirect pages at old addresses: of phases that are gone, which redirect to their successors, and of pages that were renamed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from learning_roadmap.model import Entry, Phase, RoadmapIndex, Tombstone
from learning_roadmap.pages.anchors import Addresses, page_path
from learning_roadmap.pages.dashboard import ALL_FRAMES, dashboard_path
from learning_roadmap.pages.page import Settings
from learning_roadmap.pages.view import View

PHASES = "phases/index.md"
# Pages that were renamed: the dashboard was called the desk, and its pages had the client's names.
RENAMED: Mapping[str, str] = {
    "desk/index.md" if frame.client_view == "desk" else f"desk/{frame.client_view}.md": frame.name
    for frame in ALL_FRAMES
}  # fmt: skip


@dataclass(frozen=True)
class RedirectPage:
    """A whole HTML file of its own, outside navigation, search and site map, at the address of the page at ``path``."""

    path: str
    html: str


def redirect_pages(index: RoadmapIndex, settings: Settings, script: str) -> Iterator[RedirectPage]:
    """One page for each phase that is gone, and for each page that was renamed.

    Args:
        script: the address of ``moved.js`` from the site's root; it keeps the query and the fragment.
    """
    if not index.roadmap.phases:
        return
    over = View("", index, Addresses(index), settings)
    for path, name in RENAMED.items():
        yield _renamed_page(over.at(path), name, script)
    for gone in index.roadmap.history:
        if gone.kind == "phase":
            yield _phase_page(over.at(page_path("phases", gone.id)), gone, script)


def _renamed_page(view: View, name: str, script: str) -> RedirectPage:
    title = view.words("print.title") if name == "print" else view.words(f"dashboard.{name}.title")
    html = view.render(
        "redirect.html",
        title=view.words("redirect.page_moved"),
        explanation=view.words("redirect.page_moved_to"),
        reason="",
        links=[(view.page(dashboard_path(name)), title)],
        is_same_page=True,
        script=_script_address(view, script),
    )
    return RedirectPage(view.path, html)


def _phase_page(view: View, gone: Tombstone, script: str) -> RedirectPage:
    name = gone.id.replace("-", " ")
    successors = [view.index.sites[id].entry for id in gone.into]
    html = view.render(
        "redirect.html",
        title=view.words("redirect.moved_title" if successors else "redirect.removed_title", name=name),
        explanation=view.words("redirect.moved" if successors else "redirect.removed", name=name),
        reason=gone.reason,
        links=[(_address(view, one), one.title) for one in successors] or [(view.page(PHASES), view.words("redirect.all_phases"))],
        is_same_page=len(successors) == 1,
        script=_script_address(view, script),
    )
    return RedirectPage(view.path, html)


def _address(view: View, entry: Entry) -> str:
    path, anchor = view.addresses.home(entry)
    return view.page(path) if isinstance(entry, Phase) else view.page(path, anchor)


def _script_address(view: View, script: str) -> str:
    path, mark, version = script.partition("?")
    return view.page(path) + mark + version
