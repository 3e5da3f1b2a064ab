"""The items of Material's navigation, rendered once for all pages that show them alike.

Material renders the whole navigation on each page, which is most of the work on a page: a hundred phases are a hundred items on a hundred
pages. Except for the active ones, items differ only in their relative addresses, which are the same for all pages of a folder.
"""

import posixpath
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# Where Material's templates render an item: the template, its call, and our call in its place.
CALLS = {
    "partials/nav.html": ("{{ item.render(nav_item, ", "{{ roadmap_nav_item(item.render, nav_item, "),
    "partials/nav-item.html": ("{{ render(item, ", "{{ roadmap_nav_item(render, item, "),
}
# The names of the folders that lead to a page.
Folder = tuple[str, ...]


def remember_items(env: Environment, nav: Navigation) -> None:
    """Let the theme of a site render each item of the navigation once for each folder. Call it before its templates are loaded."""
    env.globals["roadmap_nav_item"] = _remembering(nav)
    env.add_extension(ItemCalls)


class ItemCalls(Extension):
    """Replaces the calls in Material's templates. Other templates are unchanged."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template with our calls."""
        call, ours = CALLS.get(name or "", ("", ""))
        return source.replace(call, ours) if call else source


def _remembering(nav: Navigation) -> Callable[..., Any]:
    items = list(_walk(nav.items))
    # An item on two branches is active on both, but only one of its sections knows.
    is_tree = len({id(item) for item in items}) == len(items)
    # From inside of these folders, some addresses are shorter. Any other folder is like those beside it.
    folders = {folder for item in items if not item.children for folder in _folders(item.url)}
    folders |= {_folder(item.url) for item in items if item.is_link}
    rendered: dict[tuple[object, ...], Any] = {}

    @pass_context
    def nav_item(context: Context, render: Callable[..., Any], item: Any, path: str, level: int, *parents: Any) -> Any:
        page = context.get("page")
        # The page of a blog post takes the place of the item that lists it.
        if not is_tree or not isinstance(page, Page) or item.active or getattr(item, "pages", None):
            return render(item, path, level, *parents)
        folder = _folder(page.url)
        key = (id(item), folder if folder in folders else (*folder[:-1], None), path, level, *(parent.active for parent in parents))
        if key not in rendered:
            rendered[key] = render(item, path, level, *parents)
        return rendered[key]

    return nav_item


def _walk(items: list[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _walk(item.children or [])


def _folders(url: str) -> Iterator[Folder]:
    """The folders above an address.

    >>> list(_folders("phases/a.html")), list(_folders("phases/a/"))
    ([(), ('phases',)], [(), ('phases',)])
    """
    parts = tuple(filter(None, url.split("/")))
    return (parts[:depth] for depth in range(len(parts)))


def _folder(url: str) -> Folder:
    """The folders that an address is in, as relative addresses are resolved.

    >>> _folder("phases/a.html"), _folder("phases/a/"), _folder("")
    (('phases',), ('phases', 'a'), ())
    """
    return tuple(filter(None, posixpath.dirname(url).split("/")))
