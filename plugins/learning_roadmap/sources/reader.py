"""Read one document: repair its encoding, split it into blocks, apply the rules to each, and build the outline."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from learning_roadmap.diagnostics import Invalid, Place, Problem, ProblemsFound, excerpt
from learning_roadmap.model import KIND_OF_LINE, OutlineItem, check_url, walk_outline
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources.blocks import MAX_LIST_DEPTH, MarkdownBlock, Style, read_blocks
from learning_roadmap.sources.encoding import Repair, repair_encoding, repairs
from learning_roadmap.sources.entities import Reference, error_problems, warning_problems
from learning_roadmap.sources.line import Line
from learning_roadmap.sources.outline_node import ITEM_RANK, LABEL_RANK, Dropped, Outline, OutlineNode
from learning_roadmap.sources.preprocess import Preprocessed, preprocess
from learning_roadmap.sources.rule import RuleSet, Step
from learning_roadmap.sources.rules import READER_RULES
from learning_roadmap.sources.rules.marks import BOX
from learning_roadmap.text import MEBIBYTE, invisible_characters, read_text

MAX_DOCUMENT_BYTES = 8 * MEBIBYTE
MAX_TEXT_LENGTH = 4000
SUSPICIOUS_TITLE_LENGTH = 200  # longer text is probably not a title
MARK_ROUNDS = 3  # a box, a number and an emoji can come in any order
# Schemes of links that could run a script or open a local file. Browsers ignore control characters in them.
DANGEROUS = re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE)
# Whitespace that other programs treat as a line end, or show at different widths.
ODD_BLANKS = re.compile("[\t\u2028\u2029\x85]")


@dataclass(frozen=True)
class Reading:
    """The result of reading a document: its outline, and the lines that were left out."""

    path: Path
    title: str | None
    level: str | None
    updated: str | None
    outline: tuple[OutlineItem, ...]
    dropped: tuple[Dropped, ...]
    repairs: tuple[Repair, ...]
    warnings: tuple[Problem, ...]
    lines: int
    leaf_lines: frozenset[int]

    @property
    def leaves(self) -> int:
        """The number of list items without nested items."""
        return len(self.leaf_lines)

    @property
    def kinds(self) -> Counter[str]:
        """The number of lines of each kind."""
        return Counter(item.kind.value for item in walk_outline(self.outline))


def read_document(path: Path, rules: RuleSet = READER_RULES) -> Reading:
    """Read a Markdown document in any dialect.

    Raises:
        ProblemsFound: when it is empty, cannot be decoded, or holds what no document should.
    """
    before: list[str] = []

    def repair(text: str) -> str:
        before.append(text)
        return repair_encoding(text)

    text = read_text(path, MAX_DOCUMENT_BYTES, repair)
    preprocessed = preprocess(text)
    outline = _Reader(preprocessed, rules).read()
    nodes = list(outline.walk())
    return Reading(
        path=path,
        title=outline.title,
        level=outline.level,
        updated=outline.updated,
        outline=tuple(node.freeze() for node in outline.nodes),
        dropped=tuple(sorted(outline.dropped, key=lambda drop: drop.line)),
        repairs=tuple(repairs(re.sub("\r\n?", "\n", before[0].removeprefix("\ufeff")), "\n".join(text.lines))),
        warnings=(*text.warnings, *preprocessed.warnings, *outline.warnings),
        lines=len(text.lines) - (text.lines[-1] == ""),
        leaf_lines=frozenset(node.line for node in nodes if node.is_list_item and not any(item.is_list_item for item in node.items)),
    )


class _Reader:
    """Builds the outline from blocks, one by one. It keeps the open groups, because the next line may belong to one of them."""

    def __init__(self, document: Preprocessed, rules: RuleSet) -> None:
        self.document = document
        self.rules = rules
        self.outline = Outline(dropped=[Dropped(*dropped) for dropped in document.dropped])
        self.open_groups: list[OutlineNode] = []  # outermost first
        self.problems: list[Problem] = []
        self.too_deep: list[MarkdownBlock] = []
        self.heading_level = 0  # of the last heading

    def read(self) -> Outline:
        """The outline of the document.

        Raises:
            ProblemsFound: with all problems of its lines.
        """
        references: list[Reference] = []
        blocks = list(read_blocks(self.document.text, references))
        self.problems += error_problems(references, self.document.file)
        self.outline.warnings += warning_problems(references, self.document.file)
        last = max((at for at, block in enumerate(blocks) if block.style in (Style.ITEM, Style.HEADING)), default=-1)
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            if self._is_line(block):
                self._read_line(block, following, is_first=at == 0, is_after_last_list=at > last)
        if self.too_deep:
            # One problem for all of them: they have one cause.
            first, deepest = self.too_deep[0], max(block.depth for block in self.too_deep)
            items = "1 item is" if len(self.too_deep) == 1 else f"{len(self.too_deep)} items are"
            message = f"{items} nested up to {deepest} levels deep, and the limit is {MAX_LIST_DEPTH}"
            self._problem(first.line, "LIM-DEPTH", message, "use headings for the outer levels")
        if self.problems:
            raise ProblemsFound(self.problems)
        self.rules.finish(self.outline)
        self._warn_about_shape()
        if self.outline.title is None:
            self._warn(1, "MD-NOTITLE", "the document has no title", "begin it with '# Title', or give a title in the manifest")
        return self.outline

    def _warn_about_shape(self) -> None:
        """Warn when nothing is to be learned, and when items are deeper than the map."""
        if not any(node.kind in KIND_OF_LINE for node in self.outline.walk()):
            fix = "write what is to be learned as list items, such as '- Vectors', under headings"
            self._warn(1, "MD-NOTHING", "nothing to learn was found in the document: it has no list items", fix)
        if deep := list(_deep_topics(self.outline.nodes)):
            count = f"{len(deep)} items are" if len(deep) > 1 else "this item is"
            self._warn(deep[0], "MD-DEEP", f"{count} nested in two others, and will stand beside the inner one", "use headings for the outer levels")

    def _is_line(self, block: MarkdownBlock) -> bool:
        """Whether the rules should read a block. Blocks that need no rules are handled here."""
        if block.style is Style.RULE:
            self._drop(block, "rule")
            self.open_groups = [node for node in self.open_groups if node.is_heading]
        elif block.style is Style.CODE:
            node = OutlineNode(block.line, _clean(block.text))
            if block.is_unclosed:
                fix = "close it with a line of the same characters, where the code ends"
                self._problem(block.line - 1, "MD-FENCE", "unclosed code block: all lines below are code", fix)
            self._check_length(block, node.text)
            self._attach(node)
        elif block.style is Style.ITEM and block.depth > MAX_LIST_DEPTH:
            self.too_deep.append(block)
            self.open_groups = []
        elif block.continues and self.open_groups and self.open_groups[-1].is_list_item:
            item = self.open_groups[-1]
            self._check_length(block, item.text + block.text)
            item.text += f" {_clean(block.text)}"
        else:
            return True
        return False

    def _read_line(self, block: MarkdownBlock, following: MarkdownBlock | None, *, is_first: bool, is_after_last_list: bool) -> None:
        inherited = self._inherited(_rank(block))
        line = Line(
            block, _new_node(block), inherited, following, is_first, is_after_last_list, bool(self.open_groups), self.outline,
            list_kind_of=lambda words: self.rules.list_kind(words, inherited),
        )  # fmt: skip
        self._take_marks(line)
        self.rules.apply(Step.DROP, line)
        if not line.text.replace("\ufffd", "").strip() and not line.drop_reason:  # nothing is left of a text of lost characters
            line.drop_reason = f"empty {block.style.value}"
            if block.style is Style.ITEM:
                self._warn(block.line, "MD-EMPTYTASK", "list item without text", "add a text, or remove the line")
        if line.drop_reason:
            self._drop(block, line.drop_reason)
            return
        self._check_length(block, line.text)
        if block.style is Style.HEADING:
            self._check_heading_level(block)
        line.node.url = self._first_url(block)
        self.rules.apply(Step.READ, line)
        if line.closes_groups:
            self.open_groups = []
        self._attach(line.node)

    def _take_marks(self, line: Line) -> None:
        words = line.text
        for _ in range(MARK_ROUNDS):
            self.rules.apply(Step.MARKS, line)
        line.text = line.text.strip()
        if not re.search(r"\w", line.text):  # only symbols: they are the text
            symbols = BOX.sub("", words, count=1) if BOX.match(words) else words
            line.text = "" if BOX.fullmatch(symbols) else symbols.strip()

    def _inherited(self, rank: int) -> Kind | None:
        """The kind of list that the innermost group around a line of this rank announces."""
        groups = (node for node in reversed(self.open_groups) if node.rank is not None and node.rank < rank)
        return next((node.list_kind for node in groups if node.list_kind is not None), None)

    def _attach(self, node: OutlineNode) -> None:
        """Put a node into the innermost group that can contain it. A node that can contain others becomes an open group."""
        if node.rank is not None:
            while self.open_groups and (self.open_groups[-1].rank or 0) >= node.rank:
                self.open_groups.pop()
        (self.open_groups[-1].items if self.open_groups else self.outline.nodes).append(node)
        if node.rank is not None:
            self.open_groups.append(node)

    # -- checks ----------------------------------------------------------------------------------------------------

    def _check_length(self, block: MarkdownBlock, text: str) -> None:
        if len(text) > MAX_TEXT_LENGTH:
            self._problem(block.line, "LIM-TEXT", f"the item has {len(text):,} characters", f"shorten it; the limit is {MAX_TEXT_LENGTH:,}")
        elif len(text) > SUSPICIOUS_TITLE_LENGTH and block.style is Style.ITEM:
            fix = f"shorten it to {SUSPICIOUS_TITLE_LENGTH} characters, or split it into several items"
            self._warn(block.line, "LIM-TITLE", f"the item has {len(text):,} characters", fix)

    def _check_heading_level(self, block: MarkdownBlock) -> None:
        above, self.heading_level = self.heading_level, block.depth
        if above and block.depth > above + 1:
            self._warn(block.line, "MD-HJUMP", f"heading of level {block.depth} under level {above}", f"use level {above + 1}")

    def _first_url(self, block: MarkdownBlock) -> str | None:
        """The first address of a line that an entry can have. An item has one; the others are named in a warning."""
        urls: list[str] = []
        for link in (block.link, *block.more_links):
            if link and not link.startswith("#") and (url := self._checked_url(block.line, link)):
                urls.append(url)
        for url in urls[1:]:
            self._warn(block.line, "URL-MORE", f"a second address, which is not imported: {excerpt(url)}", "write an item for each address")
        return urls[0] if urls else None

    def _checked_url(self, line_number: int, url: str) -> str | None:
        try:
            return check_url(url)
        except Invalid as error:
            if DANGEROUS.match(re.sub(r"[\x00-\x20]|%0[9ad]", "", unquote(url), flags=re.IGNORECASE)):
                self._problem(line_number, "URL-SCHEME", f"{error.message}: {excerpt(url)}", error.fix)
            else:
                self._warn(line_number, "URL-ODD", f"the words of this link are kept without its address {excerpt(url)}: {error.message}", error.fix)
            return None

    def _drop(self, block: MarkdownBlock, reason: str) -> None:
        self.outline.dropped.append(Dropped(block.line, block.text, reason))

    def _problem(self, line_number: int, code: str, message: str, fix: str) -> None:
        self.problems.append(Problem(Place(self.document.file, line_number), code, message, fix))

    def _warn(self, line_number: int, code: str, message: str, fix: str) -> None:
        self.outline.warnings.append(Problem(Place(self.document.file, line_number), code, message, fix))


def _deep_topics(nodes: Iterable[OutlineNode], depth: int = 0) -> Iterator[int]:
    """The lines of topics inside two other topics: a map has two levels of them."""
    for node in nodes:
        is_topic = node.kind is Kind.TOPIC
        if is_topic and depth > 1:
            yield node.line
        yield from _deep_topics(node.items, depth + is_topic)


def _rank(block: MarkdownBlock) -> int:
    match block.style:
        case Style.HEADING:
            return block.depth
        case Style.ITEM:
            return ITEM_RANK + block.depth
        case _:
            return LABEL_RANK


def _new_node(block: MarkdownBlock) -> OutlineNode:
    """The node of a line before any rule changes it."""
    kind = {Style.HEADING: Kind.SECTION, Style.ITEM: Kind.TOPIC}.get(block.style, Kind.PROSE)
    rank = None if block.style is Style.TEXT else _rank(block)
    return OutlineNode(block.line, _clean(block.text), rank, kind)


def _clean(text: str) -> str:
    """A text of one line without characters that nobody sees. A warning names each of them."""
    text = ODD_BLANKS.sub(" ", text)
    hidden = set(invisible_characters(text))
    return "".join(character for at, character in enumerate(text) if at not in hidden) if hidden else text
