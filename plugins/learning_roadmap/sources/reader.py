"""Read one document: repair its encoding, take its blocks through the line_rules, and build its outline."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from learning_roadmap.diagnostics import Problem, ProblemsFound, excerpt
from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.model import OutlineItem, check_url, walk_outline
from learning_roadmap.sources import line_rules as convention
from learning_roadmap.sources.blocks import MAX_LIST_DEPTH, Block, Style, read_blocks
from learning_roadmap.sources.encoding import Repair, repair_encoding, repairs
from learning_roadmap.sources.entities import Reference, refused, warned
from learning_roadmap.sources.headings import PARTS, context_of
from learning_roadmap.sources.outline_node import Draft, settle, settle_phases
from learning_roadmap.sources.preprocess import Prepared, prepare
from learning_roadmap.text import MEBIBYTE, read_text

MAX_BYTES = 8 * MEBIBYTE
MAX_LENGTH = 4000
LONG = 200
ODD_BLANKS = "[\t\u2028\u2029\x85]"
LABEL_RANK, ITEM_RANK = 7, 10
UNITS = {"phase": Kind.PHASE, "stage": Kind.PHASE, "level": Kind.PHASE, "part": Kind.PHASE, "module": Kind.PHASE,
         "step": Kind.STEP, "month": Kind.MONTH, "week": Kind.WEEK}  # fmt: skip
FIELDS = {"goal": Kind.GOAL, "duration": Kind.DURATION, "updated": Kind.UPDATED}
TEXT_KINDS = frozenset({Kind.SUMMARY, Kind.OUTCOME, Kind.CLOSING, Kind.INTRODUCTION})


@dataclass(frozen=True)
class Dropped:
    """A line that says nothing about the field, and why it was left out."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """What a document says: its outline, and what was left out of it."""

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
        """How many list items have no item under them."""
        return len(self.leaf_lines)

    @property
    def kinds(self) -> Counter[str]:
        """How many lines there are of each kind."""
        return Counter(item.kind.value for item in walk_outline(self.outline))


def read_document(path: Path) -> Reading:
    """Read a Markdown document in any dialect.

    Raises:
        ProblemsFound: when it is empty, cannot be decoded, or holds what no document should.
    """
    before: list[str] = []

    def repair(text: str) -> str:
        before.append(text)
        return repair_encoding(text)

    text = read_text(path, MAX_BYTES, repair)
    after = "\n".join(text.lines)
    prepared = prepare(text)
    reader = _Reader(prepared)
    reader.read()
    lines = text.lines[:-1] if text.lines[-1] == "" else text.lines
    return Reading(
        path=path,
        title=reader.title,
        level=reader.level,
        updated=reader.updated,
        outline=tuple(draft.freeze() for draft in reader.roots),
        dropped=tuple(sorted(reader.dropped, key=lambda drop: drop.line)),
        repairs=tuple(repairs(re.sub("\r\n?", "\n", before[0].removeprefix("\ufeff")), after)),
        warnings=(*text.warnings, *prepared.warnings, *reader.warnings),
        lines=len(lines),
        leaf_lines=reader.leaf_lines,
    )


class _Reader:
    """Takes blocks one by one and keeps the chain of groups that the next block may stand in."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.roots: list[Draft] = []
        self.chain: list[Draft] = []
        self.dropped = [Dropped(line, text, reason) for line, text, reason in prepared.dropped]
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.last_heading = 0
        self.title: str | None = None
        self.level: str | None = None
        self.updated: str | None = None
        self.leaf_lines: frozenset[int] = frozenset()

    def read(self) -> None:
        references: list[Reference] = []
        blocks = list(read_blocks(self.prepared.text, references))
        self.problems += refused(references, self.prepared.file)
        self.warnings += warned(references, self.prepared.file)
        last = max((at for at, block in enumerate(blocks) if block.style in (Style.ITEM, Style.HEADING)), default=-1)
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            match block.style:
                case Style.RULE:
                    self._drop(block, "rule")
                    self.chain = [draft for draft in self.chain if draft.heading]
                case Style.HEADING:
                    self._heading(block, first=at == 0)
                case Style.ITEM:
                    self._item(block)
                case Style.CODE:
                    draft = Draft(block.line, re.sub(ODD_BLANKS, " ", block.text), kind=Kind.PROSE, settled=True)
                    self._check_length(block, draft.text)
                    self._hold(draft, rank=99)
                case Style.TEXT:
                    self._text(block, following, ends=at > last)
        if self.problems:
            raise ProblemsFound(self.problems)
        self._without_contents(self.roots)
        settle(self.roots)
        settle_phases(self.roots)
        leaves = (draft for draft in _all(self.roots) if draft.is_item and not any(item.is_item for item in draft.items))
        self.leaf_lines = frozenset(draft.line for draft in leaves)
        if self.title is None:
            self._warn(1, "MD-NOTITLE", "no title", "begin the document with '# Title', or name it in the manifest")

    # -- blocks ----------------------------------------------------------------------------------------------------

    def _heading(self, block: Block, first: bool) -> None:
        draft = self._words(block)
        if not draft.text:
            self._drop(block, "empty heading")
            return
        self._check_jump(block)
        draft.optional = convention.take_optional(draft.text)[0]
        draft.level, text = convention.take_level(draft.text)
        if self.title is None and (block.depth == 1 or first) and not any(d.is_item for d in _all(self.roots)):
            self.title, self.level = text, draft.level
            draft.text, draft.kind, draft.settled, draft.level = text, Kind.TITLE, True, draft.level
            self._hold(draft, rank=98)
            return
        unit, number, text = convention.take_unit(text)
        if unit:
            draft.number = number or draft.number
            draft.kind, draft.unit = UNITS[unit], True
        draft.text, draft.heading, draft.rank = text, block.depth, block.depth
        around = self._around(draft.rank)
        draft.context = context_of(convention.take_optional(text)[1], around)
        if not unit:
            draft.kind = self._heading_kind(draft, around)
        if draft.context is None and around in PARTS:
            draft.context = around
        self._hold(draft, rank=draft.rank)

    def _heading_kind(self, draft: Draft, around: Kind | None) -> Kind:
        if convention.is_label(draft.text):
            draft.text = draft.text.rstrip().rstrip(":")
            return Kind.LABEL
        if draft.context is Kind.OUTCOME:
            return Kind.OUTCOME
        if around in (Kind.MILESTONE, Kind.ROUTINE, Kind.FORM):
            return around
        return Kind.SECTION

    def _item(self, block: Block) -> None:
        if block.depth > MAX_LIST_DEPTH:
            fix = f"{MAX_LIST_DEPTH} levels are the limit; make headings of the outer ones"
            self.chain = []
            return self._problem(block.line, "LIM-DEPTH", f"a list nested {block.depth} deep", fix)
        if block.continues and self.chain and self.chain[-1].is_item:
            self._check_length(block, self.chain[-1].text + block.text)
            self.chain[-1].text += f" {re.sub(ODD_BLANKS, ' ', block.text)}"
            return None
        if block.anchor_only:
            return self._drop(block, "table of contents")
        draft = self._words(block)
        if not draft.text:
            self._warn(block.line, "MD-EMPTYTASK", "an item without words", "write it, or remove the line")
            return self._drop(block, "empty item")
        draft.number = draft.number or block.ordinal
        draft.is_item, draft.rank = True, ITEM_RANK + block.depth
        around = self._around(draft.rank)
        lead = (block.lead or "").rstrip()
        label = lead.endswith(":") or (lead and draft.text.partition(lead)[2].lstrip().startswith(":"))
        said = context_of(lead or draft.text, around) if label or draft.text.endswith(":") else None
        draft.context = said
        kind = said or around or Kind.TOPIC
        draft.kind = PARTS.get(kind, kind)
        if draft.kind in TEXT_KINDS and draft.kind is not Kind.SUMMARY:
            draft.kind = Kind.PROSE
        if convention.is_form_field(draft.text):
            draft.kind = Kind.FORM_FIELD
        draft.optional = convention.take_optional(draft.text)[0]
        self._hold(draft, rank=draft.rank)
        return None

    def _text(self, block: Block, following: Block | None, ends: bool) -> None:
        if convention.is_chat(convention.take_decoration(block.text)[1]):
            return self._drop(block, "question to the reader of a chat")
        draft = self._words(block)
        if not re.search(r"\w", draft.text):
            return self._drop(block, "decoration")
        name, value = convention.take_field(draft.text)
        around = self._around(LABEL_RANK)
        if name in FIELDS:
            draft.kind, draft.text, draft.settled = FIELDS[name], value, True
            if name == "updated":
                self.updated = value
                self.chain = []
            return self._hold(draft, rank=99)
        if around in TEXT_KINDS:
            draft.kind = around
        elif ends:
            draft.kind, self.chain = Kind.CLOSING, []
        elif block.italic and self.title and self.roots and self.roots[-1].kind is Kind.TITLE:
            draft.kind = Kind.TAGLINE
        elif following and following.style is Style.ITEM and (block.bold or convention.is_label(draft.text)):
            return self._label(draft)
        else:
            draft.kind = Kind.PROSE if self.chain else Kind.INTRODUCTION
        draft.settled = True
        return self._hold(draft, rank=99)

    def _label(self, draft: Draft) -> None:
        draft.text = draft.text.rstrip().rstrip(":")
        draft.optional = convention.take_optional(draft.text)[0]
        draft.context = context_of(convention.take_optional(draft.text)[1], self._around(LABEL_RANK))
        draft.kind, draft.settled, draft.rank = Kind.SECTION, True, LABEL_RANK
        self._hold(draft, rank=LABEL_RANK)

    # -- what blocks share -----------------------------------------------------------------------------------------

    def _words(self, block: Block) -> Draft:
        """Box, number and decoration off, in whatever order they stand; a link checked."""
        text, number = re.sub(ODD_BLANKS, " ", block.text), None
        for _ in range(3):
            _, text = convention.take_box(text)
            found, text = convention.take_number(text)
            number = number or found
            _, text = convention.take_decoration(text)
        if not re.search(r"\w", text):  # nothing but signs: then they are the words
            _, text = convention.take_box(block.text)
        if text in ("[ ]", "[x]", "[X]"):
            text = ""
        self._check_length(block, text)
        draft = Draft(block.line, text.strip(), number=number)
        if block.link and not block.link.startswith("#"):
            draft.url = self._link(block)
        return draft

    def _check_length(self, block: Block, text: str) -> None:
        if len(text) > MAX_LENGTH:
            self._problem(block.line, "LIM-TEXT", f"{len(text)} characters in one item", f"{MAX_LENGTH} are the limit")
        elif len(text) > LONG and block.style is Style.ITEM:
            self._warn(block.line, "LIM-TITLE", f"{len(text)} characters in one item", "a title is short; say the rest elsewhere")

    def _link(self, block: Block) -> str | None:
        assert block.link is not None
        if block.link.startswith("mailto:"):
            return None
        try:
            return check_url(block.link)
        except ValueError as error:
            what, _, fix = str(error).partition(" (")
            self._problem(block.line, "URL-SCHEME", f"{what}: {excerpt(block.link)}", fix.removesuffix(")"))
            return None

    def _around(self, rank: int) -> Kind | None:
        """What the groups around say about a block of this rank; the innermost word counts."""
        for draft in reversed(self.chain):
            if draft.rank < rank and draft.context is not None:
                return draft.context
        return None

    def _hold(self, draft: Draft, rank: int) -> None:
        """Put a draft where it belongs; one that can hold others becomes the end of the chain."""
        if rank < 90:
            while self.chain and self.chain[-1].rank >= rank:
                self.chain.pop()
        (self.chain[-1].items if self.chain else self.roots).append(draft)
        if rank < 90:
            self.chain.append(draft)

    def _check_jump(self, block: Block) -> None:
        above, self.last_heading = self.last_heading, block.depth
        if above and block.depth > above + 1:
            self._warn(block.line, "MD-HJUMP", f"heading level {block.depth} under level {above}", "use the next level")

    def _without_contents(self, drafts: list[Draft]) -> None:
        """A heading over nothing but a table of contents goes with it."""
        for draft in list(drafts):
            self._without_contents(draft.items)
            if draft.heading and draft.context is Kind.HEADING and not draft.items:
                drafts.remove(draft)
                self.dropped.append(Dropped(draft.line, draft.text, "table of contents"))

    def _drop(self, block: Block, reason: str) -> None:
        self.dropped.append(Dropped(block.line, block.text, reason))

    def _problem(self, line: int, code: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self.prepared.file, line, 1, code, message, fix))

    def _warn(self, line: int, code: str, message: str, fix: str) -> None:
        self.warnings.append(Problem(self.prepared.file, line, 1, code, message, fix))


def _all(drafts: list[Draft]) -> Iterator[Draft]:
    for draft in drafts:
        yield draft
        yield from _all(draft.items)
