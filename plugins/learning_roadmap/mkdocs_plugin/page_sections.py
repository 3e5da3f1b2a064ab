"""The sections of a page that MkDocs rendered, as text to search. Pure functions over HTML, without MkDocs."""

from dataclasses import dataclass
from html.parser import HTMLParser

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements whose text is not read as part of the page.
HIDDEN = frozenset({"script", "style", "template", "svg"})
# The sign behind a heading that links to it, and what shows only while the client has not run.
HIDDEN_CLASSES = frozenset({"headerlink", "rm-off"})
# Elements inside a word or a sentence; all others end one.
INLINE = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s"})
INLINE |= frozenset({"small", "span", "strong", "sub", "sup", "u", "var"})
# Elements without an end.
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass
class PageSection:
    """What stands between two headings; the text before the first heading has no anchor and no title."""

    anchor: str = ""
    title: str = ""
    text: str = ""


def page_sections(html: str) -> list[PageSection]:
    """The sections of a page, in order. A heading without an id belongs to the text of its section.

    >>> page_sections('<p>a<b>b</b></p><h2 id="c">C <a class="headerlink">#</a></h2><p>d</p>')
    [PageSection(anchor='', title='', text='ab'), PageSection(anchor='c', title='C', text='d')]
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for section in reader.sections:
        section.title, section.text = " ".join(section.title.split()), " ".join(section.text.split())
    return reader.sections


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [PageSection()]
        self._heading = ""
        # The open elements inside a hidden one, itself included.
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        classes = (attributes.get("class") or "").split()
        if self._hidden or tag in HIDDEN or HIDDEN_CLASSES.intersection(classes):
            if tag not in VOID:
                self._hidden.append(tag)
        elif tag in HEADINGS and attributes.get("id"):
            self.sections.append(PageSection(attributes["id"] or ""))
            self._heading = tag
        elif tag not in INLINE:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[len(self._hidden) - 1 - self._hidden[::-1].index(tag) :]
        elif tag == self._heading:
            self._heading = ""
        elif tag not in INLINE:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._add(data)

    def _add(self, text: str) -> None:
        if self._heading:
            self.sections[-1].title += text
        else:
            self.sections[-1].text += text
