"""Markdown to a flat list of blocks: headings, list items and lines of text, each with its line number and plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from learning_roadmap.sources.entities import KEY, Reference, note_references

MAX_LIST_DEPTH = 8
MAX_INLINE = 6000  # characters with their markup, in a paragraph, heading or item


class Style(Enum):
    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"
    CODE = "code"
    RULE = "rule"


@dataclass(frozen=True)
class MarkdownBlock:
    """One heading, list item or line of text.

    Attributes:
        line: the line number, from 1.
        depth: the level of a heading, from 1 to 6; how many lists an item is in, from 1.
        ordinal: the number of an item in a numbered list.
        lead: the words in bold at its beginning, if there are any.
        bold, italic: whether all its words are.
        link: the first URL it links to.
        anchor_only: whether all of it is a link to a heading of its own document.
        continues: whether it is a further paragraph of the item above.
        more_links: its further URLs.
        is_unclosed: whether it is the first line of code that goes on to the end of the document because nothing closes it.
    """

    style: Style
    line: int
    depth: int
    text: str
    ordinal: str | None = None
    lead: str | None = None
    bold: bool = False
    italic: bool = False
    link: str | None = None
    anchor_only: bool = False
    continues: bool = False
    more_links: tuple[str, ...] = ()
    is_unclosed: bool = False


@dataclass
class _Words:
    """The plain text of one line, and its markup. ``bold``, ``italic`` and ``linked`` count letters and digits."""

    text: str = ""
    lead: str | None = None
    bold: int = 0
    italic: int = 0
    links: list[str] = field(default_factory=list)
    linked: int = 0
    hard: bool = False


# No raw HTML: tags in documents are plain text.
# The parser silently drops content beyond its nesting limit. Our limit is lower, and exceeding it is reported.
_parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 200})
# Link targets are checked later, where a problem can name the line. The parser must not drop them as "unsafe".
_parser.validateLink = lambda url: True  # type: ignore[method-assign]
note_references(_parser)


def _limit(state: StateCore) -> None:
    """Replace long texts by as many letters: the reader refuses them, and the parser takes minutes for some of them."""
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > MAX_INLINE:
            token.content = "x" * len(token.content)


_parser.core.ruler.before("inline", "limit", _limit)


def read_blocks(text: str, references: list[Reference] | None = None) -> Iterator[MarkdownBlock]:
    """The blocks of a Markdown text in reading order; its character references are added to ``references``."""
    rows = text.split("\n")
    last = max((number for number, row in enumerate(rows, 1) if row.strip()), default=0)  # the last line with text
    lists: list[bool] = []
    quotes = 0
    ordinal: str | None = None
    fresh_item = False
    heading = 0
    for token in _parser.parse(text, {} if references is None else {KEY: references}):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append(token.type == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "blockquote_open":
                quotes += 1
                if quotes > MAX_LIST_DEPTH and token.map:
                    yield MarkdownBlock(Style.ITEM, token.map[0] + 1, quotes, "")
            case "blockquote_close":
                quotes -= 1
            case "list_item_open":
                ordinal = token.info if lists[-1] else None
                fresh_item = True
                if token.map and not _has_inline(rows, token):
                    yield MarkdownBlock(Style.ITEM, token.map[0] + 1, len(lists), "", ordinal)
                    fresh_item = False
            case "heading_open":
                heading = int(token.tag[1])
            case "heading_close":
                heading = 0
            case "inline":
                assert token.map is not None
                start = token.map[0] + 1
                if heading:
                    words = _joined_line(_inline_lines(token))
                    yield _block(Style.HEADING, start, heading, words)
                elif lists:
                    yield _block(Style.ITEM, start, len(lists), _joined_line(_inline_lines(token)), ordinal, continues=not fresh_item)
                    fresh_item = False
                else:
                    for offset, words in _paragraph(_inline_lines(token)):
                        yield _block(Style.TEXT, start + offset, 0, words)
            case "fence" | "code_block":
                assert token.map is not None
                first = token.map[0] + (2 if token.type == "fence" else 1)
                is_unclosed = token.type == "fence" and token.map[1] >= last and token.markup not in rows[last - 1]
                for offset, line in enumerate(token.content.rstrip("\n").split("\n")):
                    if line.strip():
                        yield MarkdownBlock(Style.CODE, first + offset, len(lists), line.strip(), is_unclosed=is_unclosed)
                        is_unclosed = False
            case "hr":
                assert token.map is not None
                yield MarkdownBlock(Style.RULE, token.map[0] + 1, 0, token.markup)
            case _:
                pass


def _has_inline(rows: list[str], item: Token) -> bool:
    assert item.map is not None
    line = rows[item.map[0]] if item.map[1] - item.map[0] == 1 else "x x"
    return bool(re.sub(r"^[\s>]*(?:[-*+]|\d+[.)])", "", line).strip())


def _block(style: Style, line: int, depth: int, words: _Words, ordinal: str | None = None, *, continues: bool = False) -> MarkdownBlock:
    text = words.text.strip()
    size = len(re.sub(r"\W", "", text))
    return MarkdownBlock(
        style, line, depth, text, ordinal, words.lead,
        bold=size > 0 and words.bold >= size, italic=size > 0 and words.italic >= size,
        link=words.links[0] if words.links else None,
        anchor_only=bool(words.links) and words.links[0].startswith("#") and words.linked >= size,
        continues=continues,
        more_links=tuple(link for link in dict.fromkeys(words.links[1:]) if link != words.links[0]),
    )  # fmt: skip


def _inline_lines(inline: Token) -> list[_Words]:
    """The plain text of an inline token, line by line."""
    lines = [_Words()]
    strong = emphasis = link = 0
    for token in inline.children or []:
        words = lines[-1]
        match token.type:
            case "strong_open":
                strong += 1
                if words.lead is None and not re.search(r"\w", words.text):
                    words.lead = ""
            case "strong_close":
                strong -= 1
            case "em_open":
                emphasis += 1
            case "em_close":
                emphasis -= 1
            case "link_open":
                link += 1
                words.links.append(str(token.attrGet("href") or ""))
            case "link_close":
                link -= 1
            case "softbreak" | "hardbreak":
                words.hard = token.type == "hardbreak"
                lines.append(_Words())
            case _:
                source = str(token.attrGet("src") or "") if token.type == "image" else ""
                if re.match(r"[a-z][a-z0-9+.-]*:|//", source, re.IGNORECASE):
                    words.links.append(source)
                content = token.content
                size = len(re.sub(r"\W", "", content))
                if strong and words.lead is not None and words.bold == len(re.sub(r"\W", "", words.text)):
                    words.lead += content
                words.text += content
                words.bold += size if strong else 0
                words.italic += size if emphasis else 0
                words.linked += size if link else 0
    return lines


def _joined_line(lines: list[_Words]) -> _Words:
    """The lines of one item or heading, joined."""
    first, *others = lines
    for words in others:
        first.text = f"{first.text.rstrip()} {words.text.lstrip()}"
        first.links += words.links
        first.bold += words.bold
        first.italic += words.italic
    return first


def _paragraph(lines: list[_Words]) -> Iterator[tuple[int, _Words]]:
    """The lines of a paragraph, each with its offset. Wrapped prose is joined to one line."""
    current: tuple[int, _Words] | None = None
    for offset, words in enumerate(lines):
        begins = words.lead is not None or not re.match(r"\s*[\w\"'“‘(]", words.text) or re.match(r"\s*\d+\ufe0f?\u20e3", words.text)
        if current and not current[1].hard and not begins:
            current = (current[0], _joined_line([current[1], words]))
            current[1].hard = words.hard
        else:
            if current:
                yield current
            current = (offset, words)
    if current:
        yield current
