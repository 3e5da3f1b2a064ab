"""What a page says of itself in its head: to search engines, to feed readers, and to sites that show a preview of a link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from learning_roadmap.pages.rendering import render

HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
# Another plugin, such as Material's for social cards, describes the page already.
OPEN_GRAPH = re.compile(r"""<meta\s[^>]*property=["']?og:title""", re.IGNORECASE)
PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
# Search engines show about so much of a description.
MAX_DESCRIPTION = 160
MIN_DESCRIPTION = 40


@dataclass(frozen=True)
class CardImage:
    """The picture of a preview: its address, its size in pixels, and its description."""

    url: str
    width: int
    height: int
    description: str


@dataclass(frozen=True)
class PageHead:
    """What a page says of itself. All texts are plain.

    Attributes:
        url: its absolute address; empty if that of the site is not known. Then only search engines are told whether to list it.
        is_private: whether search engines should not list it.
        feed: absolute address of the site's feed; empty if it has none.
        nodes: what it is in the words of schema.org, each as JSON.
        languages: the languages it is in, each with its absolute address; empty if it is in one only.
    """

    title: str
    description: str
    site_name: str
    url: str
    is_private: bool = False
    image: CardImage | None = None
    feed: str = ""
    feed_title: str = ""
    nodes: Sequence[str] = ()
    languages: Sequence[tuple[str, str]] = ()


def with_head(html: str, head: PageHead) -> str:
    """A page with these elements at the end of its head. A page without a head is unchanged."""
    end = HEAD_END.search(html)
    if end is None:
        return html
    has_open_graph = OPEN_GRAPH.search(html, 0, end.start()) is not None
    elements = render("head.html", head=head, has_open_graph=has_open_graph, linked_data=_linked_data(head.nodes))
    return html[: end.start()] + elements + html[end.start() :]


def summary_of(html: str) -> str:
    """The first paragraph of a page that is long enough to describe it, shortened; empty if there is none.

    >>> summary_of("<h1>A</h1><p>Short.</p><p>One road &amp; many <b>signs</b>, from the first step to the last.</p>")
    'One road & many signs, from the first step to the last.'
    """
    for paragraph in PARAGRAPH.findall(html):
        text = " ".join(unescape(TAG.sub("", paragraph)).split())
        if len(text) >= MIN_DESCRIPTION:
            return text if len(text) <= MAX_DESCRIPTION else text[: MAX_DESCRIPTION - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
    return ""


def _linked_data(nodes: Sequence[str]) -> Markup:
    """JSON without "<", so that it cannot end its element. A browser does not run it, and no policy refuses it."""
    if not nodes:
        return Markup("")
    text = f'{{"@context":"https://schema.org","@graph":[{",".join(nodes)}]}}'
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
