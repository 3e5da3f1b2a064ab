"""Redirect pages at old addresses: of removed phases and roles, which lead to their successors, and of renamed pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from learning_roadmap.model import KIND, RoadmapIndex, Tombstone
from learning_roadmap.pages.anchors import Addresses, page_path
from learning_roadmap.pages.dashboard import ALL_FRAMES, dashboard_path
from learning_roadmap.pages.page import Settings
from learning_roadmap.pages.phase import PHASES_PATH
from learning_roadmap.pages.roles import ROLES_PATH
from learning_roadmap.pages.view import View

# Pages that were renamed: the dashboard was called the desk.
RENAMED: Mapping[str, str] = {
    "desk/index.md" if frame.former_name == "desk" else f"desk/{frame.former_name}.md": frame.name
    for frame in ALL_FRAMES
}  # fmt: skip


@dataclass(frozen=True)
class RedirectPage:
    """A complete HTML file, outside of navigation, search and site map, at the address of the page at ``path``."""

    path: str
    html: str


def redirect_pages(index: RoadmapIndex, settings: Settings, script: str) -> Iterator[RedirectPage]:
    """One page for each renamed page, and for each removed entry that had a page of its own.

    Args:
        script: the address of ``redirect.js`` from the site's root; it keeps the query and the fragment.
    """
    if not index.roadmap.phases:
        return
    root = View("", index, Addresses(index), settings)
    for path, name in RENAMED.items():
        yield _renamed_page(root.at(path), name, script)
    for tombstone in index.roadmap.history:
        if tombstone.kind and (kind := KIND[tombstone.kind]).has_own_page:
            yield _entry_page(root.at(page_path(kind.list_name, tombstone.id)), tombstone, script)


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


def _entry_page(view: View, tombstone: Tombstone, script: str) -> RedirectPage:
    name = tombstone.id.replace("-", " ")
    successors = [view.index.located[id].entry for id in tombstone.into]
    others = (view.page(PHASES_PATH), view.words("redirect.all_phases"))
    if tombstone.kind == "role" and view.index.roadmap.roles:
        others = (view.page(ROLES_PATH), view.words("redirect.all_roles"))
    html = view.render(
        "redirect.html",
        title=view.words("redirect.moved_title" if successors else "redirect.removed_title", name=name),
        explanation=view.words("redirect.moved" if successors else "redirect.removed", name=name),
        reason=tombstone.reason,
        links=[(view.to(entry), entry.title) for entry in successors] or [others],
        is_same_page=len(successors) == 1,
        script=_script_address(view, script),
    )
    return RedirectPage(view.path, html)


def _script_address(view: View, script: str) -> str:
    path, mark, version = script.partition("?")
    return view.page(path) + mark + version
