"""A line of a document that the rules work on."""

from collections.abc import Callable
from dataclasses import dataclass

from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources.blocks import MarkdownBlock, Style
from learning_roadmap.sources.outline_node import Outline, OutlineNode


@dataclass
class Line:
    """A heading, a list item or a line of text, with its context. Rules change ``node`` and may drop the line.

    Attributes:
        block: the line as Markdown has it.
        node: what becomes of it. At first a heading is a section, an item a topic, and text is prose.
        inherited: the kind of list that the nearest heading or label above announces.
        following: the next line.
        is_first: whether it is the first line of the document.
        is_after_last_list: whether only text follows it.
        is_in_group: whether a heading or list above is still open.
        outline: what has been read of the document so far.
        list_kind_of: the kind of list that a heading or label announces in its words, if it does.
        drop_reason: why the line is left out of the outline; empty when it stays.
        closes_groups: whether it ends all headings and lists above.
    """

    block: MarkdownBlock
    node: OutlineNode
    inherited: Kind | None
    following: MarkdownBlock | None
    is_first: bool
    is_after_last_list: bool
    is_in_group: bool
    outline: Outline
    list_kind_of: Callable[[str], Kind | None]
    drop_reason: str = ""
    closes_groups: bool = False

    @property
    def text(self) -> str:
        """Its text, without the marks that rules have removed."""
        return self.node.text

    @text.setter
    def text(self, text: str) -> None:
        self.node.text = text

    @property
    def is_before_list(self) -> bool:
        return self.following is not None and self.following.style is Style.ITEM
