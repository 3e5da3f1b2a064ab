"""A finished page as Markdown: its headings as headings, all between them as HTML on one line, which Markdown passes on unread."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from learning_roadmap.datafile import one_line
from learning_roadmap.pages import PIECES, Heading, Page, for_markdown

SPACE = re.compile(r"[ \t\r\n]+")
OPENING_TAG = re.compile(r"</?([a-z0-9]+)")
OPENING_HEADING = re.compile(r'<h([1-6]) id="([^"]+)"(?: class="([^"]+)")?>')
ID = re.compile(r'\sid="([^"]+)"')
HEADERLINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
VOID = frozenset("area base br col hr img input link meta source track wbr".split(" "))
# What may be taken away around a heading without changing what a page says.
WRAPPERS = frozenset(("div", "section"))


def as_html(text: str) -> str:
    """Plain text for the places that MkDocs, ProperDocs and Zensical print as HTML: titles, descriptions, a site's name.

    >>> as_html('<b> "R&D" {{ 7 }}')
    '&lt;b&gt; &quot;R&amp;D&quot; &#123;&#123; 7 &#125;&#125;'
    """
    return without_braces(escape(text))


def without_braces(html: str) -> str:
    """HTML in which no template engine finds anything to run."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def page_source(page: Page) -> str:
    """The text of a page's Markdown file."""
    head = [f"title: {one_line(as_html(page.title))}", f"description: {one_line(as_html(page.description))}"]
    if page.is_wide:
        head += ["hide:", "  - toc"]
    if not page.search:
        head += ["search:", "  exclude: true"]
    return "\n".join(("---", *head, "---", "", "\n\n".join(_blocks(page)), ""))


def _blocks(page: Page) -> Iterator[str]:
    pieces = PIECES.findall(page.html)
    headings, dissolved = _layout(pieces, set(_ids(page.toc)))
    held = ""
    at = 0
    while at < len(pieces):
        if at in headings:
            yield from _html(held)
            held = ""
            yield _heading(pieces[at : headings[at]])
            at = headings[at]
        elif at in dissolved:
            held += "".join(f'<span id="{id}"></span>' for id in ID.findall(pieces[at]))
        else:
            held += pieces[at]
        at += 1
    yield from _html(held)


def _ids(headings: Iterable[Heading]) -> Iterator[str]:
    for heading in headings:
        yield heading.id
        yield from _ids(heading.children)


def _layout(pieces: list[str], wanted: set[str]) -> tuple[dict[int, int], set[int]]:
    """Where the headings of the table of contents begin and end; and the tags around them, which have to go."""
    headings: dict[int, int] = {}
    ends: dict[int, int] = {}
    around: set[int] = set()
    open: list[tuple[str, int]] = []
    for at, piece in enumerate(pieces):
        found = OPENING_TAG.match(piece)
        if found is None or found[1] in VOID:
            continue
        if not piece.startswith("</"):
            open.append((found[1], at))
            continue
        _, start = open.pop()
        ends[start] = at
        heading = OPENING_HEADING.match(pieces[start])
        if heading and heading[2] in wanted and all(name in WRAPPERS for name, _ in open):
            headings[start] = at
            around.update(opened for _, opened in open)
    return headings, around | {ends[opened] for opened in around}


def _heading(pieces: list[str]) -> str:
    found = OPENING_HEADING.match(pieces[0])
    assert found
    classes = "".join(f" .{name}" for name in (found[3] or "").split())
    words = for_markdown(HEADERLINK.sub("", "".join(pieces[1:])))
    return f"{'#' * int(found[1])} {words} {{#{found[2]}{classes}}}"


def _html(html: str) -> Iterator[str]:
    """One line, within one element: so it is a block of HTML for every reader of Markdown, up to the next empty line."""
    if text := SPACE.sub(" ", html).strip():
        yield f"<div>{without_braces(text)}</div>"
