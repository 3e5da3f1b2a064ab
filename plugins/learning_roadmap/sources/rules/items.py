"""Rules for list items: labels, form fields, and the kind that their list gives them."""

import re

from learning_roadmap.model import ItemKind as Kind
from learning_roadmap.sources.blocks import Style
from learning_roadmap.sources.line import Line
from learning_roadmap.sources.rule import RuleList, Step
from learning_roadmap.sources.rules.headings import PARTS

ITEM_RULES = RuleList()
BLANK = re.compile(r"_{3,}")
CHOICE = re.compile(r"\[[ xX]\]\s*([^\[\]]+)")


@ITEM_RULES.line(Step.READ, Style.ITEM, example="1. Linear algebra")
def list_number(line: Line) -> None:
    """The number of an item in a numbered list is the number of the line."""
    line.node.number = line.node.number or line.block.ordinal


@ITEM_RULES.line(Step.READ, Style.ITEM, example="- **Research papers:** Attention Is All You Need")
def labelled_item(line: Line) -> None:
    """A label at the beginning of an item may say what the item and the items under it are."""
    lead = (line.block.lead or "").rstrip()
    is_labelled = lead.endswith(":") or (lead and line.text.partition(lead)[2].lstrip().startswith(":"))
    if is_labelled or line.text.endswith(":"):
        line.node.list_kind = line.list_kind_of(lead or line.text)


@ITEM_RULES.line(Step.READ, Style.ITEM, example="- Attention Is All You Need")
def item_of_list(line: Line) -> None:
    """An item is what its label, or the nearest heading or label above, announces."""
    kind = line.node.list_kind or line.inherited or Kind.TOPIC
    line.node.kind = PARTS.get(kind, kind)


@ITEM_RULES.line(Step.READ, Style.ITEM, example="- Start where you are")
def item_of_text(line: Line) -> None:
    """An item among introductory or closing text, or of an outcome, is text."""
    if line.node.kind in (Kind.OUTCOME, Kind.CLOSING, Kind.INTRODUCTION):
        line.node.kind = Kind.PROSE


@ITEM_RULES.line(Step.READ, Style.ITEM, example="- Start date: ______")
def form_field(line: Line) -> None:
    """A blank to fill in, or a row of boxes to choose from, is a field of a form."""
    if BLANK.search(line.text) or len(CHOICE.findall(line.text)) > 1:
        line.node.kind = Kind.FORM_FIELD
