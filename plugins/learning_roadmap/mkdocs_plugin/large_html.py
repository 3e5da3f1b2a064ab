"""Large HTML that macros write into hand-written pages.

Markdown leaves it unchanged, but reads all of it twice: a page with the picture of a large map takes longer than a hundred others. So the
inside of its large elements is taken out while Markdown reads the page.
"""

import re
from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

# Elements that Markdown leaves as they are, with everything in them.
ELEMENTS = ("figure", "ol", "ul", "table")
# Markdown's extensions that leave the HTML of a page alone, by the last part of their names
EXTENSIONS = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "meta", "nl2br", "sane_lists", "smarty", "tables"}
    | {"toc", "betterem", "caret", "details", "emoji", "highlight", "inlinehilite", "keys", "mark", "smartsymbols", "superfences", "tabbed"}
    | {"tasklist", "tilde"}
)
MIN_LENGTH = 1000
# In the place of what was taken out. Inside of code, Markdown escapes it; inside of a comment, its id is no anchor.
ID = "roadmap-html-{}"
MARK = f'<i id="{ID}"></i>'
ANCHOR = re.compile(r'(?:\sid|<a\b[^>]*\sname)="([^"]*)"')


class LargeHtml:
    """What was taken out of the page that is being read."""

    def __init__(self) -> None:
        self._snippets: list[str] = []
        self._insides: list[str] = []
        self._markdown = ""

    def remember(self, snippet: object) -> None:
        """Remember what a macro wrote into the page."""
        if isinstance(snippet, str) and len(snippet) >= MIN_LENGTH:
            self._snippets.append(snippet)

    def take_out(self, markdown: str, config: MkDocsConfig) -> str:
        """The source of a page without the insides of large elements. Call it when the macros have run."""
        snippets, self._snippets, self._insides, self._markdown = self._snippets, [], [], markdown
        if not EXTENSIONS.issuperset(extension.rpartition(".")[2] for extension in config.markdown_extensions):
            return markdown
        for snippet in snippets:
            # After other words in its line it belongs to them: a heading has its id from all of its text.
            if markdown.count(snippet) == 1 and f"\n{snippet}" in f"\n{markdown}":
                markdown = markdown.replace(snippet, self._without_insides(snippet))
        return markdown

    def _without_insides(self, snippet: str) -> str:
        for element in ELEMENTS:
            # The start and the end of an element that is the only one of its kind belong together.
            start, tag, rest = snippet.partition(f"<{element} ")
            attributes, _, rest = rest.partition(">")
            inside, end, after = rest.partition(f"</{element}>")
            is_only = f"<{element} " not in rest and f"</{element}>" not in after
            if tag and end and is_only and len(inside) >= MIN_LENGTH:
                snippet = f"{start}{tag}{attributes}>{MARK.format(len(self._insides))}{end}{after}"
                self._insides.append(inside)
        return snippet

    def put_back(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """A page that Markdown has read, as if nothing had been taken out: its HTML, its source and its anchors."""
        if not self._insides:
            return html
        page.markdown = self._markdown
        marks = [MARK.format(number) for number in range(len(self._insides))]
        if any(html.count(mark) != 1 for mark in marks):
            # Something has read the HTML as text, such as an example of code.
            page.render(config, files)
            return page.content or ""
        anchors = page.present_anchor_ids or set()
        for number, inside in enumerate(self._insides):
            html = html.replace(marks[number], inside)
            if (id := ID.format(number)) in anchors:
                anchors.remove(id)
                anchors.update(map(unescape, ANCHOR.findall(inside)))
        return html
