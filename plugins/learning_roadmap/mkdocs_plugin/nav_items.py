"""The items of Material's navigation, rendered once for all pages that show them alike.

Material renders the whole navigation on each page, which is most of the work on a page: a hundred phases are a hundred items on a hundred
pages. Except for the active ones, items differ only in their relative addresses, which are the same for all pages of a folder. In the
frames of pages, a mark stands for the items of a section, which would be most of their text.
"""

import json
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
# What stands in a frame for items of a section: the first one, the one after the last, and how the section is called here.
MARK = "\x01{} {} {}\x01"
MARKS = re.compile("\x01([0-9]+) ([0-9]+) ([^\x01]+)\x01")
# The names of the folders that lead to a page.
Folder = tuple[str, ...]
Render = Callable[..., str]
Sections = dict[str, list[str | None]]


def remember_items(env: Environment, items: "RememberedItems") -> None:
    """Let the theme of a site render each item of the navigation once for each folder. Call it before its templates are loaded."""
    env.globals |= {"roadmap_nav_item": items.item, "roadmap_nav_items": items.items}
    env.add_extension(ItemCalls)


class ItemCalls(Extension):
    """Replaces the calls in Material's templates. Other templates are unchanged."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template with our calls."""
        template, call, ours = TOP
        if name == template:
            return source.replace(call, ours)
        if name == SECTION:
            return LOOP.sub(lambda loop: "{{ roadmap_nav_items(render, nav_item, index, path, level, " + repr(loop.groups()) + ") }}", source)
        return source


class RememberedItems:
    """The items of a navigation as they are rendered where they are not active.

    Args:
        has_marks: whether pages get marks for the items of sections, to be replaced by :meth:`put_in`.
        finish: what is done with an item of a section when it is rendered.
        resolve: what is done with it in each build, after it is loaded or finished.
    """

    def __init__(self, nav: Navigation, *, has_marks: bool = False, finish: Callable[[str], str] = str, resolve: Callable[[str], str] = str) -> None:
        items = list(_walk(nav.items))
        # An item on two branches is active on both, but only the sections above its parent know; and none that a hook has put it into.
        self._is_tree = len({id(item) for item in items}) == len(items)
        self._is_tree &= all(getattr(child, "parent", None) is item for item in items for child in item.children or ())
        # From inside of these folders, some addresses are shorter. Any other folder is like those beside it.
        self._folders = {folder for item in items if not item.children for folder in _folders(item.url)}
        self._folders |= {_folder(item.url) for item in items if item.is_link}
        self._nav = nav
        self._has_marks, self._finish, self._resolve = has_marks, finish, resolve
        self._numbers = {id(item): number for number, item in enumerate(items)}
        self._rendered: dict[tuple[object, ...], str] = {}
        # The items of sections, by the place of the page and all that the theme is told of the section: as they are stored, and resolved.
        self._sections: Sections = {}
        self._resolved: Sections = {}
        self._has_grown = False
        # Which items of a section list pages, by the section's number.
        self._listing: dict[int, list[int]] = {}

    @pass_context
    def item(self, context: Context, render: Render, item: Any, path: str, level: int) -> str:
        """One item at the top of the navigation."""
        place = self._place_in(context)
        if place is None or _changes(item):
            return render(item, path, level)
        key = (id(item), place, path, level)
        if key not in self._rendered:
            self._rendered[key] = render(item, path, level)
        return self._rendered[key]

    @pass_context
    def items(self, context: Context, render: Render, section: Any, index: Any, path: str, level: int, spaces: tuple[str, str, str, str]) -> str:
        """The items of a section, or marks for those that are remembered.

        Args:
            index: the item that the theme shows as the section's own page, or None.
            path: the section's number, from which its items get theirs.
            spaces: what the theme prints at the start of each item, around it if it is shown, and at its end.
        """
        start, before, after, end = spaces

        def rendered(number: int) -> str:
            item = section.children[number]
            if index and item == index:
                return start + end
            return f"{start}{before}{render(item, f'{path}_{number + 1}', level + 1, section)}{after}{end}"

        place, section_number = self._place_in(context), self._numbers.get(id(section))
        if place is None or section_number is None:
            return "".join(map(rendered, range(len(section.children))))
        # Some themes show the items of an active section in another way.
        name = f"{section_number} {path} {level} {section.active}"
        key = f"{place} {name}"
        known, resolved = (sections.setdefault(key, [None] * len(section.children)) for sections in (self._sections, self._resolved))
        texts: list[str] = []
        first = 0
        for number in [*self._changing(section, section_number), len(known)]:
            for missing in range(first, number):
                if known[missing] is None:
                    text = known[missing] = self._finish(_put_in(rendered(missing), place, self._sections))
                    resolved[missing] = self._resolve(text)
                    self._has_grown = True
            if first < number:
                texts.append(MARK.format(first, number, name) if self._has_marks else "".join(map(str, resolved[first:number])))
            if number < len(known):
                texts.append(rendered(number))
            first = number + 1
        return "".join(texts)

    def _changing(self, section: Any, section_number: int) -> list[int]:
        """Which items of a section look different on different pages of one folder."""
        if section_number not in self._listing:
            self._listing[section_number] = [number for number, item in enumerate(section.children) if _lists_pages(item)]
        # MkDocs activates all sections that lead to a page.
        active = [number for number, item in enumerate(section.children) if item.active] if section.active else []
        return sorted({*self._listing[section_number], *active}) if self._listing[section_number] else active

    def put_in(self, html: str, page: Page) -> str:
        """A page with its items in place of the marks."""
        return _put_in(html, self._place(page), self._resolved) if self._has_marks else html

    def knows(self, html: str, page: Page) -> bool:
        """Whether the items of all marks in a page are known."""
        place = self._place(page)
        return all(_marked(mark, place, self._sections) for mark in MARKS.finditer(html))

    def load(self, stored: bytes | None) -> None:
        """Remember what an earlier build has stored."""
        self._sections = json.loads(stored or "{}")
        self._resolved = {key: [item and self._resolve(item) for item in items] for key, items in self._sections.items()}

    def stored(self) -> bytes | None:
        """What a later build can load; None if it has it already."""
        return json.dumps(self._sections).encode() if self._has_grown else None

    def _place_in(self, context: Context) -> str | None:
        """The place of the page that is rendered; None if nothing can be remembered."""
        page = context.get("page")
        return self._place(page) if self._is_tree and isinstance(page, Page) and context.get("nav") is self._nav else None

    def _place(self, page: Page) -> str:
        """From where items are linked to: the same for all pages that link alike."""
        folder = _folder(page.url)
        return "".join(f"{name}/" for name in folder) if folder in self._folders else "".join(f"{name}/" for name in folder[:-1]) + "*"


def _put_in(html: str, place: str, sections: Sections) -> str:
    # A title may look like a mark.
    return MARKS.sub(lambda mark: "".join(map(str, _marked(mark, place, sections))) or mark[0], html)


def _marked(mark: re.Match[str], place: str, sections: Sections) -> list[str | None]:
    """The items that a mark stands for, at least one; empty if not all of them are known."""
    found = sections.get(f"{place} {mark[3]}", [])[int(mark[1]) : int(mark[2])]
    return [] if None in found else found


def _changes(item: Any) -> bool:
    """Whether an item looks different on different pages of one folder: the page itself, and what leads to it."""
    return item.active or _lists_pages(item)


def _lists_pages(item: Any) -> bool:
    """Whether an item is a view of a blog: the page of a post takes the place of the view that lists it."""
    return bool(getattr(item, "pages", None))


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
