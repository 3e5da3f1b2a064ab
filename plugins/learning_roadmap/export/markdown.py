"""A page as Markdown: headings as Markdown headings, everything else as one line of HTML, which Markdown leaves unchanged."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from learning_roadmap.datafile import one_line
from learning_roadmap.pages import PIECES, Heading, Page, for_markdown

SPACE = re.compile(r"[ \t\r\n]+")
OPENING_TAG = re.compile(r"</?([a-z0-9]+)")
OPENING_HEADING = re.compile(r'<h([1-6]) id="([^"]+)"(?: class="([^"]+)")?(?: aria-label="[^"]*")?>')
ID = re.compile(r'\sid="([^"]+)"')
HEADERLINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
VOID = frozenset("area base br col hr img input link meta source track wbr".split(" "))
# Elements around a heading that can be removed without a loss.
WRAPPERS = frozenset(("div", "section"))


def as_html(text: str) -> str:
    """Plain text escaped for values that MkDocs, ProperDocs and Zensical print as HTML: titles, descriptions, the site's name.

    >>> as_html('<b> "R&D" {{ 7 }}')
    '&lt;b&gt; &quot;R&amp;D&quot; &#123;&#123; 7 &#125;&#125;'
    """
    return without_braces(escape(text))


def without_braces(html: str) -> str:
    """HTML without the braces that template engines interpret."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def page_source(page: Page) -> str:
    """The text of a page's Markdown file."""
    head = [f"title: {one_line(as_html(page.title))}", f"description: {one_line(as_html(page.description))}"]
    if page.is_wide:
        head += ["hide:", "  - toc"]
    if not page.search:
        head += ["search:", "  exclude: true"]
    return "\n".join(("---", *head, "---", "", "\n\n".join(_markdown_blocks(page)), ""))


def _markdown_blocks(page: Page) -> Iterator[str]:
    pieces = PIECES.findall(page.html)
    headings, wrappers = _layout(pieces, set(_heading_ids(page.toc)))
    html = ""
    position = 0
    while position < len(pieces):
        if position in headings:
            yield from _html(html)
            html = ""
            yield _heading(pieces[position : headings[position]])
            position = headings[position]
        elif position in wrappers:
            html += "".join(f'<span id="{id}"></span>' for id in ID.findall(pieces[position]))
        else:
            html += pieces[position]
        position += 1
    yield from _html(html)


def _heading_ids(headings: Iterable[Heading]) -> Iterator[str]:
    for heading in headings:
        yield heading.id
        yield from _heading_ids(heading.children)


def _layout(pieces: list[str], heading_ids: set[str]) -> tuple[dict[int, int], set[int]]:
    """Start and end of each heading in the table of contents, and the positions of the tags around them, which are removed."""
    headings: dict[int, int] = {}
    ends: dict[int, int] = {}
    wrappers: set[int] = set()
    open_tags: list[tuple[str, int]] = []
    for position, piece in enumerate(pieces):
        tag = OPENING_TAG.match(piece)
        if tag is None or tag[1] in VOID:
            continue
        if not piece.startswith("</"):
            open_tags.append((tag[1], position))
            continue
        _, start = open_tags.pop()
        ends[start] = position
        heading = OPENING_HEADING.match(pieces[start])
        if heading and heading[2] in heading_ids and all(name in WRAPPERS for name, _ in open_tags):
            headings[start] = position
            wrappers.update(opening for _, opening in open_tags)
    return headings, wrappers | {ends[opening] for opening in wrappers}


def _heading(pieces: list[str]) -> str:
    tag = OPENING_HEADING.match(pieces[0])
    assert tag
    classes = "".join(f" .{name}" for name in (tag[3] or "").split())
    words = for_markdown(HEADERLINK.sub("", "".join(pieces[1:])))
    return f"{'#' * int(tag[1])} {words} {{#{tag[2]}{classes}}}"


def _html(html: str) -> Iterator[str]:
    """One line in one element: a block of HTML for every Markdown parser, up to the next empty line."""
    if text := SPACE.sub(" ", html).strip():
        yield f"<div>{without_braces(text)}</div>"
