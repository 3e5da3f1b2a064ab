"""The items of Material's navigation, rendered once for all pages that show them alike.

Material renders the whole navigation on each page, which is most of the work on a page: a hundred phases are a hundred items on a hundred
pages. Except for the active ones, items differ only in their relative addresses, which are the same for all pages of a folder.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# Where Material's templates render an item at the top: the template, its call, and our call in its place.
TOP = ("partials/nav.html", "{{ item.render(nav_item, ", "{{ roadmap_nav_item(item.render, nav_item, ")
# Where they render the items of a section, with all spaces that they print between them.
SECTION = "partials/nav-item.html"
LOOP = re.compile(
    r"""\{% for item in nav_item[.]children %\}(\s*)\{% if not index or item != index %\}(\s*)"""
    r"""\{\{ render\(item, path ~ "_" ~ loop[.]index, level \+ 1, nav_item\) \}\}(\s*)\{% endif %\}(\s*)\{% endfor %\}"""
)
# The names of the folders that lead to a page.
Folder = tuple[str, ...]
Render = Callable[..., str]


def remember_items(env: Environment, nav: Navigation) -> None:
    """Let the theme of a site render each item of the navigation once for each folder. Call it before its templates are loaded."""
    remembered = RememberedItems(nav)
    env.globals |= {"roadmap_nav_item": remembered.item, "roadmap_nav_items": remembered.items}
    env.add_extension(ItemCalls)


class ItemCalls(Extension):
    """Replaces the calls in Material's templates. Other templates are unchanged."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template with our calls."""
        template, call, ours = TOP
        if name == template:
            return source.replace(call, ours)
        if name == SECTION:
            return LOOP.sub(lambda loop: f"{{{{ roadmap_nav_items(render, nav_item, index, path, level, {loop.groups()!r}) }}}}", source)
        return source


class RememberedItems:
    """The items of a navigation as they are rendered where they are not active."""

    def __init__(self, nav: Navigation) -> None:
        items = list(_walk(nav.items))
        # An item on two branches is active on both, but only one of its sections knows.
        self._is_tree = len({id(item) for item in items}) == len(items)
        # From inside of these folders, some addresses are shorter. Any other folder is like those beside it.
        self._folders = {folder for item in items if not item.children for folder in _folders(item.url)}
        self._folders |= {_folder(item.url) for item in items if item.is_link}
        self._rendered: dict[tuple[object, ...], str] = {}
        self._sections: dict[tuple[object, ...], list[str]] = {}

    @pass_context
    def item(self, context: Context, render: Render, item: Any, path: str, level: int) -> str:
        """One item at the top of the navigation."""
        place = self._place(context)
        if place is None or _changes(item):
            return render(item, path, level)
        key = (id(item), place)
        if key not in self._rendered:
            self._rendered[key] = render(item, path, level)
        return self._rendered[key]

    @pass_context
    def items(self, context: Context, render: Render, section: Any, index: Any, path: str, level: int, spaces: tuple[str, str, str, str]) -> str:
        """The items of a section.

        Args:
            index: the item that the theme shows as the section's own page, or None.
            path: the section's number, from which its items get theirs.
            spaces: what the theme prints at the start of each item, around it if it is shown, and at its end.
        """
        start, before, after, end = spaces

        def rendered(number: int, item: Any) -> str:
            if index and item == index:
                return start + end
            return f"{start}{before}{render(item, f'{path}_{number}', level + 1, section)}{after}{end}"

        children = list(enumerate(section.children, 1))
        place = self._place(context)
        if place is None:
            return "".join(rendered(number, item) for number, item in children)
        # A parent that is active, and its own page, are shown in another way.
        key = (id(section), place, section.active, id(index))
        known = self._sections.setdefault(key, [""] * len(children))
        items = known.copy()
        for number, item in children:
            if _changes(item):
                items[number - 1] = rendered(number, item)
            elif not known[number - 1]:
                items[number - 1] = known[number - 1] = rendered(number, item)
        return "".join(items)

    def _place(self, context: Context) -> Folder | None:
        """From where items are linked to: the same for all pages that link alike; None where nothing can be remembered."""
        page = context.get("page")
        if not self._is_tree or not isinstance(page, Page):
            return None
        folder = _folder(page.url)
        return folder if folder in self._folders else (*folder[:-1], "")


def _changes(item: Any) -> bool:
    """Whether an item looks different on different pages of one folder: the page itself, and what leads to it."""
    # The page of a blog post takes the place of the item that lists it.
    return item.active or bool(getattr(item, "pages", None))


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
