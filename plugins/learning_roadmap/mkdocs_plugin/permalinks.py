"""The links to headings of handwritten pages, which Markdown's extension ``toc`` makes (its option ``permalink``)."""

import re
from html import escape, unescape

from learning_roadmap.strings import Strings

LINK = re.compile(r'(?P<opening><h[1-6]\b[^>]*)>(?P<heading>(?:(?!</h[1-6]).)*?)<a class="headerlink"(?P<rest> (?:(?!aria-label)[^>])*>)', re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def with_permalink_names(html: str, strings: Strings) -> str:
    """A page whose permalinks say what they link to: to a screen reader, all of them would be called "#".

    The headings get names without their permalinks.

    >>> from learning_roadmap.strings import english
    >>> with_permalink_names('<h2 id="a">A <em>b</em> &amp; c<a class="headerlink" href="#a" title="Link">#</a></h2>', english())
    '<h2 id="a" aria-label="A b &amp; c">A <em>b</em> &amp; c<a class="headerlink" aria-label="Link to A b &amp; c" href="#a" title="Link">#</a></h2>'
    """

    def named(match: re.Match[str]) -> str:
        title = " ".join(unescape(TAG.sub("", match["heading"])).split())
        label = escape(strings.text("pages.row.link", title=title))
        return f'{match["opening"]} aria-label="{escape(title)}">{match["heading"]}<a class="headerlink" aria-label="{label}"{match["rest"]}'

    return LINK.sub(named, html)
